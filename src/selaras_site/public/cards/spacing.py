"""
The white that Chinese and Japanese signs carry, taken away where two would add up.

Each sign stands in a square of which it inks half. JLREQ and CLREQ halve the square of
a closing sign before another sign, and that of an opening one after an opening one.
"""

from itertools import pairwise

from selaras.languages import LANGUAGES, Tag

CLOSERS = frozenset("、。，．」』）〕］｝〉》】”’")
OPENERS = frozenset("「『（〔［｛〈《【“‘")


def is_squared(language: Tag) -> bool:
    """
    Tell whether the signs of a language stand in squares.
    """
    return LANGUAGES[language].script in {"Han", "Japanese"}


def halved_in(text: str, language: Tag) -> list[bool]:
    """
    Mark the signs of a text that give up half of their square.

    >>> halved_in("“始”，（", "zh")
    [False, False, True, True, False]
    """
    halved = [False] * len(text)
    if is_squared(language):
        for at, (before, after) in enumerate(pairwise(text)):
            halved[at] |= before in CLOSERS and after in CLOSERS | OPENERS
            halved[at + 1] |= before in OPENERS and after in OPENERS
    return halved
