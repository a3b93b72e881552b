"""
Where the program prints: results to standard output, everything else to standard error.
"""

import os
import sys
from io import TextIOWrapper
from typing import NoReturn

from rich.console import Console
from rich.markup import escape


def speak_utf8() -> None:
    """
    Make both outputs take every character, whatever the locale says.

    A table of Chinese sentences is of more use in the wrong encoding than a traceback.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def let_go() -> None:
    """
    Write nothing more to standard output, whose reader has gone.

    Otherwise Python tries once more when it ends, and complains of that.
    """
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


class Tables(Console):
    """
    A console that leaves a reader who has gone to whoever catches errors.
    """

    def on_broken_pipe(self) -> NoReturn:
        """
        Raise what rich would have made an exit of its own.
        """
        raise BrokenPipeError


def screen() -> Console:
    """
    A console on standard error, made when needed so that a redirect is honoured.
    """
    return Console(stderr=True, highlight=False)


def answers() -> Console:
    """
    A console on standard output, for commands whose answer is a table.
    """
    return Tables(highlight=False)


def complain(sentence: str) -> None:
    """
    Print an error, as one line that is not wrapped or coloured away.
    """
    screen().print(f"[bold red]error:[/] {escape(sentence)}", soft_wrap=True)


def say(sentence: str) -> None:
    """
    Print a remark on standard error.
    """
    screen().print(escape(sentence), soft_wrap=True)


def result(text: str) -> None:
    """
    Write a result to standard output as UTF-8, whatever the locale.
    """
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()
