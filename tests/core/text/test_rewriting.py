"""
Numbers of a text without words, in the form of another language.
"""

import pytest

from selaras.text.rewriting import SEPARATORS, rewrite_numbers


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("1.250", "1,250"),
        ("1.250,5", "1,250.5"),
        ("-3,5", "-3.5"),
        ("+0,75%", "+0.75%"),
        ("(1.250.000)", "(1,250,000)"),
        ("12.500–15.000", "12,500–15,000"),
        ("1.250 / 63,4", "1,250 / 63.4"),
    ],
)
def test_a_number_is_written_as_english_writes_it(text, english):
    assert rewrite_numbers(text, "en") == english


@pytest.mark.parametrize(
    "text",
    [
        "(021) 555.123",
        "(0274)-555.123",
        "021.345.678",
        "08.000.123",
        "+62 812.345.678",
        "192.168.100.100",
        "13.21",
        "7.12.2021",
        "2-1",
        "1.2.3",
        "2021",
    ],
)
@pytest.mark.parametrize("language", SEPARATORS)
def test_what_is_no_such_number_stays_as_it_is(text, language):
    """
    Telephone numbers, addresses, clocks, dates, scores and versions.
    """
    assert rewrite_numbers(text, language) == text


def test_the_length_stays_the_same():
    """
    Links and marks count characters: they need not move.
    """
    for language in SEPARATORS:
        assert len(rewrite_numbers("1.250.000,5 %", language)) == len("1.250.000,5 %")
