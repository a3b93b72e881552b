"""
The check that the newsroom's own terms and names are said as it wants them said.
"""

from collections.abc import Iterator, Sequence

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.languages import SOURCE, TARGETS
from selaras.terms.own import (
    NO_TERMS,
    Termbase,
    TermKind,
    TermWanted,
    is_there,
    places_of,
)
from selaras.text.spans import Span


class SameTerms:
    """
    Every term of the newsroom's termbase is there in a rendering that it allows.

    What is never translated must be there as it is, and what the newsroom forbids must
    not be there, unless as a part of a rendering that is right. It cannot see a term
    that is there twice and right once, a rendering that is right and stands for
    something else, an Arabic plural that is not listed, and what a word that is made of
    a term (*hukuman* of *hukum*) is called.

    The terms are those of the termbase that it is made with: without one it finds
    nothing.
    """

    name = "same-terms"
    mqm = "Terminology > Inconsistent with terminology resource"

    def __init__(self, termbase: Termbase = NO_TERMS) -> None:
        self.termbase = termbase

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        if pair.source_language == SOURCE and pair.language in TARGETS:
            yield from self.findings(pair, self.wanted(pair))

    def wanted(self, pair: Pair) -> tuple[TermWanted, ...]:
        """
        The terms of a pair.
        """
        return self.termbase.wanted(pair.source, pair.language)

    def findings(self, pair: Pair, terms: Sequence[TermWanted]) -> Iterator[Finding]:
        """
        What there is to say about terms.
        """
        for term in terms:
            wrong = forbidden_place(term, terms, pair)
            if wrong:
                yield self.forbidden(term, wrong, pair)
            elif term.good and not term.derived and not is_said(term, pair):
                yield self.missing(term)

    def forbidden(self, term: TermWanted, place: Span, pair: Pair) -> Finding:
        """
        A finding about a rendering that the newsroom forbids.
        """
        there = place.of(pair.target)
        wanted = term.good[0] if term.good else ""
        message = f"For {term.source} the newsroom forbids “{there}”"
        indonesian = f"Untuk {term.source}, redaksi melarang “{there}”"
        message += f"; it wants “{wanted}”." if wanted else "."
        indonesian += f"; yang benar “{wanted}”." if wanted else "."
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING,
            message=message,
            indonesian=indonesian,
            expected=wanted,
            found=there,
            source_span=term.span,
            target_span=(place.start, place.end),
        )

    def missing(self, term: TermWanted) -> Finding:
        """
        A finding about a term that is not there as the newsroom says it.
        """
        wanted = term.good[0]
        if term.kind is TermKind.KEPT:
            severity = Severity.BLOCKING
            message = f"“{wanted}” is never translated; the translation does not "
            message += "have it."
            indonesian = f"“{wanted}” tidak pernah diterjemahkan; terjemahan ini tidak "
            indonesian += "memuatnya."
        else:
            severity = Severity.REVIEW
            message = f"The newsroom says “{wanted}” for {term.source}; "
            message += "the translation does not."
            indonesian = f"Redaksi menerjemahkan {term.source} dengan “{wanted}”; "
            indonesian += "terjemahan ini tidak."
        return Finding(
            check=self.name,
            severity=severity,
            message=message,
            indonesian=indonesian,
            expected=wanted,
            source_span=term.span,
        )


def is_said(term: TermWanted, pair: Pair) -> bool:
    """
    Whether one of the renderings of a term stands in the target.
    """
    return any(is_there(text, pair.target, pair.language) for text in term.good)


def forbidden_place(
    term: TermWanted, terms: Sequence[TermWanted], pair: Pair
) -> Span | None:
    """
    Where something stands that is forbidden for a term and no part of what is right.

    What another term of the sentence wants there is right, too: *terdakwa* may forbid
    "suspect", which is what *tersangka* beside it is.
    """
    places = [
        place
        for text in term.forbidden
        for place in places_of(text, pair.target, pair.language)
    ]
    if not places:
        return None
    right = right_places(terms, pair)
    wrong = [place for place in places if not is_within(place, right)]
    return min(wrong, default=None)


def right_places(terms: Sequence[TermWanted], pair: Pair) -> list[Span]:
    """
    Where the renderings stand that are right for any of the terms.
    """
    return [
        place
        for term in terms
        for text in term.good
        for place in places_of(text, pair.target, pair.language)
    ]


def is_within(place: Span, others: Sequence[Span]) -> bool:
    """
    Whether a place is part of another one.
    """
    return any(one.start <= place.start and place.end <= one.end for one in others)
