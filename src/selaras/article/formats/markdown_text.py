"""
Texts with marks out of Markdown.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from html import unescape
from itertools import chain

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.utils import EnvType

from selaras.article.formats.building import ArticleBuilder, unmarked
from selaras.article.formats.cleaning import safe_source
from selaras.article.formats.html_reader import MARKS
from selaras.article.model import Image, Inline, MarkKind
from selaras.text.words import words

MAX_NESTING = 40
"""
How deep blocks may stand in each other; a list in a list is two deeper.
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


INLINE_MARKS: dict[str, MarkKind] = {"strong": "bold", "em": "italic", "a": "link"}


class Parser(MarkdownIt):
    """
    CommonMark with tables, which leaves addresses as they are: we judge them.

    Text that is indented by four spaces is text: in a newsroom that is a paragraph
    pasted from elsewhere far more often than code, and code is not translated.
    """

    def __init__(self) -> None:
        super().__init__("commonmark", {"maxNesting": MAX_NESTING})
        self.enable("table")
        self.disable("code")
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


class MarkdownText:
    """
    Tells a builder what the tokens of a text mean.
    """

    def __init__(
        self, parser: MarkdownIt, env: EnvType, builder: ArticleBuilder
    ) -> None:
        self.parser = parser
        self.env = env
        self.builder = builder

    def alone(self) -> "MarkdownText":
        """
        A reader of the same article for a text that has a field of its own.
        """
        other = MarkdownText(self.parser, self.env, ArticleBuilder())
        other.builder.begin_text("headline")
        return other

    def by_itself(self, content: str) -> Inline:
        """
        A text that has a field of its own. Pictures in it go where the article is.
        """
        other = self.alone()
        other.read(content)
        article = other.builder.finish()
        for block in article.blocks:
            self.builder.block(block)
        return article.headline

    def read(self, content: str) -> None:
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
        other = self.alone()
        other.read_tokens(token.children or [])
        image = Image(
            src=safe_source(str(token.attrs.get("src", ""))),
            alt=other.builder.finish().headline,
            caption=unmarked(str(token.attrs.get("title") or "")),
        )
        if image.src or image.alt or image.caption:
            self.builder.block(image)
