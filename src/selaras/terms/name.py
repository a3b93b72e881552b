"""
What a name is.
"""

from dataclasses import dataclass
from enum import StrEnum

from selaras.terms.lexicon import Entry
from selaras.text.spans import Span


class NameKind(StrEnum):
    """
    What speaks for a name: the lexicon, capitals, a "PT", its neighbours, a capital.

    ``WORDS`` are words which only their place in the sentence makes a name.
    """

    LEXICON = "lexicon"
    INITIALS = "initials"
    CALLED = "called"
    PERSON = "person"
    WORDS = "words"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """
    A name in an Indonesian text.

    ``words`` are those that carry it, without titles, ``weak`` its everyday words.
    ``certain`` says that it can be nothing but a name; what is not certain must not
    block a sentence. ``entries`` are what the lexicon has for it, more than one where
    it may mean several things; ``is_quoted`` that it stands in quotation marks.
    """

    text: str
    span: Span
    kind: NameKind
    words: tuple[str, ...]
    certain: bool
    weak: tuple[str, ...] = ()
    is_quoted: bool = False
    entries: tuple[Entry, ...] = ()
