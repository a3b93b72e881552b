"""
A small dictionary from Indonesian, for checks: which words stand for which.
"""

from selaras.fidelity.dictionary.lookup import (
    Counterparts,
    Dictionary,
    Weights,
    counterparts,
    dictionary_of,
    places_of,
    root,
)
from selaras.fidelity.dictionary.stems import Word, words_of

__all__ = [
    "Counterparts",
    "Dictionary",
    "Weights",
    "Word",
    "counterparts",
    "dictionary_of",
    "places_of",
    "root",
    "words_of",
]
