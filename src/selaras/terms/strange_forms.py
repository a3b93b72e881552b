"""
A translation without the forms of the lexicon that its source has nothing for.

*Harvard* is heard in 华威大学, and "court" stands in "International Court of Justice":
where another name of the lexicon stands, and the source has not that one, what is a
part of it proves nothing about a name of the source.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from selaras.languages import SOURCE, Tag
from selaras.terms.forms import BODIES
from selaras.terms.lexicon import Entry, lexicon
from selaras.terms.strangers import bare, begun, found_in, is_variant
from selaras.terms.translation import TOKEN, Translation, plain_form
from selaras.text.spans import Span


@lru_cache(maxsize=64)
def without_strangers(source: str, translation: Translation) -> Translation:
    """
    A translation with nothing where strange names of the lexicon stand.

    >>> text = Translation("The International Court of Justice met.", "en")
    >>> without_strangers("PN Medan bersidang.", text).plain
    ' the met '
    >>> without_strangers("Mahkamah Internasional bersidang.", text).plain
    ' the international court of justice met '
    """
    spans = tuple(places_of_strangers(source, translation))
    return translation.without(spans) if spans else translation


def places_of_strangers(source: str, translation: Translation) -> Iterator[Span]:
    """
    Where the forms stand of entries that are none of the source's, and no part of one.
    """
    entries = tuple(entries_of(source))
    at_home = {
        plain_form(form, translation.language)
        for entry in entries
        for form in (*entry.admitted(translation.language), *latin_forms(entry))
    }
    country = forms_of_home(translation.language)
    telling = {
        form
        for form in at_home - country
        if form.strip() and form.strip() not in BODIES
    }
    own = [
        span
        for form in telling
        if form in translation.plain
        for span in places_of(form, translation)
    ]
    for form, others in found_in(translation, joined=True):
        if (
            is_too_short(form, translation.language)
            or any(form in home for home in at_home)
            or any(home.rstrip() in form for home in telling)
            or any(is_called_alike(other, form, entries) for other in others)
            or is_of_home(form, telling)
        ):
            continue
        for span in places_of(form, translation):
            if not any(one.start < span.end and span.start < one.end for one in own):
                yield span


def is_too_short(form: str, language: Tag) -> bool:
    """
    Whether a form is as short as many a word: Arabic has no capitals, كان is no Cannes.
    """
    return language == "ar" and len(form.strip()) <= SHORT


SHORT = 4


def is_of_home(form: str, at_home: set[str]) -> bool:
    """
    Whether a form is nearly one of the source's own, or has fewer words of it.
    """
    if not form.startswith(" "):
        return is_variant(form, at_home)
    return any(begun(form) <= begun(home) for home in at_home)


def is_called_alike(entry: Entry, form: str, others: Iterable[Entry]) -> bool:
    """
    Whether the Indonesian name of an entry is in that of another, or has it in it.

    What is called after a place may be there by the one word for both: ليدن is Leiden
    and *Universitas Leiden*.
    """
    mine = f" {entry.name} "
    one_word = " " not in form.strip()
    return any(
        mine in f" {name} " or (one_word and f" {name} " in mine)
        for other in others
        for name in other.forms[SOURCE]
        if name != HOME
    )


@lru_cache(maxsize=8)
def forms_of_home(language: Tag) -> frozenset[str]:
    """
    What Indonesia is called, which is in the names of many.
    """
    return frozenset(
        plain_form(form, language)
        for entry in lexicon().of(HOME)
        for form in entry.admitted(language)
    )


HOME = "Indonesia"


def entries_of(source: str) -> Iterator[Entry]:
    """
    The entries that a source has, and those that are a part of their names.

    >>> [entry.kind for entry in entries_of("Pemprov Jawa Timur")][-1]
    'province'
    """
    for found in lexicon().find(source):
        yield from found.entries
        parts = found.span.of(source).split()
        for start in range(1, len(parts)):
            for end in range(start + 1, len(parts) + 1):
                yield from lexicon().of(" ".join(parts[start:end]))


def latin_forms(entry: Entry) -> Sequence[str]:
    """
    What a name is called in Latin letters, which other scripts may keep.
    """
    return (*entry.admitted("id"), *entry.admitted("en"))


def places_of(form: str, translation: Translation) -> Iterator[Span]:
    """
    Where a form, as it is compared, stands in a text as that is written.

    >>> text = Translation("Le Tribunal, puis la Cour suprême.", "fr")
    >>> [span.of(text.text) for span in places_of(" cour supreme ", text)]
    ['Cour suprême']
    """
    text, language = translation.text, translation.language
    if not translation.is_spaced:
        pattern = JOINT.join(map(re.escape, form))
        begins = NO_KANA_BEFORE if KANA.match(form[0]) else ""
        ends = NO_KANA_BEHIND if KANA.match(form[-1]) else ""
        for found in re.finditer(begins + pattern + ends, text, re.IGNORECASE):
            yield Span(*found.span())
        return
    words = form.split()
    tokens = [
        (plain, match.span())
        for match in TOKEN.finditer(text)
        for plain in plain_form(match[0], language).split()
    ]
    for start in range(len(tokens) - len(words) + 1):
        run = tokens[start : start + len(words)]
        first, *others = (plain for plain, _ in run)
        if others == words[1:] and words[0] in (first, bare(first, language)):
            yield Span(run[0][1][0], run[-1][1][1])


JOINT = "[·・＝=‧•\\s]*"

KANA = re.compile("[ァ-ヺー]")
NO_KANA_BEFORE = f"(?<!{KANA.pattern})"
NO_KANA_BEHIND = f"(?!{KANA.pattern})"
"""
A word in katakana ends where its letters do: メトロ is no part of メトロポリタン.
"""
