"""
Files that somebody brought and has not said yes to: kept until they do, for a day.

They lie beside the memory, on this machine's disk. A file goes by what is in it, and is
named to its owner by a signed word that nobody else can use.
"""

import hashlib
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, BinaryIO

from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile

from selaras_site.accounts.models import User

KEPT_FOR = 24 * 60 * 60
SALT = "selaras.desk.uploads"
LARGEST = 10_000_000
"""
Bytes of a file that a page takes: reading it must end within a request.
"""


@dataclass(frozen=True, slots=True)
class Upload:
    """
    A file that is kept: its name as its owner knows it, and the word for it.
    """

    name: str
    token: str
    path: Path

    def open(self) -> BinaryIO:
        """
        What is in it.
        """
        return self.path.open("rb")


def folder() -> Path:
    """
    Where they lie.
    """
    return Path(settings.SELARAS_MEMORY).parent / "exchange"


def upload_keep(file: UploadedFile[Any], by: User) -> Upload:
    """
    Keep a file that came with a form.
    """
    forget_old()
    digest = hashlib.sha256(str(by.pk).encode())
    folder().mkdir(parents=True, exist_ok=True)
    for portion in file.chunks():
        digest.update(portion)
    path = folder() / digest.hexdigest()
    write_whole(file, path)
    name = Path(str(file.name)).name[:200]
    said = {"file": path.name, "name": name, "by": by.pk}
    return Upload(name, signing.dumps(said, salt=SALT, compress=True), path)


def write_whole(file: UploadedFile[Any], path: Path) -> None:
    """
    Write a file so that whoever looks finds all of it, or nothing.

    Each request has a part of its own: somebody may send the same file twice at once.
    """
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as made:
        beside = Path(made.name)
    try:
        with beside.open("wb") as out:
            for portion in file.chunks():
                out.write(portion)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def upload_of(token: str, by: User) -> Upload | None:
    """
    The file that a word names, for its owner; nothing if it is gone.
    """
    try:
        said = signing.loads(token, salt=SALT, max_age=KEPT_FOR)
    except signing.BadSignature:
        return None
    path = folder() / said["file"]
    if said["by"] != by.pk or not path.is_file():
        return None
    return Upload(said["name"], token, path)


def upload_forget(upload: Upload) -> None:
    """
    Its owner is done with it.
    """
    upload.path.unlink(missing_ok=True)


def forget_old() -> None:
    """
    Take away what nobody came back for; others may be taking it away too.
    """
    if not folder().is_dir():
        return
    for path in folder().iterdir():
        with suppress(FileNotFoundError):
            if path.stat().st_mtime < time.time() - KEPT_FOR:
                path.unlink()
