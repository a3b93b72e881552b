"""
Where a training stands, when it stops, and what is told of it.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from selaras_train.batches import Position
from selaras_train.learner import Lesson
from selaras_train.schedule import Schedule


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """
    Everything that a resumed training must know besides weights and optimiser.

    ``curve`` holds a point for every checkpoint: tokens, steps, losses by shard.
    """

    step: int = 0
    tokens: int = 0
    position: Position = field(default_factory=Position)
    schedule: Schedule = field(default_factory=Schedule)
    seconds: float = 0.0
    curve: tuple[Mapping[str, float], ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """
        Plain values, for a checkpoint.
        """
        return asdict(self)

    @classmethod
    def of(cls, stored: dict[str, Any]) -> "Progress":
        """
        What ``as_dict`` gave.
        """
        return cls(
            step=stored["step"],
            tokens=stored["tokens"],
            position=Position(**stored["position"]),
            schedule=Schedule(**stored["schedule"]),
            seconds=stored["seconds"],
            curve=tuple(stored["curve"]),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """
    When to stop, whichever comes first, and how often to write a checkpoint.

    ``tokens`` counts from the beginning of the training, ``seconds`` from its resuming.
    """

    tokens: int | None = None
    seconds: float | None = None
    checkpoint_seconds: float = 600.0
    checkpoint_steps: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """
    What a listener is told after every step; ``left`` is seconds, if they can be told.
    """

    progress: Progress
    lesson: Lesson
    share: float
    per_second: float
    left: float | None
    validated: Mapping[str, float] | None = None


Listener = Callable[[Report], None]


class Clock:
    """
    The time of one run, from its beginning or resuming at ``before``.
    """

    def __init__(self, limits: Limits, before: Progress) -> None:
        self.limits, self.before = limits, before
        self._begun = self._written = time.monotonic()

    def gone(self) -> float:
        """
        Seconds since the run began.
        """
        return time.monotonic() - self._begun

    def late(self) -> bool:
        """
        Whether the time is up.
        """
        return self.limits.seconds is not None and self.gone() >= self.limits.seconds

    def checkpoint_due(self, step: int) -> bool:
        """
        Whether it is time for a checkpoint; when it is, the next one is timed from now.
        """
        steps = self.limits.checkpoint_steps
        now = time.monotonic()
        if steps and step % steps == 0:
            due = True
        else:
            due = now - self._written >= self.limits.checkpoint_seconds
        self._written = now if due else self._written
        return due

    def speed(self, progress: Progress) -> float:
        """
        Target tokens a second since the run began.
        """
        return (progress.tokens - self.before.tokens) / max(self.gone(), 1e-9)

    def left(self, progress: Progress) -> float | None:
        """
        Seconds to the nearer limit, or nothing where there is none.
        """
        estimates = []
        if self.limits.seconds is not None:
            estimates.append(self.limits.seconds - self.gone())
        ends, speed = progress.schedule.ends, self.speed(progress)
        if ends is not None and speed:
            estimates.append((ends - progress.tokens) / speed)
        return max(0.0, min(estimates)) if estimates else None

    def falls_now(self, progress: Progress, fall: float) -> int | None:
        """
        The tokens over which the rate must fall from now on, when it is time for that.

        Only a time limit makes it so: with a limit in tokens the schedule knows it.
        """
        limit = self.limits.seconds
        if limit is None or progress.schedule.ends is not None:
            return None
        left = limit - self.gone()
        if left > limit * fall or not self.speed(progress):
            return None
        return round(self.speed(progress) * max(left, 0.0))
