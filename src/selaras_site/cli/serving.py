"""
``selaras-site run`` and ``selaras-site worker``: the two kinds of process of a site.
"""

import os
import sys
import tempfile
from typing import Annotated

import typer

from selaras_site.cli.starting import DEV, site
from selaras_site.operations.processes import die_with_parent

SERVER = "python:selaras_site.operations.gunicorn_settings"


def run(
    bind: Annotated[
        str, typer.Option(help="Where to listen: HOST:PORT or unix:PATH.")
    ] = "127.0.0.1:8000",
    workers: Annotated[int, typer.Option(min=1, help="Processes.")] = min(
        4, (os.cpu_count() or 1) + 1
    ),
    threads: Annotated[int, typer.Option(min=1, help="Threads in each.")] = 4,
) -> None:
    """
    Serve readers, editors and the API with gunicorn; SIGTERM lets requests finish.
    """
    die_with_parent()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", DEV)
    with site():
        collect_static()
    share_measurements()
    arguments = ["gunicorn", "selaras_site.config.wsgi:application", "--config", SERVER]
    arguments += ["--bind", bind, "--workers", str(workers), "--threads", str(threads)]
    os.execv(sys.executable, [sys.executable, "-m", *arguments])  # noqa: S606


def collect_static() -> None:
    """
    Put style sheets and scripts where the settings want them, with fingerprints.
    """
    from django.conf import settings
    from django.core.management import call_command

    if not getattr(settings, "WHITENOISE_USE_FINDERS", False):
        call_command("collectstatic", interactive=False, verbosity=0)


def share_measurements() -> None:
    """
    Give the processes of this server a folder to count in together, empty at first.
    """
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="selaras-metrics-")


def worker(
    interval: Annotated[
        float,
        typer.Option(min=0.05, max=60, help="Seconds between looks at the queue."),
    ] = 0.2,
) -> None:
    """
    Translate what is published, and do what else waits; SIGTERM lets the task finish.

    As many as you like may run, on as many machines as reach the database.
    """
    die_with_parent()
    with site():
        from selaras_site.operations.worker import work

        work(interval=interval)
