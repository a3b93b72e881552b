"""
Whole databases, copied and put back: SQLite by itself, PostgreSQL by its programs.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from selaras_site.operations.errors import BackupUnusable, NotSetUp, ProgramFailed

RESET = "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;"

ENDINGS = ("", "-wal", "-shm")
"""
The files of one SQLite database: what is in the log belongs to it.
"""


def database_copy(target: Path) -> None:
    """
    Write the site's database as it is at one instant; writers need not stop.
    """
    if connection.vendor == "sqlite":
        sqlite_copy(Path(connection.settings_dict["NAME"]), target)
    else:
        program("pg_dump", ["--format=custom", "--no-owner", f"--file={target}"])


def sqlite_copy(source: Path, target: Path) -> None:
    """
    A consistent copy of a SQLite file, in one file.
    """
    if not source.is_file():
        raise NotSetUp(f"There is no database at {source}. Run `selaras-site init`.")
    with (
        closing(sqlite3.connect(f"{source.as_uri()}?mode=ro", uri=True)) as old,
        closing(sqlite3.connect(target)) as new,
    ):
        old.backup(new)
        new.execute("PRAGMA journal_mode=DELETE")


def sqlite_check(path: Path) -> None:
    """
    Refuse a file that is not a sound SQLite database.
    """
    try:
        with closing(sqlite3.connect(path)) as database:
            (answer,) = database.execute("PRAGMA integrity_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        raise BackupUnusable(f"{path.name} is not a database: {error}.") from error
    if answer != "ok":
        raise BackupUnusable(f"{path.name} is damaged: {answer}.")


def postgres_check(path: Path) -> None:
    """
    Refuse a file that ``pg_restore`` cannot read.
    """
    program("pg_restore", ["--list", str(path)], quietly=True)


def postgres_restore(path: Path, script: Path) -> None:
    """
    Put a dump in the place of everything in the database, in one transaction.
    """
    program(
        "pg_restore", ["--no-owner", "--no-privileges", f"--file={script}", str(path)]
    )
    connection.close()
    program(
        "psql",
        [
            "--no-psqlrc",
            "--quiet",
            "--single-transaction",
            "--output=/dev/null",
            "--set=ON_ERROR_STOP=1",
            f"--command={RESET}",
            f"--file={script}",
        ],
    )


def is_empty() -> bool:
    """
    Whether there is nothing in the site's database that a restore would write over.

    A database that is a file is not made by asking.
    """
    if connection.vendor == "sqlite":
        path = Path(connection.settings_dict["NAME"])
        if not path.exists():
            return True
    with connection.cursor() as cursor:
        return not connection.introspection.table_names(cursor)


def migrations_applied() -> list[str]:
    """
    The migrations that the database has had.
    """
    applied = MigrationRecorder(connection).applied_migrations()
    return sorted(f"{app}.{name}" for app, name in applied)


def program(name: str, arguments: Sequence[str], *, quietly: bool = False) -> None:
    """
    Run one of PostgreSQL's programs on the site's database.

    The password goes by the environment: arguments can be read by every user.
    """
    found = shutil.which(name) or postgres_program(name)
    done = subprocess.run(  # noqa: S603 - a program of PostgreSQL, no shell
        [found, *arguments],
        env={**os.environ, **variables(connection.settings_dict)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL if quietly else None,
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ProgramFailed(f"{name} failed: {done.stderr.strip()}")


def postgres_program(name: str) -> str:
    """
    Where Debian puts programs that are not in the path; the newest.
    """
    found = Path("/usr/lib/postgresql").glob(f"*/bin/{name}")
    newest = max(found, key=lambda path: int(path.parts[-3]), default=None)
    if newest is None:
        raise NotSetUp(f"{name} is not on this machine. Install PostgreSQL's client.")
    return str(newest)


def variables(settings: dict[str, Any]) -> dict[str, str]:
    """
    What PostgreSQL's programs read from the environment, from Django's settings.

    >>> variables({"NAME": "berita", "HOST": "db", "PORT": 5432, "OPTIONS": {}})
    {'PGDATABASE': 'berita', 'PGHOST': 'db', 'PGPORT': '5432'}
    """
    options = settings.get("OPTIONS", {})
    named = {
        "PGDATABASE": settings.get("NAME"),
        "PGHOST": settings.get("HOST"),
        "PGPORT": settings.get("PORT"),
        "PGUSER": settings.get("USER"),
        "PGPASSWORD": settings.get("PASSWORD"),
        "PGSSLMODE": options.get("sslmode"),
        "PGSSLROOTCERT": options.get("sslrootcert"),
    }
    return {name: str(value) for name, value in named.items() if value}
