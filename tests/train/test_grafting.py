"""
A model that learns to read another language, without learning again to write.
"""

from dataclasses import replace
from importlib.util import find_spec

import pytest
import torch
from tests.train.conftest import WORDS
from typer.testing import CliRunner

from selaras_train.backtranslating import taken
from selaras_train.checkpoint import read_checkpoint
from selaras_train.cli import app
from selaras_train.corpora import read_corpus
from selaras_train.errors import CheckpointUnusable
from selaras_train.grafting import graft, spelling_of
from selaras_train.preparing import prepare
from selaras_train.recipe import Corpus
from selaras_train.training import Training
from selaras_train.vocabulary import Vocabulary

pytestmark = pytest.mark.skipif(
    find_spec("eflomal") is None,
    reason="eflomal is not installed (extra 'align'; it needs a C compiler)",
)


LETTERS = "äöüßøåæœñçãõ"


@pytest.fixture(scope="module")
def other(small, tmp_path_factory):
    """
    Another language, encoded: a letter for each word of the small one.
    """
    folder = tmp_path_factory.mktemp("other")
    learnt = sorted(set(small.sentences(1500, seed=5)))
    held_out = sorted(set(small.sentences(100, seed=6)) - set(learnt))
    for name, sentences in (("other.tsv", learnt), ("valid.fr-en.tsv", held_out)):
        rows = [[in_letters(s), small.translated(s), s] for s in sentences]
        wide = 3 if sentences is learnt else 2
        lines = ["\t".join(row[:wide]) + "\n" for row in rows]
        (folder / name).write_text("".join(lines), encoding="utf-8")
    recipe = replace(
        small.recipe,
        directions=(("fr", "en"),),
        corpora=(Corpus(path="other.tsv", columns=("fr", "en", "id")),),
    )
    prepare(
        recipe,
        folders=[folder],
        out=folder / "work",
        validation=[folder / "valid.fr-en.tsv"],
        say=lambda line: None,
    )
    return folder, recipe


def in_letters(sentence):
    letters = dict(zip(WORDS, LETTERS, strict=True))
    return " ".join(letters[word] for word in sentence.split())


@pytest.fixture(scope="module")
def learnt(small, tmp_path_factory):
    """
    A model that translates the small language.
    """
    run = tmp_path_factory.mktemp("learnt") / "run"
    done = CliRunner().invoke(
        app,
        [
            *("train", str(small.folder / "small.toml"), "--work", str(small.work)),
            *("--run", str(run), "--workers", "2", "--tokens", "60000"),
        ],
    )
    assert done.exit_code == 0, done.output
    return run / "average.pt"


def pairs_of(folder):
    """
    What the new model reads, with what the old one reads.
    """
    corpus = Corpus(path="other.tsv", columns=("fr", "en", "id"))
    return list(taken(read_corpus(corpus, ("fr", "id"), [folder]), (), 1000))


def loss(other, model, run):
    folder, recipe = other
    run.mkdir()
    training = Training(
        recipe,
        data=folder / "work" / "train",
        validation=folder / "work" / "valid",
        folder=run,
        device=torch.device("cpu"),
        workers=1,
    )
    if model:
        training.start_from(model)
    (value,) = training.validation.losses(
        training.learner, training.average.vector
    ).values()
    return value


def test_it_knows_before_it_has_learnt_anything(small, other, learnt, tmp_path):
    """
    Far from nothing, and nearer than with the letters alone.
    """
    folder, _ = other
    old = Vocabulary(small.work / "vocabulary.model")
    new = Vocabulary(folder / "work" / "vocabulary.model")
    said = []

    pairs = pairs_of(folder)
    wishes = {"read": "id", "say": said.append}
    tally = graft(learnt, old, new, pairs, out=tmp_path / "a", **wishes)
    letters = graft(learnt, old, new, pairs[:1], out=tmp_path / "b", **wishes)

    assert tally.kept + tally.translated + tally.spelt == len(new)
    assert tally.translated > letters.translated
    assert any("begin as their translations" in line for line in said)
    grafted = loss(other, tmp_path / "a", tmp_path / "one")
    assert grafted < loss(other, tmp_path / "b", tmp_path / "two")
    assert grafted < loss(other, None, tmp_path / "three") - 1


def test_from_the_command_line(small, other, learnt, tmp_path):
    """
    What it writes is a model to start from that has learnt nothing of its own yet.
    """
    folder, _ = other
    (tmp_path / "graft.toml").write_text(
        'directions = ["fr-id"]\n'
        'corpora = [{ path = "other.tsv", columns = ["fr", "en", "id"] }]\n',
        encoding="utf-8",
    )

    done = CliRunner().invoke(
        app,
        [
            *("graft", str(learnt), str(tmp_path / "graft.toml")),
            *("--corpora", str(folder), "--direction", "fr-id"),
            *("--old", str(small.work / "vocabulary.model")),
            *("--new", str(folder / "work" / "vocabulary.model")),
            *("--out", str(tmp_path / "start.pt")),
        ],
    )

    assert done.exit_code == 0, done.output
    content = read_checkpoint(tmp_path / "start.pt")
    assert content["facts"]["tokens"] == 0
    assert content["model"]["embedding.weight"].shape[0] == 330


def test_another_model_s_vocabulary_is_refused(small, other, learnt, tmp_path):
    """
    Its pieces would be taken for others.
    """
    new = Vocabulary(other[0] / "work" / "vocabulary.model")
    content = read_checkpoint(learnt)
    content["size"]["vocabulary"] = 331
    torch.save(content, tmp_path / "wrong.pt")

    with pytest.raises(CheckpointUnusable, match="330 pieces but it has 331"):
        graft(tmp_path / "wrong.pt", new, new, [], read="id", out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_sign_is_spelt_by_nothing_known(small):
    """
    Its letters mean something else.
    """
    old = Vocabulary(small.work / "vocabulary.model")

    assert spelling_of("<N0>", old) == {1: 1.0}
