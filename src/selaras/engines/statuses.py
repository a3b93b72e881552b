"""
What a service's HTTP status means to whoever called it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from math import isfinite

from selaras.errors import EngineError, EngineRefused, EngineUnavailable

AWAY = frozenset({408, 425, 429})
"""
The 4xx that pass: it took too long, it is too early, it is too often.
"""

REASONS = {
    400: "it does not accept the request",
    401: "it does not accept the key",
    402: "it wants to be paid first",
    403: "it does not accept the key, or not for this",
    404: "there is nothing at this address, or no such model",
    408: "it took too long",
    413: "the text is too long for it",
    429: "it was asked too often",
    456: "the quota of the account is used up",
    503: "it is too busy",
}

SAID = 200
"""
How much of a service's own words is repeated.
"""


def failure(
    engine: str, status: int, said: str = "", *, after: float | None = None
) -> EngineError:
    """
    The error for an answer with this status.

    ``said`` is what the service said about it, ``after`` the seconds it asked for.
    """
    reason = REASONS.get(status, "it failed" if status >= 500 else "it refused")
    message = f"{engine} answered with status {status}: {reason}."
    if words := excerpt(said):
        message += f" It said: {words}"
    if status in AWAY or status >= 500:
        return EngineUnavailable(message, after=after)
    return EngineRefused(message)


def excerpt(said: str) -> str:
    r"""
    A service's words on one line, without what could disturb a terminal.

    >>> excerpt("Slow\ndown\x1b[31m")
    'Slow down [31m'
    """
    printable = "".join(c if c.isprintable() else " " for c in said[: 4 * SAID])
    words = " ".join(printable.split())
    return words if len(words) <= SAID else f"{words[:SAID]}…"


def retry_after(headers: Mapping[str, str]) -> float | None:
    """
    How many seconds the service asked for: RFC 9110, section 10.2.3.

    >>> retry_after({"retry-after": "7"})
    7.0
    """
    value = headers.get("retry-after", "")
    try:
        seconds = float(value)
    except ValueError:
        return _until(value)
    return max(0.0, seconds) if isfinite(seconds) else None


def _until(value: str) -> float | None:
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())
