"""
The models on this machine: the one in the box, and those in the store.

A model is put into the store beside the others under another name, forced to the disk,
and only then given its own name: a reader of the store sees all of it or nothing.
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from selaras.errors import ChecksumMismatch, ManifestInvalid, ModelMissing, WeightsError
from selaras.weights.manifest import FILE, NAME, File, Manifest, read

EMBEDDED = "embedded"
"""
The name by which the model in the box is always found, whatever it is called.
"""

VARIABLE = "SELARAS_MODELS"
UNFINISHED = ".unfinished-"
REPLACED = ".replaced-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """
    A model that lies on this machine, and its folder.
    """

    manifest: Manifest
    folder: Path
    embedded: bool = False

    @property
    def name(self) -> str:
        """
        The name in its manifest.
        """
        return self.manifest.name

    def verify(self) -> None:
        """
        Read every file, and raise ``ChecksumMismatch`` unless it is what it should be.
        """
        for file in self.manifest.files:
            check_file(self.folder, file)


@dataclass(frozen=True, slots=True)
class Store:
    """
    A folder that holds models, each in a folder of its own name.
    """

    root: Path

    @classmethod
    def here(cls, root: Path | None = None) -> "Store":
        """
        The given folder, or the one that ``SELARAS_MODELS`` names, or the user's own.
        """
        if root is None:
            named = os.environ.get(VARIABLE)
            data = platformdirs.user_data_path("selaras", appauthor=False)
            root = Path(named).expanduser() if named else data / "models"
        return cls(root)

    def models(self) -> tuple[Model, ...]:
        """
        The models in the store, by name. What is no model is passed over.
        """
        if not self.root.is_dir():
            return ()
        folders = sorted(self.root.iterdir())
        return tuple(model for folder in folders if (model := _model_in(folder)))

    def find(self, name: str) -> Model:
        """
        The model of this name; the one in the box by its own name or as "embedded".
        """
        in_box = embedded()
        if name in (EMBEDDED, in_box.name):
            return in_box
        folder = self._folder(name)
        if not (folder / FILE).is_file() and not _put_back(folder):
            raise ModelMissing(self._missing(name))
        return Model(manifest=read(folder), folder=folder)

    def add(self, folder: Path) -> Model:
        """
        Copy the model in a folder into the store, in place of one of the same name.
        """
        manifest = read(folder)
        _check_free(manifest.name)
        with self.preparing(manifest.name) as fresh:
            for file in manifest.files:
                _copy(folder / file.path, fresh / file.path)
                check_file(fresh, file)
            _copy(folder / FILE, fresh / FILE)
            if (card := folder / "README.md").is_file():
                _copy(card, fresh / "README.md")
        return self.find(manifest.name)

    def remove(self, name: str) -> None:
        """
        Take a model out of the store.
        """
        model = self.find(name)
        if model.embedded:
            raise WeightsError(
                f"The model {model.name} is part of Selaras and cannot be removed."
            )
        shutil.rmtree(_set_aside(model.folder))

    @contextmanager
    def preparing(self, name: str) -> Iterator[Path]:
        """
        A fresh folder that becomes the model of this name, if nothing is raised in it.
        """
        target = self._folder(name)
        self.root.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f"{UNFINISHED}{name}-", dir=self.root))
        try:
            yield fresh
            install(fresh, target)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)

    def _folder(self, name: str) -> Path:
        if not NAME.fullmatch(name):
            raise ModelMissing(
                "A model's name is small letters and digits, with dots, dashes or "
                f'underscores between them; "{name}" is not.'
            )
        return self.root / name

    def _missing(self, name: str) -> str:
        known = [embedded().name, *(model.name for model in self.models())]
        return (
            f'No model "{name}" is on this machine; there is {", ".join(known)}. '
            f"Fetch one with `selaras models pull`, or import a folder."
        )


def embedded() -> Model:
    """
    The model in the box: whichever lies in this package's folder of that name.
    """
    (folder,) = (
        path
        for path in (Path(__file__).parent / EMBEDDED).iterdir()
        if (path / FILE).is_file()
    )
    return Model(manifest=read(folder), folder=folder, embedded=True)


def list_models(root: Path | None = None) -> tuple[Model, ...]:
    """
    The model in the box, then those in the store.
    """
    return (embedded(), *Store.here(root).models())


def find(name: str = EMBEDDED, root: Path | None = None) -> Model:
    """
    The model of this name on this machine, or ``ModelMissing``.

    >>> find().manifest.licence
    'Apache-2.0'
    """
    return Store.here(root).find(name)


def import_model(folder: Path, root: Path | None = None) -> Model:
    """
    Copy the model in a folder into the store.
    """
    return Store.here(root).add(folder)


def remove(name: str, root: Path | None = None) -> None:
    """
    Take a model out of the store.
    """
    Store.here(root).remove(name)


def check_file(folder: Path, file: File) -> None:
    """
    Raise ``ChecksumMismatch`` unless the file is there and is what it should be.
    """
    path = folder / file.path
    try:
        size = path.stat().st_size
        found = digest(path)
    except OSError as error:
        raise ChecksumMismatch(
            f"{path} is to be a file of {file.size} bytes; it cannot be read "
            f"({error.strerror})."
        ) from error
    if (size, found) != (file.size, file.sha256):
        raise ChecksumMismatch(
            f"{path} is to have {file.size} bytes with the SHA-256 {file.sha256}; "
            f"it has {size} bytes with {found}."
        )


def digest(path: Path) -> str:
    """
    The SHA-256 of a file.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def install(fresh: Path, target: Path) -> None:
    """
    Give a finished folder its name, in place of what had the name before.
    """
    # mkdtemp makes a folder for its owner alone; a model is for whoever may read.
    fresh.chmod(0o755)
    for path in (*fresh.rglob("*"), fresh):
        _force_to_disk(path)
    # A folder cannot be renamed onto a full one, so the old one steps aside first.
    aside = _set_aside(target) if target.exists() else None
    try:
        fresh.rename(target)
    except OSError:
        if aside:
            aside.rename(target)
        raise
    if aside:
        shutil.rmtree(aside, ignore_errors=True)
    _force_to_disk(target.parent)


def _set_aside(folder: Path) -> Path:
    aside = Path(tempfile.mkdtemp(prefix=REPLACED, dir=folder.parent)) / folder.name
    return folder.rename(aside).parent


def _put_back(folder: Path) -> bool:
    # Power may fail between the old model's stepping aside and the new one's coming.
    for aside in folder.parent.glob(f"{REPLACED}*/{folder.name}"):
        if (aside / FILE).is_file():
            aside.rename(folder)
            aside.parent.rmdir()
            return True
    return False


def _model_in(folder: Path) -> Model | None:
    if folder.name.startswith(".") or not (folder / FILE).is_file():
        return None
    try:
        return Model(manifest=read(folder), folder=folder)
    except ManifestInvalid:
        return None


def _check_free(name: str) -> None:
    if name in (EMBEDDED, embedded().name):
        raise WeightsError(
            f'The name "{name}" belongs to the model in the box; give yours another.'
        )


def _copy(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    except OSError as error:
        raise WeightsError(
            f"{source} cannot be copied into the store: {error.strerror}."
        ) from error


def _force_to_disk(path: Path) -> None:
    # On Windows a folder cannot be opened, nor need it be.
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
