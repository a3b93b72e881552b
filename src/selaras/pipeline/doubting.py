"""
Which sentences readers are told to doubt: shown in translation, and not certain.

What a check blocks is shown in Indonesian. Between that and a sentence about which
nothing is known stands what a check wants a person to see, and what is likelier wrong
than a reader would think: it is shown, marked, with the Indonesian behind the mark.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from selaras.fidelity import Severity
from selaras.pipeline.draft import Doubt, Draft, DraftSegment, Shown
from selaras.pipeline.risk import Risk, is_decided, is_fitted_for, risks_of
from selaras.pipeline.rules import DOUBT_FROM
from selaras.pipeline.steps import Step
from selaras.text.scripts import has_letter


def tell_doubts(doubt_from: float = DOUBT_FROM) -> Step:
    """
    A step that tells of every sentence whether readers should doubt it.

    The drafts of an article stand beside each other, as the pipeline has them.
    """

    def step(drafts: tuple[Draft, ...]) -> tuple[Draft, ...]:
        groups = groupby(drafts, key=lambda draft: id(draft.article))
        return tuple(
            draft for _, group in groups for draft in doubted(tuple(group), doubt_from)
        )

    return step


def doubted(drafts: Sequence[Draft], doubt_from: float) -> Iterator[Draft]:
    """
    The drafts of one article with their doubts.
    """
    for draft, risks in zip(drafts, risks_of(drafts), strict=True):
        yield with_doubts(draft, risks, doubt_from)


def with_doubts(draft: Draft, risks: Sequence[Risk], doubt_from: float) -> Draft:
    """
    A draft that tells of every sentence whether readers should doubt it.
    """
    return replace(
        draft,
        segments=tuple(
            replace(segment, doubt=doubt_of(segment, risk, doubt_from))
            for segment, risk in zip(draft.segments, risks, strict=True)
        ),
    )


def doubt_of(
    segment: DraftSegment, risk: Risk, doubt_from: float = DOUBT_FROM
) -> Doubt | None:
    """
    Why readers should doubt a sentence; nothing where they see it in Indonesian.

    Nor is what a person decided in doubt. The risk counts only where the score was
    fitted for the model that made the sentence: of another's it is no probability.
    """
    if segment.shown is Shown.ORIGINAL or is_decided(segment):
        return None
    if not has_letter(segment.source.text):
        return None
    if any(found.severity is not Severity.MENDED for found in segment.findings):
        return Doubt.FOUND
    if is_fitted_for(segment) and risk.value >= doubt_from:
        return Doubt.LIKELY
    return None
