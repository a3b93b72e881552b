"""
What a mutation is, and how mutants are made of good pairs.

A mutation takes a good pair and a seeded source of chance, and returns the pair with
one error in its target, or nothing where the pair does not lend itself to it. What a
mutation adds to both sides (an address, a mark) is right before it is made wrong.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from selaras.fidelity import Pair
from selaras.languages import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """
    A pair that is known to be good, and the same sentence in all languages.
    """

    pair: Pair
    versions: Mapping[Tag, str]


Mutate = Callable[[Sample, Random], Pair | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """
    One way to be wrong, and the name of the check whose business it is.
    """

    name: str
    check: str
    mutate: Mutate


def mutants_of(
    samples: Sequence[Sample], mutation: Mutation, *, seed: int
) -> Iterator[Pair]:
    """
    Every sample made wrong in one way, the same ones for the same seed.
    """
    for place, sample in enumerate(samples):
        key = f"{seed} {mutation.name} {sample.pair.language} {place}"
        chance = Random(key)  # noqa: S311  (chance that can be repeated is wanted)
        pair = mutation.mutate(sample, chance)
        if pair is not None and pair != sample.pair:
            yield pair


def put(pair: Pair, start: int, end: int, text: str) -> Pair:
    """
    The pair with other text in a place of its target.
    """
    target = pair.target
    return replace(pair, target=target[:start] + text + target[end:])


def without(pair: Pair, match: re.Match[str]) -> Pair:
    """
    The pair without a stretch of its target.
    """
    return put(pair, match.start(), match.end(), "")
