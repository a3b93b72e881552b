"""
What a training says while it runs: a bar on a terminal, lines in a log.
"""

import time
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from selaras_train.progress import Report
from selaras_train.speaking import console as stderr

EVERY = 60.0
"""
Seconds between two lines in a log.
"""


class Display:
    """
    A listener of a training that prints to standard error.
    """

    def __init__(self, console: Console | None = None) -> None:
        self.console = console or stderr()
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            console=self.console,
            disable=not self.console.is_terminal,
        )
        self._task: TaskID | None = None
        self._said = 0.0

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, report: Report) -> None:
        """
        Show a report: all of them on a terminal, one a minute in a log.
        """
        if report.validated:
            found = ", ".join(f"{k} {v:.3f}" for k, v in report.validated.items())
            self.console.print(f"checkpoint at {told(report)}; valid: {found}")
        if self.console.is_terminal:
            self._draw(report)
        elif time.monotonic() - self._said >= EVERY:
            self._said = time.monotonic()
            self.console.print(told(report), soft_wrap=True)

    def _draw(self, report: Report) -> None:
        if self._task is None:
            self._task = self._bar.add_task("")
        tokens, ends = report.progress.tokens, report.progress.schedule.ends
        self._bar.update(
            self._task, description=told(report), completed=tokens, total=ends
        )


def told(report: Report) -> str:
    """
    A report as one line.
    """
    progress, lesson = report.progress, report.lesson
    parts = [
        f"step {progress.step}",
        f"{progress.tokens / 1e6:.2f}M tokens",
        f"loss {lesson.loss:.3f}",
        f"gradient {lesson.length:.2f}",
        f"rate {report.share:.0%}",
        f"{report.per_second:.0f} tokens/s",
    ]
    if report.left is not None:
        parts.append(f"{duration(report.left)} left")
    return " · ".join(parts)


def duration(seconds: float) -> str:
    """
    A time as a person says it.

    >>> duration(5000)
    '1 h 23 min'
    >>> duration(42)
    '42 s'
    """
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min"
    return f"{minutes} min" if minutes else f"{rest} s"
