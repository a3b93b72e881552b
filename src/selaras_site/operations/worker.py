"""
The worker: django-tasks-db's own, with a warm engine, a heartbeat, and a quick eye.
"""

import os
import signal
import socket
import uuid

import structlog
from django.db import DatabaseError
from django_tasks_db.management.commands.db_worker import Worker

from selaras.engines import Engine, Request
from selaras.engines.local import CTranslate2Engine
from selaras.engines.wrapping import Wrapping
from selaras.languages import TARGETS
from selaras_site.operations.beating import Beating
from selaras_site.operations.errors import NotSetUp
from selaras_site.operations.health import first_line, migrations_missing
from selaras_site.translations.engine import current_engine

log = structlog.get_logger(__name__)

INTERVAL = 0.2
"""
Seconds between two looks at an empty queue: part of the delay that readers feel.
"""

GREETING = "Selamat pagi."


def work(*, interval: float = INTERVAL) -> None:
    """
    Work until told to stop: SIGTERM lets the task that runs end, a second one does not.

    Raises ``NotSetUp`` if the database is not as this program needs it, and what
    ``current_engine`` raises.
    """
    refuse_unmigrated()
    warm_engine()
    name = worker_name()
    worker = Worker(
        queue_names=["*"],
        interval=interval,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    beating = Beating(worker=name, on_round=stop_when_orphaned)
    worker.configure_signals()
    try:
        beating.start()
        log.info("worker ready", worker=name)
        worker.run()
    finally:
        beating.stop()
        log.info("worker stopped", worker=name)


def refuse_unmigrated() -> None:
    """
    Refuse a database that cannot be reached, or is older than this program.
    """
    try:
        missing = migrations_missing()
    except DatabaseError as error:
        raise NotSetUp(
            f"The database cannot be reached: {first_line(error)}. "
            "Look at DATABASE_URL."
        ) from error
    if missing:
        raise NotSetUp(
            f"The database lacks {len(missing)} migrations, {missing[0]} first. "
            "Run `selaras-site init`."
        )


def warm_engine() -> None:
    """
    Make the engine, and load its model if that is on this machine.

    Otherwise the first article of the day would wait for it.
    """
    engine: Engine = current_engine()
    while isinstance(engine, Wrapping):
        # Asked past the memory, which would answer without the model.
        engine = engine._engine  # noqa: SLF001
    if isinstance(engine, CTranslate2Engine):
        engine.translate([Request(text=GREETING, target=tag) for tag in TARGETS])


def worker_name() -> str:
    """
    A name that no other worker has, and that says where to look for it.
    """
    return f"{socket.gethostname()[:30]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"


def stop_when_orphaned() -> None:
    """
    Stop when whoever started us is gone, where that was asked for.

    Linux tells us with a signal (``processes.die_with_parent``); others do not.
    """
    parent = os.environ.get("SELARAS_PARENT")
    if parent and os.getppid() != int(parent):
        os.kill(os.getpid(), signal.SIGTERM)
