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
