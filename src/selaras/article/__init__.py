"""
Articles: cutting apart and putting together, and the formats they come and go in.
"""

from selaras.article.cutting import cut, join
from selaras.article.marks import Placement, place_marks
from selaras.article.model import (
    NO_TEXT,
    UNTRANSLATED_MARKS,
    Article,
    Block,
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    Link,
    List,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Segment,
    Table,
)
from selaras.article.verbatim import restore_verbatim

__all__ = [
    "NO_TEXT",
    "UNTRANSLATED_MARKS",
    "Article",
    "Block",
    "Embed",
    "FactBox",
    "Heading",
    "Image",
    "Inline",
    "Link",
    "List",
    "ListItem",
    "Mark",
    "Paragraph",
    "Placement",
    "Quote",
    "Segment",
    "Table",
    "cut",
    "join",
    "place_marks",
    "restore_verbatim",
]
