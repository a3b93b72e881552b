"""
XML of any size, element by element, without document types and without depths.
"""

from collections.abc import Iterator, Mapping
from html import escape
from typing import BinaryIO
from xml.etree.ElementTree import (
    Element,
    ParseError,
    TreeBuilder,
)

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import DefusedXMLParser  # type: ignore[import-untyped]

from selaras_site.ingest.errors import DoctypeRefused, ItemRefused, SourceUnreadable
from selaras_site.ingest.readers.decoding import decode_stream

MAX_DEPTH = 100
MAX_WEIGHT = 5_000_000
"""
Characters of the heaviest element that is kept whole; a tag weighs as much as 100.
"""

TAG_WEIGHT = 100
TOO_HEAVY = "selaras-too-heavy"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
VOID = frozenset({"br", "hr", "img"})


class Collector:
    """
    What the parser tells what it meets; keeps the elements that are wanted.
    """

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names
        self.done: list[Element] = []
        self.builder: TreeBuilder | None = None
        self.depth = self.opened = self.weight = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """
        An element begins.
        """
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise SourceUnreadable(
                f"XML was expected whose elements stand {MAX_DEPTH} deep in each other "
                "at most; in this one they stand deeper."
            )
        if self.builder is None and local(tag) in self.names:
            self.builder, self.opened, self.weight = TreeBuilder(), self.depth, 0
        if self.builder is not None:
            self.weight += TAG_WEIGHT + sum(map(len, attributes.values()))
            if self.weight <= MAX_WEIGHT or self.depth == self.opened:
                self.builder.start(tag, attributes)

    def end(self, tag: str) -> None:
        """
        An element ends.
        """
        if self.builder is not None and self.weight <= MAX_WEIGHT:
            self.builder.end(tag)
        if self.builder is not None and self.depth == self.opened:
            self.finish()
        self.depth -= 1

    def data(self, text: str) -> None:
        """
        Text stands here.
        """
        if self.builder is not None:
            self.weight += len(text)
            if self.weight <= MAX_WEIGHT:
                self.builder.data(text)

    def finish(self) -> None:
        """
        The wanted element is whole, or was too heavy to be kept.
        """
        assert self.builder is not None
        if self.weight <= MAX_WEIGHT:
            self.done.append(self.builder.close())
        else:
            self.done.append(Element(TOO_HEAVY))
        self.builder = None

    def take(self) -> list[Element]:
        """
        The elements that came since the last time.
        """
        done, self.done = self.done, []
        return done

    def close(self) -> None:
        """
        The document ends.
        """


def elements(stream: BinaryIO, *names: str) -> Iterator[Element]:
    """
    The outermost elements of these names, whatever their namespace, as they come.

    One that is too heavy comes as an empty element, which ``refuse_heavy`` refuses.
    """
    collector = Collector(frozenset(names))
    # The text comes decoded, so what the declaration says of its encoding is over.
    parser = DefusedXMLParser(target=collector, encoding="utf-8", forbid_dtd=True)
    try:
        for text in decode_stream(stream):
            parser.feed(text.encode(errors="replace"))
            yield from collector.take()
        parser.close()
    except DefusedXmlException as error:
        raise DoctypeRefused(
            "XML without a document type and entities was expected, but this one has "
            f"{type(error).__name__.removesuffix('Forbidden')}: {error!s:.100}."
        ) from error
    except ParseError as error:
        raise SourceUnreadable(f"XML was expected, but got {error}.") from error
    yield from collector.take()


def refuse_heavy(element: Element) -> None:
    """
    Raise where an element was too heavy to be kept.
    """
    if element.tag == TOO_HEAVY:
        raise ItemRefused(
            f"An item may weigh {MAX_WEIGHT:,} characters; this one weighs more."
        )


def local(tag: str) -> str:
    """
    A name without its namespace.

    >>> local("{http://iptc.org/std/nar/2006-10-01/}newsItem")
    'newsItem'
    """
    return tag.rpartition("}")[2]


def child(element: Element | None, *path: str) -> Element | None:
    """
    The first element down this path of local names.
    """
    for name in path:
        element = next(children(element, name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """
    The elements right below of this local name.
    """
    if element is not None:
        yield from (each for each in element if local(each.tag) == name)


def descendants(element: Element | None, name: str) -> Iterator[Element]:
    """
    The elements anywhere below of this local name.
    """
    if element is not None:
        yield from (each for each in element.iter() if local(each.tag) == name)


def text_of(element: Element | None) -> str:
    """
    All the text in an element.
    """
    return "".join(element.itertext()).strip() if element is not None else ""


def text_at(element: Element | None, *path: str) -> str:
    """
    All the text in the first element down this path.
    """
    return text_of(child(element, *path))


def attribute(element: Element | None, name: str) -> str:
    """
    An attribute of an element that may not be there.
    """
    return element.get(name, "") if element is not None else ""


def inner_html(element: Element | None, names: Mapping[str, str]) -> str:
    """
    What stands in an element as HTML, elements renamed as ``names`` says.
    """
    if element is None:
        return ""
    inside = "".join(
        outer_html(each, names) + escape(each.tail or "", quote=False)
        for each in element
    )
    return escape(element.text or "", quote=False) + inside


def outer_html(element: Element, names: Mapping[str, str]) -> str:
    """
    An element as HTML.
    """
    original = local(element.tag)
    name = names.get(original, original)
    attributes = "".join(
        f' {local(key)}="{escape(value)}"' for key, value in element.items()
    )
    if name in VOID:
        return f"<{name}{attributes}>"
    return f"<{name}{attributes}>{inner_html(element, names)}</{name}>"
