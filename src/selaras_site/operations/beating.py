"""
What a worker does beside its tasks, every few seconds, in a thread of its own.

It says that it is alive, orders again what was lost, publishes what was scheduled, and
now and then removes what nobody needs any more.
"""

import os
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from threading import Event, Thread
from time import monotonic
from typing import Any

import structlog
from django.db import DatabaseError, close_old_connections, connections
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from selaras import __version__
from selaras_site.ingest import scheduling
from selaras_site.operations.health import workers_alive
from selaras_site.operations.models import Heartbeat
from selaras_site.operations.timetable import Timetable
from selaras_site.translations import (
    arena,
    queueing,
    readership,
    recovery,
    sampling,
    seats,
)

log = structlog.get_logger(__name__)

EVERY = 3.0
"""
Seconds between two rounds.
"""

TRIES = 5
"""
Times that a task may take a worker with it before it is left alone.
"""

FORGOTTEN_AFTER = timedelta(days=7)
"""
Age at which a finished task or a silent worker is removed.
"""


@dataclass(slots=True)
class Errand:
    """
    Something to be done every so many seconds.
    """

    run: Callable[[], object]
    seconds: float
    due: float = 0.0


@dataclass(slots=True, kw_only=True)
class Beating:
    """
    The thread; ``stop`` ends it and takes the heartbeat away.

    ``on_round`` is asked in each round, for what must not wait for a task to end.
    """

    worker: str
    on_round: Callable[[], object] = lambda: None
    stopped: Event = field(default_factory=Event)
    thread: Thread | None = None

    def start(self) -> None:
        """
        Give the first sign of life, then go on in the background.
        """
        heartbeat_start(worker=self.worker)
        self.thread = Thread(target=self.go_on, name="beating", daemon=True)
        self.thread.start()

    def stop(self) -> None:
        """
        End, and say that this worker is gone because it was asked to go.
        """
        self.stopped.set()
        if self.thread:
            self.thread.join(timeout=10)
        with suppress(DatabaseError):
            Heartbeat.objects.filter(worker=self.worker).delete()

    def go_on(self) -> None:
        """
        Do the rounds until told to stop.
        """
        errands = [
            Errand(lambda: heartbeat_renew(worker=self.worker), EVERY),
            Errand(self.on_round, EVERY),
            Errand(tasks_rescue, EVERY),
            Errand(sweep, EVERY),
            Errand(Timetable().keep, EVERY),
            Errand(scheduling.order_due, EVERY),
            Errand(queueing.queue_tell_urgency, 300),
            Errand(seats.seats_forget, 3600),
            Errand(arena.trials_sweep, 60),
            Errand(readership.readership_forget, 3600),
            Errand(sampling.look_at_all, 86_400),
            Errand(forget, 3600),
            Errand(scheduling.forget, 3600),
        ]
        while not self.stopped.is_set():
            for errand in errands:
                self.run(errand)
            self.stopped.wait(EVERY)
        connections.close_all()

    def run(self, errand: Errand) -> None:
        """
        Run an errand if it is due; what goes wrong in one is no reason to stop beating.
        """
        if monotonic() < errand.due or self.stopped.is_set():
            return
        errand.due = monotonic() + errand.seconds
        try:
            close_old_connections()
            errand.run()
        except Exception:
            log.exception("errand failed")


def heartbeat_start(*, worker: str) -> None:
    """
    Enter a worker.
    """
    now = timezone.now()
    Heartbeat.objects.update_or_create(
        worker=worker,
        defaults={
            "host": socket.gethostname()[:200],
            "process": os.getpid(),
            "version": __version__,
            "started_at": now,
            "beat_at": now,
        },
    )


def heartbeat_renew(*, worker: str) -> None:
    """
    Give a sign of life; a worker whose row was taken away enters itself again.
    """
    if not Heartbeat.objects.filter(worker=worker).update(beat_at=timezone.now()):
        heartbeat_start(worker=worker)


def tasks_rescue() -> int:
    """
    Let tasks run again whose worker was killed; how many.

    All our tasks may be done twice. One that killed its worker several times is left as
    failed, or it would kill them all.
    """
    running = list(DBTaskResult.objects.running())
    # Asked after the tasks: a worker gives a sign before it takes its first task.
    alive = {beat.worker for beat in workers_alive()} if running else set()
    return sum(give_again(t) for t in running if not alive & set(t.worker_ids[-1:]))


def give_again(task: DBTaskResult[Any, Any]) -> int:
    """
    Make a task ready for another worker, unless it has had enough of them.
    """
    # Another worker may do the same now; the row that we read must still be there.
    row = DBTaskResult.objects.running().filter(pk=task.pk, started_at=task.started_at)
    log.warning("worker of task is gone", task=str(task.pk), path=task.task_path)
    if len(task.worker_ids) < TRIES:
        return row.update(status=TaskResultStatus.READY)
    return row.update(
        status=TaskResultStatus.FAILED,
        finished_at=timezone.now(),
        traceback=f"Given up: {TRIES} workers stopped while they were at it.",
    )


def sweep() -> None:
    """
    Order again what has no task any more, once the queue is empty.

    While tasks wait, what looks forgotten has most likely only not had its turn.
    """
    if not DBTaskResult.objects.ready().exists():
        recovery.sweep()


def forget() -> None:
    """
    Remove finished tasks and silent workers of long ago.
    """
    before = timezone.now() - FORGOTTEN_AFTER
    DBTaskResult.objects.finished().filter(finished_at__lt=before).delete()
    Heartbeat.objects.filter(beat_at__lt=before).delete()
