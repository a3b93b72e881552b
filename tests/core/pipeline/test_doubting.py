"""
Which sentences readers are told to doubt, and what of it stands on pages.
"""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

from selaras.article import Article, Inline, Segment, cut
from selaras.engines import Hypothesis, Provenance
from selaras.errors import PolicyInvalid
from selaras.fidelity import Finding, Severity
from selaras.languages import TARGETS
from selaras.pipeline import Doubt, Draft, DraftSegment, Shown
from selaras.pipeline.doubting import doubt_of, tell_doubts
from selaras.pipeline.gating import Outcome, gate
from selaras.pipeline.pages.wording import WORDING
from selaras.pipeline.pages.writing import article_pages
from selaras.pipeline.policies import policy_of, written
from selaras.pipeline.records import article_record
from selaras.pipeline.rereading import drafts_of
from selaras.pipeline.risk import MODEL, Risk
from selaras.pipeline.rules import DEFAULT_POLICY, DOUBT_FROM, Policy, Rule, Then

AT = datetime(2026, 3, 2, tzinfo=UTC)
HEADLINE = "Banjir merendam 312 rumah"
ARTICLE = Article(id="a", headline=Inline(text=HEADLINE))


def finding(severity=Severity.REVIEW):
    return Finding(check="same-names", severity=severity, message="The name.")


def segment(*, model=MODEL, source=HEADLINE, **known):
    made = Provenance(engine=known.pop("engine", "local"), model=model)
    best = Hypothesis(text="Floods hit 312 houses", score=-0.5, provenance=made)
    return DraftSegment(
        source=Segment(path="headline#0", text=source),
        hypotheses=(best,),
        text=best.text,
        **known,
    )


def draft(one, language="en"):
    (place,) = cut(ARTICLE)
    return Draft(
        article=ARTICLE, language=language, segments=(replace(one, source=place),)
    )


class TestDoubt:
    def test_what_a_check_wants_seen_is_in_doubt(self):
        """
        Whoever made it, and however small its risk is.
        """
        made = segment(findings=(finding(),), model="another 1")

        assert doubt_of(made, Risk(value=0.0)) is Doubt.FOUND

    def test_a_high_risk_is_enough(self):
        """
        From the bound on.
        """
        assert doubt_of(segment(), Risk(value=DOUBT_FROM)) is Doubt.LIKELY
        assert doubt_of(segment(), Risk(value=DOUBT_FROM - 0.001)) is None
        assert doubt_of(segment(), Risk(value=0.3), 0.4) is None

    def test_the_risk_says_nothing_of_another_model(self):
        """
        It was not fitted for it.
        """
        assert doubt_of(segment(model="another 1"), Risk(value=0.9)) is None

    @pytest.mark.parametrize(
        "known",
        [
            {"engine": "person"},
            {"shown": Shown.ORIGINAL},
            {"findings": (finding(Severity.BLOCKING),)},
            {"source": "5 - 3"},
        ],
    )
    def test_not_what_a_person_decided_or_nobody_reads(self, known):
        """
        Nor what is Indonesian, nor figures alone.
        """
        assert doubt_of(segment(**known), Risk(value=0.9)) is None

    def test_what_was_mended_is_not_in_doubt(self):
        """
        It is right now.
        """
        made = segment(findings=(finding(Severity.MENDED),))

        assert doubt_of(made, Risk(value=0.0)) is None

    def test_a_step_tells_it_of_every_draft(self):
        """
        Of the model in the box nearly everything is in doubt.
        """
        told = tell_doubts()(tuple(draft(segment(), tag) for tag in TARGETS))

        assert [one.doubted for one in told] == [one.segments for one in told]
        calm = tell_doubts(1.0)(told)
        assert not any(one.doubted for one in calm)


class TestShown:
    @pytest.mark.parametrize("language", TARGETS)
    def test_a_page_marks_it_and_says_how_many(self, language):
        """
        With the Indonesian sentence behind the mark, in the reader's language.
        """
        told = draft(segment(doubt=Doubt.LIKELY), language)
        wording = WORDING[language]

        page = LexborHTMLParser(article_pages([told], at=AT)[f"{language}.html"])

        (marked,) = page.css(".sentence.doubt")
        (peek,) = marked.css(".peek")
        assert peek.text() == wording.doubt_mark
        assert peek.attributes["title"] == wording.why_in_doubt.format(n=1)
        (behind,) = marked.css(".original")
        assert wording.this_one_in_doubt in behind.text()
        (source,) = behind.css("[lang=id]")
        assert source.text() == HEADLINE
        (notice,) = page.css("aside[role=note]")
        assert wording.in_doubt.format(n=1) in notice.text()

    def test_what_is_certain_has_no_such_mark(self):
        """
        Nor does the page speak of doubts.
        """
        page = LexborHTMLParser(article_pages([draft(segment())], at=AT)["en.html"])

        assert not page.css(".doubt")
        assert "not certain" not in page.body.text()

    def test_it_goes_to_a_file_and_comes_back(self):
        """
        A draft in JSON keeps its doubts.
        """
        told = draft(segment(doubt=Doubt.FOUND))
        record = article_record([told])

        assert record["versions"]["en"]["doubted"] == 1
        (again,) = drafts_of(record)
        assert [one.doubt for one in again.segments] == [Doubt.FOUND]


class TestGate:
    def test_a_headline_in_doubt_waits(self):
        """
        It travels without its mark.
        """
        verdict = gate(draft(segment()), DEFAULT_POLICY, "olahraga")

        assert verdict.outcome is Outcome.HELD
        (first, *_) = verdict.reasons
        assert first.rule == "headline in doubt"
        assert first.english == "The headline is not certain."
        assert first.indonesian == "Judul belum pasti benar."

    def test_the_bound_is_the_policys(self):
        """
        A newsroom that trusts its model more says so in its file.
        """
        rule = Rule(name="a", then=Then.HOLD, doubted=("headline",))

        trusting = Policy(rules=(rule,), doubt_from=1.0)
        assert gate(draft(segment()), trusting, "x").outcome is Outcome.LIVE
        wary = Policy(rules=(rule,), doubt_from=0.0)
        assert gate(draft(segment()), wary, "x").outcome is Outcome.HELD

    def test_a_policy_is_written_with_its_bound(self):
        """
        And read with it.
        """
        policy = Policy(
            rules=(Rule(name="a", then=Then.HOLD, doubted=("summary",)),),
            doubt_from=0.2,
        )

        assert "doubt_from = 0.2" in written(policy)
        assert policy_of(written(policy)) == policy

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("doubt_from = 5", "between 0 and 1; it has 5.0"),
            ("doubt_from = 'a'", "a number as doubt_from"),
            (
                "[[rules]]\nname = 'a'\nthen = 'hold'\ndoubted = ['body']",
                "not about body",
            ),
            (
                "[[rules]]\nname = 'a'\nthen = 'live'\ndoubted = ['summary']",
                "no conditions",
            ),
        ],
    )
    def test_what_is_wrong_is_said(self, text, said):
        """
        A bound that is none, a part that nobody doubts.
        """
        with pytest.raises(PolicyInvalid, match=said):
            policy_of(f"schema = 1\n{text}")
