"""
What a headline may hold before it is set: one line of plain, drawable characters.
"""

import unicodedata
from collections.abc import Sequence

import regex  # type: ignore[import-untyped, unused-ignore]

JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
DIRECTION_MARKS = "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
WIDE_SPACE = "\N{IDEOGRAPHIC SPACE}"
BREAK_SPACES = f" {WIDE_SPACE}"
NO_BREAK_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"

LONGEST = 600
"""
Clusters beyond this never fit on a card, so nobody measures them.
"""

MOST_MARKS = 3
"""
Vocalised Arabic needs three; a stack of forty climbs off the card.
"""

CLUSTER = regex.compile(r"\X")
INVISIBLE = regex.compile(rf"[{JOINERS}{DIRECTION_MARKS}\p{{Variation_Selector}}]")
"""
What steers shaping and order, or picks a variant of a letter, without its own glyph.
"""

SPACES = regex.compile(rf"[^\S{NO_BREAK_SPACES}{WIDE_SPACE}]+")
AFTER_WIDE = regex.compile(rf"(?<={WIDE_SPACE})[{BREAK_SPACES}]+")
STACK = regex.compile(rf"(\p{{M}}{{{MOST_MARKS}}})\p{{M}}+")
LONE_MARKS = regex.compile(r"(?<![^\s])\p{M}+")
LEFT_OUT = frozenset({"Cc", "Cf", "Cn", "Co", "Cs"})


def clean(text: str) -> str:
    r"""
    Keep what can be drawn on one line, in composed form.

    Isolates and embeddings go, since the language gives the direction; the three marks
    that only steer neighbouring punctuation stay. No-break spaces stay too, and the
    wide space between the halves of a Japanese headline.

    >>> clean("  Gempa \n Cianjur\t\N{RIGHT-TO-LEFT OVERRIDE}27\x00 ")
    'Gempa Cianjur 27'
    >>> clean("Séisme\N{NO-BREAK SPACE}: 27 morts")
    'Séisme\xa0: 27 morts'
    """
    spaced = SPACES.sub(" ", text)
    kept = "".join(character for character in spaced if _is_drawable(character))
    composed = LONE_MARKS.sub("", unicodedata.normalize("NFC", kept))
    tame: str = AFTER_WIDE.sub("", SPACES.sub(" ", STACK.sub(r"\1", composed)))
    return tame.strip(BREAK_SPACES)


def clusters_of(text: str) -> Sequence[str]:
    """
    Cut text where a reader sees one character end, so that no mark loses its letter.

    >>> clusters_of("é한")
    ['é', '한']
    """
    found: list[str] = CLUSTER.findall(text)
    return found


def _is_drawable(character: str) -> bool:
    if character in JOINERS or character in DIRECTION_MARKS:
        return True
    return unicodedata.category(character) not in LEFT_OUT
