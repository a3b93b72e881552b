"""
Orders of magnitude that are said without a number: dozens, hundreds, thousands.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from selaras.fidelity.finding import Pair
from selaras.fidelity.quantity_pairs import numbers_of
from selaras.languages import Tag
from selaras.text.quantities import in_lower_case, reader
from selaras.text.spans import Span

Order = tuple[Span, int]

CLOSE = 12
DOZENS = 10, 20
"""
"Belasan", "puluhan" and "dozens" are told apart by no newspaper.
"""


def order_mistaken(pair: Pair) -> tuple[Span, Span] | None:
    """
    An order of magnitude of the source, and another one that stands for it.

    Thousands may become a number or fall away; that they become hundreds is an error.
    """
    wanted = orders_of(pair.source, pair.source_language)
    if not wanted or is_range(wanted):
        return None
    there = orders_of(pair.target, pair.language)
    lost = [span for span, order in wanted if order not in {one for _, one in there}]
    new = [span for span, order in there if order not in {one for _, one in wanted}]
    return (lost[0], new[0]) if lost and new else None


def is_range(orders: Sequence[Order]) -> bool:
    """
    Whether two orders are the ends of a range: "puluhan hingga ratusan juta".
    """
    return any(two.start - one.end < CLOSE for (one, _), (two, _) in pairwise(orders))


@lru_cache(maxsize=1024)
def orders_of(text: str, language: Tag) -> tuple[Order, ...]:
    """
    The orders of magnitude that a text names.
    """
    found = tuple(reader(language).orders_in(in_lower_case(text)))
    numbers = numbers_of(text, language) if found else ()
    return tuple(
        (span, min(DOZENS) if order in DOZENS else order)
        for span, order in found
        if not any(touches(number.span, span) for number in numbers)
    )


def touches(number: Span, order: Span) -> bool:
    """
    Whether a number ends where an order begins, or covers it: "ten thousands".
    """
    return number.start < order.end and number.end + 1 >= order.start
