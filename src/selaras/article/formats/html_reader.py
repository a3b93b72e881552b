"""
Articles out of HTML: a whole page or a fragment of one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from selaras.article.formats.building import ArticleBuilder, Container, Role
from selaras.article.formats.cleaning import clean, safe_source
from selaras.article.model import Article, Embed, Image, Inline, MarkKind
from selaras.errors import ArticleTooLarge
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.text.words import words

MAX_OPEN_TAGS = 500_000_000
"""
The most work that open elements may make for the parser, which looks through all that
are open at many of the tags. A page that leaves 30,000 elements open is still read.
"""

SKIPPED = words(
    "script style template noscript svg nav button select textarea input datalist",
    "canvas map head rp",
)
"""
Elements of which nothing is read.
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

CLOSED_BY_OTHERS = words(
    "p li td th tr thead tbody tfoot dt dd option optgroup rp rt colgroup",
    "area base br col embed hr img input link meta source track wbr",
)
"""
Elements without an end tag, or whose end tag may be left out (HTML 13.1.2.4).
"""

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
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
    walk(top, HtmlReader(builder))
    article = builder.finish()

    about = dict(metadata(tree))
    title = tree.css_first("head > title")
    if not article.headline and title is not None:
        article = replace(article, headline=text_of(title))
    return replace(
        article,
        id=about.pop("id", ""),
        language=language_of(tree),
        extra=about,
    )


def read_fragment(text: str, builder: ArticleBuilder) -> None:
    """
    Read HTML that stands in a text of another format.
    """
    tree = parse(text)
    if tree.body is not None:
        walk(tree.body, HtmlReader(builder))


def parse(text: str) -> LexborHTMLParser:
    """
    The tree of a page, unless its elements stand so deep that parsing would not end.
    """
    refuse_bombs(text)
    return LexborHTMLParser(text)


def refuse_bombs(text: str) -> None:
    """
    Raise where the elements that stay open would make parsing slower than linear.
    """
    depth = deepest = work = 0
    for tag in TAG.finditer(text):
        work += depth
        if tag[2].lower() not in CLOSED_BY_OTHERS:
            depth = max(0, depth - 1) if tag[1] else depth + 1
            deepest = max(deepest, depth)
        if work > MAX_OPEN_TAGS:
            raise ArticleTooLarge(
                "HTML was expected whose elements are closed again; in this one "
                f"{deepest:,} are open at once at character {tag.start() + 1:,}."
            )


def article_of(tree: LexborHTMLParser) -> LexborNode:
    """
    The part of a page that is the article.
    """
    for name in ("article", "main"):
        found = tree.css(name)
        if len(found) == 1:
            has_headline = found[0].css_first("h1") is not None
            if has_headline or tree.css_first("h1") is None:
                return found[0]
    body = tree.body or tree.root
    assert body is not None
    return body


def metadata(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """
    What ``<meta name="article:section" content="...">`` and the like say.
    """
    for meta in tree.css("meta"):
        name = meta.attributes.get("name") or meta.attributes.get("property") or ""
        content = meta.attributes.get("content")
        if name.startswith(META_PREFIX) and content is not None:
            yield clean(name.removeprefix(META_PREFIX)), clean(content)


def language_of(tree: LexborHTMLParser) -> Tag:
    """
    The language of a page as this project writes it: ``zh-Hans`` is ``zh``.
    """
    html = tree.css_first("html[lang], article[lang]")
    tag = (html.attributes.get("lang") or "").strip() if html is not None else ""
    primary = tag.split("-")[0].lower()
    if primary in LANGUAGES:
        return primary
    return clean(tag) or SOURCE


def text_of(node: LexborNode) -> Inline:
    """
    The text of an element that has no other in it.
    """
    builder = ArticleBuilder()
    builder.begin_text("headline")
    builder.text(node.text())
    return builder.finish().headline


def walk(top: LexborNode, reader: "HtmlReader") -> None:
    """
    Meet every node under ``top`` in order, however deep: without recursion.
    """
    node = top.child
    path: list[tuple[LexborNode, Callable[[], None] | None]] = []
    while node is not None or path:
        if node is None:
            node, leave = path.pop()
            if leave:
                leave()
            node = node.next
            continue
        leave = reader.enter(node)
        if leave is SKIP:
            node = node.next
        else:
            path.append((node, leave))
            node = node.child


def SKIP() -> None:  # noqa: N802 - a constant that happens to be callable
    """
    What entering an element answers whose inside is not to be met.
    """


class HtmlReader:
    """
    Tells a builder what the elements of a page mean.
    """

    def __init__(self, builder: ArticleBuilder) -> None:
        self.builder = builder
        self.has_headline = bool(builder.headline)
        self.embedded: set[int] = set()

    def enter(self, node: LexborNode) -> Callable[[], None] | None:
        """
        Take in a node; the answer is what to do when everything in it was met.
        """
        name = node.tag or ""
        if node.is_text_node:
            self.builder.text(node.text_content or "")
            return SKIP
        if not node.is_element_node or name in SKIPPED:
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

    def enter_element(self, name: str, node: LexborNode) -> Callable[[], None] | None:
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

    def in_text(self, role: Role, *, level: int = 2) -> Callable[[], None]:
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

    def in_part(self) -> Callable[[], None]:
        """
        Begin a paragraph; inside a text with a role of its own, begin a line of that.
        """
        if self.builder.top.role == "paragraph":
            return self.in_text("paragraph")
        self.builder.line_break()
        return self.builder.line_break

    def in_mark(
        self, kind: MarkKind, then: Callable[[], None] | None, href: str = ""
    ) -> Callable[[], None]:
        """
        Open a mark, which closes with its element.
        """
        self.builder.styles.open(kind, href)

        def leave() -> None:
            if then:
                then()
            self.builder.styles.close(kind)

        return leave

    def in_quotation_marks(self) -> Callable[[], None]:
        """
        Write the quotation marks that a browser would write.
        """
        self.builder.text("“")
        return lambda: self.builder.text("”")

    def in_embed(self, node: LexborNode) -> Callable[[], None] | None:
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
        """
        classes = (figure.attributes.get("class") or "").split()
        link = figure.css_first("a[href]") if "embed" in classes else None
        if link is None:
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
        words = clean(node.attributes.get("alt") or "")
        image = Image(src=safe_source(address), alt=plain(words))
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


def raw_text(top: LexborNode) -> str:
    """
    The text under a node, white space and all.
    """
    parts: list[str] = []
    node, depth = top.child, 0
    while node is not None:
        if node.is_text_node:
            parts.append(node.text_content or "")
        elif node.tag == "br":
            parts.append("\n")
        if node.child is not None:
            node, depth = node.child, depth + 1
            continue
        while node is not None and node.next is None and depth:
            node, depth = node.parent, depth - 1
        node = node.next if node is not None else None
    return "".join(parts)


def plain(words: str) -> Inline:
    """
    Words without marks, in normal form.
    """
    builder = ArticleBuilder()
    builder.begin_text("headline")
    for number, line in enumerate(words.split("\n")):
        if number:
            builder.line_break()
        builder.text(line)
    return builder.finish().headline


def is_untranslated(node: LexborNode) -> bool:
    """
    Whether an element says that its words stay as they are.
    """
    return (node.attributes.get("translate") or "").strip().lower() == "no"


def is_child_of(node: LexborNode, name: str) -> bool:
    """
    Whether the element right above has this name.
    """
    return node.parent is not None and node.parent.tag == name


def in_caption(node: LexborNode) -> bool:
    """
    Whether an element stands right in a caption.
    """
    return is_child_of(node, "figcaption")


def in_head(node: LexborNode) -> bool:
    """
    Whether a cell stands in the head of its table.
    """
    row = node.parent
    return row is not None and is_child_of(row, "thead")


def number_of(node: LexborNode, name: str, default: int) -> int:
    """
    The whole number that an attribute holds.
    """
    value = (node.attributes.get(name) or "").strip()
    return int(value) if re.fullmatch(r"[0-9]{1,9}", value) else default
