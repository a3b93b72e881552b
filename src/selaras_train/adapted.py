"""
An adapted part with the others of its model, as a model of its own.
"""

import hashlib
import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from selaras.errors import ManifestInvalid
from selaras.weights import File, Manifest, Model, Part, Score, Source
from selaras.weights.manifest import FILE, NAME, read
from selaras.weights.writing import write

LICENCE = "the newsroom's own"
"""
What the manifest says of the corrections that were learnt from.
"""


def write_adapted(
    model: Model,
    part: Part,
    folder: Path,
    out: Path,
    *,
    name: str,
    scores: Iterable[Score],
) -> Manifest:
    """
    Write a model into ``out`` in which ``folder`` has the place of one part.

    The folder appears when everything is in it.
    """
    manifest = model.manifest
    fresh = out.with_name(f"{out.name}.part")
    shutil.rmtree(fresh, ignore_errors=True)
    for file in manifest.files:
        (fresh / file.path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(model.folder / file.path, fresh / file.path)
    for path in folder.iterdir():
        shutil.copyfile(path, fresh / part.folder / path.name)
    learnt = Source(name="corrections", licence=LICENCE, pairs=part.pairs)
    own = tuple(scores)
    pairs = {score.pair for score in own}
    adapted = replace(
        manifest,
        name=name,
        summary=f"{manifest.summary} Adapted from {manifest.label} to corrections.",
        files=tuple(described(fresh, file.path) for file in manifest.files),
        sources=(*manifest.sources, learnt),
        scores=(*(s for s in manifest.scores if s.pair not in pairs), *own),
    )
    (fresh / FILE).write_text(write(adapted), encoding="utf-8")
    read(fresh)
    fresh.rename(out)
    return adapted


def described(folder: Path, path: str) -> File:
    """
    A file as it lies there now.
    """
    data = (folder / path).read_bytes()
    return File(path=path, size=len(data), sha256=hashlib.sha256(data).hexdigest())


def check_name(name: str, model: Model) -> None:
    """
    Refuse a name that no manifest may have, and that of the model itself.
    """
    if not NAME.fullmatch(name) or name == model.name:
        raise ManifestInvalid(
            f"Expected a name in small letters, other than {model.name}, for the "
            f"adapted model but got {name!r}."
        )
