"""
The network: a pre-norm transformer with tied embeddings, as CTranslate2 runs it.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from selaras_train.loss import projected_loss
from selaras_train.masks import Masks
from selaras_train.vocabulary import PADDING

LONGEST = 1024
"""
Positions that the network knows, in pieces.
"""

FORBIDDEN = -1e4
"""
What a masked attention score becomes: nothing after the softmax, and within bfloat16.
"""

FAINTEST = 1e-6
"""
The least share of a look whose logarithm is taken.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """
    Everything that decides the shape of a network.
    """

    vocabulary: int
    width: int = 256
    heads: int = 4
    inner: int = 1536
    encoder_layers: int = 6
    decoder_layers: int = 2


class Network(nn.Module):
    """
    Sentences of piece numbers in, the loss of the wanted sentences out.

    ``masks`` is shared by all of its layers, so that one call reseeds the dropout.
    """

    positions: Tensor

    def __init__(self, size: Size, masks: Masks | None = None) -> None:
        super().__init__()
        self.size = size
        self.masks = masks or Masks(0.0)
        self.embedding = nn.Embedding(size.vocabulary, size.width, padding_idx=PADDING)
        nn.init.normal_(self.embedding.weight, std=size.width**-0.5)
        self.register_buffer(
            "positions", sinusoids(LONGEST, size.width), persistent=False
        )
        self.encoder = nn.ModuleList(
            EncoderLayer(size, self.masks) for _ in range(size.encoder_layers)
        )
        self.encoder_norm = nn.LayerNorm(size.width)
        self.decoder = nn.ModuleList(
            DecoderLayer(size, self.masks) for _ in range(size.decoder_layers)
        )
        self.decoder_norm = nn.LayerNorm(size.width)
        self.bias = nn.Parameter(torch.zeros(size.vocabulary))

    def forward(
        self,
        source: Tensor,
        begun: Tensor,
        wanted: Tensor,
        smoothing: float = 0.0,
        looks: Tensor | None = None,
        guidance: float = 0.0,
        *,
        whole: bool = False,
    ) -> Tensor:
        """
        Nats per piece of ``wanted``, whose pieces before each are ``begun``.

        With ``looks``, the last layer's first head learns besides, at a weight of
        ``guidance``, to look at what is being translated (Garg et al., "Jointly
        Learning to Align and Translate with Transformer Models", 2019). The runtime
        gives that head's looks as its alignment. The value stays the plain loss.

        Where padding is projected too, ``whole``, nothing has to be counted: a GPU
        would have to be waited for.
        """
        kept = wanted != PADDING
        memory, present = self.read(source)
        state, asking = self._written(begun, memory, present)
        weight, bias = self.embedding.weight, self.bias
        if whole:
            rows, pieces = state.flatten(0, 1), wanted.flatten()
            loss = projected_loss(rows, weight, bias, pieces, smoothing, kept.flatten())
        else:
            loss = projected_loss(state[kept], weight, bias, wanted[kept], smoothing)
        if looks is None or not guidance:
            return loss
        seen = self.layers()[-1].cross_attention.seen(asking, memory, present)
        astray = guidance * strayed(seen, looks)
        return loss + (astray - astray.detach()).to(loss.dtype)

    def hidden(self, source: Tensor, begun: Tensor) -> Tensor:
        """
        What the decoder makes of each place, before it is projected to pieces.
        """
        return self._written(begun, *self.read(source))[0]

    def read(self, source: Tensor) -> tuple[Tensor, Tensor]:
        """
        What the encoder makes of sources, and where they are no padding.
        """
        present = (source != PADDING)[:, None, None, :]
        memory = self.embedded(source)
        for layer in self.encoder:
            memory = layer(memory, present)
        return self.encoder_norm(memory), present

    def _written(
        self, begun: Tensor, memory: Tensor, present: Tensor
    ) -> tuple[Tensor, Tensor]:
        # Besides the states: what the last layer asks the source with.
        state = asking = self.embedded(begun)
        for layer in self.layers():
            asking = layer.asking(state)
            state = layer(asking, memory, present)
        return self.decoder_norm(state), asking

    def layers(self) -> list["DecoderLayer"]:
        """
        The decoder's layers.
        """
        return [layer for layer in self.decoder if isinstance(layer, DecoderLayer)]

    def embedded(self, pieces: Tensor, start: int = 0) -> Tensor:
        """
        Pieces as the layers take them; the first stands at the place ``start``.
        """
        scaled = self.embedding(pieces) * math.sqrt(self.size.width)
        places = self.positions[start : start + pieces.shape[1]]
        return self.masks.drop(self, scaled + places)


class EncoderLayer(nn.Module):
    """
    Every piece of the source looks at every other.
    """

    def __init__(self, size: Size, masks: Masks) -> None:
        super().__init__()
        self.attention = SelfAttention(size, masks, causal=False)
        self.feed_forward = FeedForward(size, masks)

    def forward(self, state: Tensor, present: Tensor) -> Tensor:
        """
        The states of the next layer.
        """
        return _tensor(self.feed_forward(self.attention(state, present)))


class DecoderLayer(nn.Module):
    """
    Every piece of the target looks at those before it, and at the source.

    The first is ``asking``, and its answer is what the layer is called with.
    """

    def __init__(self, size: Size, masks: Masks) -> None:
        super().__init__()
        self.attention = SelfAttention(size, masks, causal=True)
        self.cross_attention = CrossAttention(size, masks)
        self.feed_forward = FeedForward(size, masks)

    def asking(self, state: Tensor) -> Tensor:
        """
        The states, each with what it saw of those before it: it asks the source next.
        """
        return _tensor(self.attention(state, None))

    def forward(self, asking: Tensor, memory: Tensor, present: Tensor) -> Tensor:
        """
        The states of the next layer.
        """
        state = self.cross_attention(asking, memory, present)
        return _tensor(self.feed_forward(state))


class SelfAttention(nn.Module):
    """
    Attention within one sentence; query, key and value are one matrix.
    """

    def __init__(self, size: Size, masks: Masks, *, causal: bool) -> None:
        super().__init__()
        self.heads, self.masks, self.causal = size.heads, masks, causal
        self.norm = nn.LayerNorm(size.width)
        self.query_key_value = nn.Linear(size.width, 3 * size.width)
        self.output = nn.Linear(size.width, size.width)

    def forward(self, state: Tensor, present: Tensor | None) -> Tensor:
        """
        The states, each with what it attended to added.
        """
        joint = self.query_key_value(self.norm(state)).chunk(3, -1)
        seen = attend(joint, self.heads, present, causal=self.causal)
        return state + self.masks.drop(self, self.output(seen))


class CrossAttention(nn.Module):
    """
    Attention from the target to the source; key and value are one matrix.
    """

    def __init__(self, size: Size, masks: Masks) -> None:
        super().__init__()
        self.heads, self.masks = size.heads, masks
        self.norm = nn.LayerNorm(size.width)
        self.query = nn.Linear(size.width, size.width)
        self.key_value = nn.Linear(size.width, 2 * size.width)
        self.output = nn.Linear(size.width, size.width)

    def forward(self, state: Tensor, memory: Tensor, present: Tensor) -> Tensor:
        """
        The states, each with what it attended to in the source added.
        """
        joint = (self.query(self.norm(state)), *self.key_value(memory).chunk(2, -1))
        seen = attend(joint, self.heads, present, causal=False)
        return state + self.masks.drop(self, self.output(seen))

    def seen(self, state: Tensor, memory: Tensor, present: Tensor) -> Tensor:
        """
        How much of each place's look the first head gives to each piece of the source.
        """
        each = self.query.out_features // self.heads
        query = functional.linear(
            self.norm(state), self.query.weight[:each], self.query.bias[:each]
        )
        key = functional.linear(
            memory, self.key_value.weight[:each], self.key_value.bias[:each]
        )
        scores = (query * each**-0.5) @ key.transpose(-1, -2)
        return _tensor(
            scores.float().masked_fill(~present[:, 0], FORBIDDEN).softmax(-1)
        )


class FeedForward(nn.Module):
    """
    Each piece by itself, through a wider layer.
    """

    def __init__(self, size: Size, masks: Masks) -> None:
        super().__init__()
        self.masks = masks
        self.norm = nn.LayerNorm(size.width)
        self.widen = nn.Linear(size.width, size.inner)
        self.narrow = nn.Linear(size.inner, size.width)

    def forward(self, state: Tensor) -> Tensor:
        """
        The states, each with what was made of it added.
        """
        wide = self.masks.drop(self, functional.relu(self.widen(self.norm(state))))
        return state + self.masks.drop(self, self.narrow(wide))


def attend(
    joint: Iterable[Tensor], heads: int, present: Tensor | None, *, causal: bool
) -> Tensor:
    """
    Scaled dot-product attention of a query, a key and a value.
    """
    query, key, value = (_split(part, heads) for part in joint)
    if query.is_cuda:
        seen = functional.scaled_dot_product_attention(
            query, key, value, attn_mask=present, is_causal=causal
        )
    else:
        seen = _plainly(query, key, value, present, causal=causal)
    return seen.transpose(1, 2).flatten(2)


def strayed(seen: Tensor, looks: Tensor) -> Tensor:
    """
    Nats that looks went astray by, for each piece of which it is known where to look.

    >>> here, there = torch.tensor([[[0.5, 0.5]]]), torch.tensor([[[1.0, 0.0]]])
    >>> round(float(strayed(here, there)), 2), abs(float(strayed(there, there)))
    (0.69, 0.0)
    """
    known = looks.sum(-1) > 0
    each = -(looks * seen.clamp_min(FAINTEST).log()).sum(-1)
    return each.sum() / known.sum().clamp_min(1)


def sinusoids(length: int, width: int) -> Tensor:
    """
    Positions in CTranslate2's layout: all the sines, then all the cosines.
    """
    half = width // 2
    rates = torch.exp(torch.arange(half) * -(math.log(10000.0) / (half - 1)))
    angles = torch.arange(length)[:, None] * rates[None]
    return torch.cat([angles.sin(), angles.cos()], 1)


def _split(part: Tensor, heads: int) -> Tensor:
    return part.view(*part.shape[:-1], heads, -1).transpose(1, 2)


def _plainly(
    query: Tensor, key: Tensor, value: Tensor, present: Tensor | None, *, causal: bool
) -> Tensor:
    # On a CPU plain products are faster than the fused kernel, above all backward.
    scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-1, -2)
    if causal:
        ahead = torch.full(scores.shape[-2:], FORBIDDEN, dtype=scores.dtype)
        scores = scores + ahead.triu(1)
    if present is not None:
        scores = scores.masked_fill(~present, FORBIDDEN)
    return torch.matmul(scores.softmax(-1), value)


def _tensor(value: Tensor) -> Tensor:
    # Calling a module is untyped; its answer here is always a tensor.
    return value
