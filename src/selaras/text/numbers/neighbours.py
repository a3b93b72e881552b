"""
Things beside the thing that follows them.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

Thing = TypeVar("Thing")


def with_following(things: Sequence[Thing]) -> Iterator[tuple[Thing, Thing | None]]:
    """
    Each thing with the next one, and the last with nothing.

    >>> list(with_following([20, 30]))
    [(20, 30), (30, None)]
    """
    for index, thing in enumerate(things):
        yield thing, things[index + 1] if index + 1 < len(things) else None


def with_neighbours(
    things: Sequence[Thing],
) -> Iterator[tuple[Thing | None, Thing, Thing | None]]:
    """
    Each thing between the one before it and the next one.

    >>> list(with_neighbours([20, 30]))
    [(None, 20, 30), (20, 30, None)]
    """
    before: Thing | None = None
    for thing, following in with_following(things):
        yield before, thing, following
        before = thing
