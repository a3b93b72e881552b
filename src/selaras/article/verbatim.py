"""
Putting back, letter for letter, what a translation must not change.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from selaras.article.anchors import fold, occurrences, stands_alone
from selaras.article.model import UNTRANSLATED_MARKS, Link, Segment
from selaras.article.projection import project, read_bitext
from selaras.article.units import Extent, core, overlap, trim


def restore_verbatim(
    segment: Segment, target: str, links: Sequence[Link]
) -> tuple[str, tuple[Link, ...]]:
    """
    The target with every ``code`` and ``verbatim`` string of the source in it.

    A string that the engine changed is looked for as it may have been changed (other
    digits, case, inner spaces), then at the place that links point to. The links come
    back moved to where the words now are. Where nothing tells the place, the target
    stays as it is and ``place_marks`` reports the mark.

    >>> from selaras.article.model import Mark
    >>> mark = Mark(start=9, end=15, kind="verbatim")
    >>> segment = Segment(path="p#0", text="Kunjungi bps.id.", marks=(mark,))
    >>> restore_verbatim(segment, "Visit Bps. id.", ())
    ('Visit bps.id.', (Link(source=(9, 15), target=(6, 12), weight=1.0),))
    """
    moved = tuple(links)
    wanted = untranslated(segment)
    if len(wanted) == 1 and covers_all(segment, wanted[0]):
        whole = (0, len(segment.text))
        return segment.text, (Link(source=whole, target=whole),)

    found, missing = take_unchanged(segment.text, target, wanted)
    for extent in missing:
        place = place_of_changed(segment.text, target, moved, extent, found)
        if place is None:
            continue
        string = segment.text[slice(*extent)]
        target = target[: place[0]] + string + target[place[1] :]
        growth = len(string) - (place[1] - place[0])
        found = [shift(other, place, growth) for other in found]
        now = (place[0], place[0] + len(string))
        found.append(now)
        moved = (*move_links(moved, place, growth), Link(source=extent, target=now))
    return target, moved


def untranslated(segment: Segment) -> list[Extent]:
    """
    The stretches of a segment that must stay as they are; nested ones are one.
    """
    extents = sorted(
        trim(segment.text, (mark.start, mark.end))
        for mark in segment.marks
        if mark.kind in UNTRANSLATED_MARKS
    )
    merged: list[Extent] = []
    for start, end in extents:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def covers_all(segment: Segment, extent: Extent) -> bool:
    """
    Whether nothing of a segment is left to translate.
    """
    return extent == trim(segment.text, (0, len(segment.text)))


def take_unchanged(
    source: str, target: str, wanted: Iterable[Extent]
) -> tuple[list[Extent], list[Extent]]:
    """
    Places of the strings that the engine kept, and the source extents of the others.
    """
    found: list[Extent] = []
    missing: list[Extent] = []
    for extent in wanted:
        within_word = not stands_alone(source, extent)
        places = occurrences(source[slice(*extent)], target, inside=within_word)
        free = [place for place in places if is_free(place, found)]
        if free:
            found.append(free[0])
        else:
            missing.append(extent)
    return found, missing


def is_free(place: Extent, taken: Iterable[Extent]) -> bool:
    """
    Whether a place touches none that is taken.
    """
    return not any(overlap(place, other) for other in taken)


def place_of_changed(
    source: str,
    target: str,
    links: Sequence[Link],
    extent: Extent,
    taken: Sequence[Extent],
) -> Extent | None:
    """
    Where a string went that is not in the target any more.
    """
    looks_alike = find_squeezed(source[slice(*extent)], target, taken)
    if looks_alike:
        return looks_alike
    found = project(read_bitext(source, target, links), extent)
    if found is None:
        return None
    if core(source, extent) == extent:
        words = core(target, found)
        found = words if words[0] < words[1] else found
    return found if is_free(found, taken) else None


def find_squeezed(string: str, target: str, taken: Sequence[Extent]) -> Extent | None:
    """
    Where a string stands but for case, digits of another script, and white space.

    >>> find_squeezed("(021) 345", "هاتف (٠٢١)٣٤٥", ())
    (5, 13)
    """
    wanted = "".join(fold(string).split())
    folded = fold(target)
    seen = [n for n, character in enumerate(folded) if not character.isspace()]
    squeezed = "".join(folded[n] for n in seen)
    for start, end in occurrences(wanted, squeezed, inside=True):
        place = (seen[start], seen[end - 1] + 1)
        if is_free(place, taken) and stands_alone(target, place):
            return place
    return None


def shift(extent: Extent, place: Extent, growth: int) -> Extent:
    """
    An extent as it is after the text at ``place`` has grown.
    """
    if extent[0] >= place[1]:
        return extent[0] + growth, extent[1] + growth
    return extent


def move_links(links: Iterable[Link], place: Extent, growth: int) -> Iterable[Link]:
    """
    The links to what is left of the target, without those to what was replaced.
    """
    return [
        replace(link, target=shift(link.target, place, growth))
        for link in links
        if not overlap(link.target, place)
    ]
