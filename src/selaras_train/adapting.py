"""
A model that learns from what a newsroom corrected, and stays what it was in all else.

It learns from the corrections and from general news in turns, so that it does not
forget (Chu, Dabre and Kurohashi, "An Empirical Comparison of Domain Adaptation Methods
for Neural Machine Translation", 2017), at a tenth of the rate. If it forgets all the
same, half of the way is gone back (Wortsman et al., "Robust fine-tuning of zero-shot
models", 2022). It is kept only if it got better at corrections that it did not see, and
not worse at general news, in any language that the same weights translate into.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, pairwise
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from torch import Tensor

from selaras.engines.runtime import SHORTLISTS
from selaras.languages import SOURCE, Tag
from selaras.weights import Model, Part
from selaras.weights.manifest import Pair as Route
from selaras_train.adapted import write_adapted
from selaras_train.checkpoint import write_model
from selaras_train.corpora import Pair
from selaras_train.corrections import Corrections, News
from selaras_train.errors import CheckpointUnusable, NotBetter, NothingToLearn
from selaras_train.export import export_model
from selaras_train.importing import import_model, is_guided
from selaras_train.lessons import weights_of, write_lessons
from selaras_train.network import Size
from selaras_train.progress import Limits, Listener
from selaras_train.recipe import Course, Recipe, Shape
from selaras_train.scoring import Exported, Search
from selaras_train.shortlists import widen_shortlists
from selaras_train.training import Training
from selaras_train.vocabulary import Vocabulary
from selaras_train.watching import Watched, compare, fault, measured, scores

WAYS = (1.0, 0.5)
"""
How much of the way from the old weights to the new ones is gone; the first that serves.
"""

LEAST_GENERAL = 50
"""
Sentences of general news that are needed to tell what was forgotten in a language.
"""

MOST_GENERAL = 500
"""
Sentences that the languages which nobody corrected are measured with at most: four of
them would otherwise take four times as long as the one that matters.
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
    corrections; both by the language translated into. Sources are in the language that
    the adapted part reads.
    """

    model: Model
    part: Part
    direction: Route
    corrections: Corrections
    general: News
    rehearsed: News

    @property
    def languages(self) -> tuple[Tag, ...]:
        """
        What the part translates into from the same source: the corrected one first.
        """
        return languages_beside(self.direction, self.part)

    @property
    def sets(self) -> tuple[Watched, ...]:
        """
        All that is measured: the corrections held back, then general news.
        """
        source, _ = self.direction
        held_back = Watched(
            name="corrections held back",
            direction=self.direction,
            pairs=self.corrections.held_back,
        )
        general = (
            Watched(name="general news", direction=(source, tag), pairs=pairs)
            for tag, pairs in self.general.items()
        )
        return held_back, *general


def task_for(
    model: Model,
    target: Tag,
    corrections: Corrections,
    *,
    general: News,
    rehearsed: News,
) -> Task:
    """
    Which part of a model learns, and from what.

    Where the model goes through another language, its last part learns from what the
    parts before it really write. Raises ``NothingToLearn`` where general news is short.
    """
    known = {pair.source for pair in (*corrections.learnt, *corrections.held_back)}
    general = without(known, general)
    if len(general.get(target, ())) < LEAST_GENERAL:
        raise NothingToLearn(
            f"Expected at least {LEAST_GENERAL} sentences of general news in {target}, "
            f"none of them corrected here, but got {len(general.get(target, ()))}."
        )
    stops = (SOURCE, *model.manifest.route(SOURCE, target), target)
    *legs, last = pairwise(stops)
    part = part_for(model, last)
    tags = languages_beside(last, part)
    general = {
        tag: general[tag] if tag == target else some(general[tag])
        for tag in tags
        if len(general.get(tag, ())) >= LEAST_GENERAL
    }
    watched = {pair.source for pairs in general.values() for pair in pairs}
    left = without(known | watched, rehearsed)
    rehearsed = {tag: left[tag] for tag in tags if left.get(tag)}
    reads = partial(
        carried, carried_sources(model, legs, corrections, general, rehearsed)
    )
    return Task(
        model=model,
        part=part,
        direction=last,
        corrections=Corrections(
            reads(corrections.learnt), reads(corrections.held_back)
        ),
        general={tag: reads(pairs) for tag, pairs in general.items()},
        rehearsed={tag: reads(pairs) for tag, pairs in rehearsed.items()},
    )


def without(sources: Collection[str], news: News) -> News:
    """
    News without the sentences that some sources have, in whichever language.
    """
    return {
        tag: tuple(pair for pair in pairs if pair.source not in sources)
        for tag, pairs in news.items()
    }


def some(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """
    As many pairs as time allows for, from everywhere in them.
    """
    return tuple(pairs[:: ceil(len(pairs) / MOST_GENERAL)])


def carried_sources(
    model: Model, legs: Sequence[Route], corrections: Corrections, *news: News
) -> Mapping[str, str]:
    """
    What the parts on the way write for every source; each is translated once.
    """
    pairs = chain(
        corrections.learnt,
        corrections.held_back,
        *(pairs for one in news for pairs in one.values()),
    )
    first = list(dict.fromkeys(pair.source for pair in pairs))
    last = first
    for leg in legs:
        folder = model.folder / part_for(model, leg).folder
        last = Exported(folder, Search()).translate(last, leg[1])
    return dict(zip(first, last, strict=True))


def carried(sources: Mapping[str, str], pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """
    Pairs whose sources are what the adapted part is given to read.
    """
    return tuple(replace(pair, source=sources[pair.source]) for pair in pairs)


def languages_beside(direction: Route, part: Part) -> tuple[Tag, ...]:
    """
    Every language that a part translates into from a direction's source, its own first.
    """
    source, target = direction
    return tuple(dict.fromkeys([target, *(t for s, t in part.pairs if s == source)]))


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
    for line in plan(task):
        say(line)
    before, sets = task.model.folder / task.part.folder, task.sets
    with TemporaryDirectory() as scratch:
        work = Path(scratch)
        size, old = import_model(before)
        was = measured(before, sets)
        new = learnt(task, size, old, work, effort, listen)
        for way in WAYS:
            folder = work / f"exported-{way}"
            export(task, size, mixed(old, new, way), work, folder)
            compared = compare(sets, was, measured(folder, sets))
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
                    scores=scores(compared),
                )
                return
    raise NotBetter(f"The old model stays: {fault(compared)}.")


def plan(task: Task) -> Iterator[str]:
    """
    What will be learnt from and measured, and what cannot be measured.
    """
    yield f"General news is measured in {counted(task.general)}."
    if task.rehearsed:
        yield f"News to rehearse is learnt from in {counted(task.rehearsed)}."
    if missing := [tag for tag in task.languages if tag not in task.general]:
        yield (
            f"What is forgotten in {', '.join(missing)} cannot be measured: that needs "
            f"{LEAST_GENERAL} sentences of general news in each, not corrected here."
        )
    source, _ = task.direction
    if others := ["-".join(pair) for pair in task.part.pairs if pair[0] != source]:
        yield f"The same weights translate {', '.join(others)}: that is not measured."


def counted(news: News) -> str:
    """
    How many sentences there are in each language.

    >>> counted({"en": (Pair("news", "Hujan.", "Rain."),), "fr": ()})
    'en (1), fr (0)'
    """
    return ", ".join(f"{tag} ({len(pairs)})" for tag, pairs in news.items())


def learnt(
    task: Task, size: Size, old: Named, work: Path, effort: Effort, listen: Listener
) -> Named:
    """
    The weights after learning.
    """
    data = work / "train"
    data.mkdir()
    corrected, *rehearsed = write_lessons(
        task.direction,
        task.corrections,
        task.rehearsed,
        Vocabulary(task.model.folder / task.part.folder / task.part.tokenizer),
        data,
    )
    tokens = effort.passes * len(corrected.targets) * (2 if rehearsed else 1)
    start = work / "start.pt"
    write_model(start, size, old, recipe="adapt", tokens=0, steps=0, seconds=0)
    training = Training(
        Recipe(
            name="adapt",
            directions=(task.direction,),
            shape=shape_of(size),
            weights=weights_of(task.direction, rehearsed),
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
    source = task.model.folder / task.part.folder
    # That a head was taught is not seen in the weights.
    guided = is_guided(source)
    write_model(model, size, named, recipe="adapt", guided=guided)
    vocabulary = source / task.part.tokenizer
    export_model(model, vocabulary, folder)
    if (source / SHORTLISTS).is_file():
        widen_shortlists(
            source / SHORTLISTS, work, Vocabulary(vocabulary), folder / SHORTLISTS
        )
