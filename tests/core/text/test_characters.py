"""
What cannot be seen goes, and nothing that can be seen.
"""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from selaras.text import characters, scripts

VISIBLE = {"L", "N", "P", "S", "M"}


class TestCleaning:
    @given(st.text())
    def test_doing_it_twice_changes_nothing(self, text):
        """
        What is clean stays as it is.
        """
        once = characters.clean(text)

        assert characters.clean(once) == once

    @given(st.text())
    def test_nothing_that_is_seen_is_lost(self, text):
        """
        Letters, digits, marks and signs survive, in order.
        """
        seen = [c for c in text if unicodedata.category(c)[0] in VISIBLE]

        kept = [
            c for c in characters.clean(text) if unicodedata.category(c)[0] in VISIBLE
        ]

        assert kept == seen

    @given(st.text())
    def test_digits_change_one_for_one(self, text):
        """
        Positions in the text still mean the same.
        """
        assert len(characters.to_ascii_digits(text)) == len(text)

    def test_a_joiner_of_persian_words_stays(self):
        """
        It is part of how the word is spelled.
        """
        word = "می\N{ZERO WIDTH NON-JOINER}روم"

        assert characters.clean(word) == word


class TestScripts:
    @given(st.text())
    @example("A㋐")
    @example("㋐")
    @example("Ⅷ")
    def test_shares_are_shares(self, text):
        """
        They add up to one, or there is no letter.
        """
        shares = scripts.script_shares(text)

        assert abs(sum(shares.values()) - scripts.has_letter(text)) < 1e-9

    def test_japanese_is_han_and_kana(self):
        """
        Which is how it is told from Chinese.
        """
        assert set(scripts.script_shares("地震が発生した")) == {"Han", "Kana"}
