"""
The gate: whether a draft goes live, goes live in part, or waits for a person.

A policy is a list of rules that are read in order. A rule that holds, and whose
conditions are all met, adds a reason; a rule that lets through ends the reading for the
sections and languages that it names. A draft with a reason is held. Whatever a policy
says, a sentence that a check blocks is never shown in translation: a draft that goes
live with such sentences shows them in Indonesian, marked.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase

from selaras.fidelity import Severity
from selaras.pipeline.doubting import doubt_of
from selaras.pipeline.draft import Draft, DraftSegment, Shown
from selaras.pipeline.risk import Risk, is_decided, is_fitted_for, risks_of
from selaras.pipeline.rules import Part, Policy, Rule, Then
from selaras.text.scripts import has_letter


class Outcome(StrEnum):
    """
    What becomes of a draft.

    ``PARTLY`` is live with the blocked sentences in Indonesian.
    """

    LIVE = "live"
    PARTLY = "partly"
    HELD = "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """
    Why a draft is held or shown in part, for the log and for the newsroom.

    ``rule`` is empty where no rule was needed.
    """

    rule: str
    english: str
    indonesian: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """
    What becomes of a draft, and why.
    """

    outcome: Outcome
    reasons: tuple[Reason, ...] = ()

    @property
    def is_held(self) -> bool:
        """
        Whether a person must look before readers do.
        """
        return self.outcome is Outcome.HELD


def gate(
    draft: Draft, policy: Policy, section: str, *, risks: Sequence[Risk] = ()
) -> Verdict:
    """
    Judge a draft that has been checked and has failed closed where it must.

    ``risks`` are those of its segments, as ``risks_of`` gives them for all languages
    together; without them they are made from this draft alone.
    """
    case = Case(
        draft=draft,
        section=section,
        risks=tuple(risks) or risks_of([draft])[0],
        doubt_from=policy.doubt_from,
    )
    reasons = tuple(reasons_to_hold(case, policy))
    if reasons:
        return Verdict(outcome=Outcome.HELD, reasons=reasons)
    if draft.failed_closed:
        return Verdict(outcome=Outcome.PARTLY, reasons=(in_part(case),))
    return Verdict(outcome=Outcome.LIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """
    A draft before the gate, with what its rules ask about.
    """

    draft: Draft
    section: str
    risks: tuple[Risk, ...]
    doubt_from: float

    @property
    def sentences(self) -> tuple[DraftSegment, ...]:
        """
        The segments with words in them: a table of figures fails no share.
        """
        return tuple(s for s in self.draft.segments if has_letter(s.source.text))

    @property
    def failed(self) -> tuple[DraftSegment, ...]:
        """
        The sentences that readers see in Indonesian.
        """
        return tuple(s for s in self.sentences if s.shown is Shown.ORIGINAL)

    @property
    def expected_bad(self) -> float:
        """
        The share of critically wrong sentences to expect among those in translation.

        Nothing is expected of a model that the risk score was not fitted for.
        """
        shown = [
            risk.value
            for risk, segment in zip(self.risks, self.draft.segments, strict=True)
            if segment.shown is Shown.TRANSLATION
            and has_letter(segment.source.text)
            and is_fitted_for(segment)
        ]
        return sum(shown) / len(shown) if shown else 0.0

    def has_failed(self, part: Part) -> bool:
        """
        Whether any sentence of a part failed closed.
        """
        return any(s.source.path.startswith(f"{part}#") for s in self.failed)

    def is_doubted(self, part: Part) -> bool:
        """
        Whether any sentence of a part is shown in translation and is not certain.
        """
        return any(
            doubt_of(segment, risk, self.doubt_from)
            for risk, segment in zip(self.risks, self.draft.segments, strict=True)
            if segment.source.path.startswith(f"{part}#")
        )

    def checks_that_found(self) -> frozenset[str]:
        """
        The checks that found something a person has not decided about.
        """
        return frozenset(
            finding.check
            for segment in self.draft.segments
            if not is_decided(segment)
            for finding in segment.findings
            if finding.severity is not Severity.MENDED
        )


def reasons_to_hold(case: Case, policy: Policy) -> Iterator[Reason]:
    """
    The reasons of the rules that apply, down to one that lets the draft through.
    """
    for rule in policy.rules:
        if not is_about(rule, case):
            continue
        if rule.then is Then.LIVE:
            return
        met = [condition(rule, case) for condition in CONDITIONS]
        if all(met_or_unset is not None for met_or_unset in met):
            yield reason_of(rule, case, [said for said in met if said])


def is_about(rule: Rule, case: Case) -> bool:
    """
    Whether a rule names the draft's section and language.
    """
    section = case.section.casefold()
    return case.draft.language in rule.languages and any(
        fnmatchcase(section, glob.casefold()) for glob in rule.sections
    )


Said = tuple[str, str]
"""
What was found, in English and in Indonesian: both empty where nothing was asked.
"""

NOT_ASKED: Said = ("", "")


def share_failed(rule: Rule, case: Case) -> Said | None:
    """
    What to say of the share that failed closed; nothing if it is within the bound.
    """
    bound = rule.failed_share_above
    if bound is None:
        return NOT_ASKED
    failed, all_of_them = len(case.failed), len(case.sentences)
    if not all_of_them or failed / all_of_them <= bound:
        return None
    return (
        f"{failed} of {all_of_them} sentences did not pass the checks, more than "
        f"{bound:.0%}",
        f"{failed} dari {all_of_them} kalimat tidak lolos pemeriksaan, lebih dari "
        f"{bound:.0%}",
    )


def part_failed(rule: Rule, case: Case) -> Said | None:
    """
    What to say of a headline or summary that failed closed.
    """
    if not rule.failed:
        return NOT_ASKED
    failed = [part for part in rule.failed if case.has_failed(part)]
    if not failed:
        return None
    named = " dan ".join(INDONESIAN_PARTS[part] for part in failed)
    return (
        f"the {' and the '.join(failed)} did not pass the checks",
        f"{named} tidak lolos pemeriksaan",
    )


def part_doubted(rule: Rule, case: Case) -> Said | None:
    """
    What to say of a headline or summary that is not certain.
    """
    if not rule.doubted:
        return NOT_ASKED
    doubted = [part for part in rule.doubted if case.is_doubted(part)]
    if not doubted:
        return None
    named = " dan ".join(INDONESIAN_PARTS[part] for part in doubted)
    are = "is" if len(doubted) == 1 else "are"
    return (
        f"the {' and the '.join(doubted)} {are} not certain",
        f"{named} belum pasti benar",
    )


def check_found(rule: Rule, case: Case) -> Said | None:
    """
    What to say of the findings that a rule asks about.
    """
    if not rule.findings:
        return NOT_ASKED
    found = sorted(case.checks_that_found().intersection(rule.findings))
    if not found:
        return None
    named = ", ".join(found)
    return f"there are findings of {named}", f"ada temuan dari {named}"


def risk_too_high(rule: Rule, case: Case) -> Said | None:
    """
    What to say of the risk of what would be shown.
    """
    if rule.risk_above is None:
        return NOT_ASKED
    risk = case.expected_bad
    if risk <= rule.risk_above:
        return None
    return (
        f"{risk:.0%} of the translated sentences must be expected to be critically "
        f"wrong, more than {rule.risk_above:.0%}",
        f"{risk:.0%} kalimat terjemahan diperkirakan salah secara fatal, lebih dari "
        f"{rule.risk_above:.0%}",
    )


CONDITIONS = (part_failed, part_doubted, share_failed, check_found, risk_too_high)


def reason_of(rule: Rule, case: Case, said: Sequence[Said]) -> Reason:
    """
    A rule's reason as a sentence in both languages.
    """
    english = " and ".join(text for text, _ in said if text)
    indonesian = " dan ".join(text for _, text in said if text)
    if not english:
        section = case.section or "-"
        english = f"versions of the section {section} always wait for a person"
        indonesian = f"versi dari rubrik {section} selalu menunggu seseorang"
    return Reason(
        rule=rule.name, english=sentence(english), indonesian=sentence(indonesian)
    )


def in_part(case: Case) -> Reason:
    """
    What to say of a draft that goes live with sentences in Indonesian.
    """
    failed, all_of_them = len(case.draft.failed_closed), len(case.draft.segments)
    shown = "is" if failed == 1 else "are"
    return Reason(
        rule="",
        english=f"{failed} of {all_of_them} sentences did not pass the checks and "
        f"{shown} shown in Indonesian.",
        indonesian=f"{failed} dari {all_of_them} kalimat tidak lolos pemeriksaan dan "
        "ditampilkan dalam bahasa Indonesia.",
    )


def sentence(text: str) -> str:
    """
    A clause as a sentence.
    """
    return f"{text[:1].upper()}{text[1:]}."


INDONESIAN_PARTS: dict[Part, str] = {"headline": "judul", "summary": "ringkasan"}
