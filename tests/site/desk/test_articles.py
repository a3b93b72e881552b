"""
Writing, publishing and finding articles, through the admin's own forms.
"""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from django.utils.timezone import localtime
from wagtail.admin.menu import admin_menu

from selaras.languages import TARGETS
from selaras_site.accounts import roles
from selaras_site.articles.models import Article, Correction, Section
from selaras_site.desk.approval import approval_make
from selaras_site.translations.models import Snapshot, State, Version

from .factories import (
    make_article,
    make_section,
    make_user,
    make_version,
    make_versions,
)
from .forms import ADD, ARTICLES, article_form, edit_address

LIST = f"{ARTICLES}:list"
SECTIONS = "wagtailsnippets_articles_section"


class TestWriting:
    def test_a_draft_is_kept_and_nothing_is_ordered(self, reporter, newsroom):
        """
        Saving is not publishing: nobody reads it, nothing is translated.
        """
        answer = reporter.post(reverse(ADD), article_form(newsroom))

        article = Article.objects.get()
        assert answer.status_code == 302
        assert not article.live
        assert article.slug == "gempa-menewaskan-27-orang"
        assert not Version.objects.exists()

    def test_publishing_in_the_form_orders_five_versions(self, editor, newsroom):
        """
        One press of the button publishes and orders every language.
        """
        editor.post(reverse(ADD), article_form(newsroom, action="publish"))

        article = Article.objects.get()
        assert article.live
        assert sorted(article.tags.names()) == ["cianjur", "gempa"]
        states = dict(Version.objects.values_list("language", "state"))
        assert states == dict.fromkeys(TARGETS, State.PENDING)

    def test_a_reporter_who_asks_for_publishing_saves_a_draft(self, reporter, newsroom):
        """
        The name of a button in a form is no permission.
        """
        reporter.post(reverse(ADD), article_form(newsroom, action="publish"))

        assert not Article.objects.get().live
        assert not Version.objects.exists()

    def test_changing_a_published_article_makes_a_draft(self, reporter, newsroom):
        """
        What readers see stays until somebody publishes the change.
        """
        article = make_article(section=newsroom)

        form = article_form(newsroom, headline="Gempa menewaskan 28 orang")
        reporter.post(edit_address(article), form)

        article.refresh_from_db()
        assert article.headline == "Gempa menewaskan 27 orang"
        assert article.has_unpublished_changes
        assert article.get_latest_revision_as_object().headline.endswith("28 orang")

    def test_an_embargo_is_stronger_than_the_button(self, editor, newsroom):
        """
        Publishing during an embargo schedules the article for its end.
        """
        later = timezone.now().replace(microsecond=0, second=0) + timedelta(days=1)
        form = article_form(
            newsroom,
            action="publish",
            embargo_until=localtime(later).strftime("%Y-%m-%d %H:%M"),
        )

        editor.post(reverse(ADD), form)

        article = Article.objects.get()
        assert not article.live
        assert article.scheduled_revision.approved_go_live_at == later
        assert not Version.objects.exists()

    def test_a_correction_says_who_made_it(self, client, newsroom):
        """
        The editor who adds a correction is its author, and it is in the snapshot.
        """
        user = make_user(roles.EDITOR)
        client.force_login(user)
        article = make_article(section=newsroom)
        correction = {
            "text": "Semula tertulis 72 orang.",
            "made_at": "2026-01-02 03:04",
        }

        form = article_form(newsroom, action="publish", corrections=[correction])
        client.post(edit_address(article), form)

        made = article.corrections.get()
        assert made.made_by == user
        assert made.text == "Semula tertulis 72 orang."
        assert [c["id"] for c in Snapshot.objects.latest("pk").corrections] == [made.pk]

    def test_another_editor_does_not_take_over_a_correction(self, client, newsroom):
        """
        Changing a correction leaves its author.
        """
        first, second = make_user(roles.EDITOR), make_user(roles.EDITOR)
        article = make_article(section=newsroom)
        made = Correction.objects.create(
            article=article, text="Semula 72.", made_by=first
        )
        article.save_revision()
        client.force_login(second)
        correction = {
            "id": made.pk,
            "text": "Semula tertulis 72.",
            "made_at": "2026-01-02 03:04",
        }

        form = article_form(
            newsroom, action="publish", corrections=[correction], initial=1
        )
        client.post(edit_address(article), form)

        made.refresh_from_db()
        assert (made.text, made.made_by) == ("Semula tertulis 72.", first)

    def test_a_reporter_hands_in_and_an_editor_approves(self, client_of, newsroom):
        """
        The approval ends with publishing, and publishing orders versions.
        """
        approval_make()
        reporter, editor = client_of(roles.REPORTER), client_of(roles.EDITOR)
        reporter.post(reverse(ADD), article_form(newsroom, action="submit"))
        article = Article.objects.get()
        task = article.current_workflow_task_state
        assert not article.live

        approve = reverse(
            f"{ARTICLES}:workflow_action", args=[article.pk, "approve", task.pk]
        )
        editor.post(approve, {"comment": ""})

        article.refresh_from_db()
        assert article.live
        assert Version.objects.filter(state=State.PENDING).count() == len(TARGETS)

    def test_taking_an_article_down_takes_all_versions(self, editor, newsroom):
        """
        Unpublishing in the admin acts on all languages at once.
        """
        article = make_article(section=newsroom)
        make_versions(article)

        editor.post(reverse(f"{ARTICLES}:unpublish", args=[article.pk]))

        states = set(article.versions.values_list("state", flat=True))
        assert states == {State.WITHDRAWN}


class TestList:
    def test_a_row_says_section_state_and_five_versions(self, editor, newsroom):
        """
        One glance: where it stands, in every language.
        """
        article = make_article(section=newsroom)
        version = make_version(article, "ar")
        make_version(article, "fr", State.HELD, reason="too many")
        make_version(article, "ja", State.PENDING)

        page = editor.get(reverse(LIST)).content.decode()

        assert "Nasional id" in page
        assert page.count('class="desk-badge ') == len(TARGETS)
        for look in ("good", "bad", "busy", "none"):
            assert f"desk-badge--{look}" in page
        assert reverse("desk:version", args=[version.pk]) in page
        assert reverse("desk:badges", args=[article.pk]) in page

    def test_its_queries_do_not_grow_with_its_rows(
        self, editor, newsroom, django_assert_max_num_queries
    ):
        """
        Three articles or thirty: the same number of queries.
        """
        for number in range(3):
            self.article(number)
        editor.get(reverse(LIST))
        few = queries_of(editor, reverse(LIST))
        for number in range(3, 30):
            self.article(number)

        assert queries_of(editor, reverse(LIST)) == few
        with django_assert_max_num_queries(30):
            editor.get(reverse(LIST))

    def article(self, number):
        section = make_section(f"bagian-{number % 4}")
        article = make_article(f"Artikel {number}", section=section)
        make_versions(article)
        if number % 2:
            article.save_revision()

    def test_the_search_finds_and_keeps_the_badges(self, editor, newsroom):
        """
        Rows that were searched for are as whole as others.
        """
        wanted = make_article("Harga beras naik", section=newsroom)
        make_versions(wanted)
        make_article("Gempa Cianjur", section=newsroom)
        call_command("update_index", verbosity=0)

        page = editor.get(reverse(LIST), {"q": "beras"}).content.decode()

        assert "Harga beras naik" in page
        assert "Gempa Cianjur" not in page
        assert page.count("desk-badge--good") == len(TARGETS)

    @pytest.mark.parametrize(
        ("asked", "expected"),
        [
            ({"live": "true"}, {"Terbit"}),
            ({"live": "false"}, {"Konsep"}),
            ({"created_at_from": "2020-01-01"}, {"Terbit", "Konsep"}),
            ({"created_at_to": "2020-01-01"}, set()),
        ],
    )
    def test_filters_narrow_it(self, asked, expected, editor, newsroom):
        """
        Published or not, and when it was written.
        """
        make_article("Terbit", section=newsroom)
        make_article("Konsep", section=newsroom, live=False)

        rows = editor.get(reverse(LIST), asked).context["object_list"]

        assert {row.headline for row in rows} == expected

    def test_a_section_narrows_it(self, editor, newsroom):
        """
        Only what is of the section.
        """
        sport = make_section("olahraga")
        make_article("Timnas menang", section=sport)
        make_article("Gempa", section=newsroom)

        rows = editor.get(reverse(LIST), {"section": sport.pk}).context["object_list"]

        assert [row.headline for row in rows] == ["Timnas menang"]

    def test_a_headline_is_never_markup(self, editor, newsroom):
        """
        Neither an original's nor a version's.
        """
        evil = "<script>alert(1)</script>"
        article = make_article(evil, section=newsroom)
        make_version(article, "en", headline=evil)

        for address in (reverse(LIST), edit_address(article)):
            page = editor.get(address).content.decode()
            assert evil not in page
            assert escape(evil) in page


def queries_of(client, address):
    """
    How many queries a page makes.
    """
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


class TestMenu:
    def test_articles_come_first_and_pages_not_at_all(self, chief, newsroom):
        """
        The newsroom has no tree of pages.
        """
        request = chief.get(reverse("wagtailadmin_home")).wsgi_request

        items = admin_menu.menu_items_for_request(request)
        names = [item.name for item in sorted(items, key=lambda item: item.order)]
        assert names[0] == "articles"
        assert "explorer" not in names


class TestSections:
    def names(self, *languages):
        return {
            "slug": "budaya",
            "position": "5",
            "names-TOTAL_FORMS": str(len(languages)),
            "names-INITIAL_FORMS": "0",
            "names-MIN_NUM_FORMS": "1",
            "names-MAX_NUM_FORMS": "6",
        } | {
            f"names-{i}-{key}": value
            for i, tag in enumerate(languages)
            for key, value in {
                "id": "",
                "language": tag,
                "name": f"Budaya {tag}",
                "slug": f"budaya-{i}",
                "DELETE": "",
            }.items()
        }

    def test_the_chief_makes_one_with_its_names(self, chief, newsroom):
        """
        A section and its six names are one form.
        """
        chief.post(reverse(f"{SECTIONS}:add"), self.names("id", *TARGETS))

        section = Section.objects.get(slug="budaya")
        assert section.name_in("ar") == "Budaya ar"

    def test_two_names_in_one_language_are_refused(self, chief, newsroom):
        """
        The form says so, not the database.
        """
        answer = chief.post(reverse(f"{SECTIONS}:add"), self.names("id", "en", "en"))

        assert answer.status_code == 200
        assert not Section.objects.filter(slug="budaya").exists()
