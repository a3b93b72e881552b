"""
One memory's file, shared by threads and processes.
"""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selaras.errors import MemoryUnusable
from selaras.memory.failures import explained
from selaras.memory.schema import opened


class MemoryFile:
    """
    A connection that one thread at a time may use, and that a forked child opens anew.

    Other processes wait for each other in SQLite, up to ``wait`` seconds.
    """

    def __init__(self, path: Path, *, wait: float) -> None:
        self.path = path
        self._wait = wait
        self._lock = threading.RLock()
        self._process = os.getpid()
        self._inherited: list[sqlite3.Connection] = []
        self._connection: sqlite3.Connection | None = opened(path, wait=wait)

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """
        The connection, to read with.
        """
        self._leave_parent()
        with self._lock, explained(self.path):
            if self._connection is None:
                raise MemoryUnusable(f"The translation memory {self.path} was closed.")
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """
        The connection, inside a transaction: all of it happens, or nothing.
        """
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                # A full disk has ended the transaction already.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """
        Give the file back. Closing twice is allowed.
        """
        self._leave_parent()
        with self._lock:
            if self._connection is not None:
                self._connection.close()
            self._connection = None

    def _leave_parent(self) -> None:
        if self._process == os.getpid():
            return
        # SQLite forbids carrying a connection across a fork, and closing it here would
        # drop the parent's locks: https://sqlite.org/howtocorrupt.html, section 2.6.
        self._process = os.getpid()
        self._lock = threading.RLock()
        if self._connection is not None:
            self._inherited.append(self._connection)
            self._connection = opened(self.path, wait=self._wait)
