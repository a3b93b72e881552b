"""
The tree of an HTML page: parsed within bounds, walked without recursion.
"""

import re
from collections.abc import Callable

from selectolax.lexbor import LexborHTMLParser, LexborNode

from selaras.errors import ArticleTooLarge
from selaras.text.words import words

Leave = Callable[[], None]
"""
What is to be done when everything in an element was met.
"""

Enter = Callable[[LexborNode], Leave | None]

MAX_OPEN_TAGS = 500_000_000
"""
The most work that open elements may make for the parser, which looks through all that
are open at many of the tags. A page that leaves 30,000 elements open is still read.
"""


CLOSED_BY_OTHERS = words(
    "p li td th tr thead tbody tfoot dt dd option optgroup rp rt colgroup",
    "area base br col embed hr img input link meta source track wbr",
)
"""
Elements without an end tag, or whose end tag may be left out (HTML 13.1.2.4).
"""


TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")


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


def walk(top: LexborNode, enter: Enter) -> None:
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
        leave = enter(node)
        if leave is SKIP:
            node = node.next
        else:
            path.append((node, leave))
            node = node.child


def SKIP() -> None:  # noqa: N802 - a constant that happens to be callable
    """
    What entering an element answers whose inside is not to be met.
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
