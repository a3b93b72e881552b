"""
XML of other tools, element by element: a large file takes no more room than a small.

What a hostile file can cost is bounded: entities are refused where they are declared,
and so are depths, heavy elements and long stretches in which nothing begins or ends.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, cast
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from selaras.exchange.errors import ExchangeError, Fault

if TYPE_CHECKING:
    from xml.etree.ElementTree import XMLParser

MAX_DEPTH = 100
MAX_WEIGHT = 2_000_000
"""
Characters of the heaviest element that is kept whole; a tag weighs as much as 100.
"""

TAG_WEIGHT = 100
MAX_BYTES = 1 << 30
MAX_QUIET = 8 << 20
"""
Bytes in which no tag begins or ends: the parser keeps such a stretch whole.
"""

PORTION = 1 << 16
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class Collector:
    """
    What the parser tells what it meets; keeps the elements that are wanted.

    ``around`` are the attributes of the open elements above, by their local names.
    """

    def __init__(self, names: frozenset[str], home: str) -> None:
        self.names = names
        self.home = home
        self.done: list[tuple[Mapping[str, Mapping[str, str]], Element]] = []
        self.path: list[tuple[str, Mapping[str, str]]] = []
        self.builder: TreeBuilder | None = None
        self.opened = self.weight = self.heard = 0
        self.root = ""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """
        An element begins.
        """
        self.heard += 1
        self.root = self.root or local(tag)
        if len(self.path) >= MAX_DEPTH:
            raise hostile(f"elements that stand more than {MAX_DEPTH} deep")
        self.path.append((local(tag), attributes))
        if self.builder is None and self.is_wanted(tag):
            self.builder, self.opened, self.weight = TreeBuilder(), len(self.path), 0
        if self.builder is not None:
            self.weigh(TAG_WEIGHT + sum(map(len, attributes.values())))
            self.builder.start(tag, attributes)

    def is_wanted(self, tag: str) -> bool:
        """
        Whether an element is one of those asked for: other tools have namesakes.
        """
        of = space(tag)
        return local(tag) in self.names and (not of or of.startswith(self.home))

    def end(self, tag: str) -> None:
        """
        An element ends.
        """
        self.heard += 1
        if self.builder is not None:
            self.builder.end(tag)
            if len(self.path) == self.opened:
                self.done.append((dict(self.path[:-1]), self.builder.close()))
                self.builder = None
        self.path.pop()

    def data(self, text: str) -> None:
        """
        Text stands here.
        """
        if self.builder is not None:
            self.weigh(len(text))
            self.builder.data(text)

    def weigh(self, more: int) -> None:
        """
        Refuse an element that grows too heavy.
        """
        self.weight += more
        if self.weight > MAX_WEIGHT:
            raise hostile(f"an element of more than {MAX_WEIGHT:,} characters")

    def take(self) -> list[tuple[Mapping[str, Mapping[str, str]], Element]]:
        """
        The elements that came since the last time.
        """
        done, self.done = self.done, []
        return done

    def close(self) -> None:
        """
        The document ends.
        """


def elements(
    stream: BinaryIO,
    *names: str,
    root: str | tuple[str, ...],
    home: str = "",
    largest: int = MAX_BYTES,
) -> Iterator[tuple[Mapping[str, Mapping[str, str]], Element]]:
    """
    The outermost elements of these names as they come, each with what stands above it.

    ``root`` is what the file's first element must be, or may be; ``home`` is how the
    namespace of the elements begins, if they have one. Raises ``ExchangeError``, at the
    latest where the fault stands.
    """
    roots = (root,) if isinstance(root, str) else root
    collector = Collector(frozenset(names), home)
    parser = parser_for(collector)
    size = quiet = 0
    try:
        while portion := stream.read(PORTION):
            size += len(portion)
            if size > largest:
                raise too_large(largest)
            heard = collector.heard
            parser.feed(portion)
            quiet = 0 if collector.heard != heard else quiet + len(portion)
            if quiet > MAX_QUIET:
                raise hostile("a stretch without any tag that is far too long")
            if collector.root not in {"", *roots}:
                raise foreign(roots, collector.root)
            yield from collector.take()
        parser.close()
    except (ParseError, ValueError, LookupError) as error:
        raise unreadable(error) from error
    if collector.root not in roots:
        raise foreign(roots, collector.root)
    yield from collector.take()


def parser_for(collector: Collector) -> "XMLParser[Any]":
    """
    A parser that takes a document type, as TMX has one, and nothing declared in it.
    """
    try:
        from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
        from defusedxml.ElementTree import (  # type: ignore[import-untyped]
            DefusedXMLParser,
        )
    except ImportError as error:
        raise ExchangeError(
            "Reading files of other tools needs a part that is not installed: "
            'pip install "selaras[exchange]".',
            fault=Fault.EXTRA,
        ) from error
    assert issubclass(DefusedXmlException, ValueError)  # which ``elements`` catches
    parser: Any = DefusedXMLParser(target=collector)
    parser.parser.StartDoctypeDeclHandler = no_declarations
    return cast("XMLParser[Any]", parser)


def no_declarations(_name: str, _system: str, _public: str, internal: int) -> None:
    """
    Refuse a document type with declarations of its own.

    Not for entities alone: a default for an attribute, declared once, is copied into
    every element that the file has.
    """
    if internal:
        raise hostile("declarations of its own in its document type")


def hostile(what: str) -> ExchangeError:
    """
    The refusal of a file that could harm.
    """
    return ExchangeError(
        f"A file of another tool was expected, but this one has {what}; it was not "
        "read.",
        fault=Fault.HOSTILE,
    )


def too_large(largest: int) -> ExchangeError:
    """
    The refusal of a file that is over the limit.
    """
    return ExchangeError(
        f"A file of at most {largest / 1e6:,.0f} MB was expected; this one is larger.",
        fault=Fault.LARGE,
    )


def foreign(roots: tuple[str, ...], found: str) -> ExchangeError:
    """
    The refusal of XML of another kind.
    """
    wanted = " or ".join(f"<{root}>" for root in roots)
    return ExchangeError(
        f"A file that begins with {wanted} was expected; this one begins with "
        f"<{found:.40}>.",
        fault=Fault.FOREIGN,
    )


def unreadable(error: Exception) -> ExchangeError:
    """
    The refusal of what is no XML; of declared entities too, which raise the like.
    """
    if type(error).__name__ in {"EntitiesForbidden", "ExternalReferenceForbidden"}:
        return hostile("entities")
    return ExchangeError(
        f"XML was expected, in the encoding that it names, but got {error!s:.200}.",
        fault=Fault.UNREADABLE,
    )


def local(tag: str) -> str:
    """
    A name without its namespace.

    >>> local("{urn:oasis:names:tc:xliff:document:1.2}trans-unit")
    'trans-unit'
    """
    return tag.rpartition("}")[2]


def space(tag: str) -> str:
    """
    The namespace of a name.

    >>> space("{urn:oasis:names:tc:xliff:document:1.2}file"), space("tu")
    ('urn:oasis:names:tc:xliff:document:1.2', '')
    """
    return tag.rpartition("}")[0][1:]


def children(element: Element, *names: str) -> Iterator[Element]:
    """
    The elements right below of these local names, in the parent's namespace.
    """
    home = space(element.tag)
    for child in element:
        if local(child.tag) in names and space(child.tag) == home:
            yield child
