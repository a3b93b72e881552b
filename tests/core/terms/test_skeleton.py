"""
A name and its transcriptions sound alike, and others do not.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.terms import Translation, likeness, skeleton_of_text
from selaras.terms.closely import other_consonants
from selaras.terms.foreign import is_foreign
from selaras.terms.letters import bare

ALIKE = [
    ("Herlambang Sudibyo", "zh", "赫尔兰邦·苏迪比约"),
    ("Herlambang Sudibyo", "ja", "ヘルランバン・スディビョ"),
    ("Herlambang Sudibyo", "ar", "هيرلامبانغ سوديبيو"),
    ("Muhammad Yusuf", "ar", "محمد يوسف"),
    ("Singaraja", "ja", "シンガラジャ"),
    ("Wulandari", "zh", "乌兰达里"),
    ("Tacna", "zh", "塔克纳"),
]


WRONG = [
    ("Herlambang Sudibyo", "zh", "赫尔兰邦·苏迪拉约"),
    ("Herlambang Sudibyo", "ja", "ヘルランバン・スディトヨ"),
    ("Herlambang Sudibyo", "ar", "هيرلامبانغ سوديكيو"),
    ("Retno Kusumadewi", "zh", "雷特诺·库苏马拉维"),
    ("Retno Kusumadewi", "ja", "レトノ・クスマデキ"),
    ("Retno Kusumadewi", "ar", "ريتنو كوسوماديري"),
]


class TestConsonants:
    @pytest.mark.parametrize(("name", "language", "form"), ALIKE)
    def test_a_transcription_has_the_consonants_of_its_name(self, name, language, form):
        """
        What varies between good translations is nothing to speak of.
        """
        assert other_consonants(name, Translation(form, language)) is None

    @pytest.mark.parametrize(("name", "language", "form"), WRONG)
    def test_a_syllable_that_is_another_is_found(self, name, language, form):
        """
        Somebody else may have that name.
        """
        assert other_consonants(name, Translation(form, language)) is not None

    @pytest.mark.parametrize("language", ["zh", "ja", "ar"])
    @given(name=st.text(max_size=30), text=st.text())
    def test_no_text_stops_it(self, language, name, text):
        """
        A span lies in the text whatever is looked for.
        """
        span = other_consonants(name, Translation(text, language))

        assert span is None or 0 <= span.start <= span.end <= len(text)


class TestForeignNames:
    @pytest.mark.parametrize("name", ["gerrard", "lithgow", "jones", "czeisler"])
    def test_names_that_indonesian_would_spell_otherwise_are_foreign(self, name):
        """
        How they are read is not known.
        """
        assert is_foreign(name)

    @pytest.mark.parametrize(
        "name", ["prabowo", "dewi", "muhammad", "made", "singaraja", "rizky", "wangge"]
    )
    def test_indonesian_names_are_not(self, name):
        """
        They are transcribed letter by letter.
        """
        assert not is_foreign(name)

    @pytest.mark.parametrize(
        ("name", "form"),
        [("virginia", "virginie"), ("homer", "homere"), ("putin", "poutine")],
    )
    def test_french_has_endings_of_its_own(self, name, form):
        """
        Without them, both are the same.
        """
        assert bare(name) == bare(form)


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
