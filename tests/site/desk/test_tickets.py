"""
Readers' reports as tickets.
"""

import re

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from selaras_site.accounts.roles import CHIEF, EDITOR, OPERATOR, REPORTER, REVIEWER
from selaras_site.desk.tickets import tickets
from selaras_site.translations.models import Readership, Report, Segment, State
from selaras_site.translations.ticketing import thanks_for

from .factories import (
    make_article,
    make_decision,
    make_report,
    make_section,
    make_segment,
    make_user,
    make_version,
)

LIST = "desk:tickets"


@pytest.fixture
def version(newsroom):
    return make_version(make_article())


@pytest.fixture
def segment(version):
    return make_segment(version, 1, path="blocks.0.text#1")


def reported(segment, **fields):
    given = {
        "segment": segment,
        "source": segment.source,
        "translation": segment.text,
        **fields,
    }
    return make_report(given.pop("version", segment.version), **given)


def place(report):
    return reverse("desk:ticket", args=[report.pk])


def page_of(client, report):
    answer = client.get(place(report))
    assert answer.status_code == 200
    return answer.content.decode()


def act(client, report, name, **more):
    return client.post(place(report), {"act": name, **more})


def actions():
    rows = ModelLogEntry.objects.filter(action__startswith="selaras.report")
    return [row.action.removeprefix("selaras.report.") for row in rows.order_by("pk")]


class TestList:
    def test_one_line_for_each_sentence(self, reviewer, segment):
        for kind, times in (("number", 2), ("name", 1)):
            reported(segment, kind=kind, times=times)
        reported(segment, outcome=Report.Outcome.DECLINED, answer="No.")
        make_report(segment.version, kind="other")

        page = reviewer.get(reverse(LIST)).content.decode()

        assert page.count(segment.source) == 1
        assert "3 readers" in page
        assert "The whole version" in page
        assert "2 sentences, the gravest first." in page

    def test_of_renewed_versions_it_is_one(self, segment):
        reported(segment)
        version = segment.version
        version.state = State.REPLACED
        version.save()
        newer = make_version(version.article)
        reported(make_segment(newer, 3, source=segment.source))
        reported(make_segment(make_version(version.article, "fr"), 3))

        assert [(one.language.tag, one.times) for one in tickets({})] == [
            ("en", 2),
            ("fr", 1),
        ]

    def test_a_sentence_that_is_gone_is_still_one(self, segment):
        reported(segment)
        reported(segment, kind="name")
        Segment.objects.all().delete()
        assert [one.times for one in tickets({})] == [2]

    def test_the_gravest_that_most_read_is_first(self, newsroom):
        rows = {}
        for name, kind, language, times in (
            ("vague", "other", "en", 1),
            ("number", "number", "en", 1),
            ("many", "other", "en", 9),
            ("read", "other", "ja", 1),
        ):
            version = make_version(make_article(name), language)
            rows[name] = reported(make_segment(version, 2), kind=kind, times=times)
        Readership.objects.create(
            article=rows["read"].version.article,
            language="ja",
            day=timezone.localdate(),
            views=5000,
        )
        order = [one.report for one in tickets({})]
        names = {row.pk: name for name, row in rows.items()}
        assert [names[pk] for pk in order] == ["read", "many", "number", "vague"]

    @pytest.mark.parametrize(
        ("asked", "many"),
        [
            ({}, 3),
            ({"outcome": "open"}, 3),
            ({"outcome": "declined"}, 1),
            ({"outcome": "all"}, 4),
            ({"language": "fr"}, 1),
            ({"kind": "name"}, 1),
            ({"section": "own"}, 1),
            ({"article": "own"}, 1),
            ({"outcome": "x", "kind": "x", "language": "id", "section": "٢"}, 3),
            ({"article": "9" * 18}, 0),
            ({"article": "9" * 5000, "section": "-1", "p": "9" * 400}, 3),
        ],
    )
    def test_is_narrowed(self, reviewer, newsroom, asked, many):
        first = make_version(make_article("A"))
        reported(make_segment(first, 1))
        reported(make_segment(make_version(first.article, "fr"), 1), kind="name")
        own = make_article("B", section=make_section("ekonomi"))
        report = reported(make_segment(make_version(own), 1))
        reported(report.segment, outcome="declined", version=first)
        numbers = {"section": own.section_id, "article": own.pk}
        asked = {k: numbers[k] if v == "own" else v for k, v in asked.items()}

        page = reviewer.get(reverse(LIST), asked)

        assert page.status_code == 200
        assert page.context["page"].paginator.count == many

    def test_says_where_nobody_waits(self, reviewer):
        assert "No reader waits" in reviewer.get(reverse(LIST)).content.decode()

    def test_a_page_takes_a_fixed_number_of_queries(
        self, reviewer, segment, django_assert_max_num_queries
    ):
        for number in range(60):
            row = make_segment(
                segment.version, 100 + number, source=f"Kalimat {number}."
            )
            reported(row)
        reviewer.get(reverse(LIST))
        with django_assert_max_num_queries(20):
            page = reviewer.get(reverse(LIST), {"p": "2"})
        assert len(page.context["page"].object_list) == 10

    @pytest.mark.parametrize("role", [REPORTER, EDITOR, REVIEWER, CHIEF, OPERATOR])
    def test_is_for_those_who_review(self, client_of, segment, role):
        report = reported(segment)
        client = client_of(role)
        may = role in {EDITOR, REVIEWER, CHIEF}
        for address in (reverse(LIST), place(report)):
            assert (client.get(address).status_code == 200) == may
        act(client, report, "decline", answer="No.")
        report.refresh_from_db()
        assert (report.outcome == "declined") == may


class TestTicket:
    def test_shows_what_readers_said_and_the_sentence_now(self, reviewer, segment):
        report = reported(segment, text="<b>27</b>", name="Ibu Sri")
        reported(segment, kind="name", text="A name.")
        Segment.objects.filter(pk=segment.pk).update(text="As many as 27 people fled.")

        page = page_of(reviewer, report)

        assert "&lt;b&gt;27&lt;/b&gt;" in page
        assert "A name." in page
        assert "Ibu Sri" in page
        assert "<del>died</del><ins>fled</ins>" in page
        assert reverse("desk:edit", args=[segment.pk]) in page
        assert "What 2 readers said" in page

    def test_leads_to_the_version_that_is_public_now(self, reviewer, segment):
        report = reported(segment)
        version = segment.version
        version.state = State.REPLACED
        version.save()
        newer = make_segment(make_version(version.article), 5, source=segment.source)
        page = page_of(reviewer, report)
        assert reverse("desk:edit", args=[newer.pk]) in page
        assert reverse("desk:edit", args=[segment.pk]) not in page

    def test_of_a_sentence_that_is_gone_there_is_what_was_read(self, reviewer, segment):
        report = reported(segment)
        Segment.objects.all().delete()
        page = page_of(reviewer, report)
        assert "As many as 27 people died." in page
        assert "in no version any more" in page

    def test_of_one_who_read_indonesian_says_so(self, reviewer, segment):
        report = reported(segment, translation="")
        page = page_of(reviewer, report)
        assert "The reader read the Indonesian sentence." in page
        assert "<ins>" not in page
        assert "It was changed since the reader saw it." in page
        Segment.objects.all().delete()
        assert '<p class="bench-text" lang="en"' not in page_of(reviewer, report)

    def test_of_a_whole_version_leads_to_it(self, reviewer, version):
        report = make_report(version)
        page = page_of(reviewer, report)
        assert "This is about the whole version." in page
        act(reviewer, report, "correct", answer="Thank you.")
        report.refresh_from_db()
        assert (report.outcome, report.decision) == ("corrected", None)

    @pytest.mark.parametrize("pk", ["0", "9" * 30, "9" * 5000])
    def test_another_number_is_not_found(self, reviewer, pk):
        assert reviewer.get(f"/newsroom/versions/tickets/{pk}/").status_code == 404

    def test_takes_a_fixed_number_of_queries(
        self, reviewer, segment, django_assert_max_num_queries
    ):
        report = reported(segment)
        for number in range(30):
            reported(segment, text=str(number))
        with django_assert_max_num_queries(25):
            page_of(reviewer, report)


class TestAnswering:
    def test_closing_as_corrected_names_the_decision(self, reviewer, segment):
        report, other = reported(segment), reported(segment, kind="name")
        decision = make_decision(segment, make_user(), text="27 people died.")

        answer = act(reviewer, report, "correct")

        assert answer.url == place(report)
        for row in (report, other):
            row.refresh_from_db()
            assert (row.outcome, row.decision) == ("corrected", decision)
        assert actions() == ["corrected"]
        assert "Open it again" in page_of(reviewer, report)

    def test_declining_needs_an_answer(self, reviewer, segment):
        report = reported(segment)
        refused = act(reviewer, report, "decline", answer=" \x00")
        assert refused.status_code == 409
        assert "please write an answer" in refused.content.decode()

        act(reviewer, report, "decline", answer="It is right.\r\n" + "x" * 900)

        report.refresh_from_db()
        assert report.outcome == "declined"
        assert report.answer.startswith("It is right.\nx")
        assert len(report.answer) == 500
        assert actions() == ["declined"]

    def test_reopening_takes_the_answer_back(self, reviewer, segment):
        report = reported(segment)
        act(reviewer, report, "decline", answer="No.")
        act(reviewer, report, "reopen")
        report.refresh_from_db()
        assert (report.outcome, report.answer) == ("open", "")
        assert actions() == ["declined", "reopened"]

    def test_twice_is_once(self, reviewer, segment):
        report = reported(segment)
        for _ in range(2):
            answer = act(reviewer, report, "decline", answer="No.")
        assert "nothing to do" in reviewer.get(answer.url).content.decode()
        assert actions() == ["declined"]

    def test_a_name_can_be_taken_away(self, reviewer, segment):
        report, other = reported(segment, name="Buruk"), reported(segment, name="Sri")
        act(reviewer, report, "unname", of=report.pk)
        report.refresh_from_db()
        other.refresh_from_db()
        assert (report.name, other.name) == ("", "Sri")
        assert actions() == ["unnamed"]

    def test_a_name_is_printed_where_somebody_says_so(self, reviewer, segment):
        report, other = reported(segment, name="Sri"), reported(segment, name="Budi")
        asked = {"outcome": "corrected"}
        act(reviewer, report, "correct")
        assert "wishes to be thanked" in reviewer.get(reverse(LIST), asked).text

        answer = act(reviewer, report, "thank", of=report.pk)

        page = reviewer.get(answer.url).text
        assert "Thanked on the page as <bdi>Sri</bdi>" in page
        assert "Wishes to be thanked as <bdi>Budi</bdi>" in page
        assert thanks_for(segment.version) == ("Sri",)
        act(reviewer, report, "thank", of=other.pk)
        assert "wishes to be thanked" not in reviewer.get(reverse(LIST), asked).text
        for one in (report, other):
            act(reviewer, report, "unthank", of=one.pk)
        assert thanks_for(segment.version) == ()
        act(reviewer, report, "thank", of=report.pk)
        act(reviewer, report, "unname", of=report.pk)
        report.refresh_from_db()
        assert (report.name, report.is_thanked) == ("", False)
        assert actions() == [
            "corrected",
            *("thanked", "thanked", "unthanked", "unthanked"),
            *("thanked", "unnamed"),
        ]

    def test_a_name_may_be_let_through_before_the_correction(self, reviewer, segment):
        report = reported(segment, name="Sri")
        answer = act(reviewer, report, "thank", of=report.pk)
        assert "To be thanked as <bdi>Sri</bdi>" in reviewer.get(answer.url).text
        assert thanks_for(segment.version) == ()
        act(reviewer, report, "correct")
        assert thanks_for(segment.version) == ("Sri",)

    def test_whom_nothing_was_wrong_for_is_not_thanked(self, reviewer, segment):
        report = reported(segment, name="Sri")
        act(reviewer, report, "decline", answer="No.")
        assert "Thank them" not in page_of(reviewer, report)
        act(reviewer, report, "thank", of=report.pk)
        assert actions() == ["declined"]

    def test_the_history_says_who_was_thanked_by_whom(self, chief, segment):
        report = reported(segment, name="Sri")
        act(chief, report, "thank", of=report.pk)
        edit = "wagtailsnippets_articles_article:history"
        place = reverse(edit, args=[segment.version.article_id])
        assert "Thank a reader by name: English" in chief.get(place).text

    @pytest.mark.parametrize(
        "form",
        [
            {},
            {"act": "thank"},
            {"act": "thank", "of": "9" * 5000},
            {"act": "unthank", "of": "\x00"},
            {"act": "x"},
            {"act": "unname"},
            {"act": "unname", "of": "9" * 5000},
            {"act": "unname", "of": "\x00"},
        ],
    )
    def test_nonsense_does_nothing(self, reviewer, segment, form):
        report = reported(segment)
        assert reviewer.post(place(report), form).status_code == 302
        report.refresh_from_db()
        assert report.outcome == "open"

    def test_the_history_of_the_article_says_it(self, chief, segment):
        report = reported(segment)
        act(chief, report, "decline", answer="It is right.")
        edit = "wagtailsnippets_articles_article:history"
        page = chief.get(reverse(edit, args=[segment.version.article_id]))
        text = re.sub(r"\s+", " ", page.content.decode())
        assert "Decline readers&#x27; reports: English (It is right.)" in text

    def test_one_report_alone_says_who_closed_it(self, reviewer, segment):
        report = reported(segment)
        edit = reverse("wagtailsnippets_translations_report:edit", args=[report.pk])
        assert place(report) in reviewer.get(edit).content.decode()
        reviewer.post(edit, {"outcome": "declined"})
        report.refresh_from_db()
        assert report.closed_by is not None
        assert actions() == ["declined"]


class TestPart:
    def test_tells_the_bench_what_readers_said(self, reviewer, segment):
        report = reported(segment, text="<i>27</i>", name="<b>Sri</b>")
        reported(segment, outcome="declined", text="Old.")
        address = reverse("desk:reports_of", args=[segment.pk])
        page = reviewer.get(address).content.decode()
        assert "&lt;i&gt;27&lt;/i&gt;" in page
        assert "Wishes to be thanked as <bdi>&lt;b&gt;Sri" in page
        assert "Old." not in page
        assert place(report) in page

    def test_is_empty_where_nobody_did(self, reviewer, segment):
        address = reverse("desk:reports_of", args=[segment.pk])
        assert reviewer.get(address).content.decode().strip() == ""


def test_a_reviewer_of_one_language_answers_in_that_one(client_of, version):
    """
    They may read what was said in the others.
    """
    japanese = client_of("Reviewer (ja)")
    english = reported(make_segment(version, 1))
    own = reported(make_segment(make_version(version.article, "ja"), 1))

    assert "Nothing is wrong" not in page_of(japanese, english)
    Report.objects.update(name="Sri")
    for report in (english, own):
        act(japanese, report, "thank", of=report.pk)
        act(japanese, report, "decline", answer="No.")

    assert list(Report.objects.filter(outcome="declined")) == [own]
    assert list(Report.objects.filter(is_thanked=True)) == [own]
