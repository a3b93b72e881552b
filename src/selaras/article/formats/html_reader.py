"""
Articles out of HTML: a whole page or a fragment of one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from selaras.article.formats.building import ArticleBuilder, language_named, unmarked
from selaras.article.formats.cleaning import clean, safe_source
from selaras.article.formats.containers import Container, Role
from selaras.article.formats.html_tree import (
    SKIP,
    Leave,
    article_of,
    in_caption,
    in_head,
    is_child_of,
    is_untranslated,
    number_of,
    parse,
    raw_text,
    walk,
)
from selaras.article.model import Article, Embed, Image, MarkKind
from selaras.text.words import words

SKIPPED = words(
    "script style template noscript svg nav button select textarea input datalist",
    "canvas map head rp",
)
"""
Elements of which nothing is read.
"""

NOTES = frozenset({"aside", "span"})
"""
Elements that our own pages use, with the role of a note, to speak of a translation.
"""

MARKS: dict[str, MarkKind] = {
    "a": "link",
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "cite": "italic",
    "code": "code",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}

CONTAINERS: dict[str, Container] = {
    "ul": "list",
    "ol": "list",
    "menu": "list",
    "li": "item",
    "blockquote": "quote",
    "aside": "fact box",
    "figure": "figure",
    "table": "table",
    "tr": "row",
    "td": "cell",
    "th": "cell",
}

PARTS = words(
    "p div section article header footer main address center form fieldset legend",
    "details summary dl dt dd hgroup body html thead tbody tfoot dir search dialog",
    "optgroup option frameset noframes",
)
"""
Elements that begin and end a text and are nothing else to us.
"""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
EMBEDS = frozenset({"iframe", "video", "audio", "embed", "object"})


IS_PAGE = re.compile(r"<(?:!doctype|html|body|head)\b", re.IGNORECASE)
META_PREFIX = "article:"


def read(text: str) -> Article:
    """
    Read an article from HTML.

    >>> article = read("<h1>Banjir</h1><p>Air <b>surut</b>.<p>Warga pulang.")
    >>> article.headline.text, [block.text.text for block in article.blocks]
    ('Banjir', ['Air surut.', 'Warga pulang.'])
    """
    tree = parse(text)
    builder = ArticleBuilder()
    if tree.root is None:
        return builder.finish()
    top = article_of(tree) if IS_PAGE.search(text) else tree.root
    walk(top, HtmlReader(builder).enter)
    article = builder.finish()

    about = dict(metadata(tree))
    title = tree.css_first("head > title")
    if not article.headline and title is not None:
        article = replace(article, headline=unmarked(title.text()))
    return replace(
        article,
        id=about.pop("id", ""),
        language=language_named(declared_language(tree)),
        extra=about,
    )


def read_fragment(text: str, builder: ArticleBuilder) -> None:
    """
    Read HTML that stands in a text of another format.
    """
    tree = parse(text)
    if tree.body is not None:
        walk(tree.body, HtmlReader(builder).enter)


def metadata(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """
    What ``<meta name="article:section" content="...">`` and the like say.
    """
    for meta in tree.css("meta"):
        name = meta.attributes.get("name") or meta.attributes.get("property") or ""
        content = meta.attributes.get("content")
        if name.startswith(META_PREFIX) and content is not None:
            yield clean(name.removeprefix(META_PREFIX)), clean(content)


def declared_language(tree: LexborHTMLParser) -> str:
    """
    What a page says of its language.
    """
    element = tree.css_first("html[lang], article[lang]")
    return (element.attributes.get("lang") or "") if element is not None else ""


class HtmlReader:
    """
    Tells a builder what the elements of a page mean.
    """

    def __init__(self, builder: ArticleBuilder) -> None:
        self.builder = builder
        self.has_headline = bool(builder.headline)
        self.embedded: set[int] = set()

    def enter(self, node: LexborNode) -> Leave | None:
        """
        Take in a node; the answer is what to do when everything in it was met.
        """
        name = node.tag or ""
        if node.is_text_node:
            self.builder.text(node.text_content or "")
            return SKIP
        if not node.is_element_node or name in SKIPPED:
            return SKIP
        if name in NOTES and node.attributes.get("role") == "note":
            return SKIP
        if node.mem_id in self.embedded:
            return SKIP
        if name in VOID:
            VOID[name](self, node)
            return SKIP
        leave = self.enter_element(name, node)
        if is_untranslated(node):
            return self.in_mark("verbatim", leave)
        return leave

    def enter_element(self, name: str, node: LexborNode) -> Leave | None:
        """
        Take in an element by its name.
        """
        builder = self.builder
        if role := self.role_of(name, node):
            return self.in_text(role, level=int(name[1]) if name in HEADINGS else 2)
        if name == "cite" and builder.top.role in ("speaker", "credit"):
            return None
        if name in MARKS:
            return self.in_mark(MARKS[name], None, node.attributes.get("href") or "")
        if name in CONTAINERS:
            self.open(name, node)
            return builder.close
        if name in PARTS:
            return self.in_part()
        if name in EMBEDS:
            return self.in_embed(node)
        if name == "q":
            return self.in_quotation_marks()
        return None

    def role_of(self, name: str, node: LexborNode) -> Role | None:
        """
        The role of an element's text, if it has one of its own.
        """
        classes = (node.attributes.get("class") or "").lower().split()
        kind = self.builder.top.kind
        if name in HEADINGS:
            return self.role_of_heading(name)
        if name == "p" and "summary" in classes and kind == "body":
            return "summary"
        if name in ("figcaption", "caption"):
            return "caption"
        if kind == "quote" and (
            name == "footer" or (name == "cite" and is_child_of(node, "blockquote"))
        ):
            return "speaker"
        if kind == "figure" and (
            "credit" in classes or (name in ("cite", "small") and in_caption(node))
        ):
            return "credit"
        return None

    def role_of_heading(self, name: str) -> Role:
        """
        The first ``h1`` is the headline, a heading that begins a fact box its title.
        """
        top = self.builder.top
        if name == "h1" and not self.has_headline:
            self.has_headline = True
            return "headline"
        if top.kind == "fact box" and not top.blocks and not top.texts:
            return "title"
        return "heading"

    def in_text(self, role: Role, *, level: int = 2) -> Leave:
        """
        Begin a text of its own, which ends with its element.
        """
        outer = self.builder.top.role
        self.builder.begin_text(role, level=level)

        def leave() -> None:
            self.builder.end_text()
            if role == "credit":
                self.builder.top.role = outer

        return leave

    def in_part(self) -> Leave:
        """
        Begin a paragraph; inside a text with a role of its own, begin a line of that.
        """
        if self.builder.top.role == "paragraph":
            return self.in_text("paragraph")
        self.builder.line_break()
        return self.builder.line_break

    def in_mark(self, kind: MarkKind, then: Leave | None, href: str = "") -> Leave:
        """
        Open a mark, which closes with its element.
        """
        self.builder.styles.open(kind, href)

        def leave() -> None:
            if then:
                then()
            self.builder.styles.close(kind)

        return leave

    def in_quotation_marks(self) -> Leave:
        """
        Write the quotation marks that a browser would write.
        """
        self.builder.text("“")
        return lambda: self.builder.text("”")

    def in_embed(self, node: LexborNode) -> Leave | None:
        """
        Something of another place. Its fallback is text only where it has no address.
        """
        self.builder.end_text()
        source = node.css_first("source[src]")
        for element in (node, source):
            if element is None:
                continue
            address = element.attributes.get("src") or element.attributes.get("data")
            if address and (safe := safe_source(address)):
                self.builder.block(Embed(kind="url", content=safe))
                return SKIP
        return self.in_part()

    def open(self, name: str, node: LexborNode) -> None:
        """
        Open a container, with what its attributes say.
        """
        frame = self.builder.open(CONTAINERS[name])
        if name == "figure":
            self.read_embed(node)
        elif name == "ol":
            frame.number = number_of(node, "start", 1)
        elif name == "li":
            frame.number = self.number_of_item(node)
        elif name == "tr":
            frame.is_header = True
        elif name in ("td", "th"):
            frame.is_header = name == "th" or in_head(node)
            frame.columns = number_of(node, "colspan", 1)

    def read_embed(self, figure: LexborNode) -> None:
        """
        The address that ``<figure class="embed">`` shows as a link.

        A link with words of its own is read as the words that it is.
        """
        classes = (figure.attributes.get("class") or "").split()
        link = figure.css_first("a[href]") if "embed" in classes else None
        if (
            link is None
            or link.text().strip() != (link.attributes["href"] or "").strip()
        ):
            return
        if address := safe_source(link.attributes.get("href") or ""):
            self.embedded.add(link.mem_id)
            self.builder.block(Embed(kind="url", content=address))

    def number_of_item(self, node: LexborNode) -> int | None:
        """
        The number of an item in an ordered list, which counts on from there.
        """
        parent = self.builder.frames[-2]
        if parent.kind != "list" or parent.number is None:
            return None
        number = number_of(node, "value", parent.number)
        parent.number = number + 1
        return number

    def read_image(self, node: LexborNode) -> None:
        """
        A picture, if there is something of it that can be shown or read.
        """
        address = node.attributes.get("src") or node.attributes.get("data-src") or ""
        alt = unmarked(node.attributes.get("alt") or "")
        image = Image(src=safe_source(address), alt=alt)
        if image.src or image.alt:
            self.builder.block(image)

    def read_rule(self, _node: LexborNode) -> None:
        """
        A rule between parts.
        """
        self.builder.end_text()
        self.builder.block(Embed(kind="rule"))

    def read_break(self, _node: LexborNode) -> None:
        """
        The end of a line.
        """
        self.builder.line_break()

    def read_code(self, node: LexborNode) -> None:
        """
        A block of code, or of anything whose white space counts.
        """
        self.builder.end_text()
        self.builder.block(Embed(kind="code", content=clean(raw_text(node))))


VOID: dict[str, Callable[[HtmlReader, LexborNode], None]] = {
    "br": HtmlReader.read_break,
    "hr": HtmlReader.read_rule,
    "img": HtmlReader.read_image,
    "pre": HtmlReader.read_code,
    "listing": HtmlReader.read_code,
    "plaintext": HtmlReader.read_code,
    "xmp": HtmlReader.read_code,
}
"""
Elements that are read at once, with all that is in them.
"""
