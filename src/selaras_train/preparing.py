"""
From a recipe and the folders with its corpora to encoded shards.

    work/vocabulary.model     the pieces
    work/train/*.npz          a shard for each corpus and direction, and for each
                              corpus that is learnt from changed as well
    work/valid/*.npz          a shard for each validation set
    work/tally.json           what was kept, and what was left out for which reason
"""

import json
import time
from collections import defaultdict
from collections.abc import (
    Callable,
    Collection,
    Iterable,
    Iterator,
    Mapping,
    Sequence,
)
from functools import partial
from itertools import chain
from pathlib import Path
from random import Random

from selaras.languages import Tag
from selaras_train.cleaning import Tally, cleaned
from selaras_train.corpora import Pair, read_corpus
from selaras_train.covering import covered
from selaras_train.errors import NothingToLearn
from selaras_train.recipe import Cleaning, Corpus, Direction, Recipe
from selaras_train.roughening import roughened
from selaras_train.shards import Shard
from selaras_train.vocabulary import Vocabulary, learn_vocabulary

PER_CORPUS = 25_000
"""
Pairs of one corpus that a vocabulary is learnt from at most, so that none rules it.
"""

SLACK = 8
"""
Pieces by which the sides of a pair may differ however short they are.
"""

OFTEN = 20_000
"""
Pairs between two words on how far reading has come.
"""

COVERED, ROUGH = "+covered", "+rough"
"""
What is written after the name of a corpus that is learnt from changed.
"""

Say = Callable[[str], None]
Change = Callable[[Pair, Random], Pair | None]
Gathered = dict[Direction, dict[str, list[Pair]]]


def prepare(
    recipe: Recipe,
    *,
    folders: Sequence[Path],
    out: Path,
    vocabulary: Path | None = None,
    validation: Sequence[Path] = (),
    say: Say = print,
) -> Tally:
    """
    Read, clean and encode everything that a recipe names.

    No sentence of the validation sets, ``NAME.id-en.tsv`` each, is kept for training.
    """
    tally = Tally()
    held_out = {_stem(path): list(_validation(path)) for path in validation}
    forbidden = {p.source for pairs in held_out.values() for p in pairs}
    gathered = gather(recipe, folders, forbidden, tally, say)
    if not tally.kept.total():
        raise NothingToLearn("Cleaning left no pair; see the recipe's columns.")
    kept, left_out = tally.kept.total(), tally.left_out.total()
    say(f"{kept} pairs kept, {left_out} left out")
    out.mkdir(parents=True, exist_ok=True)
    pieces = Vocabulary(vocabulary) if vocabulary else _learnt(recipe, gathered, out)
    (out / "vocabulary.model").write_bytes(pieces.path.read_bytes())
    say(f"vocabulary of {len(pieces)} pieces")
    for direction, by_corpus in gathered.items():
        changed = augmented(recipe, direction, by_corpus)
        for corpus, pairs in chain(by_corpus.items(), changed):
            shard = encode(corpus, direction, pairs, pieces, recipe.shape.longest)
            _write(shard, out / "train")
            say(f"{shard.name}: {len(shard)} pairs, {len(shard.targets)} target tokens")
    for (name, direction), pairs in held_out.items():
        shard = encode(name, direction, pairs, pieces, recipe.shape.longest)
        _write(shard, out / "valid")
    write_tally(tally, out / "tally.json")
    return tally


def gather(
    recipe: Recipe,
    folders: Sequence[Path],
    forbidden: set[str],
    tally: Tally,
    say: Say,
) -> Gathered:
    """
    The clean pairs of all corpora, by direction and corpus.
    """
    gathered: Gathered = {}
    for direction in recipe.directions:
        by_corpus: dict[str, list[Pair]] = defaultdict(list)
        read = counted(_read(recipe.corpora, direction, folders), say)
        for pair in cleaned(read, recipe.cleaning, direction, tally):
            if pair.source not in forbidden:
                by_corpus[pair.corpus].append(pair)
        gathered[direction] = dict(by_corpus)
    return gathered


def augmented(
    recipe: Recipe, direction: Direction, by_corpus: Mapping[str, Sequence[Pair]]
) -> Iterator[tuple[str, list[Pair]]]:
    """
    The corpora that are learnt from a second time, changed, with their new names.

    The same pair is changed the same way each time.
    """
    ways: tuple[tuple[str, Collection[str], Change], ...] = (
        (COVERED, recipe.augmenting.covered, partial(_covered, direction)),
        (ROUGH, recipe.augmenting.rough, roughened),
    )
    for suffix, names, change in ways:
        for corpus in names:
            chooser = Random(f"{recipe.course.seed} {corpus} {suffix}")  # noqa: S311
            pairs = by_corpus.get(corpus, ())
            changed = [new for pair in pairs if (new := change(pair, chooser))]
            if changed:
                yield f"{corpus}{suffix}", changed


def _covered(direction: Direction, pair: Pair, chooser: Random) -> Pair | None:
    return covered(pair, direction, chooser)


def counted(pairs: Iterable[Pair], say: Say) -> Iterator[Pair]:
    """
    The same pairs, with a word now and then on how many there were.
    """
    begun = time.monotonic()
    for number, pair in enumerate(pairs, start=1):
        yield pair
        if number % OFTEN == 0:
            speed = number / (time.monotonic() - begun)
            say(f"{number} pairs read, {speed:.0f} a second")


def encode(
    corpus: str,
    direction: Direction,
    pairs: Iterable[Pair],
    vocabulary: Vocabulary,
    longest: int,
) -> Shard:
    """
    A shard of pairs, without those that are too long in pieces or too unlike in length.
    """
    encoded = (
        (vocabulary.source(pair.source, direction[1]), vocabulary.target(pair.target))
        for pair in pairs
    )
    kept = ((s, t) for s, t in encoded if _fits(len(s) - 2, len(t), longest))
    return Shard.of(f"{corpus}.{'-'.join(direction)}", kept)


def write_tally(tally: Tally, path: Path) -> None:
    """
    Write what was kept and left out, by corpus.
    """
    reasons: dict[str, dict[str, int]] = defaultdict(dict)
    for (corpus, reason), count in sorted(tally.left_out.items()):
        reasons[corpus][reason] = count
    content = {"kept": dict(sorted(tally.kept.items())), "left_out": reasons}
    text = json.dumps(content, indent=1, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")


def _fits(source: int, target: int, longest: int) -> bool:
    shorter, longer = sorted((source, target))
    return shorter > 0 and longer <= min(longest, 3 * shorter + SLACK)


def _read(
    corpora: Iterable[Corpus], direction: Direction, folders: Sequence[Path]
) -> Iterator[Pair]:
    for corpus in corpora:
        yield from read_corpus(corpus, direction, folders)


def _stem(path: Path) -> tuple[str, Direction]:
    name, _, direction = path.name.removesuffix(".tsv").rpartition(".")
    source, _, target = direction.partition("-")
    return name, (source, target)


def _validation(path: Path) -> Iterator[Pair]:
    name, direction = _stem(path)
    corpus = Corpus(path=path.name, name=name, columns=direction)
    read = read_corpus(corpus, direction, [path.parent])
    yield from cleaned(
        read, Cleaning(longest=10_000, steepest=100.0), direction, Tally()
    )


def _learnt(recipe: Recipe, gathered: Gathered, out: Path) -> Vocabulary:
    texts: dict[Tag, list[str]] = defaultdict(list)
    for (source, target), by_corpus in gathered.items():
        for pairs in by_corpus.values():
            some = pairs[:PER_CORPUS]
            texts[source].extend(pair.source for pair in some)
            texts[target].extend(pair.target for pair in some)
    return learn_vocabulary(
        dict(texts),
        size=recipe.shape.vocabulary,
        path=out / "learnt.model",
        seed=recipe.course.seed,
    )


def _write(shard: Shard, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if len(shard):
        shard.write(folder)
