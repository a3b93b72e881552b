"""
After the engine: put back what must be kept, and set the marks on their words.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from selaras.article import Link, Mark, Segment, place_marks, restore_verbatim
from selaras.fidelity import Verbatim, find_verbatim
from selaras.pipeline.draft import DraftSegment


def put_back(segment: DraftSegment) -> DraftSegment:
    """
    The segment with verbatim strings as they were, and its marks where they belong.

    Marks for which no place is known are in ``lost_marks``; a check says so.
    """
    if not segment.hypotheses or not (segment.source.marks or segment.verbatim):
        return segment
    links = segment.hypotheses[0].links
    answer = with_last_emoji(segment.source.text, segment.text)
    text, links = restore_verbatim(
        with_verbatim_marks(segment.source),
        answer,
        (*links, *garbled(segment.source.text, answer)),
    )
    marks, lost = place_marks(segment.source.marks, segment.source.text, text, links)
    return replace(segment, text=text, marks=marks, lost_marks=lost)


def with_verbatim_marks(segment: Segment) -> Segment:
    """
    The segment with a mark over every address, code and number that must be kept.
    """
    found = tuple(
        Mark(start=item.span.start, end=item.span.end, kind="verbatim")
        for item in find_verbatim(segment.text)
    )
    return replace(segment, marks=(*segment.marks, *found))


def garbled(source: str, target: str) -> Iterator[Link]:
    """
    A link from an item that is missing in the target to the one that it became.

    An address that stands in neither as it does in the other can only be the other's,
    if it is the only one of its kind. Of several, nobody could say which is which, but
    for emoji, which come in their order.

    >>> list(garbled("Buka bps.go.id.", "Visit bpss.go.id."))
    [Link(source=(5, 14), target=(6, 16), weight=1.0)]
    """
    missing, foreign = odd_ones(source, target), odd_ones(target, source)
    for kind, items in missing.items():
        others = foreign[kind]
        if len(items) != len(others) or (len(items) > 1 and kind != "emoji"):
            continue
        for item, other in zip(items, others, strict=True):
            ours, theirs = item.span, other.span
            yield Link(source=(ours.start, ours.end), target=(theirs.start, theirs.end))


def with_last_emoji(source: str, target: str) -> str:
    """
    The target with the emoji at the source's end, however an engine changed them.

    >>> with_last_emoji("Selamat! 🇮🇩🎉", "Congratulations!")
    'Congratulations! 🇮🇩🎉'
    """
    ours, theirs = last_emoji(source), last_emoji(target)
    is_same = source[ours:].split() == target[theirs:].split()
    if ours == len(source) or is_same:
        return target
    space = " " if source[:ours].endswith(" ") else ""
    return target[:theirs].rstrip() + space + source[ours:]


def last_emoji(text: str) -> int:
    """
    Where the emoji begin that a text ends with: at its end if it ends with none.
    """
    start = len(text)
    for item in reversed(find_verbatim(text)):
        if item.kind != "emoji" or text[item.span.end : start].strip():
            break
        start = item.span.start
    return start


def odd_ones(text: str, other: str) -> dict[str, list[Verbatim]]:
    """
    By kind, the items of a text that do not stand in the other one.
    """
    odd: dict[str, list[Verbatim]] = defaultdict(list)
    for item in find_verbatim(text):
        if item.text not in other:
            odd[item.kind].append(item)
    return odd
