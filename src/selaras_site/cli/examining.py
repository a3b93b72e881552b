"""
``selaras-site doctor``: what is well, what is not, and what to do.
"""

from typing import TYPE_CHECKING

import typer
from rich.markup import escape

from selaras.cli.failing import ExitCode
from selaras.cli.terminal import answers
from selaras_site.cli.starting import site

if TYPE_CHECKING:
    from selaras_site.operations.doctor import Answer

COLOURS = {"ok": "green", "warn": "yellow", "fail": "bold red"}


def doctor() -> None:
    """
    Look at everything that the site needs. Exits with 1 if something fails.
    """
    with site():
        from selaras_site.operations.doctor import Verdict, examine

        has_failed = False
        for answer in examine():
            show(answer)
            has_failed |= answer.verdict is Verdict.FAIL
    raise typer.Exit(ExitCode.FOUND if has_failed else ExitCode.DONE)


def show(answer: "Answer") -> None:
    """
    Print an answer, and below it what to do.
    """
    word = answer.verdict.value
    line = f"[{COLOURS[word]}]{word:4}[/]  {answer.name:9} {escape(answer.text)}"
    answers().print(line, soft_wrap=True)
    if answer.advice:
        answers().print(f"{'':16}-> {escape(answer.advice)}", soft_wrap=True)
