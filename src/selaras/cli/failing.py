"""
How the program ends when something is wrong: one sentence and an exit code.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer

from selaras.cli.terminal import complain, let_go
from selaras.errors import (
    ArticleError,
    EngineError,
    EvaluationError,
    MemoryUnusable,
    OutputUnwritable,
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
    UNWRITABLE = 6
    INTERRUPTED = 130
    UNHEARD = 141


CODES: tuple[tuple[type[SelarasError], ExitCode], ...] = (
    (ArticleError, ExitCode.UNREADABLE),
    (EvaluationError, ExitCode.UNREADABLE),
    (EngineError, ExitCode.ENGINE),
    (WeightsError, ExitCode.ENGINE),
    (MemoryUnusable, ExitCode.MEMORY),
    (OutputUnwritable, ExitCode.UNWRITABLE),
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
    except BrokenPipeError:
        # Whoever read our output has enough of it, as `head` does: that is no fault.
        let_go()
        raise typer.Exit(ExitCode.UNHEARD) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        complain(f"{where}{error.strerror or error}.")
        raise typer.Exit(code_of_system(error)) from error


NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EPIPE})
"""
What only writing fails with: standard output can be a file on a full disk.
"""


def code_of_system(error: OSError) -> ExitCode:
    """
    The exit code of an error that the operating system raised.

    >>> code_of_system(OSError(errno.ENOSPC, "No space left on device"))
    <ExitCode.UNWRITABLE: 6>
    """
    return ExitCode.UNWRITABLE if error.errno in NO_ROOM else ExitCode.UNREADABLE
