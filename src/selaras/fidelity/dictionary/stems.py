"""
The words of a text without their endings, as the dictionary knows them.

A stem is a key and no word of its own: *menteri* and *teri* have the same, and that
does no harm as long as the dictionary was learnt with the same stems. Chinese and
Japanese need no cutting into words: every character and every two neighbours are
looked up.
"""

import re
import unicodedata
from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

from selaras.languages import Tag


class Word(NamedTuple):
    """
    A word of a text: its stem, where it stands, and whether it looks like a name.
    """

    stem: str
    start: int
    end: int
    name: bool = False


def words_of(text: str, language: Tag) -> Iterator[Word]:
    """
    Every word of a text, or in Chinese and Japanese every unit that may be one.

    >>> [word.stem for word in words_of("L'armée a annoncé", "fr")]
    ['l', 'arm', 'a', 'annonc']
    >>> [word.stem for word in words_of("首相は東京", "ja")]
    ['首', '首相', '相', 'は', '東', '東京', '京']
    """
    return READERS[language](text)


def indonesian(text: str) -> Iterator[Word]:
    """
    Indonesian words in small letters; ``root_of`` takes off their affixes.
    """
    for match in LATIN_WORD.finditer(text):
        word = match[0]
        yield Word(word.lower(), *match.span(), name=word[0].isupper())


def root_of(word: str, roots: Container[str]) -> str:
    """
    The word without the affixes that leave a known root, the most of them first.

    >>> root_of("mengirimkannya", {"kirim"}), root_of("pertandingan", {"tanding"})
    ('kirim', 'tanding')
    """
    for bare in (CLITIC.sub("", word), word):
        for ending in ("kan", "an", "i", ""):
            if bare.endswith(ending):
                stem = bare[: len(bare) - len(ending)]
                for root in without_prefix(stem):
                    if len(root) >= SHORTEST_ROOT and root in roots:
                        return root
    return word


def without_prefix(word: str) -> Iterator[str]:
    """
    The word without its prefixes, with the consonant that they may have swallowed.

    >>> list(without_prefix("memukul"))
    ['pukul', 'ukul', 'mukul', 'memukul']
    """
    for prefix, instead in PREFIXES:
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            if not instead or rest[:1] in "aiueo":
                yield instead + rest
    yield word


def english(text: str) -> Iterator[Word]:
    """
    English words without the commonest endings.
    """
    for match in LATIN_WORD.finditer(text):
        word = match[0]
        stem = plain(word)
        if len(stem) > SHORT:
            stem = ENGLISH_ENDING.sub("", stem)
        yield Word(stem[:LONG], *match.span(), name=word[0].isupper())


def french(text: str) -> Iterator[Word]:
    """
    French words without elided articles and the commonest endings.
    """
    for match in LATIN_WORD.finditer(text):
        word = match[0]
        stem = plain(word)
        if len(stem) > SHORT:
            stem = FRENCH_ENDING.sub("", stem)
        yield Word(stem[:LONG], *match.span(), name=word[0].isupper())


def plain(word: str) -> str:
    """
    A word in small letters without accents.

    >>> plain("Évêque")
    'eveque'
    """
    word = word.lower()
    if word.isascii():
        return word
    return unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode()


def arabic(text: str) -> Iterator[Word]:
    """
    Arabic words without vowel signs, the article and what is written on to them.

    >>> [word.stem for word in words_of("قالت BMKG أمس", "ar")]
    ['قالت', 'bmkg', 'امس']
    """
    for match in ARABIC_OR_LATIN.finditer(text):
        if match.lastgroup == "arabic":
            word = match[0].translate(ARABIC_FORMS)
            yield Word(arabic_stem(word), *match.span())
        else:
            yield Word(plain(match[0])[:LONG], *match.span(), name=True)


def arabic_stem(word: str) -> str:
    """
    An Arabic word without its prefixes and suffixes, three letters of it at least.
    """
    match = ARABIC_PREFIX.match(word)
    if match and len(word) - match.end() >= SHORTEST_ARABIC:
        word = word[match.end() :]
    match = ARABIC_SUFFIX.search(word)
    if match and match.start() >= SHORTEST_ARABIC:
        word = word[: match.start()]
    return word


def chinese(text: str) -> Iterator[Word]:
    """
    Every character and every two neighbours; a Latin word whole.
    """
    yield from characters(text, HAN_RUN)


def japanese(text: str) -> Iterator[Word]:
    """
    As Chinese, with hiragana apart and a word in katakana whole.
    """
    yield from characters(text, JAPANESE_RUN)


def characters(text: str, runs: re.Pattern[str]) -> Iterator[Word]:
    """
    The units of all runs of a text.
    """
    for match in runs.finditer(text):
        run, start = match[0], match.start()
        if match.lastgroup == "whole":
            yield Word(
                plain(run) if run.isascii() else run, start, match.end(), name=True
            )
            continue
        for place, sign in enumerate(run):
            yield Word(sign, start + place, start + place + 1)
            if place + 1 < len(run):
                pair = run[place : place + 2]
                yield Word(pair, start + place, start + place + 2)


LATIN_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-žʼ]+")
ARABIC_OR_LATIN = re.compile(
    "(?P<arabic>[\u0621-\u065f\u0670-\u06d3]+)|" + LATIN_WORD.pattern
)
HAN_RUN = re.compile(r"(?P<whole>[A-Za-z][A-Za-z0-9]*)|[㐀-鿿]+")
JAPANESE_RUN = re.compile(
    r"(?P<whole>[A-Za-z][A-Za-z0-9]*|[ァ-ヺー]+)|[㐀-鿿々]+|[ぁ-ゖ]+"
)

SHORT = 4
LONG = 7
SHORTEST_ROOT = 3
SHORTEST_ARABIC = 3

CLITIC = re.compile(r"(?<=...)(?:nya|lah|kah|pun)$")

PREFIXES = (
    ("memper", ""),
    ("diper", ""),
    ("keber", ""),
    ("pember", ""),
    ("member", ""),
    ("seper", ""),
    ("meny", "s"),
    ("peny", "s"),
    ("meng", "k"),
    ("peng", "k"),
    ("meng", ""),
    ("peng", ""),
    ("mem", "p"),
    ("pem", "p"),
    ("mem", ""),
    ("pem", ""),
    ("men", "t"),
    ("pen", "t"),
    ("men", ""),
    ("pen", ""),
    ("me", ""),
    ("ber", ""),
    ("per", ""),
    ("ter", ""),
    ("di", ""),
    ("ke", ""),
    ("se", ""),
    ("pe", ""),
)

ENGLISH_ENDING = re.compile(r"(?:'s|ies|es|s|ied|ed|ings?|ly|y|e)$")
FRENCH_ENDING = re.compile(r"(?:ees?|es?|s|x|er|ent|ant|ait|aient|ra|ront)$")

ARABIC_FORMS = {
    **dict.fromkeys((*range(0x64B, 0x660), 0x670, 0x640)),
    **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
    ord("ى"): "ي",
    ord("ة"): "ه",
    ord("ؤ"): "و",
    ord("ئ"): "ي",
}
ARABIC_PREFIX = re.compile("[وف]?(?:[بك]?ال|لل|ل|ب)|[وف]|س(?=[يتن])")
ARABIC_SUFFIX = re.compile("(?:هما|هم|ها|ات|ون|ين|ان|نا|يه|وا|ه|ي)$")

READERS: dict[Tag, Callable[[str], Iterator[Word]]] = {
    "id": indonesian,
    "en": english,
    "fr": french,
    "ar": arabic,
    "zh": chinese,
    "ja": japanese,
}
