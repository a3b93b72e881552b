"""
Find and read the articles that a command line names.
"""

import sys
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from selaras.article import FORMATS, Article, read_article
from selaras.errors import ArticleError, ArticleUnreadable
from selaras.pipeline.refusing import refuse_foreign

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


def files_in(path: Path, *, out: Path | None) -> Iterator[Path]:
    """
    The file of this name, or those that can be read in the folder, sorted.

    What lies in the folder of results is not an article to translate again.

    Raises ``ArticleUnreadable`` when the path does not exist, or holds no article.
    """
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
    Whether a file in a folder is one that we read.
    """
    return path.is_file() and is_articles_name(path, out=out)


def is_articles_name(path: Path, *, out: Path | None = None) -> bool:
    """
    Whether a file of this name would be one that we read, be it there or gone.

    It is not hidden, has an ending that we know, and is not among the results.
    """
    if path.name.startswith(".") or path.suffix.lower() not in ENDINGS:
        return False
    return out is None or not path.resolve().is_relative_to(out.resolve())


def read_source(path: Path, *, format: str | None, name: str = "") -> Source:
    """
    Read one article; its id is the file's name unless it says another.

    Raises ``ArticleError``, its message beginning with the file's name.
    """
    name = name or plain_name(path)
    try:
        data = sys.stdin.buffer.read() if path == STDIN else path.read_bytes()
        article = read_article(data, format=format, name=path.name)
    except ArticleError as error:
        raise type(error)(f"{path}: {error}") from error
    return Source(name=name, path=path, article=replace(article, id=article.id or name))


def read_original(path: Path, *, format: str | None, name: str = "") -> Source:
    """
    Read one article that is to be translated.

    Raises ``ArticleForeign`` too, where it is plainly not Indonesian.
    """
    source = read_source(path, format=format, name=name)
    try:
        refuse_foreign(source.article)
    except ArticleError as error:
        raise type(error)(f"{path}: {error}") from error
    return source


def plain_name(path: Path) -> str:
    """
    What the results of a file are called, if nothing else is called that.
    """
    return "stdin" if path == STDIN else path.stem


Names = Mapping[Path, str]
"""
What each article's results are called, by the article's resolved path.
"""

RESERVED = frozenset({"index.html"})


def names_apart(paths: Sequence[Path], *, known: Names | None = None) -> Names:
    """
    Give every path a name of its own, so that no result overwrites another.

    What is ``known`` keeps its name. A suffix is never one that makes the name of
    another file, which goes by its plain name; capitals alone tell no two apart, since
    some disks see none.

    >>> named = names_apart([Path("a/x.md"), Path("b/x.md"), Path("x-2.md")])
    >>> list(named.values())
    ['x', 'x-2', 'x-3']
    """
    names = dict(known or {})
    taken = {name.casefold() for name in (*names.values(), *RESERVED)}
    for path in paths:
        if path not in names and (plain := plain_name(path)).casefold() not in taken:
            names[path] = plain
            taken.add(plain.casefold())
    for path in paths:
        if path not in names:
            names[path] = suffixed(plain_name(path), taken)
            taken.add(names[path].casefold())
    return names


def suffixed(name: str, taken: Collection[str]) -> str:
    """
    The name with the first number that nothing else has.
    """
    tried = (f"{name}-{number}" for number in count(2))
    return next(name for name in tried if name.casefold() not in taken)
