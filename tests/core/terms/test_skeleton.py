"""
A name and its transcriptions sound alike, and others do not.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.terms import likeness, skeleton_of_text

ALIKE = [
    ("Herlambang Sudibyo", "zh", "赫尔兰邦·苏迪比约"),
    ("Herlambang Sudibyo", "ja", "ヘルランバン・スディビョ"),
    ("Herlambang Sudibyo", "ar", "هيرلامبانغ سوديبيو"),
    ("Muhammad Yusuf", "ar", "محمد يوسف"),
    ("Singaraja", "ja", "シンガラジャ"),
    ("Wulandari", "zh", "乌兰达里"),
    ("Tacna", "zh", "塔克纳"),
]


class TestLikeness:
    @pytest.mark.parametrize(("name", "language", "form"), ALIKE)
    def test_a_transcription_sounds_like_its_name(self, name, language, form):
        """
        Letters that one script does not tell apart are one class.
        """
        assert likeness(name, skeleton_of_text(form, language), language).score > 78

    @pytest.mark.parametrize(("name", "language", "form"), ALIKE)
    def test_another_name_does_not(self, name, language, form):
        """
        What is not the name is far from it.
        """
        other = "Petrus Kelen"

        assert likeness(other, skeleton_of_text(form, language), language).score < 60

    @pytest.mark.parametrize("language", ["zh", "ja", "ar", "zh-all"])
    @given(st.text())
    def test_any_text_has_a_skeleton_with_a_place_for_each_sound(self, language, text):
        """
        What has no sound is left out; what has one points to its character.
        """
        skeleton = skeleton_of_text(text, language)

        assert len(skeleton.sounds) == len(skeleton.places)
        assert all(0 <= place < max(1, len(text)) for place in skeleton.places)

    @pytest.mark.parametrize("language", ["zh", "ja", "ar"])
    @given(name=st.text(max_size=30), text=st.text())
    def test_no_text_stops_the_search(self, language, name, text):
        """
        A span lies in the text whatever is looked for.
        """
        found = likeness(name, skeleton_of_text(text, language), language)

        assert 0 <= found.span.start <= found.span.end <= max(1, len(text))
