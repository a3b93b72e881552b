"""
Text as our own models saw it in training, and engine output made fit to be looked at.

A model reads best what looks like its training data, so ``clean`` here and in training
must be the same function. ``clean_tracked`` does the same and remembers where each
character was, so that links can be told in the text that the newsroom knows.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

import regex

from selaras.text.tracked import Edit, Rule, Tracked, rewrite

COMPOSING = (
    "\N{HANGUL JUNGSEONG FILLER}-\N{HANGUL JONGSEONG SSANGNIEUN}"
    "\N{HALFWIDTH KATAKANA VOICED SOUND MARK}"
    "\N{HALFWIDTH KATAKANA SEMI-VOICED SOUND MARK}"
    "\N{HANGUL LETTER KIYEOK}-\N{HANGUL LETTER ARAEAE}"
    "\N{HALFWIDTH HANGUL FILLER}-\N{HALFWIDTH HANGUL LETTER I}"
)
"""
What may grow together with the character before it, besides the combining marks.
"""

CLUSTER = regex.compile(rf"(?s:.)[\p{{M}}{COMPOSING}]*+")
FULL_WIDTH = re.compile(
    "[\N{FULLWIDTH EXCLAMATION MARK}-\N{FULLWIDTH TILDE}\N{IDEOGRAPHIC SPACE}]"
)
ASIDE: tuple[Rule, ...] = (
    # A control character or half of a surrogate pair is never text.
    (re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff]"), ""),
    (re.compile("[\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}]"), ""),
    (
        re.compile(
            "[\N{RIGHT SINGLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}]",
        ),
        "'",
    ),
    (
        re.compile(
            "[\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
            "\N{LEFT-POINTING DOUBLE ANGLE QUOTATION MARK}"
            "\N{RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK}]"
        ),
        '"',
    ),
    (re.compile("[\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}\N{ARABIC TATWEEL}]"), ""),
    # A text must not be able to name another target language to the model.
    (re.compile(r"<(?=2[a-z]{2}>)"), "("),
)
WHITE_SPACE: tuple[Rule, ...] = (
    (re.compile(r"\s+"), " "),
    (re.compile(r"\A | \Z"), ""),
)
CLEAN = ASIDE + WHITE_SPACE

NEVER_EMITTED: tuple[Rule, ...] = (
    (re.compile(r"[\t-\r\x1c-\x1f\x85]"), " "),
    (
        re.compile(
            r"[\x00-\x08\x0e-\x1b\x7f-\x9f\ud800-\udfff"
            "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}"
            "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}"
            "\N{LINE SEPARATOR}-\N{RIGHT-TO-LEFT OVERRIDE}"
            "\N{WORD JOINER}-\N{NOMINAL DIGIT SHAPES}"
            "\N{DOUBLE QUESTION MARK}\N{REPLACEMENT CHARACTER}]"
        ),
        "",
    ),
)
TIDY = NEVER_EMITTED + WHITE_SPACE


def clean(text: str, *, folded: bool = True) -> str:
    """
    Write a text as the training data was written.

    Not ``folded`` is for models of others: only controls and stray space go.

    >>> clean("Ia berkata:  “Harga naik”")
    'Ia berkata: "Harga naik"'
    >>> clean("２７人")
    '27人'
    """
    if not folded:
        return rewrite(text, TIDY)
    return rewrite(unicodedata.normalize(_form(text), text), CLEAN)


def clean_tracked(text: str, *, folded: bool = True) -> Tracked:
    """
    Do what ``clean`` does, and remember where each character was.

    >>> clean_tracked("Ia  berkata").original(3, 10)
    (4, 11)
    """
    tracked = Tracked.of(text)
    if not folded:
        return tracked.rewrite(TIDY)
    if not unicodedata.is_normalized(_form(text), text):
        tracked = tracked.edited(_normalizing(text))
    return tracked.rewrite(CLEAN)


def tidy(text: str) -> str:
    """
    Take out of engine output what is not text: controls, unknown marks, stray space.

    >>> tidy(" 27 people \N{DOUBLE QUESTION MARK} died\N{RIGHT-TO-LEFT OVERRIDE} ")
    '27 people died'
    """
    return rewrite(text, TIDY)


def _form(text: str) -> Literal["NFC", "NFKC"]:
    # Compatibility forms are folded only in text that has full-width characters: in
    # other text the folding would turn "½" into "1⁄2" and "m²" into "m2".
    return "NFKC" if FULL_WIDTH.search(text) else "NFC"


def _normalizing(text: str) -> Iterator[Edit]:
    form = _form(text)
    for cluster in CLUSTER.finditer(text):
        normal = unicodedata.normalize(form, cluster[0])
        if normal != cluster[0]:
            yield (*cluster.span(), normal)
