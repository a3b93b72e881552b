"""
What a training does on a GPU, checked on a processor where that gives the same.
"""

import numpy
import pytest
import torch

from selaras_train.batches import Position, Stream
from selaras_train.errors import RecipeInvalid
from selaras_train.greedy import written
from selaras_train.muon import BatchedMuon
from selaras_train.network import Network, Size
from selaras_train.optimiser import Rates
from selaras_train.resident import ResidentStream
from selaras_train.shards import Shard
from selaras_train.vocabulary import BEGIN, END, PADDING

CPU = torch.device("cpu")
SIZE = Size(
    vocabulary=60, width=32, heads=2, inner=64, encoder_layers=2, decoder_layers=2
)


@pytest.fixture
def shards():
    """
    Two shards of random pairs, one of them with links.
    """
    random = numpy.random.default_rng(5)

    def pairs(count):
        for _ in range(count):
            source, target = random.integers(1, 9, 2)
            yield (
                [*random.integers(4, 60, source).tolist(), END],
                random.integers(4, 60, target).tolist(),
            )

    plain = Shard.of("plain.id-en", pairs(50))
    linked = Shard.of("linked.id-fr", pairs(30))
    links = [((0, 0), (0, 1)) if len(linked[n].target) else () for n in range(30)]
    return plain, linked.linked(links)


def stream_of(shards, kind=ResidentStream, **more):
    return kind(shards, (1.0, 2.0), tokens=100, seed=3, pool=160, **more)


def rows_of(batch):
    """
    The pairs of a batch without padding.
    """
    for source, begun, wanted in zip(
        batch.source, batch.begun, batch.wanted, strict=True
    ):
        length = int((wanted != PADDING).sum())
        if not length:
            continue
        assert begun[0] == BEGIN
        assert wanted[length - 1] == END
        assert begun[1:length].tolist() == wanted[: length - 1].tolist()
        yield (
            tuple(source[source != PADDING].tolist()),
            tuple(wanted[: length - 1].tolist()),
        )


def drawn(stream, batches, start=None):
    given = stream.after(start or Position())
    return [next(given) for _ in range(batches)]


def test_the_batches_hold_pairs_of_the_shards(shards):
    known = {
        (tuple(e.source.tolist()), tuple(e.target.tolist()))
        for shard in shards
        for e in (shard[n] for n in range(len(shard)))
    }
    for batch, _ in drawn(stream_of(shards, device=CPU), 30):
        assert set(rows_of(batch)) <= known
        assert batch.pieces == int((batch.wanted != PADDING).sum()) > 0
        assert batch.source.shape == batch.wanted.shape == (100 // 16, 16)
        assert batch.source[:, 0].all(), "a row without a source cannot be looked at"


def test_pairs_that_fit_no_batch_are_refused(shards):
    """
    They would be left out without a word.
    """
    long = Shard.of("long.id-en", [([*range(4, 60)] * 6, [5])])

    with pytest.raises(RecipeInvalid, match=r"at most 256 pieces .* got 336"):
        stream_of((shards[0], long), device=CPU)


def test_no_pair_comes_again_before_all_of_its_shard(shards):
    stream = stream_of(shards[:1] * 2, device=CPU)
    seen = [row for batch, _ in drawn(stream, 12) for row in rows_of(batch)]
    most = max(seen.count(row) for row in seen)
    assert most <= 2 * -(-len(seen) // 50) + 2


def test_the_links_come_with_their_pairs(shards):
    batches = [batch for batch, _ in drawn(stream_of(shards, device=CPU), 20)]
    assert any(batch.looks.any() for batch in batches)
    for batch in batches:
        each = batch.looks
        assert set(each.sum(2).unique().tolist()) <= {0.0, 1.0}
        assert not each[~(batch.wanted != PADDING).any(1)].any()
        assert set(each[:, 0].unique().tolist()) <= {0.0, 0.5, 1.0}
        assert not each[:, 1:].any()


def test_a_stream_goes_on_where_it_was_left(shards):
    whole = drawn(stream_of(shards, device=CPU), 25)
    rest = drawn(stream_of(shards, device=CPU), 10, start=whole[14][1])
    for (one, _), (other, _) in zip(whole[15:], rest, strict=True):
        assert torch.equal(one.source, other.source)
        assert torch.equal(one.wanted, other.wanted)


def test_both_streams_draw_from_the_shards_as_often(shards):
    linked = shards[1]
    known = {tuple(linked[n].source.tolist()) for n in range(len(linked))}

    def share(stream):
        rows = [row for batch, _ in drawn(stream, 60) for row in rows_of(batch)]
        return sum(source in known for source, _ in rows) / len(rows)

    # Weighed 1 and 2 whatever their sizes: two of three pairs are the second's.
    assert share(stream_of(shards, Stream)) == pytest.approx(2 / 3, abs=0.08)
    assert share(stream_of(shards, device=CPU)) == pytest.approx(2 / 3, abs=0.08)


def test_padding_that_is_projected_too_changes_nothing(shards):
    torch.manual_seed(2)
    network = Network(SIZE)
    for batch, _ in drawn(stream_of(shards, device=CPU), 3):
        found = []
        for whole in (False, True):
            network.zero_grad()
            loss = network(
                batch.source,
                batch.begun,
                batch.wanted,
                0.1,
                batch.looks,
                0.05,
                whole=whole,
            )
            loss.backward()
            gradients = [p.grad for p in network.parameters()]
            found.append((loss.detach(), torch.cat([g.flatten() for g in gradients])))
        (loss, gradient), (same, alike) = found
        assert torch.isclose(loss, same)
        assert torch.allclose(gradient, alike, atol=1e-6)


def test_muon_in_batches_goes_where_torch_goes():
    torch.manual_seed(0)
    shapes = [(8, 8), (8, 8), (16, 8), (8, 16), (8, 8)]
    ours = [torch.randn(shape) for shape in shapes]
    theirs = [matrix.clone().requires_grad_() for matrix in ours]
    momenta = [torch.zeros_like(matrix) for matrix in ours]
    gradients = [torch.zeros_like(matrix) for matrix in ours]
    rates = Rates()
    muon = BatchedMuon(zip(ours, gradients, momenta, strict=True), decay=rates.decay)
    torchs = torch.optim.Muon(
        theirs,
        lr=rates.matrices,
        weight_decay=rates.decay,
        adjust_lr_fn="match_rms_adamw",
        momentum=0.95,
    )
    for _ in range(4):
        for gradient, leaf in zip(gradients, theirs, strict=True):
            gradient.copy_(torch.randn_like(gradient))
            leaf.grad = gradient.clone()
        muon.step(rates.matrices)
        torchs.step()
    for mine, leaf in zip(ours, theirs, strict=True):
        assert torch.allclose(mine, leaf, atol=2e-4)


def test_what_is_written_is_the_likeliest_piece_each_time():
    torch.manual_seed(1)
    network = Network(SIZE).eval()
    source = torch.tensor([[5, 6, 7, END], [8, 9, END, PADDING]])
    barred = torch.zeros(SIZE.vocabulary)
    barred[:END] = -torch.inf
    pieces = written(network, source, barred, 12)
    begun = torch.cat([torch.full((2, 1), BEGIN), pieces[:, :-1]], 1)
    hidden = network.hidden(source, begun)
    scores = hidden @ network.embedding.weight.T + network.bias + barred
    best = scores.argmax(-1)
    for row, wanted in zip(pieces.tolist(), best.tolist(), strict=True):
        length = row.index(END) + 1 if END in row else len(row)
        assert row[:length] == wanted[:length]
        assert not any(row[length:])
