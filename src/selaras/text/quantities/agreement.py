"""
How well what stands beside one number agrees with what stands beside another.
"""

from collections.abc import Mapping
from decimal import Decimal
from enum import IntEnum

from selaras.text.quantities.currencies import usual
from selaras.text.quantities.quantity import Comparator, Direction, Quantity
from selaras.text.quantities.units import UNITS

NOTHING: frozenset[Comparator] = frozenset({Comparator.NONE})


class Disagreement(IntEnum):
    """
    How far two quantities are apart: not at all, a shade, or a fact.
    """

    NONE = 0
    SHADE = 1
    FACT = 2


def comparators_of(quantity: Quantity) -> frozenset[Comparator]:
    """
    What a text may say that a number is to the true value.
    """
    return quantity.cue.comparators if quantity.cue else NOTHING


def meanings_apart(one: Quantity, other: Quantity) -> Disagreement:
    """
    How far the comparators of two quantities are apart.

    Where one is negated and the other is not, it may say the opposite of its word.
    """
    first, second = comparators_of(one), comparators_of(other)
    if is_negated(one) and not is_negated(other):
        first |= opposites(first)
    if is_negated(other) and not is_negated(one):
        second |= opposites(second)
    return comparators_apart(first, second)


def is_negated(quantity: Quantity) -> bool:
    """
    Whether a comparator stands under a negation.
    """
    return quantity.cue is not None and quantity.cue.negated


def opposites(comparators: frozenset[Comparator]) -> frozenset[Comparator]:
    """
    What comparators say under a negation.
    """
    return frozenset(OPPOSITES[one] for one in comparators if one in OPPOSITES)


def comparators_apart(
    one: frozenset[Comparator], other: frozenset[Comparator]
) -> Disagreement:
    """
    How far two comparators are apart, in the readings that bring them nearest.

    >>> more, less = Comparator.MORE, Comparator.AT_MOST
    >>> comparators_apart(frozenset({more}), frozenset({less})).name
    'FACT'
    """
    return min(APART[first, second] for first in one for second in other)


def apart(first: Comparator, second: Comparator) -> Disagreement:
    """
    How far one comparator of a source is from one of a translation.

    "More than 27" and "at least 27" are told apart by no newspaper, nor are "almost"
    and "about"; "about" for "more than" is a shade.
    """
    one, other = SIDES[first], SIDES[second]
    if first is second or one == other:
        return Disagreement.NONE
    pair = frozenset({first, second})
    if pair in NEIGHBOURS:
        return NEIGHBOURS[pair]
    return Disagreement.FACT


def is_same_bound(one: Quantity, other: Quantity) -> bool:
    """
    Whether two bounds on what comes in whole numbers are one: more than five, six up.

    Only for few: nobody writes "at least 101" for "more than a hundred".
    """
    return is_next(one, other) or is_next(other, one)


def is_next(open_bound: Quantity, closed: Quantity) -> bool:
    """
    Whether the second is the first whole number that lies beyond the first.

    A cue that may mean either bound (على الأقل) is no open one: at least four are not
    at least five.
    """
    if is_negated(open_bound) or is_negated(closed):
        return False
    beyond, reached = comparators_of(open_bound), comparators_of(closed)
    steps = {
        Decimal(step)
        for step, (before, at) in BEYOND.items()
        if before in beyond and at not in beyond and at in reached
    }
    return any(
        value % 1 == 0 and value <= FEW and value + step in closed.number.readings
        for value in open_bound.number.readings
        for step in steps
    )


FEW = 20

BEYOND: Mapping[int, tuple[Comparator, Comparator]] = {
    1: (Comparator.MORE, Comparator.AT_LEAST),
    -1: (Comparator.LESS, Comparator.AT_MOST),
}
"""
What leads from a bound that is left out to the next one that is let in.
"""

OPPOSITES: Mapping[Comparator, Comparator] = {
    Comparator.MORE: Comparator.AT_MOST,
    Comparator.LESS: Comparator.AT_LEAST,
}

UPPER = (Comparator.MORE, Comparator.AT_LEAST)
LOWER = (Comparator.LESS, Comparator.AT_MOST)

SIDES: Mapping[Comparator, str] = {
    **dict.fromkeys(UPPER, "up"),
    **dict.fromkeys(LOWER, "down"),
    Comparator.ALMOST: "almost",
    Comparator.ABOUT: "about",
    Comparator.NONE: "none",
}

NEIGHBOURS: Mapping[frozenset[Comparator], Disagreement] = {
    frozenset({Comparator.ALMOST, Comparator.LESS}): Disagreement.NONE,
    frozenset({Comparator.ALMOST, Comparator.AT_MOST}): Disagreement.NONE,
    frozenset({Comparator.ALMOST, Comparator.ABOUT}): Disagreement.NONE,
    frozenset({Comparator.ALMOST, Comparator.NONE}): Disagreement.SHADE,
    frozenset({Comparator.ABOUT, Comparator.NONE}): Disagreement.SHADE,
    **{
        frozenset({Comparator.ABOUT, one}): Disagreement.SHADE
        for one in (*UPPER, *LOWER)
    },
}

APART: Mapping[tuple[Comparator, Comparator], Disagreement] = {
    (first, second): apart(first, second)
    for first in Comparator
    for second in Comparator
}


def turned_round(one: Quantity, other: Quantity) -> bool:
    """
    Whether one rises and the other falls.
    """
    if not (one.turn and other.turn):
        return False
    return {one.turn.direction, other.turn.direction} == {Direction.UP, Direction.DOWN}


def other_currency(one: Quantity, other: Quantity) -> bool:
    """
    Whether two quantities are in currencies that cannot be the same.
    """
    if not (one.currency and other.currency):
        return False
    return one.currency.names.isdisjoint(other.currency.names)


def vaguer_currency(one: Quantity, other: Quantity) -> bool:
    """
    Whether the other's currency is one of several, and readers take it for another.

    "$5" for five Singapore dollars.
    """
    if not (one.currency and other.currency) or other_currency(one, other):
        return False
    return usual(other.currency.names).isdisjoint(usual(one.currency.names))


def other_unit(one: Quantity, other: Quantity) -> bool:
    """
    Whether two quantities are in units that cannot be the same.
    """
    if not (one.unit and other.unit):
        return False
    return one.unit.names.isdisjoint(other.unit.names)


def units_apart(one: Quantity, other: Quantity) -> int:
    """
    How far two units are apart: none, another of its family, another or none at all.

    What replaced a unit is more often one of its family than no unit.
    """
    if not other_unit(one, other):
        return 2 * (bool(one.unit) != bool(other.unit))
    measured = {UNITS[name].family for name in one.unit.names} if one.unit else set()
    there = {UNITS[name].family for name in other.unit.names} if other.unit else set()
    return 2 if measured.isdisjoint(there) else 1


def apart_in_all(one: Quantity, other: Quantity) -> int:
    """
    In how many ways two quantities of the same value disagree.
    """
    return (
        meanings_apart(one, other)
        + 2 * turned_round(one, other)
        + 2 * other_currency(one, other)
        + units_apart(one, other)
        + (bool(one.currency) != bool(other.currency))
    )
