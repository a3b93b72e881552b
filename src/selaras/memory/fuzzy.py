"""
What resembles a text, out of many, quickly.

Comparing with every text takes longer than an editor waits, so an index of trigrams
proposes and ``similarity`` decides. The index is asked about the rarest trigrams of
every part of the text: a changed number, name or clause spoils its own part only.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz, process

from selaras.languages import Tag
from selaras.memory import statements
from selaras.memory.entry import normalised

PARTS = 8
"""
Into how many parts a text is divided.
"""

PER_PART = 2
"""
How many trigrams are asked about in each.
"""

POSTINGS = 12_000
"""
How many texts all the trigrams together may propose, counted with repetition.
"""

PROPOSALS = 250
"""
How many texts are compared, those sharing most trigrams first.
"""

SHORT = 8
"""
Below this length one changed letter leaves too few trigrams, and lengths are few enough
for comparing every text.
"""

LOOKED_AT = 80
"""
How many trigrams of a text are looked at, evenly spread: how common one is takes time
to find out.
"""


def similarity(one: str, other: str) -> float:
    """
    How alike two texts are, from 0 to 1.

    Twice the length of their longest common subsequence over the sum of their lengths,
    which is one minus the share of characters to delete and insert (the normalised
    indel distance), on texts with normalised white space. Case and digits count.

    >>> similarity("Gempa menewaskan 27 orang.", "Gempa menewaskan 28 orang.")
    0.9615384615384616
    """
    return fuzz.ratio(normalised(one), normalised(other)) / 100


def lengths(characters: int, threshold: float) -> tuple[int, int]:
    """
    The lengths outside which no text can be as similar as the threshold.

    The common subsequence is at most the shorter text: ``2 min(a, b) / (a + b)``.

    >>> lengths(100, 0.85)
    (73, 136)
    """
    share = threshold / (2 - threshold)
    return int(characters * share), int(characters / share) + 1


class Resembling:
    """
    Finds the sources of a memory that resemble a text.

    It remembers how common a trigram was when it was first asked about: that steers the
    choice of trigrams only, so it need not stay exact.
    """

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def find(
        self,
        connection: sqlite3.Connection,
        text: str,
        *,
        source: Tag,
        target: Tag,
        threshold: float,
        limit: int,
    ) -> list[tuple[int, float]]:
        """
        The most similar sources with a translation into ``target``: ids and scores.
        """
        asked = normalised(text)
        shortest, longest = lengths(len(asked), threshold)
        where = (source, shortest, longest, target)
        if len(asked) < SHORT:
            found = connection.execute(statements.WITHIN, where).fetchall()
        else:
            ids = self._proposals(connection, asked)
            among = statements.within(len(ids))
            found = connection.execute(among, (*where, *ids)).fetchall()
        best = process.extract(
            asked,
            {number: normalised(candidate) for number, candidate in found},
            scorer=fuzz.ratio,
            score_cutoff=threshold * 100,
            limit=limit,
        )
        return [(number, score / 100) for _, score, number in best]

    def _proposals(self, connection: sqlite3.Connection, text: str) -> list[int]:
        shared: Counter[int] = Counter()
        left = POSTINGS
        for gram in self._telling(connection, text):
            left -= self._counts[gram]
            if left < 0 and shared:
                break
            quoted = '"' + gram.replace('"', '""') + '"'
            rows = connection.execute(statements.HOLDING, (quoted,))
            shared.update(row[0] for row in rows)
        return [number for number, _ in shared.most_common(PROPOSALS)]

    def _telling(self, connection: sqlite3.Connection, text: str) -> list[str]:
        grams = _grams(text)
        self._count(connection, grams)
        known = [gram for gram in grams if gram in self._counts]
        size = max(1, -(-len(known) // PARTS))
        chosen = {
            gram
            for start in range(0, len(known), size)
            for gram in sorted(known[start : start + size], key=self._common)[:PER_PART]
        }
        return sorted(chosen, key=self._common)

    def _common(self, gram: str) -> tuple[int, str]:
        return self._counts[gram], gram

    def _count(self, connection: sqlite3.Connection, grams: Sequence[str]) -> None:
        # What is nowhere now may be there later, so only what was found is remembered.
        new = [gram for gram in grams if gram not in self._counts]
        self._counts.update(connection.execute(statements.counted(len(new)), new))


def _grams(text: str) -> list[str]:
    # The index folds case, and a query ends at a NUL.
    return list(dict.fromkeys(_all_grams(text.lower())))


def _all_grams(text: str) -> Iterator[str]:
    step = -(-len(text) // LOOKED_AT)
    for start in range(0, len(text) - 2, step):
        gram = text[start : start + 3]
        if "\0" not in gram:
            yield gram
