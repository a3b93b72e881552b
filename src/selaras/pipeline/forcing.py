"""
The step that says terms as the newsroom does where nothing else is wrong.

A term that is said otherwise does not block its sentence, so that no repair looks at
it. Where its usual wrong rendering stands alone, the right one takes its place here.
"""

from collections.abc import Sequence
from dataclasses import replace

from selaras.engines.remembering import EXACT_HUMAN
from selaras.fidelity import Check, Severity
from selaras.pipeline.draft import Draft, DraftSegment
from selaras.pipeline.keeping import Known, nothing_known
from selaras.pipeline.mending import mending
from selaras.pipeline.repairing import COPIED, PEOPLE, told_of
from selaras.pipeline.repairs.case import Base, Case, to_review
from selaras.pipeline.repairs.terms import ForcedTerm, wrong_terms
from selaras.pipeline.steps import Step, each

RUNG = ForcedTerm()


def force_terms(checks: Sequence[Check], *, known: Known = nothing_known) -> Step:
    """
    Make the step that puts terms right in sentences that are right otherwise.

    What a person wrote or decided is never touched, and what comes of it has fewer
    findings than before.
    """

    def forced(draft: Draft) -> Draft:
        segments = tuple(
            with_terms(segment, draft, checks)
            if may_touch(segment, draft, known)
            else segment
            for segment in draft.segments
        )
        return replace(draft, segments=segments)

    return each(forced)


def may_touch(segment: DraftSegment, draft: Draft, known: Known) -> bool:
    """
    Whether a sentence is a machine's, goes to readers, and has one term wrong.
    """
    made = segment.provenance
    if made is None or segment.is_blocked or len(wrong_terms(segment)) != 1:
        return False
    if made.engine in PEOPLE | COPIED or EXACT_HUMAN in made.steps:
        return False
    kept = known(draft.article, draft.language, segment.source)
    return kept is None or kept.decided is None


def with_terms(
    segment: DraftSegment, draft: Draft, checks: Sequence[Check]
) -> DraftSegment:
    """
    The sentence with its term put right, if that is all that becomes of it.
    """
    base = Base(text=segment.source.text, language=draft.article.language)
    first = replace(segment, hypotheses=segment.hypotheses[:1])
    case = Case(draft=draft, segment=first, base=base)
    for attempt in RUNG.attempts(case, (), checks):
        better = case.with_text(told_of(attempt, case, RUNG), checks)
        if not better.is_blocked and to_review(better) < to_review(segment):
            return mended(better, segment)
    return segment


def mended(better: DraftSegment, segment: DraftSegment) -> DraftSegment:
    """
    The mended sentence, with what was wrong and what the engine had said.
    """
    said = tuple(
        mending(found, RUNG.name)
        for found in wrong_terms(segment)
        if found.severity is Severity.REVIEW
    )
    return replace(
        better,
        hypotheses=(*better.hypotheses, *segment.hypotheses),
        findings=(*better.findings, *said),
    )
