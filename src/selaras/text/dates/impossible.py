"""
Clocks that no clock shows, "127:00", "at 25.30", "17:45 p.m.", and no such nights.
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


def on_two_dials(text: str, language: Tag) -> Span | None:
    """
    Where an hour of twenty-four has the half of the day that a dial of twelve asks for.

    >>> on_two_dials("It closed at 17:45 p.m. on Monday.", "en")
    Span(start=13, end=23)
    >>> on_two_dials("It closed at 5:45 p.m. or 17:45.", "en") is None
    True
    """
    pattern = HALVED.get(language)
    if pattern is None or LATE_HOUR.search(text) is None:
        return None
    found = pattern.search(to_ascii_digits(text))
    return Span(*found.span()) if found else None


def impossible_night(text: str, language: Tag) -> Span | None:
    """
    Where a night lies between two days that do not follow each other.

    >>> impossible_night("dans la nuit de lundi à mercredi", "fr")
    Span(start=0, end=32)
    >>> impossible_night("fermé la nuit du lundi au vendredi", "fr") is None
    True
    >>> impossible_night("dans la nuit de dimanche à lundi", "fr") is None
    True
    """
    names, pattern = NIGHTS.get(language, ((), None))
    for found in pattern.finditer(text) if pattern else ():
        first, second = (names.index(found[day].lower()) for day in ("one", "other"))
        if (second - first) % len(names) != 1:
            return Span(*found.span())
    return None


def nights(days: str, before: str, between: str) -> tuple[list[str], re.Pattern[str]]:
    """
    The days of a week, and how a language says that a night lies between two of them.
    """
    names = days.split()
    day = "|".join(names)
    pattern = rf"\b{before} (?P<one>{day}) {between} (?P<other>{day})\b"
    return names, re.compile(pattern, re.IGNORECASE)


def clocks(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """
    How a language says that a number is the hour of a clock.
    """
    return tuple(re.compile(one.replace("<hour>", HOUR)) for one in patterns)


HOUR = r"(?<![\d.,:])(?P<hour>\d{2,3})"
LONG_HOUR = re.compile(r"(?<![\d.,:])(?P<hour>\d{3}):[0-5]\d(?![\d:.,])")
MANY_HOURS = re.compile(r"(?<!\d)(?:\d{3}|[2-9]\d)(?!\d)")
LAST_HOUR = 24

LATE = r"(?<![\d.,:])(?:1[3-9]|2[0-4])"
LATE_HOUR = re.compile(r"(?<!\d)(?:1[3-9]|2[0-4])(?!\d)")
HALVED: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(
        rf"{LATE}(?:[.:][0-5]\d)?\s?[ap]\.?m\b\.?"
        rf"|{LATE}[.:][0-5]\d in the (?:early )?(?:morning|afternoon|evening)",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        rf"{LATE}\s?h(?:\s?[0-5]\d)?\s(?:du (?:matin|soir)|de l['’]après-midi)"
    ),
    "zh": re.compile(rf"(?:上午|凌晨|清晨|早上)\s?{LATE}\s?[时时点:：]"),
    "ja": re.compile(rf"午[前後]\s?{LATE}\s?[時:：]"),
    "ar": re.compile(rf"{LATE}[.:][0-5]\d\s(?:صباحا|مساء|فجرا)"),
}
"""
An hour after twelve with its half of the day, which says it twice or belies it. Chinese
writes 下午17时 and means what it says.
"""

NIGHTS: Mapping[Tag, tuple[list[str], re.Pattern[str]]] = {
    "en": nights(
        "monday tuesday wednesday thursday friday saturday sunday",
        r"(?:overnight(?: from| on)?(?= \w+ into)|the night (?:of|from|between))",
        "(?:to|into|and)",
    ),
    "fr": nights(
        "lundi mardi mercredi jeudi vendredi samedi dimanche",
        "dans la nuit d[eu]",
        "(?:à|au)",
    ),
}
"""
Single nights between two days: what goes on "overnight from Monday to Friday" is no
single one.
"""

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
