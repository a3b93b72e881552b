"""
Sentence pairs as piece numbers on disk: one file for one corpus and one direction.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy
from numpy.typing import NDArray

from selaras_train.errors import NothingToLearn

Numbers = NDArray[numpy.uint16]
Example = tuple[Numbers, Numbers]
"""
The piece numbers of a source sentence and of its translation.
"""

Offsets = NDArray[numpy.int64]


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

    def __len__(self) -> int:
        return len(self.source_offsets) - 1

    def __getitem__(self, index: int) -> Example:
        source = slice(*self.source_offsets[index : index + 2])
        target = slice(*self.target_offsets[index : index + 2])
        return self.sources[source], self.targets[target]

    @classmethod
    def of(cls, name: str, examples: Iterable[tuple[list[int], list[int]]]) -> "Shard":
        """
        A shard of sentence pairs given as lists of numbers.
        """
        pairs = list(examples)
        sources, source_offsets = _flat([source for source, _ in pairs])
        targets, target_offsets = _flat([target for _, target in pairs])
        return cls(name, sources, targets, source_offsets, target_offsets)

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
        return Shard(path.stem, arrays["s"], arrays["t"], arrays["so"], arrays["to"])


def _flat(sentences: list[list[int]]) -> tuple[Numbers, Offsets]:
    offsets = numpy.cumsum([0, *map(len, sentences)], dtype=numpy.int64)
    return numpy.fromiter(_chained(sentences), numpy.uint16), offsets


def _chained(sentences: Iterable[list[int]]) -> Iterator[int]:
    for sentence in sentences:
        yield from sentence
