"""
Countries whose names have the name of another one in them: *South Sudan* and *Sudan*.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from selaras.languages import Tag
from selaras.terms.lexicon import Entry, lexicon
from selaras.terms.translation import Translation, plain_form


def without_namesakes(
    entries: Iterable[Entry], translation: Translation
) -> Translation:
    """
    A text without other countries whose names have a country's own name in them.

    *Korea* in *North Korea* is not the one in the south.
    """
    if not translation.is_spaced:
        return translation
    namesakes = namesakes_in(translation.language)
    plain = translation.plain
    for entry in entries:
        for other in namesakes.get(entry.name, ()) if entry.kind == "country" else ():
            plain = plain.replace(other, " ")
    if plain == translation.plain:
        return translation
    return Translation(plain, translation.language)


@lru_cache(maxsize=8)
def namesakes_in(language: Tag) -> Mapping[str, tuple[str, ...]]:
    """
    For each country, the longer names of other countries that have one of its forms.
    """
    forms = {
        entry.name: frozenset(
            plain_form(form, language) for form in entry.forms.get(language, ())
        )
        for entry in lexicon().entries
        if entry.kind == "country"
    }
    owners = {form: name for name, mine in forms.items() for form in mine}
    found: dict[str, list[str]] = {}
    for other in sorted(owners, key=len, reverse=True):
        for part in parts_within(other):
            owner = owners.get(part)
            if owner and not any(other in form for form in forms[owner]):
                found.setdefault(owner, []).append(other)
    return {name: tuple(others) for name, others in found.items()}


def parts_within(form: str) -> Iterator[str]:
    """
    The shorter runs of words within a form.

    >>> list(parts_within(" south sudan "))
    [' south ', ' sudan ']
    """
    words = form.split()
    for length in range(1, len(words)):
        for start in range(len(words) - length + 1):
            yield f" {' '.join(words[start : start + length])} "
