"""
Which words of a sentence have a counterpart in its translation, and which have none.

Each word speaks for or against a loss, by as much as its dictionary says; what speaks
for it in a row is added up, and the length of the translation has its say.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from selaras.fidelity.abbreviations import spoken_out
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
from selaras.fidelity.may_be_new import may_be_new
from selaras.fidelity.rivals import own_parts
from selaras.fidelity.stretches import Evidence, Stretch, clause_borders, heaviest
from selaras.languages import LANGUAGES, SOURCE, Tag


class Sighting(NamedTuple):
    """
    A word, and what was seen of it on the other side.

    ``seen`` is 0 for nothing, 1 for a doubtful counterpart, 2 for a likely one, and
    nothing where the dictionary does not know the word. ``same`` says that the word
    itself stands there, as names do; ``likely`` are the likely counterparts that do.
    """

    stem: str
    start: int
    end: int
    seen: int | None
    name: bool = False
    same: bool = False
    likely: frozenset[str] = frozenset()


def lost_stretch(pair: Pair) -> Stretch | None:
    """
    The stretch of the source that most probably was not translated.
    """
    if not checkable(pair):
        return None
    evidence = lost_evidence(pair)
    borders = clause_borders(pair.source, pair.source_language, evidence)
    speaks = shift_surprise(pair)
    found = heaviest(evidence, borders, lambda share: SHORTER_COUNTS * speaks(-share))
    if found is None:
        return None
    fewer = CLAUSES_COUNT * clauses_missing(pair)
    return found._replace(weight=found.weight + fewer)


@lru_cache(maxsize=64)
def lost_evidence(pair: Pair) -> tuple[Evidence, ...]:
    """
    What every word, and every number in digits, of the source says about a loss.
    """
    dictionary = dictionary_of(pair.language)
    latin = LANGUAGES[pair.language].script == "Latin"
    sightings = seen_there(pair)
    weights = [lost_weight(word, dictionary, latin=latin) for word in sightings]
    own = own_parts(
        [word.likely for word in sightings],
        read_target(pair.target, pair.language),
        spaced=LANGUAGES[pair.language].spaced,
    )
    words = [
        Evidence(
            0.0 if said_again(word, before, pair.source) else weight * share,
            word.start,
            word.end,
        )
        for before, word, weight, share in zip(
            [None, *sightings], sightings, weights, own, strict=False
        )
    ]
    numbers = [
        Evidence(-NUMBER_THERE if there else NUMBER_MISSING, span.start, span.end)
        for span, there in digits_there(pair)
    ]
    return tuple(sorted((*words, *numbers), key=attrgetter("start")))


def said_again(sighting: Sighting, before: Sighting | None, source: str) -> bool:
    """
    Whether a word is the second half of a doubled one, as in *orang-orang*.
    """
    return (
        before is not None
        and sighting.stem == before.stem
        and source[before.end : sighting.start] == "-"
    )


def added_stretch(pair: Pair) -> Stretch | None:
    """
    The stretch of the target that most probably has no source.
    """
    if not checkable(pair):
        return None
    evidence = added_evidence(pair)
    borders = clause_borders(pair.target, pair.language, evidence)
    return heaviest(evidence, borders, shift_surprise(pair))


def added_evidence(pair: Pair) -> list[Evidence]:
    """
    What every word of the target says about an addition.

    The long form of an acronym, and the month of a date in digits, may be new.
    """
    dictionary = dictionary_of(pair.language)
    new = may_be_new(pair)
    evidence = []
    for sighting in seen_back(pair):
        weight = added_weight(sighting, dictionary)
        if weight > 0 and (
            sighting.stem in MONTHS
            or any(span.start <= sighting.start < span.end for span in new)
        ):
            weight = 0.0
        evidence.append(Evidence(weight, sighting.start, sighting.end))
    return evidence


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


@lru_cache(maxsize=64)
def seen_there(pair: Pair) -> tuple[Sighting, ...]:
    """
    What was seen of every word of a source; several checks ask for it.
    """
    dictionary = dictionary_of(pair.language)
    return tuple(sightings_there(pair.source, pair.target, pair.language, dictionary))


@lru_cache(maxsize=64)
def seen_back(pair: Pair) -> tuple[Sighting, ...]:
    """
    What was seen of every word of a target.
    """
    dictionary = dictionary_of(pair.language)
    return tuple(sightings_back(pair.source, pair.target, pair.language, dictionary))


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
        likely = entry.likely & there if entry else NONE
        yield Sighting(
            word.stem,
            word.start,
            word.end,
            entry and seen(entry, likely, there),
            word.name,
            same,
            NONE if same else likely,
        )


def seen(entry: Counterparts, likely: frozenset[str], there: frozenset[str]) -> int:
    """
    What stands there of a word's counterparts, the likely ones being found already.
    """
    if likely:
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
    spaced = LANGUAGES[language].spaced
    if spaced:
        marks = {word.start: mark_of(word, likely, doubtful) for word in words}
    else:
        marks = marks_by_place(words, likely, doubtful)
        words = tuple(word for word in words if word.name or len(word.stem) == 1)
    vocabulary = dictionary.vocabulary
    for stem, start, end, name in words:
        mark: int | None = marks[start]
        if not mark and stem not in vocabulary:
            mark = None
        yield Sighting(stem, start, end, mark, name, stem in names)


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
    for stem, start, end, name in words:
        mark = 2 if stem in likely else int(stem in doubtful)
        for place in (start,) if name else range(start, end):
            if mark > marks.get(place, -1):
                marks[place] = mark
    return marks


def expected(
    source: str, dictionary: Dictionary
) -> tuple[set[str], set[str], set[str]]:
    """
    All counterparts of a source's words, likely and doubtful, and the words themselves.

    A blend has those of the words that it stands for, too.
    """
    read = read_source(source)
    stems = [*(word.stem for word, _ in read), *map(root, spoken_out(source))]
    entries = [entry for stem in stems if (entry := dictionary.counterparts(stem))]
    likely = set[str]().union(*(entry.likely for entry in entries))
    doubtful = set[str]().union(*(entry.doubtful for entry in entries))
    return likely, doubtful, {found for _, found in read}


@lru_cache(maxsize=256)
def read_source(text: str) -> tuple[tuple[Word, str], ...]:
    """
    The words of a source with their roots, and each as it would stand in a target.
    """
    return tuple(
        (Word(root(small), start, end, name), plain(small))
        for small, start, end, name in words_of(text, SOURCE)
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

NONE: frozenset[str] = frozenset()

LONGEST = 4000
SHORTEST_NAME = 3
SAME = 2.0
NAME_MISSING = 1.0
NUMBER_MISSING = 2.0
NUMBER_THERE = 2.5
MOST = 2.5
SHORTER_COUNTS = 2.0
CLAUSES_COUNT = 1.0
"""
How much it counts beside the words that a translation is shorter, or has a clause too
few. That it is longer counts once.

By regression on translations by people.

The words of a free translation are missing together, so that they tell less than they
seem to; that a translation is as long as ever tells all the more that nothing is lost.
"""
