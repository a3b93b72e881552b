"""
The program ``selaras`` and its commands.
"""

from typing import Annotated

import typer

from selaras import __version__
from selaras.cli.check import check
from selaras.cli.evaluate import evaluate
from selaras.cli.models import models
from selaras.cli.translate import translate

app = typer.Typer(
    name="selaras",
    help=(
        "Write in Indonesian, publish in six languages, nothing silently wrong.\n\n"
        "Exit codes: 0 done; 1 done, and something was found; 2 wrong usage; "
        "3 an input could not be read; 4 an engine or a model failed; "
        "5 the memory's file cannot be used; 130 interrupted."
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(translate)
app.command()(check)
app.command()(evaluate)
app.add_typer(models, name="models")


def version(*, wanted: bool) -> None:
    """
    Print the version and stop.
    """
    if wanted:
        typer.echo(f"selaras {__version__}")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=lambda wanted: version(wanted=wanted),
            is_eager=True,
            help="Print the version and stop.",
        ),
    ] = False,
) -> None:
    """
    Options of the program itself.
    """
