"""
The dates and times of a text, with everything that each may mean.

Each language has a table, and one reader knows what to do with tables.
"""

from collections.abc import Mapping
from functools import cache

from selaras.languages import Tag
from selaras.text.dates import ar, en, fr, ja, zh
from selaras.text.dates import id as indonesian
from selaras.text.dates.moment import Moment, Reading, Relative, agree
from selaras.text.dates.reader import DateReader
from selaras.text.dates.table import DateTable

__all__ = [
    "TABLES",
    "Moment",
    "Reading",
    "Relative",
    "agree",
    "read_moments",
    "read_weekdays",
]

TABLES: Mapping[Tag, DateTable] = {
    "id": indonesian.TABLE,
    "en": en.TABLE,
    "fr": fr.TABLE,
    "zh": zh.TABLE,
    "ja": ja.TABLE,
    "ar": ar.TABLE,
}


def read_moments(text: str, language: Tag) -> tuple[Moment, ...]:
    """
    Every weekday, date, clock, zone, relative day, decade and century, in order.

    >>> [moment.kind for moment in read_moments("Selasa (7/12) pukul 13.21 WIB", "id")]
    ['weekday', 'date', 'clock', 'zone']
    """
    return reader(language).read(text)


def read_weekdays(text: str, language: Tag) -> tuple[Moment, ...]:
    """
    The weekdays alone, which takes a third of the time.

    >>> [moment.span for moment in read_weekdays("27 orang, Selasa (7/12)", "id")]
    [Span(start=10, end=16)]
    """
    return reader(language).read_weekdays(text)


@cache
def reader(language: Tag) -> DateReader:
    """
    The reader of a language, built once.
    """
    return DateReader(TABLES[language])
