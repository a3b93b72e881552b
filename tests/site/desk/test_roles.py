"""
Who may do what: every role against every action, through the admin's own addresses.
"""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import WorkflowContentType

from selaras_site.accounts.roles import (
    CHIEF,
    EDITOR,
    OPERATOR,
    REPORTER,
    REVIEWER,
    ROLES,
    PermissionMissing,
    roles_make,
)
from selaras_site.desk.approval import approval_make
from selaras_site.operations.setting_up import set_up
from selaras_site.translations.models import Decision, State

from .factories import make_article, make_report, make_segment, make_version

ARTICLES = "wagtailsnippets_articles_article"
SECTIONS = "wagtailsnippets_articles_section"
REPORTS = "wagtailsnippets_translations_report"

MAY = {
    "enter": {REPORTER, EDITOR, REVIEWER, CHIEF, OPERATOR},
    "see the list of articles": {REPORTER, EDITOR, REVIEWER, CHIEF},
    "write an article": {REPORTER, EDITOR, CHIEF},
    "take an article down": {EDITOR, CHIEF},
    "delete an article": {CHIEF},
    "change sections": {CHIEF},
    "see a version": {REPORTER, EDITOR, REVIEWER, CHIEF, OPERATOR},
    "translate a version again": {EDITOR, CHIEF},
    "hold a version": {EDITOR, CHIEF},
    "release a version": {EDITOR, CHIEF},
    "withdraw a version": {EDITOR, CHIEF},
    "decide about a sentence": {EDITOR, REVIEWER, CHIEF},
    "close a report": {EDITOR, REVIEWER, CHIEF},
    "add a report": set(),
    "add a user": {OPERATOR},
    "change groups": {OPERATOR},
    "set up workflows": {OPERATOR},
    "add a picture": {REPORTER, EDITOR, CHIEF},
}


@pytest.fixture
def addresses(newsroom):
    """
    An address for each thing to do.
    """
    article = make_article()
    version = make_version(article)
    held = make_version(article, "fr", State.HELD)
    segment = make_segment(version)
    report = make_report(version)

    def act(row, name):
        return reverse("desk:act", args=[row.pk, name])

    decide = reverse("desk:decide", args=[version.pk, segment.pk])

    return {
        "enter": reverse("wagtailadmin_home"),
        "see the list of articles": reverse(f"{ARTICLES}:list"),
        "write an article": reverse(f"{ARTICLES}:add"),
        "take an article down": reverse(f"{ARTICLES}:unpublish", args=[article.pk]),
        "delete an article": reverse(f"{ARTICLES}:delete", args=[article.pk]),
        "change sections": reverse(f"{SECTIONS}:list"),
        "see a version": reverse("desk:version", args=[version.pk]),
        "translate a version again": act(version, "translate"),
        "hold a version": act(version, "hold"),
        "release a version": act(held, "release"),
        "withdraw a version": act(version, "withdraw"),
        "decide about a sentence": decide,
        "close a report": reverse(f"{REPORTS}:edit", args=[report.pk]),
        "add a report": reverse(f"{REPORTS}:add"),
        "add a user": reverse("wagtailusers_users:add"),
        "change groups": reverse("wagtailusers_groups:index"),
        "set up workflows": reverse("wagtailadmin_workflows:index"),
        "add a picture": reverse("wagtailimages:add"),
    }


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("what", MAY)
def test_a_role_may_do_its_work_and_no_more(role, what, addresses, client_of):
    """
    Whoever may not is sent away, with a word of why.
    """
    client = client_of(role)
    address = addresses[what]

    if what == "decide about a sentence":
        form = {"kind": "rejected", "seen": "As many as 27 people died."}
        client.post(address, form)
        is_let_in = Decision.objects.exists()
    else:
        is_let_in = client.get(address).status_code == 200

    assert is_let_in == (role in MAY[what])


@pytest.mark.parametrize("name", ["translate", "hold", "release", "withdraw"])
@pytest.mark.parametrize("role", [REPORTER, REVIEWER, OPERATOR])
def test_a_button_pressed_without_permission_does_nothing(role, name, client_of):
    """
    The page that asks is not what protects a version: posting is refused as well.
    """
    version = make_version(make_article())

    client_of(role).post(
        reverse("desk:act", args=[version.pk, name]), {"reason": "iseng"}
    )

    version.refresh_from_db()
    assert version.state == State.LIVE
    assert version.article.versions.count() == 1


def test_nobody_gets_in_without_an_account(client, newsroom):
    """
    A stranger is asked to log in.
    """
    version = make_version(make_article())

    for name, args in [("version", [version.pk]), ("panel", [version.article_id])]:
        answer = client.get(reverse(f"desk:{name}", args=args))

        assert answer.status_code == 302
        assert answer.url.startswith(reverse("wagtailadmin_login"))


def test_a_reporter_cannot_publish(reporter, newsroom):
    """
    Asking for it in the form saves a draft, and no more.
    """
    article = make_article(live=False)
    edit = reverse(f"{ARTICLES}:edit", args=[article.pk])

    page = reporter.get(edit).content.decode()

    assert 'name="action-publish"' not in page
    assert 'href="#tab-versions"' in page


@pytest.mark.django_db
class TestMaking:
    def test_making_roles_twice_keeps_what_an_operator_added(self):
        """
        Roles get what they lack, and lose nothing.
        """
        roles_make()
        group = Group.objects.get(name=REPORTER)
        extra = Permission.objects.get(codename="delete_article")
        group.permissions.add(extra)

        roles_make()

        assert extra in group.permissions.all()
        assert group.permissions.count() == len(set(ROLES[REPORTER])) + 1

    def test_a_permission_that_is_not_there_is_named(self):
        """
        Before the database is migrated, the refusal says so.
        """
        Permission.objects.filter(codename="decide_segment").delete()

        with pytest.raises(PermissionMissing, match=r"desk\.decide_segment.*migrate"):
            roles_make()

    def test_the_approval_is_made_once(self):
        """
        One command sets up roles and approval, and can be run again.
        """
        set_up()
        made = approval_make()

        assert WorkflowContentType.objects.get().workflow == made
        groups = made.tasks.get().specific.groups.values_list("name", flat=True)
        assert set(groups) == {EDITOR, CHIEF}
