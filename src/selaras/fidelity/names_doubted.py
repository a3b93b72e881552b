"""
Names that are missing in English or French and may be there as words after all.

Both languages write names with a capital and keep their letters, so that what is lost
is lost, with a few exceptions that each language gives a reason for: French translates
what English words name, both leave out the country of a known city and a given name
that was said before, and what stands there in small letters was taken for a word. Such
names are for the desk to judge.
"""

import re

from selaras.fidelity.names_as_words import (
    is_english_word,
    is_ordinary,
    is_translated,
)
from selaras.fidelity.names_borrowed import is_perhaps_borrowed
from selaras.fidelity.names_referred import CAPITALISED
from selaras.terms import Name, NameKind, Nearby, Translation, has_word, missing_words
from selaras.terms.everyday import is_everyday
from selaras.terms.persons import is_person_known
from selaras.terms.skeleton import fold


def is_doubted(
    name: Name, source: str, translation: Translation, near: Nearby | None
) -> bool:
    """
    Whether a name that is missing may be there, or go without saying.

    >>> from selaras.terms import read_names
    >>> text = "Mereka bermalam di Leeds, Inggris."
    >>> french = Translation("Ils ont passé la nuit à Leeds.", "fr")
    >>> [is_doubted(name, text, french, None) for name in read_names(text)][-1]
    True
    """
    if not translation.is_latin or name.kind is NameKind.INITIALS:
        return False
    if name.kind is NameKind.LEXICON:
        return is_beside_city(name, source, translation) or is_surname_there(
            name, translation
        )
    if name.kind in (NameKind.PERSON, NameKind.CALLED):
        return False
    if is_perhaps_borrowed(name, translation):
        return True
    if near is not None:
        return is_written_small(near)
    return is_a_word(name, translation) or (
        is_from_english(name, translation) and not names_stranger(source, translation)
    )


def is_written_small(near: Nearby) -> bool:
    """
    Whether what stands there for a name is no name, since it has no capital.

    French makes *hussards* of *Hussars*; a misspelt name keeps its capital.
    """
    return len(near.text) >= LONG and near.text.islower()


LONG = 6
"""
Shorter words are like a name by chance: *main* and *Martin*.
"""


def is_a_word(name: Name, translation: Translation) -> bool:
    """
    Whether a single word is there in translation: *Kaisar Agustus*, Emperor Augustus.
    """
    return " " not in name.text and is_translated(name.words, translation)


def is_from_english(name: Name, translation: Translation) -> bool:
    """
    Whether what is missing are English words, which French may have translated.
    """
    missing = missing_words(name, translation)
    return (
        translation.language in TRANSLATING
        and bool(missing)
        and all(map(is_english_word, missing))
        and not any(is_person_known(word) or is_everyday(word) for word in missing)
    )


def names_stranger(source: str, translation: Translation) -> bool:
    """
    Whether a word with a capital is neither in the source nor a word of the language.
    """
    plain = fold(source)
    return any(
        fold(word) not in plain and not is_ordinary(word, translation.language)
        for word in CAPITALISED.findall(translation.text)
    )


TRANSLATING = ("fr",)
"""
Languages that often translate what is named with English words: *Drivers' Championship*
is *Championnat des pilotes*.
"""


def is_surname_there(name: Name, translation: Translation) -> bool:
    """
    Whether a known person is there by the last word of the name alone.
    """
    return (
        len(name.words) > 1
        and any(entry.kind == "person" for entry in name.entries)
        and has_word(name.words[-1], translation)
        and re.search(rf"\b{re.escape(name.words[-1])}", translation.text) is not None
    )


def is_beside_city(name: Name, source: str, translation: Translation) -> bool:
    """
    Whether a country only explains a city before it, which is there: *Leeds, Inggris*.
    """
    if not any(entry.kind == "country" for entry in name.entries):
        return False
    city = CITY.search(source, max(0, name.span.start - FAR), name.span.start)
    return city is not None and fold(city[1].split()[-1]) in translation.tokens


CITY = re.compile(r"\b([A-Z][a-z]+(?: [A-Z][a-z]+)?), $")
FAR = 40
