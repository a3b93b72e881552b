"""
An engine that is several, in order of preference.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from selaras.engines.optional import close
from selaras.engines.protocol import Engine, Hypotheses, Hypothesis, Request
from selaras.errors import (
    EngineError,
    EngineRefused,
    EngineUnavailable,
    PairUnsupported,
)
from selaras.languages import Tag

Pair = tuple[Tag, Tag]


class Routed:
    """
    Asks, for each pair of languages, the first engine that supports it and answers.

    When one fails, the next is asked, and its answers say so to an editor: a step
    ``fallback:NAME`` names each engine that failed before. Patience belongs inside:
    ``Routed([Patient(a), b])``.
    """

    def __init__(self, engines: Sequence[Engine]) -> None:
        if not engines:
            raise ValueError("A route needs at least one engine, and got none.")
        self._engines = tuple(engines)

    @property
    def name(self) -> str:
        """
        The engines' names, in order.
        """
        return ",".join(engine.name for engine in self._engines)

    def supports(self, source: Tag, target: Tag) -> bool:
        """
        Whether any of them supports it.
        """
        return any(engine.supports(source, target) for engine in self._engines)

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Translate every request, or raise one error that lists what each engine said.
        """
        journey = _Journey(requests)
        for engine in self._engines:
            journey.ask(engine, journey.open_to(engine))
        return journey.answers()

    def close(self) -> None:
        """
        Close all of them.
        """
        for engine in self._engines:
            close(engine)


@dataclass
class _Journey:
    requests: Sequence[Request]
    done: dict[int, Hypotheses] = field(default_factory=dict)
    failures: dict[Pair, list[tuple[str, EngineError]]] = field(default_factory=dict)

    def open_to(self, engine: Engine) -> list[int]:
        """
        The requests without an answer that this engine supports.
        """
        undone = [n for n in range(len(self.requests)) if n not in self.done]
        pairs = dict.fromkeys(self._pair(n) for n in undone)
        able = {pair for pair in pairs if engine.supports(*pair)}
        return [n for n in undone if self._pair(n) in able]

    def ask(self, engine: Engine, numbers: list[int]) -> None:
        """
        Ask one engine: about everything at once, then pair by pair if it will not.
        """
        if not numbers:
            return
        pairs = dict.fromkeys(self._pair(n) for n in numbers)
        try:
            found = engine.translate([self.requests[n] for n in numbers])
        except EngineError as error:
            # An engine that is away is away for every pair, but one that refuses or
            # breaks may do so over one language only.
            if error.retryable or len(pairs) == 1:
                self._fail(engine, pairs, error)
                return
            for pair in pairs:
                self.ask(engine, [n for n in numbers if self._pair(n) == pair])
        else:
            for n, hypotheses in zip(numbers, found, strict=True):
                self.done[n] = self._noted(hypotheses, self._pair(n))

    def answers(self) -> list[Hypotheses]:
        """
        All of them, in order, or the error.
        """
        missing = [n for n in range(len(self.requests)) if n not in self.done]
        if missing:
            raise self._error(self._pair(missing[0]))
        return [self.done[n] for n in range(len(self.requests))]

    def _pair(self, number: int) -> Pair:
        request = self.requests[number]
        return request.source, request.target

    def _fail(self, engine: Engine, pairs: Iterable[Pair], error: EngineError) -> None:
        for pair in pairs:
            self.failures.setdefault(pair, []).append((engine.name, error))

    def _noted(self, hypotheses: Hypotheses, pair: Pair) -> Hypotheses:
        steps = tuple(f"fallback:{name}" for name, _ in self.failures.get(pair, ()))
        return tuple(_after(hypothesis, steps) for hypothesis in hypotheses)

    def _error(self, pair: Pair) -> EngineError:
        said = self.failures.get(pair, [])
        if not said:
            return PairUnsupported(f"No engine here translates {pair[0]} to {pair[1]}.")
        listed = " ".join(f"{name}: {error}" for name, error in said)
        message = f"No engine translated {pair[0]} to {pair[1]}. {listed}"
        if hopeful := [error for _, error in said if error.retryable]:
            afters = [error.after for error in hopeful if error.after is not None]
            return EngineUnavailable(message, after=min(afters, default=None))
        return EngineRefused(message)


def _after(hypothesis: Hypothesis, steps: tuple[str, ...]) -> Hypothesis:
    if not steps:
        return hypothesis
    provenance = hypothesis.provenance
    return replace(
        hypothesis, provenance=replace(provenance, steps=(*provenance.steps, *steps))
    )
