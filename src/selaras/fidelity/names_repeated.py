"""
How often a name is said: what is named after a place, and a name that comes back.
"""

import re
from collections.abc import Iterator, Sequence

from selaras.terms import Name, NameKind, Standing, Translation, standing
from selaras.terms.forms import AS_A_SIDE
from selaras.terms.translation import plain_form
from selaras.text.spans import Span


def said_once_for_two(
    present: Sequence[Name], translation: Translation
) -> Iterator[tuple[Name, Name]]:
    """
    What is named after another name of the source that stands there only once, and it.

    "Bandara Sentani" and "suku Sentani" are two, and "Sentani" must be there twice.
    """
    for name in present:
        for other in present:
            if is_part_apart(other, name) and (
                is_called_after(name, other, translation)
                or is_there_by_another(name, other, translation)
            ):
                yield name, other
                break


def is_called_after(name: Name, other: Name, translation: Translation) -> bool:
    """
    Whether a thing is called by a place, which stands there once for both.
    """
    return (
        name.entries[0].kind in NAMED_AFTER
        and other.text == name.text.split()[-1]
        and times_said(other, translation) == 1
    )


def is_there_by_another(name: Name, other: Name, translation: Translation) -> bool:
    """
    Whether a name is not there as it is, and what is there of it is another one's.

    >>> from selaras.terms import read_names
    >>> korea, north = read_names("Perang Korea menguntungkan Korea Utara.")
    >>> text = Translation("The Korean war helped northern Ireland.", "en")
    >>> is_there_by_another(north, korea, text)
    True
    >>> text = Translation("The Korean war helped the North.", "en")
    >>> is_there_by_another(north, korea, text)
    False
    """
    return (
        name.entries[0].kind in NAMED_WITH
        and not stands_whole(name, translation)
        and times_by_stem(other, translation) == 1
        and AS_A_SIDE.search(translation.text) is None
        and not stands_without(name, other, translation)
    )


def is_there_by_adjectives(name: Name, source: str, translation: Translation) -> bool:
    """
    Whether a name is there in adjectives only, and less often than its source has it.

    >>> from selaras.terms import read_names
    >>> source = "Peradaban Mohenjo dinamai menurut situs Mohenjo."
    >>> name = read_names(source)[-1]
    >>> text = Translation("The Mohenjoan civilisation is named after it.", "en")
    >>> is_there_by_adjectives(name, source, text)
    True
    >>> text = Translation("The Mohenjoan civilisation is named after Mohenjo.", "en")
    >>> is_there_by_adjectives(name, source, text)
    False
    """
    word = name.text
    if not translation.is_latin or name.entries or not word.isalpha():
        return False
    there = re.findall(rf"\b{word}\w*", translation.text)
    return (
        len(word) >= LONG
        and word not in there
        and 0 < len(there) < len(re.findall(rf"\b{word}\w*", source))
    )


LONG = 4


def is_part_apart(other: Name, name: Name) -> bool:
    """
    Whether a name is some words of one of the lexicon, and stands apart from that.
    """
    if name.kind is not NameKind.LEXICON:
        return False
    apart = other.span.start >= name.span.end or other.span.end <= name.span.start
    within = f" {other.text} " in f" {name.text} " and other.text != name.text
    return apart and within


def stands_whole(name: Name, translation: Translation) -> bool:
    """
    Whether a form of a name stands in a translation as it is.
    """
    language = translation.language
    return any(
        plain_form(form, language) in translation.plain
        for entry in name.entries
        for form in entry.forms.get(language, ())
    )


def stands_without(name: Name, other: Name, translation: Translation) -> bool:
    """
    Whether a name is there by what has nothing of another one: 安理会, 曼城.
    """
    rest = translation.without(places_by_form(other, translation))
    return standing(name, rest) is Standing.PRESENT


def places_by_form(name: Name, translation: Translation) -> Iterator[Span]:
    """
    Where a name stands in its letters or in a form of the lexicon.
    """
    forms = {
        form for one in name.entries for form in one.admitted(translation.language)
    }
    for form in (name.text, *forms):
        for found in re.finditer(re.escape(form), translation.text, re.IGNORECASE):
            yield Span(*found.span())


def times_said(name: Name, translation: Translation) -> int:
    """
    How often a translation has a name in its letters or in a form of the lexicon.
    """
    if translation.is_latin:
        return translation.text.count(name.text)
    return times_by_form(name, translation)


def times_by_stem(name: Name, translation: Translation) -> int:
    """
    How often a name is there, in English or French be it as an adjective.

    >>> from selaras.terms import read_names
    >>> name = read_names("Pesawat jatuh di Atlantik.")[0]
    >>> times_by_stem(name, Translation("Un avion atlantique dans l'Atlantique.", "fr"))
    2
    """
    if not translation.is_latin:
        return times_by_form(name, translation)
    forms = {
        plain_form(form, translation.language).strip()
        for entry in name.entries
        for form in (name.text, *entry.admitted(translation.language))
    }
    shortest = {
        one for one in forms if one and not any(o in one for o in forms - {one})
    }
    return sum(
        len(re.findall(rf" {re.escape(form)}(?=\w{{0,3}} )", translation.plain))
        for form in shortest
    )


def times_by_form(name: Name, translation: Translation) -> int:
    """
    How often a translation has a name in a form of the lexicon.
    """
    text, language = translation.text, translation.language
    forms = {form for entry in name.entries for form in entry.admitted(language)}
    return max((text.count(form) for form in forms), default=0)


NAMED_AFTER = frozenset(
    {"airport", "port", "university", "mountain", "water", "hospital"}
)
"""
Kinds of things that are called by the name of a place.
"""

NAMED_WITH = frozenset({"country", "organisation", "water"})
"""
Kinds of things whose names have that of another in them, and are said in full first.
"""
