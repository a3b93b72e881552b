"""
Text with marks, taken apart into runs of one style and woven together again.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from itertools import pairwise

from selaras.article.model import Inline, Mark, MarkKind
from selaras.article.units import trim

StyleMark = tuple[MarkKind, str]
"""
A kind of mark with its address, which is empty but for links.
"""

Style = frozenset[StyleMark]

Piece = tuple[str, Style]
"""
A run of text and the marks over all of it. A newline is a line break on the page.
"""

PLAIN: Style = frozenset()

OUTERMOST_FIRST: tuple[MarkKind, ...] = (
    "indonesian",
    "link",
    "bold",
    "italic",
    "verbatim",
    "code",
)
"""
The order in which marks over the same words are nested.
"""

SPACES = re.compile(r"[ \t\r\f\v]+")
ROUND_A_BREAK = re.compile(r" ?\n[ \n]*")


def weave(pieces: Iterable[Piece]) -> Inline:
    """
    Runs of text as one text in normal form.

    White space is collapsed as HTML does it, a no-break space is not; marks of one kind
    that touch are one mark, and no mark begins or ends in white space.

    >>> bold = frozenset({("bold", "")})
    >>> weave([(" Banjir  ", PLAIN), ("sudah ", bold), ("surut", bold), (" ", PLAIN)])
    Inline(text='Banjir sudah surut', marks=(Mark(start=7, end=18, kind='bold', href='', ref=0),))
    """  # noqa: E501
    runs: list[Piece] = []
    last = "\n"
    for raw, style in pieces:
        text = ROUND_A_BREAK.sub("\n", SPACES.sub(" ", raw))
        if last == " " and text.startswith("\n"):
            before, before_style = runs.pop()
            runs.append((before[:-1] + "\n", before_style))
            text, last = text[1:], "\n"
        if last in (" ", "\n"):
            text = text.lstrip(" \n" if last == "\n" else " ")
        if text:
            runs.append((text, style))
            last = text[-1]
    return strip(Inline(text="".join(text for text, _ in runs), marks=marks_of(runs)))


def marks_of(runs: Iterable[Piece]) -> tuple[Mark, ...]:
    """
    The marks over runs, each as long as the style goes on.
    """
    opened: dict[StyleMark, int] = {}
    marks: list[Mark] = []
    position = 0
    for text, style in [*runs, ("", PLAIN)]:
        for key in [key for key in opened if key not in style]:
            start = opened.pop(key)
            marks.append(Mark(start=start, end=position, kind=key[0], href=key[1]))
        for key in style:
            opened.setdefault(key, position)
        position += len(text)
    return tuple(marks)


def strip(inline: Inline) -> Inline:
    """
    The text without white space at its ends, nor at those of its marks.
    """
    start, end = trim(inline.text, (0, len(inline.text)))
    return slice_inline(inline, start, end)


def slice_inline(inline: Inline, start: int, end: int) -> Inline:
    """
    A stretch of a text with the parts of the marks that cover something of it.
    """
    text = inline.text[start:end]
    marks = []
    for mark in inline.marks:
        left, right = max(mark.start, start), min(mark.end, end)
        left, right = trim(inline.text, (left, right)) if left < right else (0, 0)
        if left < right:
            marks.append(replace(mark, start=left - start, end=right - start))
    return Inline(text=text, marks=tuple(sorted(marks, key=in_order)))


def in_order(mark: Mark) -> tuple[int, int, int, str]:
    """
    The order of marks in normal form: by start, then outermost first.
    """
    return mark.start, -mark.end, OUTERMOST_FIRST.index(mark.kind), mark.href


def pieces_of(inline: Inline) -> list[Piece]:
    """
    The runs of a text. Of two links over the same words the one inside counts.
    """
    edges = {0, len(inline.text)}
    edges.update(edge for mark in inline.marks for edge in (mark.start, mark.end))
    marks = sorted(inline.marks, key=in_order)
    pieces: list[Piece] = []
    active: list[Mark] = []
    coming = 0
    for start, end in pairwise(sorted(edges)):
        active = [mark for mark in active if mark.end > start]
        while coming < len(marks) and marks[coming].start <= start:
            active.append(marks[coming])
            coming += 1
        pieces.append((inline.text[start:end], style_of(active)))
    return pieces


def style_of(marks: Iterable[Mark]) -> Style:
    """
    The style that marks make together: every kind once, one link at most.
    """
    by_kind = {mark.kind: mark.href if mark.kind == "link" else "" for mark in marks}
    return frozenset(by_kind.items())


def normal(inline: Inline) -> Inline:
    """
    The text as any reader gives it.
    """
    return weave(pieces_of(inline))


def join_lines(texts: Iterable[Inline]) -> Inline:
    """
    Several texts as the lines of one.
    """
    pieces: list[Piece] = []
    for text in texts:
        pieces += [("\n", PLAIN), *pieces_of(text)]
    return weave(pieces)


@dataclass(frozen=True, slots=True)
class Run:
    """
    A stretch of text without marks of its own.
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """
    A mark with the stretches that it covers.
    """

    mark: Mark
    parts: "list[Run | Marked]"


def nest(start: int, end: int, marks: Iterable[Mark]) -> list[Run | Marked]:
    """
    A stretch of text in normal form as a tree, its marks properly nested.

    Of marks that cross, the later one is cut in two; reading makes them one again. The
    tree is as deep as there are kinds of marks, no deeper.
    """
    coming = [(in_order(mark), mark) for mark in marks]
    heapify(coming)
    branches: list[Run | Marked] = []
    position = start
    while coming:
        _, mark = heappop(coming)
        inside: list[Mark] = []
        beyond: list[Mark] = []
        while coming and coming[0][1].start < mark.end:
            _, other = heappop(coming)
            inside.append(replace(other, end=min(other.end, mark.end)))
            if other.end > mark.end:
                beyond.append(replace(other, start=mark.end))
        for other in beyond:
            heappush(coming, (in_order(other), other))
        if position < mark.start:
            branches.append(Run(position, mark.start))
        branches.append(Marked(mark, nest(mark.start, mark.end, inside)))
        position = mark.end
    if position < end:
        branches.append(Run(position, end))
    return branches
