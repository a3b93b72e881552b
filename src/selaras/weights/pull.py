"""
Fetching a public model from the hub into the store.

What was fetched lies in an unfinished folder until the whole model is there and
checked; an interrupted fetch goes on where it stopped, in the same call or in the next.
"""

import os
import shutil
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import httpx

from selaras.errors import DownloadFailed, ModelMissing
from selaras.weights.catalogue import CATALOGUE, Entry, Remote, find_entry
from selaras.weights.download import TIMEOUT, Download, Expected, refuse_unsafe
from selaras.weights.manifest import FILE, File, Manifest
from selaras.weights.store import UNFINISHED, Model, Store, install
from selaras.weights.writing import write

HUB = "https://huggingface.co"
VARIABLE = "SELARAS_HUB"
"""
The environment variable that names another hub: a mirror, or a test's server.
"""

Progress = Callable[[int, int], None]
"""
Told how many bytes are here and how many there will be, as far as is known.
"""


def pull(
    name: str,
    *,
    root: Path | None = None,
    hub: str | None = None,
    progress: Progress | None = None,
) -> Model:
    """
    Fetch the model of this name in the catalogue into the store.

    Raises ``ModelMissing`` for a name that the catalogue does not have,
    ``DownloadFailed`` or ``ChecksumMismatch``.
    """
    entry = find_entry(name)
    if entry is None:
        known = ", ".join(entry.name for entry in CATALOGUE)
        raise ModelMissing(
            f'No model "{name}" can be pulled; there is {known}. Any other CTranslate2 '
            f"model can be imported from a folder that has a manifest."
        )
    return pull_entry(entry, root=root, hub=hub, progress=progress)


def pull_entry(
    entry: Entry,
    *,
    root: Path | None = None,
    hub: str | None = None,
    progress: Progress | None = None,
    wait: Callable[[float], None] = time.sleep,
) -> Model:
    """
    Fetch a model into the store, as its entry says.
    """
    store = Store.here(root)
    base = _checked(hub or os.environ.get(VARIABLE) or HUB)
    fresh = store.root / f"{UNFINISHED}{entry.name}"
    fresh.mkdir(parents=True, exist_ok=True)
    _refuse_full_disk(entry, fresh)
    files = _fetched(entry, fresh, base, progress or _nobody, wait)
    (fresh / FILE).write_text(write(_manifest(entry, files)), encoding="utf-8")
    install(fresh, store.root / entry.name)
    return store.find(entry.name)


def _checked(hub: str) -> str:
    refuse_unsafe(httpx.URL(hub))
    return hub.rstrip("/")


def _refuse_full_disk(entry: Entry, folder: Path) -> None:
    here = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    free = shutil.disk_usage(folder).free
    if entry.size - here > free:
        raise DownloadFailed(
            f"{entry.name} needs {(entry.size - here) / 1e6:.0f} MB more on the disk "
            f"of {folder}; {free / 1e6:.0f} MB are free.",
            retryable=False,
        )


def _fetched(
    entry: Entry,
    folder: Path,
    hub: str,
    progress: Progress,
    wait: Callable[[float], None],
) -> tuple[File, ...]:
    done = 0
    files = []
    with httpx.Client(timeout=TIMEOUT, headers={"User-Agent": "selaras"}) as client:
        for remote in entry.remotes:
            download = Download(
                client=client,
                url=_address(hub, remote),
                path=folder / remote.local,
                expected=Expected(size=remote.size, sha256=remote.sha256),
                told=partial(_tell, progress, done, entry.size),
                wait=wait,
            )
            sha256 = download.run()
            size = download.path.stat().st_size
            done += size
            progress(done, entry.size)
            files.append(File(path=remote.local, size=size, sha256=sha256))
    return tuple(files)


def _tell(progress: Progress, before: int, total: int, here: int) -> None:
    progress(before + here, total)


def _nobody(done: int, total: int) -> None:
    """
    Whoever does not want to be told.
    """


def _address(hub: str, remote: Remote) -> str:
    return f"{hub}/{remote.repository}/resolve/{remote.revision}/{remote.path}"


def _manifest(entry: Entry, files: tuple[File, ...]) -> Manifest:
    return Manifest(
        name=entry.name,
        version=entry.version,
        kind="ctranslate2",
        summary=entry.summary,
        licence=entry.licence,
        languages=entry.languages,
        models=entry.models,
        files=files,
        routes=entry.routes,
        warning=entry.warning,
    )
