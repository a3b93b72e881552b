"""
Find and read the articles that a command line names.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from selaras.article import FORMATS, Article, read_article
from selaras.errors import ArticleError, ArticleUnreadable

STDIN = Path("-")

ENDINGS = frozenset(f".{ending}" for known in FORMATS for ending in known.endings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """
    An article and the name that its results go by.
    """

    name: str
    path: Path
    article: Article


def files_in(paths: Sequence[Path], *, out: Path | None) -> Iterator[Path]:
    """
    The files named, and those that can be read in the folders named, sorted.

    What lies in the folder of results is not an article to translate again.

    Raises ``ArticleUnreadable`` when a path does not exist, or holds no article.
    """
    for path in paths:
        if path == STDIN or path.is_file():
            yield path
        elif path.is_dir():
            found = sorted(f for f in path.rglob("*") if is_article(f, out=out))
            if not found:
                raise ArticleUnreadable(
                    f"{path} holds no article: expected .md, .html or .txt files."
                )
            yield from found
        else:
            raise ArticleUnreadable(f"{path} does not exist.")


def is_article(path: Path, *, out: Path | None = None) -> bool:
    """
    Whether a file in a folder is one that we read: not hidden, of a known ending.
    """
    if path.name.startswith(".") or path.suffix.lower() not in ENDINGS:
        return False
    is_result = out is not None and path.resolve().is_relative_to(out.resolve())
    return path.is_file() and not is_result


def read_source(path: Path, *, format: str | None) -> Source:
    """
    Read one article; its id is the file's name unless it says another.

    Raises ``ArticleError``, its message beginning with the file's name.
    """
    name = "stdin" if path == STDIN else path.stem
    try:
        data = sys.stdin.buffer.read() if path == STDIN else path.read_bytes()
        article = read_article(data, format=format, name=path.name)
    except ArticleError as error:
        raise type(error)(f"{path}: {error}") from error
    return Source(name=name, path=path, article=replace(article, id=article.id or name))


def named_apart(sources: Sequence[Source]) -> tuple[Source, ...]:
    """
    Give sources of one name different ones, so that no result overwrites another.
    """
    seen: dict[str, int] = {}
    apart = []
    for source in sources:
        count = seen[source.name] = seen.get(source.name, 0) + 1
        name = source.name if count == 1 else f"{source.name}-{count}"
        apart.append(replace(source, name=name))
    return tuple(apart)
