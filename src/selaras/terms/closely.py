"""
Whether a transcription that sounds like a name has all its consonants, and no others.

*Wahono* for *Wahyu* sounds alike enough to be found, and is another person. Names that
are spelt as Indonesian spells are transcribed consonant by consonant: where one is
another, or one too many, the desk is asked. Vowels vary, and so do some consonants.
English and French keep the letters, and add endings to some names: *Rahayune* beside an
unchanged *Sinta* is asked about too.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache

from selaras.languages import Tag
from selaras.terms.foreign import is_foreign
from selaras.terms.letters import has_word
from selaras.terms.name import Name, NameKind
from selaras.terms.nearby import Nearby, nearly_spelt
from selaras.terms.skeleton import APART, BREAK, BROKEN, Skeleton, fold
from selaras.terms.sounds import SOUNDS
from selaras.terms.translation import Translation
from selaras.text.spans import Span


def nearly_heard(name: Name, translation: Translation) -> Nearby | None:
    """
    What stands in another script for a name and is nearly its transcription.
    """
    if name.entries or not name.certain or name.kind is NameKind.INITIALS:
        return None
    if all(has_word(word, translation) for word in name.words):
        return None
    span = other_consonants(" ".join(name.words), translation)
    return Nearby(span.of(translation.text), span) if span else None


def nearly_written(name: Name, translation: Translation) -> Nearby | None:
    """
    What stands in English or French for a word of a name, and is it but for its ending.

    Both have endings of their own for names of old, *Virginie*; where another word of
    the same name has all its letters, this one has them too.
    """
    if name.entries or not name.certain:
        return None
    words = name.words + name.weak
    lost = [word for word in words if fold(word) not in translation.tokens]
    if len(lost) == len(words):
        return None
    return nearly_spelt([word for word in lost if word.isalpha()], translation)


def other_consonants(name: str, translation: Translation) -> Span | None:
    """
    Where a name's transcription has other consonants than the name.
    """
    language = translation.language
    pattern = pattern_of(fold(name), language)
    if pattern is None:
        return None
    found = translation.heard(name)
    if found.score < AUDIBLE:
        return None
    heard = consonants_near(translation.skeleton, found.span)
    return None if pattern.search(heard) else found.span


AUDIBLE = 74
"""
Below, more is wrong than a consonant: a part of the name may have been translated.
"""


def consonants_near(text: Skeleton, span: Span) -> str:
    """
    The consonants of a stretch and of a few characters beside it.
    """
    first = bisect_left(text.places, span.start - BESIDE)
    last = bisect_left(text.places, span.end + BESIDE)
    sounds = text.sounds[first:last].replace(APART, "#").replace(BREAK, " ")
    return VOWELS.sub("", sounds)


BESIDE = 3
VOWELS = re.compile(r"[a-z]")


@lru_cache(maxsize=8192)
def pattern_of(name: str, language: Tag) -> re.Pattern[str] | None:
    """
    The consonants that a transcription of a name must have, where that can be said.

    >>> pattern_of("hartono", "ja").pattern, pattern_of("gerrard", "ja")
    ('H+ ?L* ?[TC]+ ?N+', None)
    """
    if is_foreign(name) or SPANISH.search(name) or UNWRITTEN[language].search(name):
        return None
    classes = [one for word in name.split() for one in classes_of(word, language)]
    if len(classes) < FEWEST:
        return None
    ends = ENDS if language in BROKEN and " " in name else ""
    return re.compile(" ?".join(classes) + ends)


ENDS = r"(?![A-Z])"
"""
A person's name ends there; a people's or a place's may be a part of a word.
"""


FEWEST = 3

SPANISH = re.compile(
    r"([^aeiou\W])\1|[vz]|ch|gi[aou]|ig[lh]|\bc[aou]|[ae]o\b|\bel\b|ue|ei"
)
"""
What may be read in more ways than the Indonesian one, though it might be Indonesian.
"""


def classes_of(word: str, language: Tag) -> Iterator[str]:
    """
    A pattern for each consonant of a word.
    """
    table = VARYING[language]
    for match in CONSONANT.finditer(word):
        spelling, follows = match["spelling"], match["follows"]
        place = "" if follows in VOWEL_LETTERS and follows else "_" if follows else "$"
        sounds = VOWELS.sub("", SOUNDS[language].get(spelling, ""))
        plain = "".join(f"{sound}+" for sound in dict.fromkeys(sounds))
        yield table.get(spelling + place) or table.get(spelling, plain)


CONSONANT = re.compile(
    r"(?P<spelling>kh|ch|hy|sy|sh|th|ph|ng|ny|dj|tj|dh|bh|[bcdfghjklmnpqrstvwxyz])"
    r"(?P=spelling)?(?=(?P<follows>[a-z]?))"
)

VOWEL_LETTERS = "aeiouwy"


def varying(table: str) -> dict[str, str]:
    """
    How consonants vary: each with *_* before another, with *$* at the end of a word.
    """
    pairs = (line.split() for line in table.strip().splitlines())
    return {spelling: sounds for *spellings, sounds in pairs for spelling in spellings}


VARYING: Mapping[Tag, dict[str, str]] = {
    "zh": varying(
        """
        r_ r$ L*
        h_ h$ [HS]*
        hy [HS]*
        h [HS]+
        sy sh s [SCH]+
        dj tj [CKT]+
        bh P+[HS]*
        k_ k$ g$ K*
        t$ d$ t_ d_ T*
        p$ b$ P*
        ng ng_ ng$ N+K*
        j [CKSHL]*
        y N*
        kh [KHS]+
        ch c [CKHS]+
        z [CS]+
        v f [WPH]+
        w W*
        th [TS]+
        k [KC]+
        g [KCH]+
        """
    ),
    "ja": varying(
        """
        r_ r$ L*
        h_ h$ hy H*
        bh P+H*
        t_ T*
        dj tj T*[CT]*
        ng ng_ ng$ N+K*
        j [CHK]*
        y N*
        kh [KH]+
        ch c [CKHST]+
        z s [CS]+
        v [PH]+
        w W*
        th [TS]+
        t [TC]+
        """
    ),
    "ar": varying(
        """
        h_ h$ hy [HT]*
        bh P+H*
        dj tj T*[CS]*
        ng ng_ ng$ N+[KC]*
        j [CXHK]*
        w y H*
        kh [XKH]+
        ch c [TSCKXZ]+
        z s [SZT]+
        v f [FP]+
        th [TS]+
        g [KC]+
        """
    ),
}
"""
Consonants that are heard in several ways, or not at all.
"""

UNWRITTEN: Mapping[Tag, re.Pattern[str]] = {
    "zh": re.compile(r"(?!)"),
    "ja": re.compile(r"(?!)"),
    "ar": re.compile(
        r"zul|zain|khair|moch|abd|rah|mah|mad\b|sya|saif|rid|bah|ul\b|\bal[^aeiou]|hid|[aeiou]h\b|nur"
        r"|\bak|fah|fak|kh|iq|syi|hab|him|halim|arif|tsu|din\b|\b[bp]al|sam|umi|fat"
    ),
}
"""
Names that Arabic writes in its own way, or as if they had an article.
"""
