"""
For each language, the pieces that are ever needed to write it.

A model of six languages would weigh the pieces of all six each time it writes one, and
the last layer is half of its work. CTranslate2 reads a map from what stands in a source
to the pieces that may follow (``vmap.txt``), and the first piece of ours is the tag of
the target. What may not be written cannot be written by mistake either: no kana in
Chinese, no Arabic in French.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import numpy
from numpy.typing import NDArray

from selaras.engines.covers import SIGNS
from selaras_train.shards import Shard, read_shards
from selaras_train.vocabulary import END, Vocabulary

OFTEN = 3
"""
Times that a piece must stand in text of a language to count as needed.
"""

BYTE = "<0x"


def write_shortlists(work: Path, vocabulary: Vocabulary, out: Path) -> None:
    """
    Write the map for all target languages of the training text in a work folder.
    """
    pieces = vocabulary.pieces()
    counts = counts_of(read_shards(work / "train"), len(pieces))
    always = {n for n, piece in enumerate(pieces) if n <= END or is_spelling(piece)}
    with out.open("w", encoding="utf-8", newline="\n") as file:
        for target, count in sorted(counts.items()):
            needed = always.union(numpy.flatnonzero(count >= OFTEN).tolist())
            words = " ".join(pieces[number] for number in sorted(needed))
            file.write(f"<2{target}>\t{words}\n")


def widen_shortlists(
    known: Path, work: Path, vocabulary: Vocabulary, out: Path
) -> None:
    """
    Write a map again, with every piece that the text of a work folder has.

    People wrote that text to be learnt from: what stands in it once is needed. A
    language that it is not in keeps its line.
    """
    pieces = vocabulary.pieces()
    counts = counts_of(read_shards(work / "train"), len(pieces))
    with (
        known.open(encoding="utf-8", newline="\n") as lines,
        out.open("w", encoding="utf-8", newline="\n") as file,
    ):
        for line in lines:
            tag, _, listed = line.rstrip("\n").partition("\t")
            learnt = numpy.flatnonzero(counts.get(tag[2:-1], ()))
            words = [*listed.split(" "), *(pieces[number] for number in learnt)]
            file.write(f"{tag}\t{' '.join(dict.fromkeys(words))}\n")


def counts_of(
    shards: tuple[Shard, ...], pieces: int
) -> dict[str, NDArray[numpy.int64]]:
    """
    How often each piece stands in what people wrote in each target language.
    """
    counts: dict[str, NDArray[numpy.int64]] = defaultdict(
        lambda: numpy.zeros(pieces, numpy.int64)
    )
    for shard in shards:
        corpus, _, direction = shard.name.rpartition(".")
        if "+" not in corpus:
            target = direction.partition("-")[2]
            counts[target] += numpy.bincount(shard.targets, minlength=pieces)
    return counts


def is_spelling(piece: str) -> bool:
    """
    Whether a name from anywhere may need the piece: a byte, a sign, or Latin letters.

    >>> [is_spelling(piece) for piece in ("<0x41>", "<N3>", "▁X", "ab", "▁the", "語")]
    [True, True, True, True, False, False]
    """
    bare = piece.removeprefix("▁")
    short = bare.isascii() and len(bare) <= 2
    return short or piece.startswith(BYTE) or piece in SIGNS


def read_shortlists(path: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """
    The tags of a map and their pieces.
    """
    with path.open(encoding="utf-8", newline="\n") as file:
        for line in file:
            tag, _, pieces = line.rstrip("\n").partition("\t")
            yield tag, frozenset(pieces.split(" "))
