"""
Processes that we start, and how they end with us.
"""

import ctypes
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

PR_SET_PDEATHSIG = 1
"""
From ``prctl(2)``: the signal that Linux sends a process when its parent is gone.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """
    A process of ours with the file that it writes its log to.
    """

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def has_ended(self) -> bool:
        """
        Whether it runs no more.
        """
        return self.process.poll() is not None

    def last_words(self, lines: int = 12) -> str:
        """
        The end of its log.
        """
        text = self.log.read_text(encoding="utf-8", errors="replace")
        return "\n".join(text.splitlines()[-lines:])


def start(
    name: str, arguments: Sequence[str], *, variables: Mapping[str, str], log: Path
) -> Child:
    """
    Start ``selaras-site`` once more, in a process that ends when this one does.

    It is in a group of its own: a Ctrl-C is for us, who then stop it in an orderly way.
    """
    command = [sys.executable, "-m", "selaras_site.cli", *arguments]
    with log.open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - our own program
            command,
            env={**os.environ, **variables, "SELARAS_PARENT": str(os.getpid())},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            process_group=0,
        )
    return Child(name=name, process=process, log=log)


def stop(children: Sequence[Child], *, patience: float = 15) -> None:
    """
    Ask all to stop, wait, and kill those that will not.
    """
    for child in children:
        if not child.has_ended:
            child.process.terminate()
    for child in children:
        try:
            child.process.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            kill_group(child)


def kill_group(child: Child) -> None:
    """
    End a process and those that it started.
    """
    with suppress(ProcessLookupError):
        os.killpg(child.process.pid, signal.SIGKILL)
    child.process.wait()


def die_with_parent() -> None:
    """
    Be told to stop when the parent is gone, even if that was killed (Linux only).

    The wish outlives ``exec``. The parent may be gone already when it is made.
    """
    parent = os.environ.get("SELARAS_PARENT")
    if not parent or not sys.platform.startswith("linux"):
        return
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != int(parent):
        sys.exit(0)


def is_free(port: int, host: str = "127.0.0.1") -> bool:
    """
    Whether a server could listen at a port.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with suppress(OSError):
            probe.bind((host, port))
            return True
    return False


def free_port(wanted: int, *, tries: int = 50) -> int:
    """
    The port, or the next one that is free.

    Raises ``OSError`` if none is.
    """
    for port in range(wanted, min(wanted + tries, 65_536)):
        if is_free(port):
            return port
    raise OSError(f"No port from {wanted} to {wanted + tries - 1} is free")
