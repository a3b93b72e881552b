"""
Articles: cutting apart and putting together, and the formats they come and go in.
"""

from selaras.article.cutting import cut, join
from selaras.article.data import (
    article_data,
    article_of_data,
    marks_data,
    marks_of_data,
)
from selaras.article.formats import (
    FORMATS,
    Format,
    ending_of,
    format_named,
    read_article,
    write_article,
)
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
from selaras.article.tags import missing_tags, with_tags, without_tags
from selaras.article.texts import has_text, map_texts
from selaras.article.verbatim import restore_verbatim

__all__ = [
    "FORMATS",
    "NO_TEXT",
    "UNTRANSLATED_MARKS",
    "Article",
    "Block",
    "Embed",
    "FactBox",
    "Format",
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
    "article_data",
    "article_of_data",
    "cut",
    "ending_of",
    "format_named",
    "has_text",
    "join",
    "map_texts",
    "marks_data",
    "marks_of_data",
    "missing_tags",
    "place_marks",
    "read_article",
    "restore_verbatim",
    "with_tags",
    "without_tags",
    "write_article",
]
