"""
What stands in a translation for a name and is nearly that name.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from selaras.terms.letters import LONG
from selaras.terms.name import Name
from selaras.terms.skeleton import fold
from selaras.terms.translation import TOKEN, Translation
from selaras.text.spans import Span


@dataclass(frozen=True, slots=True)
class Nearby:
    """
    What stands in a translation instead of a name, and where, if that is known.
    """

    text: str
    span: Span | None


def instead_of(name: Name, translation: Translation) -> Nearby | None:
    """
    What in a translation is nearly a name: one letter off, or sounding a little alike.
    """
    if translation.is_latin:
        return nearly_spelt(name.words + name.weak, translation)
    found = translation.heard(" ".join(name.words))
    heard = found.span.of(translation.text).strip(MARKS)
    if found.score < ALITTLE or MARK.search(heard):
        return None
    start = translation.text.index(heard, found.span.start)
    return Nearby(heard, Span(start, start + len(heard)))


def nearly_spelt(words: Sequence[str], translation: Translation) -> Nearby | None:
    """
    What is nearly a word of a name, where that itself is missing.
    """
    if not words:
        return None
    spans = {fold(match[0]): match.span() for match in TOKEN.finditer(translation.text)}
    others = [token for token in spans if len(token) >= LONG]
    for word in words:
        plain = fold(word).strip("'’")
        if plain in spans or len(plain) < LONG:
            continue
        best = process.extractOne(plain, others, scorer=fuzz.ratio, score_cutoff=NEARLY)
        if best:
            span = Span(*spans[best[0]])
            return Nearby(span.of(translation.text), span)
    return None


NEARLY = 75
ALITTLE = 62
MARKS = " ،,.、。：:（）()«»“”「」\"'"
MARK = re.compile(r"[،,.、。：:（）()«»“”「」\"\d]")
