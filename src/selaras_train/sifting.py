"""
Pairs that do not belong together, found by a model that has learnt from all of them.

A source that helps is one with which the model finds the translation likelier than with
the source of another pair. Where a stranger's source does as well, the pair is dropped:
the comparison needs no threshold for each corpus, as a plain loss would.
"""

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from selaras_train.batches import Batch, collate, cut, length_of
from selaras_train.checkpoint import read_checkpoint
from selaras_train.network import Network, Size
from selaras_train.shards import Shard, read_shards
from selaras_train.vocabulary import PADDING

TOKENS = 4000
"""
Padded pieces a side in one batch.
"""

Gains = NDArray[numpy.float32]


def sift(
    work: Path, model: Path, out: Path, *, least: float, say: Callable[[str], None]
) -> None:
    """
    Copy a work folder, less the training pairs that gain under ``least``.
    """
    network = load_network(model)
    shutil.copytree(work, out, ignore=shutil.ignore_patterns("train"))
    (out / "train").mkdir()
    for shard in read_shards(work / "train"):
        gained = gains(network, shard)
        kept = [index for index in range(len(shard)) if gained[index] >= least]
        say(f"{shard.name}: {len(kept)} of {len(shard)} pairs kept")
        if kept:
            shard.only(kept).write(out / "train")


def gains(network: Network, shard: Shard) -> Gains:
    """
    For each pair, the nats per piece that its own source saves over a stranger's.
    """
    found = numpy.zeros(len(shard), numpy.float32)
    order = sorted(range(len(shard)), key=lambda index: length_of(shard[index]))
    examples = [shard[index] for index in order]
    done = 0
    with torch.no_grad():
        for batch in map(collate, cut(examples, TOKENS)):
            rows = len(batch.source)
            own, other = losses(network, batch), losses(network, strangers(batch))
            found[order[done : done + rows]] = (other - own).numpy()
            done += rows
    return found


def losses(network: Network, batch: Batch) -> Tensor:
    """
    Nats per piece of each row.
    """
    hidden = network.hidden(batch.source, batch.begun)
    scores = functional.linear(hidden, network.embedding.weight, network.bias)
    each = functional.cross_entropy(
        scores.float().transpose(1, 2),
        batch.wanted,
        ignore_index=PADDING,
        reduction="none",
    )
    return each.sum(1) / (batch.wanted != PADDING).sum(1)


def strangers(batch: Batch) -> Batch:
    """
    The batch with each row's source exchanged for that of the row half a batch away.
    """
    away = max(1, len(batch.source) // 2)
    return Batch(batch.source.roll(away, 0), batch.begun, batch.wanted)


def load_network(model: Path, dtype: torch.dtype = torch.bfloat16) -> Network:
    """
    The network of a model file, for looking and not for learning.
    """
    content = read_checkpoint(model)
    network = Network(Size(**content["size"]))
    network.load_state_dict(content["model"], strict=False)
    return network.to(dtype).eval()
