"""
What is said beside a recipe when a training is begun or gone on with.
"""

import re

import pytest
from typer.testing import CliRunner

from selaras_train.checkpoint import read_checkpoint
from selaras_train.cli import app
from selaras_train.errors import RecipeInvalid
from selaras_train.recipe import recipe_from
from selaras_train.running import changed, require_drawn


def say(*arguments, fails=False):
    done = CliRunner().invoke(app, arguments)
    assert bool(done.exit_code) == fails, done.output
    return done.output


class TestChanged:
    recipe = recipe_from({"weights": {"news": 2.0, "laws": 0.5}}, name="some")

    def test_weights_and_the_fall_are_said_beside_a_recipe(self):
        """
        What is not said stays.
        """
        new = changed(self.recipe, ["news=4", "news+rough=0"], 0.7)

        assert new.weights == {"news": 4.0, "laws": 0.5, "news+rough": 0.0}
        assert new.course.fall == 0.7

    def test_nothing_said_changes_nothing(self):
        """
        Not even a fall of zero is assumed; one that is said counts.
        """
        assert changed(self.recipe, (), None) == self.recipe
        assert changed(self.recipe, (), 0.0).course.fall == 0.0

    @pytest.mark.parametrize(
        "text", ["news", "news=", "=4", "news=much", "news=-1", "news=nan", "news=inf"]
    )
    def test_a_weight_that_is_none_is_refused(self, text):
        """
        With an example of one.
        """
        with pytest.raises(RecipeInvalid, match=f"like news6=10 but got '{text}'"):
            changed(self.recipe, [text], None)


class TestRequireDrawn:
    @pytest.fixture
    def work(self, tmp_path):
        """
        A work folder with two corpora, one of them changed as well.
        """
        (tmp_path / "train").mkdir()
        for name in ("news.id-en", "news+rough.id-en", "laws.id-fr"):
            (tmp_path / "train" / f"{name}.npz").touch()
        return tmp_path

    def test_corpora_shards_and_ways_are_known(self, work):
        """
        All that a weight may be said of.
        """
        said = ["news=4", "news+rough=1", "+rough=0.5", "laws.id-fr=2"]

        require_drawn(said, work)

    @pytest.mark.parametrize("text", ["new=4", "+bt=1", "laws.id-en=2"])
    def test_a_weight_of_nothing_is_refused(self, work, text):
        """
        It would be without effect, and nobody would know.
        """
        corpus = text.partition("=")[0]
        with pytest.raises(RecipeInvalid, match=f"there is no {re.escape(corpus)}"):
            require_drawn([text], work)


class TestOptions:
    def test_a_weight_that_is_none_is_said_plainly(self, small, tmp_path):
        """
        Before anything is read or written.
        """
        said = self.train(small, tmp_path, "--weight", "news", fails=True)

        assert "Expected a weight like news6=10 but got 'news'" in said
        assert not (tmp_path / "run").exists()

    def test_a_fall_is_a_share(self, small, tmp_path):
        """
        Of the training, from nothing to all of it.
        """
        self.train(small, tmp_path, "--fall", "1.5", fails=True)

        assert not (tmp_path / "run").exists()

    def test_without_a_fall_the_rate_stays_and_is_gone_on_from(self, small, tmp_path):
        """
        The fall comes with a later part, in which other text counts for more.
        """
        self.train(small, tmp_path, "--fall", "0", "--tokens", "2000")
        none = schedule_of(tmp_path / "run")

        said = self.train(
            *(small, tmp_path, "--fall", "0.5", "--tokens", "6000"),
            *("--weight", "small=3", "--weight", "small.id-en=0.5"),
            command="resume",
        )

        assert none["falls_from"] == none["ends"] == 2000
        assert schedule_of(tmp_path / "run")["falls_from"] == 3000
        assert "Stopped at step" in said

    def train(self, small, folder, *options, command="train", fails=False):
        return say(
            *(command, str(small.folder / "small.toml"), "--work", str(small.work)),
            *("--run", str(folder / "run"), "--device", "cpu", *options),
            fails=fails,
        )


def schedule_of(run):
    return read_checkpoint(run / "last.pt")["progress"]["schedule"]
