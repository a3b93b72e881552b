"""
Batches made on the device that learns: all text lies there, only places are sent.

A GPU learns from a batch faster than a processor can put it together sentence by
sentence. As in ``batches`` each batch is a function of the seed and its place alone;
the pairs are drawn in another order than there.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy
import torch
from numpy.typing import NDArray
from torch import Tensor

from selaras_train.batches import Batch, Draws, Position, order_of
from selaras_train.errors import RecipeInvalid
from selaras_train.shards import Numbers, Offsets, Shard
from selaras_train.vocabulary import BEGIN, END, PADDING

WIDTHS = (16, 24, 32, 40, 48, 64, 96, 128, 192, 256)
"""
Pieces that both sides of a batch are padded to: few shapes, each of which a GPU is told
once how to learn from.
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

    def looks(self, places: Places, count: int, width: int) -> Tensor | None:
        """
        The links of some pairs as shares of a look; None where no pair at all has any.

        Of ``count`` rows those that follow the pairs' look nowhere.
        """
        if not len(self._flat):
            return None
        counts = self.counts[places]
        rows = numpy.repeat(numpy.arange(len(places)), counts)
        before = numpy.cumsum(counts) - counts
        along = numpy.arange(counts.sum()) - numpy.repeat(before, counts)
        where = numpy.repeat(self.starts[places], counts) + along
        device = self._flat.device
        links = self._flat[sent(where, device)].long()
        looks = torch.zeros((count, width, width), device=device)
        looks[sent(rows, device), links[:, 0], links[:, 1]] = 1.0
        return looks / looks.sum(2, keepdim=True).clamp_min(1)


class ResidentStream:
    """
    Batches of ``tokens`` padded pieces a side at most, shards mixed by weight.

    All batches of a width have as many rows; the last of a pool are filled up with
    rows that nothing is learnt from. Raises ``RecipeInvalid`` for pairs that are longer
    than the widest batch.
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
        self.tokens, self.seed, self.device = tokens, seed, device
        self._sizes = [len(shard) for shard in shards]
        self._begun = numpy.cumsum([0, *self._sizes])
        self._draws = Draws(weights, seed=seed, pool=pool)
        self._sources = Side([(s.sources, s.source_offsets) for s in shards], device)
        self._targets = Side([(s.targets, s.target_offsets) for s in shards], device)
        self._links = Links(shards, device)
        longest = max(self._sources.lengths.max(), self._targets.lengths.max() + 1)
        if longest > WIDTHS[-1]:
            raise RecipeInvalid(
                f"Expected at most {WIDTHS[-1]} pieces a side on a GPU but got "
                f"{longest}: make `longest` in [shape] smaller and prepare again."
            )

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

    def _plan(self, pool: int) -> list[tuple[int, Places]]:
        places = numpy.concatenate(
            [
                self._begun[number] + self._taken(number, int(start), int(stop))
                for number, (start, stop) in enumerate(
                    zip(
                        self._draws.before(pool),
                        self._draws.before(pool + 1),
                        strict=True,
                    )
                )
            ]
        )
        random = numpy.random.default_rng([self.seed, pool, 1])
        random.shuffle(places)
        source, target = self._sources.lengths[places], self._targets.lengths[places]
        plan = list(cut(places, numpy.maximum(source, target + 1), self.tokens))
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

    def _batch(self, planned: tuple[int, Places]) -> Batch:
        width, places = planned
        rows = max(1, self.tokens // width)
        count, missing = len(places), rows - len(places)
        filled = numpy.concatenate([places, numpy.repeat(places[:1], missing)])
        ends = self._targets.lengths[filled]
        there = sent(filled, self.device)
        wanted = self._targets.rows(there, width)
        begun = wanted.roll(1, 1)
        begun[:, 0] = BEGIN
        wanted.scatter_(1, sent(ends, self.device)[:, None], END)
        wanted[count:] = PADDING
        return Batch(
            self._sources.rows(there, width),
            begun,
            wanted,
            self._links.looks(places, rows, width),
            int(ends[:count].sum()) + count,
        )


def cut(places: Places, longer: Places, tokens: int) -> Iterator[tuple[int, Places]]:
    """
    Cut pairs into runs of one width that have at most ``tokens`` pieces a side.

    >>> runs = cut(numpy.arange(5), numpy.array([9, 20, 3, 24, 11]), 32)
    >>> [(width, places.tolist()) for width, places in runs]
    [(16, [0, 2]), (16, [4]), (24, [1]), (24, [3])]
    """
    before = 0
    for width in WIDTHS:
        run = places[(before < longer) & (longer <= width)]
        rows = max(1, tokens // width)
        for start in range(0, len(run), rows):
            yield width, run[start : start + rows]
        before = width


def sent(values: NDArray[numpy.int64], device: torch.device) -> Tensor:
    """
    Numbers on a device, which is not waited for.
    """
    here = torch.from_numpy(numpy.ascontiguousarray(values))
    if device.type == "cuda":
        here = here.pin_memory()
    return here.to(device, non_blocking=True)
