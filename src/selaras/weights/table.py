"""
Reading a table of somebody else's TOML: every value has the type we expect, or we say.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeGuard, TypeVar

from selaras.errors import ManifestInvalid

T = TypeVar("T")

FIELD = re.compile(r"[{}]|\{[^{}]*\}")
FIELDS = ("{source}", "{target}")


class Table:
    """
    One table of a manifest. ``closed`` refuses the keys that nobody asked for.
    """

    def __init__(self, content: Mapping[str, object], origin: str) -> None:
        self.origin = origin
        self._content = content
        self._asked: set[str] = set()

    def text(self, key: str, default: str | None = None) -> str:
        """
        A string, not empty unless that is its default.
        """
        value = self._value(key, default)
        if not isinstance(value, str) or (not value and default != ""):
            raise self._wrong(key, "a text that is not empty", value)
        return value

    def number(self, key: str, default: int | None = None, *, at_least: int = 0) -> int:
        """
        A whole number that is not too small.
        """
        value = self._value(key, default)
        if not isinstance(value, int) or isinstance(value, bool) or value < at_least:
            raise self._wrong(key, f"a whole number from {at_least} up", value)
        return value

    def decimal(self, key: str, default: float | None = None) -> float:
        """
        A number that is not negative.
        """
        value = self._value(key, default)
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise self._wrong(key, "a number from 0 up", value)
        if not 0 <= value < math.inf:
            raise self._wrong(key, "a number from 0 up", value)
        return float(value)

    def flag(self, key: str, *, default: bool) -> bool:
        """
        True or false.
        """
        value = self._value(key, default)
        if not isinstance(value, bool):
            raise self._wrong(key, "true or false", value)
        return value

    def one_of(self, key: str, choices: Sequence[str]) -> str:
        """
        One of a closed set of words.
        """
        value = self.text(key)
        if value not in choices:
            raise self._wrong(key, f"one of {', '.join(choices)}", value)
        return value

    def matching(self, key: str, pattern: re.Pattern[str]) -> str:
        """
        A string of a given shape.
        """
        value = self.text(key)
        if not pattern.fullmatch(value):
            raise self._wrong(key, f"of the form {pattern.pattern}", value)
        return value

    def template(self, key: str, default: str) -> str:
        """
        A string in which nothing but ``{source}`` and ``{target}`` is in braces.
        """
        value = self.text(key, default)
        bare = value
        for name in FIELDS:
            bare = bare.replace(name, "")
        if FIELD.search(bare):
            raise self._wrong(key, f"a text with no braces but {FIELDS}", value)
        return value

    def texts(
        self, key: str, default: tuple[str, ...] | None = None
    ) -> tuple[str, ...]:
        """
        A list of strings, not empty unless that is its default.
        """
        value = self._value(key, default)
        if not _is_texts(value) or (not value and default is None):
            raise self._wrong(key, "a list of texts", value)
        return tuple(value)

    def text_map(self, key: str) -> dict[str, str]:
        """
        A table of strings; none if it is missing.
        """
        value = self._value(key, {})
        if not isinstance(value, dict) or not _is_texts(list(value.values())):
            raise self._wrong(key, "a table of texts", value)
        return value

    def text_lists(self, key: str) -> dict[str, list[str]]:
        """
        A table of lists of strings; none if it is missing.
        """
        value = self._value(key, {})
        if not isinstance(value, dict) or not all(map(_is_texts, value.values())):
            raise self._wrong(key, "a table of lists of texts", value)
        return value

    def table(self, key: str) -> "Table":
        """
        A table inside this one; an empty one if it is missing.
        """
        value = self._value(key, {})
        if not isinstance(value, dict):
            raise self._wrong(key, "a table", value)
        return Table(value, f"{self.origin}, {key}")

    def tables(
        self, key: str, default: tuple[Mapping[str, object], ...] | None = None
    ) -> Iterable["Table"]:
        """
        A list of tables, not empty unless that is its default.
        """
        value = self._value(key, default)
        if (
            not isinstance(value, list | tuple)
            or not all(isinstance(item, dict) for item in value)
            or (not value and default is None)
        ):
            raise self._wrong(key, "a list of tables", value)
        return [
            Table(item, f"{self.origin}, {key} {number}")
            for number, item in enumerate(value, start=1)
        ]

    def closed(self, value: T) -> T:
        """
        Give the value back, once it is sure that every key of the table was read.
        """
        if unknown := sorted(set(self._content) - self._asked):
            raise ManifestInvalid(
                f"{self.origin} may say {', '.join(sorted(self._asked))}; "
                f"it says {', '.join(unknown)} too."
            )
        return value

    def _value(self, key: str, default: object) -> object:
        self._asked.add(key)
        value = self._content.get(key, default)
        if value is None:
            raise ManifestInvalid(f'{self.origin} must say "{key}"; it does not.')
        return value

    def _wrong(self, key: str, expected: str, value: object) -> ManifestInvalid:
        return ManifestInvalid(
            f'In {self.origin}, "{key}" is to be {expected}; it is {value!r:.80}.'
        )


def _is_texts(value: object) -> TypeGuard[Sequence[str]]:
    return isinstance(value, list | tuple) and all(
        isinstance(item, str) for item in value
    )
