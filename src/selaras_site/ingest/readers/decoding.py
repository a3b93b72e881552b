"""
Bytes of feeds and exports as text, in the encoding that they say they have.

Bytes that are not of that encoding become replacement characters, so that one damaged
item does not take the others with it: it is refused alone, by ``refuse_damaged``.
"""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from selaras.text.characters import without_controls
from selaras_site.ingest.errors import ItemRefused, SourceTooLarge, SourceUnreadable

MAX_SOURCE = 10_000_000
"""
Bytes of the largest feed that is read whole.
"""

MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}

ENCODINGS = {
    "utf-8": "utf-8",
    "utf-16": "utf-16",
    "utf-16-le": "utf-16-le",
    "utf-16-be": "utf-16-be",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "cp1252": "cp1252",
    "iso8859-15": "iso8859-15",
}
"""
From an encoding's name in Python to what it is read as. What says it is Latin-1 is
Windows-1252 on the web (WHATWG Encoding).
"""

DECLARED = re.compile(rb"\s*<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9._:-]{1,40})")
CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s\"';]{1,40})", re.IGNORECASE)
DECLARATION = re.compile(r"\s*<\?xml\b[^>]*\?>")

DAMAGED = re.compile("[\N{REPLACEMENT CHARACTER}\ud800-\udfff]")
AROUND = 20
CHUNK = 65_536


def decode(data: bytes, content_type: str = "") -> str:
    r"""
    The text of a whole feed. ``content_type`` is a header that may name a charset.

    >>> decode(b"Caf\xe9 di Bandung", "text/xml; charset=latin1")
    'Café di Bandung'
    """
    if len(data) > MAX_SOURCE:
        raise SourceTooLarge(
            f"A feed may have {MAX_SOURCE:,} bytes; this one has {len(data):,}."
        )
    mark, encoding = encoding_of(data, content_type)
    return without_controls(data[len(mark) :].decode(encoding, errors="replace"))


def decode_stream(stream: BinaryIO) -> Iterator[str]:
    """
    The text of a file of any size, piece by piece.
    """
    first = stream.read(CHUNK)
    mark, encoding = encoding_of(first)
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    chunk = first[len(mark) :]
    while chunk:
        yield without_controls(decoder.decode(chunk))
        chunk = stream.read(CHUNK)
    yield without_controls(decoder.decode(b"", final=True))


def encoding_of(data: bytes, content_type: str = "") -> tuple[bytes, str]:
    """
    The byte order mark with which data begins, and the encoding behind it.

    The mark counts before the header, and the header before what XML declares
    (RFC 7303, 3.2).
    """
    for mark, encoding in MARKS.items():
        if data.startswith(mark):
            return mark, encoding
    header = CHARSET.search(content_type)
    declared = DECLARED.match(data[:200])
    if header:
        return b"", known_encoding(header[1])
    return b"", known_encoding(declared[1].decode("ascii") if declared else "utf-8")


def known_encoding(name: str) -> str:
    """
    An encoding by its name, or an error if we do not read it.
    """
    try:
        found = ENCODINGS.get(codecs.lookup(name).name)
    except (LookupError, ValueError):
        found = None
    if found is None:
        known = ", ".join(sorted(ENCODINGS))
        raise SourceUnreadable(
            f"One of the encodings {known} was expected, but this is said to be "
            f"{name!r}."
        )
    return found


def without_declaration(text: str) -> str:
    """
    The text of XML without the line that names its encoding, which it no longer has.
    """
    return DECLARATION.sub("", text, count=1)


def refuse_damaged(name: str, text: str) -> None:
    """
    Raise where a text holds characters that were lost on the way.
    """
    if found := DAMAGED.search(text):
        start = max(0, found.start() - AROUND)
        shown = DAMAGED.sub("?", text[start : found.end() + AROUND])
        raise ItemRefused(
            f"Whole text was expected in the {name}, but a character of it is not in "
            f"the encoding that the source claims, near {shown!r}."
        )
