"""
What engines say to the sentences on which they are compared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selaras.engines import Engine, Hypotheses, Request, model_of
from selaras.engines.protocol import Term
from selaras.errors import EngineError
from selaras.languages import Tag

BATCH = 32
GIVES_UP_AFTER = 2
"""
Batches in a row that an engine may lose before it is not asked about the rest.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """
    A sentence, what a person made of it in the end, and what a machine had written.

    ``terms`` are what engines are told with it, as they would be in an article.
    """

    source: str
    final: str
    language: Tag
    incumbent: str
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """
    What an engine said to a sentence; where it failed, no text and the reason.
    """

    text: str
    model: str = ""
    failure: str = ""


def asked(
    engine: Engine, samples: Sequence[Sample], *, batch: int = BATCH
) -> Iterator[list[Answer]]:
    """
    What an engine says to the samples, a batch at a time.
    """
    said: list[Answer] = []
    while len(said) < len(samples):
        more = asked_next(engine, samples, said, batch=batch)
        said += more
        yield more


def asked_next(
    engine: Engine,
    samples: Sequence[Sample],
    said: Sequence[Answer],
    *,
    batch: int = BATCH,
) -> list[Answer]:
    """
    What an engine says to the next samples, behind those to which it has ``said``.

    Whoever keeps the answers can stop here and go on another day. An engine that lost
    several batches in a row is not asked about the rest.
    """
    rest = samples[len(said) :]
    lately = said[-GIVES_UP_AFTER * batch :]
    is_hopeless = len(lately) == GIVES_UP_AFTER * batch and all(
        answer.failure for answer in lately
    )
    if is_hopeless:
        return [Answer(text="", failure=LEFT_ALONE)] * len(rest)
    return answers_to(engine, rest[:batch])


LEFT_ALONE = "Not asked: the engine had failed on all that came right before."


def answers_to(engine: Engine, samples: Sequence[Sample]) -> list[Answer]:
    """
    What an engine says to a batch.

    Where it refuses all because of one, that one is found by halving.
    """
    requests = [
        Request(text=s.source, target=s.language, terms=s.terms, fresh=True)
        for s in samples
    ]
    try:
        found = engine.translate(requests)
    except EngineError as error:
        if len(samples) > 1 and not error.retryable:
            half = len(samples) // 2
            first, second = samples[:half], samples[half:]
            return [*answers_to(engine, first), *answers_to(engine, second)]
        return [Answer(text="", failure=str(error) or repr(error))] * len(samples)
    return [answer_of(engine, hypotheses) for hypotheses in found]


def answer_of(engine: Engine, hypotheses: Hypotheses) -> Answer:
    """
    An engine's best hypothesis, with the model that made it.
    """
    best = hypotheses[0]
    if not best.text.strip():
        return Answer(text="", failure="The engine said nothing.")
    return Answer(text=best.text, model=best.provenance.model or model_of(engine))
