"""
What changed between two sentences, in pieces that a page can mark.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from selaras.languages import LANGUAGES, Tag

WORD = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """
    A stretch of text; ``kind`` is how it is marked, nothing if it is not.
    """

    text: str
    kind: str = ""


def difference(before: str, after: str, language: Tag) -> list[Piece]:
    """
    How one text became another: pieces kept, ``gone`` and ``new``, in reading order.

    >>> [(p.text, p.kind) for p in difference("Ada 27 korban", "Ada 72 korban", "id")]
    [('Ada ', ''), ('27', 'gone'), ('72', 'new'), (' korban', '')]
    """
    old, new = parts_of(before, language), parts_of(after, language)
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    return [
        piece
        for what, i, j, k, m in matcher.get_opcodes()
        for piece in changed(what, old[i:j], new[k:m])
    ]


def parts_of(text: str, language: Tag) -> list[str]:
    """
    A text in the pieces that are compared.
    """
    return WORD.findall(text) if LANGUAGES[language].spaced else list(text)


def changed(what: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    """
    One step of a difference.
    """
    if what == "equal":
        yield Piece("".join(old))
        return
    if old:
        yield Piece("".join(old), "gone")
    if new:
        yield Piece("".join(new), "new")


def marked(text: str, spans: Iterable[tuple[int, int, str]]) -> list[Piece]:
    """
    A text in pieces, those in a span with its kind.

    Where spans overlap, the first has it. Spans that lie outside of the text are left
    out: they come from another one.

    >>> [(p.text, p.kind) for p in marked("Ada 27 korban", [(4, 6, "review")])]
    [('Ada ', ''), ('27', 'review'), (' korban', '')]
    """
    pieces, at = [], 0
    for start, end, kind in sorted(set(spans)):
        if not at <= start < end <= len(text):
            continue
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:end], kind))
        at = end
    if at < len(text) or not pieces:
        pieces.append(Piece(text[at:]))
    return pieces
