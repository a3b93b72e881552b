"""
Which key words an Indonesian sentence has.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from selaras.fidelity.dictionary.stems import root_of
from selaras.fidelity.keywords.table import rows
from selaras.text.spans import Span


class KeyWord(NamedTuple):
    """
    A key word as the table has it, and where it stands.
    """

    word: str
    span: Span


class Read(NamedTuple):
    """
    A word in small letters without what is written on to it.
    """

    text: str
    start: int
    end: int
    capital: bool


@lru_cache(maxsize=256)
def key_words(source: str) -> tuple[KeyWord, ...]:
    """
    The key words of a sentence, each once; parts of names and of idioms are left out.

    >>> [found.word for found in key_words("Warga menjual padi di Kota Padi.")]
    ['warga', 'jual', 'padi']
    """
    words = read(source)
    headline = is_headline(words) and not source.rstrip().endswith(".")
    found: dict[str, KeyWord] = {}
    for word, place, count in entries(words):
        span = Span(words[place].start, words[place + count - 1].end)
        if word and (headline or not is_name(words, place, count, source)):
            found.setdefault(word, KeyWord(word, span))
    return tuple(found.values())


def entries(words: Sequence[Read]) -> Iterator[tuple[str | None, int, int]]:
    """
    The rows that the words stand for, the longest first, with their place and length.

    An idiom is nothing that is asked for.
    """
    place = 0
    while place < len(words):
        word, count = longest(words, place)
        if count:
            yield word, place, count
        place += count or 1


def longest(words: Sequence[Read], place: int) -> tuple[str | None, int]:
    """
    The entry that begins at a word, and of how many words it is.
    """
    text = words[place].text
    base = root(text)
    for head in (text,) if text == base else (text, base):
        for tail in phrases().get(head, ()):
            count = 1 + len(tail)
            if tuple(word.text for word in words[place + 1 : place + count]) == tail:
                return asked().get(" ".join((head, *tail))), count
    return asked().get(text if text in single() else base), 1


def read(source: str) -> list[Read]:
    """
    The words of a source.
    """
    return [
        Read(bare(match[0].lower()), *match.span(), match[0][0].isupper())
        for match in WORD.finditer(source)
    ]


@lru_cache(maxsize=20_000)
def bare(word: str) -> str:
    """
    A word without *-nya* and its like, unless it is a word of the table with it.
    """
    return word if word in single() else ENCLITIC.sub("", word)


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """
    The word of the table that a word is made of.
    """
    return root_of(word, single())


def is_headline(words: Sequence[Read]) -> bool:
    """
    Whether nearly every long word has a capital, so that capitals tell of no name.
    """
    long = [word for word in words if word.end - word.start > SHORT]
    return sum(word.capital for word in long) > HEADLINE * len(long)


def is_name(words: Sequence[Read], place: int, count: int, source: str) -> bool:
    """
    Whether a word may be part of a name: it has a capital that begins no sentence.
    """
    if not words[place].capital:
        return False
    start = words[place].start
    if start and not BEGINS.search(source, max(0, start - 3), start):
        return True
    after = words[place + count : place + count + 1]
    return bool(after) and after[0].capital


@cache
def asked() -> Mapping[str, str]:
    """
    The words and phrases of the table that something is asked for.
    """
    return {word: word for row in rows() if row.columns for word in row.words}


@cache
def single() -> frozenset[str]:
    """
    The words of the table that are one word, idioms among them.
    """
    return frozenset(word for row in rows() for word in row.words if " " not in word)


@cache
def phrases() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """
    By their first word, the rests of the phrases of the table, the longest first.
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for row in rows():
        for phrase in row.words:
            head, *tail = phrase.split()
            if tail:
                found.setdefault(head, []).append(tuple(tail))
    return {
        head: tuple(sorted(tails, key=len, reverse=True))
        for head, tails in found.items()
    }


WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ž]+")
ENCLITIC = re.compile(r"(?<=...)(?:nya|lah|kah|pun)$")
BEGINS = re.compile(r"(?:[.!?:;] ?|[\"“‘(])$")
SHORT = 3
HEADLINE = 0.6
