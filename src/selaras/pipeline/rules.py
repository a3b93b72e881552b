"""
What a policy of the gate is made of, and the one that holds where no other is set.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from selaras.errors import PolicyInvalid
from selaras.languages import TARGETS, Tag

Part = Literal["headline", "summary"]

PARTS: tuple[Part, ...] = ("headline", "summary")
"""
The parts of an article that travel further than its page: to front pages, feeds, cards.
"""


DOUBT_FROM = 0.05
"""
The risk from which on readers are told that a sentence is not certain.

One sentence in twenty is then critically wrong. Of what the model in the box makes
hardly any is below it (docs/reference/fidelity.md, end to end).
"""


class Then(StrEnum):
    """
    What a rule does where it applies.
    """

    LIVE = "live"
    HOLD = "hold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """
    What to do with drafts of some sections and languages, and when.

    ``sections`` are globs, ``*`` for all. The conditions are those that are set, and
    all of them must be met: more than ``failed_share_above`` of the sentences failed
    closed; one of the parts in ``failed`` did; one of those in ``doubted`` is not
    certain; one of the checks in ``findings`` found something; of the sentences shown
    in translation, more than ``risk_above`` must be expected to be critically wrong.
    Without a condition a rule applies always.

    A rule that lets through has no conditions: each is a reason to hold, and the risk
    score never opens the gate.
    """

    name: str
    then: Then
    sections: tuple[str, ...] = ("*",)
    languages: tuple[Tag, ...] = TARGETS
    failed_share_above: float | None = None
    failed: tuple[Part, ...] = ()
    doubted: tuple[Part, ...] = ()
    findings: tuple[str, ...] = ()
    risk_above: float | None = None

    def __post_init__(self) -> None:
        for fault in faults_of(self):
            raise PolicyInvalid(f"The rule “{self.name}” {fault}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """
    Rules in the order in which they are read; what none of them holds goes live.

    ``doubt_from`` is the risk from which on readers are told that a sentence, live or
    not by itself, is not certain.
    """

    rules: tuple[Rule, ...] = ()
    doubt_from: float = DOUBT_FROM

    def __post_init__(self) -> None:
        if not 0 <= self.doubt_from <= 1:
            raise PolicyInvalid(
                "A policy needs a doubt_from between 0 and 1; it has "
                f"{self.doubt_from}."
            )
        names = [rule.name for rule in self.rules]
        for name in names:
            if names.count(name) > 1:
                raise PolicyInvalid(
                    f"Every rule needs a name of its own, but {names.count(name)} "
                    f"rules are called “{name}”."
                )


def faults_of(rule: Rule) -> Iterator[str]:
    """
    What is wrong with a rule, each as the rest of a sentence that begins with its name.
    """
    if not rule.sections or not all(rule.sections):
        yield "names no section; write * for all of them."
    unknown = [tag for tag in rule.languages if tag not in TARGETS]
    if unknown or not rule.languages:
        given = ", ".join(unknown) or "none"
        yield f"must name languages among {', '.join(TARGETS)}; it names {given}."
    for key in ("failed_share_above", "risk_above"):
        bound = getattr(rule, key)
        if bound is not None and not 0 <= bound <= 1:
            yield f"needs a {key} between 0 and 1; it has {bound}."
    strange = [part for part in (*rule.failed, *rule.doubted) if part not in PARTS]
    if strange:
        yield f"can ask about {' and '.join(PARTS)}, not about {strange[0]}."
    if rule.then is Then.LIVE and has_conditions(rule):
        yield (
            "lets drafts through, so it can have no conditions: each of them is a "
            "reason to hold, and risk never opens the gate."
        )


def has_conditions(rule: Rule) -> bool:
    """
    Whether a rule asks about anything but section and language.
    """
    bounds = (rule.failed_share_above, rule.risk_above)
    asked = rule.failed or rule.doubted or rule.findings
    return bool(asked) or any(bound is not None for bound in bounds)


GRAVE_SECTIONS = (
    *("hukum*", "kriminal*", "politik*", "pemilu*", "bencana*"),
    *("law*", "crime*", "politics*", "election*", "disaster*"),
)
"""
Sections in which a wrong word ruins a name, sways a vote or costs a life.
"""

GRAVE_CHECKS = ("same-status", "same-polarity", "same-names")
"""
Checks whose finding in one sentence says that the others need a person's eye: who is a
suspect, what was denied, and whose court or police it is, is told again all through an
article, and what a check catches once it may miss the next time.
"""

DEFAULT_POLICY = Policy(
    rules=(
        Rule(name="headline", then=Then.HOLD, failed=PARTS),
        Rule(name="headline in doubt", then=Then.HOLD, doubted=PARTS),
        Rule(
            name="grave words",
            then=Then.HOLD,
            sections=GRAVE_SECTIONS,
            findings=GRAVE_CHECKS,
        ),
        Rule(
            name="grave sections",
            then=Then.HOLD,
            sections=GRAVE_SECTIONS,
            failed_share_above=0.25,
        ),
        Rule(name="mostly Indonesian", then=Then.HOLD, failed_share_above=0.5),
        Rule(name="expected bad", then=Then.HOLD, risk_above=0.1),
    )
)
"""
What a careful newsroom does that has no policy of its own yet.

A headline that is not certain waits as one that failed does: it travels without the
mark that says so. The share that may be expected to be wrong is low, since a page with
one critical error in ten sentences is no page to publish unread.
"""
