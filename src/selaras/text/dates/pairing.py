"""
Which moments of a text no moment of another can stand for.
"""

from collections import Counter
from collections.abc import Sequence

from selaras.text.dates.moment import Moment, agree

MANY = 60
"""
More moments of a kind stand in no sentence, but in a timetable.
"""


def unserved(wanted: Sequence[Moment], offered: Sequence[Moment]) -> list[Moment]:
    """
    The firm moments that are left when as many as can be have found one of their own.

    Those that are firm are served first. A timetable is compared reading by reading,
    since its time would grow with the square of its length.
    """
    if max(len(wanted), len(offered)) > MANY:
        return without_equals(wanted, offered)
    ordered = sorted(wanted, key=lambda moment: not moment.firm)
    fitting = [
        [place for place, other in enumerate(offered) if agree(one, other)]
        for one in ordered
    ]
    taken: dict[int, int] = {}
    left = [
        moment
        for number, moment in enumerate(ordered)
        if not serve(number, fitting, taken, set()) and moment.firm
    ]
    return sorted(left, key=lambda moment: moment.span)


def serve(
    one: int, fitting: list[list[int]], taken: dict[int, int], tried: set[int]
) -> bool:
    """
    Find a partner for one, if need be by moving others to another of theirs.
    """
    for place in fitting[one]:
        if place in tried:
            continue
        tried.add(place)
        if place not in taken or serve(taken[place], fitting, taken, tried):
            taken[place] = one
            return True
    return False


def without_equals(wanted: Sequence[Moment], offered: Sequence[Moment]) -> list[Moment]:
    """
    The firm moments that are left when those of the same readings are taken away.
    """
    there = Counter(moment.readings for moment in offered)
    left = []
    for moment in wanted:
        there[moment.readings] -= 1
        if there[moment.readings] < 0 and moment.firm:
            left.append(moment)
    return left
