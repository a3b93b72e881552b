"""
What a memory holds.
"""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from selaras.article.model import Link
from selaras.languages import SOURCE, Tag

Level = Literal["machine", "human"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    A text, its translation, and where that comes from.

    ``level`` is who made the translation. On a person's entry ``engine`` and ``model``
    name the machine whose proposal was edited, if there was one; ``author`` is the
    person. ``article`` and ``path`` name the place where it was made. ``links`` are
    ``None`` where nobody asked for the alignment. What stands below them is filled in
    by the memory.
    """

    text: str
    translation: str
    target: Tag
    source: Tag = SOURCE
    level: Level = "machine"
    engine: str = ""
    model: str = ""
    via: tuple[Tag, ...] = ()
    steps: tuple[str, ...] = ()
    author: str = ""
    article: str = ""
    path: str = ""
    links: tuple[Link, ...] | None = None

    id: int = 0
    created: datetime | None = None
    updated: datetime | None = None
    uses: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """
    An entry whose text resembles the one asked about.

    ``score`` is between 0 and 1; see ``selaras.memory.fuzzy.similarity``.
    """

    entry: Entry
    score: float


def normalised(text: str) -> str:
    r"""
    What two texts must share to be the same text: all but white space and composition.

    Case, punctuation, digits and invisible characters count.

    >>> normalised("Gempa  M 5,6\N{NO-BREAK SPACE}di\nCianjur. ")
    'Gempa M 5,6 di Cianjur.'
    """
    return " ".join(unicodedata.normalize("NFC", text).split())


def key(text: str) -> bytes:
    """
    The fingerprint by which a text is found, whatever its length.
    """
    return hashlib.blake2b(normalised(text).encode(), digest_size=16).digest()


def storable(text: str) -> bool:
    r"""
    Whether UTF-8 can hold the text, which no lone surrogate allows.

    >>> storable("Presiden"), storable("Presiden \ud83d")
    (True, False)
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
