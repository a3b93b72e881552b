"""
What SQLite's errors mean to somebody whose memory does not open.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from selaras.errors import MemoryUnusable

DAMAGED = (
    "The translation memory {path} is damaged ({error}). It was left as it is: move it "
    "away to begin a new one, or restore a backup, or try `sqlite3 FILE .recover`."
)
LOCKED = (
    "The translation memory {path} is locked by another program ({error}). Wait until "
    "that is done, or name another file."
)
UNOPENED = (
    "The translation memory {path} cannot be opened ({error}). Check that its folder "
    "exists and that you may write there, or name another file."
)
READ_ONLY = (
    "The translation memory {path} may not be written to ({error}). Change its "
    "permissions, or name another file."
)
FULL = (
    "The translation memory {path} cannot grow because the disk is full ({error}). "
    "Free some space, or name a file on another disk."
)
OTHER = (
    "The translation memory {path} cannot be used ({error}). It was left as it is: "
    "move it away to begin a new one, or name another file."
)

SENTENCES = {
    sqlite3.SQLITE_NOTADB: DAMAGED,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_CANTOPEN: UNOPENED,
    sqlite3.SQLITE_PERM: UNOPENED,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_FULL: FULL,
}
"""
A sentence for each primary result code, https://sqlite.org/rescode.html.
"""


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """
    Raise ``MemoryUnusable`` where SQLite or the file system gives up.
    """
    try:
        yield
    except sqlite3.Error as error:
        primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
        sentence = SENTENCES.get(primary, OTHER)
        raise MemoryUnusable(sentence.format(path=path, error=error)) from error
    except UnicodeDecodeError as error:
        sentence = DAMAGED.format(path=path, error="a text in it is not UTF-8")
        raise MemoryUnusable(sentence) from error
    except OSError as error:
        sentence = UNOPENED.format(path=path, error=error.strerror)
        raise MemoryUnusable(sentence) from error
