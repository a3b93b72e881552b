"""
Articles out of Markdown: CommonMark, GFM tables, and a few habits of newsrooms.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from selaras.article.formats.building import ArticleBuilder, language_named
from selaras.article.formats.cleaning import clean, safe_source
from selaras.article.formats.containers import Role
from selaras.article.formats.front_matter import split_front_matter
from selaras.article.formats.html_reader import read_fragment
from selaras.article.formats.markdown_text import MAX_NESTING, MarkdownText, Parser
from selaras.article.model import Article, Embed, Image, Table
from selaras.errors import ArticleTooLarge

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
        headline = reader.texts.by_itself(entries.pop("title"))
    summary = entries.pop("summary", "")
    return replace(
        article,
        headline=headline,
        summary=reader.texts.by_itself(summary) if summary else article.summary,
        id=entries.pop("id", ""),
        language=language_named(entries.pop("language", "")),
        extra=entries,
    )


class MarkdownReader:
    """
    Tells a builder what the tokens of a parser mean.
    """

    def __init__(self, *, has_summary: bool) -> None:
        self.parser = Parser()
        self.builder = ArticleBuilder()
        self.texts = MarkdownText(self.parser, {}, self.builder)
        self.takes_summary = not has_summary
        self.lines: list[str] = []

    def read_blocks(self, text: str) -> None:
        """
        Read every block of a text.
        """
        self.lines = text.split("\n")
        tokens = self.parser.parse(text, self.texts.env)
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
            self.texts.read(cell.strip())
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
            self.texts.read(content)
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
            self.texts.read(SUMMARY.sub("", content, count=1))
        else:
            self.texts.read(content)

    def read_address(self, address: str, content: str) -> None:
        """
        A paragraph that is an address and nothing else shows what is there.
        """
        if safe := safe_source(address):
            self.builder.block(Embed(kind="url", content=safe))
        else:
            self.texts.read(content)

    def read_box(self, content: str) -> None:
        """
        The first paragraph of a fact box, whose first line is the title.
        """
        found = FACT_BOX.match(content)
        title = found[1] if found else ""
        self.builder.begin_text("title")
        self.texts.read(title)
        self.builder.begin_text("paragraph")
        self.texts.read(content[found.end() :] if found else content)

    def read_quote(self, content: str) -> None:
        """
        A paragraph of a quotation, whose last line may name the speaker.
        """
        speaker = SPEAKER.search(content)
        self.texts.read(content[: speaker.start()] if speaker else content)
        if speaker:
            self.builder.begin_text("speaker")
            self.texts.read("— " + content[speaker.end() :])

    def read_caption(self, role: Role, content: str) -> None:
        """
        A line that begins with a colon, right after what it is the caption of.
        """
        blocks = self.builder.top.blocks
        before = blocks[-1] if blocks else None
        caption = self.texts.by_itself(CAPTION.sub("", content, count=1))
        match before:
            case Image() if role == "credit" and not before.credit:
                blocks[-1] = replace(before, credit=caption)
            case Image() | Table() | Embed() if (
                role == "caption" and not before.caption
            ):
                blocks[-1] = replace(before, caption=caption)
            case _:
                self.texts.read(content)

    def is_summary(self, content: str) -> bool:
        """
        Whether this is the first paragraph and says that it is the summary.
        """
        top = self.builder.top
        first = top.kind == "body" and not top.blocks and not self.builder.summary
        return self.takes_summary and first and bool(SUMMARY.match(content))


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
