"""
How the newsroom's versions fare: the panel of the admin's home.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, QuerySet, When
from django.forms import Media
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult
from wagtail.admin.ui.components import Component

from selaras.fidelity import Severity
from selaras.languages import LANGUAGES, TARGETS, Language
from selaras_site.articles.models import Article
from selaras_site.articles.states import with_states
from selaras_site.desk.models import HOLD
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.selectors import LOOKS, with_standing
from selaras_site.translations.drafts import PERSON
from selaras_site.translations.models import PUBLIC, Finding, State, Version
from selaras_site.translations.sampling import halts


class NewsroomPanel(Component):
    """
    Counts, the newest articles, what waits for a person, what failed, how long it took.

    More is on the page of figures: this panel stands on everybody's first page.
    """

    name = "newsroom"
    template_name = "desk/dashboard.html"
    order = 50

    @property
    def media(self) -> Media:
        """
        What makes the badges small and new.
        """
        return MEDIA + Media(css={"all": ["desk/figures.css"]})

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """
        Everything, in a fixed number of queries.
        """
        user = parent_context["request"].user
        return {
            "request": parent_context["request"],
            "may_change": user.has_perm("articles.change_article"),
            "may_add": user.has_perm("articles.add_article"),
            "may_hold": user.has_perm(HOLD),
            "halts": halts(),
            "states": SHOWN_STATES,
            "counts": counts(),
            "articles": newest_articles(),
            "queues": queues(),
            "failed": failed_tasks()[:5],
            "failed_many": failed_tasks().count(),
            "delays": delays(),
        }


SHOWN_STATES = [(state, state.label, look) for state, look in LOOKS.items()]


@dataclass(frozen=True, slots=True)
class Counts:
    """
    How many versions of a language are in each state, in the order of the table.
    """

    language: Language
    numbers: Sequence[int]


def counts() -> list[Counts]:
    """
    The table of states and languages.
    """
    rows = (
        Version.objects.exclude(state=State.REPLACED)
        .values_list("language", "state")
        .annotate(many=Count("pk"))
        .order_by()
    )
    many = {(language, state): number for language, state, number in rows}
    return [
        Counts(LANGUAGES[tag], [many.get((tag, state), 0) for state in LOOKS])
        for tag in TARGETS
    ]


def newest_articles(most: int = 10) -> list[Article]:
    """
    The articles that were written last, each with its versions.
    """
    rows = with_states(Article.objects.defer("body").order_by("-pk"))
    return list(with_standing(rows)[:most])


RECENT = timedelta(days=14)
"""
How long a version that is live stays in its queue: what is older has been read.
"""


@dataclass(frozen=True, slots=True)
class Queue:
    """
    Versions that somebody should look at, the worst first.
    """

    heading: str | Promise
    versions: Sequence[Version]


def queues() -> list[Queue]:
    """
    What no reader sees before somebody has looked, and what is live with findings.
    """
    return [
        Queue(_("Waiting for a person"), worst_first(held_versions())),
        Queue(_("Live, with findings"), worst_first(versions_with_findings())),
    ]


def worst_first(versions: QuerySet[Version], most: int = 10) -> list[Version]:
    """
    The versions in which the most bad sentences are to be expected.

    What was never finished comes first: nobody can expect anything of that.
    """
    rows = versions.select_related("article").defer("search_text", "article__body")
    return list(
        rows.order_by(
            Case(When(made_at__isnull=True, then=0), default=1),
            "-expected_bad",
            "pk",
        )[:most]
    )


def held_versions() -> QuerySet[Version]:
    """
    What waits for a person.
    """
    return Version.objects.filter(state=State.HELD)


def versions_with_findings() -> QuerySet[Version]:
    """
    What readers see of the last days although a check has a question, unanswered.
    """
    recently = timezone.now() - RECENT
    open_findings = Finding.objects.filter(
        segment__version=OuterRef("pk"),
        severity=Severity.REVIEW,
    ).exclude(segment__provenance__engine=PERSON.engine)
    return Version.objects.filter(
        Exists(open_findings), state__in=PUBLIC, live_at__gte=recently
    )


def failed_tasks() -> QuerySet[DBTaskResult[Any, Any]]:
    """
    Work that broke, newest first.
    """
    return DBTaskResult.objects.failed().order_by("-finished_at")


@dataclass(frozen=True, slots=True)
class Delays:
    """
    How long readers waited for a version, over the last ones.
    """

    many: int
    half: timedelta
    most: timedelta


def delays(last: int = 100) -> Delays | None:
    """
    The median and the 95th percentile; nothing before there is a version.

    Only what the machine let live by itself: a person's pause is no delay of ours.
    """
    rows = (
        Version.objects.filter(live_at=F("made_at"), afresh=False)
        .order_by("-live_at")
        .values_list("live_at", "snapshot__made_at")[:last]
    )
    waited = sorted(live - published for live, published in rows if live)
    if not waited:
        return None
    return Delays(len(waited), percentile(waited, 50), percentile(waited, 95))


def percentile(ordered: Sequence[timedelta], percent: int) -> timedelta:
    """
    The smallest value that so many per cent do not exceed (nearest rank).

    >>> percentile([timedelta(seconds=s) for s in (1, 2, 3, 4)], 50).seconds
    2
    """
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]
