"""
Characters and sentences: strings go in, values come out, nothing else is touched.
"""

from selaras.text.clauses import split_clauses
from selaras.text.sentences import sentences_of, split_sentences
from selaras.text.spans import Span, cut

__all__ = ["Span", "cut", "sentences_of", "split_clauses", "split_sentences"]
