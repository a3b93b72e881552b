"""
Requests to a service, sent in batches that it takes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from selaras.engines.optional import close, model_of
from selaras.engines.protocol import Engine, Hypotheses, Request
from selaras.errors import EngineRefused
from selaras.languages import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """
    How much one call may hold; a single longer segment still goes, alone.
    """

    segments: int
    characters: int


class InBatches:
    """
    Asks another engine about a batch at a time.

    Round ``Patient`` it makes patience cheap: when the last of twenty batches fails,
    that one is asked again and not all twenty.
    """

    def __init__(self, engine: Engine, limits: Limits) -> None:
        self._engine = engine
        self._limits = limits

    @property
    def name(self) -> str:
        """
        The name of the engine inside.
        """
        return self._engine.name

    @property
    def model(self) -> str:
        """
        The model of the engine inside.
        """
        return model_of(self._engine)

    def supports(self, source: Tag, target: Tag) -> bool:
        """
        What the engine inside supports.
        """
        return self._engine.supports(source, target)

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Translate every request, or raise the error of the first batch that fails.
        """
        answers: dict[int, Hypotheses] = {}
        for numbers in _batches(requests, range(len(requests)), self._limits):
            found = self._engine.translate([requests[n] for n in numbers])
            answers.update(zip(numbers, found, strict=True))
        return [answers[n] for n in range(len(requests))]

    def close(self) -> None:
        """
        Close the engine inside.
        """
        close(self._engine)


def in_batches(
    requests: Sequence[Request],
    ask: Callable[[Sequence[Request]], Sequence[str]],
    limits: Limits,
) -> list[str]:
    """
    Ask about requests of one pair and one article at a time, and answer all in order.

    Blank text is its own translation, and no service is asked about it.
    """
    for request in requests:
        _refuse_surrogates(request)
    answers = [request.text for request in requests]
    worded = [n for n, text in enumerate(answers) if text.strip()]
    for numbers in _batches(requests, worded, limits):
        found = ask([requests[n] for n in numbers])
        for n, answer in zip(numbers, found, strict=True):
            answers[n] = answer
    return answers


def _refuse_surrogates(request: Request) -> None:
    context = request.context
    for text in (request.text, context.headline, context.before, context.after):
        try:
            text.encode()
        except UnicodeEncodeError as error:
            raise EngineRefused(
                f"The text {text!r} holds half of a character (a lone surrogate), "
                "which no service can be sent."
            ) from error


def _batches(
    requests: Sequence[Request], numbers: Sequence[int], limits: Limits
) -> Iterator[list[int]]:
    groups: dict[tuple[str, ...], list[int]] = {}
    for n in numbers:
        request = requests[n]
        article = request.source, request.target, request.context.headline
        groups.setdefault(article, []).append(n)
    for group in groups.values():
        yield from _cut(group, [len(requests[n].text) for n in group], limits)


def _cut(
    numbers: Sequence[int], lengths: Sequence[int], limits: Limits
) -> Iterator[list[int]]:
    batch: list[int] = []
    characters = 0
    for n, length in zip(numbers, lengths, strict=True):
        over = characters + length > limits.characters
        if batch and (over or len(batch) == limits.segments):
            yield batch
            batch, characters = [], 0
        batch.append(n)
        characters += length
    if batch:
        yield batch
