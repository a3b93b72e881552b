"""
When sources are looked at.
"""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from selaras_site.ingest import tasks
from selaras_site.ingest.models import Refusal, Run, Source

KEPT = timedelta(days=30)
"""
How long it is known how a look went.
"""


def due_sources() -> QuerySet[Source]:
    """
    The sources whose time has come, and that nobody is at.
    """
    now = timezone.now()
    free = Q(leased_until=None) | Q(leased_until__lt=now)
    return Source.objects.filter(free, is_active=True, next_at__lte=now)


def order_due() -> int:
    """
    Order a look at each source whose time has come; how many were ordered.
    """
    return sum(order(source) for source in due_sources())


@transaction.atomic
def order(source: Source) -> bool:
    """
    Order a look, unless another worker has just done so.

    The time of the next look is moved first: the task may wait in the queue for long.
    """
    later = timezone.now() + source.pause
    is_first = Source.objects.filter(pk=source.pk, next_at=source.next_at).update(
        next_at=later
    )
    if is_first:
        tasks.ingest_source.enqueue(source.pk)
    return bool(is_first)


def source_order(*, source: Source) -> None:
    """
    Order a look now, because somebody asks for it.
    """
    tasks.ingest_source.enqueue(source.pk)


def forget() -> None:
    """
    Remove what is known of looks of long ago.
    """
    before = timezone.now() - KEPT
    Refusal.objects.filter(run__started_at__lt=before).delete()
    Run.objects.filter(started_at__lt=before).delete()
