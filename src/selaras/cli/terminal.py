"""
Where the program prints: results to standard output, everything else to standard error.
"""

import sys

from rich.console import Console
from rich.markup import escape


def screen() -> Console:
    """
    A console on standard error, made when needed so that a redirect is honoured.
    """
    return Console(stderr=True, highlight=False)


def answers() -> Console:
    """
    A console on standard output, for commands whose answer is a table.
    """
    return Console(highlight=False)


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
