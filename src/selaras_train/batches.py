"""
An endless stream of batches, each of them a function of the seed and its place alone.

So a training that was killed goes on with the very batch that it would have seen next,
and only two numbers need to be remembered.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy
import torch
from numpy.typing import NDArray
from torch import Tensor

from selaras_train.shards import Example, Shard
from selaras_train.vocabulary import BEGIN, END, PADDING

POOL = 16_000
"""
Pairs that are drawn together, then sorted by length and cut into batches.
"""


@dataclass(frozen=True, slots=True)
class Position:
    """
    The place of a batch in the stream.
    """

    pool: int = 0
    batch: int = 0


@dataclass(frozen=True, slots=True)
class Batch:
    """
    Sentence pairs as padded tensors of piece numbers, one row for a pair.

    ``begun`` is what the decoder is given, ``wanted`` what it must answer. ``looks``,
    of shape (pairs, pieces of the target, pieces of the source), says where it should
    look meanwhile: a row sums to 1, or is nothing where that is not known. It is None
    where it is known of no pair. ``count`` is that of the targets' pieces, where it is
    known already.
    """

    source: Tensor
    begun: Tensor
    wanted: Tensor
    looks: Tensor | None = None
    count: int | None = None

    @property
    def pieces(self) -> int:
        """
        Pieces of the targets, their ends included, without padding.
        """
        if self.count is not None:
            return self.count
        return int((self.wanted != PADDING).sum())

    def to(self, device: torch.device) -> "Batch":
        """
        The same batch on a device.
        """

        def there(part: Tensor) -> Tensor:
            return part.to(device, non_blocking=True)

        return Batch(
            there(self.source),
            there(self.begun),
            there(self.wanted),
            None if self.looks is None else there(self.looks),
            self.count,
        )


class Draws:
    """
    How many pairs of each shard the pools of a stream take, one after the other.
    """

    def __init__(self, weights: Sequence[float], *, seed: int, pool: int) -> None:
        self._chances = numpy.asarray(weights) / sum(weights)
        self._seed, self._pool = seed, pool
        self._drawn = [numpy.zeros(len(weights), dtype=numpy.int64)]

    def before(self, pool: int) -> NDArray[numpy.int64]:
        """
        The pairs of each shard that were taken before a pool.
        """
        while len(self._drawn) <= pool:
            random = numpy.random.default_rng([self._seed, len(self._drawn) - 1, 0])
            counts = random.multinomial(self._pool, self._chances)
            self._drawn.append(self._drawn[-1] + counts)
        return self._drawn[pool]


class Stream:
    """
    Batches of at most ``tokens`` padded pieces a side, shards mixed by weight.

    A shard gives its pairs in a random order, none again before all were seen.
    """

    def __init__(
        self,
        shards: Sequence[Shard],
        weights: Sequence[float],
        *,
        tokens: int,
        seed: int,
        pool: int = POOL,
    ) -> None:
        self.shards, self.tokens, self.seed = shards, tokens, seed
        self._draws = Draws(weights, seed=seed, pool=pool)

    def after(self, position: Position) -> Iterator[tuple[Batch, Position]]:
        """
        The batches from a place on, each with the place of the one that follows it.
        """
        while True:
            batches = self._batches(position.pool)
            for number in range(position.batch, len(batches)):
                following = Position(position.pool, number + 1)
                yield collate(batches[number]), following
            position = Position(position.pool + 1)

    def _batches(self, pool: int) -> list[list[Example]]:
        before, after = self._draws.before(pool), self._draws.before(pool + 1)
        examples = [
            shard[index]
            for number, shard in enumerate(self.shards)
            for index in self._indices(number, int(before[number]), int(after[number]))
        ]
        random = numpy.random.default_rng([self.seed, pool, 1])
        order = random.permutation(len(examples))
        examples = sorted((examples[index] for index in order), key=length_of)
        batches = cut(examples, self.tokens)
        return [batches[index] for index in random.permutation(len(batches))]

    def _indices(self, number: int, start: int, stop: int) -> Iterator[int]:
        size = len(self.shards[number])
        for place in range(start, stop):
            order = order_of(self.seed, number, place // size, size)
            yield int(order[place % size])


def cut(examples: Sequence[Example], tokens: int) -> list[list[Example]]:
    """
    Cut sorted pairs into runs whose padded longer side has at most ``tokens`` pieces.
    """
    batches: list[list[Example]] = []
    longest = 0
    for example in examples:
        longest = max(longest, _padded(example))
        if not batches or longest * (len(batches[-1]) + 1) > tokens:
            batches.append([])
            longest = _padded(example)
        batches[-1].append(example)
    return batches


def collate(examples: Sequence[Example]) -> Batch:
    """
    Pairs as one batch.
    """
    rows = len(examples)
    widest = max(len(example.source) for example in examples)
    longest = max(len(example.target) for example in examples) + 1
    source = numpy.full((rows, widest), PADDING, numpy.int64)
    begun = numpy.full((rows, longest), PADDING, numpy.int64)
    wanted = begun.copy()
    for row, (sentence, translation, _) in enumerate(examples):
        source[row, : len(sentence)] = sentence
        begun[row, 0] = BEGIN
        begun[row, 1 : len(translation) + 1] = translation
        wanted[row, : len(translation)] = translation
        wanted[row, len(translation)] = END
    return Batch(
        torch.from_numpy(source),
        torch.from_numpy(begun),
        torch.from_numpy(wanted),
        looks_of(examples, longest, widest),
    )


def looks_of(examples: Sequence[Example], longest: int, widest: int) -> Tensor | None:
    """
    The links of some pairs as shares of a look, from each piece of the targets.
    """
    if not any(len(example.links) for example in examples):
        return None
    looks = numpy.zeros((len(examples), longest, widest), numpy.float32)
    for row, example in enumerate(examples):
        looks[row, example.links[:, 0], example.links[:, 1]] = 1
    looks /= numpy.maximum(looks.sum(2, keepdims=True), 1)
    return torch.from_numpy(looks)


def length_of(example: Example) -> tuple[int, int]:
    """
    What pairs are sorted by before they are cut into batches.
    """
    return _padded(example) // 3, len(example.source)


def mixture(
    shards: Sequence[Shard], weights: Mapping[str, float], exponent: float
) -> list[float]:
    """
    How often each shard is drawn from: by its size to a power, times its weight.
    """
    return [len(shard) ** exponent * weight_of(shard.name, weights) for shard in shards]


def weight_of(name: str, weights: Mapping[str, float]) -> float:
    """
    The weight of a shard: by its whole name, by its corpus, or 1.

    Text that was changed or made of a corpus, ``CORPUS+WAY``, has the corpus's weight
    times that of ``+WAY``, where it has none of its own.

    >>> weights = {"news": 5.0, "+made": 0.5, "news.id-ar": 6.0}
    >>> [weight_of(f"{n}.id-fr", weights) for n in ("news", "news+made", "laws+made")]
    [5.0, 2.5, 0.5]
    """
    corpus = name.rpartition(".")[0]
    for known in (name, corpus):
        if known in weights:
            return weights[known]
    base, plus, way = corpus.rpartition("+")
    return weights.get(base, 1.0) * weights.get(f"+{way}", 1.0) if plus else 1.0


@lru_cache(maxsize=1024)
def order_of(seed: int, shard: int, epoch: int, size: int) -> NDArray[numpy.int64]:
    """
    The order of a shard's pairs in one epoch.
    """
    random = numpy.random.default_rng([seed, shard, epoch, 2])
    order: NDArray[numpy.int64] = random.permutation(size)
    return order


def _padded(example: Example) -> int:
    return max(len(example.source), len(example.target) + 1)
