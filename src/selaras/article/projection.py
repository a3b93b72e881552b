"""
Where words of a source went in its translation, as links and anchors tell.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from selaras.article.anchors import anchor_words, fold, is_telling, occurrences
from selaras.article.model import Link
from selaras.article.units import Extent, Unit, UnitKind, contains, overlap, units_of

COST_OF_A_GAP: dict[UnitKind, float] = {
    "word": 0.15,
    "character": 0.05,
    "punctuation": 0.01,
    "space": 0.01,
}
"""
What it costs to cover a unit that no link reaches, in weights of the strongest link.

Two linked words with an article or a preposition between them are one stretch; two that
half a sentence parts are not.
"""


FAIR_SHARE = 0.3
"""
What of a word's weight must come from a mark that has no word of its own.

Indonesian "rumah sakit umum" is one word in other languages: a mark on any part of it
covers that word.
"""

A_LITTLE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class Bitext:
    """
    A source and its translation, with all that is known of what became what.

    ``anchors`` gives for the number of a target unit the source word that it is, and
    ``links`` the links that reach it, each with the share of it that does.
    """

    source: str
    target: str
    source_folded: str
    target_folded: str
    source_units: tuple[Unit, ...]
    target_units: tuple[Unit, ...]
    anchors: dict[int, Extent]
    links: dict[int, list[tuple[Extent, float]]]


def read_bitext(source: str, target: str, links: Iterable[Link]) -> Bitext:
    """
    Take in a pair; links that point outside either text are clipped or left out.
    """
    source_units = units_of(source)
    target_units = units_of(target)
    return Bitext(
        source=source,
        target=target,
        source_folded=fold(source),
        target_folded=fold(target),
        source_units=tuple(source_units),
        target_units=tuple(target_units),
        anchors=anchor_words(source, target, source_units, target_units),
        links=share_out(usable_links(links, len(source), len(target)), target_units),
    )


def usable_links(links: Iterable[Link], source: int, target: int) -> list[Link]:
    """
    The links that lie within the two lengths, weighed against the strongest of them.
    """
    clipped = [
        Link(
            source=(max(0, link.source[0]), min(source, link.source[1])),
            target=(max(0, link.target[0]), min(target, link.target[1])),
            weight=link.weight,
        )
        for link in links
        if link.weight > 0
    ]
    kept = [
        link
        for link in clipped
        if link.source[0] < link.source[1] and link.target[0] < link.target[1]
    ]
    strongest = max((link.weight for link in kept), default=1.0)
    return [
        Link(source=link.source, target=link.target, weight=link.weight / strongest)
        for link in kept
    ]


def share_out(
    links: Iterable[Link], units: Sequence[Unit]
) -> dict[int, list[tuple[Extent, float]]]:
    """
    What each target unit gets of the weight of the links that reach it.
    """
    starts = [unit.start for unit in units]
    shares: dict[int, list[tuple[Extent, float]]] = defaultdict(list)
    for link in links:
        start, end = link.target
        for number in range(bisect_right(starts, start) - 1, bisect_left(starts, end)):
            unit = units[number]
            part = overlap(link.target, (unit.start, unit.end)) / (end - start)
            shares[number].append((link.source, link.weight * part))
    return shares


def whole_words(units: Sequence[Unit], extent: Extent) -> Extent:
    """
    The extent grown to the ends of the units that it touches.
    """
    touched = [unit for unit in units if overlap((unit.start, unit.end), extent)]
    if not touched:
        return extent
    return touched[0].start, touched[-1].end


def find_exact(bitext: Bitext, extent: Extent) -> Extent | None:
    """
    Where the same words stand in the target, if they stand once in either text.
    """
    words = bitext.source_folded[extent[0] : extent[1]]
    if not any(is_telling(word) for word in words_as_written(bitext, extent)):
        return None
    in_source = occurrences(words, bitext.source_folded)
    in_target = occurrences(words, bitext.target_folded)
    return in_target[0] if len(in_source) == len(in_target) == 1 else None


def words_as_written(bitext: Bitext, extent: Extent) -> list[str]:
    """
    The words of a stretch of the source.
    """
    return [
        bitext.source[unit.start : unit.end]
        for unit in bitext.source_units
        if unit.kind == "word" and overlap((unit.start, unit.end), extent)
    ]


def project(
    bitext: Bitext, extent: Extent, within: Extent | None = None
) -> Extent | None:
    """
    The stretch of target units that a stretch of the source became.

    It is the contiguous stretch with the greatest balance of weight: what links to the
    words inside counts for it, what links to words outside counts against it, and what
    nothing links to counts a little against it. So one stray link far away is ignored,
    and a word between two linked words is covered. None when nothing is known.
    """
    limit = within or (0, len(bitext.target))
    numbers = [
        number
        for number, unit in enumerate(bitext.target_units)
        if contains(limit, (unit.start, unit.end))
    ]
    scores = [score(bitext, number, extent) for number in numbers]
    stretch = best_stretch(scores)
    if stretch is None:
        scores = [score(bitext, number, extent, FAIR_SHARE) for number in numbers]
        stretch = best_stretch(scores)
    if stretch is None:
        return None
    first, last = (bitext.target_units[numbers[index]] for index in stretch)
    return first.start, last.end


def score(
    bitext: Bitext, number: int, extent: Extent, fair_share: float = 0.5
) -> float:
    """
    How much a target unit belongs to a stretch of the source, from -1 to 1.

    A unit of which ``fair_share`` comes from inside belongs a little.
    """
    if number in bitext.anchors:
        word = bitext.anchors[number]
        return 1.0 if overlap(word, extent) * 2 >= word[1] - word[0] else -1.0

    unit = bitext.target_units[number]
    inside = outside = 0.0
    for source, share in bitext.links.get(number, ()):
        part = overlap(source, extent) / (source[1] - source[0])
        inside += share * part
        outside += share * (1 - part)
    if not inside and not outside:
        return -COST_OF_A_GAP[unit.kind]
    balance = (inside - outside) / max(1.0, inside + outside)
    if inside >= fair_share * (inside + outside):
        return max(balance, A_LITTLE)
    return balance


def best_stretch(scores: Sequence[float]) -> tuple[int, int] | None:
    """
    First and last index of the shortest contiguous stretch with the greatest sum.

    Kadane's algorithm (Bentley, Programming Pearls, 1984).

    >>> best_stretch([-1, 1, -0.1, 1, -1, -1, 0.5])
    (1, 3)
    >>> best_stretch([-1, -0.1]) is None
    True
    """
    best: tuple[int, int] | None = None
    best_sum = sum_here = 0.0
    start = 0
    for index, value in enumerate(scores):
        if sum_here <= 0:
            start, sum_here = index, 0.0
        sum_here += value
        if sum_here > best_sum:
            best, best_sum = (start, index), sum_here
    return best
