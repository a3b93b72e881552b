"""
Where articles stand, for many at once.

Wagtail asks the database twice for each article (``status_string``); a list knows.
"""

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Revision, WorkflowState

from selaras_site.articles.models import Article

SCHEDULED = "scheduled_revisions"
IN_APPROVAL = "active_workflow_states"


def with_states(articles: QuerySet[Article]) -> QuerySet[Article]:
    """
    Articles that know where they stand, for ``state_of``.
    """
    scheduled = Revision.objects.filter(approved_go_live_at__isnull=False)
    return articles.prefetch_related(
        Prefetch("revisions", queryset=scheduled.defer("content"), to_attr=SCHEDULED),
        Prefetch(
            "workflow_states",
            queryset=WorkflowState.objects.active(),
            to_attr=IN_APPROVAL,
        ),
    )


def state_of(article: Article) -> str:
    """
    Where an article stands, in a few words.
    """
    if article.live:
        return live_state(article)
    if article.expired:
        return _("expired")
    if getattr(article, SCHEDULED):
        return _("scheduled")
    return _("in approval") if getattr(article, IN_APPROVAL) else _("draft")


def live_state(article: Article) -> str:
    """
    What is coming for an article that readers see.
    """
    if getattr(article, SCHEDULED):
        return _("live, a change is scheduled")
    if getattr(article, IN_APPROVAL):
        return _("live, a change is in approval")
    return _("live, with a draft") if article.has_unpublished_changes else _("live")
