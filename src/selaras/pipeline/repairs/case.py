"""
A sentence on the ladder, and what a rung of it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Protocol

from selaras.engines import Context, Cover, Hypotheses, Hypothesis, Request
from selaras.fidelity import Check, Finding, Pair, Severity, check_pair
from selaras.languages import Tag
from selaras.pipeline.draft import Draft, DraftSegment
from selaras.pipeline.marks import put_back
from selaras.pipeline.steps import pair_of, with_hypotheses


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """
    What an engine is asked to translate again.

    That is the original, or for a translation that went through another language, the
    sentence in that one: half the way is done then, and checked. ``is_mended`` says
    that it is not what the first translation was made of.
    """

    text: str
    language: Tag
    is_mended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """
    A blocked segment, with all that the engine has said of it so far.

    ``detour`` is the sentence in another language, from which it could be translated
    though it was not.
    """

    draft: Draft
    segment: DraftSegment
    base: Base
    detour: Base | None = None

    @property
    def source(self) -> str:
        """
        The original sentence.
        """
        return self.segment.source.text

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """
        Why it is blocked.
        """
        return blocking(self.segment)

    def request(
        self, text: str, *, alternatives: int = 1, covers: tuple[Cover, ...] = ()
    ) -> Request:
        """
        A request for something else than the first time, which no memory keeps.
        """
        return Request(
            text=text,
            source=self.base.language,
            target=self.draft.language,
            context=Context(headline=self.draft.article.headline.text),
            align=bool(self.segment.source.marks or self.segment.verbatim),
            alternatives=alternatives,
            fresh=True,
            covers=covers,
        )

    def with_text(
        self, hypothesis: Hypothesis, checks: Sequence[Check]
    ) -> DraftSegment:
        """
        The segment with another hypothesis, put together and checked like the first.
        """
        segment = replace(self.segment, marks=(), lost_marks=(), findings=())
        segment = put_back(with_hypotheses(segment, (hypothesis,)))
        found = findings_of(pair_of(segment, self.draft), tuple(checks))
        return replace(segment, findings=found)


@lru_cache(maxsize=2048)
def findings_of(pair: Pair, checks: tuple[Check, ...]) -> tuple[Finding, ...]:
    """
    What checks say about a pair; several rungs look at the same hypotheses.
    """
    return check_pair(pair, checks)


class Unasked:
    """
    What a rung is that has all it needs: no engine is asked.
    """

    asks = False

    def requests(self, _case: Case) -> Sequence[Request]:
        """
        Nothing.
        """
        return ()


class Rung(Protocol):
    """
    One way to mend a sentence.
    """

    @property
    def name(self) -> str:
        """
        Its name in provenance.
        """

    @property
    def asks(self) -> bool:
        """
        Whether it needs an engine: with nothing to ask, there is nothing to try.
        """

    def requests(self, case: Case) -> Sequence[Request]:
        """
        What an engine has to be asked.
        """

    def attempts(
        self, case: Case, answers: Sequence[Hypotheses], checks: Sequence[Check]
    ) -> Iterator[Hypothesis]:
        """
        Hypotheses that may be right, the most faithful first.
        """


def blocking(segment: DraftSegment) -> tuple[Finding, ...]:
    """
    The findings that keep a segment from readers.
    """
    return tuple(f for f in segment.findings if f.severity is Severity.BLOCKING)


def to_review(segment: DraftSegment) -> int:
    """
    How many findings of a segment a person should look at.
    """
    return sum(found.severity is Severity.REVIEW for found in segment.findings)
