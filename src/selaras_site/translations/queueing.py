"""
The desk's queue: which sentences wait for a person, and which come first.

Urgency is risk × readership × age. *Risk* is the probability that the sentence is bad,
at least what its cause says. *Readership* counts readers of the article in the language
over the last days; a headline is read by more than the end of a text. *Age* halves it
every two days: nobody reads old news, but what is in the queue never falls out of it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from math import log2

from django.db import connection, transaction
from django.db.models import Prefetch
from django.utils import timezone

from selaras.fidelity import Severity
from selaras.text.scripts import has_letter
from selaras_site.translations.decisions import Place, counting
from selaras_site.translations.locking import lock_article
from selaras_site.translations.models import (
    PUBLIC,
    Decision,
    Finding,
    QueueEntry,
    Report,
    Segment,
    State,
    Version,
)
from selaras_site.translations.readership import all_views, views_of, views_of_many
from selaras_site.translations.row_risks import doubt_of_row, risk_of_row

__all__ = [
    "STANDING",
    "all_views",
    "queue_fill",
    "queue_tell_urgency",
    "urgency",
]

Cause = QueueEntry.Cause

STANDING = (*PUBLIC, State.HELD)
"""
The states of versions whose sentences are worth a person's time.
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
CHUNK = 500
NOTICED = 0.03
"""
By which share an urgency must differ from the one that is kept to be written anew.

All that waits grows old at the same pace, so that age alone changes no order: without
this, every row would be written every few minutes, for nothing.
"""


@transaction.atomic
def queue_fill(article_id: int) -> int:
    """
    Make the queue's rows of an article again; how many wait.

    May be done twice, and at any time: rows are made of what is there. The number of
    queries does not grow with the article.
    """
    lock_article(article_id)
    QueueEntry.objects.filter(version__article=article_id).delete()
    versions = standing_versions(article_id)
    if not versions:
        return 0
    decided = counting(
        Decision.objects.filter(article=article_id)
        .only("language", "source_key", "kind")
        .order_by("pk")
    )
    reported = reported_places(article_id)
    views = views_of(article_id)
    entries = [
        entry
        for version in versions
        for entry in entries_of(
            version,
            decided=decided.keys(),
            reported=reported,
            views=views.get(version.language, 0),
        )
    ]
    QueueEntry.objects.bulk_create(entries, batch_size=CHUNK)
    return len(entries)


def standing_versions(article_id: int) -> list[Version]:
    """
    The versions that are worth a person's time, with their sentences and findings.
    """
    findings = Finding.objects.only("segment", "severity").order_by()
    sentences = (
        Segment.objects.only(
            *("version", "path", "source", "source_key", "shown", "provenance")
        )
        .order_by()
        .prefetch_related(Prefetch("findings", findings))
    )
    return list(
        Version.objects.filter(article=article_id, state__in=STANDING)
        .select_related("article")
        .only("language", "made_at", "article__section")
        .prefetch_related(Prefetch("segments", sentences))
    )


def entries_of(
    version: Version,
    *,
    decided: Collection[Place],
    reported: Collection[Place],
    views: int,
) -> Iterable[QueueEntry]:
    """
    The rows of a version: its sentences that nobody decided about and somebody should.
    """
    now = timezone.now()
    since = version.made_at or now
    for row in version.segments.all():
        place = (version.language, row.source_key)
        cause = cause_of(row, is_reported=place in reported)
        if cause is None or (place in decided and cause != Cause.REPORTED):
            continue
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
    return Cause.RISKY if doubt_of_row(row) else None


def reported_places(article_id: int) -> set[Place]:
    """
    The sentences of an article that readers said are wrong, and nobody answered yet.
    """
    rows = Report.objects.filter(
        version__article=article_id,
        outcome=Report.Outcome.OPEN,
        segment__isnull=False,
    )
    return set(rows.values_list("version__language", "segment__source_key"))


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
    # Six digits that count, not six behind the point: what is old has its order too.
    return float(f"{risk * readership * 0.5**halvings:.6g}")


def queue_tell_urgency(now: datetime | None = None) -> int:
    """
    Tell all urgencies anew, since readers came and time went by; how many changed.

    It goes through the queue in pieces, each a transaction of its own: nobody who
    decides waits for more than one, and what was told before it is killed stays told.
    """
    now = now or timezone.now()
    changed, last = 0, 0
    while rows := told_of(last):
        changed += tell(rows, now)
        last = rows[-1][0]
    return changed


Told = tuple[int, float, float, datetime, str, str, int]
"""
What is known of a row: sentence, risk, urgency, since, language, path, article.
"""


def told_of(last: int) -> Sequence[Told]:
    """
    The next rows of the queue behind a sentence.
    """
    return list(
        QueueEntry.objects.filter(segment_id__gt=last)
        .order_by("segment_id")
        .values_list(
            *("segment_id", "risk", "urgency", "since", "language"),
            *("segment__path", "version__article_id"),
        )[:CHUNK]
    )


def tell(rows: Sequence[Told], now: datetime) -> int:
    """
    Write the urgencies of some rows that differ by what can be noticed; how many.
    """
    views = views_of_many((row[-1] for row in rows), now)
    changed = []
    for segment, risk, old, since, language, path, article in rows:
        new = urgency(risk, views.get((article, language), 0), now - since, path)
        if abs(new - old) > NOTICED * old:
            changed.append((new, segment))
    if changed:
        write(changed)
    return len(changed)


@transaction.atomic
def write(changed: Sequence[tuple[float, int]]) -> None:
    """
    Write urgencies; a sentence that left the queue meanwhile does not come back.

    Django's ``bulk_update`` makes one statement with a case for each row, which takes
    many times as long.
    """
    # Rows that somebody else holds are told the next time: nobody waits for another.
    free = set(
        QueueEntry.objects.select_for_update(
            skip_locked=connection.features.has_select_for_update_skip_locked
        )
        .filter(pk__in=[segment for _urgency, segment in changed])
        .order_by("pk")
        .values_list("pk", flat=True)
    )
    table = connection.ops.quote_name(QueueEntry._meta.db_table)  # noqa: SLF001
    statement = f"UPDATE {table} SET urgency = %s WHERE segment_id = %s"  # noqa: S608 - only our own names
    with connection.cursor() as cursor:
        cursor.executemany(statement, [row for row in changed if row[1] in free])
