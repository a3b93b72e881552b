"""
One network for two languages: what is corrected in one must not be lost in the other.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
import torch

from selaras.weights import Model, Score
from selaras.weights.manifest import FILE, read
from selaras.weights.writing import write
from selaras_train import adapting, watching
from selaras_train.adapted import touched
from selaras_train.adapting import Effort, Task, adapt, plan, task_for
from selaras_train.card import Title, manifest_of, read_record
from selaras_train.checkpoint import read_checkpoint, write_model
from selaras_train.corpora import Pair
from selaras_train.corrections import Corrections, is_held_back, news_in
from selaras_train.errors import NotBetter
from selaras_train.export import export_model
from selaras_train.importing import is_guided
from selaras_train.lessons import write_lessons
from selaras_train.network import Size
from selaras_train.preparing import prepare
from selaras_train.progress import Limits
from selaras_train.recipe import read_recipe
from selaras_train.scoring import Exported, Search
from selaras_train.shards import read_shards
from selaras_train.shortlists import read_shortlists
from selaras_train.training import Training
from selaras_train.vocabulary import Vocabulary

FRENCH = {
    "merah": "rouge",
    "biru": "bleu",
    "hijau": "vert",
    "kuning": "jaune",
    "putih": "blanc",
    "hitam": "noir",
    "kucing": "chat",
    "anjing": "chien",
    "burung": "oiseau",
    "ikan": "poisson",
    "rumah": "maison",
    "jalan": "route",
}

RECIPE = """
directions = ["id-en", "id-fr"]
corpora = [{ path = "twins.tsv" }]
licences = { twins = "CC0" }

[shape]
vocabulary = 340
width = 32
heads = 2
inner = 64
encoder_layers = 1
decoder_layers = 1

[course]
tokens = 600
batches = 2
matrix_rate = 0.03
other_rate = 0.01
warmup = 20
dropout = 0.0
smoothing = 0.0
pool = 1000
"""


def french(sentence):
    return " ".join(FRENCH[word] for word in sentence.split())


@dataclass(frozen=True)
class Twins:
    """
    The small language into English and French by one network, and text to adapt it.
    """

    small: Any
    model: Any

    def table(self, path, lines):
        rows = [
            f"{line}\t{self.small.translated(line)}\t{french(line)}\n" for line in lines
        ]
        path.write_text("".join(["id\ten\tfr\n", *rows]), encoding="utf-8")
        return path

    def lines(self, count, seed):
        lines = sorted(set(self.small.sentences(count, seed=seed)))
        return [line for line in lines if "kucing" not in line]

    def corrections(self):
        """
        A newsroom that leaves a word as it is in Indonesian.
        """
        lines = sorted(set(self.small.sentences(900, seed=7)))
        pairs = [
            Pair("edits", line, self.small.translated(line).replace("cat", "anjing"))
            for line in lines
            if "kucing" in line
        ]
        return Corrections(
            tuple(pair for pair in pairs if not is_held_back(pair.source)),
            tuple(pair for pair in pairs if is_held_back(pair.source)),
        )

    def task(self, general, rehearsed=()):
        return task_for(
            self.model,
            "en",
            self.corrections(),
            general=news_in([general], "en", "general"),
            rehearsed=news_in(rehearsed, "en", "rehearsed"),
        )


@pytest.fixture(scope="module")
def twins(small, tmp_path_factory):
    """
    A model with one head that was taught, lists for each language, and scores.
    """
    folder = tmp_path_factory.mktemp("twins")
    work, out = folder / "work", folder / "exported"
    bare = Twins(small, None)
    bare.table(folder / "twins.tsv", sorted(set(small.sentences(3000))))
    (folder / "twins.toml").write_text(RECIPE, encoding="utf-8")
    recipe = read_recipe(folder / "twins.toml")
    prepare(recipe, folders=[folder], out=work, say=lambda line: None)
    trained(recipe, work, folder)
    content = read_checkpoint(folder / "average.pt")
    facts = content["facts"] | {"guided": True}
    model = folder / "guided.pt"
    write_model(model, Size(**content["size"]), content["model"], **facts)
    export_model(model, work / "vocabulary.model", out, shortlists=work)
    record = read_record(recipe, model, work / "tally.json", ())
    stale = (score(("id", "en")), score(("id", "fr")))
    title = Title(name="twins", version="1.0", summary="Twelve words, twice.")
    manifest = replace(manifest_of(out, title, record), scores=stale)
    (out / FILE).write_text(write(manifest), encoding="utf-8")
    return replace(bare, model=Model(manifest=manifest, folder=out))


def trained(recipe, work, folder):
    places = {"data": work / "train", "validation": None, "folder": folder}
    training = Training(recipe, device=torch.device("cpu"), workers=2, **places)
    limits = Limits(tokens=240_000, checkpoint_seconds=1e6)
    training.run(limits, lambda report: None)


def score(pair):
    return Score(pair=pair, metric="chrF2 on old news", value=99.0, signature="old")


@pytest.fixture(autouse=True, scope="module")
def gently():
    """
    A network of twelve words takes larger steps, and has little to spare.
    """
    with pytest.MonkeyPatch.context() as patch:
        course = replace(
            adapting.COURSE,
            tokens=200,
            matrix_rate=0.003,
            other_rate=0.001,
            dropout=0.0,
            smoothing=0.0,
        )
        patch.setattr(adapting, "COURSE", course)
        patch.setattr(watching, "FORGOTTEN", 3.0)
        yield


def adapted_to(task, out):
    said: list[str] = []
    adapt(
        task,
        out,
        name="ours",
        effort=Effort(minutes=3, passes=80),
        listen=lambda report: None,
        say=said.append,
    )
    return said


@dataclass(frozen=True)
class Ours:
    """
    The model after English was corrected, its weights, and what was said meanwhile.
    """

    task: Task
    folder: Path
    said: list[str]
    learnt: list[Any]


@pytest.fixture(scope="module")
def ours(twins, tmp_path_factory):
    folder = tmp_path_factory.mktemp("ours")
    general = twins.table(folder / "general.tsv", twins.lines(150, 11))
    rehearsed = twins.table(folder / "rehearsed.tsv", twins.lines(1500, 12))
    task = twins.task(general, [rehearsed])
    learn, learnt = adapting.learnt, []

    def remembering(*arguments):
        learnt.append(learn(*arguments))
        return learnt[-1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(adapting, "learnt", remembering)
        said = adapted_to(task, folder / "model")
    return Ours(task, folder / "model", said, learnt)


class TestAnAdaptedModel:
    def test_it_learnt_one_language_and_kept_the_other(self, ours):
        """
        The same sentence, corrected in English only.
        """
        model = Exported(ours.folder, Search(beam=1, repetition_penalty=1.0))

        assert model.translate(["kucing hitam", "rumah biru"], "en") == [
            "anjing black",
            "house blue",
        ]
        assert model.translate(["rumah hitam"], "fr") == ["maison noir"]

    def test_it_says_what_was_measured(self, ours):
        """
        Each language by its name, before and after.
        """
        said = ours.said

        assert said[0].startswith("General news is measured in en (")
        assert ", fr (" in said[0]
        assert "rehearse is learnt from in en (" in said[1]
        assert any(line.startswith("  id-fr, general news (") for line in said)
        assert not any("cannot be measured" in line for line in said)

    def test_old_scores_do_not_stand(self, ours):
        """
        They were of other weights, in every language.
        """
        scores = read(ours.folder).scores

        assert "old" not in {score.signature for score in scores}
        assert {score.pair for score in scores} == {("id", "en"), ("id", "fr")}

    def test_the_taught_head_stays_the_one_that_is_asked(self, twins, ours):
        """
        One head of two, as it was exported.
        """
        assert is_guided(twins.model.folder)
        assert is_guided(ours.folder)

    def test_its_lists_are_wider_by_what_was_corrected(self, twins, ours):
        """
        No English had this piece before; French, which is not corrected, has it not.
        """
        before = dict(read_shortlists(twins.model.folder / "vmap.txt"))
        after = dict(read_shortlists(ours.folder / "vmap.txt"))

        assert after["<2en>"] - before["<2en>"] == {"▁anjing"}
        assert after["<2fr>"] == before["<2fr>"]

    def test_its_files_are_what_the_manifest_says(self, ours):
        """
        The lists among them, which were written anew.
        """
        Model(manifest=read(ours.folder), folder=ours.folder).verify()


def test_what_is_forgotten_in_another_language_is_found(ours, tmp_path, monkeypatch):
    """
    English got better, and French is gone: that is not taken for progress.
    """
    vocabulary = Vocabulary(ours.task.model.folder / "spm.model")
    english, other = (vocabulary.source("", tag)[0] for tag in ("en", "fr"))
    table = ours.learnt[0]["embedding.weight"].clone()
    table[other] = table[english]

    def without_french(task, size, old, work, *rest):
        (work / "train").mkdir()
        lessons = task.direction, task.corrections, task.rehearsed
        write_lessons(*lessons, vocabulary, work / "train")
        return ours.learnt[0] | {"embedding.weight": table}

    monkeypatch.setattr(adapting, "learnt", without_french)
    monkeypatch.setattr(adapting, "WAYS", (1.0,))

    with pytest.raises(NotBetter, match=r"points of chrF2 on general news in fr\."):
        adapted_to(ours.task, tmp_path / "ours")

    assert not (tmp_path / "ours").exists()


class TestPlan:
    def test_a_table_without_a_language_leaves_it_unmeasured(self, twins, tmp_path):
        """
        It is said, by name, and what would be needed.
        """
        lines = twins.lines(150, 11)
        rows = [f"{line}\t{twins.small.translated(line)}\n" for line in lines]
        (tmp_path / "general.tsv").write_text("".join(["id\ten\n", *rows]))

        said = " ".join(plan(twins.task(tmp_path / "general.tsv")))

        assert "forgotten in fr cannot be measured: that needs 50 sentences" in said
        assert "rehearse" not in said

    def test_some_few_sentences_are_none(self, twins, tmp_path):
        """
        Half a point of them would be chance.
        """
        lines = twins.lines(150, 11)
        table = twins.table(tmp_path / "general.tsv", lines[:49])
        english = [f"{x}\t{twins.small.translated(x)}\t-\n" for x in lines[49:]]
        with table.open("a", encoding="utf-8") as file:
            file.writelines(english)

        task = twins.task(table)

        assert list(task.general) == ["en"]
        assert "forgotten in fr cannot" in " ".join(plan(task))

    def test_a_long_table_does_not_take_long_in_languages_that_nobody_corrected(
        self, twins, tmp_path, monkeypatch
    ):
        """
        Every second sentence, or third, is measured: not the first ones alone.
        """
        monkeypatch.setattr(adapting, "MOST_GENERAL", 60)
        table = twins.table(tmp_path / "general.tsv", twins.lines(150, 11))

        general = twins.task(table).general

        assert len(general["fr"]) <= 60 < len(general["en"])
        assert (
            general["fr"][1].source
            == general["en"][-(-len(general["en"]) // 60)].source
        )

    def test_directions_from_another_language_are_named(self, twins, tmp_path):
        """
        A table from Indonesian does not say how they fare.
        """
        table = twins.table(tmp_path / "general.tsv", twins.lines(150, 11))
        task = twins.task(table)
        part = replace(task.part, pairs=(*task.part.pairs, ("en", "fr")))

        said = list(plan(replace(task, part=part)))

        assert "The same weights translate en-fr: that is not measured." in said


def test_every_language_is_rehearsed(twins, tmp_path):
    """
    A shard for each, without what is measured with.
    """
    general = twins.table(tmp_path / "general.tsv", twins.lines(150, 11))
    rehearsed = twins.table(tmp_path / "more.tsv", twins.lines(1500, 12))
    task = twins.task(general, [rehearsed])

    vocabulary = Vocabulary(twins.model.folder / "spm.model")

    lessons = task.direction, task.corrections, task.rehearsed
    write_lessons(*lessons, vocabulary, tmp_path)

    names = {shard.name for shard in read_shards(tmp_path)}
    assert names == {"corrections.id-en", "rehearsed.id-en", "rehearsed.id-fr"}
    watched = {pair.source for pair in task.general["fr"]}
    assert not watched & {pair.source for pair in task.rehearsed["fr"]}


def test_a_pair_that_passes_new_weights_is_measured_anew(twins):
    """
    A score through English is of the English as well.
    """
    manifest = twins.model.manifest
    (part,) = manifest.models
    first = replace(part, pairs=(("id", "en"),))
    second = replace(part, pairs=(("en", "fr"), ("en", "zh")))
    routed = replace(manifest, models=(first, second), routes={("id", "fr"): ("en",)})

    assert touched(routed, first) == {("id", "en"), ("id", "fr")}
    assert touched(routed, second) == {("en", "fr"), ("en", "zh"), ("id", "fr")}
