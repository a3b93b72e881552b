"""
A network writes, the likeliest piece each time: many sentences at once, on a GPU.

CTranslate2 does the same with an exported model, better and on a processor; this is
for text that a network makes to learn from, between two parts of a training.
"""

import torch
from torch import Tensor
from torch.nn import functional

from selaras_train.network import FORBIDDEN, DecoderLayer, Network
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
        heads = layer.attention.heads
        both = layer.cross_attention.key_value(memory).chunk(2, -1)
        key, value = (apart(part, heads).contiguous() for part in both)
        self._source = (key, value)
        rows, _, width = memory.shape
        shape = (rows, heads, most, width // heads)
        self._keys, self._values = memory.new_empty(shape), memory.new_empty(shape)

    def write(self, state: Tensor, absent: Tensor, place: int) -> Tensor:
        """
        The states, of shape (sentences, 1, width), after this layer.
        """
        own, cross = self.layer.attention, self.layer.cross_attention
        query, key, value = own.query_key_value(own.norm(state)).chunk(3, -1)
        self._keys[:, :, place] = apart(key, own.heads)[:, :, 0]
        self._values[:, :, place] = apart(value, own.heads)[:, :, 0]
        before = (self._keys[:, :, : place + 1], self._values[:, :, : place + 1])
        state = state + own.output(looked(apart(query, own.heads), *before))
        asked = apart(cross.query(cross.norm(state)), cross.heads)
        state = state + cross.output(looked(asked, *self._source, absent))
        written: Tensor = self.layer.feed_forward(state)
        return written


def apart(states: Tensor, heads: int) -> Tensor:
    """
    States, of shape (sentences, places, width), with a dimension for the heads.
    """
    return states.view(*states.shape[:2], heads, -1).transpose(1, 2)


def looked(
    query: Tensor, key: Tensor, value: Tensor, absent: Tensor | None = None
) -> Tensor:
    """
    What each place sees; plainly, which for one place reads the least memory.
    """
    scores = torch.matmul(query * query.shape[-1] ** -0.5, key.mT)
    if absent is not None:
        scores = scores + absent
    return torch.matmul(scores.softmax(-1), value).transpose(1, 2).flatten(2)


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
    absent = torch.where(present, 0.0, FORBIDDEN).to(memory.dtype)
    writers = [Writer(layer, memory, most) for layer in network.layers()]
    bias = network.bias + barred
    pieces = source.new_full((len(source), most + 1), PADDING)
    pieces[:, 0] = BEGIN
    ended = torch.zeros(len(source), dtype=torch.bool, device=source.device)
    for place in range(most):
        state = network.embedded(pieces[:, place : place + 1], place)
        for writer in writers:
            state = writer.write(state, absent, place)
        hidden = network.decoder_norm(state[:, 0])
        best = functional.linear(hidden, network.embedding.weight, bias).argmax(-1)
        pieces[:, place + 1] = best.where(~ended, PADDING)
        ended |= best == END
        if place % LOOK_EVERY == LOOK_EVERY - 1 and bool(ended.all()):
            break
    return pieces[:, 1:]
