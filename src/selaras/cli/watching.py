"""
Wait for articles to change.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from watchfiles import Change, watch

from selaras.cli.sources import is_article


def changes(paths: Sequence[Path], *, out: Path) -> Iterator[list[Path]]:
    """
    Yield the articles that were added or changed, each time there are some.

    A file is named as it was on the command line, so that its results go to where
    they went before. What lies in the folder of results is not looked at.
    """
    named = {path.resolve(): path for path in paths}
    for batch in watch(*paths, raise_interrupt=True):
        changed = {
            Path(path).resolve()
            for change, path in batch
            if change is not Change.deleted and is_article(Path(path), out=out)
        }
        if changed:
            yield sorted(named.get(path, path) for path in changed)
