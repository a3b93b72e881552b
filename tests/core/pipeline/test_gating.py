"""
What a policy makes of a draft, and what is refused as a policy.
"""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.article import Article, Inline, Segment
from selaras.engines import Hypothesis, Provenance
from selaras.errors import SelarasError
from selaras.fidelity import Finding, Severity
from selaras.languages import TARGETS
from selaras.pipeline import Draft, DraftSegment, Shown
from selaras.pipeline.gating import Outcome, gate
from selaras.pipeline.policies import CHECKS, policy_of, read_policy, written
from selaras.pipeline.risk import MODEL, Risk
from selaras.pipeline.rules import (
    DEFAULT_POLICY,
    GRAVE_CHECKS,
    PARTS,
    Policy,
    PolicyInvalid,
    Rule,
    Then,
)

MADE = Hypothesis(text="A sentence.", provenance=Provenance(engine="fake"))


def found(check="same-numbers", severity=Severity.BLOCKING):
    return Finding(check=check, severity=severity, message="Something is wrong.")


def segment(path="blocks.0.text#0", *findings, text="Sebuah kalimat.", shown=None):
    is_blocked = any(one.severity is Severity.BLOCKING for one in findings)
    return DraftSegment(
        source=Segment(path=path, text=text),
        hypotheses=(MADE,),
        text="A sentence.",
        findings=findings,
        shown=shown or (Shown.ORIGINAL if is_blocked else Shown.TRANSLATION),
    )


def draft(*segments, language="en"):
    article = Article(headline=Inline(text="Sebuah kalimat."))
    return Draft(article=article, language=language, segments=segments)


def by_the_fitted_model(*segments):
    made = replace(MADE, provenance=Provenance(engine="local", model=MODEL))
    return draft(*(replace(one, hypotheses=(made,)) for one in segments))


def body(failed, all_of_them):
    return [segment("blocks.0.text#0", found())] * failed + [segment()] * (
        all_of_them - failed
    )


HOLD_HALF = Policy(
    rules=(Rule(name="half", then=Then.HOLD, failed_share_above=0.5),),
)


class TestGate:
    def test_what_nothing_holds_goes_live(self):
        """
        Without a blocked sentence it is live, and there is nothing to say.
        """
        verdict = gate(draft(segment()), DEFAULT_POLICY, "ekonomi")

        assert verdict.outcome is Outcome.LIVE
        assert verdict.reasons == ()

    def test_blocked_sentences_make_it_live_in_part(self):
        """
        How many are in Indonesian is said in both languages.
        """
        verdict = gate(draft(*body(1, 4)), Policy(), "")

        assert verdict.outcome is Outcome.PARTLY
        (reason,) = verdict.reasons
        assert reason.english.startswith("1 of 4 sentences did not pass")
        assert reason.indonesian.startswith("1 dari 4 kalimat tidak lolos")

    @pytest.mark.parametrize(
        ("failed", "outcome"), [(2, Outcome.PARTLY), (3, Outcome.HELD)]
    )
    def test_a_bound_is_above_not_at(self, failed, outcome):
        """
        Half of the sentences is not more than half.
        """
        assert gate(draft(*body(failed, 4)), HOLD_HALF, "").outcome is outcome

    def test_figures_without_words_do_not_thin_out_the_share(self):
        """
        A table of numbers is no sentence that passed.
        """
        figures = [segment("blocks.1.rows.0.0#0", text="1.250,5")] * 20

        verdict = gate(draft(*body(3, 4), *figures), HOLD_HALF, "")

        assert verdict.is_held
        assert "3 of 4" in verdict.reasons[0].english

    @pytest.mark.parametrize("part", PARTS)
    def test_headline_and_summary_are_asked_about_by_name(self, part):
        """
        Where either failed closed the default holds, in every section.
        """
        failed = segment(f"{part}#0", found())

        verdict = gate(draft(failed, *body(0, 9)), DEFAULT_POLICY, "olahraga")

        assert verdict.is_held
        assert verdict.reasons[0].english == f"The {part} did not pass the checks."

    @pytest.mark.parametrize("check", GRAVE_CHECKS)
    @pytest.mark.parametrize(
        ("section", "is_held"),
        [
            ("hukum", True),
            ("Hukum-Kriminal", True),
            ("bencana-kesehatan", True),
            ("olahraga", False),
            ("", False),
        ],
    )
    def test_a_grave_finding_holds_in_grave_sections(self, check, section, is_held):
        """
        Even one for the desk alone.
        """
        review = segment("blocks.0.text#0", found(check, Severity.REVIEW))

        verdict = gate(draft(review, *body(0, 9)), DEFAULT_POLICY, section)

        assert verdict.is_held is is_held

    def test_grave_sections_bear_less_indonesian(self):
        """
        Three of ten sentences are too many in politics, and not in sport.
        """
        made = draft(*body(3, 10))

        assert gate(made, DEFAULT_POLICY, "politik").is_held
        assert not gate(made, DEFAULT_POLICY, "olahraga").is_held

    def test_what_a_person_decided_is_no_finding(self):
        """
        A blocked sentence that is shown all the same was looked at.
        """
        policy = Policy(
            rules=(Rule(name="n", then=Then.HOLD, findings=("same-numbers",)),)
        )
        accepted = segment("blocks.0.text#0", found(), shown=Shown.TRANSLATION)
        own = replace(MADE, provenance=Provenance(engine="person"))
        edited = replace(
            segment("blocks.0.text#0", found("same-numbers", Severity.REVIEW)),
            hypotheses=(own,),
        )

        assert gate(draft(accepted, edited), policy, "").outcome is Outcome.LIVE

    def test_all_conditions_of_a_rule_must_be_met(self):
        """
        And what it says names each of them.
        """
        rule = Rule(
            name="both", then=Then.HOLD, failed=("headline",), failed_share_above=0.1
        )
        policy = Policy(rules=(rule,))
        headline = segment("headline#0", found())

        assert not gate(draft(*body(5, 5)), policy, "").is_held
        verdict = gate(draft(headline, *body(0, 3)), policy, "")
        assert verdict.reasons[0].english == (
            "The headline did not pass the checks and 1 of 4 sentences did not pass "
            "the checks, more than 10%."
        )
        assert verdict.reasons[0].indonesian.startswith("Judul tidak lolos")

    def test_a_rule_without_conditions_always_applies(self):
        """
        A section can be kept for people altogether.
        """
        policy = Policy(rules=(Rule(name="law", then=Then.HOLD, sections=("hukum",)),))

        assert gate(draft(segment()), policy, "hukum").is_held
        assert not gate(draft(segment()), policy, "hukum-adat").is_held

    def test_a_rule_that_lets_through_ends_the_reading(self):
        """
        What stands behind it is not asked, what stands before it is.
        """
        through = Rule(name="sport", then=Then.LIVE, sections=("olahraga",))
        hold = HOLD_HALF.rules[0]
        made = draft(*body(4, 4))

        assert not gate(made, Policy(rules=(through, hold)), "olahraga").is_held
        assert gate(made, Policy(rules=(through, hold)), "hukum").is_held
        assert gate(made, Policy(rules=(hold, through)), "olahraga").is_held

    def test_every_reason_is_told(self):
        """
        An editor who mends one thing should know of the others.
        """
        made = draft(segment("headline#0", found()), *body(4, 4))

        verdict = gate(made, DEFAULT_POLICY, "hukum")

        assert [reason.rule for reason in verdict.reasons] == [
            "headline",
            "grave sections",
            "mostly Indonesian",
        ]

    def test_languages_can_have_rules_of_their_own(self):
        """
        A reviewer for Arabic, and none for the others.
        """
        rule = Rule(name="ar", then=Then.HOLD, languages=("ar",))

        assert gate(draft(segment(), language="ar"), Policy(rules=(rule,)), "").is_held
        assert not gate(draft(segment()), Policy(rules=(rule,)), "").is_held

    def test_risk_is_the_share_to_expect_among_what_is_shown(self):
        """
        A blocked sentence is not shown, so that it does not count.
        """
        policy = Policy(rules=(Rule(name="r", then=Then.HOLD, risk_above=0.3),))
        made = by_the_fitted_model(*body(1, 3))
        risks = [Risk(value=1.0), Risk(value=0.2), Risk(value=0.3)]
        worse = [*risks[:2], Risk(value=0.6)]

        assert not gate(made, policy, "", risks=risks).is_held
        verdict = gate(made, policy, "", risks=worse)
        assert "40% of the translated sentences" in verdict.reasons[0].english

    def test_risk_is_made_where_none_is_given(self):
        """
        From the draft alone.
        """
        policy = Policy(rules=(Rule(name="r", then=Then.HOLD, risk_above=0.0),))

        assert gate(by_the_fitted_model(segment()), policy, "").is_held

    def test_the_risk_of_another_model_holds_nothing(self):
        """
        The score was fitted on sentences of one model, and knows no other.
        """
        assert gate(draft(segment()), DEFAULT_POLICY, "").outcome is Outcome.LIVE
        verdict = gate(by_the_fitted_model(segment()), DEFAULT_POLICY, "")
        assert [reason.rule for reason in verdict.reasons] == ["expected bad"]

    def test_a_draft_without_sentences_is_live(self):
        """
        Nothing is divided by nothing.
        """
        assert gate(draft(), DEFAULT_POLICY, "hukum").outcome is Outcome.LIVE


RULES = st.builds(
    Rule,
    name=st.text(min_size=1),
    then=st.just(Then.HOLD),
    sections=st.lists(st.sampled_from(["*", "hukum", "h*"]), min_size=1).map(tuple),
    languages=st.lists(st.sampled_from(["en", "zh"]), min_size=1).map(tuple),
    failed=st.lists(st.sampled_from(PARTS)).map(tuple),
    failed_share_above=st.none() | st.floats(0, 1),
    risk_above=st.none() | st.floats(0, 1),
)

DRAFTS = st.builds(
    lambda paths, failed, language: draft(
        *(
            segment(path, *([found()] if place in failed else []))
            for place, path in enumerate(paths)
        ),
        language=language,
    ),
    st.lists(st.sampled_from(["headline#0", "summary#0", "blocks.0.text#0"])),
    st.sets(st.integers(0, 5)),
    st.sampled_from(["en", "zh"]),
)


class TestPromises:
    @given(DRAFTS, st.lists(RULES, unique_by=lambda rule: rule.name))
    def test_live_means_that_nothing_failed_closed(self, made, rules):
        """
        Whatever the policy, and every verdict but that one has its reasons.
        """
        verdict = gate(made, Policy(rules=tuple(rules)), "hukum")

        if verdict.outcome is Outcome.LIVE:
            assert not made.failed_closed
        assert bool(verdict.reasons) is (verdict.outcome is not Outcome.LIVE)
        assert all(one.english and one.indonesian for one in verdict.reasons)

    @given(DRAFTS, st.lists(RULES, unique_by=lambda rule: rule.name), RULES)
    def test_one_more_rule_that_holds_never_opens(self, made, rules, more):
        """
        Wherever it stands in the list.
        """
        rules = [rule for rule in rules if rule.name != more.name]
        before = gate(made, Policy(rules=tuple(rules)), "hukum")

        for place in range(len(rules) + 1):
            longer = (*rules[:place], more, *rules[place:])
            after = gate(made, Policy(rules=longer), "hukum")
            assert after.is_held >= before.is_held


class TestPolicy:
    def test_risk_never_opens_the_gate(self):
        """
        Nor does any condition: each is a reason to hold.
        """
        with pytest.raises(PolicyInvalid, match="risk never opens the gate"):
            Rule(name="trust", then=Then.LIVE, risk_above=0.5)

    @pytest.mark.parametrize("bound", [-0.1, 1.1, 50.0, float("nan")])
    def test_bounds_are_shares(self, bound):
        """
        Fifty is no share; the sentence says what was expected.
        """
        with pytest.raises(PolicyInvalid, match="between 0 and 1"):
            Rule(name="half", then=Then.HOLD, failed_share_above=bound)

    def test_names_are_told_apart(self):
        """
        Reasons go by the names of rules.
        """
        rule = Rule(name="one", then=Then.HOLD)

        with pytest.raises(PolicyInvalid, match="2 rules are called “one”"):
            Policy(rules=(rule, rule))

    def test_an_invalid_policy_is_an_error_of_ours(self):
        """
        Whoever catches those catches it.
        """
        assert issubclass(PolicyInvalid, SelarasError)


class TestFiles:
    def test_the_default_is_read_as_it_was_written(self, tmp_path):
        """
        So that a newsroom can begin with it.
        """
        path = tmp_path / "policy.toml"
        path.write_text(written(DEFAULT_POLICY), encoding="utf-8")

        assert read_policy(path) == DEFAULT_POLICY

    @given(
        st.lists(
            st.builds(
                Rule,
                name=st.text(min_size=1).filter(lambda name: name.strip()),
                then=st.just(Then.HOLD),
                sections=st.lists(st.text(min_size=1), min_size=1).map(tuple),
                languages=st.lists(st.sampled_from(TARGETS), min_size=1).map(tuple),
                failed=st.lists(st.sampled_from(PARTS)).map(tuple),
                findings=st.lists(st.sampled_from(sorted(CHECKS))).map(tuple),
                failed_share_above=st.none() | st.floats(0, 1),
                risk_above=st.none() | st.floats(0, 1),
            ),
            unique_by=lambda rule: rule.name,
            max_size=4,
        )
    )
    def test_any_policy_is_read_as_it_was_written(self, rules):
        """
        Names and globs may hold any character.
        """
        policy = Policy(rules=tuple(rules))

        assert policy_of(written(policy)) == policy

    @given(st.text())
    def test_any_text_is_a_policy_or_refused(self, text):
        """
        Never anything else.
        """
        with suppress(PolicyInvalid):
            assert policy_of(f"schema = 1\n{text}") == Policy()

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("schema = ", "not TOML"),
            ("", "begins with schema = 1"),
            ("schema = 2", "begins with schema = 1"),
            ("schema = true", "begins with schema = 1"),
            ("schema = 1\nrule = 1", "has no “rule”"),
            ("schema = 1\nrules = 1", r"under \[\[rules\]\]"),
            ("schema = 1\nrules = [1]", r"under \[\[rules\]\]"),
            ("schema = 1\n[[rules]]\nthen = 'hold'", "Rule 1 needs a name"),
            ("name = ''", "Rule 1 needs a name"),
            ("name = 'a'", "needs then = “hold” or “live”"),
            ("name = 'a'\nthen = 'wait'", "it has 'wait'"),
            ("name = 'a'\nthen = ['hold']", "it has .'hold'."),
            ("name = 'a'\nthen = 'hold'\nshare = 1", "has no “share”"),
            ("name = 'a'\nthen = 'hold'\nsections = 'hukum'", "a list of texts"),
            ("name = 'a'\nthen = 'hold'\nsections = []", "names no section"),
            ("name = 'a'\nthen = 'hold'\nlanguages = ['id']", "it names id"),
            ("name = 'a'\nthen = 'hold'\nlanguages = []", "it names none"),
            ("name = 'a'\nthen = 'hold'\nrisk_above = '1'", "a number as risk_above"),
            ("name = 'a'\nthen = 'hold'\nrisk_above = true", "a number as risk_above"),
            ("name = 'a'\nthen = 'hold'\nrisk_above = 30", "between 0 and 1"),
            ("name = 'a'\nthen = 'hold'\nrisk_above = nan", "between 0 and 1"),
            ("name = 'a'\nthen = 'hold'\nfailed = ['body']", "not about body"),
            ("name = 'a'\nthen = 'hold'\nfindings = ['x']", "findings of “x”"),
            ("name = 'a'\nthen = 'live'\nfailed = ['summary']", "no conditions"),
        ],
    )
    def test_what_is_wrong_is_said(self, text, said, tmp_path):
        """
        In a sentence that begins with the file.
        """
        path = tmp_path / "policy.toml"
        text = text if not text.startswith("name") else f"[[rules]]\n{text}"
        text = text if text.startswith("schema") or not text else f"schema = 1\n{text}"
        path.write_text(text, encoding="utf-8")

        with pytest.raises(PolicyInvalid, match=said) as raised:
            read_policy(path)

        assert str(raised.value).startswith(f"{path}: ")

    def test_bytes_that_are_no_text_are_refused(self, tmp_path):
        """
        With the place of the first bad one.
        """
        path = tmp_path / "policy.toml"
        path.write_bytes(b"schema = 1 # \xff")

        with pytest.raises(PolicyInvalid, match="byte 14"):
            read_policy(path)
