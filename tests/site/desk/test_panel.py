"""
The panel of versions in the edit view of an article.
"""

import pytest
from django.urls import reverse

from newsroom import policy_file
from selaras.languages import LANGUAGES, TARGETS
from selaras_site.accounts.roles import REPORTER
from selaras_site.desk.selectors import languages_of
from selaras_site.translations import translating
from selaras_site.translations.models import State, Version

from .factories import (
    make_article,
    make_finding,
    make_segment,
    make_version,
    make_versions,
    published_ago,
)
from .forms import ADD, article_form, edit_address


def panel_of(client, article):
    return client.get(reverse("desk:panel", args=[article.pk])).content.decode()


class TestPanel:
    def test_before_publishing_it_says_what_will_happen(self, editor, newsroom):
        """
        A new article has no versions, and a word about it.
        """
        draft = make_article(live=False)

        for page in (editor.get(reverse(ADD)), editor.get(edit_address(draft))):
            assert "As soon as this article is published" in page.content.decode()

    def test_a_published_article_without_versions_is_said_to_be_odd(
        self, editor, newsroom
    ):
        """
        No empty table.
        """
        page = panel_of(editor, make_article())

        assert "no version was ordered" in page
        assert "<table" not in page

    def test_each_language_says_all_that_an_editor_asks(self, editor, newsroom):
        """
        Name, state, level, engine, sentences left, findings, delay, address.
        """
        article = make_article()
        version = make_version(article, "ar", failed_closed=1)
        published_ago(version, seconds=3)
        segment = make_segment(version, shown="original")
        make_finding(segment)
        make_finding(segment, severity="review")
        make_finding(segment, severity="review")

        page = panel_of(editor, article)

        assert all(LANGUAGES[tag].own_name in page for tag in TARGETS)
        for said in (
            'dir="rtl"',
            "1 of 4 sentences left in Indonesian",
            "1 wrong",
            "2 to be looked at",
            "local selaras",
            f'href="/ar/p/{article.pk}"',
            "no version yet",
        ):
            assert said in page
        assert "3.0 s after publishing" in page

    def test_a_reason_is_shown(self, editor, newsroom):
        """
        A version that waits for a person says why.
        """
        article = make_article()
        make_version(article, "fr", State.HELD, reason="<b>too many</b> failed")

        page = panel_of(editor, article)

        assert "&lt;b&gt;too many&lt;/b&gt; failed" in page

    @pytest.mark.parametrize("state", [State.PENDING, State.TRANSLATING])
    def test_it_renews_itself_while_something_is_coming(self, state, editor, newsroom):
        """
        The page asks again only as long as the answer can change.
        """
        article = make_article()
        version = make_version(article, "zh", state)
        address = f'data-desk-refresh="{reverse("desk:panel", args=[article.pk])}"'

        assert address in panel_of(editor, article)
        assert address in editor.get(edit_address(article)).content.decode()

        version.delete()
        make_version(article, "zh")
        assert "data-desk-refresh" not in panel_of(editor, article)

    def test_what_readers_see_stands_beside_what_is_coming(self, newsroom):
        """
        A version that is made again does not hide the one that is public.
        """
        article = make_article()
        make_version(article, "en", State.REPLACED, live_at=None)
        public = make_version(article, "en", State.STALE)
        coming = make_version(article, "en", State.PENDING)

        english = languages_of(article.pk)[0]

        assert [line.version for line in english.lines] == [public, coming]

    def test_what_was_withdrawn_stays_in_sight(self, newsroom):
        """
        So that it can be released again.
        """
        article = make_article()
        make_version(article, "en", State.WITHDRAWN)
        last = make_version(article, "en", State.WITHDRAWN)

        assert [line.version for line in languages_of(article.pk)[0].lines] == [last]

    def test_what_a_person_decided_is_no_open_finding(self, editor, newsroom):
        """
        The count is of what is still to be done.
        """
        version = make_version(make_article())
        make_finding(make_segment(version, provenance={"engine": "person"}))
        make_finding(make_segment(version, 1, provenance={}))

        assert languages_of(version.article_id)[0].lines[0].findings == {"blocking": 1}

    def test_its_queries_do_not_grow(self, newsroom, django_assert_num_queries):
        """
        Versions, and their findings: two queries.
        """
        article = make_article()
        for version in make_versions(article):
            make_finding(make_segment(version))

        with django_assert_num_queries(2):
            languages_of(article.pk)

    def test_a_reporter_sees_no_buttons(self, client_of, newsroom):
        """
        Whoever may only look is offered nothing else.
        """
        article = make_article()
        make_version(article)

        page = panel_of(client_of(REPORTER), article)

        assert "Headline en" in page
        assert "/translate/" not in page
        assert "/withdraw/" not in page

    def test_the_badges_alone_are_the_same_badges(self, editor, newsroom):
        """
        What the list fetches while versions are made.
        """
        article = make_article()
        make_version(article, "en", State.TRANSLATING)

        page = editor.get(reverse("desk:badges", args=[article.pk])).content.decode()

        assert page.count('class="desk-badge ') == len(TARGETS)
        assert "data-desk-refresh" in page


def test_from_the_button_to_readers_with_the_model_in_the_box(
    editor, newsroom, settings, tmp_path
):
    """
    Published in the form, translated by the real engine, seen in the panel.
    """
    settings.SELARAS_POLICY = policy_file(tmp_path)
    editor.post(reverse(ADD), article_form(newsroom, action="publish"))
    version = Version.objects.filter(language="en").get()
    assert panel_of(editor, version.article).count("desk-badge--busy") == len(TARGETS)

    translating.translate(version.snapshot_id)

    page = panel_of(editor, version.article)
    assert page.count("desk-badge--good") == len(TARGETS)
    assert "data-desk-refresh" not in page
    sentences = editor.get(reverse("desk:version", args=[version.pk])).content.decode()
    assert "Gempa menewaskan 27 orang" in sentences
    assert sentences.count("<textarea") == version.segments.count() > 0
