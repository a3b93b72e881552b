"""
Bytes from anywhere, as text that can be trusted to be text.
"""

import codecs

from selaras.article.formats.cleaning import clean
from selaras.errors import ArticleEmpty, ArticleTooLarge, ArticleUnreadable

MAX_BYTES = 20_000_000
"""
The largest file that is read. A day's whole newspaper is a hundredth of that.
"""

FILE_TYPES: dict[bytes, str] = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a ZIP archive, as DOCX and ODT files are",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a WebP picture or a sound or video file",
    b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old Word, Excel or PowerPoint file",
    b"\x7fELF": "a program",
}

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def read_text(data: bytes | str) -> str:
    """
    The text of a file, cleaned, or an error that says what is the matter with it.

    UTF-8 is read with and without a byte order mark, UTF-16 with one. Nothing else is
    guessed: a guess that is wrong turns names into other names.
    """
    size = len(data) if isinstance(data, bytes) else size_of(data)
    if size > MAX_BYTES:
        raise ArticleTooLarge(
            f"An article may have {MAX_BYTES:,} bytes; this one has {size:,}."
        )
    text = decode(data) if isinstance(data, bytes) else data
    refuse_nul(text)
    text = clean(text)
    if not text.strip():
        raise ArticleEmpty("An article was expected, but the file holds no text.")
    return text


def size_of(text: str) -> int:
    """
    The bytes that a text has in UTF-8.
    """
    try:
        return len(text.encode())
    except UnicodeEncodeError as error:
        raise ArticleUnreadable(
            f"Text was expected, but character {error.start + 1} is half of a "
            "surrogate pair, which stands for nothing alone."
        ) from error


def decode(data: bytes) -> str:
    """
    The characters that bytes stand for.
    """
    for signature, what in FILE_TYPES.items():
        if data.startswith(signature):
            raise ArticleUnreadable(
                f"Text in UTF-8 was expected, but this is {what}: it begins with the "
                f"bytes {signature.hex(' ')}."
            )
    if data.startswith(UTF_32):
        raise ArticleUnreadable(
            "Text in UTF-8 or UTF-16 was expected, but this is UTF-32: it begins with "
            f"the bytes {data[:4].hex(' ')}."
        )
    encoding = "utf-16" if data.startswith(UTF_16) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ArticleUnreadable(why_not(data, error)) from error


def why_not(data: bytes, error: UnicodeDecodeError) -> str:
    """
    A sentence on where a text stops being one.
    """
    # The codec that skips the byte order mark counts from behind it.
    mark = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    position = error.start + mark
    line = data.count(b"\n", 0, position) + 1
    wrong = data[position : error.end + mark].hex(" ")
    name = "UTF-16" if data.startswith(UTF_16) else "UTF-8"
    return (
        f"Text in {name} was expected, but byte {position + 1} (line {line}) is not "
        f"part of it: {wrong}. Save the file as UTF-8 and try again."
    )


def refuse_nul(text: str) -> None:
    """
    Raise where a NUL character shows that this is no text.
    """
    position = text.find("\x00")
    if position >= 0:
        line = text.count("\n", 0, position) + 1
        raise ArticleUnreadable(
            f"Text was expected, but character {position + 1} (line {line}) is NUL. "
            "This is a binary file, or UTF-16 without a byte order mark."
        )
