"""
Which words of a sentence have a counterpart in its translation, and which have none.

Each word speaks for or against a loss, by as much as its dictionary says; what speaks
for it in a row is added up, and the length of the translation has its say.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter
from typing import NamedTuple

from selaras.fidelity.clause_counts import clauses_missing
from selaras.fidelity.dictionary import (
    Counterparts,
    Dictionary,
    Word,
    dictionary_of,
    root,
    words_of,
)
from selaras.fidelity.dictionary.stems import plain
from selaras.fidelity.digits_there import digits_there
from selaras.fidelity.finding import Pair
from selaras.fidelity.lengths import shift_surprise
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.text.spans import Span


class Sighting(NamedTuple):
    """
    A word, and what was seen of it on the other side.

    ``seen`` is 0 for nothing, 1 for a doubtful counterpart, 2 for a likely one, and
    nothing where the dictionary does not know the word. ``same`` says that the word
    itself stands there, as names do.
    """

    stem: str
    start: int
    end: int
    seen: int | None
    name: bool = False
    same: bool = False


class Stretch(NamedTuple):
    """
    Some words in a row, and how much speaks for it that they have no counterpart.
    """

    weight: float
    span: Span
    words: int


def lost_stretch(pair: Pair) -> Stretch | None:
    """
    The stretch of the source that most probably was not translated.
    """
    if not checkable(pair):
        return None
    found = heaviest(lost_evidence(pair), pair, shorter=True)
    if found is None:
        return None
    fewer = CLAUSES_COUNT * clauses_missing(pair)
    return found._replace(weight=found.weight + fewer)


def lost_evidence(pair: Pair) -> list["Evidence"]:
    """
    What every word, and every number in digits, of the source says about a loss.
    """
    dictionary = dictionary_of(pair.language)
    sightings = sightings_there(pair.source, pair.target, pair.language, dictionary)
    latin = LANGUAGES[pair.language].script == "Latin"
    words = [
        Evidence(
            lost_weight(sighting, dictionary, latin=latin), sighting.start, sighting.end
        )
        for sighting in sightings
    ]
    numbers = [
        Evidence(-NUMBER_THERE if there else NUMBER_MISSING, span.start, span.end)
        for span, there in digits_there(pair)
    ]
    return sorted((*words, *numbers), key=attrgetter("start"))


def added_stretch(pair: Pair) -> Stretch | None:
    """
    The stretch of the target that most probably has no source.
    """
    if not checkable(pair):
        return None
    return heaviest(added_evidence(pair), pair, shorter=False)


def added_evidence(pair: Pair) -> list["Evidence"]:
    """
    What every word of the target says about an addition.

    The long form of an acronym, and the month of a date in digits, may be new.
    """
    dictionary = dictionary_of(pair.language)
    may_be_new = spelled_out(pair)
    evidence = []
    for sighting in sightings_back(pair.source, pair.target, pair.language, dictionary):
        weight = added_weight(sighting, dictionary)
        if weight > 0 and (
            sighting.stem in MONTHS
            or any(span.start <= sighting.start < span.end for span in may_be_new)
        ):
            weight = 0.0
        evidence.append(Evidence(weight, sighting.start, sighting.end))
    return evidence


def spelled_out(pair: Pair) -> list[Span]:
    """
    What stands before an acronym in brackets that the source has as well.
    """
    reach = 60 if LANGUAGES[pair.language].spaced else 16
    return [
        Span(max(0, match.start() - reach), match.end())
        for match in ACRONYM.finditer(pair.target)
        if match[1] in pair.source
    ]


class Evidence(NamedTuple):
    """
    How much a word speaks for a loss.
    """

    weight: float
    start: int
    end: int


def checkable(pair: Pair) -> bool:
    """
    Whether there is a dictionary, and no text so long that it is no sentence.
    """
    return (
        pair.source_language == SOURCE
        and pair.language != SOURCE
        and len(pair.source) + len(pair.target) <= LONGEST
    )


def lost_weight(sighting: Sighting, dictionary: Dictionary, *, latin: bool) -> float:
    """
    How much a source word speaks for a loss; a name is expected back in Latin letters.
    """
    if sighting.same:
        return -SAME
    if sighting.seen is None:
        return NAME_MISSING if sighting.name and latin else 0.0
    entry = dictionary.counterparts(sighting.stem)
    return bounded(entry.weights[sighting.seen]) if entry else 0.0


def added_weight(sighting: Sighting, dictionary: Dictionary) -> float:
    """
    How much a target word speaks for an addition.
    """
    if sighting.same:
        return -SAME
    if sighting.seen is None:
        return 0.0
    weights = dictionary.words.get(sighting.stem, dictionary.rare_word)
    return bounded(weights[sighting.seen])


def bounded(weight: float) -> float:
    """
    No single word decides alone.
    """
    if weight > MOST:
        return MOST
    return weight if weight > -MOST else -MOST


def heaviest(
    evidence: Sequence[Evidence], pair: Pair, *, shorter: bool
) -> Stretch | None:
    """
    The stretch for which most speaks, its length in the balance.

    A lost stretch makes the translation shorter by its share, an added one longer.
    """
    sums = [0.0, *accumulate(word.weight for word in evidence)]
    found = candidates(sums)
    if not found:
        return None
    sizes = [0, *accumulate(word.end - word.start for word in evidence)]
    length = shift_surprise(pair)
    sign, counts = (-1, SHORTER_COUNTS) if shorter else (1, LONGER_COUNTS)
    weighed = []
    for weight, first, end in found:
        share = min(MOST_OF_IT, (sizes[end] - sizes[first]) / sizes[-1])
        weighed.append((weight + counts * length(sign * share), first, end))
    weight, first, end = max(weighed)
    span = Span(evidence[first].start, evidence[end - 1].end)
    return Stretch(weight, span, end - first)


def candidates(sums: Sequence[float]) -> list[tuple[float, int, int]]:
    """
    The stretches that weigh enough to be looked at, each as long as it gets heavier.
    """
    found = []
    count = len(sums)
    for first in range(count - FEWEST):
        before = sums[first]
        if sums[first + 1] <= before:
            continue
        for end in range(first + FEWEST, min(count, first + WIDEST)):
            weight = sums[end] - before
            if weight < -MOST:
                break
            if weight >= ENOUGH_TO_LOOK and sums[end] > sums[end - 1]:
                found.append((weight, first, end))
    return found


def sightings_there(
    source: str, target: str, language: Tag, dictionary: Dictionary
) -> Iterator[Sighting]:
    """
    What was seen in the target of every word of the source.
    """
    there = stems_of(target, language)
    small = target.lower()
    for word, found in read_source(source):
        entry = dictionary.counterparts(word.stem)
        same = word.name and len(found) >= SHORTEST_NAME and found in small
        yield Sighting(
            word.stem,
            word.start,
            word.end,
            entry and seen(entry, there),
            word.name,
            same,
        )


def seen(entry: Counterparts, there: frozenset[str]) -> int:
    """
    What stands there of a word's counterparts.
    """
    if not entry.likely.isdisjoint(there):
        return 2
    return 0 if entry.doubtful.isdisjoint(there) else 1


def sightings_back(
    source: str, target: str, language: Tag, dictionary: Dictionary
) -> Iterator[Sighting]:
    """
    What was seen in the source of every word of the target.
    """
    likely, doubtful, names = expected(source, dictionary)
    words = read_target(target, language)
    if LANGUAGES[language].spaced:
        marks = {word.start: mark_of(word, likely, doubtful) for word in words}
    else:
        marks = marks_by_place(words, likely, doubtful)
    for word in words:
        if word.name or LANGUAGES[language].spaced or word.end - word.start == 1:
            mark: int | None = marks[word.start]
            if not mark and word.stem not in dictionary.vocabulary:
                mark = None
            same = word.stem in names
            yield Sighting(word.stem, word.start, word.end, mark, word.name, same)


def mark_of(word: Word, likely: set[str], doubtful: set[str]) -> int:
    """
    Whether a word is a counterpart: 2 surely, 1 perhaps, 0 not.
    """
    return 2 if word.stem in likely else int(word.stem in doubtful)


def marks_by_place(
    words: Iterable[Word], likely: set[str], doubtful: set[str]
) -> dict[int, int]:
    """
    The best mark that any unit gives to a character.
    """
    marks: dict[int, int] = {}
    for word in words:
        mark = mark_of(word, likely, doubtful)
        for place in (word.start,) if word.name else range(word.start, word.end):
            if mark > marks.get(place, -1):
                marks[place] = mark
    return marks


def expected(
    source: str, dictionary: Dictionary
) -> tuple[set[str], set[str], set[str]]:
    """
    All counterparts of a source's words, likely and doubtful, and the words themselves.
    """
    read = read_source(source)
    entries = [
        entry for word, _ in read if (entry := dictionary.counterparts(word.stem))
    ]
    likely = set[str]().union(*(entry.likely for entry in entries))
    doubtful = set[str]().union(*(entry.doubtful for entry in entries))
    return likely, doubtful, {found for _, found in read}


@lru_cache(maxsize=256)
def read_source(text: str) -> tuple[tuple[Word, str], ...]:
    """
    The words of a source with their roots, and each as it would stand in a target.
    """
    return tuple(
        (word._replace(stem=root(word.stem)), plain(word.stem))
        for word in words_of(text, SOURCE)
    )


@lru_cache(maxsize=256)
def read_target(text: str, language: Tag) -> tuple[Word, ...]:
    """
    The words of a target; several checks ask for them.
    """
    return tuple(words_of(text, language))


@lru_cache(maxsize=256)
def stems_of(text: str, language: Tag) -> frozenset[str]:
    """
    The stems of a target.
    """
    return frozenset(word.stem for word in read_target(text, language))


ACRONYM = re.compile(r"[(（]([A-Z][A-Za-z]{1,9})[)）]")

MONTHS = frozenset(
    word.stem
    for names, language in (
        ("January February March April May June July August September", "en"),
        ("October November December Monday Tuesday Wednesday Thursday", "en"),
        ("Friday Saturday Sunday", "en"),
        ("janvier février mars avril mai juin juillet août septembre", "fr"),
        ("octobre novembre décembre lundi mardi mercredi jeudi vendredi", "fr"),
        ("samedi dimanche", "fr"),
        ("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر", "ar"),
        ("نوفمبر ديسمبر كانون شباط آذار نيسان أيار حزيران تموز آب أيلول", "ar"),
    )
    for word in words_of(names, language)
)
"""
A date in digits has a name for its month in many languages.
"""

LONGEST = 4000
FEWEST = 3
WIDEST = 80
SHORTEST_NAME = 3
SAME = 2.0
NAME_MISSING = 1.0
NUMBER_MISSING = 2.0
NUMBER_THERE = 2.5
MOST = 2.5
ENOUGH_TO_LOOK = 1.5
MOST_OF_IT = 0.85
SHORTER_COUNTS = 2.0
LONGER_COUNTS = 1.0
CLAUSES_COUNT = 0.7
"""
How much the length, and a clause too few, count beside the words.

By regression on translations by people.

The words of a free translation are missing together, so that they tell less than they
seem to; that a translation is as long as ever tells all the more that nothing is lost.
"""
