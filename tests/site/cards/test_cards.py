"""
A card is drawn for every headline, and what stands on it is right.
"""

import json
import random
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from selaras_site.public.cards import (
    FontMissing,
    PictureUnreadable,
    ShapingUnavailable,
    draw_card,
    media_type,
)
from selaras_site.public.cards.cleaning import LONGEST
from selaras_site.public.cards.drawing import LEFT, PAPER, RIGHT, SIZE, TOP
from selaras_site.public.cards.pictures import LARGEST_FILE

HEADLINES = json.loads((Path(__file__).parent / "headlines.json").read_text("utf-8"))
EVERY = [(language, text) for language, three in HEADLINES.items() for text in three]

BEYOND = 4
"""
How far a letter's own shape may stand out over the margin, in pixels.
"""

WELL_BEYOND = 16
"""
As far as marks stacked over the last letter may lean.
"""

ADVERSARIES = {
    "nothing": "",
    "spaces": " \n\t\N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}",
    "emoji": "🔥🇮🇩👩\N{ZERO WIDTH JOINER}👩\N{ZERO WIDTH JOINER}👧",
    "bidi controls": "\N{RIGHT-TO-LEFT OVERRIDE}gempa\N{POP DIRECTIONAL FORMATTING} "
    "\N{FIRST STRONG ISOLATE}27\N{POP DIRECTIONAL ISOLATE}",
    "marks": "\N{RIGHT-TO-LEFT MARK}\N{ARABIC LETTER MARK}\N{LEFT-TO-RIGHT MARK}",
    "no characters": "\ud800 \x00 \x1b[31m \uffff \U0010ffff",
    "tower": "e" + "\N{COMBINING ACUTE ACCENT}" * 500,
    "lone accent": "\N{COMBINING ACUTE ACCENT}",
    "variants": "葛\N{VARIATION SELECTOR-17}城市 ☎\N{VARIATION SELECTOR-16}",
    "link": "https://example.org/" + "a" * 400,
    "closing": ")" * 300,
    "opening": "「" * 300,
    "other scripts": "한강 지진 กรุงเทพ भूकंप",
    "markup": "<script>alert(1)</script> &amp; %s {0}",
}


def card_of(headline, language, **options):
    labels = {"section": "News", "site_name": "Selaras", **options}
    return draw_card(headline=headline, language=language, **labels)


def opened(card):
    return Image.open(BytesIO(card)).convert("RGB")


def inked(card, box):
    image = opened(card).crop(box)
    difference = ImageChops.difference(image, Image.new("RGB", image.size, PAPER))
    return difference.convert("L").point(lambda value: 255 * (value > 60)).getbbox()


def picture_of(image, kind="JPEG", **options):
    stream = BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


class TestDrawCard:
    @pytest.mark.parametrize(("language", "headline"), EVERY)
    def test_a_card_is_a_small_picture_of_the_size_that_sites_ask_for(
        self, language, headline
    ):
        card = card_of(headline, language, notice="Diterjemahkan AI")

        image = Image.open(BytesIO(card))

        assert image.size == SIZE
        assert image.get_format_mimetype() == media_type(card)
        assert len(card) <= LARGEST_FILE

    @pytest.mark.parametrize(("language", "headline"), EVERY)
    def test_nothing_runs_over_the_margins(self, language, headline):
        card = card_of(headline, language, notice=headline, section=headline)

        left, top, right, bottom = inked(card, (0, 0, *SIZE))

        assert left >= LEFT - BEYOND
        assert right <= RIGHT + BEYOND
        assert top >= 40
        assert bottom <= 610

    @pytest.mark.parametrize(("language", "headline"), EVERY)
    def test_a_headline_stays_clear_of_the_rules(self, language, headline):
        card = card_of(headline, language, notice="Diterjemahkan AI")

        assert inked(card, (0, 134, SIZE[0], TOP - 10)) is None
        assert inked(card, (0, 538, SIZE[0], 545)) is None

    @pytest.mark.parametrize("language", HEADLINES)
    def test_lines_begin_where_readers_of_the_language_begin(self, language):
        card = card_of(HEADLINES[language][0], language)

        left, _, right, _ = inked(card, (0, TOP, *SIZE))

        if language == "ar":
            assert right >= RIGHT - 16
            assert left > SIZE[0] / 2
        else:
            assert left <= LEFT + 16
            assert right < SIZE[0] / 2

    def test_chinese_and_japanese_forms_of_one_character_differ(self):
        assert card_of("骨直", "zh") != card_of("骨直", "ja")

    def test_a_language_without_a_typeface_is_refused_with_the_reason(self):
        with pytest.raises(FontMissing, match="'tlh'"):
            card_of("Qapla'", "tlh")

    def test_unshaped_arabic_is_never_drawn(self, monkeypatch):
        monkeypatch.setattr("PIL.features.check", lambda feature: feature != "raqm")

        with pytest.raises(ShapingUnavailable, match="raqm"):
            card_of("هزة", "ar")


class TestAdversaries:
    @pytest.mark.parametrize("language", HEADLINES)
    @pytest.mark.parametrize("headline", ADVERSARIES.values(), ids=ADVERSARIES)
    def test_no_headline_stops_a_card_or_leaves_it(self, language, headline):
        card = card_of(headline, language, notice=headline, section=headline)

        left, _, right, _ = inked(card, (0, 0, *SIZE))

        assert left >= LEFT - WELL_BEYOND
        assert right <= RIGHT + WELL_BEYOND

    @pytest.mark.parametrize("letter", ["a", "a ", "地", "ア、", "ب", "ب ", "1", "🔥"])
    def test_of_ten_thousand_characters_only_the_first_are_looked_at(self, letter):
        card = card_of(letter * 10_000, "ar", notice=letter * 10_000)

        assert len(card) <= LARGEST_FILE
        shorter = letter * 2 * LONGEST
        assert card == card_of(shorter, "ar", notice=shorter)


class TestPictures:
    def test_white_text_can_be_read_on_a_photograph_of_snow(self):
        snow = picture_of(Image.new("RGB", (1600, 900), "white"))

        card = opened(card_of("", "id", picture=snow))

        brightest = max(high for _, high in card.crop((0, TOP, *SIZE)).getextrema())
        assert brightest <= 110

    def test_even_noise_becomes_a_small_file(self):
        noise = random.Random(27).randbytes(SIZE[0] * SIZE[1] * 3)
        picture = picture_of(Image.frombytes("RGB", SIZE, noise), quality=95)

        card = card_of("Gempa", "id", picture=picture)

        assert len(card) <= LARGEST_FILE
        assert media_type(card) == "image/jpeg"

    @pytest.mark.parametrize("size", [(1, 1), (3000, 20), (20, 3000)])
    @pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA", "LA", "1"])
    def test_a_picture_of_any_shape_fills_the_card(self, size, mode):
        picture = picture_of(Image.new(mode, size), "PNG")

        assert opened(card_of("Gempa", "id", picture=picture)).size == SIZE

    def test_a_picture_is_turned_as_its_camera_was(self):
        turned = Image.Exif()
        turned[0x0112] = 3
        black_above = Image.new("RGB", SIZE, "white")
        black_above.paste("black", (0, 0, SIZE[0], SIZE[1] // 2))

        card = opened(
            card_of("", "id", picture=picture_of(black_above, exif=turned))
        ).convert("L")

        assert card.getpixel((10, 20)) > card.getpixel((10, SIZE[1] - 20))

    @pytest.mark.parametrize(
        "picture",
        [
            b"",
            b"no picture",
            picture_of(Image.new("RGB", (900, 900)))[:300],
            picture_of(Image.new("RGB", (9, 9)), "GIF"),
            picture_of(Image.new("1", (9000, 9000)), "PNG"),
            picture_of(Image.new("1", (14000, 9000)), "PNG"),
        ],
        ids=["empty", "text", "truncated", "gif", "large", "bomb"],
    )
    def test_a_bad_picture_is_refused_by_name(self, picture):
        with pytest.raises(PictureUnreadable):
            card_of("Gempa", "id", picture=picture)
