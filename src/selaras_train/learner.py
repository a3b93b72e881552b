"""
One training step: several batches at once, a core for each.

On a CPU two batches on one core each are faster than one batch on two cores, most of
all when the machine has other work: the cores wait for each other once a step, not a
thousand times.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import torch
from torch import Tensor

from selaras_train.batches import Batch
from selaras_train.graphs import Graphs
from selaras_train.masks import Masks
from selaras_train.network import Network, Size
from selaras_train.optimiser import Optimiser, Rates
from selaras_train.recipe import Course, Recipe
from selaras_train.weights import Weights

LOOK_EVERY = 50
"""
Steps between two looks at what a GPU found: it would have to be waited for.
"""


@dataclass(frozen=True, slots=True)
class Lesson:
    """
    What a step came to: nats per piece, target pieces, the gradient's length.

    On a GPU, loss and length are those of the step that was last looked at.
    """

    loss: float
    pieces: int
    length: float


class Learner:
    """
    The networks that learn together: they share their weights, not their gradients.

    Results do not depend on ``workers``, the number of batches worked on at a time.
    """

    def __init__(
        self,
        size: Size,
        rates: Rates,
        *,
        batches: int,
        dropout: float,
        smoothing: float,
        guidance: float = 0.0,
        seed: int,
        device: torch.device,
        workers: int,
    ) -> None:
        torch.manual_seed(seed)
        self.seed, self.device = seed, device
        self.smoothing, self.guidance = smoothing, guidance
        # One batch fills a GPU.
        count = 1 if device.type == "cuda" else batches
        self.networks = [Network(size, Masks(dropout)).to(device) for _ in range(count)]
        self.weights = Weights(self.networks[0])
        for network in self.networks:
            self.weights.lend(network)
        self._executor = ThreadPoolExecutor(
            workers, initializer=torch.set_num_threads, initargs=(1,)
        )
        self.optimiser = Optimiser(self.weights, rates, self._executor, workers=workers)
        self._gradients = [
            torch.zeros_like(self.weights.master) for _ in self.networks[1:]
        ]
        self._graphs = Graphs(self._learn_whole) if device.type == "cuda" else None
        self._seen: tuple[float, float] | None = None

    def step(self, number: int, batches: Sequence[Batch], share: float) -> Lesson:
        """
        Learn from one batch for each network, at a share of the full rate.
        """
        if self._graphs is not None:
            loss = self._graphs.learn(batches[0])
            return self._stepped(number, batches[0], loss, share)
        into = [self.optimiser.gradient, *self._gradients]
        pieces = [batch.pieces for batch in batches]
        total = sum(pieces)
        parts = [count / total for count in pieces]
        seeds = [(self.seed, number, place) for place in range(len(batches))]
        losses = list(
            self._executor.map(self._learn, self.networks, batches, parts, into, seeds)
        )
        for gradient in self._gradients:
            self.optimiser.gradient.add_(gradient)
        length = float(self.optimiser.step(share))
        self.weights.publish()
        return Lesson(sum(losses), total, length)

    def losses(self, batches: Sequence[Batch], vector: Tensor) -> float:
        """
        Nats per piece of some batches with another vector's weights, nothing learnt.
        """
        network = self.networks[0].eval()
        self.weights.publish(vector)
        with torch.no_grad():
            parts = [self._loss(network, batch) * batch.pieces for batch in batches]
        network.train()
        self.weights.publish()
        return float(sum(parts)) / sum(batch.pieces for batch in batches)

    def close(self) -> None:
        """
        Let the workers go.
        """
        self._executor.shutdown()

    def _learn_whole(self, batch: Batch) -> Tensor:
        network = self.networks[0]
        loss = self._loss(network, batch, self.smoothing, self.guidance, whole=True)
        torch.autograd.backward(loss)
        parameters = dict(network.named_parameters())
        into, found = [], []
        for place in self.weights.places:
            gradient = parameters[place.name].grad
            if gradient is not None:
                into.append(place.within(self.optimiser.gradient))
                found.append(gradient)
            parameters[place.name].grad = None
        torch._foreach_copy_(into, found)
        return loss.detach()

    def _stepped(self, number: int, batch: Batch, loss: Tensor, share: float) -> Lesson:
        # Nothing here waits for the GPU, but for a look now and then.
        length = self.optimiser.step(share)
        self.weights.publish()
        if self._seen is None or number % LOOK_EVERY == 0:
            self._seen = (float(loss), float(length))
        return Lesson(self._seen[0], batch.pieces, self._seen[1])

    def _learn(
        self,
        network: Network,
        batch: Batch,
        part: float,
        into: Tensor,
        seeds: tuple[int, ...],
    ) -> float:
        network.masks.reseed(*seeds)
        if self.device.type == "cuda":
            torch.manual_seed(hash(seeds))
        loss = self._loss(network, batch, self.smoothing, self.guidance)
        torch.autograd.backward(loss)
        named = dict(network.named_parameters())
        for place in self.weights.places:
            gradient = named[place.name].grad
            if gradient is not None:
                place.within(into).copy_(gradient)
            named[place.name].grad = None
        into.mul_(part)
        return float(loss.detach()) * part

    def _loss(
        self,
        network: Network,
        batch: Batch,
        smoothing: float = 0.0,
        guidance: float = 0.0,
        *,
        whole: bool = False,
    ) -> Tensor:
        there = batch.to(self.device)
        loss: Tensor = network(
            there.source,
            there.begun,
            there.wanted,
            smoothing,
            there.looks if guidance else None,
            guidance,
            whole=whole,
        )
        return loss


def size_of(recipe: Recipe) -> Size:
    """
    The network that a recipe describes.
    """
    shape = recipe.shape
    return Size(
        vocabulary=shape.vocabulary,
        width=shape.width,
        heads=shape.heads,
        inner=shape.inner,
        encoder_layers=shape.encoder_layers,
        decoder_layers=shape.decoder_layers,
    )


def learner_for(
    size: Size, course: Course, *, device: torch.device, workers: int
) -> Learner:
    """
    The learner that a recipe's course describes.
    """
    return Learner(
        size,
        Rates(
            matrices=course.matrix_rate, others=course.other_rate, decay=course.decay
        ),
        batches=course.batches,
        dropout=course.dropout,
        smoothing=course.smoothing,
        guidance=course.guidance,
        seed=course.seed,
        device=device,
        workers=workers,
    )
