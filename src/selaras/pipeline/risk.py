"""
How likely a translated sentence is to be critically wrong, as a strict reader judges.

A logistic regression over what is known of a segment. Its coefficients are in
``risk_weights``, fitted by ``python -m benchmarks.risk`` on sentences that people read
one by one, and on more of them with a reference translation; how far its probabilities
can be believed is in ``docs/reference/gate.md``. It puts the desk's queue in order and
tells which sentences readers are told to doubt. It never opens the gate: what a check
blocks stays blocked, whatever its risk.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log, log1p

import regex

from selaras.engines.remembering import EXACT_HUMAN
from selaras.fidelity import Finding, Pair, Severity
from selaras.fidelity.coverage import checkable, seen_back, seen_there
from selaras.fidelity.lengths import surprise
from selaras.fidelity.strangers import strangers
from selaras.languages import Tag
from selaras.pipeline.draft import Draft, DraftSegment, Shown
from selaras.pipeline.risk_weights import SIGNATURE, WEIGHTS
from selaras.pipeline.witnesses import dissents

Features = Mapping[str, float]

MODEL = SIGNATURE.partition("|model:")[2].partition("|")[0]
"""
The model whose sentences the coefficients were fitted on.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """
    The probability that a sentence is critically wrong, and what it was made of.

    ``dissent`` is what the other languages contradict.
    """

    value: float
    features: Features = field(default_factory=dict)
    dissent: tuple[Finding, ...] = ()

    def why(self, most: int = 3) -> tuple[str, ...]:
        """
        The features that raise the risk most, the weightiest first.
        """
        weighed = {
            name: WEIGHTS.get(name, 0.0) * x for name, x in self.features.items()
        }
        raising = [
            name
            for name, weight in weighed.items()
            if weight > 0 and not name.startswith(ALWAYS_THERE)
        ]
        return tuple(sorted(raising, key=lambda name: -weighed[name])[:most])


def risks_of(drafts: Sequence[Draft]) -> tuple[tuple[Risk, ...], ...]:
    """
    The risk of every segment of one article's drafts, in their order.

    Where there are four languages or more, one that stands alone with a number is said
    to, and is riskier for it. A translation by a person has no risk here.
    """
    return tuple(
        tuple(
            risk_of(segment, draft, dissent)
            for segment, dissent in zip(draft.segments, row, strict=True)
        )
        for draft, row in zip(drafts, dissents(drafts), strict=True)
    )


def risk_of(
    segment: DraftSegment, draft: Draft, dissent: Sequence[Finding] = ()
) -> Risk:
    """
    The risk of one segment.
    """
    if made_by_person(segment):
        return Risk(value=0.0)
    pair = Pair(
        source=segment.source.text,
        target=segment.text,
        language=draft.language,
        source_language=draft.article.language,
    )
    features = dict(features_of(segment, pair, dissent))
    return Risk(value=probability(features), features=features, dissent=tuple(dissent))


def probability(features: Features, weights: Mapping[str, float] = WEIGHTS) -> float:
    """
    What the regression says of features; those without a weight are passed over.

    >>> probability({"intercept": 1.0}, {"intercept": 0.0})
    0.5
    """
    total = sum(weights.get(name, 0.0) * value for name, value in features.items())
    return 1 / (1 + exp(-max(-FAR, min(FAR, total))))


def made_by_person(segment: DraftSegment) -> bool:
    """
    Whether a person wrote the translation, here or in the memory.
    """
    made = segment.provenance
    return made is not None and (made.engine == PERSON or BY_PERSON in made.steps)


def is_decided(segment: DraftSegment) -> bool:
    """
    Whether a person wrote the translation, or shows it although a check blocks it.
    """
    shows_blocked = segment.is_blocked and segment.shown is Shown.TRANSLATION
    return shows_blocked or made_by_person(segment)


def is_fitted_for(segment: DraftSegment) -> bool:
    """
    Whether the probability means anything: who made it was there when it was fitted.

    Of another model's sentences the score still tells which to look at first.
    """
    made = segment.provenance
    return made_by_person(segment) or (made is not None and made.model == MODEL)


def features_of(
    segment: DraftSegment, pair: Pair, dissent: Sequence[Finding] = ()
) -> Iterator[tuple[str, float]]:
    """
    What is known of a segment, as numbers about as large as one.
    """
    yield "intercept", 1.0
    yield f"into {pair.language}", 1.0
    yield from found_features(segment.findings)
    yield from score_features(segment, pair.language)
    yield "length", log(max(1, len(pair.source)) / USUAL_LENGTH)
    yield "odd length", min(MOST_SURPRISE, abs(surprise(pair) or 0.0))
    yield "numbers", log1p(len(NUMBER.findall(pair.source)))
    yield "names", log1p(len(NAME.findall(pair.source)))
    yield "alone with a number", float(bool(dissent))
    yield "headline", float(segment.source.path.startswith("headline#"))
    yield "quotation", float(any(mark in pair.source for mark in QUOTES))
    yield from unasked_features(pair)


def found_features(findings: Sequence[Finding]) -> Iterator[tuple[str, float]]:
    """
    How many checks block, how many want a look, and which they are.

    What was mended is right now, and says nothing.
    """
    findings = [found for found in findings if found.severity is not Severity.MENDED]
    for severity in (Severity.BLOCKING, Severity.REVIEW):
        checks = {found.check for found in findings if found.severity is severity}
        yield severity.value, log1p(len(checks))
    yield "any finding", float(bool(findings))
    for check in sorted({found.check for found in findings}):
        yield f"found by {check}", 1.0


def score_features(segment: DraftSegment, language: Tag) -> Iterator[tuple[str, float]]:
    """
    The model's own score, per language; where it tells none, it is as good as most.
    """
    score = segment.hypotheses[0].score if segment.hypotheses else None
    away = 0.0 if score is None else score - USUAL_SCORE
    yield "score", max(-1.0, min(1.0, away))
    yield f"score into {language}", max(-1.0, min(1.0, away))


def unasked_features(pair: Pair) -> Iterator[tuple[str, float]]:
    """
    The words of the target that no word of the source accounts for.

    How many they are and how much that tells, by the dictionary of the checks; and how
    many words of the source it does not know.
    """
    if not checkable(pair):
        return
    unasked = log1p(
        sum(not (w.seen or w.same or w.seen is None) for w in seen_back(pair))
    )
    yield "unasked", unasked
    yield f"unasked into {pair.language}", unasked
    yield "strangers", log1p(sum(one.weight for one in strangers(pair)))
    unknown = sum(w.seen is None and not w.same for w in seen_there(pair))
    yield "unknown", log1p(unknown)


ALWAYS_THERE = ("intercept", "into ")
"""
How features begin that say nothing about a sentence of its own.
"""

PERSON = "person"
"""
The engine's name where a person wrote the text.
"""

BY_PERSON = EXACT_HUMAN
"""
The step of a provenance where a person wrote the text, and the memory had it.
"""

QUOTES = ('"', "\N{LEFT DOUBLE QUOTATION MARK}")
FAR = 30.0
USUAL_LENGTH = 100
USUAL_SCORE = -0.45
MOST_SURPRISE = 5.0

NUMBER = regex.compile(r"\d+(?:[.,]\d+)*")

NAME = regex.compile(r"(?<=[^.!?:\"“]\s)\p{Lu}[\p{L}.'-]*(?:\s\p{Lu}[\p{L}.'-]*)*")
"""
Words in capitals, behind another word: good enough to count names in a sentence.
"""
