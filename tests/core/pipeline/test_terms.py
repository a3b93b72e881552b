"""
The newsroom's term where an engine says another one.
"""

from dataclasses import replace

import pytest

from selaras.article import Article, Inline, Link, Paragraph
from selaras.engines import FakeEngine, Hypothesis, Provenance
from selaras.fidelity import Severity
from selaras.fidelity.same_terms import SameTerms
from selaras.pipeline import Kept, Shown, check_with, repairing, run
from selaras.pipeline.forcing import force_terms
from selaras.pipeline.repairing import repair_with
from selaras.pipeline.repairs.terms import ForcedTerm, in_form
from selaras.pipeline.steps import begin, each, put_marks_back, translate_with
from selaras.terms.own import Termbase, TermEntry

SOURCE = "Terdakwa membantah tuduhan jaksa."


def entry(language, preferred, *forbidden, source="terdakwa"):
    return TermEntry(
        source=source,
        preferred={language: preferred},
        forbidden={language: forbidden},
    )


def segment_after(answer, terms, language="en", source=SOURCE, known=None):
    """
    A sentence behind the steps of the pipeline that know of terms.
    """
    article = Article(blocks=(Paragraph(text=Inline(text=source)),))
    checks = (SameTerms(Termbase(terms)),)
    engine = FakeEngine(lambda _text: answer)
    knows = {"known": known} if known else {}
    steps = [
        translate_with(engine),
        each(put_marks_back),
        check_with(checks),
        repair_with(engine, checks=checks, ladder=(ForcedTerm(),), **knows),
        force_terms(checks, **knows),
    ]
    [draft] = run((begin(article, language),), steps)
    return draft.segments[0]


@pytest.fixture(autouse=True)
def _registered(monkeypatch):
    monkeypatch.setitem(repairing.RUNGS, "same-terms", frozenset({"forced-term"}))


class TestForbidden:
    @pytest.mark.parametrize(
        ("language", "preferred", "wrong", "answer", "mended"),
        [
            (
                "en",
                "defendant",
                "suspect",
                "The suspect denied it.",
                "The defendant denied it.",
            ),
            (
                "en",
                "accused",
                "suspect",
                "A suspect denied it.",
                "An accused denied it.",
            ),
            (
                "en",
                "defendant",
                "suspect",
                "Suspects denied it.",
                "Defendants denied it.",
            ),
            ("fr", "prévenu", "suspect", "Le suspect a nié.", "Le prévenu a nié."),
            ("zh", "被告", "嫌犯", "嫌犯否认指控。", "被告否认指控。"),
            ("ja", "被告人", "容疑者", "容疑者は否認した。", "被告人は否認した。"),
            ("ar", "متهم", "مدان", "نفى المدان التهم.", "نفى المتهم التهم."),
        ],
    )
    def test_gives_way_to_what_is_right(
        self, language, preferred, wrong, answer, mended
    ):
        done = segment_after(answer, [entry(language, preferred, wrong)], language)

        assert done.text == mended
        assert not done.is_blocked
        assert "repaired:forced-term" in done.provenance.steps
        assert {found.severity for found in done.findings} == {Severity.MENDED}

    @pytest.mark.parametrize(
        ("language", "preferred", "wrong", "answer"),
        [
            ("en", "confiscate", "seize", "He seized it."),
            ("en", "party", "suspect", "The suspects denied it."),
            ("fr", "accusé", "suspect", "Le suspect a nié."),
            ("fr", "prévenu", "accusé", "L’accusé a nié."),
            ("ar", "متهم", "مدان", "نفى للمدانين التهم."),
            ("en", "defendant", "suspect", "The suspect and the suspect."),
        ],
    )
    def test_stays_where_grammar_is_in_the_way(
        self, language, preferred, wrong, answer
    ):
        done = segment_after(answer, [entry(language, preferred, wrong)], language)
        assert (done.text, done.is_blocked) == (answer, True)

    def test_two_wrong_terms_are_left_alone(self):
        terms = [
            entry("en", "accused", "suspect"),
            entry("en", "deny", "refute", source="bantah"),
        ]
        done = segment_after("The suspect refuted it.", terms)
        assert done.is_blocked


class TestMissing:
    def test_what_the_lexicon_says_gives_way_to_the_newsrooms_own(self):
        """
        A term that is said otherwise blocks nothing, and is put right all the same.
        """
        source = "Bank Indonesia menaikkan suku bunga."
        terms = [entry("fr", "la BI", source="Bank Indonesia")]
        answer = "Bank Indonesia relève ses taux."

        done = segment_after(answer, terms, "fr", source)

        assert done.text == "La BI relève ses taux."
        assert {found.severity for found in done.findings} == {Severity.MENDED}

    def test_what_is_not_plain_stays_for_the_desk(self):
        done = segment_after("The man denied it.", [entry("en", "defendant")])
        assert done.text == "The man denied it."
        assert [found.severity for found in done.findings] == [Severity.REVIEW]

    def test_what_a_person_decided_is_not_touched(self):
        kept = Kept(
            text="x", provenance=Provenance(engine="person"), decided=Shown.TRANSLATION
        )
        terms = [entry("en", "defendant", "suspect")]
        answer = "The suspect denied it."
        done = segment_after(answer, terms, known=lambda *_: kept)
        assert done.text == answer

    def test_nothing_happens_without_terms(self):
        done = segment_after("The suspect denied it.", [])
        assert (done.text, done.findings) == ("The suspect denied it.", ())


class TestLinks:
    def test_links_that_lead_elsewhere_forbid_it(self):
        from selaras.pipeline.repairs.terms import put_right

        termbase = Termbase([entry("en", "defendant", "suspect")])
        terms = termbase.wanted(SOURCE, "en")
        [found] = SameTerms(termbase).findings(
            pair_of(SOURCE, "He and the suspect."), terms
        )
        said = Hypothesis(
            text="He and the suspect.",
            provenance=Provenance(engine="x"),
            links=(Link(source=(0, 8), target=(0, 2)),),
        )
        assert not list(put_right(said, found, terms, "en"))
        there = replace(said, links=(Link(source=(0, 8), target=(11, 18)),))
        [better] = put_right(there, found, terms, "en")
        assert better.text == "He and the defendant."
        assert better.links[-1] == Link(source=(0, 8), target=(11, 20))


def pair_of(source, target):
    from selaras.fidelity import Pair

    return Pair(source=source, target=target, language="en")


def test_a_form_that_is_not_known_is_not_guessed():
    assert in_form("suspected", "suspect", "accuse", "en") == ""
