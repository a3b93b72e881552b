"""
Reading the dates and times of one language by its table.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from selaras.text.alternatives import alternatives
from selaras.text.characters import to_ascii_digits
from selaras.text.dates.clocks import HALF_A_DAY, minutes_of
from selaras.text.dates.moment import Kind, Moment, Reading
from selaras.text.dates.numeric import numeric_dates
from selaras.text.dates.table import DateTable
from selaras.text.dates.words import Patterns, Words
from selaras.text.numbers.tokens import ALEFS, roman_value
from selaras.text.spans import Span

MONTHS, DAYS = 12, 31
HALF_AN_HOUR = "30"
NEAR, BEHIND = 25, 12
WEEK = 7
SATURDAY = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """
    What a word of a table is.
    """

    kind: Kind
    readings: tuple[Reading, ...]
    firm: bool = True
    hours: frozenset[int] = frozenset()


class DateReader:
    """
    Reads the moments of one language by its table.
    """

    def __init__(self, table: DateTable) -> None:
        words = Words(table)
        self.table = table
        self.words = words
        self.counted = re.compile(table.counted)
        self.dates = words.filled(table.dates)
        self.clocks = words.filled(table.clocks)
        self.decades = words.filled(table.decades)
        self.centuries = words.filled(table.centuries)

    def read(self, text: str) -> tuple[Moment, ...]:
        """
        Every moment of a text, in order.
        """
        plain = to_ascii_digits(text).translate(ALEFS)
        moments = list(self.named(plain))
        if self.counted.search(plain):
            moments += numeric_dates(plain, self.table.orders)
            moments += self.written(plain)
            moments += self.times(plain)
            moments += self.periods(plain)
        moments = without_parts_of_clocks(moments)
        moments.sort(key=lambda moment: moment.span)
        moments = with_shared_years(text, moments)
        zones = [moment for moment in moments if moment.kind == "zone"]
        return tuple(self.with_zone(moment, zones) for moment in moments)

    def read_weekdays(self, text: str) -> tuple[Moment, ...]:
        """
        The weekdays of a text, in order.
        """
        named = self.named(text.translate(ALEFS))
        return tuple(moment for moment in named if moment.kind == "weekday")

    def named(self, text: str) -> Iterator[Moment]:
        """
        Weekdays, zones, relative days, noon: what has a word of its own.
        """
        for place in self.anything.finditer(text):
            found = self.pattern.match(text, place.start())
            if found and found.lastgroup:
                meaning = self.meanings[int(found.lastgroup[1:])]
                yield Moment(
                    span=Span(*found.span(found.lastgroup)),
                    kind=meaning.kind,
                    readings=meaning.readings,
                    firm=meaning.firm,
                )
                if meaning.hours:
                    yield Moment(
                        span=Span(*found.span(found.lastgroup)),
                        kind="part",
                        readings=(Reading(hours=meaning.hours),),
                    )

    @cached_property
    def meanings(self) -> list[Meaning]:
        """
        What each word is, in the order of the pattern.
        """
        return [meaning for _, meaning in self.vocabulary()]

    @cached_property
    def anything(self) -> re.Pattern[str]:
        """
        What finds any word, quickly: it need not say which.
        """
        words = alternatives(word for word, _ in self.vocabulary())
        return re.compile(f"{self.table.before}(?:{words}){self.table.after}")

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """
        What says of a word, by the name of its group, which it is.
        """
        words = [
            f"(?P<w{number}>{word})"
            for number, (word, _) in enumerate(self.vocabulary())
        ]
        table = self.table
        return re.compile(f"{table.before}(?:{'|'.join(words)}){table.after}")

    def vocabulary(self) -> Iterator[tuple[str, Meaning]]:
        """
        Every word of the table with what it is; an eve before its weekday.
        """
        table = self.table
        for word, day in table.eves.items():
            eve = tuple(Reading(weekday=one % WEEK) for one in (day - 1, day))
            yield word, Meaning(kind="weekday", readings=eve)
        for word, day in table.nights_before.items():
            before = (Reading(weekday=(day - 1) % WEEK),)
            yield word, Meaning(kind="weekday", readings=before, hours=table.night)
        for word, relatives in table.relatives.items():
            counted = tuple(Reading(relative=relative) for relative in relatives)
            yield word, Meaning(kind="relative", readings=counted)
        for word, relatives in table.nearby.items():
            counted = tuple(Reading(relative=relative) for relative in relatives)
            yield word, Meaning(kind="relative", readings=counted, firm=False)
        weekend = (Reading(weekday=SATURDAY), Reading(weekday=SATURDAY + 1))
        yield table.weekend, Meaning(kind="weekday", readings=weekend, firm=False)
        for word, zone in table.zones.items():
            yield word, Meaning(kind="zone", readings=(Reading(zone=zone),))
        for word, hours in table.day_parts.items():
            yield word, Meaning(kind="part", readings=(Reading(hours=hours),))
        for word, day in table.unsure.items():
            one_day = (Reading(weekday=day),)
            yield word, Meaning(kind="weekday", readings=one_day, firm=False)
        for word, day in table.weekdays.items():
            yield word, Meaning(kind="weekday", readings=(Reading(weekday=day),))
        for word, decade in table.decade_names.items():
            yield word, Meaning(kind="period", readings=(Reading(decade=decade),))
        for word, minutes in table.instants.items():
            instant = (Reading(minutes=minutes),)
            yield word, Meaning(kind="clock", readings=instant, firm=False)

    def written(self, text: str) -> Iterator[Moment]:
        """
        Dates with the name of their month, or with the characters for month and day.
        """
        for found in apart(self.dates, text):
            yield from self.dates_of(found)

    def dates_of(self, found: re.Match[str]) -> Iterator[Moment]:
        """
        The days that share a month and a year.
        """
        groups = found.groupdict()
        month, hijri = None, False
        if groups.get("month"):
            month, hijri = self.words.month(groups["month"])
            if not 1 <= month <= MONTHS:
                return
        whole = Reading(month=month, year=self.year(groups), hijri=hijri)
        if not groups.get("days"):
            span = Span(found.start(), found.end())
            firm = whole.year is not None
            yield Moment(span=span, kind="date", readings=(whole,), firm=firm)
            return
        yield from self.days_of(found, whole)

    def days_of(self, found: re.Match[str], whole: Reading) -> Iterator[Moment]:
        """
        One date for each day; one that stands alone has its month in its span.
        """
        days = list(self.words.day.finditer(found["days"]))
        for one in days:
            day = self.words.number(one[0])
            start = found.start("days") + one.start()
            span = Span(start, start + len(one[0]))
            if len(days) == 1:
                span = Span(found.start(), found.end())
            if 1 <= day <= DAYS:
                readings = (replace(whole, day=day),)
                yield Moment(span=span, kind="date", readings=readings)

    def year(self, groups: dict[str, str | None]) -> int | None:
        """
        The year of a date, in the common era.
        """
        if year := groups.get("year"):
            return self.words.number(year)
        if (era := groups.get("era")) and (reign := groups.get("reign")):
            return self.words.era(era) + self.words.number(reign)
        return None

    def times(self, text: str) -> Iterator[Moment]:
        """
        Clocks with their hours, their minutes and their part of the day.
        """
        for found in apart(self.clocks, text):
            groups = found.groupdict()
            minute = groups.get("minute")
            hour = self.words.number(found["hour"])
            if groups.get("half"):
                hour, minute = (hour - 1) or HALF_A_DAY, HALF_AN_HOUR
            minutes = minutes_of(
                hour,
                self.words.number(minute) if minute else 0,
                part=self.words.part(groups.get("part")),
                late=self.may_be_late(found["hour"], minute),
            )
            if minutes:
                yield Moment(
                    span=Span(found.start(), found.end()),
                    kind="clock",
                    readings=tuple(Reading(minutes=one) for one in minutes),
                )

    def may_be_late(self, hour: str, minute: str | None) -> bool:
        """
        Whether an hour without its part of the day may be one of the afternoon.

        Who writes "07" counts to twenty-four.
        """
        if hour.startswith("0"):
            return False
        late = self.table.late
        return late == "always" or (late == "bare" and not minute)

    def periods(self, text: str) -> Iterator[Moment]:
        """
        Decades and centuries.
        """
        for pattern in self.decades:
            for found in pattern.finditer(text):
                yield period(found, Reading(decade=self.count(found["number"]) % 100))
        for pattern in self.centuries:
            for found in pattern.finditer(text):
                yield period(found, Reading(century=self.count(found["number"])))

    def count(self, text: str) -> int:
        """
        A number in digits, in Roman numerals or in characters.
        """
        return roman_value(text) if text[0] in "IVX" else self.words.number(text)

    def with_zone(self, moment: Moment, zones: Sequence[Moment]) -> Moment:
        """
        A clock with the zone that stands beside it.
        """
        if moment.kind != "clock" or not zones:
            return moment
        zone = beside(moment, zones, first=self.table.zone_first)
        if zone is None:
            return moment
        readings = tuple(replace(one, zone=zone) for one in moment.readings)
        return replace(moment, readings=readings)


def without_parts_of_clocks(moments: Sequence[Moment]) -> list[Moment]:
    """
    The moments without the "p.m." of "1:21 p.m.", which is said with the clock.
    """
    clocks: set[int] = set()
    for moment in moments:
        if moment.kind == "clock":
            clocks.update(range(moment.span.start, moment.span.end))
    return [
        moment
        for moment in moments
        if moment.kind != "part" or moment.span.start not in clocks
    ]


def with_shared_years(text: str, moments: Sequence[Moment]) -> list[Moment]:
    """
    The moments with the year that the ends of a range share: "Januari–September 2025".

    What begins in a later month than it ends began in the year before.
    """
    dates = [place for place, one in enumerate(moments) if one.kind == "date"]
    whole = list(moments)
    for place, following in pairwise(dates):
        first, last = moments[place], moments[following]
        one, other = first.readings[0], last.readings[0]
        between = text[first.span.end : last.span.start]
        if one.year or not one.month or not other.year or not other.month:
            continue
        if len(between) < LONGEST_RANGE and RANGE.fullmatch(between):
            year = other.year - (one.month > other.month)
            readings = tuple(replace(reading, year=year) for reading in first.readings)
            whole[place] = replace(first, readings=readings, firm=True)
    return whole


LONGEST_RANGE = 32

RANGE = re.compile(
    r"\s?(?:[-–—]|\b(?:hingga|sampai(?: dengan)?|dan|to|until|through|and|à|et)\b)"
    r"\s?(?:\w+ ){0,2}|\s(?:إلى|حتى)\s(?:\w+ ){0,2}|\sو"
)


def beside(clock: Moment, zones: Sequence[Moment], *, first: bool) -> int | None:
    """
    The zone nearest to a clock, on the side where its language puts it if there is one.
    """
    place = bisect_left(zones, clock.span.start, key=lambda zone: zone.span.start)
    after = [
        zone
        for zone in zones[place : place + 1]
        if zone.span.start - clock.span.end <= NEAR
    ]
    before = [
        zone
        for zone in zones[max(0, place - 1) : place]
        if clock.span.start - zone.span.end <= BEHIND
    ]
    near = [*before, *after] if first else [*after, *before]
    return near[0].readings[0].zone if near else None


def period(found: re.Match[str], reading: Reading) -> Moment:
    """
    A decade or a century where it stands.
    """
    span = Span(found.start(), found.end())
    return Moment(span=span, kind="period", readings=(reading,))


def apart(patterns: Patterns, text: str) -> Iterator[re.Match[str]]:
    """
    What the patterns find, without what lies in a find of an earlier one.
    """
    taken: set[int] = set()
    for pattern in patterns:
        place = 0
        while found := pattern.search(text, place):
            span = range(*found.span())
            clash = max(taken.intersection(span), default=None)
            place = found.end() if clash is None else clash + 1
            if clash is None:
                taken.update(span)
                yield found
