"""
Putting inline marks back on the right words of a translation.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from selaras.article.anchors import occurrences, stands_alone
from selaras.article.model import UNTRANSLATED_MARKS, Link, Mark
from selaras.article.projection import (
    Bitext,
    find_exact,
    project,
    read_bitext,
    whole_words,
)
from selaras.article.units import Extent, contains, core, overlap, trim

NEAR = 30
"""
How many characters before a word its punctuation is looked for: no run of full stops,
however long, makes that slow.
"""

CLITIC = regex.compile(r"['’](?:t|re|ve|ll|m|s|d)\b")
"""
What English writes at the end of a word after an apostrophe.
"""

AFTER = regex.compile(r"(?:\s?»|[\p{P}--[%‰٪％#@&＆§\-–—/]])+", regex.V1)
BEFORE = regex.compile(r"(?:«\s?|[\p{P}--[%‰٪％#@&＆§\-–—/]])+$", regex.V1)
OPENING = regex.compile(r"[\p{Ps}\p{Pi}\"']")
CLOSING = regex.compile(r"[\p{Pe}\p{Pf}\"']")
TO_THE_QUOTE = regex.compile(r"[\p{Ps}\p{Pi}\"'][^\p{P}]{1,20}$")


class Placement(NamedTuple):
    """
    The marks on the target, and the source's marks for which no place is known.
    """

    marks: tuple[Mark, ...]
    lost: tuple[Mark, ...]


def place_marks(
    marks: Sequence[Mark], source: str, target: str, links: Iterable[Link]
) -> Placement:
    """
    Put a segment's marks on the words of its translation that they covered.

    What is certain goes first: a mark over everything covers everything, and names,
    numbers and addresses that stand once in both are found as they are. Then the links
    decide. ``code`` and ``verbatim`` only ever cover their own string, to the letter.

    No mark is dropped in silence: one that nothing tells about is in ``lost``.

    >>> bold = Mark(start=7, end=14, kind="bold")
    >>> link = Link(source=(7, 14), target=(4, 11))
    >>> place_marks([bold], "Banjir Cianjur surut", "The Cianjur flood is gone", [link])
    Placement(marks=(Mark(start=4, end=11, kind='bold', href='', ref=0),), lost=())
    """
    if not marks:
        return Placement((), ())
    bitext = read_bitext(source, target, links)
    placed: list[tuple[Mark, Extent]] = []
    lost: list[Mark] = []
    for mark in sorted(marks, key=outermost_first):
        extent = place(mark, bitext, placed)
        if extent is None:
            lost.append(mark)
        else:
            placed.append((mark, extent))

    kept = part_neighbours(placed, bitext, lost)
    done = [replace(mark, start=start, end=end) for mark, (start, end) in kept]
    return Placement(
        tuple(sorted(done, key=outermost_first)),
        tuple(sorted(lost, key=outermost_first)),
    )


def outermost_first(mark: Mark) -> tuple[int, int, int]:
    """
    The order of marks in a text: by start, the longer one first.
    """
    return mark.start, -mark.end, mark.ref


def place(
    mark: Mark, bitext: Bitext, placed: list[tuple[Mark, Extent]]
) -> Extent | None:
    """
    The place of one mark, inside the places of the marks that it stands in.

    A mark that is certainly elsewhere stretches those; one that only links put
    elsewhere is lost.
    """
    parents = [
        number
        for number, (parent, _) in enumerate(placed)
        if contains((parent.start, parent.end), (mark.start, mark.end))
    ]
    taken = [
        extent
        for other, extent in placed
        if not overlap((other.start, other.end), (mark.start, mark.end))
    ]
    certain = place_for_certain(mark, bitext, taken)
    if certain:
        for number in parents:
            parent, (start, end) = placed[number]
            if parent.kind not in UNTRANSLATED_MARKS:
                stretched = (min(start, certain[0]), max(end, certain[1]))
                placed[number] = parent, stretched
        return certain
    if mark.kind in UNTRANSLATED_MARKS:
        return None
    within = min(
        (placed[number][1] for number in parents),
        key=lambda extent: extent[1] - extent[0],
        default=None,
    )
    return place_by_links(mark, bitext, within)


def place_for_certain(
    mark: Mark, bitext: Bitext, taken: Sequence[Extent]
) -> Extent | None:
    """
    The place of a mark that needs no link to be known.
    """
    extent = trim(bitext.source, (mark.start, mark.end))
    if extent[0] == extent[1] or not bitext.target.strip():
        return None
    if mark.kind in UNTRANSLATED_MARKS:
        return find_verbatim(bitext, extent, taken)
    if whole := find_whole(bitext.source, bitext.target, extent):
        return whole
    exact = find_exact(bitext, extent)
    return exact and snap(bitext, extent, exact)


def find_whole(source: str, target: str, extent: Extent) -> Extent | None:
    """
    The whole target, if the extent is the whole source but for its outer punctuation.

    Punctuation that the mark leaves out in the source is left out in the target.

    >>> find_whole("Banjir surut.", "洪水已退。", (0, 12))
    (0, 4)
    """
    everything = trim(source, (0, len(source)))
    words = core(source, everything)
    if words[0] == words[1]:
        words = everything
    if not contains(extent, words):
        return None
    all_target = trim(target, (0, len(target)))
    target_words = core(target, all_target)
    if target_words[0] == target_words[1]:
        return all_target
    return (
        all_target[0] if extent[0] <= everything[0] else target_words[0],
        all_target[1] if extent[1] >= everything[1] else target_words[1],
    )


def find_verbatim(
    bitext: Bitext, extent: Extent, taken: Sequence[Extent] = ()
) -> Extent | None:
    """
    Where the very string of an extent stands in the target.

    Of several places the one is chosen that links and anchors point to, else the first
    that no other mark took: the strings are alike, so the reader loses nothing.
    """
    string = bitext.source[extent[0] : extent[1]]
    within_word = not stands_alone(bitext.source, extent)
    places = occurrences(string, bitext.target, inside=within_word)
    if not places:
        return None
    projected = project(bitext, extent)
    if projected:
        places.sort(key=lambda place: -overlap(place, projected))
        if overlap(places[0], projected):
            return places[0]
    return next((place for place in places if place not in taken), places[0])


def place_by_links(mark: Mark, bitext: Bitext, within: Extent | None) -> Extent | None:
    """
    The place of a mark by links and anchors, with the punctuation that it has.
    """
    extent = trim(bitext.source, (mark.start, mark.end))
    if extent[0] == extent[1]:
        return None
    found = project(bitext, whole_words(bitext.source_units, extent), within)
    if found is None:
        return None
    extent_there = snap(bitext, extent, found)
    if within:
        extent_there = (
            max(within[0], extent_there[0]),
            min(within[1], extent_there[1]),
        )
    return extent_there


def snap(bitext: Bitext, extent: Extent, found: Extent) -> Extent:
    """
    A stretch of the target with the punctuation that the source's has, and no other.

    A mark over a quoted title covers the quotation marks there as it does here; a mark
    over the title alone does not.
    """
    source, target = bitext.source, bitext.target
    words = core(source, extent)
    start, end = core(target, found)
    if words[0] == words[1] or start == end:
        return found
    if clitic := CLITIC.match(target, end):
        end = clitic.end()
    if after := AFTER.match(target, end):
        end += as_much_as(source[words[1] : extent[1]], after[0], CLOSING)
    if before := BEFORE.search(target, max(0, start - NEAR), start):
        ours = source[extent[0] : words[0]]
        start -= as_much_as(ours, before[0][::-1], OPENING)
    elif OPENING.search(source, extent[0], words[0]):
        start = reach_quote(bitext, start)
    return whole_words(bitext.target_units, (start, end))


def reach_quote(bitext: Bitext, start: int) -> int:
    """
    The opening quotation mark a few words before, if nothing says they are others'.

    That is where a language puts the article that the source has not: « Les ... ».
    """
    found = TO_THE_QUOTE.search(bitext.target, max(0, start - NEAR), start)
    if not found:
        return start
    between = (found.start() + 1, start)
    known = any(
        overlap((unit.start, unit.end), between)
        for number, unit in enumerate(bitext.target_units)
        if number in bitext.anchors or bitext.links.get(number)
    )
    return start if known else found.start()


def as_much_as(ours: str, theirs: str, quote: "regex.Pattern[str]") -> int:
    """
    How many characters of a run of punctuation a mark takes, given the source's run.

    Runs are read outwards from the words. With a quotation mark in ours, theirs is
    taken up to its quotation mark; with a full stop alone, up to the first quotation
    mark.

    >>> [as_much_as(*runs, CLOSING) for runs in (('"', ',”'), (".", ".”"), ("", "."))]
    [2, 1, 0]
    """
    if not ours:
        return 0
    quotes = [found.end() for found in quote.finditer(theirs)]
    if quote.search(ours):
        return quotes[0] if quotes else 0
    return quotes[0] - 1 if quotes else len(theirs)


def part_neighbours(
    placed: Sequence[tuple[Mark, Extent]], bitext: Bitext, lost: list[Mark]
) -> list[tuple[Mark, Extent]]:
    """
    Keep marks of one kind apart that were apart in the source.

    Two links over one word are no link at all: the later one keeps what the earlier
    one leaves, and is lost where that is nothing.
    """
    kept: list[tuple[Mark, Extent]] = []
    for mark, extent in sorted(placed, key=lambda pair: pair[1]):
        rest = what_is_left(mark, extent, kept)
        if rest != extent:
            rest = core(bitext.target, rest)
        if rest[0] < rest[1] and (
            rest == extent or mark.kind not in UNTRANSLATED_MARKS
        ):
            kept.append((mark, rest))
        else:
            lost.append(mark)
    return kept


def what_is_left(
    mark: Mark, extent: Extent, earlier: Iterable[tuple[Mark, Extent]]
) -> Extent:
    """
    The extent without what another mark of its kind, apart from it, took before.
    """
    start, end = extent
    for other, taken in earlier:
        apart = not overlap((mark.start, mark.end), (other.start, other.end))
        if other.kind == mark.kind and apart and overlap((start, end), taken):
            start = min(end, taken[1])
    return start, end
