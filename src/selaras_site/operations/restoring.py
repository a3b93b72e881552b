"""
Put a backup back: all of it, or nothing.

Everything is taken out and looked at beside what is there. Only then do names change
places, which is done in an instant; what was there before is put back if that fails,
and removed when all is well.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.db.migrations.loader import MigrationLoader

from selaras_site.operations.archives import (
    DATABASES,
    MEDIA,
    MEMORY,
    Manifest,
    take_out,
)
from selaras_site.operations.databases import (
    ENDINGS,
    is_empty,
    postgres_check,
    postgres_restore,
    sqlite_check,
)
from selaras_site.operations.errors import BackupUnusable, NotSetUp, TargetNotEmpty
from selaras_site.operations.health import workers_alive

UNFINISHED = "restore-unfinished"
"""
A file that is there while names change places: if it stays, that was cut short.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """
    Something that takes a place. Without ``new``, what is there only goes.
    """

    place: Path
    new: Path | None


def backup_restore(path: Path, *, force: bool) -> Manifest:
    """
    Put a backup in the place of the site's data.

    Raises ``TargetNotEmpty`` if there is data and ``force`` is not set, ``NotSetUp`` if
    the site runs, ``BackupUnusable`` if the archive cannot be trusted; then nothing has
    been touched.
    """
    refuse_running()
    if not force:
        refuse_full()
    connections.close_all()
    data = Path(settings.MEDIA_ROOT).parent
    data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=data, prefix=".restore-") as folder:
        staged = Path(folder)
        manifest = take_out(path, staged)
        refuse_unfitting(manifest)
        check_databases(manifest, staged)
        put_in_place(manifest, staged, data)
    return manifest


def refuse_running() -> None:
    """
    Refuse while a worker is alive: it would go on writing to what is taken away.
    """
    try:
        alive = [] if is_empty() else workers_alive()
    except DatabaseError:
        return  # no table of workers, no worker
    finally:
        connections.close_all()
    if alive:
        raise NotSetUp(
            f"{len(alive)} workers gave a sign of life just now. Stop the site and its "
            f"workers first; one that was killed counts as gone after "
            f"{settings.SELARAS_WORKER_SILENCE:.0f} s."
        )


def refuse_full() -> None:
    """
    Refuse to write over a newsroom.
    """
    media = Path(settings.MEDIA_ROOT)
    has_files = media.is_dir() and any(media.iterdir())
    if has_files or not is_empty():
        raise TargetNotEmpty(
            f"There is a newsroom in {media.parent} or its database already. "
            "With --force, the backup takes its place and what is there is removed."
        )


def refuse_unfitting(manifest: Manifest) -> None:
    """
    Refuse the backup of another kind of database, or of a newer program.
    """
    if manifest.database != connection.vendor:
        raise BackupUnusable(
            f"This backup is of a {manifest.database} database; the site is set up for "
            f"{connection.vendor}. Look at DATABASE_URL."
        )
    known = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    newer = manifest.migrations - {f"{app}.{name}" for app, name in known}
    if newer:
        raise BackupUnusable(
            f"This backup was made by Selaras {manifest.about.get('selaras')}, "
            f"newer than this program ({sorted(newer)[0]}). Upgrade first."
        )


def check_databases(manifest: Manifest, staged: Path) -> None:
    """
    Make sure that the databases in a backup are sound.
    """
    copy = staged / DATABASES[manifest.database]
    if manifest.database == "sqlite":
        sqlite_check(copy)
    else:
        postgres_check(copy)
    if (staged / MEMORY).exists():
        sqlite_check(staged / MEMORY)


def put_in_place(manifest: Manifest, staged: Path, data: Path) -> None:
    """
    Let the backup take the place of what is there.
    """
    (staged / MEDIA).mkdir(exist_ok=True)
    moves = [Move(place=Path(settings.MEDIA_ROOT), new=staged / MEDIA)]
    moves += database_moves(Path(settings.SELARAS_MEMORY), staged / MEMORY)
    copy = staged / DATABASES[manifest.database]
    if manifest.database == "sqlite":
        moves += database_moves(Path(connection.settings_dict["NAME"]), copy)
    with unfinished(data), swapped(moves, aside=staged / "before"):
        if manifest.database == "postgresql":
            postgres_restore(copy, staged / "database.sql")


def database_moves(place: Path, new: Path) -> Iterator[Move]:
    """
    A SQLite file takes a place; the log of the old one must go with the old one.
    """
    for ending in ENDINGS:
        is_file = not ending and new.exists()
        yield Move(
            place=place.with_name(place.name + ending), new=new if is_file else None
        )


@contextmanager
def unfinished(data: Path) -> Iterator[None]:
    """
    Leave a sign for ``doctor`` to find if we are killed while data is of two times.
    """
    marker = data / UNFINISHED
    marker.write_text("A restore began and has not ended.\n", encoding="utf-8")
    try:
        yield
    finally:
        marker.unlink()


@contextmanager
def swapped(moves: list[Move], *, aside: Path) -> Iterator[None]:
    """
    Make the moves; undo them all if one fails, or what is done meanwhile does.
    """
    with ExitStack() as undo:
        for number, move in enumerate(moves):
            if move.place.exists():
                kept = aside / str(number)
                relocate(move.place, kept)
                undo.callback(relocate, kept, move.place)
            if move.new is not None:
                relocate(move.new, move.place)
                undo.callback(relocate, move.place, move.new)
        yield
        undo.pop_all()


def relocate(source: Path, target: Path) -> None:
    """
    Give a file or a folder another place; on one disk, that is in an instant.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(source, target)
