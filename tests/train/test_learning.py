from concurrent.futures import ThreadPoolExecutor

import pytest
import torch

from selaras_train.batches import collate
from selaras_train.checkpoint import read_checkpoint, write_checkpoint
from selaras_train.errors import CheckpointUnusable
from selaras_train.network import Network, Size
from selaras_train.optimiser import Optimiser, Rates
from selaras_train.progress import Limits
from selaras_train.schedule import Schedule
from selaras_train.shards import Shard
from selaras_train.weights import Weights

SIZE = Size(
    vocabulary=40, width=16, heads=2, inner=32, encoder_layers=1, decoder_layers=1
)


@pytest.fixture
def executor():
    with ThreadPoolExecutor(2) as executor:
        yield executor


def quiet(report):
    pass


def moved(executor, *, workers, steps=3, through=None):
    """
    The master copy after some steps, its state passed ``through`` a function midway.
    """
    torch.manual_seed(5)
    weights = Weights(Network(SIZE))
    optimiser = Optimiser(weights, Rates(), executor, workers=workers)
    for number in range(steps):
        torch.manual_seed(number)
        optimiser.gradient.copy_(torch.randn_like(optimiser.gradient))
        optimiser.step(1.0)
        if through and number == 0:
            state = through(optimiser.state())
            optimiser = Optimiser(weights, Rates(), executor, workers=workers)
            optimiser.restore(state)
    return weights.master


class TestWeights:
    def test_networks_look_into_the_working_copy(self):
        """
        What is published is what the networks compute with.
        """
        network = Network(SIZE)
        weights = Weights(network, torch.float32)
        weights.lend(network)

        weights.master.zero_()
        weights.publish()

        assert not any(p.any() for p in network.parameters())

    def test_named_weights_come_back_as_the_vector(self):
        """
        A checkpoint names its parameters; their order in the vector is not promised.
        """
        weights = Weights(Network(SIZE))
        named = {name: t.clone() for name, t in weights.named(weights.master).items()}

        assert weights.read(named).equal(weights.master)

    def test_a_checkpoint_of_another_size_is_refused(self):
        """
        With the name of the parameter that does not fit.
        """
        weights = Weights(Network(SIZE))
        named = dict(weights.named(weights.master))
        named["bias"] = torch.zeros(7)

        with pytest.raises(CheckpointUnusable, match=r"bias of shape \(40,\).*\(7,\)"):
            weights.read(named)

    def test_hidden_matrices_come_first_each_by_itself(self):
        """
        Query, key and value are three matrices for the optimiser, not one.
        """
        weights = Weights(Network(SIZE))
        (joined, *_) = [p for p in weights.places if p.name.endswith("y_value.weight")]

        assert all(
            p.matrices == 0 for p in weights.places if p.start >= weights.matrices
        )
        assert {piece.shape for piece in joined.pieces(weights.master)} == {(16, 16)}


class TestOptimiser:
    def test_the_number_of_workers_changes_nothing(self, executor):
        """
        Matrices are dealt out, results are not.
        """
        assert moved(executor, workers=1).equal(moved(executor, workers=2))

    def test_its_state_is_all_that_it_remembers(self, executor):
        """
        Saved and restored, it goes on as if nothing had been.
        """
        saved = moved(executor, workers=2, through=lambda state: state)

        assert saved.equal(moved(executor, workers=2))

    def test_a_long_gradient_is_shortened(self, executor):
        """
        One bad batch must not throw the weights away.
        """
        weights = Weights(Network(SIZE))
        optimiser = Optimiser(weights, Rates(largest=1.0), executor, workers=1)
        optimiser.gradient.fill_(9.0)

        length = optimiser.step(1.0)

        assert length > 1.0
        assert float(optimiser.gradient.norm()) == pytest.approx(1.0, rel=1e-4)


class TestSchedule:
    def test_the_rate_rises_stays_and_falls_to_nothing(self):
        """
        Told by tokens, so that a resumed training is on the same line.
        """
        schedule = Schedule(warmup=4).until(1000, 0.5)

        shares = [schedule.share(9, tokens) for tokens in (0, 500, 750, 1000, 1200)]

        assert shares == [1.0, 1.0, 0.5, 0.0, 0.0]
        assert schedule.over(1000)
        assert not schedule.over(999)


class TestCheckpoint:
    def test_a_file_that_is_cut_off_is_refused(self, tmp_path):
        """
        In a sentence, not with a traceback of the library.
        """
        path = tmp_path / "last.pt"
        write_checkpoint(path, {"model": torch.ones(1000)})
        path.write_bytes(path.read_bytes()[:900])

        with pytest.raises(CheckpointUnusable, match="is not a checkpoint"):
            read_checkpoint(path)

    def test_a_failed_write_leaves_the_old_one(self, tmp_path):
        """
        The new one takes its place only when it is whole.
        """
        path = tmp_path / "last.pt"
        write_checkpoint(path, {"step": 1})

        with pytest.raises(AttributeError):
            write_checkpoint(path, {"step": lambda: None})

        assert read_checkpoint(path)["step"] == 1

    def test_a_file_of_something_else_is_refused(self, tmp_path):
        """
        A file of torch's need not be a checkpoint of ours.
        """
        torch.save([1, 2], tmp_path / "x.pt")

        with pytest.raises(CheckpointUnusable, match="format 1"):
            read_checkpoint(tmp_path / "x.pt")


class TestTraining:
    def test_workers_and_batches_are_two_things(self, small, tmp_path):
        """
        Two batches on two processors give what they give on one.
        """
        weights = []
        for workers in (1, 2):
            training = small.training(tmp_path / str(workers), workers=workers)
            training.run(Limits(tokens=1500), quiet)
            weights.append(training.learner.weights.master)

        assert weights[0].equal(weights[1])

    def test_stopping_and_resuming_is_not_stopping(self, small, tmp_path):
        """
        The same batches, the same dropout, the same optimiser: the same weights.
        """
        course = {"dropout": 0.2, "smoothing": 0.1}
        whole = small.training(tmp_path / "whole", course=course)
        whole.run(Limits(tokens=3000), quiet)

        first = small.training(tmp_path / "parts", course=course)
        first.run(Limits(tokens=3000, seconds=0.15), quiet)
        second = small.training(tmp_path / "parts", course=course)
        second.resume(tmp_path / "parts" / "last.pt")
        assert 0 < second.progress.tokens < 3000
        second.run(Limits(tokens=3000), quiet)

        assert second.progress.step == whole.progress.step
        assert second.learner.weights.master.equal(whole.learner.weights.master)
        assert second.average.vector.equal(whole.average.vector)

    def test_a_time_limit_makes_the_rate_fall_in_time(self, small, tmp_path):
        """
        The fall begins in the last part of the time; what was before it is kept.
        """
        shares = []
        training = small.training(tmp_path, course={"warmup": 1, "fall": 0.6})

        training.run(Limits(seconds=1.5), lambda report: shares.append(report.share))

        assert shares[0] == 1.0
        assert shares[-1] < 1.0
        assert sorted(shares, reverse=True) == shares
        assert (tmp_path / "held.pt").exists()

    def test_an_ended_training_can_be_gone_on_with(self, small, tmp_path):
        """
        With more tokens the rate rises again to where it belongs.
        """
        small.training(tmp_path).run(Limits(tokens=1000), quiet)
        more = small.training(tmp_path)
        more.resume(tmp_path / "last.pt")

        done = more.run(Limits(tokens=2000), quiet)

        assert done.tokens >= 2000

    def test_a_model_alone_is_enough_to_begin_with(self, small, tmp_path):
        """
        Its weights are taken and its tokens counted on; the optimiser begins afresh.
        """
        first = small.training(tmp_path / "first")
        first.run(Limits(tokens=1000), quiet)
        second = small.training(tmp_path / "second")

        second.start_from(tmp_path / "first" / "average.pt")

        halved = first.average.vector.to(torch.bfloat16)
        assert second.learner.weights.working.equal(halved)
        assert second.progress.tokens == first.progress.tokens
        assert second.progress.step == 0
        assert second.run(Limits(tokens=1500), quiet).tokens >= 1500

    def test_a_listener_is_told_the_time_that_is_left(self, small, tmp_path):
        """
        From the speed so far.
        """
        reports = []

        small.training(tmp_path).run(Limits(tokens=1000), reports.append)

        assert reports[0].left > reports[-1].left == 0.0
        assert reports[0].per_second > 0


def test_a_lesson_is_the_mean_over_pieces(small, tmp_path):
    """
    Batches of different sizes count by their pieces.
    """
    learner = small.training(tmp_path).learner
    long = collate([Shard.of("x", [([50, 3], [60] * 9)])[0]])
    short = collate([Shard.of("x", [([51, 3], [61])])[0]])
    vector = learner.weights.master

    apart = [learner.losses([batch], vector) for batch in (long, short)]
    lesson = learner.step(0, [long, short], 0.0)

    assert lesson.pieces == 12
    assert lesson.loss == pytest.approx((10 * apart[0] + 2 * apart[1]) / 12, rel=1e-2)
