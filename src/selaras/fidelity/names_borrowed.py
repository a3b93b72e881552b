"""
Names that stand in English or French in a spelling that the other language has lent.

Indonesian writes what it borrowed as it says it, *Renaisans* and *Skuadron*, and what
it did not translate as English does, *Cape Verde*; French leaves many an institution in
English, *Scottish Council*. All of these are the name, and no other. Persons borrow no
spelling: *Yosef* is not *Joseph*, and *Rogers* not *Roger*.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from selaras.fidelity.names_as_words import is_ordinary
from selaras.languages import SOURCE
from selaras.terms import Entry, Name, NameKind, Translation, lexicon, missing_words
from selaras.terms.capitals import starts_sentence
from selaras.terms.forms import Fit, fit_of
from selaras.terms.persons import is_person_known
from selaras.terms.skeleton import fold
from selaras.terms.translation import TOKEN

Table = tuple[tuple[re.Pattern[str], str], ...]
"""
Spellings, and what is written for each.
"""


def is_spelt_otherwise(
    name: Name, names: Sequence[Name], source: str, translation: Translation
) -> bool:
    """
    Whether a name that is missing is there in the spelling of the other language.

    >>> from selaras.terms import read_names
    >>> source = "Sebuah lukisan dari masa Renaisans dicuri."
    >>> names = read_names(source)
    >>> text = Translation("A painting of the Renaissance was stolen.", "en")
    >>> is_spelt_otherwise(names[0], names, source, text)
    True
    """
    if not translation.is_latin or name.kind is NameKind.PERSON:
        return False
    if name.entries:
        return is_kept_in_english(name, source, translation)
    missing = missing_words(name, translation)
    return bool(missing) and (
        is_joined(name, translation)
        or all(
            is_borrowed_word(word, translation)
            or is_english_place(word, translation, names)
            for word in missing
        )
    )


def is_perhaps_borrowed(name: Name, translation: Translation) -> bool:
    """
    Whether what is missing of a name may be there in the spelling that was borrowed.

    *Olimpus* is *Olympus*; but no spelling tells so from another name, as *Cimany* is
    for *Cimani*.
    """
    missing = missing_words(name, translation)
    return bool(missing) and all(
        any(borrowed_from(word, translation)) or is_english_place(word, translation)
        for word in missing
    )


def is_joined(name: Name, translation: Translation) -> bool:
    """
    Whether a name of several words is there as one: *Sky Blues*, *Skyblues*.
    """
    joined = "".join(TOKEN.findall(fold(name.text)))
    return " " in name.text and (
        joined in translation.tokens or f"{joined}s" in translation.tokens
    )


def is_borrowed_word(word: str, translation: Translation) -> bool:
    """
    Whether a translation has what a word was borrowed from, and that is a word too.

    Its spelling says so, *Renaissance*, or that it is an everyday word, *judicial*.
    """
    return any(
        OF_WORDS.search(token) is not None or is_ordinary(token, translation.language)
        for token in borrowed_from(word, translation)
    )


def borrowed_from(word: str, translation: Translation) -> Iterator[str]:
    """
    The words of a translation that Indonesian would borrow as a word, but for names.
    """
    if len(word) < LONG or is_person_known(word):
        return
    plain = fold(word)
    spellings = (as_borrowed(plain), replaced(plain, AT_HOME))
    for token in translation.tokens:
        alike = as_borrowed(token) in spellings or as_one_borrowed(token) in spellings
        if alike and not is_person_known(token):
            yield token


def is_english_place(
    word: str, translation: Translation, names: Sequence[Name] = ()
) -> bool:
    """
    Whether a word is a place's English name, and French has its own: *Rapid Vienna*.

    Where another name of the source is that place, its form may stand for that one.
    """
    taken = [entry for name in names for entry in name.entries]
    return translation.language in KEEPING and any(
        fit_of(entry, translation, full=True) is Fit.WHOLE and entry not in taken
        for entry in english_places().get(word, ())
    )


@cache
def english_places() -> Mapping[str, tuple[Entry, ...]]:
    """
    The places of the lexicon by their English names, where Indonesian has others.
    """
    found: dict[str, tuple[Entry, ...]] = {}
    for entry in lexicon().entries:
        for name in entry.forms.get("en", ()) if entry.kind in PLACES else ():
            if name not in entry.admitted(SOURCE):
                found[name] = (*found.get(name, ()), entry)
    return found


PLACES = ("country", "foreign-city", "region", "mountain")


LONG = 5
"""
Shorter words are too soon another word.
"""


@lru_cache(maxsize=65536)
def as_borrowed(word: str) -> str:
    """
    A folded English or French word as Indonesian writes it when it borrows it.

    >>> as_borrowed("renaissance"), as_borrowed("squadron"), as_borrowed("television")
    ('renaisans', 'skuadron', 'televisi')
    """
    return replaced(word, BORROWED)


def as_one_borrowed(word: str) -> str:
    """
    The same of a word in the plural, which has no ending in Indonesian.

    >>> as_one_borrowed("squadrons"), as_one_borrowed("renaissance")
    ('skuadron', 'renaisans')
    """
    return as_borrowed(PLURAL.sub("", word))


PLURAL = re.compile(r"(?<=[^s])s$")

OF_WORDS = re.compile(r"(?:[ts]ion|ce|ique|ic|iste?|ism|phy|phie)s?$|qu|x")
"""
Spellings that Indonesian writes otherwise and that words have more often than names.
"""


def replaced(word: str, table: Table) -> str:
    """
    A word with each spelling of a table replaced.
    """
    for spelling, sound in table:
        word = spelling.sub(sound, word)
    return word


BORROWED: Table = tuple(
    (re.compile(spelling), sound)
    for spelling, sound in (
        (r"tion$|sion$", "si"),
        (r"tion", "sion"),
        (r"ce$", "s"),
        (r"(?:ique|ic)$", "ik"),
        (r"iste?$", "is"),
        (r"ism$", "isme"),
        (r"(?<=[^aeiou])[ey]$", "i"),
        (r"qu", "ku"),
        (r"x", "ks"),
        (r"ph", "f"),
        (r"ch?(?=[eiy])", "s"),
        (r"ch?", "k"),
        (r"(.)\1+", r"\1"),
    )
)
"""
How Indonesian writes what it borrows.
"""

AT_HOME: Table = (
    (re.compile(r"^y"), "j"),
    (re.compile(r"ika$"), "ik"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""
The spellings of such words at home that others have not: *Yudisial*, *Arktika*.
"""


def is_kept_in_english(name: Name, source: str, translation: Translation) -> bool:
    """
    Whether French has a place by its English name, within a name left in English.

    It stands beside another word with a capital: *West Virginia University*. *De
    Germany* is a word left over.

    >>> from selaras.terms import read_names
    >>> source = "Dewan Skotlandia menolak."
    >>> name = read_names(source)[0]
    >>> text = Translation("Selon le Scottish Council, non.", "fr")
    >>> is_kept_in_english(name, source, text)
    True
    >>> text = Translation("Le conseil de Scottish a refusé.", "fr")
    >>> is_kept_in_english(name, source, text)
    False

    What the source says twice must be kept twice.
    """
    if translation.language not in KEEPING:
        return False
    kept = sum(
        is_within_name(found, name, source, translation.text)
        for entry in name.entries
        if not entry.is_freely_named
        for form in entry.forms.get("en", ())
        if form[0].isupper()
        for found in beside_capital(form).finditer(translation.text)
    )
    said = re.findall(rf"\b{re.escape(name.text)}\b", source)
    return kept >= len(said)


KEEPING = ("fr",)


def is_within_name(found: re.Match[str], name: Name, source: str, text: str) -> bool:
    """
    Whether the word with a capital beside a place is of one name with it.

    The word must not begin a sentence, nor be another name of the source: behind *de
    Germany* there may be a person. Before the name it stands in the source too: *South
    China*.
    """
    if found["behind"]:
        return found["behind"] not in source
    if not found["of"] and starts_sentence(text, found.start()):
        return False
    before = found["before"]
    return before not in source or f"{before} {name.text}" in source


@lru_cache(maxsize=4096)
def beside_capital(form: str) -> re.Pattern[str]:
    """
    What finds a form beside another word with a capital.
    """
    plain = re.escape(form)
    return re.compile(
        rf"\b{plain} (?P<behind>{CAPITALISED})"
        rf"|\b(?P<before>{CAPITALISED}) (?P<of>of )?{plain}\b"
    )


CAPITALISED = r"[A-Z][a-z]{3,}"
