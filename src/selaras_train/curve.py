"""
The learning curve of a training: quality against what it had learnt from.
"""

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from selaras_train.errors import TrainingError
from selaras_train.export import export_model
from selaras_train.recipe import Direction
from selaras_train.scoring import Scored, Search, score_model

WITHOUT = ("sentences per second",)
"""
What is no quality, and depends on what else the machine does.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """
    The text that every point of a curve is scored on.
    """

    name: str
    source: Path
    reference: Path
    direction: Direction
    limit: int | None = None
    search: Search = field(default_factory=lambda: Search(beam=1))


def curve_of(
    run: Path, vocabulary: Path, probe: Probe, say: Callable[[str], None]
) -> dict[str, Any]:
    """
    Score the averaged weights of every checkpoint of a run, beside their losses.

    The signature is that of the last point; only the weights differ between points.
    """
    points, signature = [], ""
    losses = {int(point["tokens"]): point for point in _losses(run / "curve.json")}
    for model in sorted((run / "averages").glob("*.pt")):
        scored = _scored(model, vocabulary, probe)
        tokens = int(model.stem)
        points.append({**losses.get(tokens, {"tokens": tokens}), **_values(scored)})
        signature = scored.measurements[0].signature
        say(f"{tokens} tokens: {_values(scored)}")
    return {
        "direction": "-".join(probe.direction),
        "set": probe.name,
        "signature": signature,
        "points": points,
    }


def _scored(model: Path, vocabulary: Path, probe: Probe) -> Scored:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "model"
        export_model(model, vocabulary, folder)
        return score_model(
            folder,
            probe.source,
            probe.reference,
            direction=probe.direction,
            search=probe.search,
            name=probe.name,
            limit=probe.limit,
        )


def _values(scored: Scored) -> dict[str, float]:
    return {
        measured.name: round(measured.value, 3)
        for measured in scored.measurements
        if measured.name not in WITHOUT
    }


def _losses(path: Path) -> Iterator[Mapping[str, float]]:
    try:
        yield from json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TrainingError(f"{path} is not the curve of a run: {error}.") from error
