"""
Batches made on the device that learns: all text lies there, only places are sent.

A GPU learns from a batch faster than a processor can put it together sentence by
sentence. As in ``batches`` each batch is a function of the seed and its place alone;
the pairs are drawn in another order than there.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import numpy
import torch
from numpy.typing import NDArray
from torch import Tensor

from selaras_train.batches import Batch, Position
from selaras_train.shards import Numbers, Offsets, Shard
from selaras_train.vocabulary import BEGIN, END, PADDING

STEP = 8
"""
Sources are padded to a multiple of this: fused attention wants its masks so.
"""

Places = NDArray[numpy.int64]


class Side:
    """
    All sentences of one side, end to end, on a device.
    """

    def __init__(
        self, parts: Sequence[tuple[Numbers, Offsets]], device: torch.device
    ) -> None:
        flat = numpy.concatenate([numbers for numbers, _ in parts]).astype(numpy.int32)
        begun = numpy.cumsum([0, *(len(numbers) for numbers, _ in parts)])
        starts = [
            offsets[:-1] + start
            for (_, offsets), start in zip(parts, begun[:-1], strict=True)
        ]
        self.lengths = numpy.concatenate([numpy.diff(offsets) for _, offsets in parts])
        self._flat = torch.from_numpy(flat).to(device)
        self._starts = torch.from_numpy(numpy.concatenate(starts)).to(device)
        self._lengths = torch.from_numpy(self.lengths).to(device)

    def rows(self, places: Tensor, width: int) -> Tensor:
        """
        Some sentences as rows of ``width`` pieces, padded.
        """
        along = torch.arange(width, device=places.device)
        inside = along < self._lengths[places][:, None]
        where = (self._starts[places][:, None] + along).where(inside, 0)
        return self._flat[where].long().where(inside, PADDING)


class Links:
    """
    The links of all pairs, on a device.
    """

    def __init__(self, shards: Sequence[Shard], device: torch.device) -> None:
        counts = numpy.concatenate([numpy.diff(shard.link_offsets) for shard in shards])
        flat = numpy.concatenate([shard.links for shard in shards]).astype(numpy.int32)
        self.counts = counts
        self.starts = numpy.concatenate([[0], numpy.cumsum(counts)])
        self._flat = torch.from_numpy(flat).to(device)

    def looks(self, places: Places, longest: int, widest: int) -> Tensor | None:
        """
        The links of some pairs as shares of a look; None where none has any.
        """
        counts = self.counts[places]
        if not counts.any():
            return None
        rows = numpy.repeat(numpy.arange(len(places)), counts)
        before = numpy.cumsum(counts) - counts
        along = numpy.arange(counts.sum()) - numpy.repeat(before, counts)
        where = numpy.repeat(self.starts[places], counts) + along
        device = self._flat.device
        links = self._flat[sent(where, device)].long()
        looks = torch.zeros((len(places), longest, widest), device=device)
        row = sent(rows, device)
        looks[row, links[:, 0], links[:, 1]] = 1.0
        return looks / looks.sum(2, keepdim=True).clamp_min(1)


class ResidentStream:
    """
    Batches of at most ``tokens`` padded pieces a side, shards mixed by weight.
    """

    def __init__(
        self,
        shards: Sequence[Shard],
        weights: Sequence[float],
        *,
        tokens: int,
        seed: int,
        pool: int,
        device: torch.device,
    ) -> None:
        self.tokens, self.seed, self.pool, self.device = tokens, seed, pool, device
        self._sizes = [len(shard) for shard in shards]
        self._begun = numpy.cumsum([0, *self._sizes])
        self._chances = numpy.asarray(weights) / sum(weights)
        self._drawn = [numpy.zeros(len(shards), dtype=numpy.int64)]
        self._sources = Side([(s.sources, s.source_offsets) for s in shards], device)
        self._targets = Side([(s.targets, s.target_offsets) for s in shards], device)
        self._links = Links(shards, device)

    def after(self, position: Position) -> Iterator[tuple[Batch, Position]]:
        """
        The batches from a place on, each with the place of the one that follows it.
        """
        with ThreadPoolExecutor(1) as executor:
            planned = executor.submit(self._plan, position.pool)
            while True:
                plan = planned.result()
                planned = executor.submit(self._plan, position.pool + 1)
                for number in range(position.batch, len(plan)):
                    following = Position(position.pool, number + 1)
                    yield self._batch(plan[number]), following
                position = Position(position.pool + 1)

    def _plan(self, pool: int) -> list[Places]:
        places = numpy.concatenate(
            [
                self._begun[number] + self._taken(number, int(start), int(stop))
                for number, (start, stop) in enumerate(
                    zip(
                        self._drawn_before(pool),
                        self._drawn_before(pool + 1),
                        strict=True,
                    )
                )
            ]
        )
        random = numpy.random.default_rng([self.seed, pool, 1])
        random.shuffle(places)
        source, target = self._sources.lengths[places], self._targets.lengths[places]
        longer = numpy.maximum(source, target + 1)
        order = numpy.lexsort((source, longer // 3))
        plan = list(cut(places[order], longer[order], self.tokens))
        return [plan[number] for number in random.permutation(len(plan))]

    def _taken(self, number: int, start: int, stop: int) -> Places:
        size = self._sizes[number]
        along = numpy.arange(start, stop)
        taken = numpy.empty(len(along), numpy.int64)
        for epoch in range(start // size, -(-stop // size)):
            inside = along // size == epoch
            taken[inside] = order_of(self.seed, number, epoch, size)[
                along[inside] % size
            ]
        return taken

    def _drawn_before(self, pool: int) -> NDArray[numpy.int64]:
        while len(self._drawn) <= pool:
            random = numpy.random.default_rng([self.seed, len(self._drawn) - 1, 0])
            counts = random.multinomial(self.pool, self._chances)
            self._drawn.append(self._drawn[-1] + counts)
        return self._drawn[pool]

    def _batch(self, places: Places) -> Batch:
        source, target = self._sources.lengths[places], self._targets.lengths[places]
        widest = -(-int(source.max()) // STEP) * STEP
        longest = int(target.max()) + 1
        there = sent(places, self.device)
        wanted = self._targets.rows(there, longest)
        begun = wanted.roll(1, 1)
        begun[:, 0] = BEGIN
        ends = sent(target, self.device)
        wanted.scatter_(1, ends[:, None], END)
        return Batch(
            self._sources.rows(there, widest),
            begun,
            wanted,
            self._links.looks(places, longest, widest),
            sent(filled(target + 1, longest), self.device),
        )


def cut(places: Places, padded: Places, tokens: int) -> Iterator[Places]:
    """
    Cut pairs sorted by their padded longer side into runs of at most ``tokens`` pieces.

    >>> places, padded = numpy.arange(5), numpy.array([2, 2, 3, 4, 9])
    >>> [len(run) for run in cut(places, padded, 8)]
    [2, 2, 1]
    """
    start = 0
    while start < len(places):
        most = max(1, tokens // int(padded[start]))
        # Later ones are longer: as many as their own length leaves room for.
        longest = numpy.maximum.accumulate(padded[start : start + most])
        fits = longest * numpy.arange(1, len(longest) + 1) <= tokens
        stop = start + max(1, int(fits.sum()))
        yield places[start:stop]
        start = stop


def filled(lengths: Places, width: int) -> Places:
    """
    Where in rows of ``width`` one after the other something stands.

    >>> filled(numpy.array([2, 1]), 3).tolist()
    [0, 1, 3]
    """
    rows = numpy.repeat(numpy.arange(len(lengths)), lengths)
    along = numpy.arange(lengths.sum()) - numpy.repeat(
        numpy.cumsum(lengths) - lengths, lengths
    )
    return rows * width + along


def sent(values: NDArray[numpy.int64], device: torch.device) -> Tensor:
    """
    Numbers on a device, which is not waited for.
    """
    here = torch.from_numpy(numpy.ascontiguousarray(values))
    if device.type == "cuda":
        here = here.pin_memory()
    return here.to(device, non_blocking=True)


@lru_cache(maxsize=1024)
def order_of(seed: int, shard: int, epoch: int, size: int) -> Places:
    """
    The order of a shard's pairs in one epoch.
    """
    order: Places = numpy.random.default_rng([seed, shard, epoch, 2]).permutation(size)
    return order
