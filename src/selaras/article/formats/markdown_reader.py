"""
Articles out of Markdown: CommonMark, GFM tables, and a few habits of newsrooms.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import unescape
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token
from markdown_it.utils import EnvType

from selaras.article.formats.building import ArticleBuilder, Role, add
from selaras.article.formats.cleaning import clean, safe_source
from selaras.article.formats.front_matter import split_front_matter
from selaras.article.formats.html_reader import MARKS, read_fragment
from selaras.article.model import (
    NO_TEXT,
    Article,
    Embed,
    Image,
    Inline,
    MarkKind,
    Table,
)
from selaras.errors import ArticleTooLarge
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.text.words import words

MAX_NESTING = 40
"""
How deep blocks may stand in each other; a list in a list is two deeper.
"""

FACT_BOX = re.compile(r"\[!\w+\][ \t]*([^\n]*)\n?")
SPEAKER = re.compile(r"(?:\A|\n)[ \t]*(?:[—–―]|--)[ \t]+(?=[^\n]*\Z)")
ADDRESS = re.compile(r"<?(https?://[^\s<>]+)>?")
CAPTION = re.compile(r":(:?)[ \t]+")

SUMMARY = re.compile(
    r"(?:\*\*|__)(?:Ringkasan|Summary)"
    r"(?:\*\*[ \t]*:?|__[ \t]*:?|:[ \t]*\*\*|:[ \t]*__)\s*",
    re.IGNORECASE,
)
"""
What may stand before the first paragraph to say that it is the summary.
"""

HTML_TAG = re.compile(
    r"""<(/?)([a-zA-Z][a-zA-Z0-9]*)"""
    r"""((?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))*)\s*/?>"""
)
"""
A tag. What has no value is no attribute here, but a word: "jika a <b dan c> d".
"""

ADDRESS_OF_LINK = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")
UNTRANSLATED = re.compile(r"""\btranslate\s*=\s*["']?no\b""", re.IGNORECASE)

OTHER_TAGS = words(
    "u s del ins sup sub small big mark abbr time data dfn var q bdi bdo ruby rb rt rp",
    "font strike tt wbr img p div center label output picture source",
)
"""
HTML elements that are left out of a text, while their words stay in it.
"""


OpenTags = defaultdict[str, list[MarkKind | None]]
"""
The HTML elements that are open in a text, by their names, with their marks.
"""


class Parser(MarkdownIt):
    """
    CommonMark with tables, which leaves addresses as they are: we judge them.
    """

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": MAX_NESTING})
        self.enable("table")
        self.core.ruler.disable("inline")

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the parser's name for it
        """
        The address as it is written.
        """
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """
        The words of an address that is its own text.
        """
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002
        """
        Every address is parsed, so that the words of a link that goes are kept.
        """
        return True


def read(text: str) -> Article:
    r"""
    Read an article from Markdown.

    >>> article = read("---\nid: a1\n---\n# Banjir\n\nAir **surut**.")
    >>> article.id, article.headline.text, article.blocks[0].text.text
    ('a1', 'Banjir', 'Air surut.')
    """
    about, body = split_front_matter(text)
    entries = about or {}
    reader = MarkdownReader(has_summary="summary" in entries)
    reader.read_blocks(body)
    article = reader.builder.finish()
    headline = article.headline
    if not headline and "title" in entries:
        headline = reader.inline(entries.pop("title"))
    summary = entries.pop("summary", "")
    return replace(
        article,
        headline=headline,
        summary=reader.inline(summary) if summary else article.summary,
        id=entries.pop("id", ""),
        language=language_of(entries.pop("language", "")),
        extra=entries,
    )


def language_of(tag: str) -> Tag:
    """
    A language as this project writes it, if it is one of ours: ``zh-Hans`` is ``zh``.

    >>> language_of("zh-Hans"), language_of("de-AT"), language_of("")
    ('zh', 'de-AT', 'id')
    """
    primary = tag.split("-")[0].lower()
    return primary if primary in LANGUAGES else tag or SOURCE


class MarkdownReader:
    """
    Tells a builder what the tokens of a parser mean.
    """

    def __init__(self, *, has_summary: bool) -> None:
        self.parser = Parser()
        self.env: EnvType = {}
        self.builder = ArticleBuilder()
        self.takes_summary = not has_summary
        self.lines: list[str] = []

    def read_blocks(self, text: str) -> None:
        """
        Read every block of a text.
        """
        self.lines = text.split("\n")
        tokens = self.parser.parse(text, self.env)
        for number, token in enumerate(tokens):
            if token.nesting == 1 and token.level >= MAX_NESTING - 1:
                raise ArticleTooLarge(
                    f"Blocks may stand {MAX_NESTING} deep in each other; in this "
                    "article they stand deeper."
                )
            self.read_block(token, tokens[number + 1 : number + 3])

    def read_block(self, token: Token, following: Sequence[Token]) -> None:
        """
        Take in one token; ``following`` are the next two.
        """
        if token.type in OPENING:
            OPENING[token.type](self, token)
        elif token.type == "blockquote_open":
            self.open_quote(following)
        elif token.type in CLOSING:
            if token.type == "tr_close":
                self.read_surplus_cells()
            self.builder.close()
        elif token.type == "inline":
            self.read_text(token.content)
        elif token.type in ("paragraph_close", "heading_close"):
            self.builder.end_text()

    def open_list(self, token: Token) -> None:
        """
        A list begins, with its first number.
        """
        frame = self.builder.open("list")
        if token.type == "ordered_list_open":
            frame.number = int(token.attrs.get("start", 1))

    def open_item(self, _token: Token) -> None:
        """
        An item begins; numbers count on, whatever the source says.
        """
        parent = self.builder.top
        number = parent.number
        self.builder.open("item").number = number
        if number is not None:
            parent.number = number + 1

    def open_quote(self, following: Sequence[Token]) -> None:
        """
        A quotation begins, or a fact box, which is one that begins with ``[!INFO]``.
        """
        first = following[-1].content if following else ""
        is_box = following[0].type == "paragraph_open" and FACT_BOX.match(first)
        self.builder.open("fact box" if is_box else "quote")

    def open_heading(self, token: Token) -> None:
        """
        A heading begins; the first of level 1 is the headline.
        """
        level = int(token.tag[1])
        is_headline = level == 1 and not self.builder.headline
        self.builder.begin_text("headline" if is_headline else "heading", level=level)

    def open_table(self, _token: Token) -> None:
        """
        A table begins.
        """
        self.builder.open("table")

    def open_row(self, token: Token) -> None:
        """
        A row begins. Its line is kept, since the parser leaves surplus cells out.
        """
        frame = self.builder.open("row")
        frame.is_header = True
        self.row_line = self.lines[token.map[0]] if token.map else ""

    def open_cell(self, token: Token) -> None:
        """
        A cell begins.
        """
        self.builder.open("cell").is_header = token.type == "th_open"

    def read_surplus_cells(self) -> None:
        """
        The cells that a row has beyond those of the head: GFM would drop them.
        """
        count = len(self.builder.top.cells)
        cells = escapedSplit(self.row_line.strip(" \t>"))
        cells = cells[1:] if cells and not cells[0] else cells
        cells = cells[:-1] if cells and not cells[-1].strip() else cells
        for cell in cells[count:]:
            self.builder.open("cell")
            self.read_inline(cell.strip())
            self.builder.close()

    def read_code(self, token: Token) -> None:
        """
        A block of code, without the line feed that ends its last line.
        """
        content = clean(token.content).removesuffix("\n")
        self.builder.block(Embed(kind="code", content=content))

    def read_rule(self, _token: Token) -> None:
        """
        A rule between parts.
        """
        self.builder.block(Embed(kind="rule"))

    def read_html(self, token: Token) -> None:
        """
        A block of HTML.
        """
        read_fragment(token.content, self.builder)

    def read_text(self, content: str) -> None:
        """
        The text of a paragraph, a heading or a cell.
        """
        top = self.builder.top
        if top.kind == "cell" or top.role != "paragraph":
            self.read_inline(content)
        elif top.kind == "fact box" and not top.blocks and not top.texts:
            self.read_box(content)
        elif top.kind == "body" and (address := ADDRESS.fullmatch(content)):
            self.read_address(address[1], content)
        elif caption := CAPTION.match(content):
            self.read_caption("credit" if caption[1] else "caption", content)
        elif top.kind == "quote":
            self.read_quote(content)
        elif self.is_summary(content):
            self.builder.begin_text("summary")
            self.read_inline(SUMMARY.sub("", content, count=1))
        else:
            self.read_inline(content)

    def read_address(self, address: str, content: str) -> None:
        """
        A paragraph that is an address and nothing else shows what is there.
        """
        if safe := safe_source(address):
            self.builder.block(Embed(kind="url", content=safe))
        else:
            self.read_inline(content)

    def read_box(self, content: str) -> None:
        """
        The first paragraph of a fact box, whose first line is the title.
        """
        found = FACT_BOX.match(content)
        title = found[1] if found else ""
        self.builder.begin_text("title")
        self.read_inline(title)
        self.builder.begin_text("paragraph")
        self.read_inline(content[found.end() :] if found else content)

    def read_quote(self, content: str) -> None:
        """
        A paragraph of a quotation, whose last line may name the speaker.
        """
        speaker = SPEAKER.search(content)
        self.read_inline(content[: speaker.start()] if speaker else content)
        if speaker:
            self.builder.begin_text("speaker")
            self.read_inline("— " + content[speaker.end() :])

    def read_caption(self, role: Role, content: str) -> None:
        """
        A line that begins with a colon, right after what it is the caption of.
        """
        blocks = self.builder.top.blocks
        before = blocks[-1] if blocks else None
        caption = self.inline(CAPTION.sub("", content, count=1))
        match before:
            case Image() if role == "credit" and not before.credit:
                blocks[-1] = replace(before, credit=caption)
            case Image() | Table() | Embed() if (
                role == "caption" and not before.caption
            ):
                blocks[-1] = replace(before, caption=caption)
            case _:
                self.read_inline(content)

    def is_summary(self, content: str) -> bool:
        """
        Whether this is the first paragraph and says that it is the summary.
        """
        top = self.builder.top
        first = top.kind == "body" and not top.blocks and not self.builder.summary
        return self.takes_summary and first and bool(SUMMARY.match(content))

    def inline(self, content: str) -> Inline:
        """
        A text by itself.
        """
        outer, self.builder = self.builder, ArticleBuilder()
        self.builder.begin_text("headline")
        self.read_inline(content)
        article, self.builder = self.builder.finish(), outer
        for block in article.blocks:
            add(outer.top, block)
        return article.headline

    def read_inline(self, content: str) -> None:
        """
        Read text with marks.
        """
        tokens: list[Token] = []
        self.parser.inline.parse(content, self.parser, self.env, tokens)
        self.read_tokens(tokens)

    def read_tokens(self, tokens: Sequence[Token]) -> None:
        """
        Take in the tokens of a text.
        """
        builder = self.builder
        opened: OpenTags = defaultdict(list)
        for token in tokens:
            kind = INLINE_MARKS.get(token.tag)
            if token.type == "html_inline":
                self.read_tag(token.content, opened)
            elif token.type == "hardbreak":
                builder.line_break()
            elif token.type == "image":
                self.read_image(token)
            elif token.type == "code_inline":
                builder.styles.open("code")
                builder.text(token.content)
                builder.styles.close("code")
            elif kind and token.nesting == 1:
                builder.styles.open(kind, str(token.attrs.get("href", "")))
            elif kind and token.nesting == -1:
                builder.styles.close(kind)
            else:
                builder.text("\n" if token.type == "softbreak" else token.content)
        for mark in chain.from_iterable(opened.values()):
            if mark:
                builder.styles.close(mark)

    def read_tag(self, tag: str, opened: OpenTags) -> None:
        """
        An HTML tag in a text. What only looks like one stays as text.
        """
        found = HTML_TAG.fullmatch(tag)
        name = found[2].lower() if found else ""
        if not found:
            if not tag.startswith(("<!--", "<!", "<?")):
                self.builder.text(tag)
        elif name == "br":
            self.builder.line_break()
        elif name in MARKS or name == "span":
            if found[1]:
                self.close_tag(name, opened)
            else:
                self.open_tag(name, found[3], opened)
        elif name not in OTHER_TAGS:
            self.builder.text(tag)

    def open_tag(self, name: str, attributes: str, opened: OpenTags) -> None:
        """
        The start tag of an element that may be a mark.
        """
        kind = MARKS.get(name)
        if UNTRANSLATED.search(attributes):
            kind = "verbatim"
        address = ADDRESS_OF_LINK.search(attributes)
        href = next(filter(None, address.groups()), "") if address else ""
        if kind:
            self.builder.styles.open(kind, unescape(href))
        opened[name].append(kind)

    def close_tag(self, name: str, opened: OpenTags) -> None:
        """
        An end tag, which closes the last element of its name, if one is open.
        """
        if opened[name] and (kind := opened[name].pop()):
            self.builder.styles.close(kind)

    def read_image(self, token: Token) -> None:
        """
        A picture: its alternative text may have marks, its title is the caption.
        """
        outer, self.builder = self.builder, ArticleBuilder()
        self.builder.begin_text("headline")
        self.read_tokens(token.children or [])
        alt, self.builder = self.builder.finish().headline, outer
        title = str(token.attrs.get("title") or "")
        image = Image(
            src=safe_source(str(token.attrs.get("src", ""))),
            alt=alt,
            caption=plain(title) if title else NO_TEXT,
        )
        if image.src or image.alt or image.caption:
            self.builder.block(image)


def plain(text: str) -> Inline:
    """
    A text without marks.
    """
    builder = ArticleBuilder()
    builder.begin_text("headline")
    builder.text(text)
    return builder.finish().headline


INLINE_MARKS: dict[str, MarkKind] = {"strong": "bold", "em": "italic", "a": "link"}

OPENING: dict[str, Callable[[MarkdownReader, Token], None]] = {
    "bullet_list_open": MarkdownReader.open_list,
    "ordered_list_open": MarkdownReader.open_list,
    "list_item_open": MarkdownReader.open_item,
    "heading_open": MarkdownReader.open_heading,
    "table_open": MarkdownReader.open_table,
    "tr_open": MarkdownReader.open_row,
    "th_open": MarkdownReader.open_cell,
    "td_open": MarkdownReader.open_cell,
    "fence": MarkdownReader.read_code,
    "code_block": MarkdownReader.read_code,
    "hr": MarkdownReader.read_rule,
    "html_block": MarkdownReader.read_html,
}

CLOSING = frozenset(
    {
        "bullet_list_close",
        "ordered_list_close",
        "list_item_close",
        "blockquote_close",
        "table_close",
        "tr_close",
        "th_close",
        "td_close",
    }
)
