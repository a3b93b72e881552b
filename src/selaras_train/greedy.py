"""
A network writes, the likeliest piece each time: many sentences at once, on a GPU.

CTranslate2 does the same with an exported model, better and on a processor; this is
for text that a network makes to learn from, between two parts of a training.
"""

import torch
from torch import Tensor
from torch.nn import functional

from selaras_train.network import DecoderLayer, Network, attend
from selaras_train.vocabulary import BEGIN, END, PADDING

LOOK_EVERY = 8
"""
Pieces between two looks at whether all sentences have ended.
"""


class Writer:
    """
    The state of one decoder layer while sentences are written.
    """

    def __init__(self, layer: DecoderLayer, memory: Tensor, most: int) -> None:
        self.layer = layer
        self._source = layer.cross_attention.key_value(memory).chunk(2, -1)
        rows, _, width = memory.shape
        self._keys = memory.new_empty((rows, most, width))
        self._values = memory.new_empty((rows, most, width))

    def write(self, state: Tensor, present: Tensor, place: int) -> Tensor:
        """
        The states, of shape (sentences, 1, width), after this layer.
        """
        own, cross = self.layer.attention, self.layer.cross_attention
        query, key, value = own.query_key_value(own.norm(state)).chunk(3, -1)
        self._keys[:, place], self._values[:, place] = key[:, 0], value[:, 0]
        before = (self._keys[:, : place + 1], self._values[:, : place + 1])
        seen = attend((query, *before), own.heads, None, causal=False)
        state = state + own.output(seen)
        asked = cross.query(cross.norm(state))
        seen = attend((asked, *self._source), cross.heads, present, causal=False)
        state = state + cross.output(seen)
        written: Tensor = self.layer.feed_forward(state)
        return written


@torch.no_grad()
def written(network: Network, source: Tensor, barred: Tensor, most: int) -> Tensor:
    """
    Translations of a batch of sources, of shape (sentences, at most ``most``).

    Args:
        network: in evaluation.
        source: piece numbers, padded.
        barred: 0 for each piece that may be written, and minus infinity for others.
        most: pieces after which one that has no end stays without.
    """
    memory, present = network.read(source)
    writers = [Writer(layer, memory, most) for layer in network.layers()]
    bias = network.bias + barred
    pieces = source.new_full((len(source), most + 1), PADDING)
    pieces[:, 0] = BEGIN
    ended = torch.zeros(len(source), dtype=torch.bool, device=source.device)
    for place in range(most):
        state = network.embedded(pieces[:, place : place + 1], place)
        for writer in writers:
            state = writer.write(state, present, place)
        hidden = network.decoder_norm(state[:, 0])
        best = functional.linear(hidden, network.embedding.weight, bias).argmax(-1)
        pieces[:, place + 1] = best.where(~ended, PADDING)
        ended |= best == END
        if place % LOOK_EVERY == LOOK_EVERY - 1 and bool(ended.all()):
            break
    return pieces[:, 1:]
