"""
How often a name is said: what is named after a place, and a name that comes back.
"""

from collections.abc import Iterator, Sequence

from selaras.terms import Name, NameKind, Translation


def said_once_for_two(
    present: Sequence[Name], translation: Translation
) -> Iterator[tuple[Name, Name]]:
    """
    What is named after another name of the source that stands there only once, and it.

    "Bandara Sentani" and "suku Sentani" are two, and "Sentani" must be there twice.
    """
    for name in present:
        root = name.text.split()[-1]
        if name.kind is not NameKind.LEXICON or root == name.text:
            continue
        if name.entries[0].kind not in NAMED_AFTER:
            continue
        for other in present:
            apart = (
                other.span.start >= name.span.end or other.span.end <= name.span.start
            )
            if other.text == root and apart and times_said(other, translation) == 1:
                yield name, other
                break


def times_said(name: Name, translation: Translation) -> int:
    """
    How often a translation has a name in its letters or in a form of the lexicon.
    """
    if translation.is_latin:
        return translation.text.count(name.text)
    return times_by_form(name, translation)


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
