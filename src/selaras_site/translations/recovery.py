"""
What becomes of versions whose making failed, or whose worker never came back.
"""

from datetime import timedelta

import structlog
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from selaras.errors import EngineError, SelarasError
from selaras_site.translations import tasks
from selaras_site.translations.claims import ABANDONED, ATTEMPTS, WAITING, Claim
from selaras_site.translations.models import State, Version

log = structlog.get_logger(__name__)

PATIENCE = timedelta(hours=6)
"""
How long an engine may be away before a person must look.
"""

LONGEST_WAIT = 300.0
"""
Seconds between two tries, at most.
"""


@transaction.atomic
def give_back(claim: Claim, error: Exception) -> None:
    """
    Let versions wait for another try, or hold them with the reason.
    """
    ours = Version.objects.filter(claim=claim.number, state=State.TRANSLATING)
    first = ours.order_by("created_at").first()
    if first is None:
        return
    attempts = max(ours.values_list("attempts", flat=True))
    again = may_try_again(error, attempts, timezone.now() - first.created_at)
    log.warning("translation failed", error=repr(error), again=again)
    if not again:
        ours.update(
            state=State.HELD, claim=None, leased_until=None, reason=reason_of(error)
        )
        return
    later = timezone.now() + timedelta(seconds=min(2.0**attempts, LONGEST_WAIT))
    ours.update(
        state=State.PENDING, claim=None, leased_until=later, reason=reason_of(error)
    )
    tasks.translate_snapshot.using(run_after=later).enqueue(first.snapshot_id)


def may_try_again(error: Exception, attempts: int, waited: timedelta) -> bool:
    """
    Whether a failure may pass.

    An engine that is away may come back, for hours; what we do not know is tried a few
    times; a refusal is final.
    """
    if isinstance(error, EngineError):
        return error.retryable and waited < PATIENCE
    return not isinstance(error, SelarasError) and attempts < ATTEMPTS


def reason_of(error: Exception) -> str:
    """
    A failure in words for the newsroom.
    """
    if isinstance(error, SelarasError):
        return str(error)
    return _("Something unexpected: %(error)s. The log says more.") % {
        "error": type(error).__name__
    }


def sweep() -> int:
    """
    Order again what waits and has no task, or whose worker is gone; how many snapshots.
    """
    long_ago = timezone.now() - timedelta(seconds=5)
    lost = (
        Version.objects.filter(WAITING | ABANDONED, leased_until__lt=long_ago)
        .values_list("snapshot_id", flat=True)
        .distinct()
    )
    snapshots = sorted(set(lost) - ordered_snapshots()) if lost else []
    for snapshot_id in snapshots:
        log.info("translation ordered again", snapshot=snapshot_id)
        tasks.translate_snapshot.enqueue(snapshot_id)
    return len(snapshots)


def ordered_snapshots() -> set[int]:
    """
    The snapshots whose translation is in the queue already.
    """
    path = tasks.translate_snapshot.module_path
    waiting = DBTaskResult.objects.filter(task_path=path, status=TaskResultStatus.READY)
    arguments = waiting.values_list("args_kwargs", flat=True)
    return {int(part["args"][0]) for part in arguments if part["args"]}
