"""
What an engine is told before it translates: the newsroom's terms that a text has.

Each is told as the check of terms will ask for it. An engine that cannot be told says
what it always says, and the check and the repair of terms come behind it all the same.
"""

from collections.abc import Sequence
from dataclasses import replace

from selaras.engines import Request
from selaras.engines.protocol import Term
from selaras.fidelity import Check
from selaras.fidelity.same_terms import SameTerms
from selaras.languages import SOURCE, TARGETS
from selaras.terms.own import NO_TERMS, Termbase, TermWanted


def with_terms(
    requests: Sequence[Request], checks: Sequence[Check]
) -> Sequence[Request]:
    """
    Requests with the terms of their texts, be that sentences or clauses of one.

    Where ``checks`` have no check of terms, or that one has no terms, none are told.
    """
    termbase = termbase_of(checks)
    if not len(termbase):
        return requests
    return [replace(one, terms=terms_of(one, termbase)) for one in requests]


def terms_of(request: Request, termbase: Termbase) -> tuple[Term, ...]:
    """
    The terms of a text, each once.

    A text that is not Indonesian has none: what is asked from English, on the way to
    another language, goes without.
    """
    if request.source != SOURCE or request.target not in TARGETS:
        return ()
    wanted = termbase.wanted(request.text, request.target)
    told = {term.text: term.good[0] for term in wanted if is_told(term)}
    return tuple(told.items())


def is_told(term: TermWanted) -> bool:
    """
    Whether there is something to tell: a rendering, and for this word.

    What a word that is made of a term is called (*hukuman* of *hukum*), nobody said.
    """
    return bool(term.good) and not term.derived


def termbase_of(checks: Sequence[Check]) -> Termbase:
    """
    The termbase of the check of terms, if it is among them.
    """
    own = (check.termbase for check in checks if isinstance(check, SameTerms))
    return next(own, NO_TERMS)
