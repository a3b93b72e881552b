"""
What the program says, on standard error, and how it ends when something is wrong.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer
from rich.console import Console
from rich.markup import escape

from selaras.errors import SelarasError


class ExitCode(IntEnum):
    """
    What a script may rely on; the same as those of ``selaras``.
    """

    DONE = 0
    USAGE = 2
    UNREADABLE = 3
    INTERRUPTED = 130


def console() -> Console:
    """
    A console on standard error, made when needed so that a redirect is honoured.
    """
    return Console(stderr=True, highlight=False)


def say(sentence: str) -> None:
    """
    Print a remark.
    """
    console().print(escape(sentence), soft_wrap=True)


@contextmanager
def plainly() -> Iterator[None]:
    """
    Turn every error of ours into its sentence and its exit code: never a traceback.
    """
    try:
        yield
    except SelarasError as error:
        console().print(f"[bold red]error:[/] {escape(str(error))}", soft_wrap=True)
        raise typer.Exit(ExitCode.UNREADABLE) from error
    except KeyboardInterrupt:
        say("Stopped.")
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        say(f"{where}{error.strerror or error}.")
        raise typer.Exit(ExitCode.UNREADABLE) from error
