"""
Markdown files with front matter, one article each: a file, or a folder of them.
"""

import re
from collections.abc import Iterator
from functools import partial
from html import escape
from pathlib import Path, PurePath

from selaras.article import Article, ending_of, read_article
from selaras_site.ingest.errors import ItemRefused, SourceUnreadable
from selaras_site.ingest.incoming import Harvest, Status
from selaras_site.ingest.readers.bodies import MAX_BODY
from selaras_site.ingest.readers.making import Found, Outcome, gather, outcome, outcomes

ENDINGS = frozenset({"md", "markdown", "mkd"})

STATUSES: dict[str, Status] = {
    "draft": "draft",
    "draf": "draft",
    "withheld": "withheld",
    "ditahan": "withheld",
    "withdrawn": "withdrawn",
    "ditarik": "withdrawn",
}
"""
From what front matter says as ``status`` to ours; anything else is published.
"""

NAMES: dict[str, tuple[str, ...]] = {
    "url": ("url", "link"),
    "section": ("section", "rubrik", "kanal"),
    "byline": ("byline", "author", "penulis"),
    "place": ("place", "tempat"),
    "published": ("published", "date", "tanggal", "terbit"),
    "modified": ("modified", "updated", "diperbarui"),
    "usage_terms": ("usage_terms", "hak"),
}
"""
The words that newsrooms use in front matter.
"""

SEPARATOR = re.compile(r"[,\n]")


def read(folder: Path) -> Harvest:
    """
    Read every Markdown file under a folder, in the order of their names.

    Hidden files are passed over, and so is what a link leads to outside the folder.
    """
    if not folder.is_dir():
        raise SourceUnreadable(
            f"A folder of Markdown files was expected, but {str(folder)!r} is none."
        )
    return gather(read_each(folder))


def read_each(folder: Path) -> Iterator[Outcome]:
    """
    Read one file after the other.
    """
    for path in files_in(folder):
        name = path.relative_to(folder).as_posix()
        yield outcome(path, partial(find_in_file, name), name)


def read_file(data: bytes, name: str = "") -> Harvest:
    """
    Read one file.
    """
    return gather(outcomes([data], partial(find_article, name)))


def files_in(folder: Path) -> list[Path]:
    """
    The Markdown files under a folder.
    """
    root = folder.resolve()
    return sorted(
        path
        for path in folder.rglob("*")
        if ending_of(path.name).lower() in ENDINGS
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
        and path.resolve().is_relative_to(root)
    )


def find_in_file(name: str, path: Path) -> Found:
    """
    What a file says.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BODY + 1)
    except OSError as error:
        raise ItemRefused(
            f"A file was expected, but it cannot be read: {error.strerror}."
        ) from error
    return find_article(name, data)


def find_article(name: str, data: bytes) -> Found:
    """
    What the bytes of a file say.
    """
    if len(data) > MAX_BODY:
        raise ItemRefused(f"An article may have {MAX_BODY:,} bytes; this one has more.")
    article = read_article(data, format="markdown")
    return Found(
        external_id=article.id or PurePath(name).with_suffix("").as_posix(),
        headline=escape(article.headline.text),
        article=article,
        tags=tags_in(article.extra.get("tags", "")),
        language=article.language,
        url=said_in(article, NAMES["url"]),
        section=said_in(article, NAMES["section"]),
        byline=said_in(article, NAMES["byline"]),
        place=said_in(article, NAMES["place"]),
        published=said_in(article, NAMES["published"]),
        modified=said_in(article, NAMES["modified"]),
        usage_terms=said_in(article, NAMES["usage_terms"]),
        status=STATUSES.get(said_in(article, ("status",)).lower(), "published"),
    )


def said_in(article: Article, words: tuple[str, ...]) -> str:
    """
    What front matter says under the first of these words that it has.
    """
    return next((article.extra[word] for word in words if word in article.extra), "")


def tags_in(value: str) -> tuple[str, ...]:
    r"""
    Tags as YAML writes them, on one line or on several.

    >>> tags_in("[banjir, 'BMKG']"), tags_in("- banjir\n- BMKG")
    (('banjir', 'BMKG'), ('banjir', 'BMKG'))
    """
    parts = SEPARATOR.split(value.strip().removeprefix("[").removesuffix("]"))
    return tuple(part.strip().removeprefix("- ").strip("'\" ") for part in parts)
