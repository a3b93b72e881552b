"""
All checks, as one literal list, and the one function that runs them.

A new check is a file beside this one, a line here, a page in ``docs/reference/checks``
and a file of labelled cases. What decides whether a draft goes live, repairs it or
lets a sentence fail closed is not here: it reads findings.
"""

from collections.abc import Sequence

from selaras.fidelity.finding import Check, Finding, Pair
from selaras.fidelity.kept_verbatim import KeptVerbatim
from selaras.fidelity.no_repetition import NoRepetition
from selaras.fidelity.not_empty import NotEmpty
from selaras.fidelity.nothing_added import NothingAdded
from selaras.fidelity.nothing_dropped import NothingDropped
from selaras.fidelity.right_language import RightLanguage
from selaras.fidelity.same_comparators import SameComparators
from selaras.fidelity.same_currencies import SameCurrencies
from selaras.fidelity.same_dates import SameDates
from selaras.fidelity.same_key_words import SameKeyWords
from selaras.fidelity.same_marks import SameMarks
from selaras.fidelity.same_names import SameNames
from selaras.fidelity.same_numbers import SameNumbers
from selaras.fidelity.same_polarity import SamePolarity
from selaras.fidelity.same_quotes import SameQuotes
from selaras.fidelity.same_status import SameStatus
from selaras.fidelity.same_terms import SameTerms
from selaras.fidelity.same_units import SameUnits
from selaras.fidelity.whole_sentence import WholeSentence

ALL_CHECKS: tuple[Check, ...] = (
    NotEmpty(),
    SameNumbers(),
    SameComparators(),
    SameCurrencies(),
    SameUnits(),
    SameDates(),
    SameNames(),
    SamePolarity(),
    SameStatus(),
    SameTerms(),
    SameKeyWords(),
    KeptVerbatim(),
    RightLanguage(),
    WholeSentence(),
    NothingDropped(),
    NothingAdded(),
    NoRepetition(),
    SameMarks(),
    SameQuotes(),
)


def check_pair(pair: Pair, checks: Sequence[Check] = ALL_CHECKS) -> tuple[Finding, ...]:
    """
    What all checks say about a pair, in the order of the checks.

    An empty answer means that nothing was found, not that nothing is wrong.
    """
    return tuple(finding for check in checks for finding in check(pair))
