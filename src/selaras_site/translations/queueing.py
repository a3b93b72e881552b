"""
The desk's queue: which sentences wait for a person, and which come first.

Urgency is risk × readership × age. *Risk* is the probability that the sentence is bad,
at least what its cause says. *Readership* counts readers of the article in the language
over the last days; a headline is read by more than the end of a text. *Age* halves it
every two days: nobody reads old news, but what is in the queue never falls out of it.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from math import log2

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from selaras.fidelity import Severity
from selaras.text.scripts import has_letter
from selaras_site.translations.decisions import Place, counting
from selaras_site.translations.drafts import risk_of_row
from selaras_site.translations.locking import lock_article
from selaras_site.translations.models import (
    PUBLIC,
    Decision,
    QueueEntry,
    Readership,
    Report,
    Segment,
    State,
    Version,
)

Cause = QueueEntry.Cause

STANDING = (*PUBLIC, State.HELD)
"""
The states of versions whose sentences are worth a person's time.
"""

RISKY = 0.5
"""
A sentence waits for a person from this risk on, although no check found anything.
"""

LEAST_RISK: Mapping[str, float] = {
    Cause.REPORTED: 1.0,
    Cause.FAILED: 0.9,
    Cause.FOUND: 0.5,
    Cause.RISKY: 0.0,
}
"""
How likely a sentence is to need a person, by why it waits, whatever the score says.
"""

READ_MORE: Mapping[str, float] = {"headline": 3.0, "summary": 2.0}
"""
How many more read a part of an article than its text: lists show nothing else.
"""

HALF_LIFE = timedelta(days=2)
READERS_OF = timedelta(days=7)
CHUNK = 500


@transaction.atomic
def queue_fill(article_id: int) -> int:
    """
    Make the queue's rows of an article again; how many wait.

    May be done twice, and at any time: rows are made of what is there.
    """
    lock_article(article_id)
    QueueEntry.objects.filter(version__article=article_id).delete()
    versions = list(
        Version.objects.filter(article=article_id, state__in=STANDING)
        .select_related("article")
        .defer("search_text", "article__body")
    )
    decided = counting(Decision.objects.filter(article=article_id).order_by("pk"))
    entries = [
        entry for version in versions for entry in entries_of(version, decided.keys())
    ]
    QueueEntry.objects.bulk_create(entries, batch_size=CHUNK)
    return len(entries)


def entries_of(version: Version, decided: Iterable[Place]) -> Iterable[QueueEntry]:
    """
    The rows of a version: its sentences that nobody decided about and somebody should.
    """
    settled = {key for language, key in decided if language == version.language}
    reported = reported_keys(version)
    views = views_of(version.article_id).get(version.language, 0)
    now = timezone.now()
    for row in version.segments.prefetch_related("findings"):
        cause = cause_of(row, is_reported=row.source_key in reported)
        if cause is None or (row.source_key in settled and cause != Cause.REPORTED):
            continue
        since = version.made_at or now
        risk = max(LEAST_RISK[cause], risk_of_row(row))
        yield QueueEntry(
            segment=row,
            version=version,
            language=version.language,
            section_id=version.article.section_id,
            cause=cause,
            risk=risk,
            urgency=urgency(risk, views, now - since, row.path),
            since=since,
        )


def cause_of(row: Segment, *, is_reported: bool) -> QueueEntry.Cause | None:
    """
    Why a sentence should be seen by a person; nothing if it need not.
    """
    if is_reported:
        return Cause.REPORTED
    if not has_letter(row.source):
        return None
    if row.shown == Segment.Shown.ORIGINAL:
        return Cause.FAILED
    worrying = (Severity.BLOCKING, Severity.REVIEW)
    if any(found.severity in worrying for found in row.findings.all()):
        return Cause.FOUND
    return Cause.RISKY if risk_of_row(row) >= RISKY else None


def reported_keys(version: Version) -> set[str]:
    """
    The sentences of a version that readers said are wrong, and nobody answered yet.
    """
    rows = Report.objects.filter(
        version__article=version.article_id,
        version__language=version.language,
        outcome=Report.Outcome.OPEN,
        segment__isnull=False,
    )
    return set(rows.values_list("segment__source_key", flat=True))


def views_of(article_id: int) -> dict[str, int]:
    """
    How often an article was read of late, by language.
    """
    since = timezone.localdate() - READERS_OF
    rows = Readership.objects.filter(article=article_id, day__gte=since)
    return dict(rows.values_list("language").annotate(Sum("views")).order_by())


def urgency(risk: float, views: int, age: timedelta, path: str) -> float:
    """
    How soon a person should look: risk × readership × age.

    >>> urgency(0.8, 0, timedelta(0), "blocks.0.text#0")
    0.8
    >>> urgency(0.8, 3, timedelta(days=2), "headline#0")
    3.6
    """
    readership = (1 + log2(1 + views)) * READ_MORE.get(path.partition("#")[0], 1.0)
    halvings = max(0.0, age / HALF_LIFE)
    return float(round(risk * readership * 0.5**halvings, 6))


def queue_tell_urgency(now: datetime | None = None) -> int:
    """
    Tell all urgencies anew, since readers came and time went by; how many changed.
    """
    now = now or timezone.now()
    rows = QueueEntry.objects.select_related("segment", "version").only(
        "risk",
        "urgency",
        "since",
        "language",
        "segment__path",
        "version__article_id",
    )
    views = all_views(now)
    changed = []
    for row in rows.iterator(chunk_size=CHUNK):
        seen = views.get((row.version.article_id, row.language), 0)
        new = urgency(row.risk, seen, now - row.since, row.segment.path)
        if new != row.urgency:
            row.urgency = new
            changed.append(row)
    QueueEntry.objects.bulk_update(changed, ["urgency"], batch_size=CHUNK)
    return len(changed)


def all_views(now: datetime) -> dict[tuple[int, str], int]:
    """
    How often every article was read of late, in every language.
    """
    since = timezone.localdate(now) - READERS_OF
    rows = (
        Readership.objects.filter(day__gte=since)
        .values_list("article", "language")
        .annotate(many=Sum("views"))
        .order_by()
    )
    return {(article, language): many for article, language, many in rows}
