"""
LibreTranslate, and every server that speaks its API.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from selaras.engines.answers import believed
from selaras.engines.batches import Limits, in_batches
from selaras.engines.protocol import Hypotheses, Hypothesis, Provenance, Request
from selaras.engines.statuses import excerpt, failure, retry_after
from selaras.errors import (
    EngineBroken,
    EngineError,
    EngineRefused,
    EngineUnavailable,
    PairUnsupported,
)
from selaras.languages import Tag

if TYPE_CHECKING:
    import httpx

CODES: dict[Tag, tuple[str, ...]] = {"zh": ("zh-Hans", "zh")}
"""
What servers call a language, newest first, where that is not its tag.
"""

LIMITS = Limits(segments=25, characters=2000)
"""
The public server takes 2,000 characters a call; one of your own may take more.
"""

TO_CONNECT = 10.0
"""
How many seconds a server may take to pick up.
"""

AWAY = 30.0
"""
How many seconds a server that was away is not asked again what it offers.
"""

Offer = dict[str, frozenset[str]]
"""
The languages that a server translates from, and each one's targets.
"""


class LibreTranslateEngine:
    """
    Translates with a LibreTranslate server.

    Which pairs it has is asked once. While it cannot be reached every pair counts as
    supported, so that ``translate`` says what is wrong. It does not retry by itself:
    wrap it in ``Patient``.

    Args:
        url: the server's address.
        key: the key, for a server that wants one.
        timeout: how many seconds to wait for an answer.
        limits: how much goes into one call.
        name: what provenance calls this engine.
    """

    def __init__(
        self,
        url: str,
        *,
        key: str = "",
        timeout: float = 60.0,
        limits: Limits = LIMITS,
        name: str = "libretranslate",
    ) -> None:
        import httpx

        self.name = name
        self.model = ""
        self._key = key
        self.limits = limits
        self._offer: Offer | None = None
        self._away_until = 0.0
        try:
            patience = httpx.Timeout(timeout, connect=min(timeout, TO_CONNECT))
            self._client = httpx.Client(base_url=url, timeout=patience)
        except httpx.InvalidURL as error:
            raise EngineRefused(f"{url} is not the address of a server.") from error

    def close(self) -> None:
        """
        Close its connections.
        """
        self._client.close()

    def supports(self, source: Tag, target: Tag) -> bool:
        """
        Whether the server has this pair.
        """
        if source == target:
            return False
        if self._offer is None and time.monotonic() < self._away_until:
            return True
        try:
            return self._codes(source, target) is not None
        except EngineError:
            self._away_until = time.monotonic() + AWAY
            return True

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Translate every request, or raise.
        """
        texts = in_batches(requests, self._ask, self.limits)
        provenance = Provenance(engine=self.name, model=self.model)
        return [(Hypothesis(text=text, provenance=provenance),) for text in texts]

    def _ask(self, requests: Sequence[Request]) -> list[str]:
        source, target = requests[0].source, requests[0].target
        codes = self._codes(source, target)
        if codes is None:
            raise PairUnsupported(f"{self.name} does not offer {source} to {target}.")
        question = {
            "q": [request.text for request in requests],
            "source": codes[0],
            "target": codes[1],
            "format": "text",
        }
        if self._key:
            question["api_key"] = self._key
        answer = self._called("POST", "translate", question)
        texts = answer.get("translatedText") if isinstance(answer, dict) else None
        if not isinstance(texts, list):
            raise EngineBroken(f"{self.name} answered without a list of translations.")
        return believed(self.name, requests, texts)

    def _codes(self, source: Tag, target: Tag) -> tuple[str, str] | None:
        if self._offer is None:
            self._offer = _offer(self.name, self._called("GET", "languages"))
        for ours in CODES.get(source, (source,)):
            for theirs in CODES.get(target, (target,)):
                if theirs in self._offer.get(ours, ()):
                    return ours, theirs
        return None

    def _called(self, method: str, path: str, question: object = None) -> object:
        import httpx

        try:
            answer = self._client.request(method, path, json=question)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise EngineRefused(
                f"{self.name} has no usable address: {error}"
            ) from error
        except httpx.HTTPError as error:
            reason = excerpt(str(error)) or type(error).__name__
            raise EngineUnavailable(
                f"{self.name} cannot be reached or does not answer in time: {reason}"
            ) from error
        if not answer.is_success:
            raise failure(
                self.name,
                answer.status_code,
                self._said(answer),
                after=retry_after(answer.headers),
            )
        return self._read(answer)

    def _read(self, answer: httpx.Response) -> object:
        try:
            found: object = answer.json()
        except (ValueError, RecursionError) as error:
            raise EngineBroken(
                f"{self.name} was to answer in JSON, and did not."
            ) from error
        return found

    def _said(self, answer: httpx.Response) -> str:
        try:
            said = answer.json()["error"]
        except (ValueError, LookupError, TypeError, RecursionError):
            return ""
        text = said if isinstance(said, str) else ""
        return text.replace(self._key, "…") if self._key else text


def _offer(engine: str, languages: object) -> Offer:
    offer: Offer = {}
    for language in languages if isinstance(languages, list) else []:
        match language:
            case {"code": str(code), "targets": [*targets]}:
                offer[code] = frozenset(t for t in targets if isinstance(t, str))
    if not offer:
        raise EngineBroken(f"{engine} did not say which languages it has.")
    return offer
