"""
The program ``selaras`` and its commands.
"""

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from selaras import __version__
from selaras.cli.check import check
from selaras.cli.evaluate import evaluations
from selaras.cli.exchanging import memories
from selaras.cli.gate import gates
from selaras.cli.models import models
from selaras.cli.terminal import speak_utf8
from selaras.cli.translate import translate


class Program(TyperGroup):
    """
    The program, made ready to speak before it says anything.
    """

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (typer's own)
        """
        Run a command.
        """
        speak_utf8()
        return super().main(*args, **kwargs)


app = typer.Typer(
    name="selaras",
    cls=Program,
    help=(
        "Write in Indonesian, publish in six languages, nothing silently wrong.\n\n"
        "Exit codes: 0 done; 1 done, and something was found; 2 wrong usage; "
        "3 an input could not be read; 4 an engine or a model failed; "
        "5 the memory's file cannot be used; 6 a result could not be written; "
        "130 interrupted; 141 nobody reads the output any more."
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(translate)
app.command()(check)
app.add_typer(evaluations, name="evaluate")
app.add_typer(gates, name="gate")
app.add_typer(memories, name="memory")
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
