"""
The check that weekdays, dates, clocks and days counted from now came through.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from selaras.fidelity.date_faults import (
    COPIED,
    HALF_A_DAY,
    INVENTED,
    MORE_DAYS,
    NO_HOUR,
    NO_NIGHT,
    NO_WEEKDAY,
    NO_ZONE,
    OTHER,
    OTHER_ZONE,
    SWAPPED,
    TWO_DIALS,
    Fault,
)
from selaras.fidelity.day_parts import (
    Moments,
    of_kind,
    parts_exchanged,
    with_named_eves,
    with_nights_told,
)
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.languages import Tag
from selaras.text.characters import to_ascii_digits
from selaras.text.dates import Moment, agree, read_moments, read_weekdays
from selaras.text.dates.impossible import (
    impossible_clocks,
    impossible_night,
    on_two_dials,
)
from selaras.text.dates.moment import DAY, LOCAL, Kind
from selaras.text.dates.pairing import MANY, unserved
from selaras.text.spans import Span


class SameDates:
    """
    Every weekday, date, clock and relative day has its own in the translation.

    Meanings are compared, not words: "13.21 WIB" is "1:21 p.m. Western Indonesia Time",
    "午後1時21分" and "06.21 GMT". What may be read in two ways may be either. A moment
    that has become another one blocks; a weekday or a zone that was dropped is for the
    desk. It cannot see a date or a clock that was dropped or invented, which is the
    business of same-numbers, nor two moments that changed places.
    """

    name = "same-dates"
    mqm = "Accuracy > Mistranslation > Date/time"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        yield from self.impossible(pair)
        yield from self.on_two_dials(pair)
        source = moments_of(pair.source, pair.source_language)
        if not source:
            yield from self.invented(pair)
            return
        source = tuple(with_named_eves(source, pair))
        target = tuple(
            with_nights_told(moments_of(pair.target, pair.language), pair.source)
        )
        zones_settled = False
        for kind in KINDS:
            wanted, offered = of_kind(source, kind), of_kind(target, kind)
            for lost, there in (
                *exchanged(wanted, offered),
                *turned_round(wanted, offered),
                *turned_ahead(wanted, offered),
            ):
                fault = fault_of(lost, there)
                twice = is_known(lost, offered) or is_known(there, wanted)
                severity = Severity.REVIEW if twice else Severity.BLOCKING
                if fault is OTHER_ZONE:
                    zones_settled = True
                    lost, there = zone_of(lost, source), zone_of(there, target)
                yield self.report(pair, fault, severity, lost, there)
        for lost, there in parts_exchanged(source, target, pair):
            yield self.report(pair, OTHER["part"], Severity.REVIEW, lost, there)
        for lost in weekdays_dropped(source, target):
            yield self.report(pair, NO_WEEKDAY, Severity.REVIEW, lost, None)
        if of_kind(source, "weekday"):
            for there in weekdays_dropped(target, source):
                yield self.report(pair, MORE_DAYS, Severity.REVIEW, None, there)
        if not zones_settled:
            yield from self.zones(pair, source, target)

    def impossible(self, pair: Pair) -> Iterator[Finding]:
        """
        An hour that no clock shows, unless its number stands in the source as well.
        """
        clocks = list(impossible_clocks(pair.target, pair.language))
        known = set(DIGITS.findall(to_ascii_digits(pair.source))) if clocks else set()
        for clock in clocks:
            if clock.hour not in known:
                yield self.report_found(pair, NO_HOUR, Severity.BLOCKING, clock.span)
                return

    def on_two_dials(self, pair: Pair) -> Iterator[Finding]:
        """
        An hour of twenty-four with a half of the day, "17:45 p.m.", or a long night.
        """
        if clock := on_two_dials(pair.target, pair.language):
            yield self.report_found(pair, TWO_DIALS, Severity.REVIEW, clock)
        if night := impossible_night(pair.target, pair.language):
            yield self.report_found(pair, NO_NIGHT, Severity.REVIEW, night)

    def report_found(
        self, pair: Pair, fault: Fault, severity: Severity, span: Span
    ) -> Finding:
        """
        A finding about what a translation says, whatever its source does.
        """
        found = span.of(pair.target)
        return Finding(
            check=self.name,
            severity=severity,
            message=fault.message.format(found=found),
            indonesian=fault.indonesian.format(found=found),
            found=found,
            target_span=(span.start, span.end),
        )

    def invented(self, pair: Pair) -> Iterator[Finding]:
        """
        The first weekday of a translation whose source names no time at all.
        """
        for moment in read_weekdays(pair.target, pair.language):
            if moment.firm:
                yield self.report(pair, INVENTED, Severity.REVIEW, None, moment)
                return

    def zones(self, pair: Pair, source: Moments, target: Moments) -> Iterator[Finding]:
        """
        Zones that were dropped or exchanged, where no clock has been converted.
        """
        lost = zones_without(source, target)
        extra = zones_without(target, source)
        named = of_kind(source, "zone")
        if extra and named:
            wanted = (lost or named)[0]
            yield self.report(pair, OTHER_ZONE, Severity.BLOCKING, wanted, extra[0])
        elif lost and not is_local(target):
            yield self.report(pair, NO_ZONE, Severity.REVIEW, lost[0], None)

    def report(
        self,
        pair: Pair,
        fault: Fault,
        severity: Severity,
        lost: Moment | None,
        there: Moment | None,
    ) -> Finding:
        """
        A finding about a moment that became another one, or is not there.
        """
        expected = lost.span.of(pair.source).strip(EDGES) if lost else ""
        found = there.span.of(pair.target).strip(EDGES) if there else ""
        if fault is SWAPPED and expected == found:
            fault = COPIED
        return Finding(
            check=self.name,
            severity=severity,
            message=fault.message.format(expected=expected, found=found),
            indonesian=fault.indonesian.format(expected=expected, found=found),
            expected=expected,
            found=found,
            source_span=(lost.span.start, lost.span.end) if lost else None,
            target_span=(there.span.start, there.span.end) if there else None,
        )


@lru_cache(maxsize=1024)
def moments_of(text: str, language: Tag) -> tuple[Moment, ...]:
    """
    The moments of a text; a source is read once for all its languages.
    """
    return read_moments(text, language)


def exchanged(wanted: Moments, offered: Moments) -> Iterator[tuple[Moment, Moment]]:
    """
    What was lost with what stands in its place: days and months exchanged come first.
    """
    if not wanted or not offered:
        return
    offered = without_bare_days(wanted, offered)
    lost = unserved(wanted, offered)[:MANY]
    extra = unserved(offered, wanted)[:MANY]
    for one in [*lost]:
        there = next((it for it in extra if fault_of(one, it) in EVIDENT), None)
        if there:
            yield one, there
            lost.remove(one)
            extra.remove(there)
    yield from zip(lost, extra, strict=False)


def without_bare_days(wanted: Moments, offered: Moments) -> Moments:
    """
    The moments of a target without days that leave their month unsaid.

    Only where as many dates with their month as the source has are there, and some of
    them are others: a 1日 that lasts is not the first of "1 November".
    """
    whole = [one for one in offered if is_whole(one)]
    if len(whole) == len(offered) or not any(map(is_whole, wanted)):
        return offered
    if len(whole) < sum(map(is_whole, wanted)) or not unserved(whole, wanted):
        return offered
    return whole


def is_whole(moment: Moment) -> bool:
    """
    Whether a date has its day and its month.
    """
    first = moment.readings[0]
    return moment.kind == "date" and None not in (first.day, first.month)


def turned_round(wanted: Moments, offered: Moments) -> Iterator[tuple[Moment, Moment]]:
    """
    "Next week" where the translation only tells of "the last week", or reversed.

    Such words are counted from a time that is told and are else never asked for.
    """
    if not wanted or not offered or unserved(offered, wanted):
        return
    for lost in unserved(wanted, offered)[:MANY]:
        for there in offered:
            opposed = not there.firm and any(against(lost, there))
            if opposed and not is_known(there, wanted):
                yield lost, there
                break


def turned_ahead(wanted: Moments, offered: Moments) -> Iterator[tuple[Moment, Moment]]:
    """
    "Next year" where the source has "Desember lalu", of last year or of this one.
    """
    loose = [replace(one, firm=True) for one in wanted if not one.firm]
    if not loose or unserved(wanted, offered):
        return
    firm = [one for one in wanted if one.firm]
    left = unserved([*firm, *loose], offered)
    for there in unserved(offered, wanted)[:MANY]:
        for one in left:
            if any(against(one, there)):
                yield one, there
                break


def against(one: Moment, other: Moment) -> Iterator[bool]:
    """
    Whether two moments count so many of the same from now, in opposite directions.
    """
    for mine in one.readings:
        for theirs in other.readings:
            if mine.relative and theirs.relative:
                same = mine.relative.unit == theirs.relative.unit
                yield same and mine.relative.offset * theirs.relative.offset < 0


def fault_of(lost: Moment, there: Moment) -> Fault:
    """
    In which way two moments of a kind differ.
    """
    for test, fault in NEARLY:
        if any(test(lost, there)):
            return fault
    return OTHER[lost.kind]


def swapped(lost: Moment, there: Moment) -> Iterator[bool]:
    """
    Whether day and month of a date have changed places.
    """
    for one in lost.readings:
        for other in there.readings:
            if one.day and one.month and lost.kind == "date":
                yield (one.day, one.month) == (other.month, other.day)


def half_a_day_off(lost: Moment, there: Moment) -> Iterator[bool]:
    """
    Whether two clocks show the same on a dial of twelve hours.
    """
    for one in lost.readings:
        for other in there.readings:
            if one.minutes is not None and other.minutes is not None:
                yield (one.minutes - other.minutes) % DAY == DAY // 2


def zone_off(lost: Moment, there: Moment) -> Iterator[bool]:
    """
    Whether two clocks show the same, in two zones.
    """
    for one in lost.readings:
        for other in there.readings:
            yield one.minutes is not None and one.minutes == other.minutes


def zone_of(clock: Moment, moments: Moments) -> Moment:
    """
    Where the zone of a clock is named, to point at.
    """
    zone = clock.readings[0].zone
    named = [one for one in of_kind(moments, "zone") if one.readings[0].zone == zone]
    return named[0] if named else clock


def is_known(moment: Moment, others: Moments) -> bool:
    """
    Whether a moment is among others, whatever else they have to answer for.
    """
    return any(agree(moment, other) for other in others)


def weekdays_dropped(source: Moments, target: Moments) -> Iterator[Moment]:
    """
    Weekdays of one text where the other names fewer, and not these.
    """
    wanted, offered = of_kind(source, "weekday"), of_kind(target, "weekday")
    lost, extra = unserved(wanted, offered), unserved(offered, wanted)
    for moment in lost[len(extra) :][:MANY]:
        if not is_known(moment, offered):
            yield moment


def zones_without(moments: Moments, others: Moments) -> list[Moment]:
    """
    The zones of a text that the other does not name, and no clock is converted to.
    """
    there = of_kind(others, "zone")
    seen: set[int | None] = {LOCAL}
    zones = []
    for moment in of_kind(moments, "zone"):
        zone = moment.readings[0].zone
        if zone in seen:
            continue
        seen.add(zone)
        if not is_known(moment, there) and not is_converted(zone, moments, others):
            zones.append(moment)
    return zones


def is_local(moments: Moments) -> bool:
    """
    Whether a text says "local time" somewhere.
    """
    return any(moment.readings[0].zone == LOCAL for moment in of_kind(moments, "zone"))


def is_converted(zone: int | None, moments: Moments, others: Moments) -> bool:
    """
    Whether a clock of this zone is shown in another one, and rightly.
    """
    known = [
        clock
        for clock in of_kind(others, "clock")
        if clock.readings[0].zone not in (None, LOCAL)
    ]
    return any(
        clock.readings[0].zone == zone and is_known(clock, known)
        for clock in of_kind(moments, "clock")
    )


NEARLY = ((swapped, SWAPPED), (zone_off, OTHER_ZONE), (half_a_day_off, HALF_A_DAY))

EVIDENT = (SWAPPED, HALF_A_DAY, OTHER_ZONE)

KINDS: tuple[Kind, ...] = ("weekday", "date", "clock", "part", "relative", "period")

DIGITS = re.compile(r"\d+")

EDGES = " ,;:()（）-–—\N{NO-BREAK SPACE}"
