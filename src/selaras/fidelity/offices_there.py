"""
Offices and ranks of the source that are another one in a translation, or not there.

They are words, which translators choose, and therefore no names that block. But what a
model makes of a blend that it has hardly read is often another office, and a police
chief who becomes a governor is an error that nobody sees in a fluent sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from selaras.fidelity.names_as_words import is_translated
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.terms import Entry, Nearby, Translation, lexicon
from selaras.terms.forms import Fit, fit_of
from selaras.terms.name_words import HEADS
from selaras.terms.translation import plain_form
from selaras.text.spans import Span
from selaras.text.words import words


def offices_gone(
    source: str, translation: Translation
) -> Iterator[tuple[str, Span, Nearby | None]]:
    """
    The offices that are not there, where they stand, and another one that is.

    >>> text = Translation("The governor denied the rumour.", "en")
    >>> name, span, near = next(offices_gone("Kapolres membantah.", text))
    >>> name, near.text
    ('Kapolres', 'governor')
    """
    for name, span, entries in offices_of(source):
        fit = max(fit_of(entry, translation, full=True) for entry in entries)
        if fit is Fit.WHOLE or name in translation.text:
            continue
        other = other_office(source, translation)
        if other or (fit is Fit.NONE and is_short(name, entries)):
            yield name, span, other


def bodies_gone(source: str, translation: Translation) -> Iterator[tuple[str, Span]]:
    """
    The bodies that a source calls by one common word, and that are not there at all.

    What stands for *Kepolisian* may be any word for the police; none is a loss.

    >>> source = "Juru bicara Departemen Kepolisian Los Angeles menjawab."
    >>> text = Translation("A spokesman for Los Angeles answered.", "en")
    >>> [name for name, _ in bodies_gone(source, text)]
    ['Kepolisian']
    """
    for name, span, entries in bodies_of(source):
        gone = all(
            fit_of(entry, translation, full=True) is Fit.NONE for entry in entries
        )
        if gone and not is_translated((name,), translation):
            yield name, span


@lru_cache(maxsize=256)
def bodies_of(source: str) -> tuple[tuple[str, Span, tuple[Entry, ...]], ...]:
    """
    The bodies that a source calls by one common word; it is read for five languages.
    """
    return tuple(
        (name, found.span, entries)
        for found in lexicon().find(source)
        for name in [found.span.of(source)]
        for entries in [
            tuple(entry for entry in found.entries if entry.kind in BODY_KINDS)
        ]
        if name in HEADS and entries
    )


BODY_KINDS = words("force court institution hospital")


@lru_cache(maxsize=256)
def offices_of(source: str) -> tuple[tuple[str, Span, tuple[Entry, ...]], ...]:
    """
    The offices that a source names, each once; it is read for five languages.
    """
    named: dict[str, tuple[str, Span, tuple[Entry, ...]]] = {}
    for found in lexicon().find(source):
        name = found.span.of(source)
        if name not in named and all(entry.kind == OFFICE for entry in found.entries):
            named[name] = (name, found.span, found.entries)
    return tuple(named.values())


OFFICE = "office"


def is_short(name: str, entries: Iterable[Entry]) -> bool:
    """
    Whether a name is an office's short form, which nothing says otherwise: *Danrem*.

    A king or a president may be there by name alone.
    """
    return any(name in entry.short.get(SOURCE, ()) for entry in entries)


def other_office(source: str, translation: Translation) -> Nearby | None:
    """
    An office that a translation has and its source has not.
    """
    language = translation.language
    entries = [entry for found in lexicon().find(source) for entry in found.entries]
    at_home = {
        plain_form(form, language)
        for entry in (*entries, *offices_written_small(source))
        for form in entry.admitted(language)
    }
    for match in any_office(language).finditer(translation.text):
        if plain_form(match[0], language) not in at_home:
            return Nearby(match[0], Span(*match.span()))
    return None


@lru_cache(maxsize=256)
def offices_written_small(source: str) -> tuple[Entry, ...]:
    """
    The offices that a source names without a capital, as nobody's: "gubernur".

    >>> [entry.name for entry in offices_written_small("Lalu gubernur turun tangan.")]
    ['Gubernur']
    """
    return tuple(
        entry
        for word in dict.fromkeys(SMALL_WORD.findall(source))
        for entry in lexicon().of(word.capitalize())
        if entry.kind == OFFICE
    )


SMALL_WORD = re.compile(r"\b[a-z]{4,}\b")


@cache
def any_office(language: Tag) -> re.Pattern[str]:
    """
    What finds an office of the lexicon in a language, the longest form first.
    """
    forms = {
        form
        for entry in lexicon().entries
        if entry.kind == OFFICE
        for form in shown(entry, language)
    }
    ordered = sorted(forms, key=len, reverse=True)
    choice = "|".join(re.escape(form) for form in ordered)
    edges = (r"(?<!\w)", r"(?!\w)") if LANGUAGES[language].spaced else ("", "")
    return re.compile(f"{edges[0]}(?:{choice}){edges[1]}", re.IGNORECASE)


def shown(entry: Entry, language: Tag) -> Iterator[str]:
    """
    The forms of an office that can hardly be anything else.

    An Arabic rank is one word, and each is a common word too: فريق, *team*.
    """
    for form in entry.forms.get(language, ()):
        several = " " in form or language != "ar"
        if len(form) > 1 and several and form.lower() not in WORDS_TOO[language]:
            yield form


WORDS_TOO: Mapping[Tag, frozenset[str]] = {
    "en": words("general major private acting corporal commodore minister marshal"),
    "fr": words(
        "général major soldat lieutenant adjudant souverain président présidente"
    ),
    "zh": words("代理 之王 大王 皇帝 首长"),
    "ja": words("代行 会長"),
    "ar": frozenset(),
}
"""
Offices whose word says something else as often.
"""
