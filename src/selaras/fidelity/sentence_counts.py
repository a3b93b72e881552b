"""
Sentences that one side has and the other has not.

Where one side has more than the other, one sentence of it is looked for; where a
translator cut or joined sentences, one of which nothing came is found by its words.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from selaras.fidelity.clause_counts import clauses_missing
from selaras.fidelity.coverage import (
    CLAUSES_COUNT,
    SHORTER_COUNTS,
    added_evidence,
    checkable,
    lost_evidence,
)
from selaras.fidelity.finding import Pair
from selaras.fidelity.lengths import shift_surprise
from selaras.fidelity.stretches import MOST_OF_IT, Evidence, Stretch
from selaras.languages import Tag
from selaras.text.spans import Span
from selaras.text.words import words


def lost_sentence(pair: Pair) -> Stretch | None:
    """
    The sentence of the source that has the least in a target of fewer sentences.
    """
    source = ends(pair.source, pair.source_language)
    if not source or len(source) <= len(ends(pair.target, pair.language)):
        return None
    return likeliest(source, lost_evidence(pair)) if checkable(pair) else None


def unsaid_sentence(pair: Pair) -> Stretch | None:
    """
    A sentence of the source for whose loss its words, and the length, speak together.

    The translation may have as many sentences as the source: one may have been cut.
    """
    source = ends(pair.source, pair.source_language)
    if not source or not checkable(pair):
        return None
    evidence = lost_evidence(pair)
    whole = sum(word.end - word.start for word in evidence)
    length = shift_surprise(pair)

    def speaks(lost: int) -> float:
        return SHORTER_COUNTS * length(-min(MOST_OF_IT, lost / whole))

    found = likeliest(source, evidence, speaks)
    if found is None:
        return None
    weight = found.weight + CLAUSES_COUNT * clauses_missing(pair)
    enough = UNSAID.get(pair.language, UNSAID_ELSEWHERE)
    return found._replace(weight=weight) if weight >= enough else None


def scattered_sentence(pair: Pair) -> Stretch | None:
    """
    A sentence of the source that no single sentence of the translation has.

    Its words may stand in two of them, as parts of others; a translator who cuts a
    sentence leaves most of it together.
    """
    enough = SCATTERED.get(pair.language)
    source = parts(pair.source, ends(pair.source, pair.source_language))
    target = parts(pair.target, ends(pair.target, pair.language))
    if enough is None or min(len(source), len(target)) < 2 or not checkable(pair):
        return None
    if max(len(source), len(target)) > MANY:
        return None
    found: list[Stretch] = []
    for one in source:
        kept = [
            lost_evidence(replace(pair, source=one.of(pair.source), target=other))
            for other in (span.of(pair.target) for span in target)
        ]
        if all(len(evidence) >= SHORTEST for evidence in kept):
            weight = min(sum(word.weight for word in evidence) for evidence in kept)
            found.append(Stretch(weight, one, len(kept[0])))
    worst = max(found, default=None)
    return worst if worst and worst.weight >= enough else None


def parts(text: str, places: Sequence[int]) -> list[Span]:
    """
    The sentences of a text that ends inside at some places.
    """
    spans = [Span(*one) for one in pairwise((0, *places, len(text)))]
    return [trimmed(span, text) for span in spans]


def trimmed(span: Span, text: str) -> Span:
    """
    A sentence without its full stop and what stands around it.
    """
    return Span(span.start, span.start + len(span.of(text).rstrip(" .。")))


def added_sentence(pair: Pair) -> Stretch | None:
    """
    The sentence of the target that has the least in a source of fewer sentences.
    """
    target = ends(pair.target, pair.language)
    if not target or len(target) <= len(ends(pair.source, pair.source_language)):
        return None
    return likeliest(target, added_evidence(pair)) if checkable(pair) else None


def likeliest(
    places: Sequence[int],
    evidence: Sequence[Evidence],
    length: Callable[[int], float] = lambda _: 0.0,
) -> Stretch | None:
    """
    The sentence for whose loss the most speaks, all its words taken together.

    ``length`` says how much the length speaks for it that so many letters were lost.
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
            weight += length(sum(word.end - word.start for word in inside))
            found.append(Stretch(weight, span, len(inside)))
    return max(found, default=None)


def ends(text: str, language: Tag) -> list[int]:
    """
    Where sentences end inside a text; the end of the text itself is not among them.

    >>> ends("Air surut. Warga pulang.", "id"), ends("水退了。居民回家。", "zh")
    ([11], [4])
    >>> ends("「水が引いた。」と住民は語った。帰宅した。", "ja")
    [16]
    >>> ends("« L'eau baisse. » M. Blanc rentre. Il dort.", "fr")
    [18, 35]
    """
    return [match.end() for match in ENDS.get(language, SPACED).finditer(text)]


SHORTEST = 3

UNSAID: Mapping[Tag, float] = {"fr": 1.0, "ja": 1.0}
UNSAID_ELSEWHERE = 2.5
"""
How much must speak for it that a sentence was lost, where none need be missing.

In French and Japanese nothing at all speaks for it in good translations.
"""

SCATTERED: Mapping[Tag, float] = {"en": 3.5, "zh": 4.75}
"""
How much must speak against a sentence in each of the target's: more than in any good
translation.
"""

MANY = 12
"""
A text of more sentences is not compared sentence by sentence.
"""

NO_TITLE = r"(?<!\AM)(?<![^\d]\sM)" + "".join(
    rf"(?<!\b{title})"
    for title in words("MM Mr Mrs Ms Mgr Dr dr Drs drs Ir Hj Prof St Ste Sen Rep Gov")
)
"""
What stands before a full stop that ends a sentence: no title of a person, while "1,2 M"
are billions.
"""

SPACED = re.compile(
    rf"(?=[.!?؟…])(?<=[\w)%\"”»’\]]){NO_TITLE}[.!?؟…]+(?:[\"”»’')]|\s»)*\s+"
    r"(?=[\"“«‘(]?\s?[A-ZÀ-Þ\u0621-\u064a0-9])"
)
UNSPACED = re.compile(r"[。！？][」”』）]*(?=[^」”』）。！？\s])")
NO_SPEAKER = re.compile(UNSPACED.pattern + "(?<![」』](?=と))")

ENDS: Mapping[Tag, re.Pattern[str]] = {"zh": UNSPACED, "ja": NO_SPEAKER}
"""
By language, what stands between two sentences. In Japanese who said a thing is told in
the sentence that it is told in: 「…。」と述べた.
"""
