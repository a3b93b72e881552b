"""
Names of the lexicon that a translation has and its source does not.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.terms.capitals import is_headline
from selaras.terms.forms import BODIES, SMALL, telling_words
from selaras.terms.lexicon import Entry, lexicon
from selaras.terms.name import Name
from selaras.terms.translation import Translation, plain_form
from selaras.text.words import words

Row = tuple[str, tuple[Entry, ...]]
Index = Mapping[str, tuple[Row, ...]]
"""
The forms of a language with their entries, by how they begin.
"""

GROUPS = {
    kind: group
    for group, kinds in {
        "institution": "institution organisation force court party",
        "university": "university",
        "country": "country",
        "company": "company",
        "airport": "airport",
        "place": "place regency city province island",
    }.items()
    for kind in kinds.split()
}
"""
The kinds of entries that may be taken for each other, under one name.
"""

WIDELY = GROUPS | dict.fromkeys(("country", "foreign-city", "water"), "place")
"""
The same where a name is there once, and what is strange may be its second mention.
"""

KINDS = frozenset((*WIDELY, "mountain", "landmark", "port", "region"))
"""
The kinds of entries that are looked for in a translation.
"""


@dataclass(frozen=True, slots=True)
class Stranger:
    """
    A form of the lexicon that a source has not, and whether it is a name for certain.
    """

    text: str
    sure: bool


def stranger_for(
    name: Name,
    names: tuple[Name, ...],
    translation: Translation,
    *,
    groups: Mapping[str, str] = GROUPS,
) -> Stranger | None:
    """
    What stands in a translation in a name's place: a form that the source has not.

    ``groups`` say which kinds of entries may be taken for each other.

    >>> from selaras.terms.names import read_names
    >>> names = read_names("Kementerian Kesehatan mengirim vaksin.")
    >>> text = Translation("The Ministry of Finance sent vaccines.", "en")
    >>> stranger_for(names[0], names, text)
    Stranger(text='Ministry of Finance', sure=True)
    """
    strangers = tuple(strangers_for(name, names, translation, groups))
    sure = (stranger for stranger in strangers if stranger.sure)
    return next(sure, strangers[0] if strangers else None)


def strangers_for(
    name: Name,
    names: tuple[Name, ...],
    translation: Translation,
    groups: Mapping[str, str],
) -> Iterator[Stranger]:
    """
    All that stands in a translation and may do so in a name's place.
    """
    own = {groups[entry.kind] for entry in name.entries if entry.kind in groups}
    if not own:
        return
    at_home = {form for one in names for form in forms_at_home(one, translation)}
    named = {form for one in names for form in names_at_home(one, translation)}
    for form, entries in found_in(translation):
        if any(form in other for other in at_home):
            continue
        for entry in entries:
            if (
                groups.get(entry.kind) in own
                and name.text not in entry.admitted(SOURCE)
                and not shares(entry, at_home, translation)
                and not is_variant(form, named)
            ):
                stranger = as_stranger(form, entry, translation)
                if stranger:
                    yield stranger


def as_stranger(form: str, entry: Entry, translation: Translation) -> Stranger | None:
    """
    A form as what may stand in a name's place; capitals must be capitals there.

    Several words for an institution are a name, be they small, if they say what body
    it is, and there is one of it: *the supreme court*, but not *the local government*.
    One word is none, small, but may be one if it is a body: *the prosecutors*.
    """
    written = as_written(form, entry, translation)
    if not translation.is_latin or GROUPS.get(entry.kind) != "institution":
        return Stranger(written, sure=True)
    if written.isupper():
        there = re.search(rf"\b{re.escape(written)}\b", translation.text)
        return Stranger(written, sure=True) if there else None
    parts = form.split()
    body = any(part in BODIES for part in parts)
    several = len(parts) > 1
    many = any(part in GENERAL for part in parts) and UNIQUE.isdisjoint(parts)
    one = several and body and not many
    sure = one or is_named(written, translation)
    return Stranger(written, sure=sure) if sure or several or body else None


def is_named(form: str, translation: Translation) -> bool:
    """
    Whether a form stands there with a capital, and not in a headline, where all have.
    """
    pattern = rf"\b{re.escape(form)}\b"
    found = re.findall(pattern, translation.text, re.IGNORECASE)
    capital = not found or any(one != one.lower() for one in found)
    return capital and not is_headline(translation.text)


def as_written(form: str, entry: Entry, translation: Translation) -> str:
    """
    A form with its capitals and marks.
    """
    language = translation.language
    forms = entry.forms.get(language, ())
    return next((one for one in forms if plain_form(one, language) == form), form)


def is_variant(form: str, at_home: set[str]) -> bool:
    """
    Whether a form is nearly one that the source's own names have.
    """
    if not form.startswith(" "):
        return any(fuzz.ratio(form, home) >= ALIKE for home in at_home)
    own = begun(form)
    homes = (begun(home) for home in at_home)
    return any(own <= home or home <= own for home in homes if home)


def begun(form: str) -> set[str]:
    """
    How the telling words of a form begin: *prosecutor* and *prosecutors* are one.
    """
    return {stem[:TOLD] for stem in telling_words(form)}


TOLD = 6
"""
How many letters tell two longer words apart.
"""


ALIKE = 72


def forms_at_home(name: Name, translation: Translation) -> Iterator[str]:
    """
    The forms that a name of the source may have in a translation.
    """
    for entry in name.entries:
        for form in entry.admitted(translation.language):
            yield plain_form(form, translation.language)


def names_at_home(name: Name, translation: Translation) -> Iterator[str]:
    """
    The same without what may only be said instead of it: "the Red Cross" for *PMI*.

    The International Committee of the Red Cross is none of its names.
    """
    named = tuple(entry for entry in name.entries if entry.kind != "mention")
    yield from forms_at_home(replace(name, entries=named), translation)


def shares(entry: Entry, at_home: set[str], translation: Translation) -> bool:
    """
    Whether an entry has a form that a name of the source has too.
    """
    forms = entry.admitted(translation.language)
    return any(plain_form(form, translation.language) in at_home for form in forms)


def bare(word: str, language: Tag) -> str:
    """
    A word without the small word that Arabic writes on to it.

    >>> bare("لهييه", "ar"), bare("lune", "fr")
    ('هييه', 'lune')
    """
    joined = language == "ar" and len(word) > LONG and word[0] in SMALL
    return word[1:] if joined else word


LONG = 3


def found_in(translation: Translation, *, joined: bool = False) -> Iterator[Row]:
    """
    The entries of which a translation has a whole form, the longest at each place.

    ``joined`` finds those too that a small word of Arabic is written on to.
    """
    index = index_of(translation.language)
    text = translation.plain
    step = KEY[translation.is_spaced]
    joined = joined and translation.language == "ar"
    starts = (
        (place for place, sign in enumerate(text) if sign == " ")
        if translation.is_spaced
        else range(len(text))
    )
    end = 0
    for start in starts:
        if start + 1 < end:
            continue
        row = row_at(index, text, start, step)
        if row is None and joined and begins_joined(text, start):
            row = row_at(index, " " + text[start + 2 :], 0, step)
        if row:
            end = start + len(row[0])
            yield row


def row_at(index: Index, text: str, start: int, step: int) -> Row | None:
    """
    The longest form that stands at a place of a text, and its entries.
    """
    rows = index.get(text[start : start + step], ())
    return next((row for row in rows if text.startswith(row[0], start)), None)


def begins_joined(text: str, start: int) -> bool:
    """
    Whether a small word of Arabic is written on to the word behind a space.

    >>> begins_joined(" في كندا ", 3), begins_joined(" في روما ", 3)
    (True, False)
    """
    word = text[start + 1 : text.find(" ", start + 1)]
    return bare(word, "ar") != word


KEY = {True: 4, False: 2}
"""
How many characters of a form are looked up, in languages with spaces and without.
"""


@lru_cache(maxsize=8)
def index_of(language: Tag) -> Index:
    """
    The lexicon's long forms in a language, by how they begin, the longest first.
    """
    by_form: dict[str, tuple[Entry, ...]] = {}
    for entry in lexicon().entries:
        for form in entry.forms.get(language, ()) if entry.kind in KINDS else ():
            plain = plain_form(form, language)
            by_form[plain] = (*by_form.get(plain, ()), entry)
    step = KEY[LANGUAGES[language].spaced]
    parts = Counter(part for form in by_form for part in parts_of(form))
    index: dict[str, list[Row]] = {}
    for form in sorted(by_form, key=len, reverse=True):
        if len(form.strip()) > FEW and is_telling(form, by_form[form], parts[form]):
            index.setdefault(form[:step], []).append((form, by_form[form]))
    return {key: tuple(rows) for key, rows in index.items()}


def is_telling(form: str, entries: tuple[Entry, ...], times: int) -> bool:
    """
    Whether a form names one thing: that of an institution may be a part of many others.

    In Chinese and Japanese it must say that it is an institution, too.
    """
    if any(GROUPS.get(entry.kind) != "institution" for entry in entries):
        return True
    return times < COMMON and (form.startswith(" ") or form.endswith(ENDS))


GENERAL = words(
    "local regional provincial municipal city district village civil social public",
    "special speciale",
    "locale locales regional regionale regionales provincial provinciale",
    "provinciales municipal municipale civil civile social sociale sociaux public",
    "publique publics publiques penitentiaire",
)
"""
What bodies have in their names of which a country has many.
"""

UNIQUE = frozenset(("ministry", "ministere", "court", "cour", "tribunal"))
"""
Bodies of which there is one, whatever it is for, or whose rank tells them apart.
"""

ENDS = tuple("部省局庁厅署院会所行军軍党组织織機構机构联盟連盟連合基金")


def parts_of(form: str) -> Iterator[str]:
    """
    The ends of a form, itself among them: a part of many forms names nothing alone.

    >>> list(parts_of(" ministry of finance "))
    [' ministry of finance ', ' of finance ', ' finance ']
    >>> list(parts_of("财政部"))
    ['财政部', '政部', '部']
    """
    if form.startswith(" "):
        words = form.split()
        yield from (f" {' '.join(words[start:])} " for start in range(len(words)))
    else:
        yield from (form[start:] for start in range(len(form)))


COMMON = 4
FEW = 2
