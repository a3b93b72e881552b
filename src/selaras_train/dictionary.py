"""
The dictionary of the checks, made from parallel text.

Beside what was counted between Indonesian and a language (``selaras_train.alignment``)
a second way leads over English: what an Indonesian word means there, and what that
becomes. The weights are counted on news that the counting of words has not seen.

``make`` makes it from all of the text, which takes an hour; ``renew`` adds to one that
is there what newer news shows, which takes minutes.
"""

import lzma
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from selaras.fidelity.coverage import Sighting, sightings_back, sightings_there
from selaras.fidelity.dictionary.lookup import (
    Dictionary,
    Weights,
    code_of,
    packed,
    roots,
)
from selaras.fidelity.dictionary.stems import words_of
from selaras.languages import SOURCE, TARGETS, Tag
from selaras_train.alignment import Sentences, Table, known_roots, learn

Row = Mapping[Tag, str]
Tables = tuple[Table, Table]


def make(corpora: Path, news: Sequence[Row], unseen: Sequence[Row], out: Path) -> None:
    """
    Write the dictionaries of all languages into a folder.

    ``corpora`` holds parallel text as ``PAIR.tsv.xz``; ``news`` and ``unseen`` are
    sentences in all languages. The weights are counted on ``unseen`` with a dictionary
    that was made without it; the one written has learnt from both.
    """
    english = read_pairs(corpora / f"{SOURCE}-en.tsv.xz")
    known = known_roots(
        [*(text for text, _ in english), *(row[SOURCE] for row in news)]
    )
    write(out / "roots.txt.xz", "\n".join(sorted(known)))
    onwards = {
        tag: learn(
            [*read_pairs(corpora / f"en-{tag}.tsv.xz"), *twice(news, "en", tag)],
            ("en", tag),
            known,
        )
        for tag in TARGETS
        if tag != "en"
    }
    learnt = {
        size: {
            tag: learn(
                [
                    *read_pairs(corpora / f"{SOURCE}-{tag}.tsv.xz"),
                    *twice(rows, SOURCE, tag),
                ],
                (SOURCE, tag),
                known,
            )
            for tag in TARGETS
        }
        for size, rows in {"part": news, "whole": [*news, *unseen]}.items()
    }
    for tag in TARGETS:
        first, whole = (
            chosen(joined(learnt[size], onwards, tag), frequent(news, tag))
            for size in ("part", "whole")
        )
        write(out / f"{tag}.txt.xz", as_text(whole, weighed([(first, unseen)], tag)))


def renew(known: Sequence[Row], fresh: Sequence[Row], out: Path) -> None:
    """
    Write the dictionaries again, with what newer news adds to those that are there.

    ``known`` are sentences that they have learnt from, ``fresh`` others: the weights
    are counted on both halves of these, each with what was learnt without it.
    """
    middle = len(fresh) // 2
    halves = (fresh[:middle], fresh[middle:])
    for tag in TARGETS:
        empty = frequent([*known, *fresh], tag)
        # Rows written by hand stand beside what was counted, and are not counted anew.
        old = chances_in(Dictionary(packed(tag)))
        whole, *parts = (
            with_more(old, chosen(counted([*known, *rows], tag), empty), empty)
            for rows in (fresh, *reversed(halves))
        )
        told = weighed(list(zip(parts, halves, strict=True)), tag)
        write(out / f"{tag}.txt.xz", as_text(whole, told))


def counted(rows: Iterable[Row], tag: Tag) -> Tables:
    """
    The tables that the news alone gives, with the roots that are known already.
    """
    return learn([(row[SOURCE], row[tag]) for row in rows], (SOURCE, tag), roots())


def chances_in(dictionary: Dictionary) -> Table:
    """
    The counterparts of a dictionary, with the least chance that each can have had.
    """
    table: Table = {}
    for root in dictionary.lines:
        entry = dictionary.counterparts(root)
        if entry:
            table[root] = dict.fromkeys(entry.doubtful, DOUBTFUL)
            table[root].update(dict.fromkeys(entry.likely, LIKELY))
    return table


def with_more(old: Table, new: Table, empty: frozenset[str]) -> Table:
    """
    The counterparts of two tables together, the best of them.
    """
    table: Table = {}
    for root, row in sorted(higher(old, new).items()):
        both = {word: old.get(root, {}).get(word, 0) + row[word] for word in row}
        kept = sorted(row.keys() - empty, key=lambda word: (-both[word], word))
        if kept:
            table[root] = {word: row[word] for word in kept[:KEPT_OF_BOTH]}
    return table


def read_pairs(path: Path) -> list[Sentences]:
    """
    The pairs of a file, not too many of one source, so that news is not drowned.
    """
    counts: Counter[str] = Counter()
    pairs = []
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            source, one, other = line.rstrip("\n").split("\t")
            counts[source] += 1
            if counts[source] <= AT_MOST.get(source, MANY) and 3 <= len(one) <= LONGEST:
                pairs.append((one, other))
    return pairs


def twice(rows: Iterable[Row], one: Tag, other: Tag) -> list[Sentences]:
    """
    The news, which counts double because it is what is checked.
    """
    return [(row[one], row[other]) for row in rows] * 2


def joined(
    tables: Mapping[Tag, Tables], onwards: Mapping[Tag, Tables], tag: Tag
) -> Tables:
    """
    The tables of a language, by both ways; of two chances the higher.
    """
    if tag not in onwards:
        return tables[tag]
    (there, back), (direct, direct_back) = tables["en"], tables[tag]
    on, on_back = onwards[tag]
    return (
        higher(direct, through(there, on)),
        higher(direct_back, through(on_back, back)),
    )


def through(first: Table, second: Table) -> Table:
    """
    What the words of one table lead to over the words of another.
    """
    table: Table = {}
    for word, middle in first.items():
        reached: dict[str, float] = defaultdict(float)
        for between, chance in middle.items():
            for other, then in second.get(between, {}).items():
                reached[other] += chance * then
        table[word] = {other: p for other, p in reached.items() if p >= DOUBTFUL / 5}
    return table


def higher(one: Table, other: Table) -> Table:
    """
    Of every chance in two tables the higher.
    """
    table: Table = {}
    for word in {*one, *other}:
        row, more = one.get(word, {}), other.get(word, {})
        table[word] = {
            key: max(row.get(key, 0), more.get(key, 0)) for key in {*row, *more}
        }
    return table


def frequent(rows: Sequence[Row], tag: Tag) -> frozenset[str]:
    """
    The stems that stand in so many sentences that they tell nothing.
    """
    counts = Counter(
        stem for row in rows for stem in {word.stem for word in words_of(row[tag], tag)}
    )
    return frozenset(s for s, count in counts.items() if count > EVERYWHERE * len(rows))


def chosen(tables: Tables, empty: frozenset[str]) -> Table:
    """
    The counterparts worth keeping of every root, the likelier direction deciding.
    """
    there, back = tables
    turned: Table = defaultdict(dict)
    for word, row in back.items():
        for root, chance in row.items():
            turned[root][word] = chance
    table: Table = {}
    for root in sorted({*there, *turned}):
        row, other = there.get(root, {}), turned.get(root, {})
        best = {
            word: max(row.get(word, 0), other.get(word, 0))
            for word in {*row, *other} - empty
        }
        kept = [word for word, chance in best.items() if chance >= DOUBTFUL]
        kept.sort(
            key=lambda word: (-row.get(word, 0) - other.get(word, 0) / 1000, word)
        )
        if kept:
            table[root] = {word: best[word] for word in kept[:KEPT]}
    return table


Tally = dict[str, list[int]]
Weighing = tuple[dict[str, Weights], Weights]


def weighed(
    parts: Sequence[tuple[Table, Sequence[Row]]], tag: Tag
) -> tuple[Weighing, Weighing]:
    """
    How much the words of both sides tell, counted on good and on wrong pairs.

    Each part is a table and news that it has not learnt from.
    """
    there, back = Tallies(), Tallies()
    for table, rows in parts:
        dictionary = Dictionary(as_text(table, None))
        for one, other, right in judged(rows, tag):
            there.add(sightings_there(one, other, tag, dictionary), right=right)
            back.add(sightings_back(one, other, tag, dictionary), right=right)
    return there.weights(), back.weights()


def judged(rows: Sequence[Row], tag: Tag) -> Iterator[tuple[str, str, bool]]:
    """
    Every source with its translation, which is right, and with two others.
    """
    for place, row in enumerate(rows):
        yield row[SOURCE], row[tag], True
        for step in (7, 13):
            yield row[SOURCE], rows[(place + step) % len(rows)][tag], False


class Tallies:
    """
    How often a word had each kind of counterpart, in right pairs and in wrong ones.
    """

    def __init__(self) -> None:
        self.right: Tally = defaultdict(lambda: [0, 0, 0])
        self.wrong: Tally = defaultdict(lambda: [0, 0, 0])

    def add(self, sightings: Iterable[Sighting], *, right: bool) -> None:
        """
        Count what was seen in one pair.
        """
        tally = self.right if right else self.wrong
        for sighting in sightings:
            if sighting.seen is not None:
                tally[sighting.stem][sighting.seen] += 1

    def weights(self) -> Weighing:
        """
        The weights of the frequent words, and the one of all others.
        """
        right, wrong = self.right, self.wrong
        rare = [stem for stem, counts in right.items() if sum(counts) <= RARE]
        usual, unusual = summed(right, rare), summed(wrong, rare)
        weights = {
            stem: ratio(counts, wrong[stem], usual, unusual)
            for stem, counts in right.items()
            if sum(counts) > RARE
        }
        return weights, ratio([0, 0, 0], [0, 0, 0], usual, unusual)


def summed(tally: Tally, stems: Sequence[str]) -> list[float]:
    """
    The shares of all three cases over some stems.
    """
    sums = [1 + sum(tally[stem][case] for stem in stems) for case in range(3)]
    return [count / sum(sums) for count in sums]


def ratio(
    right: Sequence[int],
    wrong: Sequence[int],
    usual: Sequence[float],
    unusual: Sequence[float],
) -> Weights:
    """
    By how much each case is likelier if the word was lost; the usual counts a little.
    """
    return Weights(
        *(
            math.log(
                ((wrong[case] + PRIOR * unusual[case]) / (sum(wrong) + PRIOR))
                / ((right[case] + PRIOR * usual[case]) / (sum(right) + PRIOR))
            )
            for case in range(3)
        )
    )


def as_text(table: Table, weighing: tuple[Weighing, Weighing] | None) -> str:
    """
    A dictionary as its file has it: the rare, the roots, a blank line, the words.
    """
    (stems, rare), (words, rare_word) = weighing or (({}, NONE), ({}, NONE))
    lines = [code_of(rare) + code_of(rare_word)]
    for root, row in table.items():
        likely = " ".join(sorted(w for w, chance in row.items() if chance >= LIKELY))
        doubtful = " ".join(sorted(w for w, chance in row.items() if chance < LIKELY))
        code = code_of(stems[root]) if root in stems else ""
        lines.append(f"{root}\t{code}\t{likely}\t{doubtful}")
    told = (f"{word}\t{code_of(weights)}" for word, weights in sorted(words.items()))
    return "\n\n".join(("\n".join(lines), "\n".join(told)))


def write(path: Path, text: str) -> None:
    """
    A small file that is the same whenever it is made of the same.
    """
    path.write_bytes(lzma.compress(text.encode(), preset=9))


NONE = Weights(0, 0, 0)
LIKELY = 0.1
DOUBTFUL = 0.02
EVERYWHERE = 0.08
KEPT = 9
KEPT_OF_BOTH = 10
RARE = 4
PRIOR = 8
LONGEST = 400
MANY = 10**9

AT_MOST = {
    "3b1b-captions": 6000,
    "canada-laws": 4000,
    "coursera": 6000,
    "desmond86-smeru": 16000,
    "freecodecamp": 0,
    "gnome-user-docs": 1500,
    "hf-course": 0,
    "kyoto-wiki": 25000,
    "lctt": 14000,
    "ms-alchemy": 6000,
    "ms-azd": 1000,
    "ms-beginners": 2000,
    "ms-edgeai": 2000,
    "ms-iot-beginners": 3000,
    "msdocs-alchemy": 3000,
    "msdocs-dynamics": 4000,
    "multi30k": 4000,
    "python-docs": 0,
    "react-docs": 0,
    "small_parallel_enja": 8000,
    "tatoeba-manythings": 12000,
    "tatoeba-testsets": 8000,
    "weiqi-kids": 1500,
}
"""
How many pairs of a source are enough: lectures, manuals and games are not news.
"""
