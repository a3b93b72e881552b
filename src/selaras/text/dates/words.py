"""
Patterns of a table, put together, and the values of what they found.
"""

import re
from functools import lru_cache
from typing import TypeVar

from selaras.text.dates.numerals import small_number
from selaras.text.dates.table import DateTable, Hours

Value = TypeVar("Value")

Patterns = tuple[re.Pattern[str], ...]

NO_LETTER = r"(?<![^\W\d_])"
HOLE = re.compile(r"(?<!P)<([a-z]+)>")

DAYS_AT_ONCE = 6
"""
How many days may share a month: more are no list of days.
"""


class Words:
    """
    The patterns of one table, and the values of its words.
    """

    def __init__(self, table: DateTable) -> None:
        self.numerals = tuple(table.numerals.items())
        self.ordinals = tuple(table.ordinals.items())
        self.months = tuple(table.months.items())
        self.hijri = tuple(table.hijri.items())
        self.parts = tuple(table.parts.items())
        self.eras = tuple(table.eras.items())
        number = table.number
        day = either(*table.ordinals, number)
        self.day = re.compile(day)
        month = either(*table.months, *table.hijri) if table.months else number
        words = either(*table.numerals)
        days = rf"{day}{table.ordinal}"
        more = rf"(?:(?:{table.joiner}){days}){{0,{DAYS_AT_ONCE}}}"
        self.holes = {
            "days": rf"(?<![\d.,:/])(?P<days>{days}{more})",
            "month": f"{table.before}(?P<month>{month})",
            "year": r"(?P<year>(?:1[0-9]|20)\d\d(?!\d))",
            "era": rf"(?P<era>{either(*table.eras)})(?P<reign>{number}|元)",
            "hour": rf"(?P<hour>{number}|{NO_LETTER}{words})",
            "minute": f"(?P<minute>{table.minute}|{words})",
            "part": f"(?P<part>{either(*table.parts)})",
            "decade": r"(?P<number>(?:(?:1\d|20)\d0|(?<!\d)\d0)(?!\d))",
            "number": r"(?P<number>\d{1,4}(?!\d)|[IVX]+|[〇零○一二三四五六七八九十]+)",
        }

    def filled(self, patterns: tuple[str, ...]) -> Patterns:
        """
        Patterns of the table with the words of the table in their places.
        """
        return tuple(map(re.compile, map(self.fill, patterns)))

    def fill(self, pattern: str) -> str:
        """
        One pattern, filled.
        """
        return HOLE.sub(lambda hole: self.holes[hole[1]], pattern)

    def number(self, text: str) -> int:
        """
        A day, an hour, a minute or a month, however it is written.
        """
        named = look_up(text, self.numerals + self.ordinals)
        return small_number(text) if named is None else named

    def month(self, text: str) -> tuple[int, bool]:
        """
        The number of a month, and whether it is one of the Islamic calendar.
        """
        hijri = look_up(text, self.hijri)
        if hijri is not None:
            return hijri, True
        month = look_up(text, self.months)
        return self.number(text) if month is None else month, False

    def part(self, text: str | None) -> Hours:
        """
        The hours of a part of the day; none where none is named.
        """
        return look_up(text, self.parts) or frozenset() if text else frozenset()

    def era(self, text: str) -> int:
        """
        The years that passed before an emperor's first.
        """
        return look_up(text, self.eras) or 0


@lru_cache(maxsize=4096)
def look_up(text: str, words: tuple[tuple[str, Value], ...]) -> Value | None:
    """
    The value of the first pattern that the whole text fits.
    """
    for pattern, value in words:
        if re.fullmatch(pattern, text):
            return value
    return None


def either(*words: str) -> str:
    """
    One pattern for all of some words, or one that finds nothing.
    """
    return f"(?:{'|'.join(words)})" if words else "(?!)"
