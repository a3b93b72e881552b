"""
The newsroom's termbase, as the check of it sees pairs.
"""

import json
import re
from pathlib import Path

import pytest

from selaras.fidelity.finding import Pair, Severity
from selaras.fidelity.same_terms import SameTerms
from selaras.languages import TARGETS
from selaras.terms.own import Termbase, TermEntry, TermKind

CASES = next((Path(__file__).parent / "cases").glob("same-terms.*"))
PAGE = Path(__file__).parents[3] / "docs" / "reference" / "checks" / "same-terms.md"
TAGS = {"English": "en", "French": "fr", "Japanese": "ja"}


def entry_of(row, language):
    """
    A term as a case writes it, for one language.
    """
    preferred = {language: row["preferred"]} if row.get("preferred") else {}
    return TermEntry(
        source=row["source"],
        kind=TermKind(row.get("kind", "term")),
        preferred=preferred,
        allowed={language: tuple(row.get("allowed", ()))},
        forbidden={language: tuple(row.get("forbidden", ()))},
    )


def findings_of(source, target, language, rows):
    check = SameTerms(Termbase(entry_of(row, language) for row in rows))
    return list(check(Pair(source=source, target=target, language=language)))


def cases():
    for line in CASES.read_text("utf-8").splitlines():
        case = json.loads(line)
        known = case.get("known_failure")
        marks = [pytest.mark.xfail(reason=known, strict=True)] if known else []
        yield pytest.param(case, id=case["label"], marks=marks)


class TestSameTerms:
    @pytest.mark.parametrize("case", list(cases()))
    def test_agrees_with_the_label(self, case):
        findings = findings_of(
            case["source"], case["target"], case["language"], case["terms"]
        )

        severities = {finding.severity for finding in findings}
        worst = Severity.BLOCKING if Severity.BLOCKING in severities else None
        found = worst or next(iter(severities), "pass")
        assert found == case["expect"], findings
        for name in {"expected", "found"} & case.keys():
            assert case[name] in {getattr(finding, name) for finding in findings}

    def test_has_cases_in_every_language(self):
        rows = [json.loads(line) for line in CASES.read_text("utf-8").splitlines()]
        assert len(rows) >= 25
        assert {row["language"] for row in rows} == set(TARGETS)

    def test_says_it_in_both_languages_and_points(self):
        rows = [
            {"source": "terdakwa", "preferred": "accused", "forbidden": ["suspect"]}
        ]
        [found] = findings_of("Terdakwa diam.", "The suspect.", "en", rows)

        assert found.source_span == (0, 8)
        assert found.target_span == (4, 11)
        assert found.indonesian.startswith("Untuk terdakwa, redaksi melarang")

    def test_nothing_is_asked_without_a_termbase(self):
        asked = Pair(source="Terdakwa diam.", target="He.", language="en")
        assert not list(SameTerms()(asked))

    def test_asks_nothing_of_other_languages(self):
        entry = TermEntry(source="terdakwa", preferred={"en": "x", "id": "x"})
        check = SameTerms(Termbase([entry]))
        back = Pair(source="terdakwa", target="y", language="id", source_language="en")
        assert list(check(Pair(source="terdakwa", target="y", language="en")))
        assert not list(check(back))

    def test_the_examples_of_its_page_are_true(self):
        page = PAGE.read_text("utf-8")
        terms = re.findall(
            r"^\| (term|name|kept) \| (.+?) \| (\w+) \| (.*?) ?\| (.*?) ?\|$",
            page,
            re.M,
        )
        rows = re.findall(
            r"^\| (English|French|Japanese) \| (.+?) \| (.+?) \| (.+) \|$", page, re.M
        )
        assert len(rows) == 5
        for language, source, target, message in rows:
            own = [
                {"source": s, "kind": k, "preferred": p, "forbidden": [f] if f else []}
                for k, s, tongue, p, f in terms
                if tongue == language
            ]
            found = findings_of(source, target, TAGS[language], own)
            assert message in [finding.message for finding in found]

    def test_a_thousand_terms_stay_cheap(self):
        rows = [{"source": f"istilah{n}", "preferred": "x"} for n in range(5000)]
        assert not findings_of("Terdakwa diam. " * 200, "He. " * 200, "en", rows)
