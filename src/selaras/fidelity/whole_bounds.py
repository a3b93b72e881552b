"""
Bounds on people and things: more than five of what comes whole are six or more.
"""

import re
from collections.abc import Iterator, Sequence

from selaras.fidelity.finding import Pair
from selaras.fidelity.quantity_pairs import MANY, quantities_of
from selaras.languages import SOURCE, Tag
from selaras.text.numbers import Number
from selaras.text.quantities import Quantity
from selaras.text.quantities.agreement import is_same_bound
from selaras.text.spans import Span


def without_same_bounds(
    pair: Pair, lost: list[Number], extra: list[Number]
) -> tuple[list[Number], list[Number]]:
    """
    What is left without bounds that are said by the next whole number: 6人以上.

    >>> from selaras.text.numbers import read_numbers
    >>> pair = Pair(source="Lebih dari 5 orang tewas.", target="6人以上が死亡した。",
    ...     language="ja")
    >>> lost, extra = read_numbers(pair.source, "id"), read_numbers(pair.target, "ja")
    >>> without_same_bounds(pair, [*lost], [*extra])
    ([], [])
    """
    if pair.source_language != SOURCE or not lost or not extra:
        return lost, extra
    here = list(counted(pair.source, SOURCE, lost))
    there = list(counted(pair.target, pair.language, extra)) if here else []
    gone_here: set[Span] = set()
    gone_there: set[Span] = set()
    for one in here:
        for other in there:
            if other.number.span not in gone_there and is_same_bound(one, other):
                gone_here.add(one.number.span)
                gone_there.add(other.number.span)
                break
    return (
        [number for number in lost if number.span not in gone_here],
        [number for number in extra if number.span not in gone_there],
    )


def counted(text: str, language: Tag, numbers: Sequence[Number]) -> Iterator[Quantity]:
    """
    Those of some numbers that have a bound, and count people or things.

    What is measured may lie between two whole numbers, as a magnitude does.
    """
    spans = {number.span for number in numbers}
    for one in quantities_of(text, language).items[:MANY]:
        number = one.number
        plain = not (one.unit or one.currency or number.percent or number.ordinal)
        if not (one.cue and plain and number.span in spans):
            continue
        if language != SOURCE or is_a_count(text, number.span):
            yield one


def is_a_count(source: str, span: Span) -> bool:
    """
    Whether an Indonesian number says how many there are, and no place on a scale.

    >>> is_a_count("lebih dari 5 orang", Span(11, 12))
    True
    >>> is_a_count("magnitudo lebih dari 5 terjadi", Span(21, 22))
    False
    """
    scaled = SCALE.search(source, max(0, span.start - LONGEST), span.start)
    return scaled is None and THINGS.match(source, span.end) is not None


LONGEST = 40

SCALE = re.compile(
    r"\b(?:magnitudo|skala|(?:ber)?kekuatan|nilai|skor|indeks|level|tingkat|rata-rata)\b"
    r"[^\d,.;]{0,25}\Z",
    re.IGNORECASE,
)


THINGS = re.compile(
    r" (?!(?:skala|magnitudo|kali|lipat|poin|pada|dan|atau|hingga|sampai|yang|untuk"
    r"|dari|dengan|karena|tetapi|ketika|saat|akan|telah|sudah|per|dalam|kemarin|kini)\b"
    r"|(?:ber|ter|me[mnlr])(?!teri)[a-z]{4})[a-z]{3}"
)
"""
What an Indonesian number counts: no scale, and no word that begins something else.
"""
