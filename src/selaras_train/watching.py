"""
Whether an adapted model is better, and what it forgot: the same sets before and after.

All languages of a part share its weights: what is learnt in one may be lost in another.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from selaras.evaluation import Measurement, evaluate
from selaras.weights import Score
from selaras.weights.manifest import Pair as Route
from selaras_train.corpora import Pair
from selaras_train.scoring import Exported, Search

METRIC = "chrF2"

FORGOTTEN = 0.5
"""
Points of chrF that may be lost on general news, in each language.
"""

MORE_WRONG = 0.01
"""
By how much the share of general sentences with wrong numbers may grow, in each.
"""

Found = dict[str, Measurement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """
    A set that is measured before and after, and never learnt from.
    """

    name: str
    direction: Route
    pairs: tuple[Pair, ...]

    @property
    def title(self) -> str:
        """
        What scores say they were measured on.
        """
        return f"{self.name} ({len(self.pairs)} sentences)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """
    The scores of one set before and after, by name.
    """

    name: str
    direction: Route
    before: Found
    after: Found

    def gain(self, metric: str) -> float:
        """
        By how much a score rose; nothing where it was not measured.
        """
        if metric not in self.before or metric not in self.after:
            return 0.0
        return self.after[metric].value - self.before[metric].value

    def __str__(self) -> str:
        told = (
            f"{metric} {self.before[metric].value:.2f} -> {measured.value:.2f}"
            for metric, measured in self.after.items()
        )
        return f"{'-'.join(self.direction)}, {self.name}: {', '.join(told)}"


def measured(folder: Path, sets: Iterable[Watched]) -> list[Found]:
    """
    An exported model's scores on some sets.
    """
    model = Exported(folder, Search())
    return [scored(model, watched) for watched in sets]


def scored(model: Exported, watched: Watched) -> Found:
    """
    A model's scores on one set, by name.
    """
    source, target = watched.direction
    sources = [pair.source for pair in watched.pairs]
    measurements = evaluate(
        model.translate(sources, target),
        [pair.target for pair in watched.pairs],
        language=target,
        sources=sources,
        source_language=source,
    )
    return {measurement.name: measurement for measurement in measurements}


def compare(
    sets: Iterable[Watched], before: Iterable[Found], after: Iterable[Found]
) -> tuple[Compared, ...]:
    """
    Two measurings of the same sets, in their order.
    """
    return tuple(
        Compared(
            name=watched.title, direction=watched.direction, before=was, after=found
        )
        for watched, was, found in zip(sets, before, after, strict=True)
    )


def fault(compared: Sequence[Compared]) -> str | None:
    """
    Why an adapted model should not take the old one's place; None if it should.

    The corrections come first, then general news in each language.
    """
    corrections, *general = compared
    if corrections.gain(METRIC) <= 0:
        return "it is no better at corrections that it did not see"
    return next(filter(None, map(forgotten, general)), None)


def forgotten(general: Compared) -> str | None:
    """
    What was lost on general news in one language; None if nothing to speak of.
    """
    where = f"general news in {general.direction[1]}"
    if general.gain(METRIC) < -FORGOTTEN:
        return f"it lost {-general.gain(METRIC):.1f} points of {METRIC} on {where}"
    if general.gain("wrong numbers") > MORE_WRONG:
        return f"it writes more wrong numbers in {where}"
    return None


def scores(compared: Iterable[Compared]) -> Iterator[Score]:
    """
    What the new manifest says of the pairs that were measured.
    """
    for one in compared:
        for measurement in one.after.values():
            yield Score(
                pair=one.direction,
                metric=f"{measurement.name} on {one.name}",
                value=round(measurement.value, 4),
                signature=measurement.signature,
            )
