"""
One look at a source: claim it, gather, take in, and write down how it went.

A worker claims a source with a number of its own and a lease that it renews while it
works, so that two never take in the same source at once. The marks for the next look
are kept only when everything was taken in: a worker that is killed loses nothing.
"""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic

import structlog
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from selaras_site.ingest.errors import (
    ClaimLost,
    IngestError,
    SourceUnreadable,
    StatusUnexpected,
)
from selaras_site.ingest.gathering import (
    Gathered,
    fetcher_for,
    gather_address,
    gather_path,
    is_web,
    posts_address,
)
from selaras_site.ingest.models import Refusal, Run, Source
from selaras_site.ingest.pictures import MAX_PICTURE
from selaras_site.ingest.reporting import Kind, Outcome, Report
from selaras_site.ingest.services import harvest_take

log = structlog.get_logger(__name__)

LEASE = timedelta(minutes=5)
"""
How long a claim holds without being renewed: longer than any one step may take.
"""

OVERLAP = timedelta(days=2)
"""
How far behind the last look WordPress is asked for changes: its clock may be local.
"""

GONE = 410
STOPPED = "It was stopped before it ended. What it had taken in is kept."
NOTES = {
    Kind.REFUSED: Refusal.Kind.ARTICLE,
    Kind.PICTURE: Refusal.Kind.PICTURE,
    Kind.OFFERED: Refusal.Kind.OFFERED,
}


@dataclass(slots=True)
class Claim:
    """
    The right to take in from a source, and until when.
    """

    source: Source
    number: uuid.UUID = field(default_factory=uuid.uuid4)
    renewed: float = field(default_factory=monotonic)

    def renew(self, *_progress: object) -> None:
        """
        Keep the lease; asked often, writes seldom.
        """
        if monotonic() - self.renewed < LEASE.total_seconds() / 5:
            return
        kept = Source.objects.filter(pk=self.source.pk, claim=self.number).update(
            leased_until=timezone.now() + LEASE
        )
        if not kept:
            raise ClaimLost("Another worker has taken this source over.")
        self.renewed = monotonic()


def source_run(*, source_id: int) -> Run | None:
    """
    Take in what a source has; None where another worker is at it, or it is gone.

    What goes wrong with the source is written down, not raised.
    """
    claim = claim_source(source_id)
    if claim is None:
        return None
    run = run_begin(name=claim.source.name, source=claim.source)
    report = Report()
    try:
        gathered = gather(claim)
        if not gathered.is_unchanged:
            take(claim, gathered, report)
    except IngestError as error:
        fail(claim, run, report, error)
    except Exception as error:
        fail(claim, run, report, error)
        raise
    else:
        succeed(claim, run, report, gathered)
    return run


def claim_source(source_id: int) -> Claim | None:
    """
    Take a source that nobody is at.
    """
    claim = Claim(source=Source(pk=source_id))
    now = timezone.now()
    free = Q(leased_until=None) | Q(leased_until__lt=now)
    # A condition of the update: another worker may claim between a read and a write.
    if not Source.objects.filter(free, pk=source_id).update(
        claim=claim.number, leased_until=now + LEASE
    ):
        return None
    claim.source = Source.objects.select_related("section").get(pk=source_id)
    return claim


@transaction.atomic
def run_begin(*, name: str, source: Source | None) -> Run:
    """
    Write down that it begins, and that what has no end was stopped.
    """
    Run.objects.filter(name=name, finished_at=None).update(
        finished_at=timezone.now(), error=STOPPED
    )
    return Run.objects.create(source=source, name=name)


def gather(claim: Claim) -> Gathered:
    """
    What the source has now.
    """
    source = claim.source
    if not is_web(source.address):
        return gather_inside(source)
    with fetcher_for(source.address, allow_private=source.allow_private) as fetcher:
        return gather_address(
            address_of(source), fetcher, tell=claim.renew, **source.marks
        )


def gather_inside(source: Source) -> Gathered:
    """
    Read a file or folder, if it is still where files may be read from.

    A link may have been put there since the source was saved.
    """
    if not source.is_inside:
        raise SourceUnreadable(
            "A path inside the folder for what comes in was expected, but got "
            f"{source.address!r:.200}."
        )
    return gather_path(source.path)


def address_of(source: Source) -> str:
    """
    The address to ask: of WordPress, the posts that changed since the last good look.
    """
    if source.kind != Source.Kind.WORDPRESS:
        return source.address
    good = source.runs.filter(error="", finished_at__isnull=False).first()
    since = good.started_at - OVERLAP if good and not source.failures else None
    return posts_address(source.address, since=since)


def take(claim: Claim, gathered: Gathered, report: Report) -> None:
    """
    Take in what was gathered.
    """
    source = claim.source
    with fetcher_for(
        source.address, allow_private=source.allow_private, max_bytes=MAX_PICTURE
    ) as fetcher:
        for harvest in gathered.parts:
            harvest_take(
                name=source.name,
                section=source.section,
                rule=source.rule,
                byline=source.byline,
                harvest=harvest,
                fetcher=fetcher,
                report=report,
                tell=claim.renew,
            )


@transaction.atomic
def succeed(claim: Claim, run: Run, report: Report, gathered: Gathered) -> None:
    """
    Write down a look that went well, and when the next one is.
    """
    source = claim.source
    if not gathered.is_unchanged:
        source.etag = gathered.etag[:500] if report.is_whole else ""
        source.last_modified = gathered.last_modified[:100] if report.is_whole else ""
        source.marked_address = source.address
    source.failures = 0
    run_end(run=run, report=report)
    give_back(claim, next_at=timezone.now() + source.pause)


@transaction.atomic
def fail(claim: Claim, run: Run, report: Report, error: Exception) -> None:
    """
    Write down a look that failed, and wait longer for the next one.
    """
    source = claim.source
    log.warning("source failed", source=source.name, error=str(error))
    source.failures += 1
    pause = source.pause
    if isinstance(error, StatusUnexpected):
        source.is_active = source.is_active and error.status != GONE
        pause = max(pause, timedelta(seconds=min(error.after or 0, 7 * 86_400)))
    said = str(error) if isinstance(error, IngestError) else f"{error!r:.500}"
    run_end(run=run, report=report, error=said)
    give_back(claim, next_at=timezone.now() + pause)


def give_back(claim: Claim, *, next_at: datetime) -> None:
    """
    End a claim; one that was lost changes nothing.
    """
    source = claim.source
    Source.objects.filter(pk=source.pk, claim=claim.number).update(
        claim=None,
        leased_until=None,
        next_at=next_at,
        last_run_at=timezone.now(),
        failures=source.failures,
        is_active=source.is_active,
        etag=source.etag,
        last_modified=source.last_modified,
        marked_address=source.marked_address,
    )


@transaction.atomic
def run_end(*, run: Run, report: Report, error: str = "") -> None:
    """
    Write down how a look went, with everything that has to be told.
    """
    counted = ("new", "updated", "unchanged", "withdrawn", "offered", "refused")
    for name in counted:
        setattr(run, name, report.counts[Kind(name)])
    run.finished_at, run.error = timezone.now(), error
    run.save()
    Refusal.objects.bulk_create(
        (refusal_of(run, outcome) for outcome in report.told), batch_size=500
    )


def refusal_of(run: Run, outcome: Outcome) -> Refusal:
    """
    What has to be told of one of them.
    """
    return Refusal(
        run=run,
        kind=NOTES[outcome.kind],
        article_id=outcome.article_id,
        where=outcome.where[:1000],
        external_id=outcome.external_id[:1000],
        title=outcome.title[:1000],
        reason=outcome.reason,
    )
