"""
Words of a translation that no word of its source accounts for, and what they replaced.

A word without a counterpart says little: a good translator may have found another. A
word that comes unasked says little too. Both, at the same place of the sentence, say
that something else stands where the word should.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from selaras.fidelity.coverage import (
    Sighting,
    bounded,
    checkable,
    seen_back,
    seen_there,
)
from selaras.fidelity.dictionary import dictionary_of
from selaras.fidelity.finding import Pair
from selaras.languages import LANGUAGES, Tag
from selaras.text.spans import Span


class Stranger(NamedTuple):
    """
    A stretch of a target that came unasked, and how much it tells that it did.
    """

    weight: float
    span: Span


class Replaced(NamedTuple):
    """
    A word of a source, the stranger at its place, and how much speaks for both.
    """

    weight: float
    span: Span
    stranger: Span


def replaced_word(pair: Pair, known: Iterable[Span]) -> Replaced | None:
    """
    The word for which most speaks that something else stands at its place.

    ``known`` are words of which a counterpart is known by other means.
    """
    enough = ENOUGH.get(pair.language)
    if enough is None or not checkable(pair):
        return None
    found = {span.start for span in known}
    best = max(
        (
            replaced
            for weight, span in lost_words(pair)
            if span.start not in found
            and (replaced := at_the_place(span, pair, weight))
        ),
        default=None,
    )
    return best if best and best.weight >= enough else None


def stranger_for(span: Span, pair: Pair) -> Span | None:
    """
    What stands at the place of a word that has no counterpart, if much speaks for it.
    """
    if not checkable(pair):
        return None
    found = at_the_place(span, pair)
    enough = ENOUGH_ALONE.get(pair.language, NEVER)
    return found.stranger if found and found.weight >= enough else None


def at_the_place(span: Span, pair: Pair, weight: float = 0.0) -> Replaced | None:
    """
    The stranger that speaks most for standing where a source word should.

    Where a word stands is told by the share of the sentence before it: the further a
    stranger is from there, the less it speaks.
    """
    best = max(
        ((one.weight * nearness(span, one.span, pair), one) for one in strangers(pair)),
        default=None,
    )
    if best is None or best[0] <= LEAST:
        return None
    return Replaced(weight + best[0], span, best[1].span)


def nearness(one: Span, other: Span, pair: Pair) -> float:
    """
    How near a place of the source is to one of the target: 1 at the same, 0 far away.
    """
    there = (one.start + one.end) / 2 / len(pair.source)
    here = (other.start + other.end) / 2 / len(pair.target)
    return max(0.0, 1 - FALLS * abs(there - here))


def lost_words(pair: Pair) -> Iterator[tuple[float, Span]]:
    """
    The source words without any counterpart that usually have one, but no names.
    """
    dictionary = dictionary_of(pair.language)
    for word in seen_there(pair):
        if word.seen == 0 and not (word.name or word.same):
            entry = dictionary.counterparts(word.stem)
            if entry and entry.weights.nothing >= USUALLY:
                yield entry.weights.nothing, Span(word.start, word.end)


@lru_cache(maxsize=64)
def strangers(pair: Pair) -> tuple[Stranger, ...]:
    """
    What came unasked: words, or in Chinese and Japanese several characters in a row.
    """
    dictionary = dictionary_of(pair.language)

    def weight(word: Sighting) -> float:
        weights = dictionary.words.get(word.stem, dictionary.rare_word)
        return max(bounded(weights.nothing), LEAST_KNOWN)

    if LANGUAGES[pair.language].spaced:
        return tuple(
            Stranger(weight(word), Span(word.start, word.end))
            for word in seen_back(pair)
            if not (word.seen or word.same or word.name)
            and word.end - word.start >= SHORTEST
        )
    return tuple(
        Stranger(
            sum(map(weight, run)) / len(run),
            Span(run[0].start, run[-1].end),
        )
        for run in unasked_runs(seen_back(pair))
    )


def unasked_runs(words: Iterable[Sighting]) -> Iterator[list[Sighting]]:
    """
    Characters in a row that came unasked, two of them at least; no hiragana.
    """
    unasked = [
        (place, word)
        for place, word in enumerate(words)
        if not (word.seen or word.same) and word.stem[0] >= KATAKANA
    ]
    for _, group in groupby(enumerate(unasked), lambda found: found[1][0] - found[0]):
        run = [word for _, (_, word) in group]
        if run[-1].end - run[0].start >= FEWEST:
            yield run


ENOUGH: Mapping[Tag, float] = {"en": 4.9, "fr": 4.4, "ar": 4.5}
"""
How much must speak for a word that was replaced, by language.

Set on our own news, so that one good sentence in a hundred is told of. In Chinese and
Japanese characters stand in so many words that nothing is a stranger for sure.
"""

ENOUGH_ALONE: Mapping[Tag, float] = {
    "en": 2.0,
    "fr": 1.6,
    "zh": 1.6,
    "ja": 1.6,
    "ar": 2.0,
}
"""
How much a stranger must tell at the place of a word that is known to be missing.
"""

NEVER = 99.0
USUALLY = 1.0
LEAST = 0.5
LEAST_KNOWN = 0.3
FALLS = 2.5
SHORTEST = 3
FEWEST = 2
KATAKANA = "\N{KATAKANA LETTER SMALL A}"
