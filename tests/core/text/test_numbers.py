"""
Numbers are read with their magnitudes, in six languages, with all that they may mean.
"""

import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.languages import LANGUAGES
from selaras.text import read_numbers, unaccounted

CASES = Path(__file__).parent / "cases"
TAGS = sorted(LANGUAGES)
LABELLED = {"digits", "code", "words"}
PIECES = st.lists(
    st.sampled_from(
        [
            *(
                "1.250",
                "3,5",
                "27",
                "10.30",
                "１２",
                "٢٧",
                " ",
                "-",
                "%",
                ",",
                "IV",
                "M",
            ),
            *(" juta", " miliar", "dua", " puluh", "setengah", " a million", "twenty-"),
            *(
                "quatre-vingt",
                " mille",
                "兆",
                "万",
                "億",
                "十",
                "三",
                "分之",
                "時",
                "半",
            ),
            *(
                "مليون",
                "ثلاثة",
                " و",
                "عشر",
                "折",
                "成",
                "日（木）",
                "世纪60年代",
                "秒",
            ),
        ]
    )
).map("".join)


def cases():
    return [
        marked(json.loads(line), language)
        for language in TAGS
        for line in (CASES / f"numbers-{language}.jsonl")
        .read_text("utf-8")
        .splitlines()
    ]


def marked(case, language):
    known = case.get("known_failure")
    marks = [pytest.mark.xfail(reason=known, strict=True)] if known else []
    return pytest.param(language, case, id=f"{language}: {case['label']}", marks=marks)


def stand_in_order(numbers, text):
    spans = [n.span for n in numbers if len(n.span)]
    inside = all(0 <= n.span.start <= n.span.end <= len(text) for n in numbers)
    return inside and all(a.end <= b.start for a, b in pairwise(spans))


def labelled(text, language):
    return [n for n in read_numbers(text, language) if n.form in LABELLED]


class TestLabelledSentences:
    @pytest.mark.parametrize(("language", "case"), cases())
    def test_every_number_is_read_as_a_reader_would_read_it(self, language, case):
        """
        The likeliest value comes first, and the other admissible ones are there.
        """
        found = labelled(case["text"], language)

        wanted = [list(map(Decimal, n["readings"])) for n in case["numbers"]]
        assert [n.value for n in found] == [readings[0] for readings in wanted]
        for number, readings in zip(found, wanted, strict=True):
            assert set(readings) <= set(number.readings)
        percents = [n.get("percent", False) for n in case["numbers"]]
        assert [n.percent for n in found] == percents


class TestAnyText:
    @pytest.mark.parametrize("language", TAGS)
    @given(text=st.text() | PIECES)
    def test_numbers_stand_in_order_inside_the_text(self, language, text):
        """
        No two of them share a character, and each has a value.
        """
        numbers = read_numbers(text, language)

        assert stand_in_order(numbers, text)
        assert all(n.readings for n in numbers)

    @given(number=st.integers(0, 10**15))
    def test_a_grouped_number_is_the_number(self, number):
        """
        Writing it with dots and reading it back changes nothing.
        """
        written = f"{number:,}".replace(",", ".")

        assert [n.value for n in read_numbers(written, "id")] == [number]

    @pytest.mark.parametrize("language", TAGS)
    @pytest.mark.parametrize(
        "unit",
        ["1", "1.", "000 ", "dua ", "兆", "一", "1 juta ", "مئة و", "1:11", "M "],
    )
    def test_a_number_behind_pages_of_nonsense_is_read(self, language, unit):
        """
        Whatever stands before it, and as many as there are before it.
        """
        text = unit * (20_000 // len(unit)) + "\n\n(27)"

        numbers = read_numbers(text, language)

        assert stand_in_order(numbers, text)
        assert all(n.readings for n in numbers)
        assert numbers[-1].readings == (27,)
        assert numbers[-1].span.of(text) == "27"


ARTICLE = {
    "id": "Pada (10/2) pukul 13.21 WIB, 1.250 rumah rusak senilai Rp1,2 triliun.",
    "en": "On February 10, at 1:21 p.m., 1,250 houses worth Rp1.2 trillion fell.",
    "fr": "Le 10 février à 13 h 21, 1 250 maisons, soit 1 200 milliards de roupies.",
    "zh": "2月10日（星期二）13时21分，1250间房屋受损，损失1.2万亿印尼盾。",
    "ja": "2月10日（火）13時21分、1250棟、1兆2000億ルピア相当が損壊した。",
    "ar": "في 10 فبراير الساعة 13:21، تضرر 1250 منزلا بقيمة 1.2 تريليون روبية.",
}


class TestAccounting:
    @pytest.mark.parametrize("language", [tag for tag in TAGS if tag != "id"])
    def test_a_faithful_translation_accounts_for_every_number(self, language):
        """
        Dates, clocks, groups and magnitudes are written anew, and mean the same.
        """
        source = read_numbers(ARTICLE["id"], "id")

        target = read_numbers(ARTICLE[language], language)

        assert unaccounted(source, target) == ((), ())

    @pytest.mark.parametrize(
        ("language", "right", "wrong"),
        [
            ("en", "1,250", "1,520"),
            ("en", "trillion", "billion"),
            ("en", "February", "March"),
            ("en", "p.m.", "a.m."),
            ("fr", "1 200 milliards", "1,2 milliard"),
            ("zh", "万亿", "亿"),
            ("ja", "1兆2000億", "1兆200億"),
            ("ja", "13時", "14時"),
            ("ar", "تريليون", "مليار"),
        ],
    )
    def test_a_wrong_number_is_not_accounted_for(self, language, right, wrong):
        """
        One changed digit, magnitude, month or clock is seen from both sides.
        """
        assert right in ARTICLE[language]
        source = read_numbers(ARTICLE["id"], "id")

        mutant = ARTICLE[language].replace(right, wrong, 1)
        missing, added = unaccounted(source, read_numbers(mutant, language))

        assert missing
        assert added

    def test_one_number_stands_for_one(self):
        """
        What is said twice must be said twice.
        """
        source = read_numbers("27 orang, 27 rumah", "id")

        missing, added = unaccounted(source, read_numbers("27 people", "en"))

        assert [int(number.value) for number in missing] == [27]
        assert added == ()

    @pytest.mark.parametrize(("said", "kept"), [(1_500, 1_499), (3_000, 1_000)])
    def test_pages_of_equal_numbers_are_paired_one_to_one(self, said, kept):
        """
        Pairing is a loop and no recursion, and looks at each value once in a search.
        """
        source = read_numbers("27 " * said, "id")
        target = read_numbers("27 " * kept, "en")

        missing, added = unaccounted(source, target)

        assert len(missing) == said - kept
        assert added == ()

    def test_a_number_moves_to_its_other_value_to_make_room(self):
        """
        兆 may be a trillion or a million; 万亿 has no choice, and gets the trillion.
        """
        source = read_numbers("3兆、3万亿", "zh")
        target = read_numbers("3 triliun, 3 juta", "id")

        assert unaccounted(source, target) == ((), ())
