import pytest
import torch
from torch.nn import functional

from selaras_train.batches import Batch, collate
from selaras_train.loss import projected_loss
from selaras_train.masks import Masks
from selaras_train.network import Network, Size
from selaras_train.shards import Shard

SIZE = Size(
    vocabulary=50, width=16, heads=2, inner=32, encoder_layers=2, decoder_layers=2
)
PAIRS = [([5, 6, 7, 3], [8, 9]), ([10, 3], [11, 12, 13, 14])]


@pytest.fixture
def network():
    torch.manual_seed(3)
    return Network(SIZE)


def batch_of(pairs):
    shard = Shard.of("x", pairs)
    return collate([shard[n] for n in range(len(shard))])


def loss_of(network, batch):
    with torch.no_grad():
        return float(network(batch.source, batch.begun, batch.wanted))


class TestProjectedLoss:
    @pytest.mark.parametrize("smoothing", [0.0, 0.1])
    @pytest.mark.parametrize("rows", [1, 640, 1301])
    def test_its_gradients_are_those_of_cross_entropy(self, smoothing, rows):
        """
        Fusing the projection with the loss changes nothing but speed and memory.
        """
        torch.manual_seed(1)
        parts = [torch.randn(rows, 8), torch.randn(30, 8), torch.randn(30)]
        wanted = torch.randint(0, 30, (rows,))
        ours = [part.clone().requires_grad_() for part in parts]
        theirs = [part.clone().requires_grad_() for part in parts]

        projected_loss(*ours, wanted, smoothing).backward()
        functional.cross_entropy(
            functional.linear(*theirs), wanted, label_smoothing=smoothing
        ).backward()

        for one, other in zip(ours, theirs, strict=True):
            assert torch.allclose(one.grad, other.grad, atol=1e-6)

    def test_its_value_is_the_plain_cross_entropy(self):
        """
        With and without gradients, whatever the smoothing: so losses can be compared.
        """
        torch.manual_seed(1)
        hidden = torch.randn(5, 8, requires_grad=True)
        weight, bias = torch.randn(30, 8), torch.randn(30)
        wanted = torch.arange(5)

        learning = projected_loss(hidden, weight, bias, wanted, 0.2)
        with torch.no_grad():
            looking = projected_loss(hidden, weight, bias, wanted, 0.2)

        assert float(learning.detach()) == pytest.approx(float(looking), rel=1e-5)


class TestNetwork:
    def test_padding_changes_nothing(self, network):
        """
        A pair has the same loss alone and beside a longer one.
        """
        together = loss_of(network, batch_of(PAIRS))
        apart = [loss_of(network, batch_of([pair])) for pair in PAIRS]

        weighed = (3 * apart[0] + 5 * apart[1]) / 8
        assert together == pytest.approx(weighed, rel=1e-4)

    def test_a_place_does_not_see_what_comes_after_it(self, network):
        """
        Otherwise the network would learn to copy its answer.
        """
        batch = batch_of(PAIRS)
        other = Batch(batch.source, batch.begun.clone(), batch.wanted)
        other.begun[1, 3] = 40

        one, two = (network.hidden(b.source, b.begun) for b in (batch, other))

        assert torch.allclose(one[1, :3], two[1, :3])
        assert not torch.allclose(one[1, 3], two[1, 3])

    def test_the_source_matters(self, network):
        """
        The decoder looks at the encoder.
        """
        batch = batch_of(PAIRS)
        turned = Batch(batch.source.flip(0), batch.begun, batch.wanted)

        assert loss_of(network, batch) != pytest.approx(loss_of(network, turned))


class TestMasks:
    def test_the_same_seed_drops_the_same(self):
        """
        A resumed step drops what it would have dropped.
        """
        masks, layer = Masks(0.3), torch.nn.Identity()
        values = torch.ones(40, 50)

        masks.reseed(1, 2)
        first = masks.drop(layer, values)
        other = masks.drop(layer, values)
        masks.reseed(1, 2)
        again = masks.drop(layer, values)

        assert first.equal(again)
        assert not first.equal(other)

    def test_a_share_is_dropped_and_the_rest_made_up_for_it(self):
        """
        The mean stays.
        """
        dropped = Masks(0.3).drop(torch.nn.Identity(), torch.ones(400, 500))

        assert float((dropped == 0).float().mean()) == pytest.approx(0.3, abs=0.01)
        assert float(dropped.mean()) == pytest.approx(1.0, abs=0.01)

    def test_nothing_is_dropped_out_of_training(self):
        """
        A translation is not a gamble.
        """
        values = torch.ones(4)

        assert Masks(0.9).drop(torch.nn.Identity().eval(), values) is values
