"""
An engine that keeps count.
"""

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from selaras.engines.protocol import Engine, Hypotheses, Request
from selaras.engines.wrapping import Wrapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """
    What an engine has done so far.

    ``seconds`` are those spent waiting for it, failures included; ``characters`` are
    those of the source text that it was given.
    """

    engine: str
    calls: int = 0
    failures: int = 0
    segments: int = 0
    characters: int = 0
    seconds: float = 0.0

    @property
    def characters_per_second(self) -> float:
        """
        The speed, or nought before the first call.
        """
        return self.characters / self.seconds if self.seconds else 0.0


class Timed(Wrapping):
    """
    Counts the calls, segments, characters and seconds of another engine.

    ``timing`` may be read at any time, from any thread. Inside ``Remembering`` it
    counts what the engine did, outside it what the memory answered too.
    """

    def __init__(
        self, engine: Engine, *, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        super().__init__(engine)
        self._clock = clock
        self._lock = threading.Lock()
        self.timing = Timing(engine=engine.name)

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Translate, and count it whether or not it succeeds.
        """
        began = self._clock()
        failed = 1
        try:
            hypotheses = self._engine.translate(requests)
            failed = 0
        finally:
            self._count(requests, seconds=self._clock() - began, failed=failed)
        return hypotheses

    def _count(
        self, requests: Sequence[Request], *, seconds: float, failed: int
    ) -> None:
        characters = sum(len(request.text) for request in requests)
        with self._lock:
            self.timing = replace(
                self.timing,
                calls=self.timing.calls + 1,
                failures=self.timing.failures + failed,
                segments=self.timing.segments + len(requests),
                characters=self.timing.characters + characters,
                seconds=self.timing.seconds + seconds,
            )
