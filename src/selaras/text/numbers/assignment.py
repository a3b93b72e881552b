"""
Whether the numbers of two texts account for each other, one to one.
"""

from collections.abc import Sequence

from selaras.text.numbers.number import Number


def unaccounted(
    source: Sequence[Number], target: Sequence[Number]
) -> tuple[tuple[Number, ...], tuple[Number, ...]]:
    """
    The firm numbers of each text that no number of the other can stand for.

    One number stands for one. That all firm numbers of one side can be served, and all
    of the other, is enough for both at once (Mendelsohn and Dulmage, 1958).
    """
    return unserved(source, target), unserved(target, source)


def unserved(wanted: Sequence[Number], offered: Sequence[Number]) -> tuple[Number, ...]:
    """
    The firm numbers that are left when as many as can be have found a partner.
    """
    partners = [
        [index for index, other in enumerate(offered) if agree(number, other)]
        for number in wanted
    ]
    taken: dict[int, int] = {}
    return tuple(
        number
        for index, number in enumerate(wanted)
        if number.firm and not serve(index, partners, taken, set())
    )


def agree(one: Number, other: Number) -> bool:
    """
    Whether two numbers have a value in common.
    """
    return not set(one.readings).isdisjoint(other.readings)


def serve(
    wanted: int, partners: list[list[int]], taken: dict[int, int], seen: set[int]
) -> bool:
    """
    Find a partner, if need be by moving others to another partner of theirs.
    """
    for partner in partners[wanted]:
        if partner in seen:
            continue
        seen.add(partner)
        if partner not in taken or serve(taken[partner], partners, taken, seen):
            taken[partner] = wanted
            return True
    return False
