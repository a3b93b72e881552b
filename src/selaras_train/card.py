"""
What a model says about itself: a manifest for Selaras, and a card for people.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selaras.weights import Decoding, File, Manifest, Part, Score, Source, Spoken
from selaras.weights.manifest import FILE
from selaras.weights.writing import write
from selaras_train.checkpoint import read_checkpoint
from selaras_train.display import duration
from selaras_train.errors import TrainingError
from selaras_train.export import TOKENIZER
from selaras_train.recipe import Recipe

CARD = "model-card.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """
    What only its makers can say about a model.

    ``faults`` is Markdown: an example of each typical fault.
    """

    name: str
    version: str
    summary: str
    licence: str = "Apache-2.0"
    warning: str = ""
    faults: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """
    What was written down while a model was made.

    ``kept`` counts the pairs of each corpus, ``facts`` are those of the model file,
    ``scores`` the files that ``score`` wrote.
    """

    recipe: Recipe
    size: Mapping[str, int]
    parameters: int
    facts: Mapping[str, Any]
    kept: Mapping[str, int]
    scores: tuple[Mapping[str, Any], ...]


def read_record(
    recipe: Recipe, model: Path, tally: Path, scores: Sequence[Path]
) -> Record:
    """
    Gather what is known of a model from the files beside it.
    """
    content = read_checkpoint(model)
    return Record(
        recipe=recipe,
        size=content["size"],
        parameters=sum(tensor.numel() for tensor in content["model"].values()),
        facts=content["facts"],
        kept=_json(tally)["kept"],
        scores=tuple(_json(path) for path in scores),
    )


def write_card(folder: Path, title: Title, record: Record) -> None:
    """
    Write the manifest and the card into an exported model's folder.
    """
    card = "\n".join(_card(title, record)) + "\n"
    (folder / CARD).write_text(card, encoding="utf-8")
    manifest = manifest_of(folder, title, record)
    (folder / FILE).write_text(write(manifest), encoding="utf-8")


def manifest_of(folder: Path, title: Title, record: Record) -> Manifest:
    """
    The manifest of an exported model.
    """
    recipe = record.recipe
    tags = dict.fromkeys(tag for pair in recipe.directions for tag in pair)
    paths = (p for p in folder.iterdir() if p.name not in (FILE, CARD))
    return Manifest(
        name=title.name,
        version=title.version,
        kind="ctranslate2",
        summary=title.summary,
        licence=title.licence,
        warning=title.warning,
        languages=tuple(tags),
        models=(_part(record),),
        files=tuple(_file(path) for path in sorted(paths)),
        sources=tuple(
            Source(
                name=corpus,
                licence=recipe.licences.get(corpus, "not stated"),
                pairs=recipe.directions,
            )
            for corpus in record.kept
        ),
        scores=tuple(_scores(record)),
    )


def _part(record: Record) -> Part:
    size = record.size
    return Part(
        folder=".",
        pairs=record.recipe.directions,
        architecture=_architecture(size),
        parameters=record.parameters,
        vocabulary=size["vocabulary"],
        tokenizer=TOKENIZER,
        spoken=Spoken(
            prefix="<2{target}>",
            suffix="</s>",
            cleaned=True,
            covers=bool(record.recipe.augmenting.covered),
        ),
        decoding=Decoding(beam_size=2, repetition_penalty=1.1),
    )


def _architecture(size: Mapping[str, int]) -> str:
    return (
        f"Transformer, {size['encoder_layers']} encoder and {size['decoder_layers']} "
        f"decoder layers, width {size['width']}, {size['heads']} heads, inner width "
        f"{size['inner']}, tied embeddings, pre-norm"
    )


def _file(path: Path) -> File:
    content = path.read_bytes()
    return File(
        path=path.name, size=len(content), sha256=hashlib.sha256(content).hexdigest()
    )


def _scores(record: Record) -> Iterator[Score]:
    for scored in record.scores:
        source, _, target = scored["direction"].partition("-")
        for measured in scored["measurements"]:
            yield Score(
                pair=(source, target),
                metric=f"{measured['name']} on {scored['set']}",
                value=round(float(measured["value"]), 4),
                signature=measured["signature"],
            )


def _card(title: Title, record: Record) -> Iterator[str]:
    yield from (f"# {title.name} {title.version}", "", title.summary, "")
    if title.warning:
        yield from (f"**{title.warning}**", "")
    yield from _made(title, record)
    yield from _data(record)
    yield from _quality(record)
    if title.faults:
        yield from ("## Typical faults", "", title.faults.strip(), "")


def _made(title: Title, record: Record) -> Iterator[str]:
    facts, course = record.facts, record.recipe.course
    directions = ", ".join("-".join(pair) for pair in record.recipe.directions)
    yield from ("## What it is", "")
    yield from table(
        ("", ""),
        [
            ("translates", directions),
            ("network", _architecture(record.size)),
            ("parameters", f"{record.parameters:,}"),
            ("vocabulary", f"{record.size['vocabulary']:,} pieces"),
            ("learnt from", f"{facts['tokens']:,} target tokens"),
            ("steps", f"{facts['steps']:,}"),
            ("time", duration(facts["seconds"])),
            ("seed", str(course.seed)),
            ("recipe", record.recipe.name),
            ("licence", title.licence),
        ],
    )


def _data(record: Record) -> Iterator[str]:
    recipe = record.recipe
    yield from ("## Data", "", "Pairs after cleaning, and what their owners state.", "")
    yield from table(
        ("corpus", "pairs", "weight", "licence"),
        [
            (
                corpus,
                f"{count:,}",
                f"{recipe.weights.get(corpus, 1.0):g}",
                recipe.licences.get(corpus, "not stated"),
            )
            for corpus, count in sorted(record.kept.items(), key=lambda it: -it[1])
        ],
    )


def _quality(record: Record) -> Iterator[str]:
    yield from ("## Scores", "")
    yield from table(
        ("set", "measure", "value", "signature"),
        [
            (
                f"{scored['set']} {scored['direction']}",
                measured["name"],
                f"{measured['value']:.3g}",
                f"`{measured['signature'].replace('|', ' ')}`",
            )
            for scored in record.scores
            for measured in scored["measurements"]
        ],
    )


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """
    A Markdown table, and an empty line.

    >>> list(table(("corpus", "pairs"), [("news6", "1,621")]))[2]
    '| news6 | 1,621 |'
    """
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' * len(header)}"
    for row in rows:
        yield f"| {' | '.join(row)} |"
    yield ""


def _json(path: Path) -> dict[str, Any]:
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise TrainingError(f"{path} cannot be read: {error}.") from error
    return content
