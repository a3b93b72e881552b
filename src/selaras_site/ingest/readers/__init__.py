"""
Readers of other people's formats: bytes or a path go in, a harvest comes out.

A new format is a module here and a line in ``read_json`` or ``XML_READERS``.
"""

import re
from collections.abc import Callable
from pathlib import Path

from selaras.article import ending_of
from selaras.text.words import words
from selaras_site.ingest.errors import SourceUnknown, SourceUnreadable
from selaras_site.ingest.incoming import Harvest
from selaras_site.ingest.readers import (
    feeds,
    json_feed,
    markdown_folder,
    newsml,
    ninjs,
    nitf,
    wordpress,
    wxr,
)
from selaras_site.ingest.readers.decoding import (
    MAX_SOURCE,
    decode,
    without_declaration,
)
from selaras_site.ingest.readers.feeds import BEFORE_ROOT, refuse_doctype
from selaras_site.ingest.readers.json_fields import load_json

XmlReader = Callable[[bytes, str], Harvest]

XML_READERS: dict[str, XmlReader] = {
    "rss": lambda data, url: feeds.read(data, url=url),
    "feed": lambda data, url: feeds.read(data, url=url),
    "rdf": lambda data, url: feeds.read(data, url=url),
    "nitf": lambda data, _url: nitf.read(data),
    "newsitem": lambda data, _url: newsml.read(data),
    "newsmessage": lambda data, _url: newsml.read(data),
}
"""
Readers by the name of the root element, in lower case.
"""

ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
FRONT_MATTER = re.compile(r"---[ \t]*\n|# ")
NINJS = words(
    "uri headline headlines body_html body_text body_xhtml bodies pubstatus _items",
    "items",
)
HEAD = 4_000
SHOWN = 40


def read_any(data: bytes, content_type: str = "", url: str = "") -> Harvest:
    """
    Read articles out of bytes, by what the bytes are.

    ``content_type`` is the header that came with them, for its charset and for
    Markdown, which looks like nothing else; ``url`` is where they came from. What no
    reader can read raises an ``IngestError``; single items that cannot be taken in are
    in the harvest with the reason.
    """
    text = decode(data, content_type)
    start = text.lstrip()[:HEAD]
    if start.startswith(("{", "[")):
        return read_json(load_json(text), url)
    if start.startswith("<"):
        return read_xml(text, url)
    if is_markdown(start, content_type, url):
        return markdown_folder.read_file(text.encode(errors="replace"), url)
    raise SourceUnknown(
        "RSS, Atom, JSON Feed, WordPress, ninjs, NewsML-G2, NITF or Markdown was "
        f"expected, but this begins with {start[:SHOWN]!r}."
    )


def read_path(path: Path) -> Harvest:
    """
    Read a folder of Markdown files, or a file in any of the formats.

    An export of WordPress may be larger than anything else: it is read in pieces.
    """
    if path.is_dir():
        return markdown_folder.read(path)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_SOURCE + 1)
    except (OSError, ValueError) as error:
        raise SourceUnreadable(
            f"A file was expected at {str(path)!r}, but it cannot be read: {error}."
        ) from error
    if is_export(data[:HEAD].decode(errors="replace")):
        return wxr.read(path)
    return read_any(data, url=path.name)


def read_json(value: object, url: str = "") -> Harvest:
    """
    Read articles out of parsed JSON, by its fields.
    """
    first = value[0] if isinstance(value, list) and value else value
    fields = first if isinstance(first, dict) else {}
    if str(fields.get("version", "")).startswith(json_feed.VERSION):
        return json_feed.read_value(value, url)
    if isinstance(fields.get("title"), dict) or {"code", "message"} <= fields.keys():
        return wordpress.read_value(value, url)
    if value == []:
        return Harvest()
    if NINJS & {str(name).lower() for name in fields}:
        return ninjs.read_value(value, url)
    raise SourceUnknown(
        "JSON Feed, posts of WordPress or ninjs was expected, but this JSON has the "
        f"fields {', '.join(map(str, list(fields)[:8])) or 'of none of them'}."
    )


def read_xml(text: str, url: str = "") -> Harvest:
    """
    Read articles out of XML, by its root element.
    """
    root = root_of(text)
    if root == "html":
        raise SourceUnknown(
            "A feed was expected, but this is a page in HTML. The address of a site's "
            'feed stands in its <link rel="alternate">.'
        )
    refuse_doctype(text)
    data = without_declaration(text).encode()
    if is_export(text[:HEAD]):
        return wxr.read(data)
    reader = XML_READERS.get(root)
    if reader is None:
        known = ", ".join(XML_READERS)
        raise SourceUnknown(
            f"XML with one of the root elements {known} was expected, but got "
            f"{root[:SHOWN]!r}."
        )
    return reader(data, url)


def root_of(text: str) -> str:
    """
    The name of the root element, in lower case; that of HTML may go unsaid.

    >>> root_of('<?xml version="1.0"?><!-- x --><rdf:RDF xmlns="">')
    'rdf'
    """
    if re.match(r"\s*<!doctype\s+html", text, re.IGNORECASE):
        return "html"
    position = 0
    while found := BEFORE_ROOT.match(text, position):
        position = found.end()
    root = ROOT.match(text, position)
    return root[1].lower() if root else ""


def is_export(start: str) -> bool:
    """
    Whether this is the beginning of an export of WordPress.
    """
    return wxr.NAMESPACE in start


def is_markdown(start: str, content_type: str, url: str) -> bool:
    """
    Whether this is Markdown: by its type, its name, or how it begins.
    """
    named = ending_of(url.partition("?")[0]).lower() in markdown_folder.ENDINGS
    return named or "markdown" in content_type or bool(FRONT_MATTER.match(start))


__all__ = ["Harvest", "read_any", "read_json", "read_path"]
