"""
``selaras evaluate``: score translations, and measure what the checks catch.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Column, Table
from typer.core import TyperGroup

from selaras.cli.failing import plainly
from selaras.cli.lines import lines_of
from selaras.cli.options import complete_language, language_named
from selaras.cli.outputs import as_json, write_whole
from selaras.cli.terminal import answers, result, say, screen
from selaras.evaluation import Measurement, Share
from selaras.evaluation import evaluate as scores_of
from selaras.evaluation.fidelity import (
    ANY_CHECK,
    WANTED,
    FalseAlarms,
    Fidelity,
    Recall,
    measure_fidelity,
)
from selaras.evaluation.fidelity import Progress as Told
from selaras.evaluation.scorecard import fidelity_record, languages_of, scorecard
from selaras.evaluation.sets import read_errors, read_set
from selaras.languages import Tag


class Scoring(TyperGroup):
    """
    A group whose first command goes without its name: ``evaluate FILE REFERENCES``.
    """

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401
        """
        Put the name where none is.
        """
        if args and args[0] not in {*self.commands, *HELP}:
            args = ["scores", *args]
        return super().parse_args(ctx, args)


HELP = ("-h", "--help")

evaluations = typer.Typer(
    cls=Scoring,
    help="Score translations (scores may go unsaid), or measure what checks catch.",
    no_args_is_help=True,
)


@evaluations.command("scores")
def evaluate(
    hypotheses: Annotated[
        Path, typer.Argument(help="Translations, a sentence a line.")
    ],
    references: Annotated[Path, typer.Argument(help="References, line by line.")],
    lang: Annotated[
        str,
        typer.Option(
            metavar="LANGUAGE",
            help="Their language.",
            autocompletion=complete_language,
        ),
    ],
    source: Annotated[
        Path | None,
        typer.Option(help="The Indonesian lines: numbers are compared with them too."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """
    Score aligned files: BLEU and chrF with their signatures, and wrong numbers.
    """
    language = language_named(lang)
    with plainly():
        measurements = scores_of(
            list(lines_of(hypotheses)),
            list(lines_of(references)),
            language=language,
            sources=list(lines_of(source)) if source else None,
        )
        if source and WRONG_NUMBERS not in {measured.name for measured in measurements}:
            say(f"No line of {source} has a digit: wrong numbers were not measured.")
        if json:
            result(as_json([record_of(measured) for measured in measurements]))
        else:
            answers().print(table_of(measurements))


WRONG_NUMBERS = "wrong numbers"
"""
The one measurement that is a share, and shown as a percentage.
"""


def table_of(measurements: Sequence[Measurement]) -> Table:
    """
    Measurements for people.
    """
    table = Table("measure", "value", Column("signature", overflow="fold"))
    for measured in measurements:
        is_share = measured.name == WRONG_NUMBERS
        value = f"{measured.value:.1%}" if is_share else f"{measured.value:.2f}"
        table.add_row(measured.name, value, escape(measured.signature))
    return table


def record_of(measured: Measurement) -> dict[str, Any]:
    """
    A measurement for programs: a share stays between 0 and 1.
    """
    return {
        "name": measured.name,
        "value": measured.value,
        "signature": measured.signature,
    }


@evaluations.command("fidelity")
def fidelity(
    set: Annotated[
        Path,
        typer.Argument(
            metavar="FILE.tsv",
            help="A six-way file, or PREFIX of files PREFIX.id, PREFIX.en, …",
        ),
    ],
    json: Annotated[
        Path | None, typer.Option(metavar="OUT", help="Write everything as JSON.")
    ] = None,
    html: Annotated[
        Path | None, typer.Option(metavar="OUT", help="Write a scorecard, one page.")
    ] = None,
    seed: Annotated[int, typer.Option(help="Chance, to be repeated.")] = 20260101,
    mutants: Annotated[
        int,
        typer.Option(min=1, help="Of each kind and language, if the set allows."),
    ] = WANTED,
    adjudicated: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Lines in which the reference is wrong."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """
    Measure the checks: false alarms on good translations, recall on wrong ones.

    Nothing is added up over languages or kinds of error; intervals are Wilson's, 95%.
    """
    with plainly():
        parallel = read_set(set)
        errors = read_errors(adjudicated) if adjudicated else ()
        with measuring_bar(quiet=quiet) as progress:
            measured = measure_fidelity(
                parallel, seed=seed, wanted=mutants, errors=errors, progress=progress
            )
        if json:
            write_whole(json, as_json(fidelity_record(measured)))
        if html:
            write_whole(html, scorecard(measured))
        answers().print(alarms_of(measured))
        answers().print(recall_of(measured))
        answers().print(escape(measured.signature), soft_wrap=True)


@contextmanager
def measuring_bar(*, quiet: bool) -> Iterator[Told]:
    """
    A bar on standard error that shows what is measured and the time left.
    """
    console = screen()
    with Progress(
        BarColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.description}"),
        console=console,
        transient=True,
        disable=quiet or not console.is_terminal,
    ) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda what, done, total: bar.update(
            task, completed=done, total=total, description=escape(what)
        )


def alarms_of(measured: Fidelity) -> Table:
    """
    Good sentences that are blocked, as found and without the errors of the reference.
    """
    languages, known = languages_of(measured), len(measured.errors)
    title = f"Good sentences blocked, of {measured.set}"
    if known:
        title += f": as found, and adjudicated ({known} errors of the reference)"
    table = narrow(title, languages)
    rows = [measured.clean, measured.adjudicated] if known else [measured.clean]
    for check in dict.fromkeys((ANY_CHECK, *(row.check for row in measured.clean))):
        for name, alarms in zip(("", "\nadjudicated"), rows, strict=False):
            table.add_row(
                f"{check}{name}", *(blocked(alarms, check, tag) for tag in languages)
            )
    return table


def narrow(title: str, languages: Sequence[Tag]) -> Table:
    """
    A table that shows five languages with their intervals in 80 columns.
    """
    return Table(
        Column("", overflow="fold", min_width=14),
        *(Column(tag, no_wrap=True) for tag in languages),
        title=title,
        title_justify="left",
        box=SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
    )


def blocked(rows: Sequence[FalseAlarms], check: str, language: Tag) -> str:
    """
    A cell of false alarms.
    """
    found = [r.blocked for r in rows if (r.check, r.language) == (check, language)]
    return cell(found[0]) if found else ""


def recall_of(measured: Fidelity) -> Table:
    """
    Errors caught by the check in charge.
    """
    languages = languages_of(measured)
    table = narrow("Errors caught by the check in charge", languages)
    for mutation in dict.fromkeys(row.mutation for row in measured.recall):
        cells = (caught(measured.recall, mutation, tag) for tag in languages)
        table.add_row(mutation, *cells)
    return table


def caught(rows: Sequence[Recall], mutation: str, language: Tag) -> str:
    """
    A cell of recall; empty where no sentence lent itself to the error.
    """
    found = [r.caught for r in rows if (r.mutation, r.language) == (mutation, language)]
    return cell(found[0]) if found else ""


def cell(share: Share) -> str:
    r"""
    A share in percent over its interval and how many were counted.

    >>> cell(Share(hits=3, of=1621))
    '0.19%\n0.06-0.54\nof 1621'
    """
    low, high = (round(end * 100, 2) for end in share.interval)
    return f"{share.value:.2%}\n{low:g}-{high:g}\nof {share.of}"
