"""
Lines end where the rules of each language let them, and every character has a glyph.
"""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras_site.public.cards.breaking import NO_END, NO_START, may_break, words_of
from selaras_site.public.cards.cleaning import INVISIBLE, clean, clusters_of
from selaras_site.public.cards.drawing import LEFT, RIGHT, fit_headline, hang
from selaras_site.public.cards.fitting import Measure, fit
from selaras_site.public.cards.setting import ELLIPSIS, compose
from selaras_site.public.cards.spacing import halved_in

HEADLINES = json.loads((Path(__file__).parent / "headlines.json").read_text("utf-8"))
EVERY = [(language, text) for language, three in HEADLINES.items() for text in three]
NBSP, NARROW = "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"

NARROW_BOXES = [300, 420, 560, 700, 900, 1056]


def pieces_of(text):
    return [text[word.start : word.end] for word in words_of(text)]


def lines_in(text, language, width):
    measure = Measure(
        width=width, height=9000, largest=60, smallest=60, leading=1, most_lines=99
    )
    return fit(compose(text, language, "bold"), measure).texts()


def runs_of(fitted):
    return [
        run for start, end in fitted.lines for run in fitted.paragraph.runs(start, end)
    ]


class TestBreaking:
    @pytest.mark.parametrize("width", NARROW_BOXES)
    @pytest.mark.parametrize(("language", "headline"), EVERY)
    def test_no_line_begins_with_what_closes_or_ends_with_what_opens(
        self, language, headline, width
    ):
        lines = lines_in(headline, language, width)

        assert not [line for line in lines[1:] if line[0] in NO_START]
        assert not [line for line in lines[:-1] if line[-1] in NO_END]

    @pytest.mark.parametrize("width", NARROW_BOXES)
    @pytest.mark.parametrize(("language", "headline"), EVERY)
    def test_lines_hold_the_whole_headline_in_order(self, language, headline, width):
        lines = lines_in(headline, language, width)

        assert "".join("".join(lines).split()) == "".join(headline.split())

    @pytest.mark.parametrize(
        ("text", "pieces"),
        [
            ("Korban: 27 jiwa", ["Korban:", "27", "jiwa"]),
            ("Séisme ? Non !", ["Séisme ?", "Non !"]),
            (f"«{NBSP}en plein air{NBSP}»", [f"«{NBSP}en", "plein", f"air{NBSP}»"]),
            (f"1{NARROW}200 morts", [f"1{NARROW}200", "morts"]),
            ("COVID-19 anak-anak", ["COVID-19", "anak-", "anak"]),
            ("死亡27人。", ["死", "亡", "27人。"]),
            ("说：“好”", ["说：", "“好”"]),
            ('说"好"了', ['说"好"了']),
            ("検討――年", ["検", "討", "――", "年"]),
            ("ショック", ["ショッ", "ク"]),
            ("サーバー", ["サー", "バー"]),
            ("『源氏』、", ["『源", "氏』、"]),
            ("约（Perry W）", ["约", "（Perry", "W）"]),
        ],
    )
    def test_what_stays_together(self, text, pieces):
        assert pieces_of(text) == pieces

    @given(
        st.text(alphabet="aB27 、。「」（）ア地ー-“”\N{NO-BREAK SPACE}é", max_size=40)
    )
    def test_cutting_into_words_loses_only_spaces(self, text):
        text = clean(text)

        assert "".join(pieces_of(text)).replace(" ", "") == text.replace(" ", "")

    def test_japanese_lines_end_after_phrases(self):
        lines = lines_in("ジャカルタで地震、27人死亡", "ja", 400)

        assert lines == ["ジャカルタで", "地震、", "27人死亡"]

    def test_a_break_inside_a_cluster_is_never_asked_for(self):
        clusters = clusters_of("か\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}き")

        assert len(clusters) == 2
        assert may_break(clusters, 1)


class TestFit:
    @pytest.mark.parametrize(("language", "headline"), EVERY)
    def test_five_lines_at_most_and_none_too_wide(self, language, headline):
        fitted = fit_headline(headline, language)

        assert 1 <= len(fitted.lines) <= 5
        for start, end in fitted.lines:
            drawn = fitted.paragraph.width(start, end, fitted.size)
            assert drawn - hang(fitted, start) <= (RIGHT - LEFT) * 1.01

    def test_a_short_headline_is_larger_than_a_long_one(self):
        short, _, long = HEADLINES["en"]

        assert fit_headline(short, "en").size > fit_headline(long, "en").size

    @pytest.mark.parametrize("language", HEADLINES)
    def test_what_does_not_fit_ends_in_an_ellipsis(self, language):
        text = f"{HEADLINES[language][2]} " * 3

        fitted = fit_headline(text, language)

        assert len(fitted.lines) <= 5
        assert fitted.paragraph.text.endswith(ELLIPSIS)
        assert clean(text).startswith(fitted.paragraph.text[:-1])

    def test_lines_are_of_like_length(self):
        lines = lines_in("satu dua tiga empat lima enam", "id", 620)

        assert lines == ["satu dua tiga", "empat lima enam"]

    @settings(max_examples=60)
    @given(st.text(max_size=120), st.sampled_from(sorted(HEADLINES)))
    def test_any_text_fits(self, text, language):
        fitted = fit_headline(text, language)

        assert len(fitted.lines) <= 5
        for run in runs_of(fitted):
            assert run.choice.face.sets(run.text)


class TestGlyphs:
    @pytest.mark.parametrize(("language", "headline"), EVERY)
    def test_no_character_is_drawn_as_an_empty_box(self, language, headline):
        for run in runs_of(fit_headline(headline, language)):
            seen = INVISIBLE.sub("", run.text)

            assert set(map(ord, seen)) <= run.choice.face.characters

    def test_foreign_words_are_set_in_a_face_that_has_them(self):
        fitted = fit_headline("Xi 习近平 東京 الرياض", "en")

        files = {run.text.strip(): run.choice.face.path for run in runs_of(fitted)}
        assert len({files["Xi"], files["习近平 東京"], files["الرياض"]}) == 3

    def test_emoji_are_left_out_and_unknown_letters_leave_an_ellipsis(self):
        assert compose("Gempa 🔥 di Seoul", "id", "bold").text == "Gempa di Seoul"
        assert compose("Han Kang (ᎠᎡ) menang", "id", "bold").text == (
            f"Han Kang ({ELLIPSIS}) menang"
        )

    def test_variants_of_characters_keep_their_letter(self):
        name = "葛\N{VARIATION SELECTOR-17}城"

        assert compose(name, "ja", "bold").text == name


class TestArabic:
    def test_letters_are_joined(self):
        paragraph = compose("سلام", "ar", "bold")

        joined = paragraph.width(0, 4)
        apart = sum(paragraph.width(at, at + 1) for at in range(4))

        assert joined < apart * 0.9

    def test_latin_words_and_numbers_stand_in_their_places(self):
        text = "مع Bank Indonesia (BI) يوم 27"
        paragraph = compose(text, "ar", "bold")

        runs = [run.text.strip() for run in paragraph.runs(0, len(text))]

        words = [run for run in runs if run]
        assert words == ["27", "يوم", "Bank Indonesia (BI)", "مع"]

    def test_a_quotation_is_mirrored(self):
        (run,) = compose("«قال»", "ar", "bold").runs(0, 5)

        assert run.direction == "rtl"

    def test_an_arabic_name_in_english_runs_to_the_left(self):
        paragraph = compose("In الرياض today", "en", "bold")

        directions = [run.direction for run in paragraph.runs(0, 15)]

        assert directions == ["ltr", "rtl", "ltr"]


class TestSpacing:
    @pytest.mark.parametrize("language", ["zh", "ja"])
    def test_signs_side_by_side_are_set_closer(self, language):
        paragraph = compose("「地」、「震」", language, "bold")
        alone = sum(
            compose(character, language, "bold").width(0, 1)
            for character in paragraph.text
        )

        assert paragraph.width(0, 7) == pytest.approx(alone - 100, abs=2)

    def test_latin_quotes_are_left_alone(self):
        assert not any(halved_in("“‘Ya’”, katanya", "id"))
