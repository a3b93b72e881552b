"""
Whether the numbers of two texts account for each other, one to one.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from selaras.text.numbers.number import Number

Places = Mapping[Decimal, Sequence[int]]


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
    places: dict[Decimal, list[int]] = defaultdict(list)
    for index, number in enumerate(offered):
        for reading in number.readings:
            places[reading].append(index)
    pairing = Pairing(wanted, places)
    return tuple(
        number
        for index, number in enumerate(wanted)
        if number.firm and not pairing.serve(index)
    )


class Pairing:
    """
    Who has found whom so far.

    Pages of equal numbers are met: a value's places are gone through once in a search,
    those that are free come first, and a value that led nowhere is never tried again,
    since no later pairing can free a place that it reaches.
    """

    def __init__(self, wanted: Sequence[Number], places: Places) -> None:
        self.wanted = wanted
        self.places = places
        self.free = {reading: list(found) for reading, found in places.items()}
        self.exhausted: set[Decimal] = set()
        self.partner_of: dict[int, int] = {}
        self.taken_by: dict[int, int] = {}

    def serve(self, one: int) -> bool:
        """
        Find a partner for one, if need be by moving others to another of theirs.
        """
        reached: dict[int, int] = {}
        tried: set[Decimal] = set()
        waiting = [one]
        for number in waiting:
            for reading in self.wanted[number].readings:
                if reading in tried or reading in self.exhausted:
                    continue
                tried.add(reading)
                if (partner := self.free_place(reading)) is not None:
                    reached[partner] = number
                    self.move(one, partner, reached)
                    return True
                for taken in self.places.get(reading, ()):
                    if taken not in reached:
                        reached[taken] = number
                        waiting.append(self.taken_by[taken])
        self.exhausted |= tried
        return False

    def free_place(self, reading: Decimal) -> int | None:
        """
        A number of the other text with this value that nobody has taken.
        """
        free = self.free.get(reading, [])
        while free and free[-1] in self.taken_by:
            free.pop()
        return free[-1] if free else None

    def move(self, one: int, partner: int | None, reached: Mapping[int, int]) -> None:
        """
        Give each number on the way the partner that was reached from it.
        """
        while partner is not None:
            number = reached[partner]
            left = self.partner_of.get(number)
            self.partner_of[number], self.taken_by[partner] = partner, number
            partner = None if number == one else left
