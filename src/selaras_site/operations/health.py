"""
Whether the site can do its work: the questions behind ``/health/ready`` and ``doctor``.
"""

from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from selaras_site.operations.models import Heartbeat

_migrated: set[str] = set()
"""
Databases that this process has seen up to date: they do not go back by themselves.
"""


def silence_allowed() -> timedelta:
    """
    How long a worker may be silent and still counts as alive.
    """
    return timedelta(seconds=settings.SELARAS_WORKER_SILENCE)


def reasons_not_ready() -> list[str]:
    """
    Why readers or editors would miss something; nothing if all is well.
    """
    try:
        if missing := migrations_missing():
            return [f"{len(missing)} migrations are missing, {missing[0]} first."]
        if not workers_alive():
            return [worker_reason()]
    except DatabaseError as error:
        return [f"The database cannot be reached: {first_line(error)}"]
    return []


def migrations_missing() -> list[str]:
    """
    The migrations that the database has not had, in order.

    Raises ``DatabaseError`` if it cannot be asked.
    """
    name = str(connection.settings_dict["NAME"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    if name in _migrated:
        return []
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if not plan:
        _migrated.add(name)
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def workers_alive() -> list[Heartbeat]:
    """
    The workers that gave a sign of life lately.
    """
    since = timezone.now() - silence_allowed()
    return list(Heartbeat.objects.filter(beat_at__gte=since))


def worker_reason() -> str:
    """
    Why there is no worker, as far as can be known.
    """
    if last := Heartbeat.objects.first():
        age = last.age.total_seconds()
        return f"No worker is alive: the last sign of one is {age:.0f} s old."
    return "No worker is alive, and none stopped unasked."


def first_line(error: Exception) -> str:
    """
    What went wrong, without the page that some drivers write.
    """
    return (str(error).strip() or type(error).__name__).splitlines()[0]
