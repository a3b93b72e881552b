"""
Wait for articles to change.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from watchfiles import watch

from selaras.cli.sources import is_articles_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """
    The articles that were added or changed, and those that are gone.
    """

    changed: tuple[Path, ...]
    gone: tuple[Path, ...]


def changes(paths: Sequence[Path], *, out: Path) -> Iterator[Changes]:
    """
    Yield what happened to articles, each time something did.

    A file is named as it was on the command line. What lies in the folder of results
    is not looked at, nor is a path that does not exist when watching begins.
    """
    named = {path.resolve(): path for path in paths}
    for batch in watch(*(p for p in paths if p.exists()), raise_interrupt=True):
        touched = sorted({Path(path).resolve() for _, path in batch})
        articles = [path for path in touched if is_articles_name(path, out=out)]
        # Many editors save by deleting: whether a file is gone is for the disk to say.
        seen = Changes(
            changed=tuple(named.get(p, p) for p in articles if p.is_file()),
            gone=tuple(named.get(p, p) for p in articles if not p.exists()),
        )
        if seen.changed or seen.gone:
            yield seen
