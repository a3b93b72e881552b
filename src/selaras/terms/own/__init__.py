"""
The newsroom's own terms and names: where they stand, and what stands for them.
"""

from selaras.terms.own.affixes import Form, bases
from selaras.terms.own.renderings import is_there, places_of
from selaras.terms.own.termbase import (
    NO_TERMS,
    Occurrence,
    Termbase,
    TermEntry,
    TermKind,
    TermWanted,
)

__all__ = [
    "NO_TERMS",
    "Form",
    "Occurrence",
    "TermEntry",
    "TermKind",
    "TermWanted",
    "Termbase",
    "bases",
    "is_there",
    "places_of",
]
