"""
The home of the admin, and the reports of readers.
"""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from selaras_site.accounts.roles import OPERATOR
from selaras_site.desk.dashboard import counts, delays, percentile, queues
from selaras_site.translations.models import Halt, Report, State

from .factories import (
    make_article,
    make_finding,
    make_report,
    make_segment,
    make_user,
    make_version,
    make_versions,
    published_ago,
)

HOME = "/newsroom/"
REPORTS = "wagtailsnippets_translations_report"


class TestDashboard:
    def test_an_empty_newsroom_is_said_to_be_empty(self, editor, newsroom):
        """
        The first day has a way to begin.
        """
        page = editor.get(HOME).content.decode()

        assert "Nothing was written yet" in page
        assert "No version has reached readers yet" in page

    def test_it_says_what_waits_and_why(self, editor, newsroom):
        """
        Held versions with their reasons, and the newest articles with their badges.
        """
        article = make_article("Gempa Cianjur")
        held = make_version(article, "ar", State.HELD, reason="8 of 9 <failed>")

        page = editor.get(HOME).content.decode()

        assert "8 of 9 &lt;failed&gt;" in page
        assert reverse("desk:version", args=[held.pk]) in page
        assert "Gempa Cianjur" in page

    def test_the_worst_comes_first(self, newsroom):
        """
        What was never finished, then by how many bad sentences are to be expected.
        """
        article = make_article()
        little = make_version(article, "en", State.HELD, expected_bad=0.4)
        much = make_version(article, "fr", State.HELD, expected_bad=6.1)
        none = make_version(article, "ja", State.HELD, made_at=None)

        held, _live = queues()

        assert held.versions == [none, much, little]

    def test_what_is_live_with_findings_is_a_queue_of_its_own(self, editor, newsroom):
        """
        Until a person has answered them; what was mended is no question.
        """
        article = make_article()
        asked, decided, mended = (
            make_version(article, tag, expected_bad=1.24) for tag in ("en", "fr", "ar")
        )
        make_finding(make_segment(asked), severity="review")
        by_person = make_segment(decided, provenance={"engine": "person"})
        make_finding(by_person, severity="review")
        make_finding(make_segment(mended), severity="mended")

        _held, live = queues()

        assert live.versions == [asked]
        page = editor.get(HOME).content.decode()
        assert "about 1.2 of 4 sentences are likely bad" in page

    def test_a_language_that_halted_is_told_to_everybody(self, reporter, newsroom):
        """
        Only those who hold and release versions may lift it.
        """
        Halt.objects.create(
            language="ja", reason="Too <bad>.", quality=0.1, floor=0.3, sampled=30
        )

        page = reporter.get(HOME).content.decode()

        assert "Too &lt;bad&gt;." in page
        assert "Lift the halt" not in page
        assert reverse("desk:figures") in page

    def test_one_who_may_lifts_a_halt_from_there(self, editor, newsroom):
        """
        The banner leads to the question why.
        """
        halt = Halt.objects.create(
            language="ja", reason="x", quality=0.1, floor=0.3, sampled=30
        )

        page = editor.get(HOME).content.decode()

        assert reverse("desk:halt_lift", args=[halt.pk]) in page

    def test_it_says_what_failed(self, client_of, newsroom):
        """
        The operator sees work that broke.
        """
        DBTaskResult.objects.create(
            status="FAILED",
            args_kwargs={"args": [], "kwargs": {}},
            task_path="selaras_site.translations.tasks.translate_snapshot",
            backend_name="default",
            run_after=timezone.now(),
            exception_class_path="builtins.MemoryError",
            traceback="",
            finished_at=timezone.now(),
        )

        page = client_of(OPERATOR).get(HOME).content.decode()

        assert "1 task failed" in page
        assert "builtins.MemoryError" in page

    def test_whoever_may_not_see_versions_sees_none_of_it(self, client, newsroom):
        """
        Somebody with an account alone has an empty home.
        """
        user = make_user(is_superuser=False)
        user.user_permissions.add(access_admin())
        client.force_login(user)
        make_version(make_article("Rahasia"))

        page = client.get(HOME).content.decode()

        assert "Rahasia" not in page

    def test_its_queries_do_not_grow(
        self, editor, newsroom, django_assert_max_num_queries
    ):
        """
        Ten articles cost what one costs.
        """
        for number in range(12):
            make_versions(make_article(f"Artikel {number}"), State.HELD, reason="x")

        with django_assert_max_num_queries(35):
            editor.get(HOME)

    def test_versions_are_counted_by_language_and_state(self, newsroom):
        """
        What was replaced does not count.
        """
        article = make_article()
        make_version(article, "en", State.REPLACED)
        make_version(article, "en")
        make_version(article, "fr", State.HELD)

        numbers = {row.language.tag: row.numbers for row in counts()}

        assert numbers["en"][0] == 1
        assert sum(numbers["en"]) == sum(numbers["fr"]) == 1
        assert sum(numbers["ar"]) == 0


class TestDelays:
    def test_only_the_machine_s_own_time_counts(self, newsroom):
        """
        Not what a person held, and not what was made again later.
        """
        for number, seconds in enumerate((1, 2, 3, 40)):
            published_ago(make_version(make_article(f"A {number}")), seconds)
        released = make_version(make_article("B"), made_at=timezone.now())
        released.live_at = released.made_at + timedelta(days=1)
        released.save()
        published_ago(make_version(make_article("C"), afresh=True), 9999)

        found = delays()

        assert found.many == 4
        assert found.half == timedelta(seconds=2)
        assert found.most == timedelta(seconds=40)

    @pytest.mark.parametrize(
        ("percent", "expected"), [(50, 50), (95, 95), (100, 100), (1, 1)]
    )
    def test_a_percentile_is_one_of_the_values(self, percent, expected):
        """
        Nearest rank, over one to a hundred seconds.
        """
        ordered = [timedelta(seconds=number) for number in range(1, 101)]

        assert percentile(ordered, percent) == timedelta(seconds=expected)


class TestReports:
    def test_the_list_says_what_readers_said(self, reviewer, newsroom):
        """
        With a filter for what is still open, and no button to add one.
        """
        version = make_version(make_article("Gempa Cianjur"), "ja")
        make_report(version, text="27, not 72")
        make_report(version, text="done", outcome=Report.Outcome.CORRECTED)

        address = reverse(f"{REPORTS}:list")
        page = reviewer.get(address, {"outcome": "open"}).content.decode()

        assert "27, not 72" in page
        assert "Gempa Cianjur" in page
        assert "日本語" in page
        assert ">done<" not in page
        assert reverse(f"{REPORTS}:add") not in page

    def test_a_language_narrows_it(self, reviewer, newsroom):
        """
        A reviewer of one language sees what is theirs.
        """
        article = make_article()
        make_report(make_version(article, "ja"))
        wanted = make_report(make_version(article, "fr"))

        rows = reviewer.get(reverse(f"{REPORTS}:list"), {"language": "fr"})

        assert list(rows.context["object_list"]) == [wanted]

    def test_the_outcome_is_all_that_can_be_changed(self, reviewer, newsroom):
        """
        A reader's words stay a reader's words.
        """
        segment = make_segment(make_version(make_article()), 3)
        report = make_report(segment.version, segment=segment, source="<b>27</b>")
        address = reverse(f"{REPORTS}:edit", args=[report.pk])

        page = reviewer.get(address).content.decode()
        reviewer.post(address, {"outcome": "corrected", "text": "changed"})

        report.refresh_from_db()
        assert (report.outcome, report.text) == ("corrected", "27, not 72")
        assert "&lt;b&gt;27&lt;/b&gt;" in page
        assert (
            f"{reverse('desk:version', args=[segment.version_id])}#sentence-3" in page
        )


def access_admin():
    return Permission.objects.get(codename="access_admin")
