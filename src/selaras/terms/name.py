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
    """

    LEXICON = "lexicon"
    INITIALS = "initials"
    CALLED = "called"
    PERSON = "person"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """
    A name in an Indonesian text.

    ``words`` are those that carry it, without titles, ``weak`` its everyday words.
    ``certain`` says that it can be nothing but a name; what is not certain must not
    block a sentence. ``entries`` are what the lexicon has for it, more than one where
    it may mean several things.
    """

    text: str
    span: Span
    kind: NameKind
    words: tuple[str, ...]
    certain: bool
    weak: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
