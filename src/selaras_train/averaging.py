"""
Averages of weights: they translate better than the weights of any one step.
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from selaras_train.checkpoint import read_checkpoint, write_checkpoint
from selaras_train.errors import CheckpointUnusable

EVERY = 8
"""
Steps between two looks of the running average at the weights.
"""

LONGEST = 0.99
"""
What the running average keeps of itself at most: about the last 800 steps count.
"""


class Average:
    """
    A running average of the weights, which follows closely at first and then slowly.
    """

    def __init__(self, vector: Tensor) -> None:
        self.vector = vector.clone()

    def take(self, vector: Tensor, step: int) -> None:
        """
        Look at the weights of a step.
        """
        if step % EVERY:
            return
        looks = step / EVERY
        self.vector.lerp_(vector, 1 - min(LONGEST, looks / (looks + 10)))


def average_models(paths: Sequence[Path], out: Path) -> None:
    """
    Write the mean of several models of one size.
    """
    models = [read_checkpoint(path) for path in paths]
    first = models[0]
    if any(model["size"] != first["size"] for model in models):
        raise CheckpointUnusable("Expected models of one size but got several sizes.")
    named = {
        name: torch.stack([model["model"][name].float() for model in models]).mean(0)
        for name in first["model"]
    }
    halves = {name: tensor.to(torch.bfloat16) for name, tensor in named.items()}
    facts = {**models[-1]["facts"], "averaged": len(models)}
    write_checkpoint(out, {"size": first["size"], "model": halves, "facts": facts})
