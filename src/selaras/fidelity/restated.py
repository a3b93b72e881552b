"""
Amounts that a text says twice, in two units, and need not: "240 km/h (149 mph)".
"""

import re
from collections.abc import Collection, Sequence
from decimal import Decimal
from itertools import pairwise

from selaras.fidelity.quantity_pairs import MANY, agree, is_converted, quantities_of
from selaras.languages import Tag
from selaras.text.numbers import Number
from selaras.text.quantities import Quantity, in_lower_case, reader
from selaras.text.quantities.units import may_be_converted
from selaras.text.spans import Span


def restated(
    text: str,
    quantities: Sequence[Quantity],
    gone: Collection[Span],
    other: str,
    language: Tag,
    *,
    exactly: bool = False,
) -> set[Span]:
    """
    Where a text says an amount twice, in two units, and need not: some are ``gone``.

    Of "240 km/h (149 mph)" the second may go, with its unit, and the first where the
    second stays. A unit that stands in the ``other`` text has lost its number, or has
    another one. What a translation adds of its own must be converted ``exactly``.
    """
    measured = [
        one for one in quantities[:MANY] if one.unit and not is_a_rate(one, text)
    ]
    twice = [
        (one, two)
        for one, two in pairwise(measured)
        if (
            is_converted(one, two) and is_converted(two, one)
            if exactly
            else is_converted(one, two) or is_in_brackets(one, two, text)
        )
    ]
    spared = [(two, one) for one, two in twice]
    spared += [(one, two) for one, two in twice if two.number.span not in gone]
    return {
        one.number.span
        for one, partner in spared
        if one.number.span in gone
        and one.unit
        and not has_lost_its_number(one.unit.names, other, language)
        and not has_another_number(
            one.unit.names, counted_in(one.unit.names, measured), other, language
        )
        and not has_emptied_bracket(partner.number, other, language)
    }


def is_a_rate(quantity: Quantity, text: str) -> bool:
    """
    Whether a quantity is the hour of "64 km per jam (40 mph)".
    """
    return quantity.number.span.of(text).strip().lower() == "per"


def is_in_brackets(one: Quantity, two: Quantity, text: str) -> bool:
    """
    Whether an amount is said again in brackets, rounded: "six metres (18 feet)".
    """
    if not (one.unit and two.unit):
        return False
    start = max(one.number.span.end, one.unit.span.end)
    return OPENED.fullmatch(text, start, two.number.span.start) is not None and (
        may_be_converted(
            one.number.value,
            one.unit.names,
            two.number.value,
            two.unit.names,
            tolerance=ROUGHLY,
        )
    )


def has_lost_its_number(names: frozenset[str], text: str, language: Tag) -> bool:
    """
    Whether a text names a unit more often than it counts it: "240 km/h ( mph)".
    """
    named = reader(language).units_in(in_lower_case(text))
    mentioned = sum(1 for one in named if not names.isdisjoint(one))
    counted = sum(
        1
        for one in quantities_of(text, language).items
        if one.unit and not names.isdisjoint(one.unit.names)
    )
    return mentioned > counted


def counted_in(
    names: frozenset[str], quantities: Sequence[Quantity]
) -> frozenset[Decimal]:
    """
    What some quantities count in a unit.
    """
    return frozenset(
        value
        for one in quantities
        if one.unit and not names.isdisjoint(one.unit.names)
        for value in one.number.readings
    )


def has_another_number(
    names: frozenset[str], known: Collection[Decimal], text: str, language: Tag
) -> bool:
    """
    Whether a text counts a unit by a value that is not known: "two metres (18 feet)".
    """
    return any(
        one.unit
        and not names.isdisjoint(one.unit.names)
        and not any(value in known for value in one.number.readings)
        for one in quantities_of(text, language).items[:MANY]
    )


def has_emptied_bracket(number: Number, text: str, language: Tag) -> bool:
    """
    Whether a bracket behind an amount has a unit without its number: "6 m (フィート)".
    """
    return any(
        agree(one.number, number)
        and one.unit
        and EMPTIED.match(text, max(one.unit.span.end, one.number.span.end))
        for one in quantities_of(text, language).items[:MANY]
    )


ROUGHLY = Decimal("0.1")
"""
How far what a source says in brackets may be off: six metres are 18 feet to some.
"""

OPENED = re.compile(r" ?[(（] ?(?:sekitar |setara |atau )?")

EMPTIED = re.compile(r" ?[(（][^()（）\d〇一二三四五六七八九十百千万]{1,8}[)）]")
"""
A bracket behind an amount that says nothing but a unit.
"""
