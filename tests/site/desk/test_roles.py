"""
Who may do what: every role against every action, through the admin's own addresses.

``MATRIX`` has a row for each address of the desk; one without a row fails a test here,
so that nobody adds a page without saying who may see it.
"""

from dataclasses import dataclass
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import ModelLogEntry, WorkflowContentType

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
from selaras_site.desk.actions import ACTIONS
from selaras_site.desk.approval import approval_make
from selaras_site.desk.bench import seen_of
from selaras_site.operations.setting_up import set_up
from selaras_site.translations import queueing
from selaras_site.translations.figures import FIGURES
from selaras_site.translations.models import (
    Candidate,
    Decision,
    Halt,
    Reading,
    State,
    Term,
    Trial,
)

from .factories import (
    make_article,
    make_decision,
    make_report,
    make_segment,
    make_user,
    make_version,
)

ARTICLES = "wagtailsnippets_articles_article"
SECTIONS = "wagtailsnippets_articles_section"
REPORTS = "wagtailsnippets_translations_report"

ENGLISH, JAPANESE = f"{REVIEWER} (en)", f"{REVIEWER} (ja)"
PEOPLE = (*ROLES, ENGLISH, JAPANESE)

SEE = frozenset(PEOPLE)
WRITE = frozenset({REPORTER, EDITOR, CHIEF})
DECIDE_SOMEWHERE = frozenset({EDITOR, REVIEWER, CHIEF, ENGLISH, JAPANESE})
DECIDE = DECIDE_SOMEWHERE - {JAPANESE}
"""
Who decides about English sentences: what the rows of these tests are.
"""

HOLD = frozenset({EDITOR, CHIEF})
EXCHANGE = TRY = frozenset({CHIEF, OPERATOR})
NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """
    Whose number an address ends in, and who may get it and send to it.

    ``is_there`` is false where what it is about is not in the database of these tests:
    who is let in finds nothing.
    """

    of: str = ""
    get: frozenset[str] = NOBODY
    post: frozenset[str] = NOBODY
    more: tuple[str, ...] = ()
    is_there: bool = True


MATRIX = {
    # Versions and their sentences.
    "act": Row("version", get=HOLD, post=HOLD, more=("hold",)),
    "badges": Row("article", get=SEE),
    "panel": Row("article", get=SEE),
    "version": Row("version", get=SEE),
    # Who is bound to another language is let in here and refused by the service.
    "decide": Row("version", post=DECIDE_SOMEWHERE, more=("segment",)),
    "facts": Row("article", get=WRITE, post=WRITE),
    "facts_panel": Row("article", get=WRITE),
    # The queue and the bench.
    "queue": Row(get=SEE, post=SEE),
    "next": Row(get=DECIDE_SOMEWHERE),
    "edit": Row("segment", get=DECIDE),
    "settle": Row("segment", post=DECIDE),
    "take_back": Row("segment", post=DECIDE),
    "check": Row("segment", post=DECIDE),
    "keep_draft": Row("segment", post=DECIDE),
    "keep_seat": Row("segment", post=DECIDE),
    # Evidence.
    "certificate": Row("version", get=SEE),
    "certificate_file": Row("version", get=SEE),
    "review": Row("version", get=DECIDE, post=DECIDE),
    "review_read": Row("version", post=DECIDE),
    # What a correction is worth elsewhere.
    "candidate": Row("candidate", get=DECIDE_SOMEWHERE, post=DECIDE),
    "candidates": Row(get=DECIDE_SOMEWHERE),
    "elsewhere_of": Row("segment", get=DECIDE),
    "same_elsewhere": Row("decision", get=DECIDE_SOMEWHERE, post=DECIDE),
    # Readers' reports.
    "reports_of": Row("segment", get=DECIDE),
    "ticket": Row("report", get=DECIDE_SOMEWHERE, post=DECIDE),
    "tickets": Row(get=DECIDE_SOMEWHERE),
    # Terms and the memory.
    "terms": Row(get=SEE),
    "term": Row("term", get=SEE, post=DECIDE_SOMEWHERE),
    "term_new": Row(get=DECIDE_SOMEWHERE, post=DECIDE_SOMEWHERE),
    "term_uses": Row("term", get=SEE),
    "term_check": Row("term", post=DECIDE_SOMEWHERE),
    "term_delete": Row("term", get=DECIDE_SOMEWHERE, post=DECIDE_SOMEWHERE),
    "terms_bring": Row(get=EXCHANGE, post=EXCHANGE),
    "terms_file": Row(get=EXCHANGE, more=("csv",)),
    "memory": Row(get=SEE),
    "memory_entry": Row(
        get=DECIDE_SOMEWHERE, post=DECIDE_SOMEWHERE, more=("1",), is_there=False
    ),
    "memory_forget": Row(get=EXCHANGE, post=EXCHANGE, more=("1",), is_there=False),
    # Files of other tools.
    "exchange": Row(get=EXCHANGE),
    "exchange_send": Row("version", get=EXCHANGE),
    "exchange_send_memory": Row(get=EXCHANGE),
    "exchange_bring": Row(post=EXCHANGE),
    "exchange_memory": Row(get=EXCHANGE, post=EXCHANGE),
    "exchange_bring_work": Row(post=EXCHANGE & DECIDE),
    "exchange_work": Row(get=EXCHANGE & DECIDE, post=EXCHANGE & DECIDE),
    # Engines and figures.
    "arena": Row(get=SEE, post=TRY),
    "trial": Row("trial", get=SEE),
    "trial_progress": Row("trial", get=SEE),
    "trial_serve": Row("trial", post=TRY),
    "trial_vote": Row("trial", get=DECIDE, post=DECIDE),
    "route_undo": Row(post=TRY, more=("en",), is_there=False),
    "halt_lift": Row("halt", get=HOLD, post=HOLD),
    "figures": Row(get=SEE),
    "figure_csv": Row(get=SEE, more=(next(iter(FIGURES)),)),
}

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


@pytest.fixture
def rows(newsroom):
    """
    Something English that each address can be about.
    """
    article = make_article()
    version = make_version(article)
    segment = make_segment(version)
    by = make_user(CHIEF)
    return SimpleNamespace(
        article=article,
        version=version,
        segment=segment,
        report=make_report(version),
        decision=make_decision(segment, by),
        candidate=Candidate.objects.create(
            kind=Candidate.Kind.values[0], language="en", before="a", after="b"
        ),
        term=Term.objects.create(source="gempa"),
        trial=Trial.objects.create(language="en", engines=["local", "other"]),
        halt=Halt.objects.create(
            language="en", reason="too bad", quality=0.2, floor=0.5, sampled=30
        ),
    )


def address_of(name, row, rows):
    more = [getattr(rows, one).pk if hasattr(rows, one) else one for one in row.more]
    first = [getattr(rows, row.of).pk] if row.of else []
    return reverse(f"desk:{name}", args=[*first, *more])


def names_of_the_desk(patterns, *, is_inside=False):
    """
    Every name in the namespace of the desk, wherever it hangs.
    """
    for one in patterns:
        if isinstance(one, URLResolver):
            here = is_inside or one.namespace == "desk"
            yield from names_of_the_desk(one.url_patterns, is_inside=here)
        elif is_inside:
            assert isinstance(one, URLPattern)
            yield one.name


def is_refused(answer):
    """
    Whether somebody was sent away: to the first page with a word of why.
    """
    if answer.status_code == 302:
        return answer.url == reverse("wagtailadmin_home")
    return answer.status_code in {403, 405}


def test_every_address_of_the_desk_is_in_the_matrix():
    """
    Nobody adds a page without saying who may see it.
    """
    assert set(names_of_the_desk(get_resolver().url_patterns)) == set(MATRIX)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", PEOPLE)
def test_a_role_gets_where_it_may_and_nowhere_else(role, method, rows, client_of):
    """
    Each address of the desk, got and sent to, by each role; an empty form is no error.
    """
    client = client_of(role)
    wrong = {}
    for name, row in MATRIX.items():
        with transaction.atomic():
            answer = getattr(client, method)(address_of(name, row, rows))
            transaction.set_rollback(True)

        is_let_in = not is_refused(answer)
        may = role in getattr(row, method)
        is_missing = is_let_in and answer.status_code == 404
        if is_let_in != may or (is_missing and row.is_there):
            wrong[name] = answer.status_code

    assert not wrong


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_gets_nowhere(method, rows, client):
    """
    Whoever has no account is asked to log in, at every address.
    """
    for name, row in MATRIX.items():
        answer = getattr(client, method)(address_of(name, row, rows))

        assert answer.status_code == 302, name
        assert answer.url.startswith(reverse("wagtailadmin_login")), name
    assert Decision.objects.count() == 1


class TestLog:
    """
    What somebody did stands in the history of the article, with their name.
    """

    def logged(self, action):
        entry = ModelLogEntry.objects.get(action=action)
        assert entry.user is not None
        assert entry.message
        return entry

    @pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
    def test_of_what_is_done_to_a_version(self, action, newsroom, chief):
        version = make_version(make_article(), state=action.states[0])
        address = reverse("desk:act", args=[version.pk, action.name])

        chief.post(address, {"reason": "as asked"})

        entry = self.logged(f"selaras.version.{action.name}")
        assert entry.data["language"] == "en"

    def test_of_a_review(self, rows, chief):
        Reading.objects.create(
            segment=rows.segment, by=rows.decision.made_by, seconds=9
        )
        rows.report.delete()
        client_user = rows.decision.made_by
        chief.force_login(client_user)

        address = reverse("desk:review", args=[rows.version.pk])
        chief.post(address, {"statement": "yes"})

        assert self.logged("selaras.version.reviewed").user == client_user

    def test_of_a_review_that_another_ended(self, rows, chief):
        self.test_of_a_review(rows, chief)
        chief.force_login(make_user(CHIEF))

        self.settle(chief, rows.segment, "edited", "Another 27.")

        assert self.logged("selaras.version.unreviewed").user is not None

    @pytest.mark.parametrize("kind", ["accepted", "edited", "rejected"])
    @pytest.mark.parametrize("way", ["settle", "decide"])
    def test_of_a_decision(self, kind, way, rows, reviewer):
        if way == "settle":
            self.settle(reviewer, rows.segment, kind, self.text(kind, rows.segment))
        else:
            form = {
                "kind": kind,
                "text": self.text(kind, rows.segment),
                "seen": rows.segment.text,
            }
            numbers = [rows.version.pk, rows.segment.pk]
            reviewer.post(reverse("desk:decide", args=numbers), form)

        entry = self.logged(f"selaras.sentence.{kind}")
        assert entry.object_id == str(rows.article.pk)
        assert rows.segment.source in entry.message

    def test_of_what_is_taken_back(self, rows, reviewer):
        self.settle(reviewer, rows.segment, "edited", "Another 27.")
        reviewer.post(reverse("desk:take_back", args=[rows.segment.pk]))
        self.logged("selaras.sentence.reopened")

    def text(self, kind, segment):
        return "Another 27." if kind == "edited" else segment.text

    def settle(self, client, segment, kind, text):
        data = {"kind": kind, "text": text, "seen": seen_of(segment)}
        client.post(reverse("desk:settle", args=[segment.pk]), data)


def test_who_is_bound_to_a_language_sees_that_queue(rows, client_of):
    """
    A reviewer of Japanese is led to no English sentence.
    """
    rows.report.segment = rows.segment
    rows.report.save()
    queueing.queue_fill(rows.article.pk)

    english = client_of(ENGLISH).get(reverse("desk:next"))
    japanese = client_of(JAPANESE).get(reverse("desk:next"))

    assert english.url.startswith(reverse("desk:edit", args=[rows.segment.pk]))
    assert japanese.url.startswith(reverse("desk:queue"))


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

        bound = Group.objects.get(name=JAPANESE).permissions
        assert bound.count() == len(set(ROLES[REVIEWER]))

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
