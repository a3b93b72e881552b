"""
The file of a memory: its tables, its version, and how it is opened.
"""

import sqlite3
import time
from pathlib import Path

from selaras.errors import MemoryUnusable
from selaras.memory.failures import explained

APPLICATION_ID = 0x53454C41
"""
"SELA", in the header of the file, so that no other program's database is written to.
"""

VERSION = 1

TABLES = """
CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    language TEXT NOT NULL,
    key BLOB NOT NULL,
    text TEXT NOT NULL,
    characters INTEGER NOT NULL,
    UNIQUE (language, key)
);
CREATE INDEX source_by_length ON source (language, characters);

CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES source (id),
    language TEXT NOT NULL,
    translation TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('machine', 'human')),
    engine TEXT NOT NULL,
    model TEXT NOT NULL,
    via TEXT NOT NULL,
    steps TEXT NOT NULL,
    links TEXT,
    author TEXT NOT NULL,
    article TEXT NOT NULL,
    path TEXT NOT NULL,
    created TEXT NOT NULL,
    updated TEXT NOT NULL,
    uses INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX entry_of_source ON entry (source, language);
CREATE UNIQUE INDEX entry_of_person ON entry (source, language)
    WHERE level = 'human';
CREATE UNIQUE INDEX entry_of_model ON entry (source, language, engine, model)
    WHERE level = 'machine';

CREATE VIRTUAL TABLE gram USING fts5 (
    text, content = 'source', content_rowid = 'id',
    tokenize = 'trigram', detail = none, columnsize = 0
);
CREATE VIRTUAL TABLE gram_count USING fts5vocab (gram, 'row');

CREATE TRIGGER source_added AFTER INSERT ON source BEGIN
    INSERT INTO gram (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER source_gone AFTER DELETE ON source BEGIN
    INSERT INTO gram (gram, rowid, text) VALUES ('delete', old.id, old.text);
END;
"""


def opened(path: Path, *, wait: float) -> sqlite3.Connection:
    """
    A connection to the memory at ``path``, which is made if there is none.
    """
    with explained(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        # The memory's own lock lets one thread in at a time.
        connection = sqlite3.connect(
            path, timeout=wait, isolation_level=None, check_same_thread=False
        )
        try:
            _prepare(connection, path, wait=wait)
        except BaseException:
            connection.close()
            raise
    return connection


def _prepare(connection: sqlite3.Connection, path: Path, *, wait: float) -> None:
    if _state(connection) != (APPLICATION_ID, VERSION):
        _create(connection, path)
    _use_wal(connection, wait=wait)
    # FULL, since an editor's work must survive a power cut and not only a crash.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _state(connection: sqlite3.Connection) -> tuple[int, int]:
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return application, version


def _create(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have made it between our look and our lock.
        application, version = _state(connection)
        _refuse_strangers(connection, path, application=application, version=version)
        if application == 0:
            for statement in _statements():
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _statements() -> list[str]:
    # ``executescript`` would commit the transaction that we are in.
    statements: list[str] = []
    pending = ""
    for line in TABLES.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return statements


def _refuse_strangers(
    connection: sqlite3.Connection, path: Path, *, application: int, version: int
) -> None:
    empty = not connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if application != APPLICATION_ID and not (application == 0 and empty):
        raise MemoryUnusable(
            f"{path} is a database of another program, not a translation memory; "
            "it was left as it is. Name another file."
        )
    if version > VERSION:
        raise MemoryUnusable(
            f"The translation memory {path} has schema {version}, and this version of "
            f"Selaras knows schemas up to {VERSION}. Upgrade Selaras, or name another "
            "file."
        )


def _use_wal(connection: sqlite3.Connection, *, wait: float) -> None:
    # SQLite does not wait for a lock by itself when the journal's mode changes.
    deadline = time.monotonic() + wait
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
