"""
``selaras check``: look at a translation that somebody else made.
"""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from selaras.article import Article
from selaras.cli.failing import ExitCode, plainly
from selaras.cli.lines import lines_of
from selaras.cli.options import complete_language, language_named
from selaras.cli.outputs import as_json
from selaras.cli.reports import print_findings
from selaras.cli.sources import read_source
from selaras.cli.terminal import answers, result
from selaras.languages import SOURCE, Tag
from selaras.pipeline import Draft
from selaras.pipeline.comparing import compare, compare_lines
from selaras.pipeline.records import draft_record


def check(
    source: Annotated[Path, typer.Argument(help="The Indonesian article.")],
    target: Annotated[
        Path, typer.Argument(help="Its translation, in the same format.")
    ],
    lang: Annotated[
        str,
        typer.Option(
            metavar="LANGUAGE",
            help="The target's language.",
            autocompletion=complete_language,
        ),
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
    language = language_named(lang)
    with plainly():
        draft = compared(source, target, language, reads=reads, lines=lines)
        if json:
            result(as_json(draft_record(draft)))
        else:
            print_findings([(target.name, [draft])], answers())
    is_blocked = any(segment.is_blocked for segment in draft.segments)
    raise typer.Exit(ExitCode.FOUND if is_blocked else ExitCode.DONE)


def compared(
    source: Path, target: Path, language: Tag, *, reads: str | None, lines: bool
) -> Draft:
    """
    The two files as a draft that has been checked: text by text, or line by line.
    """
    if lines:
        ours, theirs = list(lines_of(source)), list(lines_of(target))
        return compare_lines(ours, theirs, language=language)
    original = article_in(source, SOURCE, reads=reads)
    return compare(original, article_in(target, language, reads=reads))


def article_in(path: Path, language: Tag, *, reads: str | None) -> Article:
    """
    The article in a file, in the language that it is said to be in.
    """
    return replace(read_source(path, format=reads).article, language=language)
