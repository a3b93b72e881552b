"""
An adapted part with the others of its model, as a model of its own.
"""

import hashlib
import shutil
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from selaras.errors import ManifestInvalid
from selaras.weights import File, Manifest, Model, Part, Score, Source
from selaras.weights.manifest import FILE, NAME, Pair, read
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

    The folder appears when everything is in it. What the manifest said of a pair that
    the part translates was measured with other weights, and is left out.
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
    old = touched(manifest, part)
    adapted = replace(
        manifest,
        name=name,
        summary=f"{manifest.summary} Adapted from {manifest.label} to corrections.",
        files=tuple(described(fresh, file.path) for file in manifest.files),
        sources=(*manifest.sources, learnt),
        scores=(*(s for s in manifest.scores if s.pair not in old), *scores),
    )
    (fresh / FILE).write_text(write(adapted), encoding="utf-8")
    read(fresh)
    fresh.rename(out)
    return adapted


def touched(manifest: Manifest, part: Part) -> set[Pair]:
    """
    Every pair that other weights in a part's place change, on the way to it as well.
    """
    own = set(part.pairs)
    return own | {
        (source, target)
        for source, target in manifest.pairs
        if own & set(pairwise((source, *manifest.route(source, target), target)))
    }


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
