"""
What the commands that train have in common: the recipe, as it was changed, and the run.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from selaras_train.errors import RecipeInvalid
from selaras_train.progress import Limits
from selaras_train.recipe import Recipe, read_recipe
from selaras_train.speaking import say

RECIPES = Path(__file__).parent / "recipes"


def found(recipe: str) -> Recipe:
    """
    A recipe by its file, or by the name of one that comes with this program.
    """
    own = RECIPES / f"{recipe}.toml"
    return read_recipe(own if own.is_file() else Path(recipe))


def changed(recipe: Recipe, weighing: Sequence[str], fall: float | None) -> Recipe:
    """
    A recipe with other weights, ``news6=10``, and another share that the rate falls in.
    """
    weights = {**recipe.weights, **dict(weighed(text) for text in weighing)}
    course = recipe.course if fall is None else replace(recipe.course, fall=fall)
    return replace(recipe, weights=weights, course=course)


def weighed(text: str) -> tuple[str, float]:
    """
    A corpus and its weight, as they are written on the command line.

    >>> weighed("news6+rough=0.5")
    ('news6+rough', 0.5)
    """
    corpus, _, value = text.rpartition("=")
    try:
        weight = float(value)
    except ValueError:
        weight = math.nan
    # Corpora are drawn from by these numbers: "nan" and "inf" are numbers to Python.
    if not corpus or not 0 <= weight < math.inf:
        raise RecipeInvalid(f"Expected a weight like news6=10 but got {text!r}.")
    return corpus, weight


def require_drawn(weighing: Sequence[str], work: Path) -> None:
    """
    Refuse a weight for what the text in a work folder does not hold.
    """
    names = {path.stem for path in (work / "train").glob("*.npz")}
    corpora = {name.rpartition(".")[0] for name in names}
    ways = {f"+{corpus.rpartition('+')[2]}" for corpus in corpora if "+" in corpus}
    for corpus, _ in map(weighed, weighing):
        if corpus not in names | corpora | ways:
            raise RecipeInvalid(
                f"Expected a weight for text that is in {work / 'train'} but there is "
                f"no {corpus}."
            )


def limits_of(minutes: float | None, tokens: int | None, every: float) -> Limits:
    """
    The limits that options name.
    """
    return Limits(
        tokens=tokens,
        seconds=None if minutes is None else 60 * minutes,
        checkpoint_seconds=60 * every,
    )


def run_training(
    recipe: Recipe,
    work: Path,
    run: Path,
    limits: Limits,
    *,
    device: str,
    workers: int,
    checkpoint: Path | None = None,
    start: Path | None = None,
) -> None:
    """
    Train in a folder, from a checkpoint or a model if there is one; say how it goes.
    """
    from selaras_train.display import Display
    from selaras_train.machine import keep_memory, this_machine
    from selaras_train.training import Training

    keep_memory()
    machine = this_machine(device, workers)
    run.mkdir(parents=True, exist_ok=True)
    training = Training(
        recipe,
        data=work / "train",
        validation=work / "valid" if (work / "valid").is_dir() else None,
        folder=run,
        device=machine.device,
        workers=machine.workers,
    )
    if start:
        training.start_from(start)
    if checkpoint:
        training.resume(checkpoint)
    with Display() as display:
        progress = training.run(limits, display)
    say(f"Stopped at step {progress.step}, {progress.tokens} target tokens.")
