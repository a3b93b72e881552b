"""
``selaras evaluate``: score translations against references.
"""

from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from selaras.cli.failing import plainly
from selaras.cli.lines import lines_of
from selaras.cli.outputs import as_json
from selaras.cli.terminal import answers, result
from selaras.cli.translate import languages_named
from selaras.evaluation import evaluate as scores_of


def evaluate(
    hypotheses: Annotated[
        Path, typer.Argument(help="Translations, a sentence a line.")
    ],
    references: Annotated[Path, typer.Argument(help="References, line by line.")],
    lang: Annotated[str, typer.Option(metavar="LANGUAGE", help="Their language.")],
    source: Annotated[
        Path | None,
        typer.Option(help="The Indonesian lines: numbers are compared with them too."),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """
    Score aligned files: BLEU and chrF with their signatures, and wrong numbers.
    """
    (language,) = languages_named(lang)
    with plainly():
        measurements = scores_of(
            list(lines_of(hypotheses)),
            list(lines_of(references)),
            language=language,
            sources=list(lines_of(source)) if source else None,
        )
    if json:
        result(as_json([vars_of(m.name, m.value, m.signature) for m in measurements]))
        return
    table = Table("measure", "value", "signature")
    for measured in measurements:
        table.add_row(measured.name, f"{measured.value:.2f}", measured.signature)
    answers().print(table)


def vars_of(name: str, value: float, signature: str) -> dict[str, str | float]:
    """
    A measurement as a record.
    """
    return {"name": name, "value": value, "signature": signature}
