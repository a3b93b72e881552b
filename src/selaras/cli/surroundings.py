"""
The pictures that lie beside an article, and the articles that it links to.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import quote, unquote

from selaras.article import Article, Image, Inline
from selaras.article.texts import map_texts
from selaras.cli.outputs import write_whole
from selaras.pipeline.pages import Surroundings

MAX_PICTURE = 20_000_000
"""
Bytes of the largest picture that is copied.
"""

ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"})

BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")


def surroundings(
    article: Article, path: Path, *, folder: Path, named: Mapping[Path, str]
) -> Surroundings:
    """
    Copy an article's pictures beside its pages, and say where its links lead.

    ``path`` is the article's file, ``folder`` that of its pages, ``named`` the names of
    all articles of the run by their resolved paths. Nothing outside the folder that the
    article lies in is copied. Raises ``OutputUnwritable``.
    """
    home = path.resolve().parent
    pictures = {}
    for src in {block.src for block in article.blocks if isinstance(block, Image)}:
        found = file_at(src, home)
        if found and (data := picture_in(found)):
            inside = found.relative_to(home)
            write_whole(folder / inside, data)
            pictures[src] = quote(inside.as_posix())
    articles = {
        href: named[found]
        for href in links_of(article)
        if (found := file_at(href, home, anywhere=True)) and found in named
    }
    return Surroundings(pictures=pictures, articles=articles)


def links_of(article: Article) -> set[str]:
    """
    The addresses of all links in an article.
    """
    found: set[str] = set()

    def look(_path: str, text: Inline) -> Inline:
        found.update(mark.href for mark in text.marks if mark.kind == "link")
        return text

    map_texts(article, look)
    return found


def file_at(address: str, home: Path, *, anywhere: bool = False) -> Path | None:
    """
    The file that a relative address means, unless it lies outside the folder.
    """
    for name in spellings(address):
        try:
            found = (home / name).resolve()
            is_there = found.is_file()
        except (OSError, ValueError):  # A name too long, or with a NUL in it.
            continue
        if is_there and (anywhere or found.is_relative_to(home)):
            return found
    return None


def spellings(address: str) -> Iterator[str]:
    """
    An address as a file may be named: as it stands, and without what a browser reads.

    >>> list(spellings("foto%20a.png?v=2"))
    ['foto%20a.png?v=2', 'foto a.png']
    """
    if address:
        yield address
        yield unquote(address.partition("#")[0].partition("?")[0])


def picture_in(path: Path) -> bytes:
    """
    The bytes of a file that is a picture by its name and by its content, else none.
    """
    try:
        if path.suffix.lower() not in ENDINGS or path.stat().st_size > MAX_PICTURE:
            return b""
        data = path.read_bytes()
    except OSError:
        return b""
    return data if is_picture(data) else b""


def is_picture(data: bytes) -> bool:
    """
    Whether bytes begin as a PNG, JPEG, GIF, WebP or AVIF file does.

    >>> is_picture(b"GIF89a..."), is_picture(b"<script>")
    (True, False)
    """
    is_webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    is_avif = data[4:12] in (b"ftypavif", b"ftypavis")
    return data.startswith(BEGINNINGS) or is_webp or is_avif
