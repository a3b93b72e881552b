"""
The file that a backup is: a gzipped tar whose last member says what all others are.

An archive that was cut short has no last member, and is refused. Reading trusts
nothing: only plain files are taken out, only under names that a backup has, only once
each, and their sums are compared before anything else is done with them.
"""

import hashlib
import json
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Any

from selaras_site.operations.errors import BackupUnusable

FORMAT = 1
MANIFEST = "manifest.json"
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
MEMORY = "memory.sqlite3"
MEDIA = "media"
PIECE = 1024 * 1024
MANIFEST_LIMIT = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """
    What an archive holds: facts about the site, and size and sum of each file.
    """

    about: dict[str, Any]
    files: dict[str, dict[str, Any]]

    @property
    def database(self) -> str:
        """
        The kind of database that the archive was made from.
        """
        return str(self.about["database"])

    @property
    def migrations(self) -> frozenset[str]:
        """
        The migrations that its database has had.
        """
        return frozenset(self.about["migrations"])


@dataclass(slots=True)
class Writer:
    """
    An archive that is being written.
    """

    tar: tarfile.TarFile
    files: dict[str, dict[str, Any]] = field(default_factory=dict)

    def add(self, path: Path, name: str) -> None:
        """
        Add a file under a name; one that is gone by now is left out.
        """
        try:
            source = path.open("rb")
        except FileNotFoundError:
            return
        with source:
            info = self.tar.gettarinfo(name, name, fileobj=source)
            summing = Summing(source)
            self.tar.addfile(tidy(info), summing)
        self.files[name] = {"size": info.size, "sha256": summing.sum.hexdigest()}

    def close(self, about: dict[str, Any]) -> None:
        """
        Write the manifest, without which all this is nothing.
        """
        manifest = {"format": FORMAT, **about, "files": self.files}
        data = json.dumps(manifest, indent=1, ensure_ascii=False).encode()
        info = tarfile.TarInfo(MANIFEST)
        info.size, info.mode = len(data), 0o600
        self.tar.addfile(info, BytesIO(data))


class Summing:
    """
    A file that sums up what is read from it.
    """

    def __init__(self, source: IO[bytes]) -> None:
        self.source = source
        self.sum = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        """
        Read on.
        """
        data = self.source.read(size)
        self.sum.update(data)
        return data


def tidy(info: tarfile.TarInfo) -> tarfile.TarInfo:
    """
    A member without what is only this machine's: owner and rights.
    """
    info.uid = info.gid = 0
    info.uname = info.gname = ""
    info.mode = 0o600
    return info


@contextmanager
def reading(path: Path) -> Iterator[tarfile.TarFile]:
    """
    An archive, read from its beginning to its end.

    Raises ``BackupUnusable`` for what is not one, ``OSError`` for what is not there.
    """
    try:
        with tarfile.open(path, "r|gz") as tar:
            yield tar
    except (tarfile.TarError, EOFError, ValueError, KeyError) as error:
        raise BackupUnusable(f"{path} is not a whole backup: {error}.") from error
    except OSError as error:
        if error.errno is None:  # what gzip raises
            raise BackupUnusable(f"{path} is not a whole backup: {error}.") from error
        raise


def take_out(path: Path, folder: Path) -> Manifest:
    """
    Take everything out into an empty folder, and make sure that it is what it was.
    """
    sums: dict[str, dict[str, Any]] = {}
    manifest: Manifest | None = None
    with reading(path) as tar:
        for member in tar:
            if manifest is not None:
                raise BackupUnusable(f"{path} goes on behind its manifest.")
            source = contents(tar, member)
            if member.name == MANIFEST:
                manifest = manifest_of(source.read(MANIFEST_LIMIT))
            else:
                sums[member.name] = write_member(
                    source, folder / place(member.name, sums)
                )
    if manifest is None:
        raise BackupUnusable(f"{path} ends before its manifest: it is not whole.")
    compare(manifest, sums, path)
    return manifest


def contents(tar: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    """
    What is in a member, which must be a plain file.
    """
    source = tar.extractfile(member) if member.isreg() else None
    if source is None:
        raise BackupUnusable(f"Expected only files in a backup, got {member.name!r}.")
    return source


def place(name: str, taken: dict[str, Any]) -> PurePosixPath:
    """
    Where a member goes, below the folder and nowhere else.

    >>> place("media/original_images/sapi.jpg", {})
    PurePosixPath('media/original_images/sapi.jpg')
    >>> place("media/../../etc/passwd", {})  # doctest: +IGNORE_EXCEPTION_DETAIL
    Traceback (most recent call last):
    BackupUnusable: Expected a name of a backup's file.
    """
    path = PurePosixPath(name)
    is_ours = name in {*DATABASES.values(), MEMORY} or (
        path.parts[:1] == (MEDIA,) and len(path.parts) > 1
    )
    is_plain = str(path) == name and ".." not in path.parts and "\0" not in name
    if not is_ours or not is_plain or "\\" in name or name in taken:
        raise BackupUnusable(f"Expected a name of a backup's file, got {name!r}.")
    return path


def write_member(source: IO[bytes], target: Path) -> dict[str, Any]:
    """
    Write a member's contents; its size and sum.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    summing, size = Summing(source), 0
    with target.open("xb") as file:
        while piece := summing.read(PIECE):
            size += file.write(piece)
    return {"size": size, "sha256": summing.sum.hexdigest()}


def manifest_of(data: bytes) -> Manifest:
    """
    A manifest from its text.
    """
    about = json.loads(data)
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise BackupUnusable(f"Expected a backup of format {FORMAT}; this is another.")
    files = about.pop("files")
    if about["database"] not in DATABASES:
        raise BackupUnusable(f"Expected a database of {', '.join(DATABASES)}.")
    return Manifest(about=about, files=files)


def compare(manifest: Manifest, found: dict[str, dict[str, Any]], path: Path) -> None:
    """
    Refuse an archive whose files are not those that the manifest names.
    """
    if DATABASES[manifest.database] not in found:
        raise BackupUnusable(f"{path} holds no database.")
    for name in sorted(manifest.files.keys() | found.keys()):
        if manifest.files.get(name) != found.get(name):
            raise BackupUnusable(f"{path}: {name} is not as it was when it was kept.")
