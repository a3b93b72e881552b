"""
The words that carry a piece of news, and the check that they are said.
"""

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.evaluation.mutations import Sample, keywords
from selaras.fidelity import Pair, Severity
from selaras.fidelity.keywords import key_words, readable, renderings_of
from selaras.fidelity.keywords.table import rows
from selaras.fidelity.same_key_words import SameKeyWords
from selaras.languages import TARGETS

CASES = Path(__file__).parent / "cases" / "same-key-words.jsonl"
ODD = st.text(alphabet='aAdi 01.,"“”|$_?-東のアسم\n\u200f�') | st.text()


def cases():
    for line in CASES.read_text("utf-8").splitlines():
        case = json.loads(line)
        yield pytest.param(case, id=case["label"])


def findings_of(source, target, language):
    return list(SameKeyWords()(Pair(source=source, target=target, language=language)))


class TestSameKeyWords:
    @pytest.mark.parametrize("case", list(cases()))
    def test_agrees_with_the_label(self, case):
        """
        Labelled pairs, good ones and wrong ones.
        """
        found = findings_of(case["source"], case["target"], case["language"])

        assert bool(found) == (case["expect"] == "flag")
        assert all(finding.severity is Severity.REVIEW for finding in found)

    def test_says_which_word_is_missing(self):
        """
        An editor sees the word as the article has it, and where it stands.
        """
        source = "Bulog menyimpan 40 ribu ton beras."

        (finding,) = findings_of(source, "Bulog keeps 40,000 tons of salt.", "en")

        assert finding.message == "The translation has no word for “beras”."
        assert finding.indonesian == "Terjemahan tidak memuat padanan untuk “beras”."
        assert finding.source_span == (28, 33)

    def test_only_indonesian_sources_are_read(self):
        """
        A back-translation is none of its business.
        """
        pair = Pair(source="beras", target="salt", language="en", source_language="fr")

        assert not list(SameKeyWords()(pair))

    @pytest.mark.parametrize("language", sorted(TARGETS))
    @given(source=ODD, target=ODD)
    def test_odd_text_stops_nothing(self, language, source, target):
        """
        Engines may answer anything.
        """
        for finding in findings_of(source, target, language):
            assert finding.source_span[0] < finding.source_span[1] <= len(source)


class TestTable:
    def test_a_word_stands_in_one_row(self):
        """
        Two rows for a word would hide each other.
        """
        words = [word for row in rows() for word in row.words]

        assert len(words) == len(set(words))

    @pytest.mark.parametrize("language", sorted(TARGETS))
    def test_every_language_has_many_words(self, language):
        """
        Each asked-for word has a rendering.
        """
        table = renderings_of(language)

        assert len(table) > 550
        assert all(entry.parts for entry in table.values())

    @pytest.mark.parametrize(
        ("source", "words"),
        [
            ("Narapidana itu ditembak polisi.", ["narapidana", "tembak", "polisi"]),
            ("Ia dirawat di rumah sakit.", ["rawat", "rumah sakit"]),
            ("Mereka angkat bicara.", []),
            ("Ayahnya berpidato.", ["ayah", "pidato"]),
            ("Ia menjamur di kuala lumpur.", []),
            ("Warga berterima kasih kepada Hakim Agung.", ["warga"]),
            ("Hakim Tunda Sidang Korupsi", ["hakim", "tunda", "sidang", "korupsi"]),
        ],
    )
    def test_key_words_are_found_in_their_forms(self, source, words):
        """
        With affixes, in phrases, in headlines; not in names and idioms.
        """
        assert [found.word for found in key_words(source)] == words

    def test_a_text_is_made_readable(self):
        """
        Accents and signs do not count, nor what Arabic may leave out.
        """
        assert readable("L'œuvre, enlevée !", "fr") == " l oeuvre enlevee "
        assert readable("أُسرة", "ar") == "اسره"


class TestMutations:
    @pytest.mark.parametrize("mutation", keywords.MUTATIONS, ids=lambda one: one.name)
    def test_a_mutant_is_wrong_in_one_word(self, mutation):
        """
        The rest of the sentence is left as it was.
        """
        pair = Pair(
            source="Harga beras naik.", target="The price of rice rose.", language="en"
        )

        mutant = mutation.mutate(Sample(pair=pair, versions={}), Random(1))

        assert mutant is not None
        assert " rice " not in mutant.target
        assert mutant.target.startswith("The price of ")

    def test_every_row_has_all_languages(self):
        """
        A word is made wrong in any language.
        """
        assert all(
            set(words) == set(keywords.ORDER) for words in keywords.WORDS.values()
        )
