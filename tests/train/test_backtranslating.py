"""
Sources of another language for translations that people wrote.
"""

import lzma

import pytest
from typer.testing import CliRunner

from selaras_train.backtranslating import is_good
from selaras_train.cli import app
from selaras_train.corpora import read_corpus
from selaras_train.recipe import Corpus


def say(*arguments, fails=False):
    done = CliRunner().invoke(app, arguments)
    assert bool(done.exit_code) == fails, done.output
    return done.output


@pytest.fixture(scope="module")
def model(small, tmp_path_factory):
    """
    The small language's model, exported.
    """
    folder = tmp_path_factory.mktemp("model")
    course = ["--work", str(small.work), "--run", str(folder / "run")]
    recipe = str(small.folder / "small.toml")
    say("train", recipe, *course, "--workers", "2", "--tokens", "80000")
    say(
        *("export", str(folder / "run" / "average.pt"), "--out", str(folder / "made")),
        *("--vocabulary", str(small.work / "vocabulary.model")),
    )
    return folder / "made"


@pytest.fixture
def table(tmp_path):
    """
    Text in Indonesian and French, of two corpora.
    """
    rows = [
        ("news", "rumah merah", "maison rouge"),
        ("news", "kucing hitam", "chat noir"),
        ("news", "burung putih", "oiseau blanc"),
        ("manual", "anjing biru", "chien bleu"),
    ]
    path = tmp_path / "id-fr.tsv"
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


def translated(model, table, out, *options):
    said = say(
        *("back-translate", str(model), "--corpus", str(table)),
        *("--columns", "corpus,id,fr", "--direction", "id-en", "--target", "fr"),
        *("--out", str(out), *options),
    )
    with lzma.open(out, "rt", encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file], said


def test_one_side_is_translated_and_the_other_stays(model, table, tmp_path):
    """
    Tagged, with its corpus, ready to be a corpus of a recipe.
    """
    out = tmp_path / "en-fr.tsv.xz"

    rows, said = translated(model, table, out, "--only", "news")

    assert ["news", "<bt> house red", "maison rouge"] in rows
    assert ["news", "<bt> cat black", "chat noir"] in rows
    assert {corpus for corpus, _, _ in rows} == {"news"}
    assert f"{len(rows)} kept" in said
    read = read_corpus(
        Corpus(path=out.name, columns=("corpus", "en", "fr")), ("en", "fr"), [tmp_path]
    )
    assert [pair.target for pair in read] == [target for _, _, target in rows]


def test_so_many_of_each_corpus_are_taken(model, table, tmp_path):
    """
    A large corpus need not be translated whole.
    """
    _, said = translated(model, table, tmp_path / "out.tsv.xz", "--most", "1")

    assert "2 of 2 translated" in said


def test_nothing_to_translate_is_said(model, table, tmp_path):
    """
    And no table is written.
    """
    said = say(
        *("back-translate", str(model), "--corpus", str(table), "--only", "nobody"),
        *("--columns", "corpus,id,fr", "--direction", "id-en", "--target", "fr"),
        *("--out", str(tmp_path / "out.tsv.xz")),
        fails=True,
    )

    assert "no pairs to translate" in said
    assert not list(tmp_path.glob("out*"))


@pytest.mark.parametrize(
    ("made", "good"),
    [
        ("Harga beras naik 5 persen di pasar.", True),
        ("Harga beras naik 50 persen di pasar.", False),
        ("Rice prices rose 5 percent at the market.", False),
        ("Harga harga harga harga harga harga harga.", False),
        ("", False),
    ],
)
def test_a_source_that_would_teach_errors_is_left_out(made, good):
    """
    Wrong numbers, the wrong language, loops.
    """
    text = "Rice prices rose 5 percent at the market."

    assert is_good(text, made, ("en", "id")) is good
