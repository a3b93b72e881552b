"""
Candidates for terms, names and rules.
"""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from selaras_site.accounts.roles import CHIEF, EDITOR, OPERATOR, REPORTER, REVIEWER
from selaras_site.translations import candidates, overruling
from selaras_site.translations.models import Candidate, Decision, Term

from .factories import (
    make_article,
    make_decision,
    make_finding,
    make_segment,
    make_user,
    make_version,
)

LIST = "desk:candidates"


@pytest.fixture
def edits(newsroom):
    """
    Two sentences in which the same word was put for another.
    """
    by = make_user()
    for name in ("Masamba", "Seko"):
        segment = make_segment(
            make_version(make_article()),
            1,
            source=f"Bupati datang ke {name} kemarin.",
            text=f"Yesterday the mayor came to {name}.",
        )
        decision = make_decision(
            segment, by, text=f"Yesterday the regent came to {name}."
        )
        candidates.recount(decision)


@pytest.fixture
def candidate(edits):
    return Candidate.objects.get()


@pytest.fixture
def rule(newsroom):
    """
    A check that was overruled five times.
    """
    by = make_user()
    for number in range(5):
        segment = make_segment(
            make_version(make_article()), 1, source=f"Kalimat ke-{number} <b>."
        )
        make_finding(segment, check_name="same-names", message=f"Said <i>{number}</i>.")
        decision = make_decision(segment, by, kind=Decision.Kind.ACCEPTED)
        overruling.recount(decision)
    return Candidate.objects.get()


def place(row):
    return reverse("desk:candidate", args=[row.pk])


def act(client, row, name, **more):
    return client.post(place(row), {"act": name, **more})


class TestList:
    def test_shows_what_was_put_for_what(self, reviewer, candidate):
        page = reviewer.get(reverse(LIST)).content.decode()
        assert "<del>mayor</del> → <ins>regent</ins>" in page
        assert "in 2 sentences" in page
        assert place(candidate) in page

    def test_says_where_there_is_none(self, reviewer):
        assert "no candidate" in reviewer.get(reverse(LIST)).content.decode()

    @pytest.mark.parametrize(
        ("asked", "many"),
        [
            ({}, 1),
            ({"kind": "term"}, 1),
            ({"kind": "rule"}, 0),
            ({"language": "en"}, 1),
            ({"language": "fr"}, 0),
            ({"outcome": "taken"}, 0),
            ({"outcome": "\x00", "kind": "x", "language": "٢", "p": "9" * 999}, 1),
        ],
    )
    def test_is_narrowed(self, reviewer, candidate, asked, many):
        page = reviewer.get(reverse(LIST), asked)
        assert page.status_code == 200
        assert len(page.context["page"]) == many

    def test_where_the_word_is_known_one_click_is_enough(self, reviewer, candidate):
        Candidate.objects.update(source="Bupati")
        page = reviewer.get(reverse(LIST)).content.decode()
        assert "Make it a term" in page

    def test_takes_a_fixed_number_of_queries(
        self, reviewer, candidate, django_assert_max_num_queries
    ):
        for number in range(60):
            Candidate.objects.create(
                kind="term", language="en", before="a", after=str(number)
            )
        reviewer.get(reverse(LIST))
        with django_assert_max_num_queries(20):
            reviewer.get(reverse(LIST))

    @pytest.mark.parametrize("role", [REPORTER, EDITOR, REVIEWER, CHIEF, OPERATOR])
    def test_is_for_those_who_decide(self, client_of, candidate, role):
        client = client_of(role)
        may = role in {EDITOR, REVIEWER, CHIEF}
        for address in (reverse(LIST), place(candidate)):
            assert (client.get(address).status_code == 200) == may
        act(client, candidate, "take", source="Bupati", kind="term")
        assert Term.objects.exists() == may


class TestPage:
    def test_shows_the_sentences(self, reviewer, candidate):
        page = reviewer.get(place(candidate)).content.decode()
        assert page.count("<del>mayor</del><ins>regent</ins>") == 2
        assert "Bupati datang ke Seko kemarin." in page

    def test_taking_makes_a_term(self, reviewer, candidate):
        answer = act(reviewer, candidate, "take", source="Bupati", kind="name")
        assert answer.url == reverse(LIST)
        term = Term.objects.get()
        assert (term.kind, term.renderings.get().text) == ("name", "regent")
        entry = ModelLogEntry.objects.get(action="selaras.candidate.take")
        assert entry.formatter.format_message(entry).startswith("Take a candidate: en")

    @pytest.mark.parametrize("source", ["", " ", "\x00", "y" * 300])
    def test_without_a_word_it_says_why_not(self, reviewer, candidate, source):
        answer = act(reviewer, candidate, "take", source=source)
        assert answer.status_code == 409
        assert "Write the Indonesian word" in answer.content.decode()
        assert not ModelLogEntry.objects.filter(action__contains="candidate").exists()

    def test_declining_and_opening_again(self, reviewer, candidate):
        act(reviewer, candidate, "decline")
        candidate.refresh_from_db()
        assert candidate.outcome == "declined"
        assert "Open it again" in reviewer.get(place(candidate)).content.decode()
        act(reviewer, candidate, "reopen")
        candidate.refresh_from_db()
        assert candidate.outcome == "open"

    def test_who_was_faster_wins(self, reviewer, candidate):
        act(reviewer, candidate, "decline")
        answer = act(reviewer, candidate, "take", source="Bupati")
        assert "answered this already" in answer.content.decode()
        assert not Term.objects.exists()

    @pytest.mark.parametrize("form", [{}, {"act": "\x00"}])
    def test_nonsense_does_nothing(self, reviewer, candidate, form):
        assert reviewer.post(place(candidate), form).status_code == 302
        candidate.refresh_from_db()
        assert candidate.outcome == "open"

    @pytest.mark.parametrize("pk", ["0", "9" * 30, "9" * 5000])
    def test_another_number_is_not_found(self, reviewer, pk):
        assert reviewer.get(f"/newsroom/versions/candidates/{pk}/").status_code == 404


class TestRule:
    def test_shows_what_the_check_had_said(self, reviewer, rule):
        page = reviewer.get(place(rule)).content.decode()
        assert "People accepted 5 sentences against the check" in page
        assert "Said &lt;i&gt;4&lt;/i&gt;." in page
        assert "Kalimat ke-0 &lt;b&gt;." in page
        assert "reference/checks/same-names.md" in page

    def test_leads_to_the_documentation_where_that_is(self, reviewer, rule, settings):
        settings.SELARAS_DOCS = "https://docs.example.org/"
        page = reviewer.get(place(rule)).content.decode()
        assert 'href="https://docs.example.org/reference/checks/same-names.md"' in page

    def test_taking_note_makes_no_term(self, reviewer, rule):
        act(reviewer, rule, "take")
        rule.refresh_from_db()
        assert rule.outcome == "taken"
        assert not Term.objects.exists()

    def test_is_a_line_of_the_list(self, reviewer, rule):
        page = reviewer.get(reverse(LIST), {"kind": "rule"}).content.decode()
        assert "overruled in 5 sentences" in page


def test_a_reviewer_of_one_language_answers_in_that_one(client_of, candidate):
    """
    They may look at the others.
    """
    client = client_of("Reviewer (ja)")
    assert "Take it" not in client.get(place(candidate)).content.decode()
    act(client, candidate, "take", source="Bupati")
    assert not Term.objects.exists()
    Candidate.objects.update(language="ja")
    act(client, candidate, "take", source="Bupati")
    assert Term.objects.exists()
