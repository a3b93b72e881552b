"""
Sentences that one side has and the other has not, where one has more than the other.
"""

import re
from collections.abc import Mapping, Sequence

from selaras.fidelity.coverage import (
    Evidence,
    Stretch,
    added_evidence,
    checkable,
    lost_evidence,
)
from selaras.fidelity.finding import Pair
from selaras.languages import Tag
from selaras.text.spans import Span


def lost_sentence(pair: Pair) -> Stretch | None:
    """
    The sentence of the source that has the least in a target of fewer sentences.
    """
    source = ends(pair.source, pair.source_language)
    if not source or len(source) <= len(ends(pair.target, pair.language)):
        return None
    return likeliest(source, lost_evidence(pair)) if checkable(pair) else None


def added_sentence(pair: Pair) -> Stretch | None:
    """
    The sentence of the target that has the least in a source of fewer sentences.
    """
    target = ends(pair.target, pair.language)
    if not target or len(target) <= len(ends(pair.source, pair.source_language)):
        return None
    return likeliest(target, added_evidence(pair)) if checkable(pair) else None


def likeliest(places: Sequence[int], evidence: Sequence[Evidence]) -> Stretch | None:
    """
    The sentence for whose loss the most speaks, all its words taken together.
    """
    found: list[Stretch] = []
    words = iter(evidence)
    word = next(words, None)
    for end in (*places, None):
        weight, inside = 0.0, []
        while word and (end is None or word.start < end):
            weight += word.weight
            inside.append(word)
            word = next(words, None)
        if len(inside) >= SHORTEST:
            span = Span(inside[0].start, inside[-1].end)
            found.append(Stretch(weight, span, len(inside)))
    return max(found, default=None)


def ends(text: str, language: Tag) -> list[int]:
    """
    Where sentences end inside a text; the end of the text itself is not among them.

    >>> ends("Air surut. Warga pulang.", "id"), ends("水退了。居民回家。", "zh")
    ([11], [4])
    """
    return [match.end() for match in ENDS.get(language, SPACED).finditer(text)]


SHORTEST = 3

SPACED = re.compile(
    r"(?<=[\w)%\"”»’\]])[.!?؟…]+[\"”»’')]*\s+(?=[\"“«‘(]?\s?[A-ZÀ-Þ\u0621-\u064a0-9])"
)
UNSPACED = re.compile(r"[。！？][」”』）]*(?=[^」”』）。！？\s])")

ENDS: Mapping[Tag, re.Pattern[str]] = {"zh": UNSPACED, "ja": UNSPACED}
"""
By language, what stands between two sentences.
"""
