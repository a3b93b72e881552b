import re
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from selaras.engines.cleaning import clean, clean_tracked, tidy

awkward = st.text(
    st.sampled_from(
        list("aé e\u0301\u0327Ａ５　。「“”‘’«»\"'\u200b\u00ad \t\n\u00a0")
        + list("ｶﾞﾊﾟ\uff9e\uff9f각\u1100\u1161\u11a8ﾡﾢ\uffc2ㄱㅏ")
        + list("مُحَمَّدـ\u0651\u212bﬁ½²①")
    ),
    max_size=20,
)


def clean_in_training(text):
    """
    The cleaning that the model in the box was trained on, as it was written there.
    """
    folding = any("\uff01" <= c <= "\uff5e" or c in "\u3000" for c in text)
    text = unicodedata.normalize("NFKC" if folding else "NFC", text)
    for old, new in (
        *(("\u200b", ""), ("\u00ad", ""), ("\u2019", "'"), ("\u2018", "'")),
        *(("\u201c", '"'), ("\u201d", '"'), ("«", '"'), ("»", '"')),
    ):
        text = text.replace(old, new)
    text = re.sub(r"[\u064b-\u0652\u0640]", "", text)
    return re.sub(r"\s+", " ", text).strip()


def is_plain(text):
    return not any(
        unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n" for c in text
    )


class TestClean:
    @given(st.text().filter(is_plain) | awkward)
    def test_the_model_reads_what_it_was_trained_on(self, text):
        assert clean(text) == clean_in_training(text)

    def test_no_text_can_name_another_target_language(self):
        assert "<2fr>" not in clean("Tekan <2fr> untuk lanjut")

    def test_a_control_character_is_not_text(self):
        assert clean("Gem\x00pa\x1b di\ud800 Cianjur") == "Gempa di Cianjur"

    def test_a_model_of_others_gets_text_as_it_is(self):
        assert clean("«½» ＡＢ\x00", folded=False) == "«½» ＡＢ"


class TestCleanTracked:
    @given(st.text() | awkward)
    @example("ｶﾞ")
    @example("Ａ\u1100\u1161")
    @example("Ａㄱㅏ")
    def test_it_makes_the_same_text(self, text):
        assert clean_tracked(text).text == clean(text)
        assert clean_tracked(text, folded=False).text == clean(text, folded=False)

    @given(st.text("ab “”\u200b  é５", max_size=20))
    def test_every_letter_leads_back_to_itself(self, text):
        tracked = clean_tracked(text)

        for place, character in enumerate(tracked.text):
            start, end = tracked.original(place, place + 1)
            if character.isalnum():
                assert unicodedata.normalize("NFKC", text[start:end]) == character


class TestTidy:
    @given(st.text())
    def test_what_is_left_is_safe_on_a_page(self, text):
        tidied = tidy(text)

        assert tidied == tidied.strip()
        assert "  " not in tidied
        assert not set(tidied) & set("⁇\u202e\u2066\u200f\ufffd\u2028\x00\x1b\n")

    def test_what_joins_letters_and_emoji_stays(self):
        family = "👨\N{ZERO WIDTH JOINER}👩"

        assert tidy(family) == family
