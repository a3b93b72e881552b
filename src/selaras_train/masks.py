"""
Dropout that costs little on a CPU and comes out the same when a training is resumed.
"""

import random
from functools import lru_cache

import torch
from torch import Tensor, nn
from torch.nn import functional

TAPE = 1 << 23
"""
How many elements the random tape holds: more than any one layer of a batch on a CPU.
"""


class Masks:
    """
    Dropout masks, cut at random places from one long random tape.

    Drawing fresh ones takes a sixth of the time of a step on a CPU, because the random
    generator works on one element at a time. On a GPU it does not, and fresh ones are
    drawn.
    """

    def __init__(self, share: float) -> None:
        self.share = share
        self._places = random.Random(0)  # noqa: S311 - not a secret

    def reseed(self, *numbers: int) -> None:
        """
        Make what follows depend on these numbers only.
        """
        self._places.seed(repr(numbers))

    def drop(self, layer: nn.Module, values: Tensor) -> Tensor:
        """
        Zero a share of the values while the layer is in training.
        """
        if not (self.share and layer.training):
            return values
        count = values.numel()
        if values.is_cuda or count >= TAPE:
            return functional.dropout(values, self.share)
        place = self._places.randrange(TAPE - count)
        mask = _tape(self.share, values.dtype)[place : place + count]
        return values * mask.view(values.shape)


@lru_cache(maxsize=4)
def _tape(share: float, dtype: torch.dtype) -> Tensor:
    generator = torch.Generator().manual_seed(1)
    kept = torch.rand(TAPE, generator=generator) >= share
    return kept.to(dtype) / (1 - share)
