"""
Keep everything that cannot be made again in one file.

The secret key is not kept: with a new one people sign in again, and nothing is lost.
"""

import os
import tarfile
import tempfile
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection
from django.utils import timezone

from selaras import __version__
from selaras_site.operations.archives import DATABASES, MEDIA, MEMORY, Writer
from selaras_site.operations.databases import (
    database_copy,
    migrations_applied,
    sqlite_copy,
)
from selaras_site.operations.errors import TargetNotEmpty

ENDINGS = (".tar.gz", ".tgz")


def backup_make(path: Path) -> int:
    """
    Write a backup; how many files are in it. The site may run on meanwhile.

    The file appears under its name only when it is whole.
    """
    if path.exists():
        raise TargetNotEmpty(f"{path} exists. Name a file that does not.")
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        with private(partial) as file:
            with tarfile.open(fileobj=file, mode="w|gz") as tar:
                files = fill(Writer(tar), scratch=path.parent)
            file.flush()
            os.fsync(file.fileno())
        partial.rename(path)
    finally:
        partial.unlink(missing_ok=True)
    return files


def private(path: Path) -> IO[bytes]:
    """
    A new file that only its owner may read: accounts are in it.
    """
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def fill(writer: Writer, *, scratch: Path) -> int:
    """
    Put everything in: the database first, so that no picture that it names is missing.
    """
    with tempfile.TemporaryDirectory(dir=scratch, prefix=".backup-") as folder:
        copy = Path(folder) / DATABASES[connection.vendor]
        database_copy(copy)
        writer.add(copy, copy.name)
        if Path(settings.SELARAS_MEMORY).is_file():
            copy = Path(folder) / MEMORY
            sqlite_copy(Path(settings.SELARAS_MEMORY), copy)
            writer.add(copy, copy.name)
    for path in media_files():
        name = path.relative_to(settings.MEDIA_ROOT).as_posix()
        writer.add(path, f"{MEDIA}/{name}")
    writer.close(about())
    return len(writer.files)


def media_files() -> list[Path]:
    """
    Every file that people put in.
    """
    found = Path(settings.MEDIA_ROOT).rglob("*")
    return sorted(path for path in found if path.is_file() and not path.is_symlink())


def about() -> dict[str, object]:
    """
    What must be known of a backup before it is put back.
    """
    return {
        "selaras": __version__,
        "made_at": timezone.now().isoformat(),
        "site": settings.SITE_URL,
        "database": connection.vendor,
        "migrations": migrations_applied(),
    }
