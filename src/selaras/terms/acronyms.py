"""
Acronyms at their first mention: "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG)".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from selaras.terms.lexicon import lexicon
from selaras.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Expansion:
    """
    An acronym in brackets, and the words before it that it stands for.
    """

    acronym: str
    long: str
    span: Span


@lru_cache(maxsize=1024)
def expansions(text: str) -> tuple[Expansion, ...]:
    """
    The acronyms that an Indonesian text explains, in order.

    The lexicon knows most; of others the words must begin with the letters, small words
    left out, or the blend with the beginnings of the words.

    >>> text = "Rapat Umum Pemegang Saham (RUPS) dan Kementerian Uji (Kemenuji) usai."
    >>> [(one.acronym, one.long) for one in expansions(text)]
    [('RUPS', 'Rapat Umum Pemegang Saham'), ('Kemenuji', 'Kementerian Uji')]
    """
    return tuple(found_in(text))


def found_in(text: str) -> Iterator[Expansion]:
    """
    Every acronym in brackets for which the words before it speak.
    """
    for match in IN_BRACKETS.finditer(text):
        long = known_before(match[1], text, match.start()) or spelt_before(
            match[1], text, match.start()
        )
        if long:
            start = match.start() - len(long)
            yield Expansion(acronym=match[1], long=long, span=Span(start, match.end()))


IN_BRACKETS = re.compile(r"(?<=\w) \(([A-Z][A-Za-z0-9]{1,11})\)")

FARTHEST = 160


def known_before(acronym: str, text: str, end: int) -> str:
    """
    The full form that the lexicon has for an acronym, if the text ends with it there.
    """
    forms = (form for entry in lexicon().of(acronym) for form in entry.forms["id"])
    return next((form for form in forms if text.endswith(form, 0, end)), "")


def spelt_before(acronym: str, text: str, end: int) -> str:
    """
    The fewest words before a place whose beginnings spell an acronym.
    """
    words = list(WORD.finditer(text, max(0, end - FARTHEST), end))
    for first in range(len(words) - 1, -1, -1):
        stretch = text[words[first].start() : end]
        if spells(acronym, stretch):
            return stretch
    return ""


WORD = re.compile(r"[^\W_]+")


def spells(acronym: str, words: str) -> bool:
    """
    Whether the beginnings of some words make an acronym.

    >>> spells("BMKG", "Badan Meteorologi, Klimatologi, dan Geofisika")
    True
    >>> spells("Kemenkes", "Kementerian Kesehatan"), spells("KPK", "Komisi Yudisial")
    (True, False)
    """
    parts = [word for word in WORD.findall(words.lower()) if word not in SMALL]
    return bool(parts) and len(parts) <= len(acronym) and eats(acronym.lower(), parts)


SMALL = frozenset(("dan", "di", "ke", "dari", "untuk", "atas", "yang", "bagi", "serta"))


def eats(letters: str, words: list[str]) -> bool:
    """
    Whether letters can be used up by beginnings of all words, each in its turn.
    """
    if not words:
        return not letters
    head, *rest = words
    shared = 0
    while shared < min(len(letters), len(head)) and letters[shared] == head[shared]:
        shared += 1
        if eats(letters[shared:], rest):
            return True
    return False
