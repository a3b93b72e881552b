"""
How the program ends when something is wrong: one sentence and an exit code.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer

from selaras.cli.terminal import complain
from selaras.errors import (
    ArticleError,
    EngineError,
    EvaluationError,
    MemoryUnusable,
    SelarasError,
    WeightsError,
)


class ExitCode(IntEnum):
    """
    What a script may rely on.
    """

    DONE = 0
    FOUND = 1
    USAGE = 2
    UNREADABLE = 3
    ENGINE = 4
    MEMORY = 5
    INTERRUPTED = 130


CODES: tuple[tuple[type[SelarasError], ExitCode], ...] = (
    (ArticleError, ExitCode.UNREADABLE),
    (EvaluationError, ExitCode.UNREADABLE),
    (EngineError, ExitCode.ENGINE),
    (WeightsError, ExitCode.ENGINE),
    (MemoryUnusable, ExitCode.MEMORY),
)


def code_for(error: SelarasError) -> ExitCode:
    """
    The exit code of an error.

    >>> from selaras.errors import ModelMissing
    >>> code_for(ModelMissing("There is no model of this name."))
    <ExitCode.ENGINE: 4>
    """
    return next(
        (code for kind, code in CODES if isinstance(error, kind)), ExitCode.UNREADABLE
    )


@contextmanager
def plainly() -> Iterator[None]:
    """
    Turn every error of ours into its sentence and its exit code: never a traceback.
    """
    try:
        yield
    except SelarasError as error:
        complain(str(error))
        raise typer.Exit(code_for(error)) from error
    except KeyboardInterrupt:
        complain("Stopped. What was finished is kept; run the same command to go on.")
        raise typer.Exit(ExitCode.INTERRUPTED) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        complain(f"{where}{error.strerror or error}.")
        raise typer.Exit(ExitCode.UNREADABLE) from error
