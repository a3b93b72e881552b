"""
What a translation may have though no word of its source is a counterpart of it.

The long form of an acronym, a number in words, and in Chinese a name by its sound.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from selaras.fidelity.finding import Pair
from selaras.fidelity.quantity_pairs import numbers_of
from selaras.languages import LANGUAGES
from selaras.terms import Name, NameKind, Translation, read_names
from selaras.terms.standing import place_of, threshold
from selaras.text.spans import Span


@lru_cache(maxsize=64)
def may_be_new(pair: Pair) -> tuple[Span, ...]:
    """
    Every place of a target that may be new.
    """
    return (
        *spelled_out(pair),
        *numbers_in_words(pair),
        *names_by_sound(pair),
    )


def spelled_out(pair: Pair) -> Iterator[Span]:
    """
    What stands before an acronym in brackets that the source has as well.

    >>> target = "the Health Care and Social Security Agency (BPJS Kesehatan)"
    >>> pair = Pair(source="BPJS Kesehatan", target=target, language="en")
    >>> [span.of(target)[:15] for span in spelled_out(pair)]
    ['the Health Care']
    """
    reach = 60 if LANGUAGES[pair.language].spaced else 16
    for match in ACRONYM.finditer(pair.target):
        if match[1] in pair.source:
            yield Span(max(0, match.start() - reach), match.end())


def numbers_in_words(pair: Pair) -> Iterator[Span]:
    """
    Numbers of a target in words, of which the source has the value in digits.

    >>> target = "sous vingt-quatre heures"
    >>> pair = Pair(source="dalam 24 jam", target=target, language="fr")
    >>> [span.of(target) for span in numbers_in_words(pair)]
    ['vingt-quatre']
    """
    there = {
        reading
        for number in numbers_of(pair.source, pair.source_language)
        if has_digits(number.span, pair.source)
        for reading in number.readings
    }
    if not there:
        return
    for number in numbers_of(pair.target, pair.language):
        if not (
            has_digits(number.span, pair.target) or there.isdisjoint(number.readings)
        ):
            yield number.span
    if TIMES_SIGN.search(pair.source):
        for match in TIMES.finditer(pair.target):
            yield Span(*match.span())


def has_digits(span: Span, text: str) -> bool:
    """
    Whether a number is written in digits.
    """
    return any(map(str.isdigit, span.of(text)))


def names_by_sound(pair: Pair) -> Iterator[Span]:
    """
    Where the names of a source are that Chinese writes with characters as they sound.

    >>> target = "苏达尔索诺说"
    >>> pair = Pair(source="ujar Sudarsono", target=target, language="zh")
    >>> [span.of(target) for span in names_by_sound(pair)]
    ['苏达尔索诺']
    """
    if LANGUAGES[pair.language].script != "Han":
        return
    translation = Translation(pair.target, pair.language)
    for name in read_names(pair.source):
        if name.kind is NameKind.INITIALS:
            continue
        if place := place_of(name, translation):
            yield place
        else:
            yield from words_by_sound(name, translation)


def words_by_sound(name: Name, translation: Translation) -> Iterator[Span]:
    """
    The long words of a name that is there in part: Bhante is a title, and translated.
    """
    for word in name.words:
        if len(word) >= LONG_WORD:
            found = translation.heard(word)
            if found.span and found.score >= threshold(word, translation.language):
                yield found.span


ACRONYM = re.compile(
    r"[(（]([A-Z][A-Za-z]{1,9}|[A-Z]{2,9}(?: [A-Z][A-Za-z]+){1,3}"
    r"|[A-Z][a-z]{1,9} [A-Z]{2,9})[)）]"
)
"""
An acronym alone, and with the name that tells of which body it is one.
"""

TIMES_SIGN = re.compile(r"\d ?[x×] ?\d")
TIMES = re.compile(r"\b(?:times|fois)\b")

LONG_WORD = 6
"""
What is shorter sounds like too much.
"""
