"""
Engines compared at the desk: ordered, watched, voted on, and what follows from a win.
"""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from selaras_site.accounts.roles import CHIEF, EDITOR, OPERATOR, REPORTER, REVIEWER
from selaras_site.desk import arena as pages
from selaras_site.translations import arena
from selaras_site.translations.models import Halt, Route, Trial
from selaras_site.translations.routing import engines_by_language

from .factories import (
    make_article,
    make_decision,
    make_segment,
    make_user,
    make_version,
)

HUGE = 10**40


@pytest.fixture(autouse=True)
def _offered(monkeypatch):
    for module in (arena, pages):
        monkeypatch.setattr(module, "engines_offered", lambda: ["local", "good"])


def decide_all(many=30, language="en"):
    by = make_user()
    version = make_version(make_article(), language)
    for n in range(many):
        text = f"People died: {n}."
        row = make_segment(version, n, source=f"Orang tewas: {n}.", text=text)
        was = {"text": text, "provenance": {"engine": "local", "model": "s1"}}
        make_decision(row, by, text=f"{n} people <died>.", was=was)


def contestant(name, **fields):
    return {
        "name": name,
        "models": ["m1"],
        "chrf": 61.25,
        "distance": 0.123,
        "blocking": 2,
        "blocked": 2,
        "lost": 0,
        "difference": 4.5,
        "low": 1.5,
        "high": 7.5,
        "p": 0.002,
        "failure": "",
        **fields,
    }


def done_trial(language="en", *, many=3, **fields):
    samples = [
        {
            "source": f"Orang tewas: {n}.",
            "final": f"{n} people <died>.",
            "machine": f"People died: {n}.",
            "engine": "local",
            "model": "s1",
        }
        for n in range(many)
    ]
    said = [{"text": f"{n} dead.", "model": "m1", "failure": ""} for n in range(many)]
    result = {
        "samples": samples,
        "answers": {"good": said},
        "contestants": [contestant("incumbent"), contestant("good")],
        "alarms": 1,
        "votes": [],
    }
    defaults = {
        "engines": ["good"],
        "result": result,
        "winner": "good",
        "is_significant": True,
        "signature": "chrF2|seed:1",
        "done_at": timezone.now(),
    }
    return Trial.objects.create(language=language, **{**defaults, **fields})


def form(**fields):
    return {"language": "en", "engines": ["good"], "most": "30", **fields}


def text_of(answer):
    return answer.content.decode()


class TestArenaPage:
    def test_an_empty_one_says_so(self, chief, newsroom):
        text = text_of(chief.get(reverse("desk:arena")))

        assert "Nothing was compared yet." in text
        assert text.count("too few decisions") == 5
        assert "the newsroom's first engine" in text

    def test_ordering_leads_to_the_trial(self, chief, newsroom):
        decide_all()

        answer = chief.post(reverse("desk:arena"), form())

        trial = Trial.objects.get()
        assert answer.url == reverse("desk:trial", args=[trial.pk])
        assert trial.engines == ["good"]
        entry = ModelLogEntry.objects.get(action="selaras.trial.ordered")
        assert entry.user == trial.ordered_by
        assert entry.message == "Compare engines: English (good)"

    @pytest.mark.parametrize(
        ("fields", "said"),
        [
            ({"engines": []}, "Choose at least one engine."),
            ({"engines": ["nope"]}, "nope"),
            ({"language": "xx"}, "xx"),
            ({"most": "29"}, "30"),
            ({"most": "99999999999999999999999"}, "300"),
            ({"most": "٣٠ x"}, "whole number"),
            ({"since": "yesterday"}, "valid date"),
            ({"since": "9999-12-31"}, "at least 30"),
            ({}, "found 0"),
        ],
    )
    def test_what_cannot_be_is_told(self, chief, newsroom, fields, said):
        answer = chief.post(reverse("desk:arena"), form(**fields))

        assert answer.status_code == 422
        assert said in text_of(answer)
        assert not Trial.objects.exists()

    def test_who_serves_is_listed_with_who_and_why(self, chief, newsroom):
        trial = done_trial("ja")
        by = make_user(first_name="Sari")
        Route.objects.create(language="ja", engine="good", trial=trial, made_by=by)

        text = text_of(chief.get(reverse("desk:arena")))

        assert reverse("desk:route_undo", args=["ja"]) in text
        assert str(by) in text
        assert "the comparison" in text

    def test_who_may_not_order_sees_no_form(self, reviewer, newsroom):
        text = text_of(reviewer.get(reverse("desk:arena")))

        assert 'name="engines"' not in text

    def test_its_queries_do_not_grow(
        self, chief, newsroom, django_assert_max_num_queries
    ):
        for _ in range(10):
            done_trial()

        with django_assert_max_num_queries(45):
            chief.get(reverse("desk:arena"))


class TestTrialPage:
    def test_it_says_how_far_it_is(self, chief, newsroom):
        decide_all()
        chief.post(reverse("desk:arena"), form())
        trial = Trial.objects.get()

        text = text_of(chief.get(reverse("desk:trial", args=[trial.pk])))
        part = chief.get(reverse("desk:trial_progress", args=[trial.pk]))

        assert "0 of 30 sentences were translated." in text
        assert 'hx-trigger="every 3s"' in text_of(part)
        assert "<html" not in text_of(part)

    def test_when_it_is_done_the_page_is_asked_for_anew(self, chief, newsroom):
        part = chief.get(reverse("desk:trial_progress", args=[done_trial().pk]))

        assert part["HX-Refresh"] == "true"

    def test_it_shows_what_was_found(self, chief, newsroom, client_of):
        trial = done_trial()
        text = text_of(chief.get(reverse("desk:trial", args=[trial.pk])))
        voteless = text_of(
            client_of(OPERATOR).get(reverse("desk:trial", args=[trial.pk]))
        )

        assert "good is better beyond chance" in text
        assert "Let it serve the language" in text
        assert "61.3" in text
        assert "chrF2|seed:1" in text
        assert "2 people &lt;died&gt;." in voteless
        assert "Better or worse than" in text
        assert "local s1" in text

    def test_without_a_win_there_is_no_button(self, chief, newsroom):
        trial = done_trial(winner="", is_significant=False)

        text = text_of(chief.get(reverse("desk:trial", args=[trial.pk])))

        assert "The language stays where it is." in text
        assert "Let it serve" not in text

    def test_a_failure_is_told(self, chief, newsroom):
        trial = done_trial(
            winner="", is_significant=False, failure="None <came> back.", result={}
        )

        text = text_of(chief.get(reverse("desk:trial", args=[trial.pk])))

        assert "None &lt;came&gt; back." in text

    def test_whoever_still_votes_does_not_see_whose_text_is_whose(
        self, reviewer, newsroom
    ):
        trial = done_trial()

        before = text_of(reviewer.get(reverse("desk:trial", args=[trial.pk])))
        address = reverse("desk:trial_vote", args=[trial.pk])
        while ballot := reviewer.get(address).context["ballot"]:
            reviewer.post(address, {"number": ballot.number, "choice": "first"})
        after = text_of(reviewer.get(reverse("desk:trial", args=[trial.pk])))

        assert "once you have voted" in before
        assert "2 people &lt;died&gt;." not in before
        assert "2 people &lt;died&gt;." in after

    def test_arabic_runs_from_the_right(self, client_of, newsroom):
        operator = client_of(OPERATOR)
        text = text_of(operator.get(reverse("desk:trial", args=[done_trial("ar").pk])))

        assert '<dd lang="ar" dir="rtl">' in text

    @pytest.mark.parametrize("pk", [0, 12345, HUGE])
    @pytest.mark.parametrize("name", ["trial", "trial_progress", "trial_vote"])
    def test_there_is_no_other(self, chief, newsroom, name, pk):
        assert chief.get(reverse(f"desk:{name}", args=[pk])).status_code == 404


class TestServing:
    def test_a_press_moves_the_language(self, chief, newsroom):
        trial = done_trial()

        chief.post(reverse("desk:trial_serve", args=[trial.pk]))

        route = Route.objects.get()
        assert (route.language, route.engine, route.trial) == ("en", "good", trial)
        entry = ModelLogEntry.objects.get(action="selaras.route.made")
        assert entry.message == "Let an engine serve a language: English (good)"
        text = text_of(chief.get(reverse("desk:arena")))
        assert "Let an engine serve a language: English (good)" in text

    def test_only_after_a_win(self, chief, newsroom):
        trial = done_trial(winner="", is_significant=False)

        answer = chief.post(reverse("desk:trial_serve", args=[trial.pk]), follow=True)

        assert not Route.objects.exists()
        assert "No engine was better beyond chance" in text_of(answer)

    def test_looking_moves_nothing(self, chief, newsroom):
        answer = chief.get(reverse("desk:trial_serve", args=[done_trial().pk]))

        assert answer.status_code == 405
        assert not Route.objects.exists()

    def test_it_can_be_undone(self, chief, newsroom):
        chief.post(reverse("desk:trial_serve", args=[done_trial().pk]))

        chief.post(reverse("desk:route_undo", args=["en"]))

        assert engines_by_language() == {}
        assert ModelLogEntry.objects.filter(action="selaras.route.undone").exists()
        again = chief.post(reverse("desk:route_undo", args=["en"]))
        assert again.status_code == 404


class TestVoting:
    def test_the_page_names_nobody(self, reviewer, newsroom):
        trial = done_trial()

        text = text_of(reviewer.get(reverse("desk:trial_vote", args=[trial.pk])))

        # A token against forgery may hold any two characters by chance.
        main = re.sub(
            r"<input[^>]*csrfmiddlewaretoken[^>]*>", "", text.split("<main")[1]
        )
        assert "Which translation is better?" in main
        assert "good" not in main
        assert "incumbent" not in main
        assert "s1" not in main

    def test_a_vote_is_kept_and_the_next_shown(self, reviewer, newsroom):
        trial = done_trial()
        address = reverse("desk:trial_vote", args=[trial.pk])

        for _ in range(3):
            number = reviewer.get(address).context["ballot"].number
            reviewer.post(address, {"number": number, "choice": "first"})

        trial.refresh_from_db()
        assert len(trial.result["votes"]) == 3
        assert "nothing for you to vote on" in text_of(reviewer.get(address))
        result = text_of(reviewer.get(reverse("desk:trial", args=[trial.pk])))
        assert "Of 3 votes" in result

    @pytest.mark.parametrize(
        "sent",
        [
            {},
            {"number": "x", "choice": "first"},
            {"number": "٣", "choice": "first"},
            {"number": str(HUGE), "choice": "first"},
            {"number": "0", "choice": "nobody"},
        ],
    )
    def test_nonsense_is_refused(self, reviewer, newsroom, sent):
        trial = done_trial()

        answer = reviewer.post(
            reverse("desk:trial_vote", args=[trial.pk]), sent, follow=True
        )

        assert "This sentence is not voted on." in text_of(answer)
        trial.refresh_from_db()
        assert trial.result["votes"] == []

    def test_nobody_votes_on_a_comparison_that_failed(self, reviewer, newsroom):
        trial = done_trial(winner="", failure="None came back.")
        trial.result["contestants"] = []
        trial.save()

        answer = reviewer.post(
            reverse("desk:trial_vote", args=[trial.pk]),
            {"number": "0", "choice": "first"},
            follow=True,
        )

        assert "This sentence is not voted on." in text_of(answer)

    def test_only_in_languages_that_are_theirs(self, client_of):
        trial = done_trial("ja")
        address = reverse("desk:trial_vote", args=[trial.pk])

        assert client_of("Reviewer (ja)").get(address).status_code == 200
        assert client_of("Reviewer (fr)").get(address).status_code in (302, 403)


class TestHalts:
    @pytest.fixture
    def halt(self, newsroom):
        return Halt.objects.create(
            language="ja", reason="Too <much>.", quality=0.1, floor=0.3, sampled=30
        )

    def test_lifting_needs_a_reason(self, chief, halt):
        address = reverse("desk:halt_lift", args=[halt.pk])

        answer = chief.post(address, {"reason": " "})

        assert answer.status_code == 422
        halt.refresh_from_db()
        assert halt.lifted_at is None

    def test_it_is_lifted_and_logged(self, chief, halt):
        address = reverse("desk:halt_lift", args=[halt.pk])
        assert "Too &lt;much&gt;." in text_of(chief.get(address))

        chief.post(address, {"reason": "The model was put right."})

        halt.refresh_from_db()
        assert halt.lifted_at
        entry = ModelLogEntry.objects.get(action="selaras.halt.lifted")
        assert entry.user == halt.lifted_by
        assert "The model was put right." in entry.message
        again = chief.post(address, {"reason": "again"}, follow=True)
        assert "already" in text_of(again)

    def test_the_arena_tells_it(self, chief, halt):
        text = text_of(chief.get(reverse("desk:arena")))

        assert "Too &lt;much&gt;." in text
        assert reverse("desk:halt_lift", args=[halt.pk]) in text


TRY = {CHIEF, OPERATOR}
LIFT = {CHIEF, EDITOR}
VOTE = {CHIEF, EDITOR, REVIEWER}


@pytest.mark.parametrize("role", [CHIEF, EDITOR, REVIEWER, REPORTER, OPERATOR])
def test_each_role_may_do_its_part(role, client_of):
    client = client_of(role)
    trial = done_trial()
    halt = Halt.objects.create(
        language="ja", reason="x", quality=0.1, floor=0.3, sampled=30
    )

    order = client.post(reverse("desk:arena"), form())
    vote = client.get(reverse("desk:trial_vote", args=[trial.pk]))
    client.post(reverse("desk:trial_serve", args=[trial.pk]))
    lift = client.get(reverse("desk:halt_lift", args=[halt.pk]))

    assert client.get(reverse("desk:arena")).status_code == 200
    assert client.get(reverse("desk:trial", args=[trial.pk])).status_code == 200
    assert (order.status_code == 422) == (role in TRY)
    assert Route.objects.exists() == (role in TRY)
    assert (vote.status_code == 200) == (role in VOTE)
    assert (lift.status_code == 200) == (role in LIFT)


def test_a_stranger_is_asked_to_log_in(client, newsroom):
    for name, args in (("arena", []), ("trial", [1]), ("trial_vote", [1])):
        answer = client.get(reverse(f"desk:{name}", args=args))
        assert answer.status_code == 302
