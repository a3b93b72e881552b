"""
Which quantity of a translation stands for which of its source.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from heapq import nsmallest

from selaras.fidelity.finding import Pair
from selaras.fidelity.verbatim import without_verbatim
from selaras.languages import Tag
from selaras.text.numbers import Number, read_numbers
from selaras.text.quantities import (
    Quantities,
    Quantity,
    in_lower_case,
    read_quantities,
    reader,
)
from selaras.text.quantities.agreement import apart_in_all
from selaras.text.quantities.units import UNITS, may_be_converted
from selaras.text.spans import Span

ONE = Decimal(1)
CUBE = Decimal(3)
POWER = re.compile(r"(?<![^\W\d])(?:[ckm]?m|مم|سم|كم|م)\Z")
AROUND_THE_CLOCK = re.compile(r"\b(24|7)\s?(?:\w+ sur |[hj]/)\Z")
COUNTED_SECOND = re.compile(r"\d\s[Ss]econde\Z")
BOTH = "both"
CORRELATIVE = re.compile(
    r" (?:more|less|better|worse|(?!other)\w+er|in|at|on|for|to|from|by|with|under"
    r"|before|during|inside|as)(?: [^.,;]{1,80}?)? and\b"
)
"""
What follows an English "both" that joins two of anything, and counts no things.
"""

CENTURY = re.compile(r"\b(\d\d)\d\d ?[-–—~〜～/] ?\Z")
JOINED_MONTHS = re.compile(r"[-–/][A-Z]\Z|[a-z][-–/]")

MANY = 300
"""
A table of more numbers than this is not gone through for what stands beside them;
whole-sentence says that it is too long to be checked.
"""

UNMEASURED = frozenset({"time", "share", "percentage points", "points", "date"})

NEAREST = 20
"""
Of so many equal numbers, those that stand at about the same place are compared.
"""

COMPARED = frozenset({"digits", "words", "period"})

CONVERTED = frozenset(UNITS) - {"point"}
"""
The units that another unit may stand for.
"""

SHORT_MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "jun", "jul", "agt", "okt", "des"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """
    A quantity of the source, and the one of the translation that stands for it.
    """

    source: Quantity
    target: Quantity


def matches_of(pair: Pair) -> tuple[Match, ...]:
    """
    The quantities that a source and its translation both have, by their values.

    Of several with one value, those are put together that agree best.
    """
    return matched(pair.source, pair.source_language, pair.target, pair.language)


@lru_cache(maxsize=16)
def matched(
    source: str, source_language: Tag, target: str, language: Tag
) -> tuple[Match, ...]:
    """
    The matches of two texts, remembered because several checks ask.
    """
    wanted = quantities_of(source, source_language).items
    if not wanted or len(wanted) > MANY:
        return ()
    offered = quantities_of(target, language).items
    if not offered or len(offered) > MANY:
        return ()
    return tuple(put_together(wanted, offered))


def put_together(
    wanted: Sequence[Quantity], offered: Sequence[Quantity]
) -> Iterator[Match]:
    """
    The best partner of each quantity: the one that agrees, then the one in its place.
    """
    possible = sorted(
        (apart_in_all(wanted[place], offered[there]), distance, place, there)
        for place, near in enumerate(equals(wanted, offered))
        for distance, there in near
    )
    served: set[int] = set()
    taken: set[int] = set()
    for _, _, place, there in possible:
        if place not in served and there not in taken:
            served.add(place)
            taken.add(there)
            yield Match(source=wanted[place], target=offered[there])


def equals(
    wanted: Sequence[Quantity], offered: Sequence[Quantity]
) -> Iterator[list[tuple[float, int]]]:
    """
    For each quantity those that have its value: how far off each is, and its place.
    """
    places: dict[Decimal, list[int]] = {}
    for there, other in enumerate(offered):
        for reading in other.number.readings:
            places.setdefault(reading, []).append(there)
    for place, one in enumerate(wanted):
        same = {
            there for value in one.number.readings for there in places.get(value, ())
        }
        near = [(abs(place / len(wanted) - it / len(offered)), it) for it in same]
        yield nsmallest(NEAREST, near)


def conversions_of(pair: Pair) -> Iterator[Match]:
    """
    Quantities that only one text has, where one is the other in another unit.
    """
    wanted = quantities_of(pair.source, pair.source_language).items
    if not any(one.unit and not one.unit.names.isdisjoint(CONVERTED) for one in wanted):
        return
    offered = quantities_of(pair.target, pair.language).items
    for one in alone(wanted, offered):
        for other in alone(offered, wanted):
            if is_converted(one, other):
                yield Match(source=one, target=other)


def changed_in_unit(
    pair: Pair, lost: Sequence[Number], extra: Sequence[Number]
) -> tuple[set[Span], set[Span]]:
    """
    Where a value was lost and another of the same unit is there: 243 km for 240 km.

    That is no conversion, however near the two are, and whatever stands in brackets.
    """
    here = measured_among(pair.source, pair.source_language, lost)
    there = measured_among(pair.target, pair.language, extra)
    both = [
        (one.number.span, other.number.span)
        for one in here
        for other in there
        if one.unit and other.unit and one.unit.names == other.unit.names
    ]
    return {one for one, _ in both}, {other for _, other in both}


def measured_among(
    text: str, language: Tag, numbers: Sequence[Number]
) -> list[Quantity]:
    """
    The quantities of some numbers that have a unit of measurement, not of time.
    """
    spans = {number.span for number in numbers}
    return [
        one
        for one in quantities_of(text, language).items[:MANY]
        if one.number.span in spans
        and one.unit
        and all(UNITS[name].family not in UNMEASURED for name in one.unit.names)
    ]


def ones_of_units(pair: Pair, lost: Sequence[Number]) -> set[Span]:
    """
    Where a value is one of another unit, which is named without a number: "a mile".
    """
    wanted = measured_among(pair.source, pair.source_language, lost)
    if not wanted:
        return set()
    named = list(reader(pair.language).units_in(in_lower_case(pair.target)))
    return {
        one.number.span
        for one in wanted
        for names in named
        if one.unit and may_be_converted(one.number.value, one.unit.names, ONE, names)
    }


def alone(ones: Sequence[Quantity], others: Sequence[Quantity]) -> Iterator[Quantity]:
    """
    The quantities with a unit whose value the other text has nowhere.
    """
    for one in ones[:MANY]:
        if one.unit and not any(agree(one.number, other.number) for other in others):
            yield one


def is_converted(one: Quantity, other: Quantity) -> bool:
    """
    Whether two quantities are the same amount in two units.
    """
    if not (one.unit and other.unit):
        return False
    if not one.unit.names.isdisjoint(other.unit.names):
        return False
    return any(
        may_be_converted(value, one.unit.names, there, other.unit.names)
        for value in one.number.readings
        for there in other.number.readings
    )


@lru_cache(maxsize=1024)
def quantities_of(text: str, language: Tag) -> Quantities:
    """
    The quantities of a text. A source is read once for all its languages.
    """
    numbers = [one for one in numbers_of(text, language) if one.form in COMPARED]
    return read_quantities(text, numbers[: MANY + 1], language)


@lru_cache(maxsize=1024)
def numbers_of(text: str, language: Tag) -> tuple[Number, ...]:
    """
    The numbers of a text, without those of addresses, phone numbers and plates.

    The "Des" of Des Moines is no month. A source is read once for all its languages.
    """
    return tuple(
        with_century(rounded(number), text)
        for number in read_numbers(without_verbatim(text), language)
        if not is_none(number, text)
    )


def is_none(number: Number, text: str) -> bool:
    """
    Whether what was read is no number: the "Des" of Des Moines, the two of km2.

    The "both" of "both nearer and larger" counts nothing.

    What a French clock counts, "0,07 seconde", is no second either, and "24 heures sur
    24" are 24 hours once.
    """
    word = number.span.of(text).lower()
    if word == BOTH and CORRELATIVE.match(text, number.span.end):
        # After a comma it may be the two that were named: "two ships, both smaller".
        return not text[: number.span.start].endswith(", ")
    short_month = word in SHORT_MONTHS
    if short_month and is_apart(number, text):
        return True
    start = number.span.start
    around = AROUND_THE_CLOCK.search(text, max(0, start - 16), start)
    if around and number.value == int(around[1]):
        return True
    beside = COUNTED_SECOND.match(text, max(0, start - 2), number.span.end)
    if number.value > CUBE or not (number.form == "digits" or beside):
        return False
    return bool(beside or POWER.search(text, max(0, start - 4), start))


def with_century(number: Number, text: str) -> Number:
    """
    A number with the year that it may be the end of: "1950-53".
    """
    start, end = number.span.start, number.span.end
    found = CENTURY.search(text, max(0, start - 6), start)
    if not found or end - start != len("53"):
        return number
    year = int(found[1]) * 100 + number.value
    return replace(number, readings=(*number.readings, year))


def rounded(number: Number) -> Number:
    """
    A number whose fractions are as long as all others: two thirds is 0.6667.
    """
    if min(number.readings) >= ONE:
        return number
    readings = tuple(round(reading, 4) for reading in number.readings)
    return replace(number, readings=readings)


def is_apart(number: Number, text: str) -> bool:
    """
    Whether no digit or month stands beside a word: "Des" and "Mar" are no months then.
    """
    beside = text[max(0, number.span.start - 2) : number.span.start]
    after = text[number.span.end : number.span.end + 3]
    beside += after.removeprefix(".")[:2]
    return not any(map(str.isdigit, beside)) and not JOINED_MONTHS.search(beside)


def agree(one: Number, other: Number) -> bool:
    """
    Whether two numbers have a value in common.
    """
    return not set(one.readings).isdisjoint(other.readings)
