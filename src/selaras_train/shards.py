"""
Sentence pairs as piece numbers on disk: one file for one corpus and one direction.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

import numpy
from numpy.typing import NDArray

from selaras_train.errors import NothingToLearn

Numbers = NDArray[numpy.uint16]
Offsets = NDArray[numpy.int64]
Link = tuple[int, int]
"""
A place in the target and the place in the source that it translates.
"""


class Example(NamedTuple):
    """
    The piece numbers of a source sentence and of its translation.

    ``links``, of shape (links, 2), holds places of the target and of the source that
    translate each other; it is empty where nobody aligned them.
    """

    source: Numbers
    target: Numbers
    links: Numbers


@dataclass(frozen=True, slots=True)
class Shard:
    """
    The pairs of one corpus in one direction, ``corpus.id-en``, end to end.
    """

    name: str
    sources: Numbers
    targets: Numbers
    source_offsets: Offsets
    target_offsets: Offsets
    links: Numbers
    link_offsets: Offsets

    def __len__(self) -> int:
        return len(self.source_offsets) - 1

    def __getitem__(self, index: int) -> Example:
        source = slice(*self.source_offsets[index : index + 2])
        target = slice(*self.target_offsets[index : index + 2])
        linked = slice(*self.link_offsets[index : index + 2])
        return Example(self.sources[source], self.targets[target], self.links[linked])

    @classmethod
    def of(cls, name: str, examples: Iterable[tuple[list[int], list[int]]]) -> "Shard":
        """
        A shard of sentence pairs given as lists of numbers.
        """
        pairs = list(examples)
        sources, source_offsets = _flat([source for source, _ in pairs])
        targets, target_offsets = _flat([target for _, target in pairs])
        unlinked = cls.unlinked(len(pairs))
        return cls(name, sources, targets, source_offsets, target_offsets, *unlinked)

    @staticmethod
    def unlinked(pairs: int) -> tuple[Numbers, Offsets]:
        """
        The links of so many pairs that nobody aligned.
        """
        return numpy.zeros((0, 2), numpy.uint16), numpy.zeros(pairs + 1, numpy.int64)

    def linked(self, links: Iterable[Sequence[Link]]) -> "Shard":
        """
        The same pairs with the links of each.
        """
        flat, offsets = _flat_links(list(links))
        return replace(self, links=flat, link_offsets=offsets)

    def only(self, kept: Sequence[int]) -> "Shard":
        """
        Some of the pairs, with their links.
        """
        some = [self[index] for index in kept]
        pairs = [(list(map(int, s)), list(map(int, t))) for s, t, _ in some]
        links = [[(int(t), int(s)) for t, s in example.links] for example in some]
        return Shard.of(self.name, pairs).linked(links)

    def write(self, folder: Path) -> None:
        """
        Write the shard into a folder, under its name.
        """
        numpy.savez(
            folder / f"{self.name}.npz",
            s=self.sources,
            t=self.targets,
            so=self.source_offsets,
            to=self.target_offsets,
            a=self.links,
            ao=self.link_offsets,
        )


def read_shards(folder: Path) -> tuple[Shard, ...]:
    """
    All shards of a folder, by name; at least one.
    """
    shards = tuple(_read(path) for path in sorted(folder.glob("*.npz")))
    if not any(len(shard) for shard in shards):
        raise NothingToLearn(f"Expected shards with sentences in {folder}, found none.")
    return tuple(shard for shard in shards if len(shard))


def _read(path: Path) -> Shard:
    with numpy.load(path) as arrays:
        parts = (arrays["s"], arrays["t"], arrays["so"], arrays["to"])
        # Shards written before links were known have none.
        linked = (
            (arrays["a"], arrays["ao"])
            if "a" in arrays
            else Shard.unlinked(len(arrays["so"]) - 1)
        )
        return Shard(path.stem, *parts, *linked)


def _flat(sentences: list[list[int]]) -> tuple[Numbers, Offsets]:
    offsets = numpy.cumsum([0, *map(len, sentences)], dtype=numpy.int64)
    return numpy.fromiter(_chained(sentences), numpy.uint16), offsets


def _flat_links(sentences: list[Sequence[Link]]) -> tuple[Numbers, Offsets]:
    offsets = numpy.cumsum([0, *map(len, sentences)], dtype=numpy.int64)
    flat = [place for links in sentences for link in links for place in link]
    return numpy.array(flat, numpy.uint16).reshape(-1, 2), offsets


def _chained(sentences: Iterable[list[int]]) -> Iterator[int]:
    for sentence in sentences:
        yield from sentence
