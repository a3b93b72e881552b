"""
A model that learns from what a newsroom corrected, and stays what it was in all else.

It learns from the corrections and from general news in turns, so that it does not
forget (Chu, Dabre and Kurohashi, "An Empirical Comparison of Domain Adaptation Methods
for Neural Machine Translation", 2017), at a tenth of the rate. If it forgets all the
same, half of the way is gone back (Wortsman et al., "Robust fine-tuning of zero-shot
models", 2022). It is kept only if it got better at corrections that it did not see, and
not worse at general news.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor

from selaras.evaluation import Measurement, evaluate
from selaras.languages import SOURCE, Tag
from selaras.weights import Model, Part, Score
from selaras.weights.manifest import Pair as Route
from selaras_train.adapted import write_adapted
from selaras_train.checkpoint import write_model
from selaras_train.corpora import Pair
from selaras_train.corrections import Corrections
from selaras_train.errors import CheckpointUnusable, NotBetter, NothingToLearn
from selaras_train.export import export_model
from selaras_train.importing import import_model
from selaras_train.network import Size
from selaras_train.preparing import encode
from selaras_train.progress import Limits, Listener
from selaras_train.recipe import Course, Recipe, Shape
from selaras_train.scoring import Exported, Search
from selaras_train.training import Training
from selaras_train.vocabulary import Vocabulary

WAYS = (1.0, 0.5)
"""
How much of the way from the old weights to the new ones is gone; the first that serves.
"""

FORGOTTEN = 0.5
"""
Points of chrF that may be lost on general news.
"""

MORE_WRONG = 0.01
"""
By how much the share of general sentences with wrong numbers may grow.
"""

LEAST_GENERAL = 50
"""
Sentences of general news that are needed to tell what was forgotten.
"""

COURSE = Course(
    tokens=1500,
    batches=2,
    matrix_rate=3e-4,
    other_rate=15e-5,
    warmup=20,
    exponent=0.0,
    pool=2000,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """
    How hard a model tries: how often each correction is learnt from, at which rate.

    ``rate`` is a factor of the usual one; after ``minutes`` learning ends in any case.
    """

    minutes: float = 10.0
    passes: int = 6
    rate: float = 1.0


Say = Callable[[str], None]
Named = dict[str, Tensor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """
    What is adapted to what.

    ``general`` is only measured with; ``rehearsed`` is learnt from beside the
    corrections. Sources are in the language that the adapted part reads.
    """

    model: Model
    part: Part
    direction: Route
    corrections: Corrections
    general: tuple[Pair, ...]
    rehearsed: tuple[Pair, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """
    The scores of one set before and after, by name.
    """

    name: str
    before: dict[str, Measurement]
    after: dict[str, Measurement]

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
        return f"{self.name}: {', '.join(told)}"


def task_for(
    model: Model,
    target: Tag,
    corrections: Corrections,
    *,
    general: Sequence[Pair],
    rehearsed: Sequence[Pair],
) -> Task:
    """
    Which part of a model learns, and from what.

    Where the model goes through another language, its last part learns from what the
    parts before it really write. Raises ``NothingToLearn`` where general news is short.
    """
    known = {pair.source for pair in (*corrections.learnt, *corrections.held_back)}
    general = [pair for pair in general if pair.source not in known]
    if len(general) < LEAST_GENERAL:
        raise NothingToLearn(
            f"Expected at least {LEAST_GENERAL} sentences of general news in {target}, "
            f"none of them corrected here, but got {len(general)}."
        )
    watched = {pair.source for pair in general}
    rehearsed = [p for p in rehearsed if p.source not in known | watched]
    stops = (SOURCE, *model.manifest.route(SOURCE, target), target)
    *legs, last = pairwise(stops)

    def carried(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
        sources = [pair.source for pair in pairs]
        for leg in legs:
            folder = model.folder / part_for(model, leg).folder
            sources = Exported(folder, Search()).translate(sources, leg[1])
        return tuple(
            Pair(pair.corpus, source, pair.target)
            for pair, source in zip(pairs, sources, strict=True)
        )

    return Task(
        model=model,
        part=part_for(model, last),
        direction=last,
        corrections=Corrections(
            carried(corrections.learnt), carried(corrections.held_back)
        ),
        general=carried(general),
        rehearsed=carried(rehearsed),
    )


def part_for(model: Model, pair: Route) -> Part:
    """
    The part of a model that translates a pair directly.
    """
    for part in model.manifest.models:
        if pair in part.pairs:
            return part
    raise CheckpointUnusable(
        f"The model {model.manifest.label} does not translate {'-'.join(pair)}."
    )


def adapt(
    task: Task, out: Path, *, name: str, effort: Effort, listen: Listener, say: Say
) -> None:
    """
    Adapt a part and write the whole model with it, or raise ``NotBetter``.

    Nothing is written before it is known to be better.
    """
    before = task.model.folder / task.part.folder
    with TemporaryDirectory() as scratch:
        work = Path(scratch)
        size, old = import_model(before)
        new = learnt(task, size, old, work, effort, listen)
        was = measured(task, before)
        for way in WAYS:
            folder = work / f"exported-{way}"
            export(task, size, mixed(old, new, way), work, folder)
            compared = compare(was, measured(task, folder))
            say(f"After {way:.0%} of the way:")
            for one in compared:
                say(f"  {one}")
            if fault(compared) is None:
                write_adapted(
                    task.model,
                    task.part,
                    folder,
                    out,
                    name=name,
                    scores=scores(task, compared),
                )
                return
    raise NotBetter(f"The old model stays: {fault(compared)}.")


def learnt(
    task: Task, size: Size, old: Named, work: Path, effort: Effort, listen: Listener
) -> Named:
    """
    The weights after learning.
    """
    vocabulary = Vocabulary(task.model.folder / task.part.folder / task.part.tokenizer)
    data = work / "train"
    data.mkdir()
    tokens = 0
    for name, pairs in (
        ("corrections", task.corrections.learnt),
        ("rehearsed", task.rehearsed),
    ):
        shard = encode(name, task.direction, pairs, vocabulary, Shape().longest)
        if len(shard):
            shard.write(data)
        if name == "corrections":
            tokens = effort.passes * len(shard.targets)
    if task.rehearsed:
        tokens *= 2
    start = work / "start.pt"
    write_model(start, size, old, recipe="adapt", tokens=0, steps=0, seconds=0)
    training = Training(
        Recipe(
            name="adapt",
            directions=(task.direction,),
            shape=shape_of(size),
            course=replace(
                COURSE,
                matrix_rate=COURSE.matrix_rate * effort.rate,
                other_rate=COURSE.other_rate * effort.rate,
            ),
        ),
        data=data,
        validation=None,
        folder=work,
        device=torch.device("cpu"),
        workers=COURSE.batches,
    )
    training.start_from(start)
    limits = Limits(tokens=tokens, seconds=60 * effort.minutes, checkpoint_seconds=1e6)
    training.run(limits, listen)
    return training.averaged()


def shape_of(size: Size) -> Shape:
    """
    A network's size as a recipe says it.
    """
    return Shape(
        vocabulary=size.vocabulary,
        width=size.width,
        heads=size.heads,
        inner=size.inner,
        encoder_layers=size.encoder_layers,
        decoder_layers=size.decoder_layers,
    )


def mixed(old: Named, new: Named, way: float) -> Named:
    """
    Weights on the way from the old ones to the new ones.
    """
    return {name: old[name].lerp(new[name].float(), way) for name in old}


def export(task: Task, size: Size, named: Named, work: Path, folder: Path) -> None:
    """
    Weights as the runtime has them.
    """
    model = work / "mixed.pt"
    write_model(model, size, named, recipe="adapt", tokens=0, steps=0, seconds=0)
    source = task.model.folder / task.part.folder
    export_model(model, source / task.part.tokenizer, folder)


Sets = dict[str, dict[str, Measurement]]


def measured(task: Task, folder: Path) -> Sets:
    """
    A part's scores on the corrections held back and on general news.
    """
    model, target = Exported(folder, Search()), task.direction[1]
    found: Sets = {}
    for name, pairs in (
        ("corrections held back", task.corrections.held_back),
        ("general news", task.general),
    ):
        sources = [pair.source for pair in pairs]
        measurements = evaluate(
            model.translate(sources, target),
            [pair.target for pair in pairs],
            language=target,
            sources=sources,
            source_language=task.direction[0],
        )
        title = f"{name} ({len(pairs)} sentences)"
        found[title] = {measured.name: measured for measured in measurements}
    return found


def compare(before: Sets, after: Sets) -> tuple[Compared, ...]:
    """
    Two measurings of the same sets, corrections first.
    """
    return tuple(
        Compared(name=name, before=before[name], after=after[name]) for name in after
    )


def fault(compared: Sequence[Compared]) -> str | None:
    """
    Why an adapted model should not take the old one's place; None if it should.
    """
    corrections, general = compared
    if corrections.gain(METRIC) <= 0:
        return "it is no better at corrections that it did not see"
    if general.gain(METRIC) < -FORGOTTEN:
        return f"it lost {-general.gain(METRIC):.1f} points of {METRIC} on general news"
    if general.gain("wrong numbers") > MORE_WRONG:
        return "it writes more wrong numbers in general news"
    return None


METRIC = "chrF2"


def scores(task: Task, compared: Sequence[Compared]) -> Iterator[Score]:
    """
    What the new manifest says of the pair.
    """
    for one in compared:
        for measured in one.after.values():
            yield Score(
                pair=task.direction,
                metric=f"{measured.name} on {one.name}",
                value=round(measured.value, 4),
                signature=measured.signature,
            )
