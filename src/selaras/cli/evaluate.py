"""
``selaras evaluate``: score translations against references.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Column, Table

from selaras.cli.failing import plainly
from selaras.cli.lines import lines_of
from selaras.cli.options import complete_language, language_named
from selaras.cli.outputs import as_json
from selaras.cli.terminal import answers, result, say
from selaras.evaluation import Measurement
from selaras.evaluation import evaluate as scores_of


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
