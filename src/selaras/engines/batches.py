"""
Requests to a service, sent in batches that it takes.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from selaras.engines.protocol import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """
    How much one call may hold; a single longer segment still goes, alone.
    """

    segments: int
    characters: int


def in_batches(
    requests: Sequence[Request],
    ask: Callable[[Sequence[Request]], Sequence[str]],
    *,
    limits: Limits,
    alike: Callable[[Request], Hashable],
) -> list[str]:
    """
    Ask about every request, those that are ``alike`` together, and answer in order.

    Blank text is its own translation, and no service is asked about it.
    """
    answers = {n: request.text for n, request in enumerate(requests)}
    for numbers in _batches(requests, limits, alike):
        found = ask([requests[n] for n in numbers])
        answers.update(zip(numbers, found, strict=True))
    return list(answers.values())


def _batches(
    requests: Sequence[Request], limits: Limits, alike: Callable[[Request], Hashable]
) -> Iterator[list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for n, request in enumerate(requests):
        if request.text.strip():
            groups.setdefault(alike(request), []).append(n)
    for numbers in groups.values():
        yield from _cut(numbers, [len(requests[n].text) for n in numbers], limits)


def _cut(
    numbers: Sequence[int], lengths: Sequence[int], limits: Limits
) -> Iterator[list[int]]:
    batch: list[int] = []
    characters = 0
    for n, length in zip(numbers, lengths, strict=True):
        over = characters + length > limits.characters
        if batch and (over or len(batch) == limits.segments):
            yield batch
            batch, characters = [], 0
        batch.append(n)
        characters += length
    if batch:
        yield batch
