"""
How gunicorn serves the site; what ``selaras-site run`` is told comes on top.
"""

import os
import shutil
from pathlib import Path
from typing import Any

from prometheus_client import multiprocess

worker_class = "gthread"
timeout = 60
graceful_timeout = 30
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
accesslog = None  # the site tells of each request itself, with its id
proc_name = "selaras-site"
# Heartbeats of processes on a disk would stop with the disk.
worker_tmp_dir = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
limit_request_line = 8_190
control_socket_disable = True


def child_exit(server: Any, worker: Any) -> None:
    """
    Tell the measurements that a process is gone.
    """
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        multiprocess.mark_process_dead(worker.pid)  # type: ignore[no-untyped-call]


def on_exit(server: Any) -> None:
    """
    Take the measurements' folder away.
    """
    if folder := os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        shutil.rmtree(Path(folder), ignore_errors=True)
