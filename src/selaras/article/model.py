"""
An article as values: blocks of a closed set, text with inline marks, segments.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from selaras.languages import SOURCE, Tag

MarkKind = Literal["bold", "italic", "link", "code", "verbatim", "indonesian"]
"""
``verbatim`` is HTML's ``translate="no"``; ``code`` implies it. ``indonesian`` is over a
sentence of a translation that was left in Indonesian: writers say so, no reader does.
"""

EmbedKind = Literal["url", "code", "rule"]

UNTRANSLATED_MARKS: frozenset[MarkKind] = frozenset({"code", "verbatim"})


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Mark:
    """
    One inline mark over ``text[start:end]``; ``start < end`` always.

    ``ref`` says which marks are pieces of one mark that was cut at a sentence's end:
    joining merges neighbours that share it. ``href`` is a link's address.
    """

    start: int
    end: int
    kind: MarkKind
    href: str = ""
    ref: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """
    Text with standoff marks, in the order of their start.
    """

    text: str
    marks: tuple[Mark, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text)


NO_TEXT = Inline(text="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """
    A paragraph.
    """

    text: Inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """
    A heading inside the body: levels 2 to 6, since 1 is the headline.
    """

    text: Inline
    level: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """
    One item; ``depth`` 0 is the outermost list, ``number`` set in an ordered one.
    """

    text: Inline
    depth: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """
    A list, nested ones flattened into depths.
    """

    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """
    A quotation set apart, with its speaker.
    """

    paragraphs: tuple[Inline, ...]
    speaker: Inline = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """
    A picture: its address stays, its words are translated.
    """

    src: str
    alt: Inline = NO_TEXT
    caption: Inline = NO_TEXT
    credit: Inline = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """
    Rows of cells; the first ``header_rows`` rows are headings.
    """

    rows: tuple[tuple[Inline, ...], ...]
    header_rows: int = 0
    caption: Inline = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """
    What is carried over as it is: an address, a block of code, a rule between parts.
    """

    kind: EmbedKind
    content: str = ""
    caption: Inline = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBox:
    """
    A box beside the story: a title, then paragraphs and lists.
    """

    title: Inline
    blocks: tuple[Paragraph | List, ...]


Block = Paragraph | Heading | List | Quote | Image | Table | Embed | FactBox


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """
    The original, or a language version of it once its segments are joined.

    ``extra`` holds what a format said about the article that is not text to translate
    (section, date, byline); it is carried over as it is. ``confirmed`` is what its
    author said that doubtful items mean, by how they are written: ``{"1,127": "1127"}``
    says that this article's "1,127" is one thousand one hundred and twenty-seven.
    """

    headline: Inline = NO_TEXT
    summary: Inline = NO_TEXT
    blocks: tuple[Block, ...] = ()
    id: str = ""
    language: Tag = SOURCE
    extra: Mapping[str, str] = field(default_factory=dict)
    confirmed: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """
    One sentence of one block, with its marks: the unit of translation and review.

    ``path`` names its place ("blocks.3.items.0.text#1"); ``lead`` and ``glue`` are the
    white space before and after it, so that cutting and joining lose nothing.
    """

    path: str
    text: str
    marks: tuple[Mark, ...] = ()
    lead: str = ""
    glue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """
    ``source_text[source[0]:source[1]]`` became ``target_text[target[0]:target[1]]``.

    Both spans are in characters; ``weight`` is between 0 and 1.
    """

    source: tuple[int, int]
    target: tuple[int, int]
    weight: float = 1.0
