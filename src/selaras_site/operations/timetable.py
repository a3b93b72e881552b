"""
What Wagtail has scheduled for a time that has come: published, and taken down.

Wagtail's own command ends at the first article that fails, and two workers that run it
at once publish twice. Here each article is a transaction of its own, whose row belongs
to one worker while it lasts.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog
from django.db import models, transaction
from django.utils import timezone
from wagtail.models import Revision

from selaras_site.articles.models import Article

log = structlog.get_logger(__name__)

AGAIN_AFTER = timedelta(minutes=1)
"""
When something that failed is tried again: not every few seconds.
"""

Rows = models.QuerySet[Any]
Step = tuple[str, Callable[[], Rows], Callable[[Any], None]]


@dataclass(slots=True)
class Timetable:
    """
    Keeps to the schedule; ``failed`` has until when each that failed is left alone.
    """

    failed: dict[tuple[str, int], datetime] = field(default_factory=dict)

    def keep(self) -> int:
        """
        Take down, then publish, what is due; how many.
        """
        now = timezone.now()
        self.failed = {one: until for one, until in self.failed.items() if until > now}
        return sum(self.step(step, key) for step in STEPS for key in keys_of(step))

    def step(self, step: Step, key: int) -> bool:
        """
        Do one thing, and remember it if it failed: the others must not wait for it.
        """
        name, due, act = step
        if (name, key) in self.failed:
            return False
        try:
            return done_once(due(), key, act)
        except Exception:
            self.failed[name, key] = timezone.now() + AGAIN_AFTER
            log.exception("schedule_not_kept", step=name, row=key)
            return False


def keys_of(step: Step) -> list[int]:
    """
    The rows that are due for a step, the longest due first.
    """
    _, due, _ = step
    return list(due().values_list("pk", flat=True))


@transaction.atomic
def done_once(due: Rows, key: int, act: Callable[[Any], None]) -> bool:
    """
    Do something with a row, unless another worker does or did it.
    """
    # Asked again within the transaction: the row must still be due. On SQLite, which
    # knows no locks of rows, the transaction itself is the lock.
    row = due.select_for_update(skip_locked=True, of=("self",)).filter(pk=key).first()
    if row is not None:
        act(row)
    return row is not None


def expired() -> Rows:
    """
    Articles whose time is over.
    """
    over: Rows = Article.objects.filter(live=True, expire_at__lt=timezone.now())
    return over.order_by("expire_at")


def take_down(article: Article) -> None:
    """
    Take an article down as expired.
    """
    article.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")


def approved() -> Rows:
    """
    Revisions whose time has come.
    """
    come: Rows = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    return come.order_by("approved_go_live_at")


def publish(revision: Revision) -> None:
    """
    Publish a revision.
    """
    revision.publish(log_action="wagtail.publish.scheduled")


STEPS: tuple[Step, ...] = (
    ("take down", expired, take_down),
    ("publish", approved, publish),
)
