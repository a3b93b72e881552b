"""
A headline as a sentence would write it: words small, names with their capitals.

A model has read each word ten times as often small as with a capital. In a headline,
*Dipulangkan* is to it another word than *dipulangkan*, and one that it hardly knows.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from selaras.terms.capitals import is_headline
from selaras.terms.everyday import is_everyday, is_listed
from selaras.terms.lexicon import lexicon
from selaras.terms.name_words import TITLES
from selaras.terms.names import read_names

WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@lru_cache(maxsize=4096)
def sentence_case(text: str) -> str:
    """
    An Indonesian headline with its everyday words written small; other text as it is.

    So is one in capitals, and acronyms that the lexicon knows stay as they are.

    It is as long as before, letter by letter, so that places in it stay the same. What
    may be a name keeps its capital, and so does the first word, also behind a colon.

    >>> sentence_case("Polisi Tangkap Dua Pengedar Narkoba di Medan")
    'Polisi tangkap dua pengedar narkoba di Medan'
    >>> sentence_case("Menkeu: Pajak Orang Kaya Naik Tahun Ini")
    'Menkeu: Pajak orang kaya naik tahun ini'
    >>> sentence_case("POLISI TANGKAP 27 ORANG DI MEDAN")
    'Polisi tangkap 27 orang di Medan'
    """
    if is_in_capitals(text):
        text = with_small_letters(text)
    elif not is_headline(text):
        return text
    names = [name.span for name in read_names(text)]
    letters = list(text)
    for match in WORD.finditer(text):
        start, end = match.span()
        word = match[0]
        if not word.istitle() or begins(text, start) or not is_everyday(word):
            continue
        if any(span.start < end and start < span.end for span in names):
            continue
        small = word.lower()
        if small in PARTS_OF_PLACES and is_behind_name(letters, start):
            continue
        if len(small) == len(word):
            letters[start:end] = small
    return "".join(letters)


def is_in_capitals(text: str) -> bool:
    """
    Whether all words of a line are in capitals, and more than acronyms may be.

    >>> is_in_capitals("BANJIR DI DEMAK"), is_in_capitals("KPK, DPR, MK")
    (True, False)
    """
    if not text.isupper():
        return False
    others = [word for word in WORD.findall(text) if not lexicon().of(word)]
    return len(others) >= FEW and any(is_everyday(word.title()) for word in others)


def with_small_letters(text: str) -> str:
    """
    A line in capitals with only the first letter of each word a capital.

    >>> with_small_letters("KPK TAHAN WALI KOTA")
    'KPK Tahan Wali Kota'
    """
    letters = list(text)
    for match in WORD.finditer(text):
        word = match[0]
        written = word.title()
        if len(written) == len(word) and not is_acronym(word):
            letters[slice(*match.span())] = written
    return "".join(letters)


def is_acronym(word: str) -> bool:
    """
    Whether a word of a line in capitals is an acronym: by the lexicon, or by its make.

    It has no vowel, or two letters that are no word of a sentence: *TNI AD*.

    >>> [is_acronym(word) for word in ("KPK", "BPKD", "AD", "DI", "XI", "POLISI")]
    [True, True, True, False, False, False]
    """
    if lexicon().of(word) or word in ACRONYMS:
        return True
    if word.title() in TITLES:
        return False
    short = len(word) == TWO and is_listed(word) and word.lower() not in SHORT_WORDS
    return short or VOWEL.search(word) is None


ACRONYMS = frozenset(("PAS",))
"""
Those that are everyday words besides, and more often a party in a headline.
"""

SHORT_WORDS = frozenset(("di", "ke", "ya", "si", "ah", "eh", "oh", "ha", "ko", "pa"))

VOWEL = re.compile("[AEIOUY]")

TWO = 2

FEW = 2
"""
Words in capitals that are no acronym, from which on a line is one in capitals.
"""


def is_behind_name(letters: Sequence[str], start: int) -> bool:
    """
    Whether the word before a place is a name by now: *Jawa* in *Jawa Barat*.
    """
    before = "".join(letters[:start]).rstrip().rpartition(" ")[2]
    return before.istitle()


PARTS_OF_PLACES = frozenset(
    ("barat", "timur", "tengah", "utara", "selatan", "tenggara", "daya", "laut")
)
"""
What parts a region from another one, and is an everyday word besides.
"""


def begins(text: str, start: int) -> bool:
    """
    Whether a word begins a sentence, a quotation or what follows a colon.
    """
    before = text[:start].rstrip()
    return not before or before[-1] in BEGINNERS


BEGINNERS = frozenset(".!?:\"'“”‘’«(•–—…")
