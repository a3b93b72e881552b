"""
Labels for the alignment head, and a model that learnt from them.
"""

import json
import shutil
from importlib.util import find_spec

import ctranslate2
import numpy
import pytest
from typer.testing import CliRunner

from selaras_train import aligning
from selaras_train.cli import app
from selaras_train.importing import read_arrays
from selaras_train.shards import read_shards
from selaras_train.vocabulary import Vocabulary

TOKENS = 80_000

needs_aligner = pytest.mark.skipif(
    find_spec("eflomal") is None,
    reason="eflomal is not installed (extra 'align'; it needs a C compiler)",
)


def say(*arguments, fails=False):
    done = CliRunner().invoke(app, arguments)
    assert bool(done.exit_code) == fails, done.output
    return done.output


def own_words(small, vocabulary, sentence):
    """
    For each piece of a sentence, and of its translation, which word it is of.
    """
    pieces = vocabulary.spelt(sentence, "en")[1:-1]
    wanted = vocabulary.spelt(small.translated(sentence), "en")[1:-1]
    return word_numbers(pieces), word_numbers(wanted)


def word_numbers(pieces):
    numbers, word = [], -1
    for piece in pieces:
        word += piece.startswith("▁") or word < 0
        numbers.append(word)
    return numbers


def true_links(small, vocabulary, sentence):
    """
    The small language is translated word for word: so these are the links.
    """
    source, target = own_words(small, vocabulary, sentence)
    return [
        (t, s + 1)
        for t, word in enumerate(target)
        for s, other in enumerate(source)
        if word == other
    ]


@pytest.fixture(scope="module")
def vocabulary(small):
    return Vocabulary(small.work / "vocabulary.model")


@pytest.fixture(scope="module")
def labelled(small, vocabulary, tmp_path_factory):
    """
    The small language's encoded text with the true links of every pair.
    """
    work = tmp_path_factory.mktemp("labelled") / "work"
    shutil.copytree(small.work, work)
    (shard,) = read_shards(work / "train")
    texts = [
        vocabulary.text([vocabulary.pieces()[n] for n in shard[place].source[1:-1]])
        for place in range(len(shard))
    ]
    shard.linked([true_links(small, vocabulary, text) for text in texts]).write(
        work / "train"
    )
    return work


def looks_right(small, vocabulary, model):
    """
    The share of pieces at which the exported model looks at the word it translates.
    """
    translator = ctranslate2.Translator(str(model), compute_type="float32")
    sentences = sorted(set(small.sentences(60, seed=3)))
    results = translator.translate_batch(
        [vocabulary.spelt(sentence, "en") for sentence in sentences],
        beam_size=1,
        return_attention=True,
    )
    right = total = 0
    for sentence, result in zip(sentences, results, strict=True):
        source, target = own_words(small, vocabulary, sentence)
        looks = numpy.array(result.attention[0])[: len(target), 1:-1]
        if looks.shape != (len(target), len(source)):
            continue
        for word, look in zip(target, looks, strict=True):
            right += source[int(look.argmax())] == word
            total += 1
    assert total > 200
    return right / total


def test_the_head_learns_to_look_at_what_is_translated(
    small, labelled, vocabulary, tmp_path
):
    """
    The runtime's attention becomes an alignment, and the sentences stay right.
    """
    recipe = str(small.folder / "small.toml")
    course = ["--work", str(labelled), "--run", str(tmp_path / "run")]
    say("train", recipe, *course, "--workers", "2", "--tokens", str(TOKENS))
    say(
        *("export", str(tmp_path / "run" / "average.pt"), "--precision", "float32"),
        *("--vocabulary", str(labelled / "vocabulary.model")),
        *("--out", str(tmp_path / "model")),
    )

    assert looks_right(small, vocabulary, tmp_path / "model") > 0.9
    assert alignment_heads(tmp_path / "model") == 1
    (last,) = json.loads((tmp_path / "run" / "curve.json").read_text("utf-8"))[-1:]
    assert last["valid.id-en"] < 0.5


def test_untaught_all_heads_together_are_the_alignment(small, vocabulary, tmp_path):
    """
    The mean of all looks is better than those of a head that nobody taught.
    """
    recipe = str(small.folder / "small.toml")
    course = ["--work", str(small.work), "--run", str(tmp_path / "run")]
    say("train", recipe, *course, "--workers", "2", "--tokens", "2000")
    say(
        *("export", str(tmp_path / "run" / "average.pt"), "--precision", "float32"),
        *("--vocabulary", str(small.work / "vocabulary.model")),
        *("--out", str(tmp_path / "model")),
    )

    assert alignment_heads(tmp_path / "model") == 2


def alignment_heads(model):
    arrays = read_arrays((model / "model.bin").read_bytes())
    return int(arrays["decoder/alignment_heads"])


@needs_aligner
def test_labels_are_found_in_the_text_itself(small, vocabulary, tmp_path):
    """
    Nobody says which words belong together; counting them does.
    """
    say("align", "--work", str(small.work), "--out", str(tmp_path / "aligned"))

    (shard,) = read_shards(tmp_path / "aligned" / "train")
    assert (tmp_path / "aligned" / "vocabulary.model").exists()
    found = right = words = reached = 0
    for place in range(len(shard)):
        example = shard[place]
        pieces = [vocabulary.pieces()[n] for n in example.source[1:-1]]
        source, target = own_words(small, vocabulary, vocabulary.text(pieces))
        hits = {target[t] for t, s in example.links if source[int(s) - 1] == target[t]}
        found, words = found + len(example.links), words + target[-1] + 1
        right += sum(source[int(s) - 1] == target[t] for t, s in example.links)
        reached += len(hits)
    assert right / found > 0.9
    assert reached / words > 0.9


@needs_aligner
def test_only_so_many_pairs_are_aligned(small, tmp_path):
    """
    The others are kept, without links.
    """
    out = tmp_path / "aligned"
    say("align", "--work", str(small.work), "--out", str(out), "--most", "50")

    (shard,) = read_shards(out / "train")
    (whole,) = read_shards(small.work / "train")
    assert len(shard) == len(whole) > 50
    assert any(len(shard[place].links) for place in range(50))
    assert not any(len(shard[place].links) for place in range(50, len(shard)))


def test_a_missing_aligner_is_named(small, tmp_path, monkeypatch):
    """
    With the extra that brings it.
    """
    monkeypatch.setattr(aligning, "find_spec", lambda name: None)

    said = say(
        *("align", "--work", str(small.work), "--out", str(tmp_path / "aligned")),
        fails=True,
    )

    assert "selaras[align]" in said
    assert not (tmp_path / "aligned").exists()
