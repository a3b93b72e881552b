"""
Names in brackets: an acronym behind a full name, the Latin letters behind another form.
"""

import re

from selaras.terms import Name, Standing, Translation, standing
from selaras.text.spans import Span


def is_explained(source: str, name: Name) -> bool:
    """
    Whether a name's acronym follows in brackets, and so proves nothing: "… (BMKG)".
    """
    return ACRONYM.match(source, name.span.end) is not None


def gloss_alone(name: Name, translation: Translation) -> Span | None:
    """
    The brackets that a name is in, in Latin letters, if another form is before them.

    >>> from selaras.terms import read_names
    >>> name = read_names("Pesawat itu menuju Irkutsk.")[0]
    >>> gloss_alone(name, Translation("飞机飞往阿姆斯特丹（Irkutsk）。", "zh"))
    Span(start=9, end=18)
    >>> gloss_alone(name, Translation("飞机飞往伊尔库茨克（Irkutsk）。", "zh"))
    """
    if translation.is_latin or not name.entries or name.text.isupper():
        return None
    glosses = (
        gloss
        for gloss in GLOSS.finditer(translation.text)
        if any(word in gloss[1] for word in name.words)
    )
    gloss = next(glosses, None)
    if gloss is None:
        return None
    bare = Translation(GLOSS.sub(" ", translation.text), translation.language)
    missing = standing(name, bare) <= Standing.PARTLY
    return Span(*gloss.span()) if missing else None


GLOSS = re.compile(r"[（(]([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ0-9 .'’-]{1,60})[)）]")
"""
What a name is called in Latin letters, behind its form in another script.
"""

ACRONYM = re.compile(r" \([A-Z][A-Za-z]+[^()]{0,12}\)")


def without_brackets(translation: Translation) -> Translation:
    """
    A translation without what stands in brackets.
    """
    if not BRACKETS.search(translation.text):
        return translation
    return Translation(BRACKETS.sub(" ", translation.text), translation.language)


BRACKETS = re.compile(r"[（(][^()（）]{1,60}[)）]")
