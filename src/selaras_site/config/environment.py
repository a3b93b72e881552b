"""
Settings from the environment, each read by name and with a clear refusal.
"""

import os
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off", ""})


class Environment:
    """
    The variables that begin with ``SELARAS_``, and the few that hosts set themselves.
    """

    def __init__(self, variables: Mapping[str, str] = os.environ) -> None:
        self._variables = variables

    def text(self, name: str, default: str | None = None) -> str:
        """
        A variable as text; ``ImproperlyConfigured`` if it is missing and must be there.
        """
        if (value := self._variables.get(name, default)) is None:
            raise ImproperlyConfigured(f"Expected the environment to set {name}.")
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        """
        A variable that is on or off.
        """
        value = self._variables.get(name, "1" if default else "0").strip().lower()
        if value not in TRUE | FALSE:
            raise ImproperlyConfigured(f"Expected {name} to be 1 or 0, got {value!r}.")
        return value in TRUE

    def number(self, name: str, default: float) -> float:
        """
        A variable that is a number.
        """
        value = self._variables.get(name, str(default))
        try:
            return float(value)
        except ValueError:
            raise ImproperlyConfigured(
                f"Expected {name} to be a number, got {value!r}."
            ) from None

    def choice(self, name: str, choices: Sequence[str]) -> str:
        """
        A variable that is one of some words, the first if it is not set.
        """
        value = self._variables.get(name, choices[0]).strip().lower()
        if value not in choices:
            expected = " or ".join(choices)
            raise ImproperlyConfigured(
                f"Expected {name} to be {expected}, got {value!r}."
            )
        return value

    def words(self, name: str, default: str = "") -> list[str]:
        """
        A variable with several values, parted by commas.
        """
        value = self._variables.get(name, default)
        return [part.strip() for part in value.split(",") if part.strip()]

    def folder(self, name: str, default: Path) -> Path:
        """
        A variable that names a folder.
        """
        return Path(self._variables.get(name) or default).expanduser().resolve()


def kept_secret(path: Path) -> str:
    """
    The secret key in a file, made on first use and readable by its owner alone.

    Two processes that start at once end up with the same one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        pass
    else:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
    if not (secret := path.read_text(encoding="ascii").strip()):
        raise ImproperlyConfigured(f"{path} is empty; remove it to have a new secret.")
    return secret
