"""
Trials of engines on people's decisions: ordered once, run in parts, resumed, voted on.
"""

from datetime import timedelta

import pytest
from desk.factories import (
    make_article,
    make_decision,
    make_segment,
    make_user,
    make_version,
)
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from selaras.engines import FakeEngine
from selaras.errors import ModelMissing
from selaras_site.translations import arena, blind, engine
from selaras_site.translations.arena import trial_order, trial_step
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.models import Decision, Trial
from selaras_site.translations.term_data import Said, TermData
from selaras_site.translations.terms import term_save
from selaras_site.translations.trial_samples import samples_of

pytestmark = pytest.mark.django_db

MACHINE = {"engine": "local", "model": "selaras 1"}
Kind = Decision.Kind


@pytest.fixture
def person():
    return make_user()


@pytest.fixture(autouse=True)
def _offered(settings, monkeypatch):
    settings.LANGUAGE_CODE = "en"
    monkeypatch.setattr(arena, "engines_offered", lambda: ["local", "good", "bad"])


def sentence(n):
    return f"Gempa mengguncang kota ke-{n} di Sulawesi."


def final(n):
    return f"An earthquake shook city {n} in Sulawesi."


def machine(n):
    return final(n) if n % 2 else f"Earthquake rocking town the {n} at Sulawesi."


def decide_all(by, many=40, language="en", **more):
    """
    People changed every second sentence, and accepted the others.
    """
    version = make_version(make_article(), language)
    rows = []
    for n in range(many):
        row = make_segment(version, n, source=sentence(n), text=machine(n))
        kind = Kind.ACCEPTED if n % 2 else Kind.EDITED
        fields = {
            "kind": kind,
            "text": final(n),
            "was": {"text": machine(n), "provenance": MACHINE},
        }
        rows.append(make_decision(row, by, **{**fields, **more}))
    return rows


@pytest.fixture
def engines(monkeypatch):
    """
    Engines by name; whatever is asked for with a memory is refused.
    """
    texts = {sentence(n): final(n) for n in range(400)}
    wrong = {source: text.replace("city", "9 cities") for source, text in texts.items()}
    made = {
        "good": FakeEngine(texts, model="g1"),
        "bad": FakeEngine(wrong, model="b1"),
        "local": FakeEngine({sentence(n): machine(n) for n in range(400)}, model="s1"),
    }

    def engine_for(name, memory):
        assert memory is None
        return made[name]

    monkeypatch.setattr(engine, "engine_for", engine_for)
    return made


def run(trial, most=100):
    """
    Do all the parts, as workers would.
    """
    for _ in range(most):
        trial.refresh_from_db()
        if trial.done_at:
            return trial
        assert trial_step.func(trial.pk)
    raise AssertionError("It does not end.")


def order(by, *names, language="en", **more):
    return trial_order(language=language, engines=names or ["good"], by=by, **more)


class TestSamples:
    def test_are_what_counts_newest_first(self, person):
        decide_all(person, 3)

        found = samples_of("en", 2)

        assert [one["source"] for one in found] == [sentence(2), sentence(1)]
        assert found[0]["final"] == final(2)
        assert found[0]["machine"] == machine(2)
        assert found[0]["model"] == "selaras 1"
        assert samples_of("fr", 2) == []

    def test_a_second_edit_is_measured_from_the_machines_text(self, person):
        [row] = decide_all(person, 1)
        make_decision_like(row, person, before=row.text, text="Better.")

        [one] = samples_of("en", 9)

        assert (one["machine"], one["final"]) == (machine(0), "Better.")

    def test_what_was_taken_back_rejected_or_taken_over_is_none(self, person):
        back, rejected, copied, kept = decide_all(person, 4)
        make_decision_like(back, person, kind=Kind.REOPENED)
        make_decision_like(rejected, person, kind=Kind.REJECTED)
        copied.taken_from = kept
        copied.save()

        assert [one["source"] for one in samples_of("en", 9)] == [sentence(3)]

    @pytest.mark.parametrize(
        "provenance",
        [
            {"engine": "person"},
            {"engine": "local", "steps": ["memory:exact:human"]},
        ],
    )
    def test_a_persons_text_from_the_memory_is_no_machines(self, person, provenance):
        decide_all(person, 2, was={"text": "x", "provenance": provenance})

        assert samples_of("en", 9) == []

    def test_the_same_sentence_counts_once(self, person):
        decide_all(person, 2)
        decide_all(person, 2)

        assert len(samples_of("en", 9)) == 2

    def test_since(self, person):
        old, *_ = decide_all(person, 3)
        Decision.objects.filter(pk=old.pk).update(
            made_at=timezone.now() - timedelta(days=9)
        )

        found = samples_of("en", 9, since=timezone.now() - timedelta(days=1))

        assert len(found) == 2


def make_decision_like(row, by, **fields):
    return Decision.objects.create(
        article=row.article,
        language=row.language,
        source_key=row.source_key,
        source=row.source,
        made_by=by,
        **{"kind": Kind.EDITED, "before": row.text, "text": row.text, **fields},
    )


class TestOrdering:
    def test_too_few_decisions_are_refused_with_their_number(self, person):
        decide_all(person, 29)

        with pytest.raises(NotAllowed, match=r"at least 30 .* found 29"):
            order(person)

        assert not Trial.objects.exists()

    def test_one_at_a_time_for_a_language(self, person):
        decide_all(person)
        decide_all(person, language="fr")
        order(person)

        with pytest.raises(NotAllowed, match="under way"):
            order(person)

        assert order(person, language="fr")

    @pytest.mark.parametrize("names", [["openai:gpt"], ["good", "nope"], []])
    def test_only_engines_that_are_offered(self, person, names):
        decide_all(person)

        with pytest.raises(NotAllowed, match="has"):
            trial_order(language="en", engines=names, by=person)

    def test_no_more_than_asked_for(self, person):
        decide_all(person, 40)

        trial = order(person, most=32)

        assert len(trial.result["samples"]) == 32
        assert arena.progress(trial) == (0, 32)


class TestRunning:
    def test_the_better_engine_wins(self, person, engines):
        decide_all(person)

        trial = run(order(person, "good", "bad", "local"))

        names = [one["name"] for one in trial.result["contestants"]]
        assert names[:2] == ["incumbent", "good"]
        assert trial.winner == "good"
        assert trial.is_significant
        assert "good=g1" in trial.signature
        assert f"seed:{trial.pk}" in trial.signature
        assert trial.failure == ""

    def test_engines_are_told_the_terms_as_in_an_article(self, person, engines):
        decide_all(person, 30)
        term_save(
            data=TermData(source="gempa", said={"en": Said(preferred="quake")}),
            by=person,
        )

        run(order(person))

        assert engines["good"].requests
        for request in engines["good"].requests:
            assert request.terms == (("Gempa", "quake"),)

    def test_a_worker_that_was_killed_loses_one_batch(self, person, engines):
        decide_all(person)
        trial = order(person)
        trial_step.func(trial.pk)
        claimed = arena.trial_claim(trial.pk)  # ... and here it is killed
        assert claimed
        assert not trial_step.func(trial.pk)

        later = timezone.now() - timedelta(minutes=2)
        expire(trial, later)
        assert arena.trials_sweep() == 1
        assert arena.trials_sweep() == 0, "it is ordered already"
        run(trial)

        asked = [request.text for request in engines["good"].requests]
        assert len(asked) == len(set(asked)) == 40

    def test_who_was_too_slow_writes_nothing(self, person, engines):
        decide_all(person)
        trial = order(person)
        slow = arena.trial_claim(trial.pk)
        expire(trial, timezone.now() - timedelta(minutes=2))
        run(trial)
        result = trial.result

        arena.trial_keep(slow, {"good": []})
        arena.trial_finish(slow, None)

        trial.refresh_from_db()
        assert trial.result == result

    def test_what_kills_workers_ends(self, person, engines):
        decide_all(person)
        trial = order(person)
        for _ in range(arena.ATTEMPTS):
            assert arena.trial_claim(trial.pk)
            expire(trial, timezone.now() - timedelta(minutes=2))

        assert not trial_step.func(trial.pk)

        trial.refresh_from_db()
        assert trial.done_at
        assert "none came back" in trial.failure

    def test_an_error_of_ours_is_tried_again(self, person, engines, monkeypatch):
        decide_all(person)
        trial = order(person)
        monkeypatch.setattr(arena, "asked_next", broken)

        with pytest.raises(ZeroDivisionError):
            trial_step.func(trial.pk)
        monkeypatch.undo()

        trial.refresh_from_db()
        assert trial.result["attempts"] == 1
        assert arena.trial_claim(trial.pk)

    def test_an_engine_that_cannot_be_made_loses_and_says_why(
        self, person, engines, monkeypatch
    ):
        decide_all(person)
        known = engine.engine_for

        def engine_for(name, memory):
            if name == "bad":
                raise ModelMissing("No model is called bad.")
            return known(name, memory)

        monkeypatch.setattr(engine, "engine_for", engine_for)

        trial = run(order(person, "bad", "good"))

        bad = next(c for c in trial.result["contestants"] if c["name"] == "bad")
        assert (bad["lost"], bad["failure"]) == (40, "No model is called bad.")
        assert trial.winner == "good"

    def test_each_part_orders_the_next(self, person, engines):
        decide_all(person)
        trial = order(person)
        before = DBTaskResult.objects.count()

        trial_step.func(trial.pk)

        assert DBTaskResult.objects.count() == before + 1
        assert arena.progress(Trial.objects.get(pk=trial.pk)) == (16, 40)

    def test_what_is_done_is_not_done_again(self, person, engines):
        decide_all(person)
        trial = run(order(person))

        assert not trial_step.func(trial.pk)
        assert not trial_step.func(10**9)
        assert arena.trials_sweep() == 0


def broken(*_args, **_kwargs):
    raise ZeroDivisionError


def expire(trial, until):
    row = Trial.objects.get(pk=trial.pk)
    row.result["until"] = until.isoformat()
    row.save()


def number_of(ballot):
    """
    The number in a ballot's sentence.
    """
    return int(ballot.source.split("ke-")[1].split()[0])


class TestVoting:
    @pytest.fixture
    def trial(self, person, engines):
        decide_all(person)
        return run(order(person))

    def test_only_where_the_texts_differ_and_without_names(self, trial, person):
        ballot = blind.ballot_for(trial, person)

        assert ballot.of == 20
        assert {ballot.first, ballot.second} == {
            machine(number_of(ballot)),
            final(number_of(ballot)),
        }

    def test_who_likes_the_engines_texts_is_counted_for_it(self, trial, person):
        orders = set()
        while ballot := blind.ballot_for(trial, person):
            is_first = ballot.first == final(number_of(ballot))
            orders.add(is_first)
            choice = "first" if is_first else "second"
            blind.vote_cast(trial=trial, by=person, number=ballot.number, choice=choice)
            trial.refresh_from_db()

        counted = blind.tally(trial)
        assert orders == {True, False}
        assert (counted.other, counted.incumbent, counted.same) == (20, 0, 0)
        assert counted.challenger == "good"
        assert counted.p < 0.001

    def test_each_votes_once_on_a_sentence(self, trial, person):
        for choice in ("same", "first"):
            blind.vote_cast(trial=trial, by=person, number=1, choice=choice)
        blind.vote_cast(trial=trial, by=make_user(), number=1, choice="same")

        trial.refresh_from_db()
        counted = blind.tally(trial)
        assert (counted.same, counted.many, counted.voters) == (2, 2, 2)

    @pytest.mark.parametrize(
        ("number", "choice"), [(0, "same"), (999, "same"), (-1, "same"), (1, "x")]
    )
    def test_nothing_else_can_be_voted_on(self, trial, person, number, choice):
        with pytest.raises(NotAllowed):
            blind.vote_cast(trial=trial, by=person, number=number, choice=choice)

    def test_nothing_before_the_end(self, person, engines):
        decide_all(person)
        trial = order(person)

        assert blind.ballot_for(trial, person) is None
        with pytest.raises(NotAllowed):
            blind.vote_cast(trial=trial, by=person, number=1, choice="same")
