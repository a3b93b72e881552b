"""
A model that learns what people corrected, from a TMX file or a memory to the store.
"""

from dataclasses import replace

import pytest
import torch
from typer.testing import CliRunner

from selaras.cli import app as selaras
from selaras.exchange.tmx import write_tmx
from selaras.memory import Entry, Memory
from selaras.weights.manifest import read
from selaras_train import adapting
from selaras_train.checkpoint import read_checkpoint
from selaras_train.cli import app
from selaras_train.corrections import Corrections, corrections_in, is_held_back
from selaras_train.errors import CheckpointUnusable, NothingToLearn
from selaras_train.importing import import_model, is_guided
from selaras_train.scoring import Exported, Search

EFFORT = ("--passes", "40", "--minutes", "3")


def say(*arguments, fails=False, program=app):
    done = CliRunner().invoke(program, arguments)
    assert bool(done.exit_code) == fails, done.output
    return done.output


@pytest.fixture(scope="module")
def base(small, tmp_path_factory):
    """
    The small language's model, with a manifest, in a store.
    """
    folder = tmp_path_factory.mktemp("base")
    recipe, model = str(small.folder / "small.toml"), str(folder / "run" / "average.pt")
    course = ["--work", str(small.work), "--run", str(folder / "run")]
    exported = str(folder / "exported")
    say("train", recipe, *course, "--workers", "2", "--tokens", "80000")
    vocabulary = str(small.work / "vocabulary.model")
    say("export", model, "--vocabulary", vocabulary, "--out", exported)
    say(
        *("card", recipe, "--folder", exported, "--model", model),
        *("--tally", str(small.work / "tally.json")),
        *("--name", "small", "--version", "1.0", "--summary", "Twelve words."),
    )
    return folder


@pytest.fixture(autouse=True)
def store(base, tmp_path, monkeypatch):
    """
    A store with the model in it.
    """
    monkeypatch.setenv("SELARAS_MODELS", str(tmp_path / "models"))
    say("models", "import", str(base / "exported"), program=selaras)
    return tmp_path / "models"


@pytest.fixture(autouse=True)
def gently(monkeypatch):
    """
    A network of twelve words has nothing to spare, and takes larger steps.
    """
    course = replace(
        adapting.COURSE,
        tokens=200,
        matrix_rate=0.01,
        other_rate=0.003,
        dropout=0.0,
        smoothing=0.0,
    )
    monkeypatch.setattr(adapting, "COURSE", course)


@pytest.fixture
def general(small, tmp_path):
    """
    Sentences that nobody corrected: to measure with, and others to rehearse.
    """

    def written(name, seed, count):
        lines = sorted(set(small.sentences(count, seed=seed)))
        lines = [line for line in lines if "kucing" not in line]
        rows = [f"{line}\t{small.translated(line)}\n" for line in lines]
        path = tmp_path / name
        path.write_text("".join(["id\ten\n", *rows]), encoding="utf-8")
        return path

    return written("general.tsv", 11, 150), written("rehearsed.tsv", 12, 1500)


def corrected(small, change):
    """
    What people make of sentences, in one way.
    """
    lines = sorted(set(small.sentences(900, seed=7)))
    return [
        (line, change(small.translated(line))) for line in lines if "kucing" in line
    ]


def canine(text):
    return text.replace("cat", "dog")


def tmx_of(pairs, path, level="human"):
    entries = [
        Entry(text=text, translation=translation, target="en", level=level)
        for text, translation in pairs
    ]
    path.write_text("".join(write_tmx(entries)), encoding="utf-8")
    return path


def test_what_people_write_is_learnt_and_the_rest_is_kept(
    small, base, general, tmp_path
):
    """
    Another word in all corrections is the model's own afterwards, and no other word is.
    """
    edits = tmx_of(corrected(small, canine), tmp_path / "edits.tmx")
    watched, rehearsed = general

    said = say(
        *("adapt", "id-en", "--model", "small", "--name", "ours", *EFFORT),
        *("--edits", str(edits), "--general", str(watched)),
        *("--rehearse", str(rehearsed), "--out", str(tmp_path / "ours")),
    )
    say("models", "import", str(tmp_path / "ours"), program=selaras)

    model = Exported(tmp_path / "ours", Search(beam=1, repetition_penalty=1.0))
    assert model.translate(["kucing hitam", "rumah hitam"], "en") == [
        "dog black",
        "house black",
    ]
    assert "corrections held back" in said
    manifest = read(tmp_path / "ours")
    assert (manifest.name, manifest.version) == ("ours", "1.0")
    assert "corrections" in {source.name for source in manifest.sources}
    assert any("held back" in score.metric for score in manifest.scores)
    listed = say("models", "list", program=selaras)
    assert "ours" in listed
    say("models", "verify", "ours", program=selaras)
    assert not (tmp_path / "ours" / "vmap.txt").exists()
    assert not is_guided(tmp_path / "ours")


def test_a_memory_serves_as_well_as_a_file(small, general, tmp_path):
    """
    What a machine wrote in it is not learnt.
    """
    pairs = corrected(small, canine)
    with Memory(tmp_path / "memory.db") as memory:
        memory.remember_many(
            Entry(text=t, translation=x, target="en", level="human") for t, x in pairs
        )
        memory.remember(Entry(text="merah", translation="blue", target="en"))

    found = corrections_in("en", memories=[tmp_path / "memory.db"])

    assert len(found.learnt) + len(found.held_back) == len(pairs)
    assert "merah" not in {pair.source for pair in found.learnt}


def test_a_model_that_did_not_get_better_is_not_written(small, general, tmp_path):
    """
    Corrections without a rule teach nothing; the error says what stays.
    """
    shuffled = corrected(small, canine)
    targets = [translation for _, translation in shuffled]
    turned = [*targets[37:], *targets[:37]]
    held = [
        (text, canine(small.translated(text)) if not is_held_back(text) else wrong)
        for (text, _), wrong in zip(shuffled, turned, strict=True)
    ]
    right = [(t, small.translated(t) if is_held_back(t) else x) for t, x in held]
    edits = tmx_of(right, tmp_path / "edits.tmx")

    said = say(
        *("adapt", "id-en", "--model", "small", *EFFORT),
        *("--edits", str(edits), "--general", str(general[0])),
        *("--out", str(tmp_path / "ours")),
        fails=True,
    )

    assert "The old model stays" in said
    assert "no better at corrections" in said
    assert not list(tmp_path.glob("ours*"))


def test_a_model_that_forgot_is_not_written(small, general, tmp_path):
    """
    All words changed in the corrections: then general news comes out wrong.
    """
    pairs = [(t, "bird " * 3 + "bird") for t, _ in corrected(small, canine)]
    edits = tmx_of(pairs, tmp_path / "edits.tmx")

    said = say(
        *("adapt", "id-en", "--model", "small", *EFFORT),
        *("--edits", str(edits), "--general", str(general[0])),
        *("--out", str(tmp_path / "ours")),
        fails=True,
    )

    assert "on general news" in said
    assert not list(tmp_path.glob("ours*"))


class TestRefusals:
    def test_few_corrections_are_not_learnt_from(self, small, tmp_path):
        """
        Nor could anybody tell whether it helped.
        """
        edits = tmx_of(corrected(small, canine)[:30], tmp_path / "edits.tmx")

        with pytest.raises(NothingToLearn, match=r"at least 60 .* found 30"):
            corrections_in("en", tmx=[edits])

    def test_a_machines_units_do_not_count(self, small, tmp_path):
        """
        A memory that is exported says who wrote what.
        """
        edits = tmx_of(corrected(small, canine), tmp_path / "edits.tmx", "machine")

        with pytest.raises(NothingToLearn, match="found 0"):
            corrections_in("en", tmx=[edits])

    def test_a_pair_that_the_model_does_not_have(self, small, general, tmp_path):
        """
        It says so, and learns nothing.
        """
        entries = [
            Entry(text=text, translation="…", target="fr", level="human")
            for text, _ in corrected(small, canine)
        ]
        edits = tmp_path / "edits.tmx"
        edits.write_text("".join(write_tmx(entries)), encoding="utf-8")
        table = tmp_path / "fr.tsv"
        lines = sorted(set(small.sentences(150, seed=11)))
        table.write_text(
            "".join(
                [
                    "id\tfr\n",
                    *(f"{line}\t…\n" for line in lines if "kucing" not in line),
                ]
            ),
            encoding="utf-8",
        )

        said = say(
            *("adapt", "id-fr", "--model", "small", "--edits", str(edits)),
            *("--general", str(table), "--out", str(tmp_path / "ours")),
            fails=True,
        )

        assert "does not translate id-fr" in said

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            (["--name", "small"], "other than small"),
            (["--name", "Not This"], "small letters"),
            (["--general", "nowhere.tsv"], "nowhere.tsv"),
            (["--memory", "nowhere.db"], "There is no memory nowhere.db"),
            (["--model", "nobody"], "nobody"),
        ],
    )
    def test_what_cannot_be_is_said(self, small, general, tmp_path, change, expected):
        """
        Before anything is learnt.
        """
        edits = tmx_of(corrected(small, canine), tmp_path / "edits.tmx")

        said = say(
            *("adapt", "id-en", "--model", "small", "--edits", str(edits)),
            *("--general", str(general[0]), "--out", str(tmp_path / "ours"), *change),
            fails=True,
        )

        assert expected in " ".join(said.split())

    def test_a_folder_that_is_there_is_left_alone(self, small, general, tmp_path):
        """
        Another model may lie in it.
        """
        edits = tmx_of(corrected(small, canine), tmp_path / "edits.tmx")
        (tmp_path / "ours").mkdir()

        said = say(
            *("adapt", "id-en", "--model", "small", "--edits", str(edits)),
            *("--general", str(general[0]), "--out", str(tmp_path / "ours")),
            fails=True,
        )

        assert "name another --out" in said


class TestImporting:
    def test_what_was_exported_comes_back(self, base):
        """
        To within what rounding to integers loses of a row.
        """
        size, named = import_model(base / "exported")

        content = read_checkpoint(base / "run" / "average.pt")
        assert {name: getattr(size, name) for name in size.__slots__} == content["size"]
        assert set(named) == set(content["model"])
        for name, tensor in content["model"].items():
            rows = tensor.float().reshape(len(tensor), -1)
            off = (named[name].reshape(len(tensor), -1) - rows).abs().amax(1)
            assert torch.all(off <= rows.abs().amax(1) / 250 + 1e-6)

    @pytest.mark.parametrize("kept", [0, 3, 40, 5000])
    def test_a_damaged_file_is_named(self, base, tmp_path, kept):
        """
        Cut off anywhere, it is refused.
        """
        data = (base / "exported" / "model.bin").read_bytes()
        (tmp_path / "model.bin").write_bytes(data[:kept])

        with pytest.raises(CheckpointUnusable, match=r"model\.bin to be a model"):
            import_model(tmp_path)

    def test_a_folder_without_a_model_is_named(self, tmp_path):
        """
        Rather than a traceback.
        """
        with pytest.raises(CheckpointUnusable, match=r"no model\.bin"):
            import_model(tmp_path)


def test_the_same_sentences_are_held_back_each_time(small, tmp_path):
    """
    However many corrections are added, none that was learnt is measured with.
    """
    pairs = corrected(small, canine)
    some = corrections_in("en", tmx=[tmx_of(pairs[:100], tmp_path / "some.tmx")])
    more = corrections_in("en", tmx=[tmx_of(pairs, tmp_path / "more.tmx")])

    assert isinstance(some, Corrections)
    learnt = {pair.source for pair in some.learnt}
    assert not learnt & {pair.source for pair in more.held_back}
