"""
From text to a model that translates, with the commands that a user types.
"""

import json

import pytest
from typer.testing import CliRunner

from selaras.weights.manifest import read
from selaras_train.cli import app
from selaras_train.scoring import Exported, Search

TOKENS = 110_000
GREEDY = Search(beam=1, repetition_penalty=1.0, threads=1)


@pytest.fixture(scope="module")
def made(small, tmp_path_factory):
    """
    The small language, learnt and exported.
    """
    folder = tmp_path_factory.mktemp("made")
    recipe, work = str(small.folder / "small.toml"), str(small.work)
    vocabulary = str(small.work / "vocabulary.model")
    run, model = str(folder / "run"), str(folder / "run" / "average.pt")
    course = ["--work", work, "--run", run, "--workers", "2"]
    say("train", recipe, *course, "--tokens", str(TOKENS))
    for precision in ("int8", "float32"):
        out = ["--out", str(folder / precision), "--precision", precision]
        say("export", model, "--vocabulary", vocabulary, *out)
    return folder


def say(*arguments, fails=False):
    done = CliRunner().invoke(app, arguments)
    assert bool(done.exit_code) == fails, done.output
    return done.output


@pytest.mark.parametrize("precision", ["int8", "float32"])
def test_sentences_that_it_never_saw_are_translated(small, made, precision):
    """
    Every word of most sentences is the right one, and in its place.
    """
    unseen = sorted(set(small.sentences(300, seed=2)) - set(small.sentences(3000)))

    translated = Exported(made / precision, GREEDY).translate(unseen, "en")

    right = [small.translated(s) == t for s, t in zip(unseen, translated, strict=True)]
    assert len(right) > 20
    assert sum(right) / len(right) > 0.8


def test_the_exported_model_is_the_network(small, made):
    """
    Before quantisation both give a translation the same log-probability.
    """
    import ctranslate2
    import torch

    from selaras_train.batches import Batch
    from selaras_train.sifting import load_network
    from selaras_train.vocabulary import BEGIN, END, Vocabulary

    vocabulary = Vocabulary(small.work / "vocabulary.model")
    source, target = "kucing hitam", "black cat"
    pieces = vocabulary.pieces()
    numbers, wanted = vocabulary.source(source, "en"), [*vocabulary.target(target), END]
    translator = ctranslate2.Translator(str(made / "float32"), compute_type="float32")

    (scored,) = translator.score_batch(
        [[pieces[n] for n in numbers]], [[pieces[n] for n in wanted[:-1]]]
    )

    network = load_network(made / "run" / "average.pt", torch.float32)
    rows = ([numbers], [[BEGIN, *wanted[:-1]]], [wanted])
    batch = Batch(*(torch.tensor(row) for row in rows))
    with torch.no_grad():
        loss = float(network(batch.source, batch.begun, batch.wanted))
    assert sum(scored.log_probs) == pytest.approx(-loss * len(wanted), abs=1e-4)


def test_scores_come_with_signatures_and_the_card_shows_them(small, made):
    """
    The manifest is one that the core reads, and it names every file with its sum.
    """
    lines = sorted(set(small.sentences(40, seed=3)))
    source, reference, scores = made / "s.id", made / "s.en", made / "scores.json"
    source.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    reference.write_text("".join(f"{small.translated(x)}\n" for x in lines), "utf-8")
    folder, recipe = str(made / "int8"), str(small.folder / "small.toml")

    say(
        *("score", folder, "--direction", "id-en", "--beam", "1"),
        *("--source", str(source), "--reference", str(reference)),
        *("--name", "small", "--out", str(scores)),
    )
    say(
        *(
            "card",
            recipe,
            "--folder",
            folder,
            "--tally",
            str(small.work / "tally.json"),
        ),
        *("--model", str(made / "run" / "average.pt"), "--scores", str(scores)),
        *("--name", "small", "--version", "1.0", "--summary", "Twelve words."),
    )

    measured = {m["name"]: m for m in json.loads(scores.read_text())["measurements"]}
    assert measured["BLEU"]["value"] > 80
    assert "beam:1" in measured["BLEU"]["signature"]
    manifest = read(made / "int8")
    assert manifest.pairs == (("id", "en"),)
    assert {source.licence for source in manifest.sources} == {"CC0"}
    assert {file.path for file in manifest.files} >= {"model.bin", "spm.model"}
    assert any(
        s.metric == "BLEU on small" and "beam:1" in s.signature for s in manifest.scores
    )
    card = (made / "int8" / "model-card.md").read_text("utf-8")
    assert "| small | " in card
    assert f"{manifest.models[0].parameters:,}" in card


def test_the_curve_has_a_point_for_every_checkpoint(small, made):
    """
    With its loss and its scores.
    """
    lines = sorted(set(small.sentences(30, seed=5)))
    source, reference = made / "c.id", made / "c.en"
    source.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    reference.write_text("".join(f"{small.translated(x)}\n" for x in lines), "utf-8")

    say(
        *("curve", str(made / "run"), "--direction", "id-en"),
        *("--vocabulary", str(small.work / "vocabulary.model")),
        *("--source", str(source), "--reference", str(reference)),
        *("--out", str(made / "curve.json"), "--limit", "20"),
    )

    curve = json.loads((made / "curve.json").read_text("utf-8"))
    (point,) = curve["points"]
    assert point["tokens"] >= TOKENS
    assert point["BLEU"] > 50
    assert point["valid.id-en"] < 1.0
    assert "n:20" in curve["signature"]


def test_the_mean_of_one_model_is_itself(made):
    """
    Averaging loses nothing that was not lost before.
    """
    from selaras_train.checkpoint import read_checkpoint

    model = str(made / "run" / "average.pt")

    say("average", model, model, "--out", str(made / "mean.pt"))

    mean, one = (
        read_checkpoint(made / "mean.pt"),
        read_checkpoint(made / "run" / "average.pt"),
    )
    assert mean["facts"]["averaged"] == 2
    for name, tensor in one["model"].items():
        assert tensor.equal(mean["model"][name])


def test_pairs_that_do_not_belong_together_are_sifted_out(small, made):
    """
    A model that knows the language sees that a translation is another sentence's.
    """
    from selaras_train.shards import Shard, read_shards
    from selaras_train.vocabulary import Vocabulary

    vocabulary = Vocabulary(small.work / "vocabulary.model")
    good = sorted(set(small.sentences(60, seed=4)))
    turned = [*good[7:], *good[:7]]
    pairs = [(s, small.translated(s)) for s in good]
    wrong = [(s, small.translated(t)) for s, t in zip(good, turned, strict=True)]
    mixed = made / "mixed" / "train"
    mixed.mkdir(parents=True)
    for name, some in (("good", pairs), ("wrong", wrong)):
        numbers = [(vocabulary.source(s, "en"), vocabulary.target(t)) for s, t in some]
        Shard.of(f"{name}.id-en", numbers).write(mixed)

    say(
        *("sift", "--work", str(made / "mixed"), "--out", str(made / "sifted")),
        *("--model", str(made / "run" / "average.pt"), "--least", "2.0"),
    )

    kept = {shard.name: len(shard) for shard in read_shards(made / "sifted" / "train")}
    assert kept["good.id-en"] > 0.8 * len(good)
    assert kept.get("wrong.id-en", 0) < 0.4 * len(good)


class TestRefusals:
    def test_a_folder_with_a_training_is_not_trained_over(self, small, made):
        """
        A day's work is not lost to a slip of the hand.
        """
        recipe, work = str(small.folder / "small.toml"), str(small.work)

        said = say(
            *("train", recipe, "--work", work, "--run", str(made / "run")), fails=True
        )

        assert "selaras-train resume" in said

    def test_a_vocabulary_of_another_size_is_not_exported(self, small, made, tmp_path):
        """
        Its pieces would be other words.
        """
        from selaras_train.vocabulary import learn_vocabulary

        texts = {"id": small.sentences(500)}
        other = tmp_path / "other.model"
        learn_vocabulary(texts, size=310, path=other)

        said = say(
            *("export", str(made / "run" / "average.pt"), "--vocabulary", str(other)),
            *("--out", str(tmp_path / "out")),
            fails=True,
        )

        assert "a vocabulary of 330 pieces" in said
        assert not (tmp_path / "out").exists()

    def test_a_precision_that_is_none_is_refused(self, small, made, tmp_path):
        """
        With the ones that there are.
        """
        vocabulary = str(small.work / "vocabulary.model")

        said = say(
            *("export", str(made / "run" / "average.pt"), "--vocabulary", vocabulary),
            *("--out", str(tmp_path / "out"), "--precision", "int3"),
            fails=True,
        )

        assert "int8 or float32" in said
