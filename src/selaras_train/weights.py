"""
The weights as one long vector: what the optimiser moves and the networks look into.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import torch
from torch import Tensor

from selaras_train.errors import CheckpointUnusable
from selaras_train.network import Network

JOINED = {"query_key_value": 3, "key_value": 2}
"""
How many matrices a layer of this name holds, one under the other.
"""


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where a parameter lies in the vector, and how many matrices it is made of.

    ``matrices`` is 0 for what is no hidden matrix: embeddings, biases, norms.
    """

    name: str
    shape: torch.Size
    start: int
    matrices: int

    @property
    def stop(self) -> int:
        """
        The first element that is no longer this parameter's.
        """
        return self.start + self.shape.numel()

    def within(self, vector: Tensor) -> Tensor:
        """
        This parameter as a view of a vector.
        """
        return vector[self.start : self.stop].view(self.shape)

    def pieces(self, vector: Tensor) -> Iterator[Tensor]:
        """
        Its matrices as views of a vector.
        """
        if self.matrices:
            yield from self.within(vector).chunk(self.matrices)


class Weights:
    """
    A float32 vector of all parameters, and its bfloat16 copy for the networks.

    Small steps would be lost in bfloat16, so they are added up in float32. Hidden
    matrices come first: ``matrices`` is where they end.
    """

    def __init__(self, network: Network, dtype: torch.dtype = torch.bfloat16) -> None:
        named = sorted(network.named_parameters(), key=lambda it: not _matrices(*it))
        self.places = tuple(_places(dict(named)))
        self.matrices = max((p.stop for p in self.places if p.matrices), default=0)
        self.master = torch.cat([p.detach().float().flatten() for _, p in named])
        self.working = self.master.to(dtype)

    def lend(self, network: Network) -> Network:
        """
        Make a network's parameters views of the working copy.
        """
        parameters = dict(network.to(self.working.dtype).named_parameters())
        for place in self.places:
            parameters[place.name].data = place.within(self.working)
        return network

    def publish(self, vector: Tensor | None = None) -> None:
        """
        Let the networks see the master copy, or another vector.
        """
        self.working.copy_(self.master if vector is None else vector)

    def named(self, vector: Tensor) -> dict[str, Tensor]:
        """
        A vector as named parameters.
        """
        return {place.name: place.within(vector) for place in self.places}

    def read(self, named: Mapping[str, Tensor]) -> Tensor:
        """
        Named parameters as a vector.
        """
        vector = torch.empty_like(self.master)
        for place in self.places:
            found = named.get(place.name)
            if found is None or found.shape != place.shape:
                raise CheckpointUnusable(
                    f"Expected {place.name} of shape {tuple(place.shape)} but got "
                    f"{None if found is None else tuple(found.shape)}."
                )
            place.within(vector).copy_(found)
        return vector


def _places(named: Mapping[str, Tensor]) -> Iterator[Place]:
    start = 0
    for name, parameter in named.items():
        place = Place(name, parameter.shape, start, _matrices(name, parameter))
        start = place.stop
        yield place


def _matrices(name: str, parameter: Tensor) -> int:
    if parameter.dim() != 2 or name == "embedding.weight":
        return 0
    return JOINED.get(name.split(".")[-2], 1)
