"""
The rung that puts the right name where a wrong one stands.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from selaras.article import Link
from selaras.article.verbatim import move_links
from selaras.engines import Hypotheses, Hypothesis
from selaras.fidelity import Check, Finding
from selaras.fidelity.same_names import SameNames
from selaras.languages import Tag
from selaras.pipeline.repairs.case import Case, Unasked, blocking
from selaras.pipeline.repairs.name_places import place_of_garbled
from selaras.pipeline.repairs.name_writing import (
    is_in_brackets,
    put_name,
    rendered,
)
from selaras.terms import Name, Translation, read_names
from selaras.text.spans import Span


class NameInPlace(Unasked):
    """
    The names of the original at the places of what the engine made of them.

    Only where nothing else is wrong, and where it is plain for each of them what in the
    translation is that name garbled.
    """

    name = "name"

    def attempts(
        self, case: Case, _answers: Sequence[Hypotheses], checks: Sequence[Check]
    ) -> Iterator[Hypothesis]:
        """
        The first translation with its names put right.
        """
        yield from put_right(case, case.segment.hypotheses[0], checks)


class NameInOther(NameInPlace):
    """
    The names of the original in another hypothesis that is right but for them.
    """

    name = "name-in-other"

    def attempts(
        self, case: Case, _answers: Sequence[Hypotheses], checks: Sequence[Check]
    ) -> Iterator[Hypothesis]:
        """
        Every other hypothesis with its names put right.
        """
        for hypothesis in case.segment.hypotheses[1:]:
            yield from put_right(case, hypothesis, checks)


def put_right(
    case: Case, hypothesis: Hypothesis, checks: Sequence[Check]
) -> Iterator[Hypothesis]:
    """
    The hypothesis with its wrong names put right, if that is all it needs.
    """
    segment = case.with_text(hypothesis, checks)
    lost = blocking(segment)
    if segment.text != hypothesis.text or not are_names(lost):
        return
    names = read_names(case.source)
    translation = Translation(segment.text, case.draft.language)
    places = [
        (name, place_of_garbled(name, names, translation))
        for found in lost
        for name in named(found, names)
    ]
    better = written_at(places, hypothesis, case)
    if better:
        yield better


def are_names(findings: Sequence[Finding]) -> bool:
    """
    Whether names, and nothing else, keep a sentence from readers.
    """
    return 0 < len(findings) <= MOST and all(
        found.check == SameNames.name for found in findings
    )


def named(found: Finding, names: Sequence[Name]) -> Iterator[Name]:
    """
    The name that a finding is about.
    """
    yield from (
        name for name in names if (name.span.start, name.span.end) == found.source_span
    )


def written_at(
    places: Sequence[tuple[Name, Span | None]], hypothesis: Hypothesis, case: Case
) -> Hypothesis | None:
    """
    The hypothesis with every name at its place; nothing if one has none.
    """
    here = [(place, name) for name, place in places if place]
    spans = sorted(place for place, _ in here)
    apart = all(one.end <= other.start for one, other in pairwise(spans))
    if not here or len(here) < len(places) or not apart:
        return None
    for place, name in sorted(here, key=lambda item: item[0], reverse=True):
        changed = with_name(hypothesis, name, place, case)
        if changed is None:
            return None
        hypothesis = changed
    return hypothesis


def with_name(
    hypothesis: Hypothesis, name: Name, place: Span, case: Case
) -> Hypothesis | None:
    """
    The hypothesis with one name put in, its links moved along.
    """
    language: Tag = case.draft.language
    extent = (place.start, place.end)
    new = rendered(name, case, inside=is_in_brackets(hypothesis.text, place.start))
    text = put_name(hypothesis.text, extent, new, language)
    if not text:
        return None
    growth = len(text) - len(hypothesis.text)
    links = tuple(move_links(hypothesis.links, extent, growth))
    if hypothesis.links:
        now = (place.start, place.end + growth)
        links = (*links, Link(source=(name.span.start, name.span.end), target=now))
    return replace(hypothesis, text=text, links=links)


MOST = 3
"""
Of more wrong names nobody can say which is which.
"""
