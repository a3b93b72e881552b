"""
A moment as it stands in a text, with everything that its writer may have meant.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from selaras.text.spans import Span

Kind = Literal["weekday", "date", "clock", "part", "zone", "relative", "period"]

Unit = Literal["day", "week", "weekday", "month", "year"]

LOCAL = -1
"""
The zone of "local time": said, but not which.
"""

DAY = 24 * 60
"""
The minutes of a day.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """
    A day, week, month or year counted from now: yesterday is the day -1.
    """

    unit: Unit
    offset: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """
    One thing that a moment may mean; what is not said is None.

    ``weekday`` is 0 on Monday. ``minutes`` are those since midnight, ``zone`` the
    minutes that its clocks are ahead of Greenwich, ``hours`` those of a part of the
    day. A ``decade`` is named by its last two digits; a ``century`` counts from 1.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hijri: bool = False
    weekday: int | None = None
    minutes: int | None = None
    zone: int | None = None
    hours: frozenset[int] | None = None
    relative: Relative | None = None
    decade: int | None = None
    century: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """
    One weekday, date, clock, part of the day, zone, relative day or period of a text.

    ``readings`` are all meanings that a reader may admit, the likeliest first: "2/10"
    is in October or in February. What is not ``firm`` may be something else altogether
    ("Minggu" is a week too), or no date by itself ("Maret"), and is never asked for.
    """

    span: Span
    kind: Kind
    readings: tuple[Reading, ...]
    firm: bool = True


def agree(one: Moment, other: Moment) -> bool:
    """
    Whether two moments of a kind may be the same.
    """
    return any(
        AGREE[one.kind](mine, theirs)
        for mine in one.readings
        for theirs in other.readings
    )


def same_date(one: Reading, other: Reading) -> bool:
    """
    Whether two dates have nothing that differs, and something that does not.
    """
    if one.hijri != other.hijri and one.month and other.month:
        return False
    if one.month and other.month and (one.day is None) != (other.day is None):
        return False
    said = [both for both in parts_of(one, other) if None not in both]
    return bool(said) and all(mine == theirs for mine, theirs in said)


def parts_of(one: Reading, other: Reading) -> Iterator[tuple[int | None, int | None]]:
    """
    Days, months and years of two dates, side by side.
    """
    yield one.day, other.day
    yield one.month, other.month
    yield one.year, other.year


def same_time(one: Reading, other: Reading) -> bool:
    """
    Whether two clocks show the same, or the same instant in two zones.

    A zone that is not said, or is the local one, may be any.
    """
    if one.minutes is None or other.minutes is None:
        return False
    zones = (one.zone, other.zone)
    ahead = 0
    if None not in zones and LOCAL not in zones:
        ahead = (one.zone or 0) - (other.zone or 0)
    return (one.minutes - other.minutes - ahead) % DAY == 0


def same_part(one: Reading, other: Reading) -> bool:
    """
    Whether two parts of the day have an hour in common.
    """
    return not (one.hours or frozenset()).isdisjoint(other.hours or ())


def same_relative(one: Reading, other: Reading) -> bool:
    """
    Whether two words count alike from now; "next Monday" may be said with a week.
    """
    mine, theirs = one.relative, other.relative
    if mine is None or theirs is None:
        return False
    if mine.unit == theirs.unit:
        return mine.offset == theirs.offset
    if {mine.unit, theirs.unit} != {"week", "weekday"}:
        return False
    return (mine.offset > 0) == (theirs.offset > 0)


def same_period(one: Reading, other: Reading) -> bool:
    """
    Whether two decades or two centuries are the same.
    """
    if one.decade is not None and other.decade is not None:
        return one.decade == other.decade
    return one.century is not None and one.century == other.century


AGREE = {
    "weekday": lambda one, other: one.weekday == other.weekday,
    "date": same_date,
    "clock": same_time,
    "part": same_part,
    "zone": lambda one, other: one.zone == other.zone,
    "relative": same_relative,
    "period": same_period,
}
