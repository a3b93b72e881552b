"""
Pairs that are learnt from a second time: covered, and roughened.
"""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.covers import guarded
from selaras_train.corpora import Pair
from selaras_train.covering import covered
from selaras_train.preparing import prepare
from selaras_train.recipe import recipe_from
from selaras_train.roughening import WAYS, roughened
from selaras_train.shards import read_shards
from selaras_train.vocabulary import SYMBOLS, Vocabulary

COVER = re.compile(r"<[NE]\d>")


def once(source, target, direction=("id", "en")):
    """
    What is covered at most, of twenty tries: how much is, is drawn.
    """
    pair = Pair("news", source, target)
    tries = [covered(pair, direction, Random(seed)) for seed in range(20)]
    return max(
        (found for found in tries if found),
        key=lambda found: len(COVER.findall(found.source)),
        default=None,
    )


def masked(text):
    return COVER.sub(lambda cover: f"<{cover[0][1]}>", text)


class TestCovered:
    def test_the_same_cover_stands_on_both_sides(self):
        """
        Whatever it stands for, and however the sides write it.
        """
        found = once(
            "Sapi itu dikarantina 14 hari sebelum dibagikan kepada 1.430 peternak.",
            "The cows will be quarantined for 14 days before going to 1,430 farmers.",
        )

        assert masked(found.source) == (
            "Sapi itu dikarantina <N> hari sebelum dibagikan kepada <N> peternak."
        )
        assert COVER.findall(found.source) == COVER.findall(found.target)

    @pytest.mark.parametrize(
        ("target", "language", "there"),
        [
            (
                "The budget ceiling is Rp1.2 trillion.",
                "en",
                "The budget ceiling is Rp<N>.",
            ),
            ("预算上限为1.2万亿印尼盾。", "zh", "预算上限为<N>印尼盾。"),
            (
                "予算の上限は1兆2000億ルピアである。",
                "ja",
                "予算の上限は<N>ルピアである。",
            ),
            (
                "Le plafond est de 1 200 milliards de roupies.",
                "fr",
                "Le plafond est de <N> de roupies.",
            ),
            (
                "يبلغ سقف الموازنة 1.2 تريليون روبية.",
                "ar",
                "يبلغ سقف الموازنة <N> روبية.",
            ),
        ],
    )
    def test_a_sum_is_covered_with_its_magnitude(self, target, language, there):
        """
        Each language counts by other magnitudes; the cover leaves them to the writer.
        """
        found = once("Pagu anggaran Rp1,2 triliun.", target, ("id", language))

        assert masked(found.source) == "Pagu anggaran Rp<N>."
        assert masked(found.target) == there

    def test_a_share_keeps_its_sign(self):
        """
        Only the digits are covered.
        """
        found = once("Inflasi 2,3 persen.", "Inflation was 2.3 percent.")

        assert masked(found.source) == "Inflasi <N> persen."
        assert masked(found.target) == "Inflation was <N> percent."

    @pytest.mark.parametrize(
        ("source", "target"),
        [
            ("Rapat pada 14 Juli.", "The meeting is on July 14."),
            ("Rapat pada Selasa (14/7).", "The meeting is on Tuesday, July 14."),
            ("Rapat pukul 10.30 WIB.", "The meeting is at 10:30 a.m."),
            ("Mereka menang 2-1.", "They won 2-1."),
            ("Pasal 12 berlaku.", "Article 12 applies."),
            ("Dari 7 orang, 7 hilang.", "Of 7 people, 7 are missing."),
            ("Ada 12 orang.", "There are 13 people."),
            ("Tidak ada apa-apa.", "There is nothing."),
        ],
    )
    def test_what_is_written_by_other_rules_is_left_alone(self, source, target):
        """
        Dates, clocks, scores and laws, what stands twice, and what is not the same.
        """
        assert once(source, target) is None

    def test_names_are_covered_where_they_are_surely_the_same(self):
        """
        In their letters, or by their sound.
        """
        source = "Api terlihat di dekat rumah Herlambang Sudibyo."
        english = once(source, "Fire was seen near the home of Herlambang Sudibyo.")
        japanese = once(
            source,
            "ヘルランバン・スディビヨ氏の自宅近くで火が見えた。",
            ("id", "ja"),
        )

        assert masked(english.target) == "Fire was seen near the home of <E>."
        assert masked(japanese.target) == "<E>氏の自宅近くで火が見えた。"

    def test_a_name_inside_a_word_is_not_covered(self):
        """
        "Indonesian" is not "Indonesia" and a letter.
        """
        found = once("Beras Indonesia mahal.", "Indonesian rice is expensive.")

        assert found is None

    @given(st.text(max_size=60), st.text(max_size=60), st.integers(0, 9))
    def test_any_text_is_survived(self, source, target, seed):
        """
        And what is covered is covered on both sides.
        """
        found = covered(Pair("x", source, target), ("id", "ar"), Random(seed))

        if found:
            new = set(COVER.findall(found.source)) - set(COVER.findall(source))
            assert new <= set(COVER.findall(found.target))


class TestRoughened:
    def test_what_has_no_full_stop_gets_none(self):
        """
        On both sides, in every script.
        """
        pair = Pair("x", "Harga naik.", "价格上涨。")

        seen = {roughened(pair, Random(seed)) for seed in range(60)}

        assert Pair("x", "Harga naik", "价格上涨") in seen

    @given(st.text(max_size=60), st.integers(0, 99))
    def test_the_translation_stays_but_for_its_stop(self, source, seed):
        """
        The model is to write well whatever it is given.
        """
        pair = Pair("x", source, "Prices rise.")

        rough = roughened(pair, Random(seed))

        if rough:
            assert rough.source
            assert rough.source != source
            assert rough.target in {"Prices rise.", "Prices rise"}

    def test_slips_leave_numbers_and_names_alone(self):
        """
        They are what must come out as it went in.
        """
        source = "Penduduk Tulungagung membayar 12.500.000 rupiah kepada Herlambang."
        pair = Pair("x", source, "…")

        for seed in range(200):
            rough = roughened(pair, Random(seed))
            if rough and rough.source.casefold() != source.casefold():
                kept = rough.source.casefold()
                assert "12.500.000" in kept
                assert "tulungagung" in kept

    def test_every_way_is_taken(self):
        """
        Each of them changes an ordinary sentence.
        """
        pair = Pair(
            "x", "Menurut dia, harga beras naik lagi.", "Rice costs more, he says."
        )

        assert all(way(pair, Random(1)).source != pair.source for way in WAYS)


def test_changed_corpora_are_encoded_beside_their_own(tmp_path):
    """
    Under a name of their own, the covers being single pieces.
    """
    rows = [
        f"Ada {n} rumah di desa itu.\tThere are {n} houses in that village."
        for n in range(11, 300)
    ]
    (tmp_path / "news.tsv").write_text("".join(f"{row}\n" for row in rows), "utf-8")
    recipe = recipe_from(
        {
            "directions": ["id-en"],
            "corpora": [{"path": "news.tsv", "columns": ["id", "en"]}],
            "augmenting": {"covered": ["news"], "rough": ["news"]},
            "shape": {"vocabulary": 323},
        },
        name="changed",
    )

    prepare(recipe, folders=[tmp_path], out=tmp_path / "work", say=lambda line: None)

    shards = {shard.name: shard for shard in read_shards(tmp_path / "work" / "train")}
    assert set(shards) == {"news.id-en", "news+covered.id-en", "news+rough.id-en"}
    assert len(shards["news+covered.id-en"]) == len(rows)
    pieces = Vocabulary(tmp_path / "work" / "vocabulary.model").pieces()
    for place in range(len(rows)):
        example = shards["news+covered.id-en"][place]
        (ours,) = COVER.findall(" ".join(pieces[n] for n in example.source))
        assert COVER.findall(" ".join(pieces[n] for n in example.target)) == [ours]


@pytest.mark.parametrize("symbol", SYMBOLS)
def test_no_piece_with_a_meaning_is_left_to_an_author(symbol):
    """
    What the vocabulary knows as a command, the engine takes out of what it is given.
    """
    assert guarded(f"Kode {symbol} hilang") == f"Kode {symbol.replace('<', '(')} hilang"
