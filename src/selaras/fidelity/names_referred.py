"""
A name for which a translation says *he*, *the president* or *the country*.

The reader still knows who is meant, or may not: that is for the desk to judge. Where
somebody else is named instead, it is an error all the same.
"""

import re
from collections.abc import Mapping

from selaras.languages import Tag
from selaras.terms import Name, NameKind, Translation
from selaras.terms.skeleton import fold


def is_referred_to(name: Name, source: str, translation: Translation) -> bool:
    """
    Whether a translation may mean a name by a pronoun or an office, and names no other.

    There must be more such words than the source has itself.
    """
    words = REFERRING.get(translation.language)
    if words is None or not is_alone(name):
        return False
    said = len(REFERRING_AT_HOME.findall(source))
    return len(words.findall(translation.text)) > said and not names_another(
        source, translation
    )


def is_alone(name: Name) -> bool:
    """
    Whether a name is one word, or a country: full names are not said otherwise.
    """
    if name.kind is NameKind.LEXICON:
        return any(entry.kind in ("country", "person") for entry in name.entries)
    return " " not in name.text


def names_another(source: str, translation: Translation) -> bool:
    """
    Whether a word with a capital stands in a translation that its source has not.

    >>> names_another("Trump menolak.", Translation("Then he refused.", "en"))
    False
    >>> names_another("Trump menolak.", Translation("Then Kartini refused.", "en"))
    True
    """
    plain = fold(source)
    return any(
        fold(word) not in plain for word in CAPITALISED.findall(translation.text)
    )


CAPITALISED = re.compile(r"(?<=[\w,;)’'] )[A-ZÀ-Ý]\w{2,}|(?<=[’'])[A-ZÀ-Ý]\w{2,}")
"""
A word with a capital that does not begin a sentence.
"""

REFERRING: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:s?he|his|hers?|him|the (?:president|minister|governor|senator|mayor"
        r"|former|manager|coach|captain|player|star|country|nation|team|club))\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:ils?|elles?|lui|son|sa|ses|(?:le|la|du|au) (?:président|présidente"
        r"|ministre|chef|gouverneur|sénateur|sénatrice|maire|joueur|joueuse|pays"
        r"|champion|championne|club|star)|l[’'](?:équipe|entraîneur|animatrice"
        r"|animateur|acteur|actrice|attaquant|intéressée?))\b",
        re.IGNORECASE,
    ),
}

REFERRING_AT_HOME = re.compile(
    r"\b(?:ia|dia|beliau|mereka|presiden|menteri|gubernur|senator|wali kota|mantan"
    r"|manajer|pelatih|kapten|pemain|bintang|negara|negeri|tim|klub|kepala|ketua)\b"
    r"|nya\b",
    re.IGNORECASE,
)
