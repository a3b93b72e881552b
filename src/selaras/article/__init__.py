"""
Articles: cutting apart and putting together, and the formats they come and go in.
"""

from selaras.article.cutting import cut, join
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
    "Quote",
    "Segment",
    "Table",
    "cut",
    "join",
]
