"""
What a clock shows, as minutes since midnight.
"""

from selaras.text.dates.table import Hours

HOUR, HALF_A_DAY, MIDNIGHT = 60, 12, 24


def minutes_of(hour: int, minute: int, *, part: Hours, late: bool) -> tuple[int, ...]:
    """
    Every time of the day that an hour may mean; none if there is no such hour.

    ``part`` are the hours of the part of the day that is named with it. Without one,
    what is ``late`` may be in the afternoon as well.

    >>> minutes_of(1, 21, part=frozenset(range(12, 24)), late=True)
    (801,)
    >>> minutes_of(1, 21, part=frozenset(), late=True)
    (81, 801)
    """
    if hour > MIDNIGHT or minute >= HOUR:
        return ()
    return tuple(
        one % MIDNIGHT * HOUR + minute for one in hours_of(hour, part=part, late=late)
    )


def hours_of(hour: int, *, part: Hours, late: bool) -> tuple[int, ...]:
    """
    The hours, of the twenty-four, that one on a dial may be.
    """
    if hour > HALF_A_DAY or (hour == 0 and not part):
        return (hour,)
    early = hour % HALF_A_DAY
    both = (early, early + HALF_A_DAY)
    fitting = tuple(one for one in both if one in part)
    if fitting:
        return fitting
    return both if late else (hour,)
