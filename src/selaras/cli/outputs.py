"""
Write results: each file whole or not at all.
"""

import errno
import json
import os
import tempfile
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from selaras.article import write_article
from selaras.errors import OutputUnwritable
from selaras.pipeline import Draft, article_of
from selaras.pipeline.pages import (
    Entry,
    Surroundings,
    article_pages,
    index_page,
    pages_of,
)
from selaras.pipeline.pages.surroundings import NOWHERE
from selaras.pipeline.records import article_record


class Format(StrEnum):
    """
    What a translation can be written as.
    """

    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    JSON = "json"


def write_results(
    name: str,
    drafts: Sequence[Draft],
    *,
    out: Path,
    format: Format,
    at: datetime,
    around: Surroundings = NOWHERE,
) -> None:
    """
    Write one article's drafts into a folder.

    HTML: ``NAME/id.html`` and one file a language; JSON: ``NAME.json``; the others:
    ``NAME.LANGUAGE.ENDING``.
    """
    match format:
        case Format.HTML:
            for file, html in article_pages(drafts, at=at, around=around).items():
                write_whole(out / name / file, html)
        case Format.JSON:
            write_whole(out / f"{name}.json", as_json(article_record(drafts)))
        case Format.MARKDOWN | Format.TEXT:
            for draft in drafts:
                text = write_article(article_of(draft), format.value)
                write_whole(out / f"{name}.{draft.language}.{format.value}", text)


def write_index(results: Sequence[tuple[str, Sequence[Draft]]], *, out: Path) -> None:
    """
    Write the page that leads to every article's pages.
    """
    entries = [
        Entry(
            folder=name,
            headline=drafts[0].article.headline.text or name,
            pages=pages_of([draft.language for draft in drafts]),
        )
        for name, drafts in results
    ]
    write_whole(out / "index.html", index_page(entries))


def as_json(value: object) -> str:
    """
    A value as JSON that people can read too.
    """
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def write_whole(path: Path, content: str | bytes) -> None:
    """
    Write a file so that whoever reads it finds the old one or the new, never half.

    Raises ``OutputUnwritable`` where the file cannot be.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_whole(path, data)
    except OSError as error:
        raise OutputUnwritable(
            f"{path} could not be written: {error.strerror or error}. "
            f"{advice(error.errno)} What was finished before it is kept."
        ) from error


def replace_whole(path: Path, data: bytes) -> None:
    """
    Write beside the file, then put what was written in its place.
    """
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".selaras-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


ADVICE: dict[int, str] = {
    errno.ENOSPC: "Make room on that disk, or name a folder on another with --out.",
    errno.EDQUOT: "Make room on that disk, or name a folder on another with --out.",
    errno.EROFS: "The disk is read-only: name a folder on another with --out.",
    errno.EEXIST: "A file stands where a folder is needed: name another with --out.",
    errno.ENOTDIR: "A file stands where a folder is needed: name another with --out.",
    errno.EISDIR: "A folder stands where this file belongs: move it away.",
    errno.ENAMETOOLONG: "Give the article's file a shorter name.",
}


def advice(number: int | None) -> str:
    """
    What to do about an error of the operating system.

    >>> advice(errno.EACCES)
    'Name a folder with --out that you may write to.'
    """
    return ADVICE.get(number or 0, "Name a folder with --out that you may write to.")
