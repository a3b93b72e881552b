"""
A name is written in one way throughout an article.
"""

import pytest

from selaras.terms.acronyms import expansions
from selaras.terms.rendering import Renderings, rendering


class TestRendering:
    @pytest.mark.parametrize(
        ("language", "form"),
        [("en", "Surabaya"), ("fr", "Surabaya"), ("zh", "泗水"), ("ja", "スラバヤ")],
    )
    def test_the_lexicon_comes_first(self, language, form):
        """
        What has a form of its own is neither transcribed nor explained.
        """
        assert rendering("Surabaya", language) == form

    def test_the_first_mention_gives_the_latin_letters_too(self):
        """
        A reader can look a transcribed name up.
        """
        article = Renderings(language="ja")

        first, second = article.of("Marselina Wangge"), article.of("Marselina Wangge")

        assert first == f"{second}（Marselina Wangge）"

    def test_what_a_person_decided_is_kept(self):
        """
        A decision stands above lexicon and transcription.
        """
        article = Renderings(language="zh")
        article.decide("Bong Lie Tjhin", "黄丽珍")

        assert [article.of("Bong Lie Tjhin") for _ in range(2)] == ["黄丽珍"] * 2


class TestExpansions:
    def test_an_acronym_is_met_by_the_words_before_it(self):
        """
        Small words and commas do not count.
        """
        text = "Badan Meteorologi, Klimatologi, dan Geofisika (BMKG) mencatat gempa."

        (found,) = expansions(text)

        assert found.acronym == "BMKG"
        assert found.long == "Badan Meteorologi, Klimatologi, dan Geofisika"
        assert found.span.of(text) == f"{found.long} (BMKG)"

    def test_what_is_in_brackets_for_another_reason_is_none(self):
        """
        An age, an area, a note.
        """
        assert expansions("Korban, Indah (21), warga Ende (NTT), selamat (Foto).") == ()
