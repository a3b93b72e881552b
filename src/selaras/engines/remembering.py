"""
An engine that answers from memory before asking another.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from selaras.article.model import Link
from selaras.engines.protocol import Engine, Hypotheses, Hypothesis, Provenance, Request
from selaras.engines.wrapping import Wrapping
from selaras.languages import Tag

EXACT = "memory:exact"
EXACT_HUMAN = "memory:exact:human"


class Remembered(Protocol):
    """
    What a memory says about a text that it knows.

    ``links`` are ``None`` where the alignment was never asked for, which is not the
    same as an engine that has none.
    """

    @property
    def id(self) -> int:
        """
        By which its use is counted.
        """

    @property
    def translation(self) -> str:
        """
        The translation, as it was remembered.
        """

    @property
    def level(self) -> str:
        """
        Who made it: ``machine`` or ``human``.
        """

    @property
    def engine(self) -> str:
        """
        The engine that made it, or whose proposal a person edited.
        """

    @property
    def model(self) -> str:
        """
        That engine's model.
        """

    @property
    def via(self) -> tuple[Tag, ...]:
        """
        The pivot that it went through.
        """

    @property
    def steps(self) -> tuple[str, ...]:
        """
        What else was done to make it.
        """

    @property
    def links(self) -> tuple[Link, ...] | None:
        """
        How source and translation are aligned.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """
    A machine's answer, for a memory to keep.
    """

    text: str
    translation: str
    source: Tag
    target: Tag
    engine: str
    model: str
    via: tuple[Tag, ...] = ()
    steps: tuple[str, ...] = ()
    links: tuple[Link, ...] | None = None


class Recall(Protocol):
    """
    As much of a translation memory as an engine needs.

    ``selaras.memory.Memory`` is one.
    """

    def exact_many(
        self, texts: Sequence[str], *, source: Tag, target: Tag, engine: str, model: str
    ) -> Sequence[Remembered | None]:
        """
        What is known about each text: a person's answer first, else this model's own.
        """

    def used(self, ids: Iterable[int]) -> None:
        """
        Count one use of each.
        """

    def remember_answers(self, answers: Iterable[Answer]) -> None:
        """
        Keep what a machine answered, unless a person has answered.
        """


@dataclass(frozen=True, slots=True)
class _Key:
    text: str
    source: Tag
    target: Tag

    @property
    def pair(self) -> tuple[Tag, Tag]:
        return self.source, self.target


class Remembering(Wrapping):
    """
    Answers from memory what was translated before, and keeps what is new.

    Only identical text is answered: what resembles it is for the desk to see, not for
    a reader. A person's answer is given whatever the engine and its model are, a
    machine's only if the same engine with the same model gave it. Wrap each engine by
    itself, inside ``Routed``: a route has no model of its own.

    A text that stands in a batch several times is asked once, with the context of its
    first occurrence. A ``fresh`` request passes by the memory. What was made when the
    newsroom had other terms is answered all the same: a check says what it lacks.
    """

    def __init__(self, engine: Engine, memory: Recall) -> None:
        super().__init__(engine)
        self._memory = memory

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Answer from memory, then ask the engine about the rest in one batch.
        """
        fresh = [request for request in requests if request.fresh]
        passed = iter(self._engine.translate(fresh) if fresh else ())
        known = iter(self._remembered([r for r in requests if not r.fresh]))
        return [next(passed if request.fresh else known) for request in requests]

    def _remembered(self, requests: Sequence[Request]) -> list[Hypotheses]:
        wanted = _once_each(requests)
        answers = self._recall(wanted)
        unknown = [key for key in wanted if key not in answers]
        if unknown:
            fresh = self._engine.translate([wanted[key] for key in unknown])
            answers.update(zip(unknown, fresh, strict=True))
            self._memory.remember_answers(
                _answer(wanted[key], answers[key])
                for key in unknown
                if _worth(answers[key])
            )
        return [answers[_key(request)] for request in requests]

    def _recall(self, wanted: dict[_Key, Request]) -> dict[_Key, Hypotheses]:
        answers: dict[_Key, Hypotheses] = {}
        used: list[int] = []
        for source, target in dict.fromkeys(key.pair for key in wanted):
            keys = [key for key in wanted if key.pair == (source, target)]
            found = self._memory.exact_many(
                [key.text for key in keys],
                source=source,
                target=target,
                engine=self._engine.name,
                model=self.model,
            )
            for key, remembered in zip(keys, found, strict=True):
                if remembered and _enough(remembered, wanted[key]):
                    answers[key] = (_hypothesis(remembered),)
                    used.append(remembered.id)
        self._memory.used(used)
        return answers


def _key(request: Request) -> _Key:
    return _Key(request.text, request.source, request.target)


def _once_each(requests: Sequence[Request]) -> dict[_Key, Request]:
    wanted: dict[_Key, Request] = {}
    for request in requests:
        first = wanted.setdefault(_key(request), request)
        wanted[_key(request)] = replace(
            first,
            align=first.align or request.align,
            alternatives=max(first.alternatives, request.alternatives),
        )
    return wanted


def _enough(remembered: Remembered, request: Request) -> bool:
    # A machine is asked again for the links that marks need; a person's words stand.
    by_person = remembered.level == "human"
    return by_person or not request.align or remembered.links is not None


def _hypothesis(remembered: Remembered) -> Hypothesis:
    by_person = remembered.level == "human"
    return Hypothesis(
        text=remembered.translation,
        provenance=Provenance(
            engine=remembered.engine or "memory",
            model=remembered.model,
            via=remembered.via,
            steps=(*remembered.steps, EXACT_HUMAN if by_person else EXACT),
        ),
        links=remembered.links or (),
    )


def _worth(hypotheses: Hypotheses) -> bool:
    # An empty answer is a failure that a later call may not repeat.
    return bool(hypotheses[0].text.strip())


def _answer(request: Request, hypotheses: Hypotheses) -> Answer:
    best = hypotheses[0]
    return Answer(
        text=request.text,
        translation=best.text,
        source=request.source,
        target=request.target,
        engine=best.provenance.engine,
        model=best.provenance.model,
        via=best.provenance.via,
        steps=best.provenance.steps,
        links=best.links if request.align else None,
    )
