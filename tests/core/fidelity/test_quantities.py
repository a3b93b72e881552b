"""
Comparators, currencies and units: what the checks of quantities say, whatever comes.
"""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.fidelity import Pair, Severity
from selaras.fidelity.same_comparators import SameComparators
from selaras.fidelity.same_currencies import SameCurrencies
from selaras.fidelity.same_numbers import SameNumbers
from selaras.fidelity.same_units import SameUnits
from selaras.languages import TARGETS

CASES = Path(__file__).parent / "cases"
CHECKS = (SameNumbers(), SameComparators(), SameCurrencies(), SameUnits())
BY_NAME = {check.name: check for check in CHECKS}
PIECES = st.lists(
    st.sampled_from(
        [
            *("lebih dari ", "hampir ", "naik ", "Rp", "US$", "5", "27 ", "1,5", "٣"),
            *(
                "dua ",
                "kedua",
                "per ton",
                "II ",
                "B50",
                "(9/5)",
                " kali lipat",
                "sepertiga",
            ),
            *(" juta", " kg", " kaki", " persen", " hingga ", "(", ")", "-", ".", "%"),
            *("more than ", "under ", "percentage points", "plus de ", "d'", " m", "½"),
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
                "第",
                "カ月",
                "両",
                "分の",
                "十分な",
                "年代",
            ),
            *("أكثر من ", "مليون", " دولارًا", "ساعتين", "و", "ـ", "\u200f", "\u200b"),
        ]
    )
).map("".join)


def labelled():
    return [
        marked(name, json.loads(line))
        for name in BY_NAME
        for line in (CASES / f"{name}.jsonl").read_text("utf-8").splitlines()
    ]


def marked(name, case):
    known = case.get("known_failure")
    marks = [pytest.mark.xfail(reason=known, strict=True)] if known else []
    return pytest.param(name, case, id=f"{name}: {case['label']}", marks=marks)


def pair_of(source, target, language="en"):
    return Pair(source=source, target=target, language=language)


class TestLabelledCases:
    @pytest.mark.parametrize(("name", "case"), labelled())
    def test_the_check_agrees_with_the_label(self, name, case):
        """
        The worst finding is as bad as the label says.
        """
        pair = pair_of(case["source"], case["target"], case["language"])

        findings = list(BY_NAME[name](pair))

        severities = {finding.severity for finding in findings}
        worst = "review" if severities else "pass"
        worst = "blocking" if Severity.BLOCKING in severities else worst
        assert worst == case["expect"], findings

    @pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.name)
    def test_every_finding_is_said_in_both_languages(self, check):
        """
        The newsroom reads Indonesian, the log English; both name what was found.
        """
        lines = (CASES / f"{check.name}.jsonl").read_text("utf-8").splitlines()

        for case in map(json.loads, lines):
            pair = pair_of(case["source"], case["target"], case["language"])
            for finding in check(pair):
                assert finding.indonesian.endswith(".")
                assert finding.expected in finding.indonesian
                assert finding.found in finding.message
                assert finding.message != finding.indonesian


class TestAnyText:
    @pytest.mark.parametrize("language", TARGETS)
    @given(source=PIECES | st.text(), target=PIECES | st.text())
    def test_no_text_stops_a_check(self, language, source, target):
        """
        Spans lie inside their texts, whatever stands beside whatever number.
        """
        pair = pair_of(source, target, language)

        for check in CHECKS:
            for finding in check(pair):
                assert lies_in(finding.source_span, source)
                assert lies_in(finding.target_span, target)

    @pytest.mark.parametrize("language", TARGETS)
    @pytest.mark.parametrize(
        "text",
        [
            "lebih dari " * 2000,
            "Rp5 juta naik " * 1000,
            "5 kg " * 2000,
            "超过" * 5000,
            "9" * 40 + " kg",
            "أكثر من " * 2000,
            "تزيد " * 3000,
            "hampir 5\u200b7 kg\u200f" * 500,
        ],
    )
    def test_a_very_long_text_is_checked_in_time(self, language, text):
        """
        Time grows with the text and not with its square.
        """
        for check in CHECKS:
            list(check(pair_of(text, text, language)))


class TestSameComparators:
    def test_the_message_names_both_comparators(self):
        """
        An editor sees the words, and what they mean.
        """
        pair = pair_of("Lebih dari 27 orang tewas.", "死者は27人未満だった。", "ja")

        (finding,) = SameComparators()(pair)

        assert finding.message == (
            "The source says Lebih dari 27 (more than); "
            "the translation says 27人未満 (less than)."
        )
        assert finding.indonesian == (
            "Teks sumber mengatakan Lebih dari 27 (lebih dari); "
            "terjemahannya 27人未満 (kurang dari)."
        )

    def test_a_number_that_is_not_there_is_another_checks_business(self):
        """
        Nothing is said about a comparator whose number is wrong.
        """
        pair = pair_of("Lebih dari 27 orang tewas.", "Fewer than 31 people died.")

        assert list(SameComparators()(pair)) == []
        assert list(SameNumbers()(pair)) != []


class TestSameUnits:
    def test_a_right_conversion_is_no_wrong_number(self):
        """
        Twenty feet are six metres: the desk looks at it, and the number is not wrong.
        """
        pair = pair_of("Ombak setinggi 20 kaki.", "Des vagues de 6 mètres.", "fr")

        (finding,) = SameUnits()(pair)

        assert finding.severity is Severity.REVIEW
        assert list(SameNumbers()(pair)) == []

    def test_a_wrong_conversion_is_a_wrong_number(self):
        """
        Nine metres are not twenty feet.
        """
        pair = pair_of("Ombak setinggi 20 kaki.", "Des vagues de 9 mètres.", "fr")

        assert list(SameUnits()(pair)) == []
        assert list(SameNumbers()(pair)) != []


def lies_in(span, text):
    return span is None or 0 <= span[0] <= span[1] <= len(text)


class TestLongSentences:
    def test_what_stands_beside_the_last_of_many_numbers_is_compared(self):
        """
        A list of a hundred sums is compared to its end.
        """
        sums = [f"Rp{place} juta" for place in range(200, 300)]
        source = f"Sumbangan itu {', '.join(sums)}."
        target = "The gifts are " + ", ".join(
            f"Rp{place} million" for place in range(200, 299)
        )

        found = list(
            SameCurrencies()(pair_of(source, f"{target}, US$299 million.", "en"))
        )

        assert [finding.found for finding in found] == ["US$299 million"]
