"""
Characters and sentences: strings go in, values come out, nothing else is touched.
"""

from selaras.text.clauses import split_clauses
from selaras.text.numbers import Number, read_numbers, unaccounted
from selaras.text.sentences import sentences_of, split_sentences
from selaras.text.spans import Span, cut

__all__ = [
    "Number",
    "Span",
    "cut",
    "read_numbers",
    "sentences_of",
    "split_clauses",
    "split_sentences",
    "unaccounted",
]
