"""
How the weights move: Muon for the hidden matrices, AdamW for everything else.

Muon (Jordan, 2024) orthogonalises the momentum of a matrix; its step is scaled to
AdamW's as in Liu et al., "Muon is Scalable for LLM Training" (2025), section 2.2.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.optim import AdamW, Muon, Optimizer

from selaras_train.muon import BatchedMuon
from selaras_train.weights import Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Rates:
    """
    How far a step goes at full rate.

    ``largest`` bounds the length of the gradient before the step.
    """

    matrices: float = 2e-3
    others: float = 1e-3
    decay: float = 0.01
    largest: float = 1.0


class Optimiser:
    """
    Moves the master copy of the weights by the gradient, which is a vector like them.

    Muon's matrices are dealt out to the workers of ``executor``, one optimiser each;
    what is kept between steps does not depend on how many there are.
    """

    def __init__(
        self, weights: Weights, rates: Rates, executor: Executor, *, workers: int
    ) -> None:
        self.weights, self.rates = weights, rates
        self.gradient = torch.zeros_like(weights.master)
        self._momentum = torch.zeros_like(weights.master[: weights.matrices])
        self._executor = executor
        rest = _leaf(weights.master[weights.matrices :])
        rest.grad = self.gradient[weights.matrices :]
        self._adam = AdamW(
            [rest], betas=(0.9, 0.98), weight_decay=rates.decay, fused=True
        )
        pieces = [
            piece
            for place in weights.places
            for piece in zip(
                place.pieces(weights.master),
                place.pieces(self.gradient),
                place.pieces(self._momentum),
                strict=True,
            )
        ]
        self._batched: BatchedMuon | None = None
        if self.gradient.is_cuda:
            self._batched = BatchedMuon(pieces, decay=rates.decay)
        dealt = (pieces[worker::workers] for worker in range(workers))
        self._muons = [_muon(hand, rates) for hand in dealt if hand]

    def step(self, share: float) -> Tensor:
        """
        Go one step at a share of the full rate; the length of the gradient.
        """
        length: Tensor = self.gradient.norm()
        self.gradient.mul_((self.rates.largest / (length + 1e-6)).clamp(max=1.0))
        _set_rate(self._adam, self.rates.others * share)
        if self._batched is not None:
            self._adam.step()
            self._batched.step(self.rates.matrices * share)
            return length
        for muon in self._muons:
            _set_rate(muon, self.rates.matrices * share)
        steps: Iterable[Callable[[], Any]] = [
            o.step for o in (self._adam, *self._muons)
        ]
        list(self._executor.map(lambda step: step(), steps))
        return length

    def state(self) -> dict[str, Any]:
        """
        Everything that is kept between steps.
        """
        return {"adam": self._adam.state_dict(), "momentum": self._momentum}

    def restore(self, state: dict[str, Any]) -> None:
        """
        Go on from what ``state`` gave.
        """
        self._adam.load_state_dict(state["adam"])
        self._momentum.copy_(state["momentum"])


def _muon(pieces: list[tuple[Tensor, Tensor, Tensor]], rates: Rates) -> Muon:
    leaves = [_leaf(weight) for weight, _, _ in pieces]
    muon = Muon(
        leaves, weight_decay=rates.decay, adjust_lr_fn="match_rms_adamw", momentum=0.95
    )
    for leaf, (_, gradient, momentum) in zip(leaves, pieces, strict=True):
        leaf.grad = gradient
        # Given its buffer, Muon keeps its momentum in our vector.
        muon.state[leaf]["momentum_buffer"] = momentum
    return muon


def _leaf(view: Tensor) -> Tensor:
    return view.detach().requires_grad_()


def _set_rate(optimiser: Optimizer, rate: float) -> None:
    for group in optimiser.param_groups:
        group["lr"] = rate
