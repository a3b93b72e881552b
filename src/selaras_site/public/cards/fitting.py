"""
As large as it goes: the size and the lines of a text in a box.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from selaras_site.public.cards.breaking import Word, letters_of, words_of
from selaras_site.public.cards.cleaning import clusters_of
from selaras_site.public.cards.phrases import phrases_of
from selaras_site.public.cards.setting import EM, Paragraph

Cut = Callable[[str], Iterable[Word]]

STEP = 2
HALVINGS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """
    What a text may take: a box in pixels, sizes between two, a number of lines.

    ``leading`` is from baseline to baseline, in sizes.
    """

    width: float
    height: float
    largest: int
    smallest: int
    leading: float
    most_lines: int = 5

    def holds(self, lines: int, size: float) -> bool:
        """
        Tell whether so many lines of a size stay in the box.
        """
        return lines <= self.most_lines and lines * size * self.leading <= self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """
    A text cut into lines, each from one character to another, at one size.
    """

    paragraph: Paragraph
    lines: tuple[tuple[int, int], ...]
    size: int

    def texts(self) -> list[str]:
        """
        The lines as a reader of the source would write them.
        """
        return [self.paragraph.text[start:end] for start, end in self.lines]


@dataclass(frozen=True, slots=True)
class _Piece:
    word: Word
    width: float
    gap: float


def fit(paragraph: Paragraph, measure: Measure) -> Fitted:
    """
    Set a text as large as it goes, in lines of like length; if need be, cut it short.

    Words stay whole at every size but the smallest, where one that is wider than the
    box, a link perhaps, is broken anywhere.
    """
    pieces = _measured(paragraph, phrases_of(paragraph.text, paragraph.language))
    for size in range(measure.largest, measure.smallest - 1, -STEP):
        limit = measure.width * EM / size
        if any(piece.width > limit for piece in pieces):
            continue
        if measure.holds(len(_wrap(pieces, limit)), size):
            lines = _balance(pieces, limit)
            return Fitted(paragraph=paragraph, lines=_spans(lines), size=size)
    return _cut_short(paragraph, measure)


def _measured(paragraph: Paragraph, words: Sequence[Word]) -> list[_Piece]:
    return [
        _Piece(
            word,
            paragraph.width(word.start, word.end),
            paragraph.width(word.end, word.end + 1) if word.spaced else 0,
        )
        for word in words
    ]


def _wrap(pieces: Sequence[_Piece], limit: float) -> list[list[_Piece]]:
    lines: list[list[_Piece]] = []
    room = 0.0
    for piece in pieces:
        if lines and piece.width <= room:
            lines[-1].append(piece)
        else:
            lines.append([piece])
            room = limit
        room -= piece.width + piece.gap
    return lines


def _balance(pieces: Sequence[_Piece], limit: float) -> list[list[_Piece]]:
    """
    Narrow the box while the lines stay as many, so that no last line is a lone word.
    """
    wanted = len(_wrap(pieces, limit))
    narrow, wide = max((piece.width for piece in pieces), default=0), limit
    for _ in range(HALVINGS):
        middle = (narrow + wide) / 2
        if len(_wrap(pieces, middle)) == wanted:
            wide = middle
        else:
            narrow = middle
    return _wrap(pieces, wide)


def _cut_short(paragraph: Paragraph, measure: Measure) -> Fitted:
    """
    Keep as much as fits at the smallest size, whole if it does.
    """
    whole = _at_smallest(paragraph, measure)
    if measure.holds(len(whole.lines), whole.size):
        return whole
    fits, too_long = 0, len(clusters_of(paragraph.text))
    while too_long - fits > 1:
        middle = (fits + too_long) // 2
        fitted = _at_smallest(paragraph.shortened(middle), measure)
        if measure.holds(len(fitted.lines), fitted.size):
            fits = middle
        else:
            too_long = middle
    return _at_smallest(paragraph.shortened(fits), measure)


def _at_smallest(paragraph: Paragraph, measure: Measure) -> Fitted:
    size = measure.smallest
    limit = measure.width * EM / size
    lines = _spans(_wrap(_broken(paragraph, limit), limit))
    return Fitted(paragraph=paragraph, lines=lines, size=size)


def _broken(paragraph: Paragraph, limit: float) -> list[_Piece]:
    """
    Cut what is wider than the box as gently as it allows.
    """
    pieces = _measured(paragraph, phrases_of(paragraph.text, paragraph.language))
    for cut in (words_of, letters_of, _clusters):
        pieces = [
            smaller
            for piece in pieces
            for smaller in _refitted(paragraph, piece, limit, cut)
        ]
    return pieces


def _refitted(
    paragraph: Paragraph, piece: _Piece, limit: float, cut: Cut
) -> list[_Piece]:
    if piece.width <= limit:
        return [piece]
    word = piece.word
    parts = [
        replace(part, start=word.start + part.start, end=word.start + part.end)
        for part in cut(paragraph.text[word.start : word.end])
    ]
    parts[-1] = replace(parts[-1], spaced=word.spaced)
    return _measured(paragraph, parts)


def _clusters(text: str) -> Iterator[Word]:
    start = 0
    for cluster in clusters_of(text):
        yield Word(start=start, end=start + len(cluster))
        start += len(cluster)


def _spans(lines: Sequence[Sequence[_Piece]]) -> tuple[tuple[int, int], ...]:
    return tuple((line[0].word.start, line[-1].word.end) for line in lines)
