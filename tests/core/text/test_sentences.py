"""
Sentences of Indonesian news are cut where an editor would cut them.
"""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.languages import LANGUAGES
from selaras.text import sentences_of, split_sentences

CASES = Path(__file__).parent / "cases"
TAGS = sorted(LANGUAGES)
MARKS = st.text(alphabet='aA1 .!?…"”“(),-\n\r\t。」「«»\u00a0éب😀')


def cases(name):
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [marked(json.loads(line)) for line in lines]


def marked(case):
    known = case.get("known_failure")
    marks = [pytest.mark.xfail(reason=known, strict=True)] if known else []
    return pytest.param(case, id=case["label"], marks=marks)


def is_kept_whole(text, language):
    spans = split_sentences(text, language)
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    between = [text[edges[i] : edges[i + 1]] for i in range(0, len(edges), 2)]
    return (
        edges == sorted(edges)
        and all(not gap or gap.isspace() for gap in between)
        and all(span.of(text).strip() == span.of(text) != "" for span in spans)
    )


class TestLabelledParagraphs:
    @pytest.mark.parametrize("case", cases("sentences.jsonl"))
    def test_a_paragraph_is_cut_where_an_editor_would_cut_it(self, case):
        """
        The sentences are exactly the labelled ones, in order.
        """
        found = sentences_of(case["text"])

        assert list(found) == case["sentences"]

    @pytest.mark.parametrize("case", cases("sentences-held-out.jsonl"))
    def test_paragraphs_written_after_the_rules_hold_too(self, case):
        """
        The rules are not a memory of the first set.
        """
        found = sentences_of(case["text"])

        assert list(found) == case["sentences"]

    def test_every_label_gives_its_text_back(self):
        """
        A label that lost a character would measure the wrong thing.
        """
        for name in ("sentences.jsonl", "sentences-held-out.jsonl"):
            for case in (param.values[0] for param in cases(name)):
                labelled = "".join("".join(case["sentences"]).split())

                assert labelled == "".join(case["text"].split()), case["label"]


class TestNothingIsLost:
    @pytest.mark.parametrize("language", TAGS)
    @given(text=st.text() | MARKS)
    def test_the_gaps_between_sentences_are_white_space(self, language, text):
        """
        Spans and the white space between them are the text, whatever the text is.
        """
        assert is_kept_whole(text, language)

    def test_text_without_anything_to_see_has_no_sentence(self):
        """
        Nothing in, nothing out.
        """
        assert split_sentences(" \n\t") == ()


class TestOtherLanguages:
    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("en", "It rose to $1.5 billion at 5 p.m. on Tuesday.| Mr. Budi declined."),
            ("en", '"We are ready."| The U.S. Army left at 10 a.m.| It rained.'),
            ("fr", "« Nous sommes prêts. »| M. Budi est parti à 13 h 21.| Il pleut."),
            (
                "fr",
                "Les pertes, les dégâts, etc. sont lourds.| Qui paiera ?| Personne.",
            ),
            ("zh", "他走了！|“我们准备好了。”布迪说。|地震造成5.6万人受灾。"),
            (
                "ja",
                "「準備はできた。出発する。」と述べた。|雨が降った。|被害は5.6億円だ。",
            ),
            ("ar", "وصل د. محمد إلى جاكرتا.| هل وصل الجميع؟| نعم، بنسبة 5.6 في المئة."),
        ],
    )
    def test_translations_are_cut_too(self, language, text):
        """
        A table of a few lines is enough for clean text.
        """
        wanted = [piece.strip() for piece in text.split("|")]

        assert list(sentences_of(text.replace("|", ""), language)) == wanted


class TestLongText:
    @pytest.mark.parametrize(
        "unit",
        [
            ".",
            '."A',
            "a. ",
            "\n ",
            "A.B ",
            "「。a",
            "(",
            " . ",
        ],
    )
    @pytest.mark.parametrize("language", ["id", "ja"])
    def test_a_page_of_marks_is_kept_whole(self, language, unit):
        """
        Nothing in it begins a sentence, and nothing of it is lost.
        """
        text = unit * (40_000 // len(unit))

        assert is_kept_whole(text, language)
        assert len(split_sentences(text, language)) == bool(text.strip())

    def test_a_book_without_paragraphs_is_cut_into_its_sentences(self):
        """
        The last sentence of three thousand is cut as the first is.
        """
        sentence = "Kami siap, kata dr. Budi."

        assert sentences_of(f"{sentence} " * 3_000) == (sentence,) * 3_000

    def test_one_sentence_of_20_000_characters_stays_one(self):
        """
        Length is not a reason to cut: that is the work of clauses.
        """
        text = "Warga, petugas, dan relawan " * 720 + "datang."

        assert len(split_sentences(text)) == 1


def test_the_tables_hold_no_word_with_its_last_stop():
    """
    A word written with its full stop would never be met.
    """
    from selaras.text.sentences import RULES

    tables = [
        table
        for rules in RULES.values()
        for table in (rules.titles, rules.counters, rules.inner, rules.closing)
    ]

    assert not [word for table in tables for word in table if re.search(r"\.$", word)]
