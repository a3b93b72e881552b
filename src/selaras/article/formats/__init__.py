"""
The formats that articles come and go in. A new one is a module here and a line below.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from selaras.article.formats import html, markdown, plain
from selaras.article.formats.decoding import MAX_BYTES, read_text
from selaras.article.model import Article
from selaras.article.texts import has_text
from selaras.errors import ArticleEmpty, FormatUnknown
from selaras.text.characters import without_controls


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """
    A format by its name and file endings, with what reads and writes it.
    """

    name: str
    endings: tuple[str, ...]
    media_type: str
    read: Callable[[str], Article]
    write: Callable[[Article], str]


FORMATS: tuple[Format, ...] = (
    Format(
        name="markdown",
        endings=("md", "markdown", "mkd"),
        media_type="text/markdown",
        read=markdown.read,
        write=markdown.write,
    ),
    Format(
        name="html",
        endings=("html", "htm", "xhtml"),
        media_type="text/html",
        read=html.read,
        write=html.write,
    ),
    Format(
        name="plain",
        endings=("txt", "text"),
        media_type="text/plain",
        read=plain.read,
        write=plain.write,
    ),
)

LOOKS_LIKE_HTML = re.compile(
    r"\s*<(?:!doctype html|html|head|body|article|main|section|div|h[1-6]|p)\b[^>]*>",
    re.IGNORECASE,
)


def read_article(
    data: bytes | str,
    *,
    format: str | None = None,  # noqa: A002 - the word that a caller looks for
    name: str = "",
) -> Article:
    """
    Read an article from a file's bytes or from text.

    ``format`` is a format's name or one of its file endings. Without it the ending of
    ``name`` decides; a text without either is HTML if it begins like it, else Markdown.
    What cannot be read raises an ``ArticleError`` whose message says why.

    >>> read_article("# Banjir surut").headline.text
    'Banjir surut'
    """
    found = find_format(format or ending_of(name))
    text = read_text(data)
    if found is None:
        found = format_named("html" if LOOKS_LIKE_HTML.match(text) else "markdown")
    article = found.read(text)
    if not has_text(article):
        raise ArticleEmpty(
            f"An article was expected, but there is no text in this {found.name} file."
        )
    return article


def write_article(article: Article, format: str) -> str:  # noqa: A002
    r"""
    Write an article in the format of this name or file ending.

    >>> from selaras.article.model import Inline
    >>> write_article(Article(headline=Inline(text="Banjir surut")), "md")
    '# Banjir surut\n'
    """
    written = format_named(format).write(article)
    # What no reader of ours accepts is not written: an id may hold a NUL.
    return without_controls(written)


def format_named(name: str) -> Format:
    """
    The format of this name or file ending, or ``FormatUnknown``.
    """
    wanted = name.lower().removeprefix(".")
    for candidate in FORMATS:
        if wanted == candidate.name or wanted in candidate.endings:
            return candidate
    known = ", ".join(candidate.name for candidate in FORMATS)
    endings = ", ".join(ending for each in FORMATS for ending in each.endings)
    raise FormatUnknown(
        f"A format was expected ({known}, or one of the file endings {endings}), "
        f"but got {name!r}."
    )


def find_format(name: str) -> Format | None:
    """
    The format of this name, or None for no name.
    """
    return format_named(name) if name else None


def ending_of(name: str) -> str:
    """
    The ending of a file's name.

    >>> ending_of("berita/reg-022.md"), ending_of("-")
    ('md', '')
    """
    return PurePath(name).suffix.removeprefix(".")


__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "Format",
    "ending_of",
    "format_named",
    "read_article",
    "write_article",
]
