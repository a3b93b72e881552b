"""
The order of pieces follows the Unicode Bidirectional Algorithm.
"""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras_site.public.cards.bidi import levels_of, visual_order


@dataclass(frozen=True)
class Letter:
    character: str
    level: int


def shown(text, base):
    letters = [
        Letter(character, level)
        for character, level in zip(text, levels_of(text, base), strict=True)
    ]
    return "".join(letter.character for letter in visual_order(letters))


class TestOrder:
    @pytest.mark.parametrize(
        ("text", "from_left"),
        [
            ("اب", "با"),
            ("اب 27", "27 با"),
            ("اب 1,234 ج", "ج 1,234 با"),
            ("اب IMF (WB) ج", "ج IMF (WB) با"),
            ("27% اب", "با 27%"),
            ("اب 27%", "%27 با"),
            ("اب-19", "19-با"),
            ("اب ٢٧٫٥ ج", "ج ٢٧٫٥ با"),
            ("(اب)", ")با("),
            ("«A»", "»A«"),
            ("A B", "A B"),
            ("اب 2026-2027", "2027-2026 با"),
        ],
    )
    def test_a_line_of_arabic(self, text, from_left):
        """
        Brackets are shown unmirrored here: raqm mirrors them when it draws.
        """
        assert shown(text, 1) == from_left

    @pytest.mark.parametrize(
        ("text", "from_left"),
        [
            ("A اب B", "A با B"),
            ("A (اب) B", "A (با) B"),
            ("A اب 27 B", "A 27 با B"),
            ("地震27人", "地震27人"),
        ],
    )
    def test_a_line_of_latin(self, text, from_left):
        assert shown(text, 0) == from_left

    @given(st.text(), st.sampled_from([0, 1]))
    def test_nothing_is_lost(self, text, base):
        assert sorted(shown(text, base)) == sorted(text)

    @given(st.text(alphabet="aB27 .,()-é地"))
    def test_text_without_arabic_is_left_alone(self, text):
        assert shown(text, 0) == text
