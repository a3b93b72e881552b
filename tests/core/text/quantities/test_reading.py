"""
What stands beside a number is read in six languages, each in its own word order.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.languages import LANGUAGES
from selaras.text.numbers import read_numbers
from selaras.text.quantities import (
    TABLES,
    Comparator,
    Direction,
    in_lower_case,
    read_quantities,
    reader,
)
from selaras.text.quantities.units import UNITS

TAGS = sorted(LANGUAGES)
PIECES = st.lists(
    st.sampled_from(
        [
            *("lebih dari ", "Rp", "US$", "5", "27 ", "1,5", "٣", " juta", " kg", " %"),
            *("more than ", "percentage points", "plus de ", "d'", " m", "setahun "),
            *(
                "超过",
                "万",
                "印尼盾",
                "以上",
                "半",
                "人",
                "未満",
                "ルピア",
                "キロ",
                "約",
            ),
            *("أكثر من ", "مليون", " دولارًا", "ساعتين", "و", "ـ", "\u200f", "İ", "ß"),
        ]
    )
).map("".join)


def read(text, language):
    return read_quantities(text, read_numbers(text, language), language)


def one(text, language):
    return read(text, language).items[0]


class TestComparators:
    @pytest.mark.parametrize(
        ("language", "text", "comparator"),
        [
            ("id", "lebih dari 27 orang", Comparator.MORE),
            ("id", "tidak lebih dari 27 orang", Comparator.AT_MOST),
            ("id", "sedikitnya Rp27 juta", Comparator.AT_LEAST),
            ("id", "berusia 17 tahun ke atas", Comparator.AT_LEAST),
            ("id", "lebih dari setahun", Comparator.MORE),
            ("en", "no fewer than 27 people", Comparator.AT_LEAST),
            ("en", "aged 17 or younger", Comparator.AT_MOST),
            ("fr", "près de 27 personnes", Comparator.ALMOST),
            ("fr", "27 ans et plus", Comparator.AT_LEAST),
            ("zh", "不超过27人", Comparator.AT_MOST),
            ("zh", "27多人", Comparator.MORE),
            ("ja", "27人未満", Comparator.LESS),
            ("ja", "27人を超える", Comparator.MORE),
            ("ja", "27人を超えない", Comparator.AT_MOST),
            ("ar", "ما لا يقل عن 27 شخصا", Comparator.AT_LEAST),
            ("ar", "27 عاما فأكثر", Comparator.AT_LEAST),
        ],
    )
    def test_a_comparator_is_found_on_its_side_of_the_number(
        self, language, text, comparator
    ):
        """
        Before the number, or after it and what is counted.
        """
        assert comparator in one(text, language).cue.comparators

    def test_a_comparator_of_another_number_is_left_to_it(self):
        """
        The first number of a sentence has nothing of the second.
        """
        first, second = read("27 orang dan lebih dari 30 rumah", "id").items

        assert first.cue is None
        assert second.cue.comparators == {Comparator.MORE}

    def test_a_negation_far_away_is_remembered(self):
        """
        Nobody may accept "more than five": that is at most five.
        """
        quantity = one("tidak boleh menerima lebih dari Rp5 juta", "id")

        assert quantity.cue.negated

    @pytest.mark.parametrize(
        ("language", "text", "direction"),
        [
            ("id", "inflasi naik 2,5 persen", Direction.UP),
            ("en", "a drop of 2.5 percent", Direction.DOWN),
            ("fr", "en hausse de 2,5 %", Direction.UP),
            ("zh", "下跌42点", Direction.DOWN),
            ("ja", "2.5%増", Direction.UP),
            ("ar", "بانخفاض 2.5 في المئة", Direction.DOWN),
        ],
    )
    def test_the_direction_beside_a_number_is_read(self, language, text, direction):
        """
        Up or down, whichever side it stands on.
        """
        assert one(text, language).turn.direction is direction


class TestMeasures:
    @pytest.mark.parametrize(
        ("language", "text", "code"),
        [
            ("id", "Rp27 juta", "IDR"),
            ("id", "27 dolar Singapura", "SGD"),
            ("id", "7,8 sen dolar AS", "USDc"),
            ("en", "US$4.3 billion", "USD"),
            ("en", "27 Indonesian rupiahs", "IDR"),
            ("fr", "27 millions de roupies indonésiennes", "IDR"),
            ("fr", "5 €", "EUR"),
            ("zh", "2700万印尼盾", "IDR"),
            ("zh", "1.5万亿日元", "JPY"),
            ("ja", "2700万ルピア", "IDR"),
            ("ar", "4.3 مليارات دولارٍ أمريكيّ", "USD"),
            ("ar", "27 مليون روبية إندونيسية", "IDR"),
        ],
    )
    def test_a_currency_is_read_by_its_code(self, language, text, code):
        """
        Symbol, code or name, with the magnitude between.
        """
        assert one(text, language).currency.names == {code}

    @pytest.mark.parametrize(
        ("language", "text", "unit"),
        [
            ("id", "27 meter persegi", "square-metre"),
            ("id", "2 poin persen", "percentage-point"),
            ("id", "setahun", "year"),
            ("en", "a 10-kilometer road", "kilometre"),
            ("en", "2.5 percentage points", "percentage-point"),
            ("fr", "24 heures", "hour"),
            ("fr", "63,4 %", "percent"),
            ("zh", "2.5个百分点", "percentage-point"),
            ("zh", "5小时", "hour"),
            ("ja", "12カ月", "month"),
            ("ja", "300ヘクタール", "hectare"),
            ("ar", "27 كيلومترًا", "kilometre"),
            ("ar", "ساعتين", "hour"),
        ],
    )
    def test_a_unit_is_read(self, language, text, unit):
        """
        After the number, in it, or in one word with it.
        """
        assert one(text, language).unit.names == {unit}

    def test_a_range_shares_its_unit(self):
        """
        "Rp5-7 juta" are rupiah twice, "7 sampai 9 ton" tons.
        """
        sums = read("Rp5-7 juta", "id").items
        loads = read("7 sampai 9 ton", "id").items

        assert [item.currency.names for item in sums] == [{"IDR"}, {"IDR"}]
        assert [item.unit.names for item in loads] == [{"tonne"}, {"tonne"}]

    @pytest.mark.parametrize("language", TAGS)
    def test_every_unit_of_a_table_is_known(self, language):
        """
        A table names no unit that nothing else knows, and all its patterns compile.
        """
        names = {one for units in TABLES[language].units for one in units.split()}

        assert names <= UNITS.keys()
        for words in TABLES[language].units.values():
            assert words == words.lower() or re.compile(words)


class TestOrders:
    @pytest.mark.parametrize(
        ("language", "text", "order"),
        [
            ("id", "puluhan ribu orang", 10_000),
            ("en", "tens of thousands of people", 10_000),
            ("fr", "des dizaines de milliers de personnes", 10_000),
            ("zh", "数万人", 10_000),
            ("ja", "数万人", 10_000),
            ("ar", "عشرات الآلاف من الأشخاص", 10_000),
        ],
    )
    def test_an_order_of_magnitude_is_read(self, language, text, order):
        """
        Tens of thousands are no tens, and no thousands.
        """
        found = reader(language).orders_in(in_lower_case(text))

        assert [value for _, value in found] == [order]


class TestAnyText:
    @pytest.mark.parametrize("language", TAGS)
    @given(text=PIECES | st.text())
    def test_what_is_read_stands_in_the_text(self, language, text):
        """
        Whatever the text is: no span is outside it.
        """
        read_ = read(text, language)

        spans = [one.span for one in (*read_.cues, *read_.turns)]
        for item in read_.items:
            beside = (item.cue, item.turn, item.currency, item.unit)
            spans += [one.span for one in beside if one]
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)

    @given(text=st.text())
    def test_lower_case_keeps_the_length(self, text):
        """
        Spans of a text in lower case are spans of the text.
        """
        assert len(in_lower_case(text)) == len(text)
