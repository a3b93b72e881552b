"""
Rungs that take what an engine says otherwise.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from selaras.engines import Hypotheses, Hypothesis, Request
from selaras.fidelity import Check
from selaras.pipeline.repairs.case import Case, Unasked
from selaras.pipeline.steps import ALTERNATIVES


class Alternative(Unasked):
    """
    Another hypothesis of the same request.

    The engine gave them together with the first one, so nothing is asked.
    """

    name = "alternative"

    def attempts(
        self, case: Case, _answers: Sequence[Hypotheses], _checks: Sequence[Check]
    ) -> Iterator[Hypothesis]:
        """
        Every hypothesis but the first.
        """
        yield from case.segment.hypotheses[1:]


class Pivot:
    """
    A translation from the language on the way, where the text there was mended.
    """

    name = "pivot"
    asks = True

    def requests(self, case: Case) -> Sequence[Request]:
        """
        The mended text.
        """
        if not case.base.is_mended:
            return ()
        return (case.request(case.base.text, alternatives=ALTERNATIVES),)

    def attempts(
        self, _case: Case, answers: Sequence[Hypotheses], _checks: Sequence[Check]
    ) -> Iterator[Hypothesis]:
        """
        What was made of it.
        """
        for hypotheses in answers:
            yield from hypotheses


class Detour:
    """
    A translation from another version of the article, where the first came straight.

    Other words are translated, in the box by another model: what was wrong the first
    time need not be so now. A service that goes straight is asked a second time.
    """

    name = "detour"
    asks = True

    def requests(self, case: Case) -> Sequence[Request]:
        """
        The sentence in that version.
        """
        if case.detour is None:
            return ()
        asked = case.request(case.detour.text, alternatives=ALTERNATIVES)
        return (replace(asked, source=case.detour.language),)

    def attempts(
        self, case: Case, answers: Sequence[Hypotheses], _checks: Sequence[Check]
    ) -> Iterator[Hypothesis]:
        """
        What was made of it; its links are not about the original.
        """
        if case.detour is None:
            return
        for hypotheses in answers:
            for hypothesis in hypotheses:
                made = hypothesis.provenance
                way = (case.detour.language, *made.via)
                told = replace(made, via=way)
                yield replace(hypothesis, provenance=told, links=())
