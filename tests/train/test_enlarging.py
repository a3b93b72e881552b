"""
Text that a network makes of its own, to learn from.
"""

import random
from dataclasses import dataclass
from pathlib import Path

import pytest
import torch
from typer.testing import CliRunner

from selaras_train import enlarging
from selaras_train.cli import app
from selaras_train.enlarging import BACK, MADE, are_good, digits_of, wanted
from selaras_train.shards import Shard, read_shards
from selaras_train.vocabulary import END, PADDING, Vocabulary, learn_vocabulary

DIRECTIONS = ("id-en", "en-id", "en-fr", "en-ja")
RECIPE = """
directions = ["id-en", "en-id", "en-fr", "en-ja"]

[shape]
vocabulary = 335
width = 32
heads = 2
inner = 64
encoder_layers = 1
decoder_layers = 1

[course]
tokens = 400
batches = 2
matrix_rate = 0.03
other_rate = 0.01
warmup = 20
dropout = 0.0
smoothing = 0.0
pool = 1000

[weights]
manual = 0.1
"""
PRESS = (
    "kucing merah",
    "burung biru",
    "rumah putih jalan hitam",
    "ikan hijau",
    "kucing merah",
)
"""
Whose English has translations; one of the sentences comes twice.
"""

LOOPING = "anjing anjing anjing anjing"
"""
What it is translated into repeats itself, as that of a stuck network does.
"""


@dataclass(frozen=True)
class Six:
    """
    A work folder in several languages, and a model that learnt from it.

    What is French is the English again, and what is Japanese the Indonesian: for a
    language of twelve words any will do.
    """

    folder: Path
    said: str = ""

    @property
    def work(self):
        return self.folder / "work"

    @property
    def recipe(self):
        return self.folder / "six.toml"

    @property
    def model(self):
        return self.folder / "run" / "average.pt"

    @property
    def vocabulary(self):
        return Vocabulary(self.work / "vocabulary.model")

    def shards(self):
        return {shard.name: shard for shard in read_shards(self.work / "train")}

    def read(self, name, tags=2):
        """
        The pairs of a shard: the source's tags and both texts.
        """
        vocabulary = self.vocabulary
        pieces = vocabulary.pieces()
        shard = self.shards()[name]
        for number in range(len(shard)):
            source, target, links = shard[number]
            assert source[-1] == END
            assert not (target <= END).any()
            assert not len(links)
            spelt = [[pieces[n] for n in side] for side in (source[:-1], target)]
            yield (
                tuple(spelt[0][:tags]),
                vocabulary.text(spelt[0][tags:]),
                vocabulary.text(spelt[1]),
            )

    def enlarge(self, *options, fails=False):
        return say(
            *("enlarge", str(self.recipe), "--work", str(self.work)),
            *("--model", str(self.model), "--device", "cpu", *options),
            fails=fails,
        )


def say(*arguments, fails=False):
    done = CliRunner().invoke(app, arguments)
    assert bool(done.exit_code) == fails, done.output
    return done.output


def pairs_of(small, sentences, direction):
    """
    Sentences of the small language in the two languages of a direction.
    """
    written = {"id": str, "ja": str, "en": small.translated, "fr": small.translated}
    source, target = direction.split("-")
    return [(written[source](s), written[target](s)) for s in sentences]


@pytest.fixture(scope="module")
def six(small, tmp_path_factory):
    """
    Learnt from, and enlarged once.
    """
    made = Six(tmp_path_factory.mktemp("six"))
    made.recipe.write_text(RECIPE, encoding="utf-8")
    learnt = sorted(set(small.sentences(2500)))
    path = made.work / "vocabulary.model"
    texts = {"id": learnt, "en": [small.translated(s) for s in learnt]}
    vocabulary = learn_vocabulary(texts, size=335, path=path)
    (made.work / "train").mkdir()

    def write(corpus, direction, pairs):
        target = direction[-2:]
        Shard.of(
            f"{corpus}.{direction}",
            [(vocabulary.source(s, target), vocabulary.target(t)) for s, t in pairs],
        ).write(made.work / "train")

    own = random.Random(4).sample(learnt, 40)
    for direction in DIRECTIONS:
        write("lexicon", direction, pairs_of(small, learnt, direction))
    write("news", "id-en", pairs_of(small, own, "id-en"))
    for direction in ("en-fr", "en-ja"):
        write("press", direction, pairs_of(small, (*PRESS, LOOPING), direction))
    for other in ("manual", "press+rough"):
        write(other, "en-fr", pairs_of(small, own, "en-fr"))
    run = made.folder / "run"
    say(
        *("train", str(made.recipe), "--work", str(made.work), "--run", str(run)),
        *("--tokens", "100000", "--workers", "2", "--device", "cpu"),
    )
    return Six(made.folder, made.enlarge())


def test_only_real_text_of_some_weight_is_enlarged(six):
    """
    No list of words, nothing that was changed, nothing that counts for little.
    """
    made = {name for name in six.shards() if BACK in name or MADE in name}

    assert made == {
        *("press+bt.id-fr", "press+bt.id-ja", "press+bt.id-en"),
        *("news+made.id-fr", "news+made.id-ja"),
    }


@pytest.mark.parametrize("target", ["fr", "ja", "en"])
def test_english_gets_indonesian_sources(small, six, target):
    """
    Tagged, beside the translations that people wrote and the English itself.
    """
    rows = list(six.read(f"press+bt.id-{target}"))

    assert {tags for tags, _, _ in rows} == {(f"<2{target}>", "<bt>")}
    right = set(pairs_of(small, PRESS, f"id-{target}"))
    assert {written for _, _, written in rows} == {written for _, written in right}
    assert len(right & {(source, written) for _, source, written in rows}) >= 3


def test_each_english_sentence_is_translated_once(six):
    """
    Of twelve there are five, and one that repeats itself is left out.
    """
    assert "5 sentences into id, 4 of them good" in six.said
    counts = {name: len(shard) for name, shard in six.shards().items()}
    assert counts["press+bt.id-en"] == len(set(PRESS))
    assert counts["press+bt.id-fr"] == counts["press+bt.id-ja"] == len(PRESS)


@pytest.mark.parametrize("target", ["fr", "ja"])
def test_indonesian_gets_what_its_english_becomes(small, six, target):
    """
    Tagged, beside the Indonesian that people wrote.
    """
    known = {source for _, source, _ in six.read("news.id-en", tags=1)}

    rows = list(six.read(f"news+made.id-{target}"))

    assert {tags for tags, _, _ in rows} == {(f"<2{target}>", "<s0>")}
    made = {(source, written) for _, source, written in rows}
    assert {source for source, _ in made} <= known
    right = made & set(pairs_of(small, known, f"id-{target}"))
    assert len(right) > 20
    assert len(right) / len(made) > 0.8


def test_what_it_made_is_not_made_more_of(six):
    """
    Once more, and there is what was there.
    """
    before = {p: p.read_bytes() for p in (six.work / "train").glob("*.npz")}

    said = six.enlarge()

    after = {p: p.read_bytes() for p in (six.work / "train").glob("*.npz")}
    assert said == six.said
    assert after == before


def test_what_is_made_is_put_beside_what_it_was_made_of(six, monkeypatch):
    """
    However few sentences are translated together: they are sorted for that.
    """
    before = list(six.read("news+made.id-fr"))
    monkeypatch.setattr(enlarging, "ROWS", 7)

    six.enlarge()

    # Rounding differs with the padding, and an unsure network may waver.
    same = set(before) & set(six.read("news+made.id-fr"))
    assert len(same) > 0.9 * len(before)


class TestWanted:
    @pytest.mark.parametrize(
        "name", ["press.en-fr", "press.en-ar", "press.id-en", "heavy.en-zh"]
    )
    def test_what_people_wrote_in_english_or_beside_it(self, name):
        """
        From English into any language, and from Indonesian into English.
        """
        assert wanted(shard(name), {"heavy": 2.0}, 0.3)

    @pytest.mark.parametrize(
        "name",
        [
            *("lexicon.en-fr", "templates.id-en", "news6.en-zh", "cldr-names.en-ja"),
            *("press+bt.id-en", "press+made.id-fr", "press+covered.en-fr"),
            *("news6+rough.id-en", "press.en-id", "press.id-fr", "light.en-fr"),
        ],
    )
    def test_not_what_stands_in_all_languages_was_made_or_counts_for_little(self, name):
        """
        Nor English with Indonesian a second time, or text without English.
        """
        assert not wanted(shard(name), {"light": 0.2}, 0.3)


def shard(name):
    return Shard.of(name, [([5, 6, END], [7])])


class TestAreGood:
    pieces = ("<pad>", "<unk>", "<s>", "</s>", "<2id>", *"0123456789", "<0x37>")
    word = len(pieces)
    seven, byte_of_seven = pieces.index("7"), pieces.index("<0x37>")

    def good(self, source, target):
        digits = digits_of([*self.pieces, *(f"w{n}" for n in range(60))])
        read = torch.tensor([[4, *source, END]])
        # Padding follows what has ended, and is no part of it.
        wrote = torch.tensor([[*target, PADDING, PADDING]])
        (found,) = are_good(read, wrote, digits).tolist()
        return found

    def words(self, count, start=0):
        return [self.word + start + n for n in range(count)]

    def test_a_translation_with_an_end_and_of_a_likely_length(self):
        """
        Of other pieces, as translations are.
        """
        assert self.good(self.words(6), [*self.words(9, start=20), END])

    @pytest.mark.parametrize("digit", [seven, byte_of_seven])
    def test_a_digit_may_be_spelt_either_way(self, digit):
        """
        As a piece, or as a byte where a vocabulary lacks it.
        """
        source = [*self.words(3), self.seven]

        assert self.good(source, [digit, *self.words(3), END])

    @pytest.mark.parametrize("lost", [[], [seven, seven], [seven - 1]])
    @pytest.mark.parametrize("digit", [seven, byte_of_seven])
    def test_a_digit_that_is_lost_doubled_or_another(self, lost, digit):
        """
        A network that learnt from it would get numbers wrong.
        """
        source = [*self.words(3), digit]

        assert not self.good(source, [*self.words(3), *lost, END])

    def test_one_without_an_end(self):
        """
        It was broken off.
        """
        assert not self.good(self.words(6), self.words(6))

    @pytest.mark.parametrize(("read", "wrote"), [(3, 15), (25, 8), (4, 0)])
    def test_one_that_is_too_long_too_short_or_empty(self, read, wrote):
        """
        One side says more than the other.
        """
        assert not self.good(self.words(read), [*self.words(wrote), END])

    @pytest.mark.parametrize("times", [3, 4, 12])
    def test_one_that_repeats_itself(self, times):
        """
        Short ones too, for end and padding are no words.
        """
        assert not self.good(self.words(times), [*self.words(1) * times, END])


class TestRefusals:
    def test_a_work_folder_without_english_to_translate(self, six, small, tmp_path):
        """
        It is said, and nothing is written.
        """
        (tmp_path / "train").mkdir()
        six.shards()["lexicon.id-en"].write(tmp_path / "train")

        said = six.enlarge("--work", str(tmp_path), fails=True)

        assert "There is no English side" in said
        assert [p.name for p in tmp_path.rglob("*.npz")] == ["lexicon.id-en.npz"]

    def test_a_language_that_was_never_written_from_english(self, six, tmp_path):
        """
        What a network did not learn it would only make up.
        """
        (tmp_path / "train").mkdir()
        six.shards()["news.id-en"].write(tmp_path / "train")

        said = six.enlarge("--work", str(tmp_path), fails=True)

        assert "learnt from English" in said

    def test_nothing_of_so_much_weight(self, six):
        """
        No corpus of this recipe counts for twice its size.
        """
        assert "a weight of 2.0 or more" in six.enlarge("--least", "2", fails=True)

    def test_a_checkpoint_that_is_no_model(self, six):
        """
        ``last.pt`` is what a training goes on from.
        """
        last = six.folder / "run" / "last.pt"

        said = six.enlarge("--model", str(last), fails=True)

        assert "last.pt is not a model" in said

    def test_a_model_of_another_vocabulary(self, six, small, tmp_path):
        """
        Its pieces would be other words.
        """
        (tmp_path / "train").mkdir()
        for name in ("press.en-fr", "lexicon.en-id"):
            six.shards()[name].write(tmp_path / "train")
        other = (small.work / "vocabulary.model").read_bytes()
        (tmp_path / "vocabulary.model").write_bytes(other)

        said = six.enlarge("--work", str(tmp_path), fails=True)

        assert "Expected a model of 330 pieces" in said
