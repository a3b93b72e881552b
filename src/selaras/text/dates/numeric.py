"""
Dates in digits alone: "(7/12)", "(30/11-2/12)", "10/2/2026", "2026-02-10".
"""

import re
from collections.abc import Iterator

from selaras.text.dates.moment import Moment, Reading
from selaras.text.dates.table import Order
from selaras.text.spans import Span

DAY = r"\d{1,2}(?:/\d{1,2}(?:/(?:\d{4}|\d\d))?)?"
JOINER = r"(?:\s?[-–—,]\s?|,?\s(?:dan|hingga|sampai|s\.d\.)\s)"

BRACKET = re.compile(rf"[(（]\s?(?P<days>{DAY}(?:{JOINER}{DAY}){{0,6}})\s?[)）]")
ONE_DAY = re.compile(r"(\d{1,2})(?:/(\d{1,2})(?:/(\d{4}|\d\d))?)?")
WITH_YEAR = re.compile(r"(?<![\d/])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/])")
BY_YEAR = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])")

MONTHS, DAYS = 12, 31


def numeric_dates(text: str, orders: tuple[Order, ...]) -> Iterator[Moment]:
    """
    Every date in digits of a text.
    """
    if "/" in text:
        for found in BRACKET.finditer(text):
            if "/" in found["days"]:
                yield from in_bracket(found, orders)
    for found in WITH_YEAR.finditer(text):
        readings = both_ways(found[1], found[3], found[4], orders)
        yield from moment(Span(found.start(), found.end()), readings)
    for found in BY_YEAR.finditer(text):
        readings = both_ways(found[3], found[2], found[1], ("day first",))
        yield from moment(Span(found.start(), found.end()), readings)


def in_bracket(bracket: re.Match[str], orders: tuple[Order, ...]) -> Iterator[Moment]:
    """
    The days of "(7-9/12)", where those without a month have that of the next.
    """
    start = bracket.start("days")
    days = list(ONE_DAY.finditer(bracket["days"]))
    month: str | None = None
    year: str | None = None
    moments: list[Moment] = []
    for found in reversed(days):
        month, year = found[2] or month, found[3] or year
        if month:
            span = Span(start + found.start(), start + found.end())
            readings = both_ways(found[1], month, year, orders)
            moments.extend(moment(span, readings))
    yield from reversed(moments)


def both_ways(
    first: str, second: str, year: str | None, orders: tuple[Order, ...]
) -> tuple[Reading, ...]:
    """
    What two numbers may mean, in the orders that a language has.
    """
    one, other = int(first), int(second)
    by_order = {"day first": (one, other), "month first": (other, one)}
    return tuple(
        Reading(day=day, month=month, year=full_year(year))
        for day, month in (by_order[order] for order in orders)
        if 1 <= day <= DAYS and 1 <= month <= MONTHS
    )


def full_year(text: str | None) -> int | None:
    """
    A year of two digits is one of this century.
    """
    if text is None:
        return None
    return int(text) + (2000 if len(text) == len("26") else 0)


def moment(span: Span, readings: tuple[Reading, ...]) -> Iterator[Moment]:
    """
    A moment, where there is something that it may mean.
    """
    if readings:
        yield Moment(span=span, kind="date", readings=readings)
