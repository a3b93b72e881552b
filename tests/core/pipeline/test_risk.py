"""
What makes a sentence risky, and what the languages say against each other.
"""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.article import Article, Inline, Segment
from selaras.engines import Hypothesis, Provenance
from selaras.fidelity import Finding, Severity
from selaras.languages import TARGETS
from selaras.pipeline import Draft, DraftSegment
from selaras.pipeline.risk import FAR, MODEL, Risk, probability, risk_of, risks_of
from selaras.pipeline.risk_weights import SIGNATURE, WEIGHTS
from selaras.pipeline.witnesses import NAME, dissents, with_witnesses
from selaras.weights import embedded

SOURCE = "Banjir merendam 312 rumah."

GOOD = {
    "en": "Floods inundated 312 houses.",
    "zh": "洪水淹没了312座房屋。",
    "ja": "洪水で住宅312棟が浸水した。",
    "ar": "غمرت الفيضانات 312 منزلًا.",
    "fr": "Les inondations ont submergé 312 maisons.",
}


def segment(text, *, source=SOURCE, score=-0.5, findings=(), made="fake", steps=()):
    best = Hypothesis(
        text=text, score=score, provenance=Provenance(engine=made, steps=steps)
    )
    return DraftSegment(
        source=Segment(path="blocks.0.text#0", text=source),
        hypotheses=(best,),
        text=text,
        findings=findings,
    )


def draft(*segments, language="en"):
    article = Article(headline=Inline(text="Banjir"))
    return Draft(article=article, language=language, segments=segments)


def drafts(texts, *, source=SOURCE):
    article = Article(headline=Inline(text="Banjir"))
    return tuple(
        Draft(
            article=article,
            language=tag,
            segments=(segment(text, source=source),),
        )
        for tag, text in texts.items()
    )


def risk(**known):
    made = segment(GOOD["en"], **known)
    return risk_of(made, draft(made)).value


class TestRisk:
    def test_findings_raise_it(self):
        """
        A number that is wrong more than anything.
        """
        wrong = Finding(
            check="same-numbers", severity=Severity.BLOCKING, message="It is wrong."
        )

        assert risk(findings=(wrong,)) > risk()

    def test_a_model_that_is_sure_lowers_it(self):
        """
        Its score is one feature among others.
        """
        assert risk(score=-0.2) < risk(score=-0.8) < risk(score=-1.6)

    def test_a_model_that_tells_no_score_is_as_good_as_most(self):
        """
        There is a risk all the same.
        """
        assert risk(score=-0.2) < risk(score=None) < risk(score=-9.0)

    @pytest.mark.parametrize(
        "made", [{"made": "person"}, {"steps": ("memory:exact:human",)}]
    )
    def test_what_a_person_wrote_has_none(self, made):
        """
        It does not wait in the queue for somebody to look.
        """
        assert risk(**made) == 0.0

    def test_a_check_that_was_not_there_when_it_was_fitted_counts_too(self):
        """
        As any blocking finding does.
        """
        new = Finding(check="new-check", severity=Severity.BLOCKING, message="Wrong.")

        assert risk(findings=(new,)) > risk()

    def test_what_was_mended_counts_no_more(self):
        """
        It is right now.
        """
        mended = Finding(check="same-numbers", severity=Severity.MENDED, message="Was.")

        assert risk(findings=(mended,)) == risk()

    def test_why_names_what_raises_it(self):
        """
        Not what is there in every sentence of the language.
        """
        wrong = Finding(check="same-numbers", severity=Severity.BLOCKING, message="No.")
        made = segment(GOOD["en"], findings=(wrong,))

        why = risk_of(made, draft(made)).why()

        assert "found by same-numbers" in why
        assert not any(name.startswith(("intercept", "into")) for name in why)

    def test_no_features_are_even_odds(self):
        """
        The logistic function at nothing.
        """
        assert probability({}) == 0.5
        assert Risk(value=0.5).why() == ()

    def test_weights_are_signed(self):
        """
        What they were fitted on stands beside them.
        """
        assert "read:" in SIGNATURE
        manifest = embedded().manifest
        assert f"{manifest.name} {manifest.version}" == MODEL
        assert all(math.isfinite(weight) for weight in WEIGHTS.values())

    @given(st.text(), st.text(), st.sampled_from(TARGETS), st.floats() | st.none())
    def test_any_text_has_a_risk(self, source, target, language, score):
        """
        Between nothing and certainty, whatever the engine said.
        """
        made = segment(target, source=source, score=score)

        value = risk_of(made, draft(made, language=language)).value

        assert 1 / (1 + math.exp(FAR)) <= value <= 1


class TestWitnesses:
    def test_languages_that_agree_have_nothing_to_say(self):
        """
        Each in its own digits and words.
        """
        assert dissents(drafts(GOOD)) == (((),),) * 5

    @pytest.mark.parametrize("language", TARGETS)
    def test_one_that_stands_alone_is_named(self, language):
        """
        What the others say and what it says, in both languages.
        """
        texts = GOOD | {language: GOOD[language].replace("312", "321")}

        found = dict(zip(texts, dissents(drafts(texts)), strict=True))

        ((finding,),) = found.pop(language)
        assert finding.check == NAME
        assert (finding.expected, finding.found) == ("312", "321")
        assert "312" in finding.message
        assert "321" in finding.indonesian
        assert set(found.values()) == {((),)}

    def test_two_against_three_is_no_majority(self):
        """
        Where several differ, nobody stands alone.
        """
        texts = GOOD | {tag: GOOD[tag].replace("312", "321") for tag in ("zh", "ja")}

        assert dissents(drafts(texts)) == (((),),) * 5

    def test_three_languages_are_too_few(self):
        """
        Two against one could be the wrong two.
        """
        texts = {tag: GOOD[tag] for tag in ("en", "fr", "ja")}
        texts["ja"] = texts["ja"].replace("312", "321")

        assert dissents(drafts(texts)) == (((),),) * 3

    def test_the_source_is_a_witness_too(self):
        """
        The one language that has the source's number is not the odd one.
        """
        texts = {tag: GOOD[tag].replace("312", "") for tag in TARGETS}
        texts["en"] = GOOD["en"]

        assert dissents(drafts(texts)) == (((),),) * 5
        (finding,) = dissents(drafts(texts, source="Banjir."))[0][0]
        assert finding.message == "English alone says 312; no other language does."

    def test_words_are_no_proof(self):
        """
        What one language says in digits another may spell out.
        """
        texts = GOOD | {"en": "Three hundred and twelve houses were inundated."}

        assert dissents(drafts(texts)) == (((),),) * 5

    def test_a_risk_knows_who_stands_alone(self):
        """
        It is riskier, and says what about.
        """
        wrong = GOOD["fr"].replace("312", "321")
        alone = risks_of(drafts(GOOD | {"fr": wrong}))[-1][0]
        unheard = risks_of([drafts(GOOD | {"fr": wrong})[-1]])[0][0]

        assert alone.dissent
        assert alone.value > unheard.value

    def test_the_step_adds_findings_for_the_desk(self):
        """
        Article by article, beside what the checks found.
        """
        wrong = GOOD | {"fr": GOOD["fr"].replace("312", "321")}

        made = with_witnesses((*drafts(GOOD), *drafts(wrong)))

        assert [len(one.segments[0].findings) for one in made] == [0] * 9 + [1]
        assert made[-1].segments[0].findings[0].severity is Severity.REVIEW
        assert not made[-1].segments[0].is_blocked

    def test_a_segment_without_a_translation_is_no_witness(self):
        """
        Before an engine has answered there is nothing to hold against anybody.
        """
        waiting = [
            replace(one, segments=(replace(one.segments[0], text="", hypotheses=()),))
            for one in drafts(GOOD)
        ]

        assert dissents(waiting) == (((),),) * 5
        assert dissents([]) == ()

    @given(st.lists(st.text(), min_size=5, max_size=5), st.text())
    def test_any_texts_can_be_compared(self, texts, source):
        """
        Odd characters are no reason to fall over.
        """
        made = drafts(dict(zip(TARGETS, texts, strict=True)), source=source)

        assert len(dissents(made)) == 5
