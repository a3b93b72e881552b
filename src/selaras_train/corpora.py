"""
Parallel text on disk, read as pairs of sentences.
"""

import lzma
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from io import TextIOBase
from pathlib import Path
from typing import IO

from selaras_train.errors import CorpusUnreadable
from selaras_train.recipe import Corpus, Direction

NOTHING = frozenset({"", "-"})
"""
What stands in a cell where there is no text.
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """
    A sentence, its translation, and the corpus they come from.
    """

    corpus: str
    source: str
    target: str


def read_corpus(
    corpus: Corpus, direction: Direction, folders: Sequence[Path]
) -> Iterator[Pair]:
    """
    The pairs of a corpus in one direction; none if it lacks one of the languages.
    """
    for path in find(corpus.path, folders):
        yield from _read(path, corpus, direction)


def find(pattern: str, folders: Sequence[Path]) -> tuple[Path, ...]:
    """
    The files of a name or a pattern like ``news/*.tsv``; all from one folder.
    """
    for folder in folders:
        if paths := tuple(sorted(folder.glob(pattern))):
            return paths
    looked = ", ".join(str(folder) for folder in folders) or "no folder"
    raise CorpusUnreadable(f"Expected to find {pattern} but it is not in {looked}.")


def _read(path: Path, corpus: Corpus, direction: Direction) -> Iterator[Pair]:
    name = corpus.name or path.name.partition(".")[0]
    with _opened(path) as file:
        lines = iter(file)
        columns = corpus.columns or _cells(next(lines, ""))
        possible = (direction, *_turned(corpus.also, direction))
        wanted = [sides for sides in possible if set(sides) <= set(columns)]
        for number, line in enumerate(lines, start=1):
            cells = _cells(line)
            if len(cells) != len(columns):
                raise CorpusUnreadable(
                    f"Expected {len(columns)} columns in line {number} of {path} but "
                    f"got {len(cells)}."
                )
            yield from _pairs(dict(zip(columns, cells, strict=True)), wanted, name)


def _cells(line: str) -> tuple[str, ...]:
    return tuple(line.rstrip("\n").split("\t"))


def _pairs(
    row: dict[str, str], wanted: Iterable[tuple[str, str]], name: str
) -> Iterator[Pair]:
    for source, target in wanted:
        if row[source] not in NOTHING and row[target] not in NOTHING:
            yield Pair(row.get("corpus", name), row[source], row[target])


def _turned(
    also: Iterable[tuple[str, str]], direction: Direction
) -> Iterator[tuple[str, str]]:
    # Further columns are named "language_something": they serve one direction only.
    for sides in also:
        if tuple(side.partition("_")[0] for side in sides) == direction:
            yield sides


def _opened(path: Path) -> AbstractContextManager[IO[str] | TextIOBase]:
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8", newline="\n")
    return path.open(encoding="utf-8", newline="\n")
