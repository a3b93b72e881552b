"""
Output projection and label-smoothed cross entropy in one, with bounded memory.
"""

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

ROWS = 640
"""
Places whose scores over the whole vocabulary are in memory at once.

With 10,000 pieces that is 13 MB in bfloat16, which stays in the cache of a server CPU.
"""

ROWS_ON_GPU = 8192
"""
The same on a GPU, which has the memory and is not to be kept busy with small products.
"""


def projected_loss(
    hidden: Tensor,
    weight: Tensor,
    bias: Tensor,
    wanted: Tensor,
    smoothing: float,
    kept: Tensor | None = None,
) -> Tensor:
    """
    The mean loss of the wanted pieces, or of those of them that are ``kept``.

    While gradients are recorded the value is the plain cross entropy, and the gradients
    are those of the smoothed one: so losses with and without smoothing can be compared.
    """
    if torch.is_grad_enabled():
        fused: Callable[..., Tensor] = _ProjectedLoss.apply
        return fused(hidden, weight, bias, wanted, smoothing, kept)
    scores = functional.linear(hidden, weight, bias)
    losses = functional.cross_entropy(scores.float(), wanted, reduction="none")
    return losses.mean() if kept is None else losses[kept].mean()


class _ProjectedLoss(torch.autograd.Function):
    """
    Gradients are made on the way forward, block of rows by block of rows.
    """

    @staticmethod
    def forward(
        ctx: Any,  # noqa: ANN401 - torch leaves it untyped
        hidden: Tensor,
        weight: Tensor,
        bias: Tensor,
        wanted: Tensor,
        smoothing: float,
        kept: Tensor | None,
    ) -> Tensor:
        size = len(weight)
        count: Tensor | int = len(hidden)
        if kept is not None:
            # What is zero here gives nothing to the gradient of the weights.
            count, kept = kept.sum(), kept[:, None].to(hidden.dtype)
            hidden = hidden * kept
        into_hidden = torch.empty_like(hidden)
        into_weight = torch.zeros_like(weight, dtype=torch.float32)
        into_bias = torch.zeros_like(bias, dtype=torch.float32)
        total = torch.zeros((), dtype=torch.float32, device=hidden.device)
        most = ROWS_ON_GPU if hidden.is_cuda else ROWS
        for rows in _blocks(len(hidden), most):
            share, lost = _shares(hidden[rows], weight, bias, wanted[rows], smoothing)
            if kept is not None:
                share, lost = share.mul_(kept[rows]), lost * kept[rows, 0]
            total += lost.sum()
            torch.mm(share, weight, out=into_hidden[rows])
            into_weight += share.t() @ hidden[rows]
            # A product sums the columns without a float32 copy of the whole block.
            into_bias += (torch.ones_like(share[:, :1]).t() @ share)[0]
        # Smoothing takes the same from every piece: it needs no pass over the scores.
        even = smoothing / size
        spread = (weight.sum(0, dtype=torch.float32) * even).to(hidden.dtype)
        into_hidden -= spread if kept is None else spread * kept
        into_weight -= hidden.sum(0, dtype=torch.float32) * even
        into_bias -= count * even
        ctx.save_for_backward(
            into_hidden.div_(count),
            into_weight.div_(count).to(weight.dtype),
            into_bias.div_(count).to(bias.dtype),
        )
        return total / count

    @staticmethod
    def backward(ctx: Any, *outputs: Tensor) -> tuple[Tensor | None, ...]:  # noqa: ANN401
        into_hidden, into_weight, into_bias = ctx.saved_tensors
        outer = outputs[0]
        each = (into_hidden * outer, into_weight * outer, into_bias * outer)
        return (*each, None, None, None)


def _blocks(count: int, most: int) -> list[slice]:
    blocks = max(1, -(-count // most))
    rows = max(1, -(-count // blocks))
    return [slice(start, start + rows) for start in range(0, count, rows)]


def _shares(
    hidden: Tensor, weight: Tensor, bias: Tensor, wanted: Tensor, smoothing: float
) -> tuple[Tensor, Tensor]:
    # The probabilities less the wanted ones, but for the even part of the smoothing.
    share = torch.mm(hidden, weight.t()).add_(bias).softmax(-1)
    rows = torch.arange(len(hidden), device=hidden.device)
    hit = share[rows, wanted]
    share[rows, wanted] = hit - (1 - smoothing)
    return share, -hit.float().clamp_min(1e-7).log()
