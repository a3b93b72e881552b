"""
Models on this machine, run by CTranslate2.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from threading import Lock
from types import TracebackType
from typing import Self

from selaras.article.model import Link
from selaras.engines.alignment import composed
from selaras.engines.cleaning import tidy
from selaras.engines.covers import SIGN, guarded, signed, unsigned
from selaras.engines.legs import Leg, Raw, Want, carried_over, on_target
from selaras.engines.part import Decoding, Machine, Pair, Part
from selaras.engines.protocol import Hypotheses, Hypothesis, Provenance, Request
from selaras.engines.runtime import Runtime
from selaras.errors import PairUnsupported
from selaras.languages import SOURCE, Tag
from selaras.terms.sentence_case import sentence_case
from selaras.text.scripts import has_letter
from selaras.text.typography import localise, localise_tracked

__all__ = ["CTranslate2Engine", "Decoding", "Machine", "Part"]

Path = tuple[Tag, ...]

MOST_ALTERNATIVES = 16
"""
A beam this wide is slow already; a wider one would be a way to use up a machine.
"""

CHOICE = 8
"""
Hypotheses among which one with all its signs is looked for.
"""


@dataclass(frozen=True, slots=True)
class Trip:
    """
    A request on its way: the languages it passes, and what each leg has answered.

    ``text`` is what the first leg reads, with signs for what is ``hidden``.
    """

    request: Request
    path: Path
    text: str
    hidden: Mapping[str, str] = field(default_factory=dict)
    raws: list[tuple[Raw, ...]] = field(default_factory=list)

    @property
    def is_aligned(self) -> bool:
        """
        Whether links are wanted, and can be told of the text as it was given.
        """
        return self.request.align and not self.hidden

    def goes_on(self, stage: int) -> bool:
        """
        Whether there is something to translate on this leg of the way.
        """
        return stage < len(self.path) - 1 and has_letter(self.request.text)

    def leg(self, stage: int) -> Leg:
        """
        The text as it stands before this leg, and where it goes.

        The request's terms stay behind: a model of this machine cannot be told of any.
        """
        text = self.raws[stage - 1][0].text if stage else self.text
        return Leg(text, self.path[stage], self.path[stage + 1])

    def want(self, stage: int) -> Want:
        """
        What this leg must give: alternatives are of use on the last one only.

        Where signs must come through, there is a choice everywhere.
        """
        last = stage == len(self.path) - 2
        wanted = min(max(1, self.request.alternatives), MOST_ALTERNATIVES)
        least = CHOICE if self.hidden else 1
        return Want(max(wanted if last else 1, least), self.is_aligned)


class CTranslate2Engine:
    """
    An engine that translates with the models in folders of this machine.

    All requests of a call, whatever their languages, go through the model as one stream
    of batches. Where a pair's route leads through a pivot, the pivot's text is made
    once for all targets, and provenance says so. A model is loaded when the first
    request needs it, and stays until ``close``.

    Args:
        parts: the model folders; for a pair that several translate, the first is taken.
        routes: for a pair, the languages it passes on its way; none means directly. A
            pair that is not here goes directly, if a part translates it.
        model: what provenance calls the models together.
        machine: how to use the processor, if not as suits this machine.
        name: what provenance calls this engine.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        *,
        routes: Mapping[Pair, Sequence[Tag]] | None = None,
        model: str = "",
        machine: Machine | None = None,
        name: str = "local",
    ) -> None:
        self.name = name
        self.model = model
        self.machine = machine or Machine.here()
        self._parts = {pair: part for part in reversed(parts) for pair in part.pairs}
        self._routes = {pair: tuple(via) for pair, via in (routes or {}).items()}
        self._loaded: dict[int, Runtime] = {}
        self._lock = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """
        Let go of the models' memory. The next request loads them again.
        """
        with self._lock:
            self._loaded.clear()

    def supports(self, source: Tag, target: Tag) -> bool:
        """
        Whether every leg of the pair's route has a model.
        """
        path = self._path(source, target)
        return all(leg in self._parts for leg in pairwise(path))

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        """
        Translate every request, in order.
        """
        trips = [self._trip(request) for request in requests]
        for stage in range(max((len(trip.path) for trip in trips), default=1) - 1):
            going = [trip for trip in trips if trip.goes_on(stage)]
            answers = self._answered(_wanted(going, stage))
            for trip in going:
                trip.raws.append(faithful_first(answers[trip.leg(stage)], trip.hidden))
        return [self._finished(trip) for trip in trips]

    def _trip(self, request: Request) -> Trip:
        path = self._known_path(request)
        text = request.text
        if path[0] == SOURCE:
            # A headline of ours goes as a sentence; its places stay the same.
            text = sentence_case(text)
        parts = [self._parts[leg] for leg in pairwise(path)]
        if parts and parts[0].cleaned:
            text = guarded(text)
        if not request.covers or not all(part.covers for part in parts):
            return Trip(request, path, text)
        return Trip(request, path, *signed(text, request.covers))

    def _path(self, source: Tag, target: Tag) -> Path:
        return (source, *self._routes.get((source, target), ()), target)

    def _known_path(self, request: Request) -> Path:
        if not self.supports(request.source, request.target):
            known = ", ".join(sorted("-".join(pair) for pair in self._parts))
            raise PairUnsupported(
                f"The model {self.model or self.name} translates {known or 'nothing'}; "
                f"it was asked for {request.source}-{request.target}."
            )
        return self._path(request.source, request.target)

    def _answered(self, wants: Mapping[Leg, Want]) -> dict[Leg, tuple[Raw, ...]]:
        answers: dict[Leg, tuple[Raw, ...]] = {}
        for_part: dict[int, dict[Leg, Want]] = defaultdict(dict)
        for leg, want in wants.items():
            if has_letter(leg.text):
                for_part[id(self._parts[leg.pair])][leg] = want
            else:
                answers[leg] = (carried_over(leg.text, leg.pair),)
        for legs in for_part.values():
            part = self._parts[next(iter(legs)).pair]
            answers.update(self._runtime(part).translate(legs))
        return answers

    def _runtime(self, part: Part) -> Runtime:
        with self._lock:
            if id(part) not in self._loaded:
                self._loaded[id(part)] = Runtime(part, self.machine)
            return self._loaded[id(part)]

    def _finished(self, trip: Trip) -> Hypotheses:
        if not trip.raws:
            return (self._copied(trip),)
        before = [raws[0] for raws in trip.raws[:-1]]
        wanted = trip.raws[-1][: max(1, trip.request.alternatives)]
        return tuple(self._hypothesis(trip, [*before, raw]) for raw in wanted)

    def _uncovered(self, text: str, trip: Trip) -> str:
        # A model that knows no signs writes none but those of the text, as text.
        last = self._parts[trip.path[-2], trip.path[-1]]
        return tidy(unsigned(text, trip.hidden)) if last.covers else text

    def _copied(self, trip: Trip) -> Hypothesis:
        request = trip.request
        raw = carried_over(request.text, (request.source, request.target))
        return Hypothesis(
            text=raw.text,
            provenance=self._provenance(raw.steps),
            links=raw.links if request.align else (),
        )

    def _hypothesis(self, trip: Trip, raws: Sequence[Raw]) -> Hypothesis:
        request, last = trip.request, raws[-1]
        steps = tuple(dict.fromkeys(step for raw in raws for step in raw.steps))
        return Hypothesis(
            text=localise(self._uncovered(last.text, trip), request.target),
            provenance=self._provenance(steps, trip.path[1:-1]),
            score=last.score,
            links=_links(raws, request.target)
            if trip.is_aligned and not SIGN.search(last.text)
            else (),
        )

    def _provenance(self, steps: tuple[str, ...], via: Path = ()) -> Provenance:
        return Provenance(engine=self.name, model=self.model, via=via, steps=steps)


def faithful_first(raws: Sequence[Raw], signs: Collection[str]) -> tuple[Raw, ...]:
    """
    Hypotheses with those first in which most signs stand once, else in their order.

    >>> raws = (Raw(text="Rp<N0>"), Raw(text="Rp<N0> di <E1>"))
    >>> [raw.text for raw in faithful_first(raws, ("<N0>", "<E1>"))]
    ['Rp<N0> di <E1>', 'Rp<N0>']
    """
    return tuple(
        sorted(raws, key=lambda raw: sum(raw.text.count(sign) != 1 for sign in signs))
    )


def _wanted(trips: Sequence[Trip], stage: int) -> dict[Leg, Want]:
    wants: dict[Leg, Want] = {}
    for trip in trips:
        leg, want = trip.leg(stage), trip.want(stage)
        wants[leg] = wants.get(leg, want) | want
    return wants


def _links(raws: Sequence[Raw], target: Tag) -> tuple[Link, ...]:
    links = raws[0].links
    for raw in raws[1:]:
        links = composed(links, raw.links)
    localised = localise_tracked(raws[-1].text, target)
    # A mark that localising took away leaves the space beside it: that is no word.
    return tuple(
        link
        for link in on_target(links, localised.current)
        if localised.text[slice(*link.target)].strip()
    )
