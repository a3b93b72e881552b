"""
Scores are those of sacrebleu, with its signatures, and files must fit each other.
"""

import pytest
from sacrebleu.metrics.bleu import BLEU

from selaras.errors import EvaluationError
from selaras.evaluation import Share, evaluate, wrong_numbers

ENGLISH = [
    "The earthquake killed 27 people in Cianjur.",
    "Residents fled to the village hall.",
]
CHINESE = ["展玉地震造成27人死亡。", "居民撤离到村公所。"]
JAPANESE = ["チアンジュールの地震で27人が死亡した。", "住民は村役場に避難した。"]


def by_name(measurements):
    return {measurement.name: measurement for measurement in measurements}


class TestEvaluate:
    @pytest.mark.parametrize(
        ("language", "lines", "tokenizer"),
        [
            ("en", ENGLISH, "tok:13a"),
            ("zh", CHINESE, "tok:zh"),
            ("ja", JAPANESE, "tok:char"),
        ],
    )
    def test_each_language_is_cut_into_words_in_its_own_way(
        self, language, lines, tokenizer
    ):
        """
        The signature says how, so that the figure can be measured again.
        """
        scores = by_name(evaluate(lines, lines, language=language))

        assert scores["BLEU"].value == pytest.approx(100)
        assert tokenizer in scores["BLEU"].signature
        assert scores["chrF2"].value == scores["chrF2++"].value == 100

    def test_the_figure_is_sacrebleus_own(self):
        """
        Nothing is done to the lines before they are scored.
        """
        hypotheses = ["The quake killed 27 in Cianjur.", "Residents fled to the hall."]

        scores = by_name(evaluate(hypotheses, ENGLISH, language="en"))

        assert scores["BLEU"].value == BLEU().corpus_score(hypotheses, [ENGLISH]).score
        assert scores["BLEU"].signature.startswith("BLEU|n:2|")

    def test_wrong_numbers_are_counted_where_the_sources_are_given(self):
        """
        One of one sentence with digits is wrong; the other has none.
        """
        sources = ["Gempa menewaskan 27 orang di Cianjur.", "Warga mengungsi."]
        hypotheses = [ENGLISH[0].replace("27", "72"), ENGLISH[1]]

        scores = by_name(evaluate(hypotheses, ENGLISH, language="en", sources=sources))

        assert scores["wrong numbers"].value == 1
        assert "n:1" in scores["wrong numbers"].signature

    @pytest.mark.parametrize(
        ("hypotheses", "references", "language", "said"),
        [
            (["x", "y"], ["x"], "en", "2 translations but 1 references"),
            ([], [], "en", "the file is empty"),
            (["x"], [" "], "en", "are empty"),
            (["x"], ["x"], "de", "not de"),
        ],
    )
    def test_files_that_do_not_fit_are_refused(
        self, hypotheses, references, language, said
    ):
        """
        The message says what was expected and what was found.
        """
        with pytest.raises(EvaluationError, match=said):
            evaluate(hypotheses, references, language=language)

    def test_sources_must_be_aligned_too(self):
        """
        A source too few would shift every comparison after it.
        """
        with pytest.raises(EvaluationError, match="3 sources"):
            evaluate(ENGLISH, ENGLISH, language="en", sources=["a", "b", "c"])

    def test_a_line_that_an_engine_left_empty_is_scored_as_empty(self):
        """
        It costs score and is no error.
        """
        scores = by_name(evaluate(["", ENGLISH[1]], ENGLISH, language="en"))

        assert 0 < scores["chrF2"].value < 100


class TestWrongNumbers:
    def test_sentences_without_digits_are_not_counted(self):
        """
        A share of nothing is nothing.
        """
        measured = wrong_numbers(["Hello."], ["Halo."], language="en")

        assert measured.value == 0
        assert "n:0" in measured.signature


class TestShare:
    @pytest.mark.parametrize(
        ("hits", "of", "low", "high"),
        [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0)],
    )
    def test_the_interval_is_wilsons(self, hits, of, low, high):
        """
        Figures of the textbook, so that nothing counted is never certain.
        """
        interval = Share(hits=hits, of=of).interval

        assert interval == pytest.approx((low, high), abs=1e-4)

    def test_nothing_counted_tells_nothing(self):
        """
        Everything is possible.
        """
        assert Share(hits=0, of=0).interval == (0, 1)
