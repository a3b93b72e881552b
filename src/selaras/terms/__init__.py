"""
Names and terms: the newsroom's lexicon, the names of a text, how they are rendered.
"""

from selaras.terms.claimed import taken_by
from selaras.terms.closely import nearly_heard, nearly_written
from selaras.terms.letters import has_word
from selaras.terms.lexicon import Entry, Lexicon, lexicon
from selaras.terms.name import Name, NameKind
from selaras.terms.names import read_names
from selaras.terms.nearby import Nearby, instead_of
from selaras.terms.skeleton import Likeness, Skeleton, likeness, skeleton_of_text
from selaras.terms.standing import (
    Standing,
    missing_words,
    place_of,
    standing,
)
from selaras.terms.strangers import stranger_for
from selaras.terms.translation import Translation

__all__ = [
    "Entry",
    "Lexicon",
    "Likeness",
    "Name",
    "NameKind",
    "Nearby",
    "Skeleton",
    "Standing",
    "Translation",
    "has_word",
    "instead_of",
    "lexicon",
    "likeness",
    "missing_words",
    "nearly_heard",
    "nearly_written",
    "place_of",
    "read_names",
    "skeleton_of_text",
    "standing",
    "stranger_for",
    "taken_by",
]
