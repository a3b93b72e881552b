"""
Learning from a batch as one command to a GPU.

A small network is a thousand small kernels, and a processor hands them out one by one,
slower than a GPU works them off. For each shape of batch the commands are written down
once (a CUDA graph) and given as a whole from then on.
"""

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor

from selaras_train.batches import Batch

WARM = 2
"""
Times that a batch is learnt from before its commands are written down: libraries take
their memory then.
"""

Learn = Callable[[Batch], Tensor]


@dataclass(frozen=True, slots=True)
class Written:
    """
    The commands for one shape, where they read and where they leave the loss.
    """

    graph: torch.cuda.CUDAGraph
    batch: Batch
    loss: Tensor


class Graphs:
    """
    Does what ``learn`` does, by written commands, one set for each shape of batch.

    ``learn`` must do the same for each batch of a shape, and wait for nothing.
    """

    def __init__(self, learn: Learn) -> None:
        self._learn = learn
        self._written: dict[torch.Size, Written] = {}
        self._pool = torch.cuda.graph_pool_handle()

    def learn(self, batch: Batch) -> Tensor:
        """
        Learn from a batch; the loss is overwritten by the next of its shape.
        """
        shape = batch.source.shape
        written = self._written.get(shape)
        if written is None:
            written = self._written[shape] = self._write(batch)
        for here, there in zip(parts(written.batch), parts(batch), strict=True):
            here.copy_(there)
        written.graph.replay()
        return written.loss

    def _write(self, batch: Batch) -> Written:
        beside = torch.cuda.Stream()  # type: ignore[no-untyped-call]
        beside.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(beside):
            for _ in range(WARM):
                self._learn(batch)
        torch.cuda.current_stream().wait_stream(beside)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph, pool=self._pool):
            loss = self._learn(batch)
        return Written(graph, batch, loss)


def parts(batch: Batch) -> list[Tensor]:
    """
    The tensors of a batch.
    """
    all_parts = (batch.source, batch.begun, batch.wanted, batch.looks)
    return [part for part in all_parts if part is not None]
