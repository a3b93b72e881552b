"""
Which words translate which, counted in parallel text.

This is IBM Model 1 (Brown et al., "The Mathematics of Statistical Machine Translation",
1993) over the stems of the checks' dictionary, in both directions at once.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice

import numpy
from numpy.typing import NDArray

from selaras.fidelity.dictionary.stems import root_of, words_of
from selaras.languages import SOURCE, Tag

Sentences = tuple[str, str]
Numbers = NDArray[numpy.int64]
Chunk = tuple[NDArray[numpy.int32], ...]
Table = dict[str, dict[str, float]]
"""
For every word of one side, how likely the words of the other side are beside it.
"""


def learn(
    pairs: Sequence[Sentences], sides: tuple[Tag, Tag], roots: Container[str]
) -> tuple[Table, Table]:
    """
    Two tables, there and back, from pairs of sentences.
    """
    first = Side([stems(one, sides[0], roots) for one, _ in pairs])
    second = Side([stems(other, sides[1], roots) for _, other in pairs])
    cells = Cells(first, second)
    return cells.there(), cells.back()


def known_roots(texts: Iterable[str]) -> frozenset[str]:
    """
    What occurs without affixes often enough to be taken for a root.
    """
    counts = Counter(word.stem for text in texts for word in words_of(text, SOURCE))
    return frozenset(word for word, count in counts.items() if count >= ROOT_OCCURS)


def stems(text: str, language: Tag, roots: Container[str]) -> list[str]:
    """
    The different stems of a sentence.
    """
    found = {word.stem for word in words_of(text, language)}
    if language == SOURCE:
        found = {root_of(stem, roots) for stem in found}
    return sorted(found)


class Side:
    """
    One side of the parallel text as numbers.
    """

    def __init__(self, sentences: Sequence[Sequence[str]]) -> None:
        counts = Counter(stem for sentence in sentences for stem in sentence)
        self.words = sorted(word for word, count in counts.items() if count >= OCCURS)
        number = {word: place for place, word in enumerate(self.words)}
        self.rows = [
            numpy.array([number[stem] for stem in row if stem in number], numpy.int64)
            for row in sentences
        ]


class Cells:
    """
    Every two words that stand in one pair of sentences, one entry for each time.
    """

    def __init__(self, first: Side, second: Side) -> None:
        self.first, self.second = first, second
        self.kinds = frequent_keys(first, second)
        self.chunks = [self.known(*chunk) for chunk in crossed(first, second)]

    def known(self, key: Numbers, one: Numbers, other: Numbers) -> Chunk:
        """
        The cells of a chunk that are frequent, by the number of their kind.
        """
        place = numpy.searchsorted(self.kinds, key)
        place[place == len(self.kinds)] = 0
        kept = self.kinds[place] == key
        return tuple(part[kept].astype(numpy.int32) for part in (place, one, other))

    def there(self) -> Table:
        """
        How likely each word of the second side is, given one of the first.
        """
        heads, tails = numpy.divmod(self.kinds, len(self.second.words))
        chances = self.chances(heads, occurrence=2)
        return as_table(chances, heads, tails, self.first.words, self.second.words)

    def back(self) -> Table:
        """
        How likely each word of the first side is, given one of the second.
        """
        heads, tails = numpy.divmod(self.kinds, len(self.second.words))
        chances = self.chances(tails, occurrence=1)
        return as_table(chances, tails, heads, self.second.words, self.first.words)

    def chances(self, heads: Numbers, occurrence: int) -> NDArray[numpy.float64]:
        """
        The chance of every kind of cell, after some rounds of counting.

        An occurrence of the other side's word is shared out among the heads beside it.
        """
        chances = numpy.ones(len(self.kinds))
        for _ in range(ROUNDS):
            counts = numpy.zeros(len(self.kinds))
            for chunk in self.chunks:
                kind, token = chunk[0], chunk[occurrence]
                weight = chances[kind]
                total = numpy.bincount(token, weight) + NOTHING
                shares = weight / total[token]
                counts += numpy.bincount(kind, shares, minlength=len(counts))
            sums = numpy.bincount(heads, counts)
            chances = counts / numpy.maximum(sums[heads], 1)
        return chances


def as_table(
    chances: NDArray[numpy.float64],
    heads: Numbers,
    tails: Numbers,
    words: Sequence[str],
    others: Sequence[str],
) -> Table:
    """
    The numbers as words again, without what is unlikely.
    """
    table: Table = defaultdict(dict)
    for place in numpy.flatnonzero(chances >= LEAST):
        table[words[heads[place]]][others[tails[place]]] = float(chances[place])
    return table


def frequent_keys(first: Side, second: Side) -> Numbers:
    """
    The kinds of cells that occur more often than by chance, sorted.
    """
    chunks = [
        numpy.unique(key, return_counts=True) for key, _, _ in crossed(first, second)
    ]
    keys, places = numpy.unique(
        numpy.concatenate([keys for keys, _ in chunks]), return_inverse=True
    )
    counts = numpy.bincount(places, numpy.concatenate([often for _, often in chunks]))
    width = len(second.words)
    ones = numpy.bincount(numpy.concatenate(first.rows), minlength=len(first.words))
    others = numpy.bincount(numpy.concatenate(second.rows), minlength=width)
    expected = ones[keys // width] * others[keys % width] / len(first.rows)
    kept = (counts >= TOGETHER) & (counts > ABOVE_CHANCE * expected)
    frequent: Numbers = keys[kept]
    return frequent


def crossed(first: Side, second: Side) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """
    Every word of a sentence with every word of its translation, some pairs at a time.

    For each such cell the number of its kind, and which occurrence it is of the first
    word and of the second.
    """
    width = len(second.words)
    rows = zip(first.rows, second.rows, strict=True)
    while chunk := list(islice(rows, CHUNK)):
        keys, ones, others = [], [], []
        one_count = other_count = 0
        for one, other in chunk:
            grid = one[:, None] * width + other
            keys.append(grid.ravel())
            ones.append(numpy.repeat(numpy.arange(len(one)) + one_count, len(other)))
            others.append(numpy.tile(numpy.arange(len(other)) + other_count, len(one)))
            one_count += len(one)
            other_count += len(other)
        yield (
            numpy.concatenate(keys),
            numpy.concatenate(ones),
            numpy.concatenate(others),
        )


ROOT_OCCURS = 4
OCCURS = 3
TOGETHER = 2
ABOVE_CHANCE = 2.0
ROUNDS = 5
NOTHING = 0.02
LEAST = 0.004
CHUNK = 4000
