"""
How much of a word of another script a name is heard in.
"""

from collections.abc import Mapping
from itertools import takewhile

from selaras.languages import Tag
from selaras.terms.translation import Translation


def within_word(name: str, translation: Translation) -> float:
    """
    How much more alike a name must sound that is heard in a small part of a word.

    *Emmy* is no ティニ of カルティニ: one sees where such words begin and end.

    >>> within_word("Emmy", Translation("カルティニ賞を受賞した。", "ja"))
    10.0
    >>> within_word("Emmy", Translation("エミー賞を受賞した。", "ja"))
    0.0
    """
    letters = WORD.get(translation.language)
    if letters is None or " " in name:
        return 0.0
    span, text = translation.heard(name).span, translation.text
    if len(span) > FEW:
        return 0.0
    before = reversed(text[max(0, span.start - FAR) : span.start])
    around = sum(
        1
        for side in (before, text[span.end : span.end + FAR])
        for _ in takewhile(letters.__contains__, side)
    )
    whole = len(span) + around
    return PART_OF_WORD if len(span) < A_SHARE * whole else 0.0


PART_OF_WORD = 10.0
FAR = 8
A_SHARE = 0.65
FEW = 3
"""
How many signs, and what share of its word, say too little by themselves.
"""

WORD: Mapping[Tag, frozenset[str]] = {
    "ja": frozenset(map(chr, range(0x30A1, 0x30FB))) | {"ー"},
}
"""
The letters of the words that names are written with.
"""
