"""
Names in English and French that the source does not have, where one of its own is gone.

Names keep their letters there, so that a word with a capital which is like no word of
the source, no word of the language and no form of the lexicon is a name from elsewhere.
Translators add some, *Hurricane*; where a capital of the source has no match besides,
the one probably stands for the other, even where nothing shows that it is a name.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from rapidfuzz import fuzz

from selaras.fidelity.dictionary import dictionary_of, words_of
from selaras.fidelity.names_as_words import MADE, is_rendered, is_word, stems_of
from selaras.fidelity.names_referred import CAPITALISED
from selaras.fidelity.quantity_pairs import numbers_of
from selaras.languages import SOURCE, Tag
from selaras.terms import Entry, Nearby, Translation, lexicon
from selaras.terms.capitals import is_headline, starts_sentence
from selaras.terms.everyday import is_everyday, is_listed
from selaras.terms.letters import as_heard
from selaras.terms.name_words import HEADS, NO_NAMES, TITLES
from selaras.terms.skeleton import fold
from selaras.terms.translation import TOKEN
from selaras.text.spans import Span
from selaras.text.words import words


def strange_name(
    source: str, translation: Translation
) -> tuple[str, Span, Nearby] | None:
    """
    A word with a capital that a source has more often, and a strange one in its place.

    >>> source = "Angkor Pass diperlukan untuk memasuki kuil."
    >>> text = Translation("The Gerung Pass is needed to enter the temple.", "en")
    >>> strange_name(source, text)
    ('Angkor', Span(start=0, end=6), Nearby(text='Gerung', span=Span(start=4, end=10)))
    >>> text = Translation("The Angkor Pass is needed to enter the temple.", "en")
    >>> strange_name(source, text)
    """
    if not translation.is_latin or is_headline(translation.text):
        return None
    stranger = next(strangers_in(source, translation), None)
    gone = next(words_gone(source, translation), None) if stranger else None
    return (*gone, stranger) if gone and stranger else None


def strangers_in(source: str, translation: Translation) -> Iterator[Nearby]:
    """
    The words with a capital for which nothing in a source can stand.
    """
    plain = fold(source)
    own = frozenset(TOKEN.findall(plain))
    small = frozenset(SMALL.findall(translation.text))
    for match in CAPITALISED.finditer(translation.text):
        for part in PART.finditer(match[0]):
            word = fold(part[0])
            if (
                len(word) >= LONG
                and word not in plain
                and not part[0].isupper()
                and word not in small
                and not is_like(word, own)
                and not is_known(part[0], translation.language)
                and word not in forms_of_source(source, translation.language)
            ):
                start = match.start() + part.start()
                yield Nearby(part[0], Span(start, start + len(part[0])))


def is_like(word: str, own: frozenset[str]) -> bool:
    """
    Whether a word is like one of a source, by its letters or by how it begins.
    """
    begun = as_heard(word)[:LONG]
    alike = ALIKE if len(word) > SHORT else QUITE_ALIKE
    return any(
        fuzz.ratio(word, one) >= alike or as_heard(one)[:LONG] == begun for one in own
    )


LONG = 4
SHORT = 5
ALIKE = 60
QUITE_ALIKE = 70

PART = re.compile(r"[^\W\d_]+")
SMALL = re.compile(r"\b[a-zà-ÿ][^\W\d_]+")


def is_known(word: str, language: Tag) -> bool:
    """
    Whether a word is one of the language or of English, or one of the lexicon's.
    """
    return (
        CENTURY.fullmatch(word) is not None
        or MADE.search(word) is not None
        or word.lower() in YEARS
        or fold(word) in words_of_lexicon(language)
        or any(
            found.stem in vocabulary(one)
            for one in dict.fromkeys((language, "en"))
            for found in words_of(word, one)
        )
    )


YEARS = words("year years année années")
"""
What is too common to be a likely translation of anything.
"""

CENTURY = re.compile(r"[IVX]+e")
"""
French writes centuries so: *XVIIIe*.
"""


def forms_of_source(source: str, language: Tag) -> Iterator[str]:
    """
    The words of the forms that a source's own names of the lexicon have.
    """
    for found in lexicon().find(source):
        for entry in found.entries:
            yield from words_of_entry(entry, language)


def words_of_entry(entry: Entry, language: Tag) -> Iterator[str]:
    """
    The words of an entry's forms, folded.
    """
    for form in entry.admitted(language):
        yield from TOKEN.findall(fold(form))


@cache
def words_of_lexicon(language: Tag) -> frozenset[str]:
    """
    The words of what the lexicon has, but for people and places.
    """
    return frozenset(
        word
        for entry in lexicon().entries
        if entry.kind not in NAMES_ALONE
        for word in words_of_entry(entry, language)
    )


NAMES_ALONE = words("person place regency city province island mountain foreign-city")


@cache
def vocabulary(language: Tag) -> frozenset[str]:
    """
    All stems that the dictionary has in a language, but for the names that it learnt.
    """
    dictionary = dictionary_of(language)
    return frozenset(
        stem
        for word in dictionary.lines
        for stem in dictionary.likely(word)
        if stem != word or is_listed(word)
    )


def words_gone(source: str, translation: Translation) -> Iterator[tuple[str, Span]]:
    """
    The words with a capital that a source has more often than its translation.

    Those of the lexicon have forms of their own, and numbers and words are translated.
    """
    known = [found.span for found in lexicon().find(source)]
    known += [number.span for number in numbers_of(source, SOURCE)]
    there = Counter(TOKEN.findall(fold(translation.text)))
    stems = stems_of(translation.text, translation.language)
    wanted = Counter(fold(match[0]) for match in CAPITAL.finditer(source))
    for match in CAPITAL.finditer(source):
        word, start = match[0], match.start()
        if (
            any(span.start <= start < span.end for span in known)
            or word in WORDS
            or word.isupper()
            or is_word(word)
            or is_rendered(word, stems, translation.language)
        ):
            continue
        often = sum(times for one, times in there.items() if is_derived(one, word))
        # A word has its capital there because it is the first, or is said again.
        opens = starts_sentence(source, start) and (often or is_everyday(word))
        if often < wanted[fold(word)] and not opens:
            yield word, Span(*match.span())


def is_derived(token: str, word: str) -> bool:
    """
    Whether a word of a translation is one of a source, or an adjective made of it.
    """
    return token.startswith(fold(word))


CAPITAL = re.compile(r"\b[A-ZÀ-Ý][^\W\d_]{2,}")

WORDS = TITLES | HEADS | NO_NAMES
"""
What is written with a capital and is no name.
"""
