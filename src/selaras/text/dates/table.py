"""
How a language writes dates and times, as a table.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from selaras.text.dates.moment import Relative, Unit

Hours = frozenset[int]

Order = Literal["day first", "month first"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateTable:
    """
    How a language writes dates and times.

    All words are patterns without groups, and of those that begin alike the longest
    comes first. ``before`` and ``after`` are what a word begins and ends with: the edge
    of a word, where the language has such, and what may be written onto it.

    * ``months`` and ``hijri`` number the months, which are else numbers; ``weekdays``
      count from Monday, 0.
      ``eves`` may be the night before the weekday that they name; ``nights_before``
      are it, within the hours of the ``night``.
    * A ``weekend`` may be said for its days.
    * ``unsure`` weekdays may be another word altogether.
    * ``dates`` are patterns in which ``<days>`` is one day or several, ``<month>`` a
      month, ``<year>`` a year, and ``<era>`` one of
      the years of an emperor; ``joiner`` stands between several days.
    * ``eras`` are the years before the first of an emperor's.
    * ``orders`` are how "(7/12)" may be read.
    * ``clocks`` are patterns in which ``<hour>``, ``<minute>`` and ``<part>`` (of the
      day) stand for themselves, and ``(?P<half>)`` for the half of an hour that is
      missing to it; ``parts`` are the hours of each part.
    * ``day_parts`` are those that are named without a clock, with every hour at which
      somebody might call it so.
    * ``counted`` is what a text has that has a date, a clock or a century in it.
    * ``number`` is what a day or an hour looks like, ``minute`` a minute, and
      ``ordinal`` what may follow a day. ``numerals`` are hours and minutes in words,
      ``ordinals`` days.
    * An hour without its part of the day may be in the afternoon ``always``, where it
      is ``bare`` of minutes ("pukul 7"), or ``never``: that is ``late``.
    * ``instants`` are minutes that have a name: noon.
    * ``zones`` are minutes ahead of Greenwich; where ``zone_first``, they stand before
      the clock.
    * ``relatives`` are counted from now; those ``nearby`` are counted from a time that
      is told, and may be said for the others, but are never asked for.
    * ``decades`` are patterns in which ``<decade>`` is one, ``decade_names`` the
      eighties, 80; in ``centuries`` stands a ``<number>``.
    """

    weekdays: Mapping[str, int]
    dates: tuple[str, ...]
    clocks: tuple[str, ...]
    parts: Mapping[str, Hours]
    day_parts: Mapping[str, Hours]
    zones: Mapping[str, int]
    relatives: Mapping[str, tuple[Relative, ...]]
    months: Mapping[str, int] = field(default_factory=dict)
    hijri: Mapping[str, int] = field(default_factory=dict)
    eves: Mapping[str, int] = field(default_factory=dict)
    nights_before: Mapping[str, int] = field(default_factory=dict)
    night: Hours = frozenset()
    unsure: Mapping[str, int] = field(default_factory=dict)
    nearby: Mapping[str, tuple[Relative, ...]] = field(default_factory=dict)
    weekend: str = "(?!)"
    orders: tuple[Order, ...] = ("day first",)
    joiner: str = r"\s?[-–—,]\s?"
    numerals: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, int] = field(default_factory=dict)
    counted: str = r"\d"
    number: str = r"\d{1,2}(?!\d)"
    minute: str = r"[0-5]\d"
    ordinal: str = ""
    late: Literal["always", "bare", "never"] = "always"
    instants: Mapping[str, int] = field(default_factory=dict)
    zone_first: bool = False
    eras: Mapping[str, int] = field(default_factory=dict)
    decade_names: Mapping[str, int] = field(default_factory=dict)
    decades: tuple[str, ...] = ()
    centuries: tuple[str, ...] = ()
    before: str = r"\b"
    after: str = r"\b"


def hours(first: int, last: int) -> Hours:
    """
    The hours from one to another, over midnight if need be.

    >>> sorted(hours(22, 1))
    [0, 1, 22, 23]
    """
    length = (last - first) % 24 + 1
    return frozenset((first + step) % 24 for step in range(length))


def counted(unit: Unit, *offsets: int) -> tuple[Relative, ...]:
    """
    What a word may mean that counts days, weeks, months or years from now.
    """
    return tuple(Relative(unit=unit, offset=offset) for offset in offsets)


KEPT_ZONE = r"(?=\s?(?:WIB|WITA|Wita|WIT)\b)"
"""
What follows an Indonesian clock that was kept as it is: 13.21 WIB.
"""

ABBREVIATED_ZONES: Mapping[str, int] = {
    "WIB": 7 * 60, "WITA": 8 * 60, "Wita": 8 * 60, "WIT": 9 * 60,
    r"(?:GMT|UTC)\s?\+\s?7(?!\d|:\d|\.\d)": 7 * 60,
    r"(?:GMT|UTC)\s?\+\s?8(?!\d|:\d|\.\d)": 8 * 60,
    r"(?:GMT|UTC)\s?\+\s?9(?!\d|:\d|\.\d)": 9 * 60,
    r"(?:GMT|UTC)(?!\s?[+-]\s?\d)": 0,
}  # fmt: skip
"""
Zones that are written with the same letters in many languages.
"""
