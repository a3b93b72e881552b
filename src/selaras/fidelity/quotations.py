"""
Where the quotations of a sentence begin and end, and where they should.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from selaras.fidelity.coverage import checkable, read_source, read_target
from selaras.fidelity.dictionary import dictionary_of
from selaras.fidelity.finding import Pair
from selaras.languages import LANGUAGES
from selaras.text.spans import Span


class Moved(NamedTuple):
    """
    Words on the wrong side of a quotation mark, and how many speak for it.
    """

    weight: float
    span: Span


class Side(NamedTuple):
    """
    A word of a target, or a character: above 0 it belongs into a quotation.
    """

    sign: int
    start: int
    end: int


def moved_mark(pair: Pair) -> Moved | None:
    """
    The longest stretch beside a mark whose words all come from its other side.
    """
    if not checkable(pair):
        return None
    source = quotations(pair.source)
    target = quotations(pair.target)
    if not source or len(source) != len(target):
        return None
    sides = list(sides_of(pair, source))
    edges = (0, *(edge for span in target for edge in (span.start, span.end)))
    moved: list[Moved] = []
    for number, mark in enumerate(edges[1:], start=1):
        next_edge = (*edges, len(pair.target))[number + 1]
        before = [side for side in sides if edges[number - 1] <= side.start < mark]
        after = [side for side in sides if mark <= side.start < next_edge]
        opens = 1 if number % 2 else -1
        moved += (furthest(before[::-1], opens), furthest(after, -opens))
    return max(moved, default=None)


def furthest(sides: Sequence[Side], sign: int) -> Moved:
    """
    How far the words next to a mark belong to its other side.
    """
    best, total, place = 0, 0, 0
    for number, side in enumerate(sides[:REACH], start=1):
        total += side.sign * sign
        if total > best:
            best, place = total, number
    ends = [place for side in sides[:place] for place in (side.start, side.end)]
    return Moved(best, Span(min(ends, default=0), max(ends, default=0)))


def sides_of(pair: Pair, source: Sequence[Span]) -> Iterator[Side]:
    """
    For each word of the target whether its source stands in a quotation.

    What could come from both says nothing.
    """
    inside, outside = split_counterparts(pair, source)
    words = read_target(pair.target, pair.language)
    if LANGUAGES[pair.language].spaced:
        for word in words:
            sign = (word.stem in inside) - (word.stem in outside)
            yield Side(sign, word.start, word.end)
        return
    signs: dict[int, int] = {}
    for word in words:
        sign = (word.stem in inside) - (word.stem in outside)
        for place in range(word.start, word.end):
            signs[place] = sign or signs.get(place, 0)
    for place, sign in signs.items():
        yield Side(sign, place, place + 1)


def split_counterparts(pair: Pair, source: Sequence[Span]) -> tuple[set[str], set[str]]:
    """
    The likely counterparts of what is quoted and of what is not.
    """
    dictionary = dictionary_of(pair.language)
    inside: set[str] = set()
    outside: set[str] = set()
    for word, same in read_source(pair.source):
        quoted = any(span.start <= word.start < span.end for span in source)
        side = inside if quoted else outside
        if entry := dictionary.counterparts(word.stem):
            side |= entry.likely
        side.add(same)
    return inside, outside


def quotations(text: str) -> tuple[Span, ...]:
    r"""
    What stands between double marks.

    >>> quotations("\"Kami siap berangkat,\" katanya.")
    (Span(start=1, end=21),)
    """
    return tuple(
        Span(match.start() + 1, match.end() - 1)
        for match in QUOTED.finditer(text)
        if len(match[0]) >= SHORTEST
    )


QUOTED = re.compile('"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」')

SHORTEST = 4

REACH = 40
