"""
Words that deny, turn round, accuse or doubt are found in six languages.
"""

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.languages import LANGUAGES
from selaras.text.cues import TABLES, read_cues
from selaras.text.cues.meanings import FAMILIES, FAMILY_OF, OPPOSITE_OF

SUBJECTS = ("negation", "opposites", "status")
NEWS = st.lists(
    st.sampled_from(
        [
            *(
                "tidak",
                "not",
                "n't",
                "ne",
                "pas",
                "不",
                "没有",
                "ない",
                "ず",
                "لا",
                "غير",
            ),
            *("tersangka", "suspect", "prévenu", "嫌疑人", "容疑者", "مُشتبهٌ به", "İ"),
            *(" ", ", ", ".", "-", "_", "’", "\n", "27", "\u200f", "\u200b", "ـ"),
        ]
    ),
    max_size=30,
).map("".join)


class TestReadCues:
    @pytest.mark.parametrize(
        ("text", "language", "found"),
        [
            ("Mereka tidak marah.", "id", ["tidak"]),
            ("Bukan hanya dia yang datang.", "id", []),
            ("Dana itu belum cair tanpa izin.", "id", ["belum", "tanpa izin"]),
            ("They didn’t come.", "en", ["didn’t"]),
            ("Not only they came.", "en", []),
            ("They have yet to come.", "en", ["yet to"]),
            ("Ils ne sont pas venus.", "fr", ["ne sont pas"]),
            ("Ils ne viennent que lundi.", "fr", ["ne viennent"]),
            ("他们没有来。", "zh", ["没有"]),
            ("不少人不断地来。", "zh", []),
            ("彼らは来なかった。", "ja", ["なかっ"]),
            ("行かなければならない。", "ja", []),
            ("لَمْ يحضروا.", "ar", ["لَمْ"]),
            ("لا يزال الطريق مغلقًا.", "ar", []),
        ],
    )
    def test_negations_are_found_and_idioms_passed_over(self, text, language, found):
        """
        A cue is cut out as it stands in the text, with its marks and its apostrophe.
        """
        cues = read_cues(text, language, "negation")

        assert [cue.span.of(text) for cue in cues if cue.firm] == found

    @pytest.mark.parametrize(
        ("text", "language", "meaning"),
        [
            ("Kedua tersangka ditahan", "id", "suspect"),
            ("The defendants left", "en", "defendant"),
            ("Les prévenues sont parties", "fr", "defendant"),
            ("Le condamné est parti", "fr", "convict"),
            ("两名嫌犯", "zh", "suspect"),
            ("受刑者2人", "ja", "convict"),
            ("والمتهمين", "ar", "defendant"),
            ("المُشتبه بهم", "ar", "suspect"),
            ("شهودًا", "ar", "witness"),
        ],
    )
    def test_status_is_found_in_its_inflected_forms(self, text, language, meaning):
        """
        Plurals, feminines, articles and what is written onto a word do not hide it.
        """
        (cue, *_) = read_cues(text, language, "status")

        assert meaning in cue.meanings

    def test_a_word_within_a_word_is_no_cue(self):
        """
        "Nota" is not "not", and "takaran" not "tak".
        """
        assert not read_cues("Nota Dinas tentang takaran", "id", "negation")
        assert not read_cues("The notary noted it.", "en", "negation")


class TestTables:
    @pytest.mark.parametrize(
        ("language", "subject"), list(product(sorted(LANGUAGES), SUBJECTS))
    )
    def test_every_row_can_be_compiled_and_captures_nothing(self, language, subject):
        """
        A row is told by its group: a second one inside would tell another row.
        """
        for _, pattern in getattr(TABLES[language], subject):
            assert re.compile(pattern).groups == 0

    @pytest.mark.parametrize("language", sorted(LANGUAGES))
    def test_every_language_has_words_for_what_must_not_be_confused(self, language):
        """
        A meaning that a language cannot express could never be found in it.
        """
        firm = {
            meaning
            for meanings, _ in TABLES[language].status
            if not meanings.startswith("?")
            for meaning in meanings.split()
        }

        people = {"witness", "suspect", "defendant", "convict"}
        assert firm >= people | {"dead", "hurt", "verdict", "demand", "appeal"}

    def test_opposites_are_mutual_and_families_apart(self):
        """
        What is the opposite of one is so the other way round.
        """
        assert all(OPPOSITE_OF[OPPOSITE_OF[one]] == one for one in OPPOSITE_OF)
        assert len(FAMILY_OF) == sum(map(len, FAMILIES.values()))


class TestAnyText:
    @pytest.mark.parametrize(
        ("language", "subject"), list(product(sorted(LANGUAGES), SUBJECTS))
    )
    @given(text=NEWS | st.text())
    def test_no_text_stops_the_reader(self, language, subject, text):
        """
        Cues are in order, do not overlap and lie inside the text.
        """
        end = 0
        for cue in read_cues(text, language, subject):
            assert end <= cue.span.start < cue.span.end <= len(text)
            assert cue.meanings
            end = cue.span.end

    @pytest.mark.parametrize("language", sorted(LANGUAGES))
    @pytest.mark.parametrize(
        "piece", ["a-", "a_", "n'", "ne a ", "not a ", "不", "な", "لا ا ", "tidak "]
    )
    def test_a_very_long_text_is_read_in_time(self, language, piece):
        """
        Time grows with the text and not with its square.
        """
        for subject in SUBJECTS:
            read_cues(piece * 5000, language, subject)
