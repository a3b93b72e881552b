"""
Without PyTorch there is no trainer to test; with it, nothing here is left out.
"""

import random
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import pytest

TORCH = find_spec("torch") is not None

collect_ignore_glob = [] if TORCH else ["test_*.py"]

WORDS = {
    "merah": "red",
    "biru": "blue",
    "hijau": "green",
    "kuning": "yellow",
    "putih": "white",
    "hitam": "black",
    "kucing": "cat",
    "anjing": "dog",
    "burung": "bird",
    "ikan": "fish",
    "rumah": "house",
    "jalan": "road",
}

RECIPE = """
directions = ["id-en"]
corpora = [{ path = "small.tsv", columns = ["id", "en"] }]
licences = { small = "CC0" }

[shape]
vocabulary = 330
width = 32
heads = 2
inner = 64
encoder_layers = 1
decoder_layers = 1

[course]
tokens = 200
batches = 2
matrix_rate = 0.03
other_rate = 0.01
warmup = 20
dropout = 0.0
smoothing = 0.0
pool = 1000
"""


def pytest_report_header():
    """
    Say so where the tests of the trainer do not run.
    """
    if TORCH:
        return None
    return "tests/train: not collected, for there is no torch (extra 'train')"


@pytest.fixture(scope="session")
def small(tmp_path_factory):
    """
    A language of twelve words and its translation: enough to learn in seconds.
    """
    from selaras_train.preparing import prepare

    folder = tmp_path_factory.mktemp("small")
    made = Small(folder)
    made.write()
    prepare(
        made.recipe,
        folders=[folder],
        out=made.work,
        validation=[folder / "valid.id-en.tsv"],
        say=lambda line: None,
    )
    return made


@dataclass(frozen=True)
class Small:
    """
    The small language, its files and its recipe.
    """

    folder: Path

    @property
    def work(self):
        return self.folder / "work"

    @property
    def recipe(self):
        from selaras_train.recipe import read_recipe

        return read_recipe(self.folder / "small.toml")

    def write(self):
        learnt = sorted(set(self.sentences(3000)))
        held_out = sorted(set(self.sentences(200, seed=2)) - set(learnt))
        self.write_pairs("small.tsv", learnt)
        self.write_pairs("valid.id-en.tsv", held_out)
        (self.folder / "small.toml").write_text(RECIPE, encoding="utf-8")

    def write_pairs(self, name, sentences):
        lines = [f"{sentence}\t{self.translated(sentence)}\n" for sentence in sentences]
        (self.folder / name).write_text("".join(lines), encoding="utf-8")

    def sentences(self, count, seed=1):
        chooser = random.Random(seed)
        words = list(WORDS)
        return [
            " ".join(chooser.choices(words, k=chooser.randint(2, 4)))
            for _ in range(count)
        ]

    def translated(self, sentence):
        return " ".join(WORDS[word] for word in sentence.split())

    def training(self, folder, *, workers=1, course=None):
        from dataclasses import replace

        import torch

        from selaras_train.training import Training

        recipe = self.recipe
        if course:
            recipe = replace(recipe, course=replace(recipe.course, **course))
        folder.mkdir(exist_ok=True)
        return Training(
            recipe,
            data=self.work / "train",
            validation=self.work / "valid",
            folder=folder,
            device=torch.device("cpu"),
            workers=workers,
        )
