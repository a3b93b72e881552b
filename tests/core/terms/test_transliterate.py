"""
Unknown names are written in the script of the language, and sound as they did.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.terms import likeness, skeleton_of_text
from selaras.terms.transliterate import transliterated

NAMES = [
    "Herlambang Sudibyo",
    "Marselina Wangge",
    "Cipayung",
    "Nyoman Syahrir",
    "Kholifah",
]
WORD = st.text(alphabet="abcdefghijklmnoprstuwyz", min_size=1, max_size=12)


class TestTransliterated:
    @pytest.mark.parametrize(
        ("name", "zh", "ja", "ar"),
        [
            ("Retnowati", "雷特诺瓦蒂", "レトノワティ", "ريتنوواتي"),
            ("Bambang", "班邦", "バンバン", "بامبانغ"),
            ("Ahmad", "阿赫马德", "アフマド", "أحمد"),
        ],
    )
    def test_names_are_written_as_newspapers_write_them(self, name, zh, ja, ar):
        """
        The tables follow what news agencies print.
        """
        written = [transliterated(name, language) for language in ("zh", "ja", "ar")]

        assert written == [zh, ja, ar]

    @pytest.mark.parametrize("language", ["zh", "ja", "ar"])
    @pytest.mark.parametrize("name", NAMES)
    def test_what_is_written_sounds_like_the_name(self, name, language):
        """
        Our own transcription passes our own check.
        """
        written = skeleton_of_text(transliterated(name, language), language)

        assert likeness(name, written, language).score > 78

    @pytest.mark.parametrize("language", ["en", "fr"])
    def test_latin_letters_stay(self, language):
        """
        English and French keep a name as it is.
        """
        assert transliterated("Marselina Wangge", language) == "Marselina Wangge"

    @pytest.mark.parametrize("language", ["zh", "ja", "ar"])
    @given(WORD | st.text())
    def test_any_word_can_be_written(self, language, word):
        """
        No letters are left in Latin, and nothing raises.
        """
        written = transliterated(word, language)

        assert not any("a" <= sign <= "z" for sign in written)
