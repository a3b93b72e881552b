"""
What a language may be written with: counted in its text, and kept to by the engine.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy
import pytest
import torch

from selaras.engines.covers import SIGNS
from selaras_train.checkpoint import read_checkpoint, write_model
from selaras_train.export import export_model
from selaras_train.network import Size
from selaras_train.progress import Limits
from selaras_train.scoring import Exported, Search
from selaras_train.shards import Shard
from selaras_train.shortlists import (
    OFTEN,
    counts_of,
    read_shortlists,
    widen_shortlists,
    write_shortlists,
)
from selaras_train.vocabulary import Vocabulary, learn_vocabulary

SENTENCES = ("rumah merah", "burung hijau")
TRANSLATIONS = ("house red", "bird green")


@dataclass(frozen=True)
class Texts:
    """
    A vocabulary with whole words in it, and a work folder to put text into.
    """

    vocabulary: Vocabulary
    work: Path

    def add(self, name, texts):
        pairs = [([4, 3], self.vocabulary.target(text)) for text in texts]
        (self.work / "train").mkdir(parents=True, exist_ok=True)
        Shard.of(name, pairs).write(self.work / "train")

    def lists(self):
        out = self.work / "vmap.txt"
        write_shortlists(self.work, self.vocabulary, out)
        return dict(read_shortlists(out))


@pytest.fixture(scope="module")
def vocabulary(small, tmp_path_factory):
    lines = small.sentences(1000)
    texts = {"id": lines, "en": [small.translated(line) for line in lines]}
    path = tmp_path_factory.mktemp("words") / "spm.model"
    return learn_vocabulary(texts, size=335, path=path)


@pytest.fixture
def texts(vocabulary, tmp_path):
    return Texts(vocabulary, tmp_path / "work")


def long_pieces(texts, text):
    """
    The pieces of a text that are in no list by themselves.
    """
    spelt = texts.vocabulary.spelt(text, "en")[1:-1]
    return {piece for piece in spelt if len(piece.removeprefix("▁")) > 2}


class TestWriteShortlists:
    def test_a_piece_is_needed_when_it_stands_often_enough(self, texts):
        """
        Once may be a name that nobody translated.
        """
        often, seldom = TRANSLATIONS[0], TRANSLATIONS[1]
        texts.add("news.id-en", [often] * OFTEN + [seldom] * (OFTEN - 1))

        (listed,) = texts.lists().values()

        assert long_pieces(texts, often) <= listed
        assert long_pieces(texts, seldom)
        assert not (long_pieces(texts, seldom) - long_pieces(texts, often)) & listed

    def test_a_language_is_counted_over_all_its_text(self, texts):
        """
        Whatever it was translated from; and no other language's is counted with it.
        """
        texts.add("news.id-en", [TRANSLATIONS[0]] * (OFTEN - 1))
        texts.add("laws.fr-en", [TRANSLATIONS[0]])
        texts.add("news.en-id", [SENTENCES[0]] * OFTEN)

        lists = texts.lists()

        assert list(lists) == ["<2en>", "<2id>"]
        assert long_pieces(texts, TRANSLATIONS[0]) <= lists["<2en>"]
        assert not long_pieces(texts, TRANSLATIONS[0]) & lists["<2id>"]

    def test_what_a_machine_made_is_not_counted(self, texts):
        """
        Its slips would be allowed for ever.
        """
        texts.add("news.id-en", [TRANSLATIONS[0]] * OFTEN)
        texts.add("news+made.id-en", [TRANSLATIONS[1]] * OFTEN)

        assert not long_pieces(texts, TRANSLATIONS[1]) & texts.lists()["<2en>"]

    def test_what_a_name_may_need_is_always_there(self, texts):
        """
        Bytes, signs, short Latin pieces, and the four that each vocabulary begins with.
        """
        texts.add("news.id-en", [TRANSLATIONS[0]])
        pieces = texts.vocabulary.pieces()
        short = {p for p in pieces if p.isascii() and p.isalnum() and len(p) <= 2}

        listed = texts.lists()["<2en>"]

        assert {*pieces[:4], *SIGNS, *(f"<0x{n:02X}>" for n in range(256))} <= listed
        assert short
        assert short <= listed
        assert not {"<2en>", "<2id>", "<news>"} & listed


class TestWidenShortlists:
    def test_a_piece_that_was_learnt_once_is_added(self, texts):
        """
        To its own language; the other lines come out byte for byte.
        """
        texts.add("news.id-en", [TRANSLATIONS[0]] * OFTEN)
        texts.add("news.en-id", [SENTENCES[0]] * OFTEN)
        before = texts.lists()
        learnt = Texts(texts.vocabulary, texts.work / "learnt")
        learnt.add("corrections.id-en", [TRANSLATIONS[1]])

        known, out = texts.work / "vmap.txt", texts.work / "wider.txt"
        widen_shortlists(known, learnt.work, texts.vocabulary, out)

        after = dict(read_shortlists(out))
        new = set(texts.vocabulary.spelt(TRANSLATIONS[1], "en")[1:-1])
        assert long_pieces(texts, TRANSLATIONS[1]) <= new
        assert after["<2en>"] == before["<2en>"] | new
        assert out.read_bytes().split(b"\n")[1:] == known.read_bytes().split(b"\n")[1:]

    def test_what_is_known_already_changes_nothing(self, texts):
        """
        The file is the same.
        """
        texts.add("news.id-en", [TRANSLATIONS[0]] * OFTEN)
        texts.lists()

        known, out = texts.work / "vmap.txt", texts.work / "wider.txt"
        widen_shortlists(known, texts.work, texts.vocabulary, out)

        assert out.read_bytes() == known.read_bytes()


def test_links_and_sources_do_not_count(texts):
    """
    Only what stands in the targets is written.
    """
    texts.add("news.id-en", [TRANSLATIONS[0]])

    counts = counts_of(
        (Shard.of("news.id-en", [([4, 9, 9, 3], [7, 7, 8])]),), len(texts.vocabulary)
    )

    assert numpy.flatnonzero(counts["en"]).tolist() == [7, 8]
    assert counts["en"][7] == 2


@pytest.fixture(scope="module")
def model(small, tmp_path_factory):
    """
    The small language's model, after some seconds.
    """
    folder = tmp_path_factory.mktemp("listed") / "run"
    training = small.training(folder, workers=2, course={"tokens": 600})
    limits = Limits(tokens=60_000, checkpoint_seconds=1e6)
    training.run(limits, lambda report: None)
    return folder / "average.pt"


GREEDY = Search(beam=1, repetition_penalty=1.0)


class TestAnExportedModel:
    def exported(self, small, model, out, shortlists=None):
        vocabulary = small.work / "vocabulary.model"
        export_model(model, vocabulary, out, shortlists=shortlists)
        return Exported(out, GREEDY)

    def test_a_list_with_all_that_is_needed_changes_nothing(
        self, small, model, tmp_path
    ):
        """
        It was counted in the text that the model learnt from.
        """
        lines = sorted(set(small.sentences(60, seed=5)))
        bare = self.exported(small, model, tmp_path / "bare").translate(lines, "en")

        listed = self.exported(small, model, tmp_path / "listed", small.work)

        assert (tmp_path / "listed" / "vmap.txt").is_file()
        assert not (tmp_path / "bare" / "vmap.txt").exists()
        assert listed.translate(lines, "en") == bare

    def test_nothing_outside_the_list_is_written(self, small, model, tmp_path):
        """
        Not even by a network that would write anything: its weights are chance.
        """
        content = read_checkpoint(model)
        torch.manual_seed(1)
        chance = {n: torch.randn(t.shape) / 6 for n, t in content["model"].items()}
        write_model(tmp_path / "chance.pt", Size(**content["size"]), chance)
        lines = sorted(set(small.sentences(60, seed=5)))
        allowed = {"▁red", "r", "e", "d", "</s>"}
        letters = set("red \n")

        free = self.exported(small, tmp_path / "chance.pt", tmp_path / "free")
        wild = "".join(free.translate(lines, "en"))
        self.exported(small, tmp_path / "chance.pt", tmp_path / "bound")
        line = f"<2en>\t{' '.join(sorted(allowed))}\n"
        (tmp_path / "bound" / "vmap.txt").write_text(line, encoding="utf-8")
        tame = "".join(Exported(tmp_path / "bound", GREEDY).translate(lines, "en"))

        assert set(wild) - letters
        assert tame
        assert set(tame) <= letters
