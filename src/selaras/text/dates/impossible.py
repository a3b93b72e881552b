"""
Clocks that show an hour which there is not: "127:00", "at 25.30".
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from selaras.languages import Tag
from selaras.text.characters import to_ascii_digits
from selaras.text.spans import Span


class ImpossibleClock(NamedTuple):
    """
    Where such a clock stands, and the digits of its hour.
    """

    span: Span
    hour: str


def impossible_clocks(text: str, language: Tag) -> Iterator[ImpossibleClock]:
    """
    Hours above twenty-four that are written as hours of a clock.

    A ratio, a time of a race and a verse have a colon as well, so that one of two
    digits is looked at only where a word says that it is a clock.

    >>> [clock.hour for clock in impossible_clocks("It opened at 127:00.", "en")]
    ['127']
    """
    if MANY_HOURS.search(text) is None:
        return
    plain = to_ascii_digits(text)
    for pattern in (LONG_HOUR, *CLOCKS[language]):
        for found in pattern.finditer(plain):
            if int(found["hour"]) > LAST_HOUR:
                yield ImpossibleClock(Span(*found.span()), found["hour"])


def clocks(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """
    How a language says that a number is the hour of a clock.
    """
    return tuple(re.compile(one.replace("<hour>", HOUR)) for one in patterns)


HOUR = r"(?<![\d.,:])(?P<hour>\d{2,3})"
LONG_HOUR = re.compile(r"(?<![\d.,:])(?P<hour>\d{3}):[0-5]\d(?![\d:.,])")
MANY_HOURS = re.compile(r"(?<!\d)(?:\d{3}|[2-9]\d)(?!\d)")
LAST_HOUR = 24

CLOCKS: Mapping[Tag, tuple[re.Pattern[str], ...]] = {
    "id": clocks(r"\b[Pp]ukul <hour>[.:][0-5]\d(?!\d)"),
    "en": clocks(
        r"<hour>(?:[.:][0-5]\d)?\s?[ap]\.?m\b",
        r"<hour>:[0-5]\d(?= (?:hours|WIB|WITA|WIT|GMT|UTC|local time|W|C|E)\w*)",
        r"\b(?:at|by|from|until) <hour>[.:][0-5]\d(?=[,.;]? (?:on|local|[A-Z])|\.?$)",
    ),
    "fr": clocks(
        r"\b(?:à|dès|vers|avant|après|jusqu['’]à) <hour>\s?h(?:\s?[0-5]\d|\b)"
    ),
    "zh": clocks(
        r"(?:上午|下午|凌晨|晚上)<hour>\s?[时点]", r"<hour>\s?[时点](?=[0-5]?\d分|整)"
    ),
    "ja": clocks(r"(?:午前|午後)<hour>時", r"<hour>時(?=[0-5]?\d分|[、。にごか])"),
    "ar": clocks(r"الساعة\s<hour>(?:[:.][0-5]\d)?(?![\d:.])"),
}
