"""
What the database knows, in the form that Prometheus reads.

The numbers are asked when somebody asks for them, so every process gives the same.
"""

import os
from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Count, F, Min, Q
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from prometheus_client import REGISTRY, CollectorRegistry, generate_latest
from prometheus_client.core import (
    GaugeHistogramMetricFamily,
    GaugeMetricFamily,
    Metric,
)
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from selaras_site.operations.models import Heartbeat
from selaras_site.translations.models import State, Version

DELAYS = (1, 2, 5, 10, 20, 30, 60, 120, 300, 900, 3600)
"""
Seconds from publishing to being live that are told apart.
"""

RECENT = timedelta(hours=1)

WORK = (State.PENDING, State.TRANSLATING)


def exposition() -> bytes:
    """
    All measurements, as ``/metrics`` gives them.
    """
    rows = CollectorRegistry()
    rows.register(Rows())
    return generate_latest(counted()) + generate_latest(rows)


def counted() -> CollectorRegistry:
    """
    What this process counted, or all of them together where they share a folder.
    """
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return together


class Rows(Collector):
    """
    Measurements that are questions to the database.
    """

    def collect(self) -> Iterator[Metric]:
        """
        Every one of them.
        """
        yield versions()
        yield oldest_waiting()
        yield delays()
        yield tasks()
        yield workers()


def versions() -> Metric:
    """
    Versions by state and language.
    """
    family = GaugeMetricFamily(
        "selaras_versions",
        "Versions, by state and language.",
        labels=["state", "language"],
    )
    counts = (
        Version.objects.order_by().values("state", "language").annotate(n=Count("*"))
    )
    for row in counts:
        family.add_metric([row["state"], row["language"]], row["n"])
    return family


def oldest_waiting() -> Metric:
    """
    How long the version has waited that has waited longest.
    """
    oldest = Version.objects.filter(state__in=WORK).aggregate(at=Min("created_at"))[
        "at"
    ]
    age = (timezone.now() - oldest).total_seconds() if oldest else 0.0
    return GaugeMetricFamily(
        "selaras_oldest_waiting_seconds",
        "Age of the oldest version that is not finished; 0 if none waits.",
        value=age,
    )


def delays() -> Metric:
    """
    From the publication of an original to the version's first being live, of late.

    Only those that went live by themselves: the time that a person took is not ours.
    """
    taken = F("live_at") - F("snapshot__made_at")
    recent = (
        Version.objects.filter(
            live_at__gte=timezone.now() - RECENT, live_at=F("made_at")
        )
        .order_by()
        .annotate(taken=taken)
    )
    within = {
        f"le_{s}": Count("pk", filter=Q(taken__lte=timedelta(seconds=s)))
        for s in DELAYS
    }
    counts = recent.aggregate(whole=Count("pk"), **within)
    seconds = sum(d.total_seconds() for d in recent.values_list("taken", flat=True))
    family = GaugeHistogramMetricFamily(
        "selaras_publish_to_live_seconds",
        "Seconds from publishing to live, of versions of the last hour.",
    )
    buckets = [(str(float(s)), counts[f"le_{s}"]) for s in DELAYS]
    family.add_metric([], [*buckets, ("+Inf", counts["whole"])], gsum_value=seconds)
    return family


def tasks() -> Metric:
    """
    Tasks by status.
    """
    family = GaugeMetricFamily("selaras_tasks", "Tasks, by status.", labels=["status"])
    for row in DBTaskResult.objects.order_by().values("status").annotate(n=Count("*")):
        family.add_metric([row["status"].lower()], row["n"])
    return family


def workers() -> Metric:
    """
    Seconds since each worker gave a sign of life.
    """
    family = GaugeMetricFamily(
        "selaras_worker_silence_seconds",
        "Seconds since a worker's last heartbeat.",
        labels=["worker", "host"],
    )
    for beat in Heartbeat.objects.all():
        family.add_metric([beat.worker, beat.host], beat.age.total_seconds())
    return family
