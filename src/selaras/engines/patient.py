"""
An engine that tries again.
"""

import random
import time
from collections.abc import Callable, Sequence

from selaras.engines.protocol import Engine, Hypotheses, Request
from selaras.engines.wrapping import Wrapping
from selaras.errors import EngineError


class Patient(Wrapping):
    """
    Asks another engine again when it says that asking again may help.

    Waits twice as long each time, up to ``longest`` seconds, less up to half of it by
    chance so that many workers do not come back at the same moment, and never less than
    the engine asked for (``EngineError.after``). An engine that asks for more than
    ``longest`` is not waited for: its error is raised at once, so that a fallback can
    take over.
    """

    def __init__(
        self,
        engine: Engine,
        attempts: int = 4,
        *,
        first: float = 1.0,
        longest: float = 60.0,
        sleep: Callable[[float], None] = time.sleep,
        chance: Callable[[], float] = random.random,
    ) -> None:
        if attempts < 1:
            raise ValueError(f"An engine is asked at least once, not {attempts} times.")
        super().__init__(engine)
        self._attempts = attempts
        self._first = first
        self._longest = longest
        self._sleep = sleep
        self._chance = chance

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Translate, and raise the last error when every attempt has failed.
        """
        for attempt in range(1, self._attempts):
            try:
                return self._engine.translate(requests)
            except EngineError as error:
                if not error.retryable or (error.after or 0) > self._longest:
                    raise
                self._sleep(self._wait(attempt, error.after or 0))
        return self._engine.translate(requests)

    def _wait(self, attempt: int, after: float) -> float:
        # A hundred doublings are over any limit; a thousand overflow a float.
        backoff = min(self._longest, self._first * 2.0 ** min(attempt - 1, 100))
        return max(after, backoff * (1 - self._chance() / 2))
