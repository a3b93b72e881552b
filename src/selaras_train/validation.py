"""
Sentences that are looked at and never learnt from.
"""

from collections.abc import Iterator
from pathlib import Path

from torch import Tensor

from selaras_train.batches import Batch, collate
from selaras_train.learner import Learner
from selaras_train.shards import Shard, read_shards

SENTENCES = 200
"""
Sentences of each shard that are looked at.
"""

ROWS = 50


class Validation:
    """
    The first sentences of each shard of a folder, ready to be looked at.
    """

    def __init__(self, folder: Path | None) -> None:
        shards = read_shards(folder) if folder else ()
        self._batches = {shard.name: list(_first(shard)) for shard in shards}

    def losses(self, learner: Learner, vector: Tensor) -> dict[str, float]:
        """
        Nats per piece by shard, with the weights of a vector.
        """
        return {
            name: round(learner.losses(batches, vector), 4)
            for name, batches in self._batches.items()
        }


def _first(shard: Shard) -> Iterator[Batch]:
    examples = [shard[index] for index in range(min(len(shard), SENTENCES))]
    for start in range(0, len(examples), ROWS):
        yield collate(examples[start : start + ROWS])
