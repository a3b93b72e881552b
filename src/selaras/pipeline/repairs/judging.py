"""
Whether a mended sentence may take the place of the one that was blocked.

Whoever tries translation after translation until all checks are silent finds, sooner or
later, one that is wrong where no check looks. So a mended sentence is held to more than
one that passed at once.
"""

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from selaras.fidelity.confirmed import settled
from selaras.fidelity.same_numbers import numbers_of
from selaras.pipeline.draft import DraftSegment
from selaras.pipeline.repairs.case import Case, blocking, to_review
from selaras.terms import Translation, read_names, stranger_for
from selaras.text.dates.impossible import on_two_dials
from selaras.text.numbers import Number

SHORTEST = 0.9
"""
A repair that is shorter than so much of what it replaces has left something out.
"""

TOO_ALIKE = 80.0
"""
A copy of the original with other letters here and there is a copy still.
"""

WORDS_ALIKE = 78.0
WORD = re.compile(r"[^\W\d_]+")


def is_better(segment: DraftSegment, case: Case) -> bool:
    """
    Whether nothing blocks a repair, and nothing was lost or invented to get there.

    There may be no more findings for the desk than there were before, and nobody writes
    "17:45 p.m.", be the engine's own words no better.
    """
    return (
        not blocking(segment)
        and to_review(segment) <= to_review(case.segment)
        and is_long_enough(segment, case)
        and not is_nearly_copied(segment, case)
        and says_no_more(segment, case)
        and names_no_stranger(segment, case)
        and on_two_dials(segment.text, case.draft.language) is None
    )


def is_long_enough(segment: DraftSegment, case: Case) -> bool:
    """
    Whether a repair is about as long as what it replaces, if that said no word twice.
    """
    if any(found.check == "no-repetition" for found in case.blocking):
        return True
    return len(segment.text) >= SHORTEST * len(case.segment.text)


def is_nearly_copied(segment: DraftSegment, case: Case) -> bool:
    """
    Whether what was left untranslated, a sentence or a word, was only misspelt.
    """
    left = [found for found in case.blocking if found.check == "right-language"]
    if left and fuzz.ratio(segment.text, case.source) > TOO_ALIKE:
        return True
    words = WORD.findall(segment.text)
    return any(is_like(word, found.found) for found in left for word in words)


def is_like(word: str, other: str) -> bool:
    """
    Whether a word is another one but for a few letters.

    >>> is_like("turiss", "turis"), is_like("tourists", "turis"), is_like("a", "")
    (True, False, False)
    """
    return bool(other) and fuzz.ratio(word.lower(), other.lower()) > WORDS_ALIKE


def says_no_more(segment: DraftSegment, case: Case) -> bool:
    """
    Whether every number in digits is in the original, and there as often.
    """
    article, language = case.draft.article, case.draft.language
    source = numbers_of(case.source, article.language)
    source = settled(source, case.source, tuple(article.confirmed.items()))
    target = [n for n in numbers_of(segment.text, language) if n.form == "digits"]
    return all(
        0 < how_often(number, source) >= how_often(number, target) for number in target
    )


def names_no_stranger(segment: DraftSegment, case: Case) -> bool:
    """
    Whether no other name of the lexicon stands there, where one had been missing.

    The name in "Netherlands Beat Philippines" may be right, but what is lost there is
    still the same. Institutions have words of others in their names.
    """
    lost = {found.source_span for found in case.blocking if found.check == "same-names"}
    if not lost:
        return True
    names = read_names(case.source)
    translation = Translation(segment.text, case.draft.language)
    return not any(
        stranger_for(name, names, translation)
        for name in names
        if (name.span.start, name.span.end) in lost
        and not any(entry.is_freely_named for entry in name.entries)
    )


def how_often(number: Number, numbers: Sequence[Number]) -> int:
    """
    How many numbers have a value in common with one.
    """
    return sum(not set(number.readings).isdisjoint(other.readings) for other in numbers)
