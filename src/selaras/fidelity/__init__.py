"""
Fidelity: what must never go wrong silently, one file per check.
"""

from selaras.fidelity.checks import ALL_CHECKS, check_pair
from selaras.fidelity.finding import Check, Finding, Pair, Severity, Tagged
from selaras.fidelity.identify import likely_language
from selaras.fidelity.verbatim import Verbatim, find_verbatim

__all__ = [
    "ALL_CHECKS",
    "Check",
    "Finding",
    "Pair",
    "Severity",
    "Tagged",
    "Verbatim",
    "check_pair",
    "find_verbatim",
    "likely_language",
]
