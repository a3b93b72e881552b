"""
A sentence a line in, a sentence a line out: for evaluation and for pipes.
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from selaras.cli.outputs import write_whole
from selaras.cli.sources import STDIN
from selaras.cli.terminal import result
from selaras.engines import Engine, Request
from selaras.errors import ArticleUnreadable
from selaras.languages import Tag

LINES_AT_ONCE = 256
"""
Lines in one call to the engine, after which they are written and remembered.
"""


def translate_lines(
    path: Path, language: Tag, engine: Engine, *, out: Path | None
) -> None:
    """
    Translate a file line by line; an empty line stays an empty line.

    Standard output gets lines as they are ready; a file under ``out`` is written whole,
    as ``NAME.LANGUAGE``. Nothing is checked and nothing fails closed here.
    """
    made = translated(lines_of(path), language, engine)
    if out:
        name = "stdin" if path == STDIN else path.stem
        write_whole(out / f"{name}.{language}", "".join(made))
        return
    for line in made:
        result(line)


def translated(lines: Iterator[str], language: Tag, engine: Engine) -> Iterator[str]:
    """
    Lines in another language, in portions.
    """
    while portion := list(islice(lines, LINES_AT_ONCE)):
        requests = [Request(text=line, target=language) for line in portion if line]
        answers = iter(engine.translate(requests))
        for line in portion:
            text = next(answers)[0].text if line else ""
            yield " ".join(text.split()) + "\n"


def lines_of(path: Path) -> Iterator[str]:
    """
    The lines of a file or of standard input, without their ends.

    Raises ``ArticleUnreadable`` when a line is not UTF-8.
    """
    if path == STDIN:
        yield from decoded(sys.stdin.buffer, path)
        return
    with path.open("rb") as file:
        yield from decoded(file, path)


def decoded(lines: Iterable[bytes], path: Path) -> Iterator[str]:
    """
    Lines of bytes as text.
    """
    for number, line in enumerate(lines, start=1):
        try:
            yield line.decode("utf-8").strip()
        except UnicodeDecodeError as error:
            raise ArticleUnreadable(
                f"{path}: line {number} is not UTF-8 text (byte {error.start + 1})."
            ) from error
