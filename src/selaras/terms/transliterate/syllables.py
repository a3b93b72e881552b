"""
Indonesian words as syllables, for transcription.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from selaras.terms.skeleton import fold


@dataclass(frozen=True, slots=True)
class Syllable:
    """
    What is said in one go: a consonant, a vowel, a nasal; each of them may be missing.
    """

    onset: str
    vowel: str = ""
    nasal: str = ""


def syllables(word: str) -> Iterator[Syllable]:
    """
    The syllables of a word; a consonant without a vowel is one of its own.

    >>> [(one.onset, one.vowel, one.nasal) for one in syllables("Hendrawan")]
    [('h', 'e', 'n'), ('d', '', ''), ('r', 'a', ''), ('w', 'a', 'n')]
    >>> [(one.onset, one.vowel, one.nasal) for one in syllables("Singaraja")]
    [('s', 'i', 'ng'), ('g', 'a', ''), ('r', 'a', ''), ('j', 'a', '')]
    """
    plain = OPEN_NASAL.sub("ngg", OLD_LETTERS.sub(modern, fold(word)))
    for match in SYLLABLE.finditer(plain):
        onset = match["onset"] or match["bare"] or ""
        yield Syllable(onset, match["vowel"] or "", match["nasal"] or "")


def modern(match: re.Match[str]) -> str:
    """
    Letters of the spelling before 1972, and of foreign names, in today's.
    """
    return MODERN[match[0]]


MODERN = {
    "oe": "u",
    "tj": "c",
    "dj": "j",
    "x": "ks",
    "q": "k",
    "ph": "f",
    "th": "t",
    "dh": "d",
    "bh": "b",
    "sh": "sy",
    "ch": "c",
    "ck": "k",
}

OLD_LETTERS = re.compile("|".join(MODERN))

OPEN_NASAL = re.compile(r"ng(?=[aeiou])(?<!^ng)")

SYLLABLE = re.compile(
    r"(?P<onset>ng|ny|sy|kh|[bcdfghjklmnprstvwyz])?"
    r"(?P<vowel>(?:ai|au)(?![aeiou]|n[^aeiouy]|n$|m)|[aeiou])"
    r"(?P<nasal>ng(?![aeiou])|[nm](?![aeiouy]))?"
    r"|(?P<bare>ng|ny|sy|kh|[bcdfghjklmnprstvwyz])"
)
