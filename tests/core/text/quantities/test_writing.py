"""
A value is written as a newsroom writes it, and read back as it was.
"""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.languages import LANGUAGES
from selaras.text.numbers import read_numbers
from selaras.text.quantities.writing import write_number

TAGS = sorted(LANGUAGES)
NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


class TestWriteNumber:
    @pytest.mark.parametrize(
        ("language", "written"),
        [
            ("id", "1,2 triliun"),
            ("en", "1.2 trillion"),
            ("fr", f"1{NARROW}200{NBSP}milliards"),
            ("zh", "1.2万亿"),
            ("ja", "1兆2000億"),
            ("ar", "1.2 تريليون"),
        ],
    )
    def test_a_trillion_is_written_as_the_newsroom_writes_it(self, language, written):
        """
        French says mille milliards, since its billion is misread; Chinese never 兆.
        """
        assert write_number(Decimal(1_200_000_000_000), language) == written

    @pytest.mark.parametrize(
        ("language", "written"),
        [
            ("id", "1.250,5"),
            ("en", "1,250.5"),
            ("fr", f"1{NARROW}250,5"),
            ("zh", "1250.5"),
            ("ja", "1250.5"),
            ("ar", "1,250.5"),
        ],
    )
    def test_a_small_value_has_its_languages_marks(self, language, written):
        """
        The decimal mark and the grouping mark are the locale's.
        """
        assert write_number(Decimal("1250.5"), language) == written

    def test_a_value_is_written_like_a_number_without_a_magnitude(self):
        """
        Where the text has "2,000,000", the mended number is in full too.
        """
        value = Decimal(1_250_000)

        assert write_number(value, "en", like="2,000,000") == "1,250,000"
        assert write_number(value, "en", like="2 million") == "1.25 million"

    @pytest.mark.parametrize("language", TAGS)
    @given(value=st.integers(0, 10**15))
    def test_a_whole_value_is_read_back(self, language, value):
        """
        From one to a thousand million millions.
        """
        numbers = read_numbers(write_number(Decimal(value), language), language)

        assert [number.value for number in numbers] == [value]

    @pytest.mark.parametrize("language", TAGS)
    @pytest.mark.parametrize("power", range(16))
    def test_every_power_of_ten_is_read_back(self, language, power):
        """
        The magnitudes themselves, in every language.
        """
        value = Decimal(10) ** power

        numbers = read_numbers(write_number(value, language), language)

        assert [number.value for number in numbers] == [value]

    @pytest.mark.parametrize("language", TAGS)
    @given(value=st.decimals(0, 10**9, places=2))
    def test_a_value_with_decimals_is_read_back(self, language, value):
        """
        To the cent.
        """
        numbers = read_numbers(write_number(value, language), language)

        assert [number.value for number in numbers] == [value]

    @pytest.mark.parametrize("language", TAGS)
    @given(value=st.decimals(allow_nan=False, allow_infinity=False, places=3))
    def test_any_value_is_written(self, language, value):
        """
        Below nought, and larger than anything: no value stops the writer.
        """
        assert any(map(str.isdigit, write_number(value, language)))
