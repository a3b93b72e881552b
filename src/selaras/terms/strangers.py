"""
Names of the lexicon that a translation has and its source does not.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz

from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.terms.capitals import is_headline
from selaras.terms.forms import telling_words
from selaras.terms.lexicon import Entry, lexicon
from selaras.terms.name import Name
from selaras.terms.translation import Translation, plain_form


def stranger_for(name: Name, names: tuple[Name, ...], translation: Translation) -> str:
    """
    What stands in a translation in a name's place: a form that the source has not.

    >>> from selaras.terms.names import read_names
    >>> names = read_names("Kementerian Kesehatan mengirim vaksin.")
    >>> text = Translation("The Ministry of Finance sent vaccines.", "en")
    >>> stranger_for(names[0], names, text)
    'Ministry of Finance'
    """
    groups = {GROUPS[entry.kind] for entry in name.entries if entry.kind in GROUPS}
    if not groups:
        return ""
    at_home = {form for one in names for form in forms_at_home(one, translation)}
    for form, entries in found_in(translation):
        if any(form in other for other in at_home):
            continue
        for entry in entries:
            if (
                GROUPS[entry.kind] in groups
                and name.text not in entry.admitted(SOURCE)
                and not shares(entry, at_home, translation)
                and not is_variant(form, at_home)
                and is_named(form, entry, translation)
            ):
                return as_written(form, entry, translation)
    return ""


def is_named(form: str, entry: Entry, translation: Translation) -> bool:
    """
    Whether a form stands there as a name: in Latin letters institutions have capitals.

    Small, *the prosecutors* are some prosecutors, and the capital of one word in a
    headline says nothing.
    """
    if not translation.is_latin or GROUPS[entry.kind] != "institution":
        return True
    written = as_written(form, entry, translation)
    found = re.search(rf"\b{re.escape(written)}\b", translation.text, re.IGNORECASE)
    if found is None:
        return not written.isupper()
    if written.isupper():
        return found[0].isupper()
    alone = " " not in written and is_headline(translation.text)
    return found[0] != found[0].lower() and not alone


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
    own = set(telling_words(form))
    homes = (set(telling_words(home)) for home in at_home)
    return any(own <= home or home <= own for home in homes if home)


ALIKE = 72


def forms_at_home(name: Name, translation: Translation) -> Iterator[str]:
    """
    The forms that a name of the source may have in a translation.
    """
    for entry in name.entries:
        for form in entry.admitted(translation.language):
            yield plain_form(form, translation.language)


def shares(entry: Entry, at_home: set[str], translation: Translation) -> bool:
    """
    Whether an entry has a form that a name of the source has too.
    """
    forms = entry.admitted(translation.language)
    return any(plain_form(form, translation.language) in at_home for form in forms)


def found_in(translation: Translation) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    """
    The entries of which a translation has a whole form, the longest at each place.
    """
    index = index_of(translation.language)
    text = translation.plain
    step = KEY[translation.is_spaced]
    starts = (
        (place for place, sign in enumerate(text) if sign == " ")
        if translation.is_spaced
        else range(len(text))
    )
    end = 0
    for start in starts:
        if start + 1 < end:
            continue
        for form, entries in index.get(text[start : start + step], ()):
            if text.startswith(form, start):
                end = start + len(form)
                yield form, entries
                break


KEY = {True: 4, False: 2}
"""
How many characters of a form are looked up, in languages with spaces and without.
"""


@lru_cache(maxsize=8)
def index_of(
    language: Tag,
) -> dict[str, tuple[tuple[str, tuple[Entry, ...]], ...]]:
    """
    The lexicon's long forms in a language, by how they begin, the longest first.
    """
    by_form: dict[str, tuple[Entry, ...]] = {}
    for entry in lexicon().entries:
        for form in entry.forms.get(language, ()) if entry.kind in GROUPS else ():
            plain = plain_form(form, language)
            by_form[plain] = (*by_form.get(plain, ()), entry)
    step = KEY[LANGUAGES[language].spaced]
    parts = Counter(part for form in by_form for part in parts_of(form))
    index: dict[str, list[tuple[str, tuple[Entry, ...]]]] = {}
    for form in sorted(by_form, key=len, reverse=True):
        if len(form.strip()) > FEW and is_telling(form, by_form[form], parts[form]):
            index.setdefault(form[:step], []).append((form, by_form[form]))
    return {key: tuple(rows) for key, rows in index.items()}


def is_telling(form: str, entries: tuple[Entry, ...], times: int) -> bool:
    """
    Whether a form names one thing: that of an institution may be a part of many others.

    In Chinese and Japanese it must say that it is an institution, too.
    """
    if any(GROUPS[entry.kind] != "institution" for entry in entries):
        return True
    return times < COMMON and (form.startswith(" ") or form.endswith(BODIES))


BODIES = tuple("部省局庁厅署院会所行军軍党组织織機構机构联盟連盟連合基金")


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
