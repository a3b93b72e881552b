"""
The stretch of a text for whose loss, or addition, the most speaks.

What its words say is added up; the length of the translation has its say, and so has
where the stretch begins and ends: what is left out is rather a clause than half of two.
"""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from selaras.languages import LANGUAGES, Tag
from selaras.text.clauses import CONJUNCTIONS
from selaras.text.spans import Span
from selaras.text.words import words


class Evidence(NamedTuple):
    """
    How much a word speaks for a loss.
    """

    weight: float
    start: int
    end: int


class Stretch(NamedTuple):
    """
    Some words in a row, and how much speaks for it that they have no counterpart.
    """

    weight: float
    span: Span
    words: int


def heaviest(
    evidence: Sequence[Evidence],
    borders: Sequence[float],
    length: Callable[[float], float],
) -> Stretch | None:
    """
    The stretch for which most speaks, where it begins and ends in the balance.

    ``borders`` says for every word, and for the end, how much a clause begins there;
    ``length`` how much the length speaks for it that a share of the whole is concerned.
    """
    sums = [0.0, *accumulate(word.weight for word in evidence)]
    sizes = [0, *accumulate(word.end - word.start for word in evidence)]
    whole = sizes[-1]
    weighed = [
        (
            weight + length(min(MOST_OF_IT, (sizes[end] - sizes[first]) / whole)),
            first,
            end,
        )
        for weight, first, end in candidates(sums, borders)
    ]
    if not weighed:
        return None
    weight, first, end = max(weighed)
    span = Span(evidence[first].start, evidence[end - 1].end)
    return Stretch(weight, span, end - first)


def candidates(
    sums: Sequence[float], borders: Sequence[float]
) -> list[tuple[float, int, int]]:
    """
    The stretches that weigh enough to be looked at, with what their borders say.

    Each begins and ends with a word that makes it heavier, or where a clause does.
    """
    found = []
    count = len(sums)
    for first in range(count - FEWEST):
        before = sums[first]
        begins = borders[first]
        if sums[first + 1] <= before and not begins:
            continue
        for end in range(first + FEWEST, min(count, first + WIDEST)):
            weight = sums[end] - before
            if weight < ENOUGH_TO_LOOK:
                if weight < -TOO_LIGHT:
                    break
            elif borders[end] or sums[end] > sums[end - 1]:
                found.append((weight + begins + borders[end], first, end))
    return found


def clause_borders(
    text: str, language: Tag, evidence: Sequence[Evidence]
) -> list[float]:
    """
    For every word of a text, and for its end, how much a clause begins there.
    """
    conjunctions = BEGIN_CLAUSES[language]
    found: list[float] = []
    last = 0
    for _, start, end in evidence:
        between = text[last:start]
        begins = (
            not found
            or (between not in NO_MARK and not MARKS.isdisjoint(between))
            or (conjunctions and text[start:end].lower() in conjunctions)
        )
        found.append(BORDER if begins else 0.0)
        last = end
    return [*found, BORDER]


NO_MARK = ("", " ")

MARKS = frozenset(',;:.!?()—–"«»“”،؛؟，；：、。！？（）「」')

OFTEN_INSIDE = words(
    "dan atau dengan untuk termasuk yang",
    "and or for with including that",
    "et ou pour avec notamment que",
    "و أو مع",
)
"""
Conjunctions that rather join words than begin a clause that could be left out.
"""

BEGIN_CLAUSES: Mapping[Tag, frozenset[str]] = {
    tag: CONJUNCTIONS[tag] - OFTEN_INSIDE for tag in LANGUAGES
}

BORDER = 1.5
FEWEST = 3
WIDEST = 80
TOO_LIGHT = 2.5
ENOUGH_TO_LOOK = 0.5
MOST_OF_IT = 0.85
