"""
The step that mends what a check blocked, before anything fails closed.

Every blocked sentence climbs a ladder, rung by rung, until a translation of it passes
all checks; what is left at the top fails closed. All drafts climb together, so that an
engine has one batch for each rung.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from selaras.engines import Engine, Hypotheses, Hypothesis, Request
from selaras.engines.remembering import EXACT, EXACT_HUMAN
from selaras.errors import EngineError
from selaras.fidelity import ALL_CHECKS, Check
from selaras.pipeline.draft import Draft, DraftSegment
from selaras.pipeline.keeping import Known, nothing_known
from selaras.pipeline.mending import (
    FAILED,
    REPAIRED,
    TRIED,
    mending,
    with_steps,
)
from selaras.pipeline.repairs.bases import DETOUR, case_of
from selaras.pipeline.repairs.case import Case, Rung
from selaras.pipeline.repairs.choosing import Alternative, Detour, Pivot
from selaras.pipeline.repairs.judging import is_better
from selaras.pipeline.repairs.masking import Masked
from selaras.pipeline.repairs.names import NameInOther, NameInPlace
from selaras.pipeline.repairs.numbers import NumberInOther, NumberInPlace
from selaras.pipeline.repairs.splitting import Split
from selaras.pipeline.repairs.terms import ForcedTerm
from selaras.pipeline.steps import (
    ALTERNATIVES,
    Drafts,
    Progress,
    Step,
    ask,
    with_hypotheses,
)
from selaras.pipeline.telling import with_terms
from selaras.text.scripts import has_letter

LADDER: tuple[Rung, ...] = (
    NumberInPlace(),
    NameInPlace(),
    ForcedTerm(),
    Alternative(),
    NumberInOther(),
    NameInOther(),
    Pivot(),
    Masked(),
    Detour(),
    Split(),
)
"""
All rungs, from the one that changes least to the one that changes most.
"""

NAME_RUNGS = frozenset({"name", "name-in-other"})
TERM_RUNGS = frozenset({"forced-term"})
FACT_RUNGS = frozenset(rung.name for rung in LADDER) - NAME_RUNGS - TERM_RUNGS

RUNGS: Mapping[str, frozenset[str]] = {
    "same-numbers": FACT_RUNGS,
    "same-dates": FACT_RUNGS,
    "same-currencies": FACT_RUNGS,
    "same-units": FACT_RUNGS,
    # A beam's others are the same words misspelt: "turiss" for "turis".
    "right-language": frozenset({"pivot", "detour", "split"}),
    # Clauses have the same names in them, and their own words go astray.
    "same-names": NAME_RUNGS | {"alternative", "pivot", "masked", "detour"},
    "same-terms": TERM_RUNGS | {"alternative", "pivot", "masked", "detour"},
    "kept-verbatim": frozenset({"alternative", "masked", "split"}),
    "same-marks": frozenset({"alternative", "split"}),
}
"""
The rungs that can help with what a check found; a sentence with findings of several
climbs those that can help with each.
"""

OTHERWISE = frozenset({"alternative", "pivot", "detour", "split"})
"""
The rungs for every other check: another translation, of the whole or of its parts.
"""

LEAST, SHARE = 12, 0.25
"""
A rung asks for at most this share of all sentences, and for ``LEAST`` of a few.
"""

HAS_OTHERS = frozenset({"local"})
"""
Engines, by name, that have more than one hypothesis of a sentence.
"""

PEOPLE = frozenset({"person"})
COPIED = frozenset({"selaras"})


def repair_with(
    engine: Engine,
    *,
    known: Known = nothing_known,
    checks: Sequence[Check] = ALL_CHECKS,
    ladder: Sequence[Rung] = LADDER,
    progress: Progress | None = None,
) -> Step:
    """
    Make the step that mends blocked sentences.

    What a person decided or wrote is never touched. A translation is exchanged only
    for one that nothing blocks and that has no more findings for the desk. Languages
    that others go or may go through come first, so that those have what was mended. An
    engine that fails here costs nothing but the repair: provenance says so.
    """

    def repaired(drafts: Drafts) -> Drafts:
        pivots = {DETOUR, *(tag for draft in drafts for tag in ways(draft))}
        climb = Climb(engine, checks, ladder, known, progress)
        drafts = climb.drafts(drafts, lambda draft: draft.language in pivots)
        return climb.drafts(drafts, lambda draft: draft.language not in pivots)

    return repaired


def ways(draft: Draft) -> Iterable[str]:
    """
    The languages that translations of a draft went through.
    """
    for segment in draft.segments:
        if segment.provenance:
            yield from segment.provenance.via


Place = tuple[int, int]


class Climb:
    """
    One way up the ladder for all blocked sentences of some drafts.
    """

    def __init__(
        self,
        engine: Engine,
        checks: Sequence[Check],
        ladder: Sequence[Rung],
        known: Known,
        progress: Progress | None,
    ) -> None:
        self.engine = engine
        self.checks = checks
        self.ladder = ladder
        self.known = known
        self.progress = progress
        self.is_away = False
        self.size = 0

    def drafts(self, drafts: Drafts, wanted: Callable[[Draft], bool]) -> Drafts:
        """
        All drafts, those that are wanted with their blocked sentences mended.
        """
        self.size = sum(len(draft.segments) for draft in drafts)
        beside = {(id(draft.article), draft.language): draft for draft in drafts}
        cases = {
            (n, m): case_of(draft, m, beside, self.engine)
            for n, draft in enumerate(drafts)
            if wanted(draft)
            for m, segment in enumerate(draft.segments)
            if self.may_touch(draft, segment)
        }
        # By their place in the article, so that no language is always the last.
        cases = dict(sorted(cases.items(), key=lambda item: item[0][::-1]))
        most = max(LEAST, int(SHARE * self.size))
        self.hear_again(cases, most)
        done: dict[Place, DraftSegment] = {}
        for rung in self.ladder:
            self.climb(rung, cases, done, most)
        return with_segments(drafts, cases, done)

    def may_touch(self, draft: Draft, segment: DraftSegment) -> bool:
        """
        Whether a segment is blocked and the words of a machine.
        """
        made = segment.provenance
        if (
            not segment.is_blocked
            or made is None
            or not has_letter(segment.source.text)
        ):
            return False
        if made.engine in PEOPLE | COPIED or EXACT_HUMAN in made.steps:
            return False
        kept = self.known(draft.article, draft.language, segment.source)
        return kept is None or kept.decided is None

    def hear_again(self, cases: dict[Place, Case], most: int) -> None:
        """
        Ask for other hypotheses where a memory answered, which keeps the best alone.

        A service that has but one answer would be paid twice for it, and is not asked.
        """
        places = [
            place for place, case in cases.items() if has_more_to_say(case.segment)
        ][:most]
        requests = [
            replace(
                cases[place].request(cases[place].source, alternatives=ALTERNATIVES),
                source=cases[place].draft.article.language,
            )
            for place in places
        ]
        for place, found in zip(places, self.asked(requests) or (), strict=False):
            case = cases[place]
            first = case.segment.hypotheses[0]
            others = tuple(h for h in found if h.text != first.text)
            heard = with_hypotheses(case.segment, (first, *others))
            heard = replace(heard, text=case.segment.text)
            cases[place] = replace(case, segment=heard)

    def climb(
        self,
        rung: Rung,
        cases: dict[Place, Case],
        done: dict[Place, DraftSegment],
        most: int,
    ) -> None:
        """
        Try one rung on every sentence that is still blocked.
        """
        going: list[tuple[Place, Sequence[Request]]] = []
        count = 0
        for place, case in cases.items():
            if place in done or not is_for(rung, case):
                continue
            requests = rung.requests(case)
            if (rung.asks and not requests) or count + len(requests) > most:
                continue
            count += len(requests)
            going.append((place, requests))
        answers = self.asked([r for _, requests in going for r in requests])
        told = iter(answers or ())
        for place, requests in going:
            if requests and answers is None:
                cases[place] = noted(cases[place], FAILED + rung.name)
                continue
            found = [next(told) for _ in requests]
            better = self.better(rung, cases[place], found)
            if better:
                done[place] = better
            else:
                cases[place] = noted(cases[place], TRIED + rung.name)

    def asked(self, requests: Sequence[Request]) -> list[Hypotheses] | None:
        """
        What the engine answers; nothing if it fails, and then it is left in peace.
        """
        if not requests:
            return []
        if self.is_away:
            return None
        try:
            answers = ask(self.engine, with_terms(requests, self.checks), None)
        except EngineError:
            self.is_away = True
            return None
        if self.progress:
            # Whoever renews a lease while sentences get done must hear of this too.
            self.progress(self.size, self.size)
        return answers

    def better(
        self, rung: Rung, case: Case, answers: Sequence[Hypotheses]
    ) -> DraftSegment | None:
        """
        The segment with the first attempt that all checks let through.
        """
        for attempt in rung.attempts(case, answers, self.checks):
            made = told_of(attempt, case, rung)
            segment = case.with_text(made, self.checks)
            if is_better(segment, case):
                return taken(segment, case, rung)
        return None


def steps_of(segment: DraftSegment) -> tuple[str, ...]:
    """
    What was done to make a segment's text.
    """
    return segment.provenance.steps if segment.provenance else ()


def has_more_to_say(segment: DraftSegment) -> bool:
    """
    Whether the engine would have said more than the memory kept of it.
    """
    made = segment.provenance
    return (
        made is not None
        and made.engine in HAS_OTHERS
        and EXACT in made.steps
        and len(segment.hypotheses) == 1
    )


def is_for(rung: Rung, case: Case) -> bool:
    """
    Whether a rung can help with everything that was found, and was not tried before.
    """
    if TRIED + rung.name in steps_of(case.segment):
        return False
    return all(
        rung.name in RUNGS.get(found.check, OTHERWISE) for found in case.blocking
    )


def noted(case: Case, step: str) -> Case:
    """
    The case with a step in the provenance of its text.
    """
    first, *others = case.segment.hypotheses
    hypotheses = (with_steps(first, (step,)), *others)
    return replace(case, segment=replace(case.segment, hypotheses=hypotheses))


def told_of(attempt: Hypothesis, case: Case, rung: Rung) -> Hypothesis:
    """
    An attempt whose provenance tells the way it came, and that is about this source.
    """
    first = case.segment.hypotheses[0].provenance
    is_whole_way = case.base.language == case.draft.article.language
    made = replace(attempt.provenance, via=attempt.provenance.via or first.via)
    tried = [step for step in first.steps if step.startswith((TRIED, FAILED))]
    told = with_steps(replace(attempt, provenance=made), (*tried, REPAIRED + rung.name))
    return told if is_whole_way else replace(told, links=())


def taken(segment: DraftSegment, case: Case, rung: Rung) -> DraftSegment:
    """
    The mended segment: with what was wrong, and with what the engine had said before.
    """
    said = tuple(mending(found, rung.name) for found in case.blocking)
    return replace(
        segment,
        hypotheses=(*segment.hypotheses, *case.segment.hypotheses),
        findings=(*segment.findings, *said),
    )


def with_segments(
    drafts: Drafts, cases: Mapping[Place, Case], done: Mapping[Place, DraftSegment]
) -> Drafts:
    """
    The drafts with what came of their blocked segments.
    """
    now = {place: case.segment for place, case in cases.items()} | dict(done)
    return tuple(
        replace(
            draft,
            segments=tuple(
                now.get((n, m), segment) for m, segment in enumerate(draft.segments)
            ),
        )
        for n, draft in enumerate(drafts)
    )
