"""
What the ends of a range share: "Rp5-7 juta" are rupiah twice.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from selaras.text.numbers.neighbours import with_following
from selaras.text.quantities.quantity import Quantity


def shared(text: str, items: Sequence[Quantity]) -> Iterator[Quantity]:
    """
    The ends of a range share a currency and a unit: "Rp5-7 juta", "7 sampai 9 ton".
    """
    before: Quantity | None = None
    for item, after in with_following(items):
        whole = item
        if after and between_of(text, item, after, RANGES):
            whole = completed(item, after)
        elif after and between_of(text, item, after, LISTS):
            whole = replace(item, unit=item.unit or after.unit)
        if before and between_of(text, before, item, DASHES):
            whole = completed(item, before)
        yield whole
        before = item


def between_of(
    text: str, first: Quantity, second: Quantity, pattern: re.Pattern[str]
) -> bool:
    """
    Whether two quantities are joined by words of one kind; a year shares nothing.
    """
    start, end = ending(first), beginning(second)
    near = 0 < end - start < LONGEST_RANGE
    joined = near and pattern.fullmatch(text, start, end) is not None
    return joined and not (is_year(first) or is_year(second))


def is_year(item: Quantity) -> bool:
    """
    Whether a number without a measure looks like a year.
    """
    bare = not item.currency and not item.unit
    return bare and item.number.value in YEARS


def completed(item: Quantity, other: Quantity) -> Quantity:
    """
    A quantity with the currency or the unit that it shares with another.
    """
    if item.currency or item.unit:
        return item
    return replace(item, currency=other.currency, unit=other.unit)


def ending(item: Quantity) -> int:
    """
    Where a quantity ends, with its currency and its unit.
    """
    spans = (item.number.span, *(one.span for one in (item.currency, item.unit) if one))
    return max(span.end for span in spans)


def beginning(item: Quantity) -> int:
    """
    Where a quantity begins, its currency included.
    """
    start = item.number.span.start
    return min(start, item.currency.span.start) if item.currency else start


LONGEST_RANGE = 20
YEARS = range(1900, 2101)

DASHES = re.compile(r"\s?[-–—~〜～]\s?")
RANGES = re.compile(
    r"\s?[-–—~〜～至到]\s?|から"
    r"|\s(?:hingga|sampai|menjadi|ke|to|à|إلى|الى|حتى)\s"
)
LISTS = re.compile(r"\s(?:dan|atau|and|or|et|ou|أو)\s|[和与或と]")
"""
What stands between the ends of a range, and between two numbers of one unit.
"""
