"""
How the newsroom's languages fare, as tables of numbers: one query for each, or fewer.

A span narrows a table to one language; without one, there is a series for each where
that can be read.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from math import ceil

from django.db.models import Case, Count, F, Sum, Value, When
from django.db.models.functions import TruncDate
from django.utils import timezone

from selaras_site.translations.figures_scans import decided, sentences
from selaras_site.translations.figures_tables import (
    Number,
    Span,
    Table,
    by_day,
    counted,
    percent,
    stacked,
)
from selaras_site.translations.models import (
    Finding,
    QueueEntry,
    Readership,
    Version,
)


def delays(span: Span) -> Table:
    """
    Seconds from publishing to readers, by day: the median and the 95th percentile.

    Only what went live by itself: a person's pause is no delay of ours.
    """
    rows = Version.objects.filter(
        language__in=span.tags,
        live_at__gte=span.begins,
        live_at=F("made_at"),
        afresh=False,
    ).values_list("live_at", "snapshot__made_at")
    found: dict[date, list[float]] = defaultdict(list)
    for live, published in rows.order_by():
        if live is not None:
            day = timezone.localdate(live)
            found[day].append((live - published).total_seconds())
    for seconds in found.values():
        seconds.sort()
    return by_day(
        span,
        {
            "p50": {day: nearest_rank(seconds, 50) for day, seconds in found.items()},
            "p95": {day: nearest_rank(seconds, 95) for day, seconds in found.items()},
        },
        nothing=None,
    )


def nearest_rank(ordered: Sequence[float], percent: int) -> float:
    """
    The smallest value that so many per cent do not exceed.

    >>> nearest_rank([1.0, 2.0, 3.0, 4.0], 50), nearest_rank([1.0], 95)
    (2.0, 1.0)
    """
    return round(ordered[max(0, ceil(len(ordered) * percent / 100) - 1)], 2)


def queue(span: Span) -> Table:
    """
    Sentences that wait for a person, by language and how long they have waited.
    """
    now = timezone.now()
    age = Case(
        *(When(since__gt=now - most, then=Value(name)) for name, most in AGES.items()),
        default=Value(OLDER),
    )
    rows = (
        QueueEntry.objects.filter(language__in=span.tags)
        .order_by()
        .values_list("language", age)
        .annotate(many=Count("pk"))
    )
    found = counted(rows)
    return stacked([tag for tag in span.tags if tag in found], found, (*AGES, OLDER))


AGES = {
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
    "days": timedelta(days=3),
    "week": timedelta(days=7),
}
OLDER = "older"


def findings(span: Span, most: int = 10) -> Table:
    """
    What checks found in versions that were made, by check and severity: the most first.
    """
    rows = (
        Finding.objects.filter(
            segment__version__language__in=span.tags,
            segment__version__made_at__gte=span.begins,
        )
        .order_by()
        .values_list("check_name", "severity")
        .annotate(many=Count("pk"))
    )
    found = counted(rows)
    checks = sorted(found, key=lambda one: (-sum(found[one].values()), one))[:most]
    return stacked(checks, found, SEVERITIES)


SEVERITIES = ("blocking", "review", "mended")


def failed_closed(span: Span) -> Table:
    """
    The share of sentences that readers see in Indonesian, of those made on a day.
    """
    rows = (
        Version.objects.filter(language__in=span.tags, made_at__gte=span.begins)
        .order_by()
        .annotate(day=TruncDate("made_at"))
        .values_list("language", "day")
        .annotate(closed=Sum("failed_closed"), many=Sum("sentences"))
    )
    found: dict[str, dict[date, Number]] = defaultdict(dict)
    for language, day, closed, many in rows:
        found[language][day] = percent(closed, many)
    return by_day(span, {tag: found[tag] for tag in span.tags}, nothing=None)


def readers(span: Span) -> Table:
    """
    How often articles were read, by day and language.
    """
    rows = (
        Readership.objects.filter(language__in=span.tags, day__gte=span.dates[0])
        .order_by()
        .values_list("language", "day")
        .annotate(many=Sum("views"))
    )
    found = counted(rows)
    return by_day(span, {tag: found.get(tag, {}) for tag in span.tags})


Source = Callable[[Span], Mapping[str, Table]]


def alone(name: str, look: Callable[[Span], Table]) -> Source:
    """
    A source of one table.
    """

    def source(span: Span) -> Mapping[str, Table]:
        return {name: look(span)}

    return source


FIGURES: dict[str, Source] = {
    "delays": alone("delays", delays),
    "queue": alone("queue", queue),
    "findings": alone("findings", findings),
    "failed-closed": alone("failed-closed", failed_closed),
    "decisions": decided,
    "live-text": sentences,
    "edit-distance": decided,
    "engines": sentences,
    "readers": alone("readers", readers),
}
"""
Where each table comes from, in the order in which they are shown. What is read once for
two tables is one source.
"""
