"""
Muon on a GPU: all matrices of one shape in one go.

``torch.optim.Muon`` orthogonalises one matrix after another. A small network has a
hundred of them, and a GPU is faster than the thousands of small products are handed to
it. The step is the same (Jordan, 2024; Liu et al., "Muon is Scalable for LLM
Training", 2025).
"""

import math
from collections import defaultdict
from collections.abc import Iterable

import torch
from torch import Tensor

MOMENTUM = 0.95
COEFFICIENTS = (3.4445, -4.7750, 2.0315)
"""
Of the quintic that pulls all singular values towards 1.
"""

ITERATIONS = 5
TINIEST = 1e-7

Piece = tuple[Tensor, Tensor, Tensor]
"""
A matrix, its gradient and its momentum.
"""


class BatchedMuon:
    """
    Moves matrices by their gradients, which are changed in place.
    """

    def __init__(self, pieces: Iterable[Piece], *, decay: float) -> None:
        self.decay = decay
        self._groups: dict[torch.Size, list[Piece]] = defaultdict(list)
        for piece in pieces:
            self._groups[piece[0].shape].append(piece)

    def step(self, rate: float) -> None:
        """
        Go one step.
        """
        for shape, pieces in self._groups.items():
            matrices, gradients, momenta = (
                list(parts) for parts in zip(*pieces, strict=True)
            )
            torch._foreach_lerp_(momenta, gradients, 1 - MOMENTUM)
            torch._foreach_lerp_(gradients, momenta, MOMENTUM)
            steps = orthogonalised(torch.stack(gradients)).float().unbind()
            torch._foreach_mul_(matrices, 1 - rate * self.decay)
            length = 0.2 * math.sqrt(max(shape))
            torch._foreach_add_(matrices, list(steps), alpha=-rate * length)


def orthogonalised(stack: Tensor) -> Tensor:
    """
    Matrices, of shape (count, rows, columns), with all singular values near 1.
    """
    a, b, c = COEFFICIENTS
    tall = stack.shape[1] > stack.shape[2]
    values = stack.bfloat16()
    values = values.mT if tall else values
    lengths = values.flatten(1).norm(dim=1).clamp(min=TINIEST)
    values = values / lengths[:, None, None]
    for _ in range(ITERATIONS):
        square = values @ values.mT
        change = torch.baddbmm(square, square, square, beta=b, alpha=c)
        values = torch.baddbmm(values, change, values, beta=a)
    return values.mT if tall else values
