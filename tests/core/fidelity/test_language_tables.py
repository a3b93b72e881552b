"""
The tables by which languages are told apart do not contradict each other.
"""

from itertools import combinations

import pytest

from selaras.fidelity.function_words import FUNCTION_WORDS
from selaras.fidelity.identify import likely_language
from selaras.fidelity.traditional import TRADITIONAL_ONLY, foreign_to_simplified


class TestFunctionWords:
    @pytest.mark.parametrize(("one", "other"), list(combinations(FUNCTION_WORDS, 2)))
    def test_no_word_belongs_to_two_languages(self, one, other):
        """
        A shared word would tell nothing.
        """
        assert not FUNCTION_WORDS[one] & FUNCTION_WORDS[other]


class TestLikelyLanguage:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("The quake killed 27 people and damaged many of the houses.", "en"),
            ("Le séisme a fait 27 morts et endommagé des maisons.", "fr"),
            ("Gempa itu menewaskan 27 orang dan merusak banyak rumah.", "id"),
            ("Indonesia, Japan Launch 41-Billion-Yen Tsunami Satellite", None),
            ("Kelurahan Bidara Cina", None),
            ("", None),
        ],
    )
    def test_a_language_is_named_only_where_the_text_tells(self, text, language):
        """
        Names are Indonesian in every language, and tell nothing.
        """
        assert likely_language(text) == language


class TestTraditional:
    def test_the_table_is_without_characters_of_the_simplified_standard(self):
        """
        GB 2312 is what mainland newspapers print.
        """
        for character in TRADITIONAL_ONLY:
            with pytest.raises(UnicodeEncodeError):
                character.encode("gb2312")

    def test_common_simplified_text_is_let_through(self):
        """
        Among them characters that are traditional in other words: 后, 里, 面, 著.
        """
        text = "著名的乾隆皇后在里面只吃干面，发现台湾的天气干燥，于是征求意见。"

        assert not set(text) & foreign_to_simplified()
