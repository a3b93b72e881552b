"""
Names that stand in English or French in a spelling that the other language has lent.

Indonesian writes what it borrowed as it says it, *Renaisans* and *Skuadron*, and what
it did not translate as English does, *Cape Verde*; French leaves many an institution in
English, *Scottish Council*. All of these are the name, and no other.
"""

import re
from collections.abc import Container, Mapping
from functools import cache, lru_cache

from selaras.languages import SOURCE
from selaras.terms import Entry, Name, NameKind, Translation, lexicon, missing_words
from selaras.terms.forms import Fit, fit_of
from selaras.terms.skeleton import fold
from selaras.terms.translation import TOKEN

Table = tuple[tuple[re.Pattern[str], str], ...]
"""
Spellings, and what is written for each.
"""


def is_spelt_otherwise(name: Name, translation: Translation) -> bool:
    """
    Whether a name that is missing is there in the spelling of the other language.

    >>> from selaras.terms import read_names
    >>> names = read_names("Sebuah lukisan dari masa Renaisans dicuri.")
    >>> text = Translation("A painting of the Renaissance was stolen.", "en")
    >>> is_spelt_otherwise(names[0], text)
    True
    """
    if not translation.is_latin or name.kind is NameKind.PERSON:
        return False
    if name.entries:
        return is_kept_in_english(name, translation)
    missing = missing_words(name, translation)
    there = {as_borrowed(token) for token in translation.tokens}
    return bool(missing) and (
        is_joined(name, translation)
        or all(
            is_borrowed(word, there) or is_english_place(word, translation)
            for word in missing
        )
    )


def is_joined(name: Name, translation: Translation) -> bool:
    """
    Whether a name of several words is there as one: *Sky Blues*, *Skyblues*.
    """
    joined = "".join(TOKEN.findall(fold(name.text)))
    return " " in name.text and (
        joined in translation.tokens or f"{joined}s" in translation.tokens
    )


def is_borrowed(word: str, there: Container[str]) -> bool:
    """
    Whether a word is among those of a translation, spelt as Indonesian borrows them.
    """
    plain = fold(word)
    return len(word) >= LONG and (
        as_borrowed(plain) in there or replaced(plain, AT_HOME) in there
    )


def is_english_place(word: str, translation: Translation) -> bool:
    """
    Whether a word is a place's English name, and French has its own: *Rapid Vienna*.
    """
    return translation.language in KEEPING and any(
        fit_of(entry, translation, full=True) is Fit.WHOLE
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

    >>> as_borrowed("renaissance"), as_borrowed("squadrons"), as_borrowed("television")
    ('renaisans', 'skuadron', 'televisi')
    """
    return replaced(word, BORROWED)


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
        (r"(?<=[^s])s$", ""),
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
How Indonesian writes what it borrows; plurals have no ending there.
"""

AT_HOME: Table = (
    (re.compile(r"^y"), "j"),
    (re.compile(r"ika$"), "ik"),
    (re.compile(r"(.)\1+"), r"\1"),
)
"""
The spellings of such words at home that others have not: *Yudisial*, *Arktika*.
"""


def is_kept_in_english(name: Name, translation: Translation) -> bool:
    """
    Whether French has a place by its English name, within a name left in English.

    It stands beside another word with a capital: *West Virginia University*.
    """
    return translation.language in KEEPING and any(
        beside_capital(form).search(translation.text)
        for entry in name.entries
        if not entry.is_freely_named
        for form in entry.forms.get("en", ())
        if form[0].isupper()
    )


KEEPING = ("fr",)


@lru_cache(maxsize=4096)
def beside_capital(form: str) -> re.Pattern[str]:
    """
    What finds a form beside another word with a capital.
    """
    plain = re.escape(form)
    return re.compile(rf"\b{plain} [A-Z][a-z]|[a-z]{{2}} (?:of )?{plain}\b")
