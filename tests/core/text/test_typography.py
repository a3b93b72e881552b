import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.languages import LANGUAGES
from selaras.text.typography import localise, localise_tracked

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases" / "typography.jsonl")
    .read_text("utf-8")
    .splitlines()
]

marked = st.text(
    st.sampled_from(
        list(",.!?:;\"'()«»“”「」『』（），。、！？ \u00a0\u202f%-")
        + list("aZé19震源の氏قال٣")
        + list('  ,"')
    ),
    max_size=25,
)
languages = st.sampled_from(sorted(LANGUAGES))


class TestLocalise:
    @pytest.mark.parametrize("case", CASES, ids=lambda case: case["label"])
    def test_marks_are_set_as_the_language_sets_them(self, case):
        assert localise(case["text"], case["language"]) == case["expect"]

    @given(marked, languages)
    def test_doing_it_twice_changes_nothing(self, text, language):
        once = localise(text, language)

        assert localise(once, language) == once

    @given(st.text() | marked, languages)
    def test_no_letter_and_no_digit_is_touched(self, text, language):
        def kept(text):
            return [character for character in text if character.isalnum()]

        assert kept(localise(text, language)) == kept(text)


class TestLocaliseTracked:
    @given(st.text() | marked, languages)
    def test_it_makes_the_same_text(self, text, language):
        assert localise_tracked(text, language).text == localise(text, language)

    @given(marked, languages)
    def test_a_letter_leads_back_to_itself(self, text, language):
        tracked = localise_tracked(text, language)

        for place, character in enumerate(tracked.text):
            if character.isalnum():
                start, end = tracked.original(place, place + 1)
                assert character in text[start:end]
