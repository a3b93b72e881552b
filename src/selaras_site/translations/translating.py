"""
Making versions: claim, translate, write all at once.

A version waits as PENDING. A worker claims it with a number of its own and a lease that
it renews while it works. What a worker made is written in one transaction, and only
for versions that it still holds: so a worker that was killed, was too slow, or was
overtaken by a newer revision writes nothing, and ``sweep`` finds its versions when the
lease is over.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from selaras.article import article_of_data
from selaras.errors import EngineError, SelarasError
from selaras.pipeline import Draft, Known, translate_articles
from selaras_site.translations import tasks
from selaras_site.translations.drafts import (
    description_of,
    finding_row,
    known_from,
    segment_row,
)
from selaras_site.translations.engine import current_engine
from selaras_site.translations.models import (
    PUBLIC,
    Decision,
    Finding,
    Segment,
    Snapshot,
    State,
    Version,
)

log = structlog.get_logger(__name__)

ATTEMPTS = 5
"""
Times that a version is tried before it is held for a person.
"""

WAITING = Q(state=State.PENDING)
ABANDONED = Q(state=State.TRANSLATING)

Made = list[tuple[Version, Draft]]


@dataclass(slots=True)
class Claim:
    """
    The right to write some versions, and until when.
    """

    number: uuid.UUID
    versions: Sequence[Version]
    until: float = 0.0

    def renew(self, *_progress: int) -> None:
        """
        Keep the lease while sentences get done; asked often, writes seldom.
        """
        now = timezone.now()
        if now.timestamp() > self.until - 2 * settings.SELARAS_LEASE_SECONDS / 3:
            lease = lease_from(now)
            self.until = lease.timestamp()
            Version.objects.filter(claim=self.number).update(leased_until=lease)


def translate(snapshot_id: int) -> int:
    """
    Make the versions that wait for a snapshot; how many were written.

    Nothing is lost if this stops anywhere, and nothing is done twice if it runs twice.
    """
    claim = claim_versions(snapshot_id)
    if not claim.versions:
        return 0
    snapshot = claim.versions[0].snapshot
    try:
        drafts = drafts_for(snapshot, claim)
    except EngineError as error:
        give_back(claim, error, again=error.retryable)
        return 0
    except SelarasError as error:
        give_back(claim, error, again=False)
        return 0
    return write(claim, list(zip(claim.versions, drafts, strict=True)))


@transaction.atomic
def claim_versions(snapshot_id: int) -> Claim:
    """
    Take the versions of a snapshot that wait, or whose worker is gone.
    """
    now = timezone.now()
    rows = list(
        Version.objects.select_for_update(of=("self",))
        .select_related("snapshot", "article")
        .filter(WAITING | (ABANDONED & Q(leased_until__lt=now)), snapshot=snapshot_id)
        .order_by("id")
    )
    claim = Claim(number=uuid.uuid4(), versions=rows, until=lease_from(now).timestamp())
    Version.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=State.TRANSLATING,
        claim=claim.number,
        leased_until=lease_from(now),
        attempts=F("attempts") + 1,
    )
    return claim


def drafts_for(snapshot: Snapshot, claim: Claim) -> tuple[Draft, ...]:
    """
    A draft for each claimed version, all languages in one stream to the engine.
    """
    (drafts,) = translate_articles(
        [article_of_data(snapshot.content)],
        engine=current_engine(),
        languages=[version.language for version in claim.versions],
        progress=claim.renew,
        known=known_of(claim.versions),
    )
    return drafts


def known_of(versions: Sequence[Version]) -> Known:
    """
    What may be kept: what readers see now, and what people decided.
    """
    article_id = versions[0].article_id
    kept = [version.language for version in versions if not version.afresh]
    segments = (
        Segment.objects.filter(
            version__article=article_id,
            version__language__in=kept,
            version__state__in=(*PUBLIC, State.WITHDRAWN),
        )
        .order_by("version_id")
        .select_related("version")
        .defer("version__search_text")
    )
    decisions = Decision.objects.filter(article=article_id).order_by("id")
    return known_from(((s.version.language, s) for s in segments), decisions)


@transaction.atomic
def write(claim: Claim, made: Made) -> int:
    """
    Write all versions that are still ours, at once; how many.
    """
    ours = set(
        Version.objects.select_for_update()
        .filter(claim=claim.number, state=State.TRANSLATING)
        .values_list("pk", flat=True)
    )
    made = [(version, draft) for version, draft in made if version.pk in ours]
    if not made:
        log.info("translation overtaken", claim=str(claim.number))
        return 0
    write_segments(made)
    english = english_slug(made)
    for version, draft in made:
        finish(version, draft, english)
    replace_public(version for version, _ in made if version.state == State.LIVE)
    Version.objects.bulk_update([version for version, _ in made], FINISHED)
    tasks.index_versions.enqueue(made[0][0].article_id)
    return len(made)


def write_segments(made: Made) -> None:
    """
    The sentences and findings of all versions, in bulk.
    """
    rows, findings = [], []
    for version, draft in made:
        for position, segment in enumerate(draft.segments):
            row = segment_row(version, position, segment)
            rows.append(row)
            findings += [finding_row(row, found) for found in segment.findings]
    Segment.objects.filter(version__in=[version for version, _ in made]).delete()
    Segment.objects.bulk_create(rows, batch_size=500)
    Finding.objects.bulk_create(findings, batch_size=500)


FINISHED = [
    "state",
    "reason",
    "claim",
    "leased_until",
    "headline",
    "headline_is_original",
    "summary",
    "summary_is_original",
    "slug",
    "search_text",
    "engine",
    "sentences",
    "failed_closed",
    "made_at",
    "live_at",
]


def finish(version: Version, draft: Draft, english: str) -> None:
    """
    Say of a version what it is now, and whether readers may see it.
    """
    now = timezone.now()
    for name, value in description_of(draft, english=english).items():
        setattr(version, name, value)
    version.claim = version.leased_until = None
    version.made_at = now
    version.reason = reason_to_hold(version)
    version.state = State.HELD if version.reason else State.LIVE
    version.live_at = None if version.reason else now


def reason_to_hold(version: Version) -> str:
    """
    Why a person must look before readers do; nothing if they need not.
    """
    share = version.failed_closed / max(1, version.sentences)
    if share > settings.SELARAS_HOLD_ABOVE:
        return (
            f"{version.failed_closed} of {version.sentences} sentences did not pass "
            f"the checks; more than {settings.SELARAS_HOLD_ABOVE:.0%} is too many."
        )
    return ""


def replace_public(versions: Iterable[Version]) -> None:
    """
    What readers saw until now makes place.
    """
    for_each = Q(pk__in=[])
    for version in versions:
        for_each |= Q(article=version.article_id, language=version.language)
    Version.objects.filter(for_each, state__in=PUBLIC).update(state=State.REPLACED)


def english_slug(made: Made) -> str:
    """
    The English words of the address, for scripts that have none.
    """
    article = made[0][0].article
    for version, draft in made:
        if version.language == "en":
            return str(description_of(draft, english=article.slug)["slug"])
    public = Version.objects.filter(
        article=article, language="en", state__in=PUBLIC
    ).values_list("slug", flat=True)
    return next(iter(public), article.slug)


@transaction.atomic
def give_back(claim: Claim, error: SelarasError, *, again: bool) -> None:
    """
    Let versions wait for another try, or hold them with the reason.
    """
    log.warning("translation failed", error=str(error), again=again)
    ours = Version.objects.filter(claim=claim.number, state=State.TRANSLATING)
    attempts = max(ours.values_list("attempts", flat=True), default=0)
    if again and attempts < ATTEMPTS:
        later = timezone.now() + timedelta(seconds=2.0**attempts)
        ours.update(
            state=State.PENDING, claim=None, leased_until=later, reason=str(error)
        )
        tasks.translate_snapshot.using(run_after=later).enqueue(
            claim.versions[0].snapshot_id
        )
        return
    ours.update(state=State.HELD, claim=None, leased_until=None, reason=str(error))


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
    snapshots = sorted(set(lost))
    for snapshot_id in snapshots:
        log.info("translation ordered again", snapshot=snapshot_id)
        tasks.translate_snapshot.enqueue(snapshot_id)
    return len(snapshots)


def lease_from(now: datetime) -> datetime:
    """
    Until when a claim holds that is made or renewed now.
    """
    return now + timedelta(seconds=settings.SELARAS_LEASE_SECONDS)
