"""
Cutting an article into segments, and joining translated segments into an article.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, repeat, zip_longest

from selaras.article.model import Article, Inline, Mark, Segment
from selaras.article.texts import map_texts
from selaras.errors import SegmentMismatch
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.text import split_sentences

Extent = tuple[int, int]

NOT_LINE_BREAK = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")

SELF_SPACED = frozenset("WFA")
"""
East Asian widths of characters that need no space beside them (UAX #11): wide, full
width, and ambiguous, which is where curly quotation marks and ellipses are.
"""


def cut(article: Article) -> tuple[Segment, ...]:
    """
    Every sentence of every text of an article, in reading order.

    A mark that crosses the end of a sentence is cut too. Its pieces share a ``ref``,
    which counts from 1 among the marks of their text; keep it when you place the marks
    in the translation, since ``join`` finds by it what belongs together.
    """
    segments, _ = cut_with_extents(article)
    return tuple(segments)


def join(article: Article, segments: Sequence[Segment], *, language: Tag) -> Article:
    """
    The article with the segments' texts in the place of its own.

    The segments must be those that ``cut(article)`` gives, in its order, with other
    texts and marks; anything else is a ``SegmentMismatch``. White space between
    sentences is the article's, adapted to the language: none between Chinese sentences,
    while a line break stays a line break.
    """
    expected, extents = cut_with_extents(article)
    refuse_other_paths(expected, segments)
    for segment in segments:
        refuse_marks_outside(segment)

    translated: dict[str, list[Segment]] = defaultdict(list)
    for segment in segments:
        translated[segment.path.rpartition("#")[0]].append(segment)

    def put_in_place(path: str, text: Inline) -> Inline:
        if path not in translated:
            return text
        gaps = gaps_between(text.text, extents[path])
        if language != article.language:
            gaps = adapt_gaps(gaps, translated[path], language)
        return join_text(text, extents[path], gaps, translated[path])

    return replace(map_texts(article, put_in_place), language=language)


def cut_with_extents(
    article: Article,
) -> tuple[list[Segment], dict[str, list[Extent]]]:
    """
    The segments, and by the path of each text where its sentences are.
    """
    segments: list[Segment] = []
    extents: dict[str, list[Extent]] = {}

    def collect(path: str, text: Inline) -> Inline:
        if text.text:
            extents[path] = sentences(text.text, article.language)
            segments.extend(segments_of(path, text, extents[path]))
        return text

    map_texts(article, collect)
    return segments, extents


def segments_of(
    path: str, text: Inline, extents: Sequence[Extent]
) -> Iterator[Segment]:
    """
    The segments of one text.
    """
    gaps = gaps_between(text.text, extents)
    pieces = cut_marks(text.marks, extents)
    for n, (start, end) in enumerate(extents):
        yield Segment(
            path=f"{path}#{n}",
            text=text.text[start:end],
            marks=tuple(pieces.get(n, ())),
            lead=gaps[0] if n == 0 else "",
            glue=gaps[n + 1],
        )


def sentences(text: str, language: Tag) -> list[Extent]:
    """
    Where the sentences are: never across a line break, never with space at the ends.

    A sentence reaches up to the next one, so what a splitter leaves out is not lost. A
    language that we have no rules for is cut as Indonesian is.
    """
    rules = language if language in LANGUAGES else SOURCE
    found: list[Extent] = []
    for line in NOT_LINE_BREAK.finditer(text):
        spans = split_sentences(line[0], rules)
        starts = [0, *(span.start for span in spans[1:])]
        ends = [*starts[1:], len(line[0])]
        for start, end in zip(starts, ends, strict=True):
            sentence = line[0][start:end]
            if stripped := sentence.strip():
                left = line.start() + start + sentence.index(stripped[0])
                found.append((left, left + len(stripped)))
    return found


def gaps_between(text: str, extents: Sequence[Extent]) -> list[str]:
    """
    The white space before the first sentence, between each two, and after the last.
    """
    if not extents:
        return [text]
    edges = [0, *(edge for extent in extents for edge in extent), len(text)]
    return [text[edges[n] : edges[n + 1]] for n in range(0, len(edges), 2)]


def cut_marks(
    marks: Sequence[Mark], extents: Sequence[Extent]
) -> Mapping[int, list[Mark]]:
    """
    The pieces of the marks in each sentence, counted from the sentence's start.
    """
    starts = [start for start, _ in extents]
    ends = [end for _, end in extents]
    pieces: dict[int, list[Mark]] = defaultdict(list)
    for ref, mark in enumerate(marks, start=1):
        first = bisect_right(ends, mark.start)
        last = bisect_left(starts, mark.end)
        for n in range(first, last):
            start, end = extents[n]
            piece = replace(
                mark,
                start=max(mark.start, start) - start,
                end=min(mark.end, end) - start,
                ref=ref,
            )
            pieces[n].append(piece)
    return pieces


def refuse_other_paths(
    expected: Sequence[Segment], segments: Sequence[Segment]
) -> None:
    """
    Raise unless the segments stand at the expected paths, in the expected order.
    """
    for n, (ours, theirs) in enumerate(zip_longest(expected, segments), start=1):
        if ours is None or theirs is None or ours.path != theirs.path:
            wanted = f"at {ours.path!r}" if ours else "no segment"
            got = f"one at {theirs.path!r}" if theirs else "none"
            raise SegmentMismatch(
                f"Cut {len(expected)} segments out of this article and got "
                f"{len(segments)} back; segment {n} was expected {wanted}, "
                f"but there is {got}."
            )


def refuse_marks_outside(segment: Segment) -> None:
    """
    Raise where a mark covers nothing, or more than the text.
    """
    for mark in segment.marks:
        if not 0 <= mark.start < mark.end <= len(segment.text):
            raise SegmentMismatch(
                f"The {mark.kind} mark of segment {segment.path!r} was expected "
                f"inside its {len(segment.text)} characters, but it covers "
                f"{mark.start} to {mark.end}."
            )


def adapt_gaps(
    gaps: Sequence[str], segments: Sequence[Segment], language: Tag
) -> list[str]:
    """
    The white space that the language wants where the source has ``gaps``.
    """
    texts = [segment.text for segment in segments]
    inner = map(adapt_gap, gaps[1:], texts, texts[1:], repeat(language))
    return [gaps[0], *inner, gaps[-1]]


def adapt_gap(gap: str, before: str, after: str, target: Tag) -> str:
    r"""
    The white space between two sentences.

    A sentence in Latin letters keeps its space from another one, in Chinese too: that
    is how one that could not be translated stands there.

    >>> adapt_gap(" ", "洪水已退。", "居民回家了。", "zh")
    ''
    >>> adapt_gap(" \n", "洪水已退。", "居民回家了。", "zh")
    '\n'
    >>> adapt_gap(" ", "Banjir surut.", "Warga pulang.", "zh")
    ' '
    """
    if breaks := NOT_LINE_BREAK.sub("", gap):
        return breaks
    language = LANGUAGES.get(target)
    if language is None or language.spaced:
        return gap or " "
    return "" if is_self_spaced(before[-1:]) or is_self_spaced(after[:1]) else " "


def is_self_spaced(character: str) -> bool:
    """
    Whether a character, or no character, stands without a space beside it.
    """
    return not character or unicodedata.east_asian_width(character) in SELF_SPACED


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """
    Where the sentences and the gaps of a text are, before and after.

    There is one gap more than there are sentences.
    """

    new_extents: Sequence[Extent]
    gaps: Sequence[Extent]
    new_gaps: Sequence[Extent]
    gap_starts: Sequence[int]
    gap_ends: Sequence[int]


def join_text(
    text: Inline,
    extents: Sequence[Extent],
    gaps: Sequence[str],
    segments: Sequence[Segment],
) -> Inline:
    """
    One text put together from its sentences and the white space round them.
    """
    parts = [gaps[0]]
    for segment, gap in zip(segments, gaps[1:], strict=True):
        parts += (segment.text, gap)
    layout = lay_out(text.text, extents, parts)
    return Inline(text="".join(parts), marks=join_marks(text.marks, segments, layout))


def lay_out(text: str, extents: Sequence[Extent], parts: Sequence[str]) -> Layout:
    """
    The places of sentences and gaps in the old text and in the new one.
    """
    edges = [0, *(edge for extent in extents for edge in extent), len(text)]
    new_edges = [0]
    for part in parts:
        new_edges.append(new_edges[-1] + len(part))
    gaps = list(pairwise(edges))[0::2]
    new = list(pairwise(new_edges))
    return Layout(
        new_extents=new[1::2],
        gaps=gaps,
        new_gaps=new[0::2],
        gap_starts=[start for start, _ in gaps],
        gap_ends=[end for _, end in gaps],
    )


def join_marks(
    marks: Sequence[Mark], segments: Sequence[Segment], layout: Layout
) -> tuple[Mark, ...]:
    """
    The marks of the whole text, out of their pieces.
    """
    pieces: dict[int, list[Extent]] = defaultdict(list)
    strangers: list[Mark] = []
    for segment, (start, _) in zip(segments, layout.new_extents, strict=True):
        for piece in segment.marks:
            extent = (piece.start + start, piece.end + start)
            if 1 <= piece.ref <= len(marks):
                pieces[piece.ref].append(extent)
            else:
                strangers.append(replace(piece, start=extent[0], end=extent[1], ref=0))

    joined = [
        replace(mark, start=start, end=end)
        for ref, mark in enumerate(marks, start=1)
        for start, end in join_pieces(pieces[ref], *spaces_under(mark, layout))
    ]
    return tuple(sorted([*joined, *strangers], key=lambda mark: mark.start))


def spaces_under(mark: Mark, layout: Layout) -> tuple[list[Extent], list[Extent]]:
    """
    The white space that a mark covers in the new text: inside it, and at its ends.

    White space at its ends that the language changed is covered as a whole or not.
    """
    first = bisect_right(layout.gap_ends, mark.start)
    last = bisect_left(layout.gap_starts, mark.end)
    inside, at_ends = [], []
    for n in range(first, last):
        (start, end), new = layout.gaps[n], layout.new_gaps[n]
        if mark.start < start and end < mark.end:
            inside.append(new)
        elif mark.start <= start and end <= mark.end:
            at_ends.append(new)
        elif end - start == new[1] - new[0]:
            shift = new[0] - start
            left, right = max(mark.start, start), min(mark.end, end)
            at_ends.append((left + shift, right + shift))
    return inside, at_ends


def join_pieces(
    pieces: Sequence[Extent], inside: Sequence[Extent], at_ends: Sequence[Extent]
) -> list[Extent]:
    """
    Pieces of one mark, merged where they touch, or touch the same white space.

    White space at a mark's ends stays where a piece touches it, and alone where the
    mark never covered anything else.
    """
    starts = {start for start, _ in pieces}
    ends = {end for _, end in pieces}
    between = [gap for gap in inside if gap[0] in ends and gap[1] in starts]
    outer = [gap for gap in at_ends if not pieces or gap[0] in ends or gap[1] in starts]
    merged: list[Extent] = []
    for start, end in sorted([*pieces, *between, *outer]):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return [(start, end) for start, end in merged if start < end]
