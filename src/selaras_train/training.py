"""
The training itself: from encoded shards to weights, in a folder that it can go on from.

    run/last.pt           everything, after the latest checkpoint
    run/held.pt           everything, just before the rate began to fall
    run/average.pt        the averaged weights of the latest checkpoint
    run/averages/*.pt     those of every checkpoint, named by the target tokens seen
    run/curve.json        validation losses against target tokens
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import torch

from selaras_train.averaging import Average
from selaras_train.batches import Batch, Position, Stream, mixture
from selaras_train.checkpoint import read_checkpoint, write_checkpoint, write_model
from selaras_train.errors import CheckpointUnusable
from selaras_train.importing import import_model
from selaras_train.learner import Lesson, learner_for, size_of
from selaras_train.progress import Clock, Limits, Listener, Progress, Report
from selaras_train.recipe import Recipe
from selaras_train.resident import ResidentStream
from selaras_train.schedule import Schedule
from selaras_train.shards import Shard, read_shards
from selaras_train.stopping import Stopping
from selaras_train.validation import Validation


class Training:
    """
    A training in a folder: made from a recipe, resumed from a checkpoint, run.
    """

    def __init__(
        self,
        recipe: Recipe,
        *,
        data: Path,
        validation: Path | None,
        folder: Path,
        device: torch.device,
        workers: int,
    ) -> None:
        course = recipe.course
        self.recipe, self.folder, self.size = recipe, folder, size_of(recipe)
        shards = read_shards(data)
        self.guided = course.guidance > 0 and any(len(shard.links) for shard in shards)
        self.stream = stream_of(shards, recipe, device)
        self.validation = Validation(validation)
        self.learner = learner_for(self.size, course, device=device, workers=workers)
        self.average = Average(self.learner.weights.master)
        self.progress = Progress(schedule=Schedule(warmup=course.warmup))

    def start_from(self, model: Path) -> None:
        """
        Begin with a model's weights and a fresh optimiser; its tokens are counted on.

        An exported model, which is a folder, will do: its rounded weights are as good
        to go on from, and how many tokens it had seen is not written there.
        """
        weights = self.learner.weights
        tokens = 0
        try:
            if model.is_dir():
                _, named = import_model(model)
            else:
                content = read_checkpoint(model)
                named, tokens = content["model"], int(content["facts"]["tokens"])
            weights.master.copy_(weights.read(named))
        except (KeyError, TypeError) as error:
            raise CheckpointUnusable(f"{model} is not a model: {error}") from error
        weights.publish()
        self.average.vector.copy_(weights.master)
        self.progress = replace(self.progress, tokens=tokens)

    def resume(self, checkpoint: Path) -> None:
        """
        Go on from a checkpoint: weights, optimiser, batch and schedule.
        """
        content = read_checkpoint(checkpoint)
        try:
            self._restore(content)
        except (KeyError, TypeError, ValueError, RuntimeError) as error:
            raise CheckpointUnusable(
                f"{checkpoint} is not a checkpoint of this recipe: {error}"
            ) from error

    def run(self, limits: Limits, listen: Listener) -> Progress:
        """
        Train until a limit is reached or somebody stops it; then write a checkpoint.
        """
        before = self.progress
        self._plan(limits)
        clock = Clock(limits, before)
        batches = self.stream.after(before.position)
        with Stopping() as stopping:
            while not (stopping.asked or clock.late() or self._over()):
                self._fall_in_time(clock)
                lesson, share = self._step(batches, before.seconds + clock.gone())
                due = clock.checkpoint_due(self.progress.step)
                validated = self.checkpoint() if due else None
                listen(self._report(clock, lesson, share, validated))
        if self.progress.step > before.step:
            self.checkpoint()
        return self.progress

    def checkpoint(self) -> Mapping[str, float]:
        """
        Validate the averaged weights, write everything; what validation found.
        """
        progress = self.progress
        found = self.validation.losses(self.learner, self.average.vector)
        point = {"tokens": progress.tokens, "step": progress.step, **found}
        kept = (p for p in progress.curve if p["step"] != progress.step)
        self.progress = replace(progress, curve=(*kept, point))
        self._write_average()
        curve = json.dumps(list(self.progress.curve), indent=1)
        (self.folder / "curve.json").write_text(f"{curve}\n", encoding="utf-8")
        write_checkpoint(self.folder / "last.pt", self._state())
        return found

    def averaged(self) -> dict[str, torch.Tensor]:
        """
        The averaged weights, by name.
        """
        return self.learner.weights.named(self.average.vector)

    def _plan(self, limits: Limits) -> None:
        # A training that came to its end and is resumed begins a new plan.
        schedule = self.progress.schedule
        if limits.tokens is not None:
            schedule = schedule.until(limits.tokens, self.recipe.course.fall)
        elif self._over():
            schedule = Schedule(warmup=schedule.warmup)
        self.progress = replace(self.progress, schedule=schedule)

    def _over(self) -> bool:
        return self.progress.schedule.over(self.progress.tokens)

    def _fall_in_time(self, clock: Clock) -> None:
        progress = self.progress
        more = clock.falls_now(progress, self.recipe.course.fall)
        if more is None:
            return
        write_checkpoint(self.folder / "held.pt", self._state())
        falling = progress.schedule.fall(progress.tokens, more)
        self.progress = replace(progress, schedule=falling)

    def _step(
        self, batches: Iterator[tuple[Batch, Position]], seconds: float
    ) -> tuple[Lesson, float]:
        progress = self.progress
        drawn = list(islice(batches, len(self.learner.networks)))
        share = progress.schedule.share(progress.step, progress.tokens)
        lesson = self.learner.step(progress.step, [b for b, _ in drawn], share)
        self.progress = replace(
            progress,
            step=progress.step + 1,
            tokens=progress.tokens + lesson.pieces,
            position=drawn[-1][1],
            seconds=seconds,
        )
        self.average.take(self.learner.weights.master, self.progress.step)
        return lesson, share

    def _report(
        self,
        clock: Clock,
        lesson: Lesson,
        share: float,
        validated: Mapping[str, float] | None,
    ) -> Report:
        return Report(
            progress=self.progress,
            lesson=lesson,
            share=share,
            per_second=clock.speed(self.progress),
            left=clock.left(self.progress),
            validated=validated,
        )

    def _write_average(self) -> None:
        progress = self.progress
        named = self.learner.weights.named(self.average.vector)
        kept = self.folder / "averages" / f"{progress.tokens:012d}.pt"
        for path in (kept, self.folder / "average.pt"):
            write_model(
                path,
                self.size,
                named,
                recipe=self.recipe.name,
                tokens=progress.tokens,
                steps=progress.step,
                seconds=round(progress.seconds),
                guided=self.guided,
            )

    def _state(self) -> dict[str, Any]:
        weights = self.learner.weights
        return {
            "progress": self.progress.as_dict(),
            "model": weights.named(weights.master),
            "average": self.average.vector,
            "optimiser": self.learner.optimiser.state(),
        }

    def _restore(self, content: dict[str, Any]) -> None:
        weights = self.learner.weights
        weights.master.copy_(weights.read(content["model"]))
        weights.publish()
        self.average.vector.copy_(content["average"])
        self.learner.optimiser.restore(content["optimiser"])
        self.progress = Progress.of(content["progress"])


def stream_of(
    shards: Sequence[Shard], recipe: Recipe, device: torch.device
) -> Stream | ResidentStream:
    """
    The batches of a recipe, made where it is learnt from them.
    """
    course = recipe.course
    weights = mixture(shards, recipe.weights, course.exponent)
    if device.type == "cuda":
        return ResidentStream(
            shards,
            weights,
            # What a processor's cores learn from at a time is one batch here.
            tokens=course.tokens * course.batches,
            seed=course.seed,
            pool=course.pool,
            device=device,
        )
    return Stream(
        shards, weights, tokens=course.tokens, seed=course.seed, pool=course.pool
    )
