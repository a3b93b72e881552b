"""
A name for which a translation says *he*, *the president* or *the country*.

The reader still knows who is meant, or may not: that is for the desk to judge. Where
somebody else is named instead, it is an error all the same.
"""

import re
from collections.abc import Mapping

from selaras.languages import Tag
from selaras.terms import Name, NameKind, Translation, lexicon
from selaras.terms.name_words import SPEAKING
from selaras.terms.skeleton import fold


def is_referred_to(name: Name, source: str, translation: Translation) -> bool:
    """
    Whether a translation may mean a name by a pronoun or an office, and names no other.

    There must be more pronouns, or more offices, than the source has itself. The office
    before the name goes with it: *Presiden Trump*, "the president".
    """
    language = translation.language
    if language not in PRONOUNS or not is_alone(name):
        return False
    if names_another(source, translation):
        return False
    text = translation.text
    before = OFFICE_BEFORE.search(source, 0, name.span.start) is not None
    return (
        count(PRONOUNS[language], text) > count(PRONOUNS_AT_HOME, source)
        or count(OFFICES[language], text) > count(OFFICES_AT_HOME, source) - before
        or (is_speaking(name, source) and SPOKE[language].search(text) is not None)
    )


def count(pattern: re.Pattern[str], text: str) -> int:
    """
    How often a pattern is found.
    """
    return len(pattern.findall(text))


def is_speaking(name: Name, source: str) -> bool:
    """
    Whether what is said is said by one of this name: *kata Kartini*, *Kartini berkata*.
    """
    before = source[max(0, name.span.start - FAR) : name.span.start]
    return (
        SPEAKING.search(before) is not None
        or SAID_BEFORE.search(before) is not None
        or SPEAKS.match(source, name.span.end) is not None
    )


def is_alone(name: Name) -> bool:
    """
    Whether a name is one word, or a country: full names are not said otherwise.
    """
    alone = " " not in name.text
    if name.kind is NameKind.LEXICON:
        kinds = ("country", "person", *(["company"] if alone else []))
        return any(entry.kind in kinds for entry in name.entries)
    return alone


def names_another(source: str, translation: Translation) -> bool:
    """
    Whether a word with a capital stands in a translation that its source has not.

    >>> names_another("Trump menolak.", Translation("Then he refused.", "en"))
    False
    >>> names_another("Trump menolak.", Translation("Then Kartini refused.", "en"))
    True

    What the lexicon calls another name of the source is that name.

    >>> source = "Pilihan Trump mengejutkan Partai Republik."
    >>> names_another(source, Translation("Son choix irrite les Républicains.", "fr"))
    False
    """
    plain = fold(source) + forms_at_home(source, translation.language)
    return any(
        fold(word) not in plain for word in CAPITALISED.findall(translation.text)
    )


def forms_at_home(source: str, language: Tag) -> str:
    """
    The forms that the names of a source have in a language, folded.
    """
    forms = (
        form
        for found in lexicon().find(source)
        for entry in found.entries
        for form in entry.admitted(language)
    )
    return " ".join(("", *map(fold, forms)))


FAR = 16

CAPITALISED = re.compile(r"(?<=[\w,;)’'] )[A-ZÀ-Ý]\w{2,}|(?<=[’'])[A-ZÀ-Ý]\w{2,}")
"""
A word with a capital that does not begin a sentence.
"""

PRONOUNS: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:s?he|his|hers?|him)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:ils?|elles?|lui|son|sa|ses)\b", re.IGNORECASE),
}

PRONOUNS_AT_HOME = re.compile(r"\b(?:ia|dia|beliau|mereka)\b|nya\b", re.IGNORECASE)

OFFICES: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(
        r"\bthe (?:president|minister|governor|senator|mayor|former|manager|coach"
        r"|captain|player|star|country|nation|team|club|hurricane|storm)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:le|la|du|au) (?:président|présidente|ministre|chef|gouverneur|sénateur"
        r"|sénatrice|maire|joueur|joueuse|pays|champion|championne|club|star|tempête)\b"
        r"|\bl[’'](?:équipe|entraîneur|animatrice|animateur|acteur|actrice|attaquant"
        r"|ouragan|intéressée?)\b",
        re.IGNORECASE,
    ),
}

OFFICE_AT_HOME = (
    r"\b(?:presiden|menteri|gubernur|senator|wali kota|mantan|manajer|pelatih|kapten"
    r"|pemain|bintang|negara|negeri|tim|klub|kepala|ketua|badai)"
)

OFFICES_AT_HOME = re.compile(rf"{OFFICE_AT_HOME}\b", re.IGNORECASE)

OFFICE_BEFORE = re.compile(rf"{OFFICE_AT_HOME} $", re.IGNORECASE)

SPOKE: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(
        r"\bs?he (?:said|added|told|explained|tweeted|joked|wrote)\b"
        r"|\b(?:said|added|explained) s?he\b"
    ),
    "fr": re.compile(r"\w-(?:t-)?(?:il|elle)\b"),
}
"""
How a translation says that somebody spoke who is named no more: *explique-t-elle*.
"""

SAID_BEFORE = re.compile(
    r"\b(?:tulis|gurau|seru|tanya|jawab|ejek|canda|cuit|kenang|keluh|pungkas)(?:nya)? $"
)
"""
Verbs of saying before a name, besides those that tell a person's name by themselves.
"""

SPEAKS = re.compile(
    r",? (?:mengatakan|berkata|menulis|menambahkan|menjelaskan|mengaku|menegaskan"
    r"|menyebut|bertanya|menjawab|bercanda|berkomentar)\b"
)
