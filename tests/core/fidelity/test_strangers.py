"""
Words that came unasked, and the words whose place they take.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.fidelity import Pair, Severity
from selaras.fidelity.same_key_words import SameKeyWords
from selaras.fidelity.strangers import at_the_place, replaced_word, strangers
from selaras.languages import TARGETS
from selaras.text.spans import Span

ODD = st.text(alphabet='aAdi 01.,"“”|東のアسم\n\u200f') | st.text()


def pair_of(source, target, language="en"):
    return Pair(source=source, target=target, language=language)


class TestStrangers:
    def test_a_word_that_the_source_does_not_account_for_is_one(self):
        """
        A thief in the same place is none.
        """
        good = pair_of("Polisi menangkap pencuri itu.", "Police arrested the thief.")
        wrong = pair_of("Polisi menangkap pencuri itu.", "Police arrested the forest.")

        assert "thief" not in [one.span.of(good.target) for one in strangers(good)]
        assert max(strangers(wrong)).span.of(wrong.target) == "forest"

    def test_characters_in_a_row_are_one_stranger(self):
        """
        Chinese has no spaces, and one character alone may be part of any word.
        """
        pair = pair_of("Polisi menangkap pencuri itu.", "警方逮捕了森林。", "zh")

        (stranger,) = strangers(pair)
        assert "森林" in stranger.span.of(pair.target)

    def test_the_nearest_place_counts(self):
        """
        What stands at the other end of the sentence replaced nothing.
        """
        source = "Pencuri itu ditangkap polisi di dekat pasar kota tadi malam."
        pair = pair_of(source, "The thief was caught by police last night by a forest.")

        begins, ends = (
            at_the_place(Span(*place), pair) for place in ((0, 7), (51, 59))
        )

        assert ends is not None
        assert ends.stranger.of(pair.target) == "forest"
        assert begins is None or begins.stranger != ends.stranger

    @pytest.mark.parametrize("language", sorted(TARGETS))
    @given(source=ODD, target=ODD)
    def test_odd_text_stops_nothing(self, language, source, target):
        """
        Engines may answer anything.
        """
        pair = pair_of(source, target, language)

        replaced_word(pair, [])
        assert all(0 <= one.span.start < one.span.end for one in strangers(pair))


class TestOtherWord:
    def test_the_desk_sees_both_words(self):
        """
        The finding names the word and what seems to stand in its place.
        """
        source = "Polisi menerima laporan itu dan akan memanggil keduanya pekan ini."
        target = "Police received the report and will sign both men this week."

        (finding,) = SameKeyWords()(pair_of(source, target))

        assert finding.severity is Severity.REVIEW
        assert (finding.expected, finding.found) == ("memanggil", "sign")

    def test_the_right_word_is_silent(self):
        """
        The same sentence as it should be.
        """
        source = "Polisi menerima laporan itu dan akan memanggil keduanya pekan ini."
        target = "Police received the report and will summon both men this week."

        assert not list(SameKeyWords()(pair_of(source, target)))

    def test_an_empty_translation_is_another_checks_business(self):
        """
        Nothing is missing where nothing is said.
        """
        assert not list(SameKeyWords()(pair_of("Notaris itu menelepon.", " ")))
