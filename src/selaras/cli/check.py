"""
``selaras check``: look at a translation that somebody else made.
"""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from selaras.article import Article, Inline, Paragraph
from selaras.cli.failing import ExitCode, plainly
from selaras.cli.lines import lines_of
from selaras.cli.outputs import as_json
from selaras.cli.reports import print_findings
from selaras.cli.sources import read_source
from selaras.cli.terminal import answers, result
from selaras.cli.translate import languages_named
from selaras.languages import SOURCE, Tag
from selaras.pipeline.comparing import compare
from selaras.pipeline.records import draft_record


def check(
    source: Annotated[Path, typer.Argument(help="The Indonesian article.")],
    target: Annotated[
        Path, typer.Argument(help="Its translation, in the same format.")
    ],
    lang: Annotated[
        str, typer.Option(metavar="LANGUAGE", help="The target's language.")
    ],
    reads: Annotated[
        str | None,
        typer.Option("--from", metavar="FORMAT", help="md, html or txt; by ending."),
    ] = None,
    lines: Annotated[
        bool, typer.Option("--lines", help="The files hold a sentence a line.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """
    Check a translation against its original: numbers, what is kept, script, marks.

    Exits with 1 if a finding blocks.
    """
    (language,) = languages_named(lang)
    with plainly():
        draft = compare(
            article_in(source, SOURCE, reads=reads, lines=lines),
            article_in(target, language, reads=reads, lines=lines),
        )
    if json:
        result(as_json(draft_record(draft)))
    else:
        print_findings([(target.name, [draft])], answers())
    is_blocked = any(segment.is_blocked for segment in draft.segments)
    raise typer.Exit(ExitCode.FOUND if is_blocked else ExitCode.DONE)


def article_in(path: Path, language: Tag, *, reads: str | None, lines: bool) -> Article:
    """
    The article in a file; of lines, each is a paragraph.
    """
    if lines:
        blocks = tuple(Paragraph(text=Inline(text=line)) for line in lines_of(path))
        return Article(blocks=blocks, language=language, id=path.stem)
    return replace(read_source(path, format=reads).article, language=language)
