"""
Several exported models as one: the model in the box may have a part for each pair.
"""

import hashlib
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from selaras.errors import ManifestInvalid
from selaras.languages import Tag
from selaras.weights.manifest import FILE, File, Manifest, Pair, Source, read
from selaras.weights.writing import write


def bundle(
    folders: Sequence[Path],
    out: Path,
    *,
    name: str,
    version: str,
    summary: str,
    warning: str = "",
    routes: Mapping[Pair, tuple[Tag, ...]] | None = None,
) -> Manifest:
    """
    Write a model that has every pair of the models in some folders.

    A pair that several have is the first one's. Each model's files lie in a folder of
    its name. Raises ``ManifestInvalid`` if a folder has no manifest or adds no pair.
    """
    taken: set[Pair] = set()
    kept: list[Manifest] = []
    out.mkdir(parents=True)
    for folder in folders:
        manifest = without_pairs(read(folder), taken, folder)
        taken.update(pair for part in manifest.models for pair in part.pairs)
        copy_files(manifest, folder, out / manifest.name)
        kept.append(manifest)
    bundled = replace(
        kept[0],
        name=name,
        version=version,
        summary=summary,
        warning=warning,
        languages=tuple(dict.fromkeys(tag for m in kept for tag in m.languages)),
        models=tuple(
            replace(part, folder=str(Path(manifest.name) / part.folder))
            for manifest in kept
            for part in manifest.models
        ),
        files=tuple(file for manifest in kept for file in files_of(manifest, out)),
        routes=dict(routes or {}),
        sources=tuple(merged(source for m in kept for source in m.sources)),
        scores=tuple(score for manifest in kept for score in manifest.scores),
    )
    (out / FILE).write_text(write(bundled), encoding="utf-8")
    return read(out)


def without_pairs(manifest: Manifest, taken: set[Pair], folder: Path) -> Manifest:
    """
    The manifest without the pairs that an earlier model has, and their scores.
    """
    models = tuple(
        replace(part, pairs=pairs)
        for part in manifest.models
        if (pairs := tuple(pair for pair in part.pairs if pair not in taken))
    )
    if not models:
        raise ManifestInvalid(f"The model in {folder} adds no pair to those before it.")
    scores = tuple(score for score in manifest.scores if score.pair not in taken)
    return replace(manifest, models=models, scores=scores)


def copy_files(manifest: Manifest, folder: Path, into: Path) -> None:
    """
    Copy what the manifest names, and the model's card.
    """
    cards = [path.name for path in folder.glob("*.md")]
    for path in (*(file.path for file in manifest.files), *cards):
        (into / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / path, into / path)


def files_of(manifest: Manifest, out: Path) -> Iterator[File]:
    """
    The files as they now lie, with their checksums taken anew.
    """
    for file in manifest.files:
        path = Path(manifest.name) / file.path
        data = (out / path).read_bytes()
        yield File(
            path=path.as_posix(),
            size=len(data),
            sha256=hashlib.sha256(data).hexdigest(),
        )


def merged(sources: Iterator[Source]) -> Iterator[Source]:
    """
    Sources by name, each with all the pairs that it was used for.
    """
    by_name: dict[str, Source] = {}
    for source in sources:
        known = by_name.setdefault(source.name, source)
        pairs = tuple(dict.fromkeys([*known.pairs, *source.pairs]))
        by_name[source.name] = replace(known, pairs=pairs)
    yield from by_name.values()
