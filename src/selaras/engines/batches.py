"""
Requests to a service, sent in batches that it takes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from selaras.engines.protocol import Engine, Hypotheses, Request
from selaras.engines.wrapping import Wrapping
from selaras.errors import EngineRefused


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """
    How much one call may hold; a single longer segment still goes, alone.
    """

    segments: int
    characters: int


class InBatches(Wrapping):
    """
    Asks another engine about a batch at a time.

    Round ``Patient`` it makes patience cheap: when the last of twenty batches fails,
    that one is asked again and not all twenty.
    """

    def __init__(self, engine: Engine, limits: Limits) -> None:
        super().__init__(engine)
        self._limits = limits

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Translate every request, or raise the error of the first batch that fails.
        """
        answers: dict[int, Hypotheses] = {}
        for numbers in _batches(requests, range(len(requests)), self._limits):
            found = self._engine.translate([requests[n] for n in numbers])
            answers.update(zip(numbers, found, strict=True))
        return [answers[n] for n in range(len(requests))]


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
    around = context.headline, context.before, context.after
    for text in (request.text, *around, *chain.from_iterable(request.terms)):
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
        yield from _cut(group, [_length(requests[n]) for n in group], limits)


def _length(request: Request) -> int:
    # Terms are sent along, and may be longer than the sentence that has them.
    return len(request.text) + sum(len(word) for term in request.terms for word in term)


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
