"""
What a model says about itself: its manifest, ``manifest.toml`` in its folder.

The format is described in ``docs/reference/manifest.md``. A manifest is read strictly:
an unknown key is as wrong as a missing one, because a setting that is silently ignored
changes translations without anybody knowing why.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path, PurePosixPath

from selaras.errors import ManifestInvalid
from selaras.languages import Tag
from selaras.weights.table import Table

FILE = "manifest.toml"
SCHEMA = 1
KINDS = ("ctranslate2",)

Pair = tuple[Tag, Tag]

NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")
PAIR = re.compile(r"([a-z]{2,3})-([a-z]{2,3})")
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """
    How a model is spoken to: the tokens round the source and before the target.

    In ``prefix``, ``suffix`` and ``target_prefix``, ``{source}`` and ``{target}`` stand
    for the language's name in ``codes``, or for its tag. ``cleaned`` says that the
    model was trained on text as Selaras cleans it, ``covers`` that it carries over the
    signs ``<N0>``, ``<E0>`` and so on, whatever they stand for.
    """

    prefix: str = ""
    suffix: str = ""
    target_prefix: str = ""
    cleaned: bool = False
    covers: bool = False
    codes: Mapping[Tag, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """
    How the model's authors found that it is best decoded.
    """

    beam_size: int = 4
    length_penalty: float = 1.0
    repetition_penalty: float = 1.0
    no_repeat_ngram_size: int = 0
    max_source_pieces: int = 110
    growth: float = 2.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """
    One folder of a model: the pairs it translates directly, and how.

    ``folder`` is inside the model's folder; "." is that folder itself.
    """

    folder: str
    pairs: tuple[Pair, ...]
    architecture: str
    parameters: int
    vocabulary: int
    tokenizer: str
    target_tokenizer: str = ""
    spoken: Spoken = field(default_factory=Spoken)
    decoding: Decoding = field(default_factory=Decoding)


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """
    One file of a model, by its path inside the model's folder.
    """

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """
    Data that a model was trained on, and the licence that its owners state.
    """

    name: str
    licence: str
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """
    A measurement, with the signature without which it means nothing.
    """

    pair: Pair
    metric: str
    value: float
    signature: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """
    A model, as it describes itself.

    ``routes`` says, for a pair, through which languages it is best translated: () is
    directly. A pair of a part that is not in ``routes`` goes directly.
    """

    name: str
    version: str
    kind: str
    summary: str
    licence: str
    languages: tuple[Tag, ...]
    models: tuple[Part, ...]
    files: tuple[File, ...]
    routes: Mapping[Pair, tuple[Tag, ...]] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    scores: tuple[Score, ...] = ()
    warning: str = ""

    @property
    def label(self) -> str:
        """
        What provenance calls this model.
        """
        return f"{self.name} {self.version}"

    @property
    def size(self) -> int:
        """
        How many bytes its files have together.
        """
        return sum(file.size for file in self.files)

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """
        Every pair that it translates, directly or through a pivot.
        """
        direct = [pair for part in self.models for pair in part.pairs]
        return tuple(dict.fromkeys([*direct, *self.routes]))

    def route(self, source: Tag, target: Tag) -> tuple[Tag, ...]:
        """
        The languages that a pair passes on its way; () is directly.
        """
        return self.routes.get((source, target), ())


def read(folder: Path) -> Manifest:
    """
    The manifest of the model in a folder.
    """
    path = folder / FILE
    try:
        return parse(path.read_bytes(), origin=str(path))
    except OSError as error:
        raise ManifestInvalid(
            f"A model's folder holds a file {FILE}; {folder} has none that can be "
            f"read ({error.strerror})."
        ) from error


def parse(data: bytes, *, origin: str = FILE) -> Manifest:
    """
    A manifest from its bytes; ``origin`` says in messages where they are from.
    """
    try:
        content = tomllib.loads(data.decode("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ManifestInvalid(f"{origin} is to be TOML in UTF-8; {error}.") from error
    manifest = _manifest(Table(content, origin))
    _check(manifest, origin)
    return manifest


def _manifest(table: Table) -> Manifest:
    _check_schema(table)
    return table.closed(
        Manifest(
            name=table.matching("name", NAME),
            version=table.text("version"),
            kind=table.one_of("kind", KINDS),
            summary=table.text("summary"),
            licence=table.text("licence"),
            languages=table.texts("languages"),
            models=tuple(_part(part) for part in table.tables("models")),
            files=tuple(_file(file) for file in table.tables("files")),
            routes={
                _pair(key, table): tuple(via)
                for key, via in table.text_lists("routes").items()
            },
            sources=tuple(_source(source) for source in table.tables("sources", ())),
            scores=tuple(_score(score) for score in table.tables("scores", ())),
            warning=table.text("warning", ""),
        )
    )


def _check_schema(table: Table) -> None:
    schema = table.number("schema")
    if schema != SCHEMA:
        raise ManifestInvalid(
            f"This version of Selaras reads manifests of schema {SCHEMA}; "
            f"{table.origin} is of schema {schema}."
        )


def _part(table: Table) -> Part:
    return table.closed(
        Part(
            folder=_inside(table.text("folder"), table),
            pairs=_pairs(table),
            architecture=table.text("architecture"),
            parameters=table.number("parameters"),
            vocabulary=table.number("vocabulary"),
            tokenizer=_inside(table.text("tokenizer"), table),
            target_tokenizer=_inside(table.text("target_tokenizer", ""), table),
            spoken=_spoken(table.table("spoken")),
            decoding=_decoding(table.table("decoding")),
        )
    )


def _spoken(table: Table) -> Spoken:
    default = Spoken()
    return table.closed(
        Spoken(
            prefix=table.template("prefix", default.prefix),
            suffix=table.template("suffix", default.suffix),
            target_prefix=table.template("target_prefix", default.target_prefix),
            cleaned=table.flag("cleaned", default=default.cleaned),
            covers=table.flag("covers", default=default.covers),
            codes=table.text_map("codes"),
        )
    )


def _decoding(table: Table) -> Decoding:
    default = Decoding()
    return table.closed(
        Decoding(
            beam_size=table.number("beam_size", default.beam_size, at_least=1),
            length_penalty=table.decimal("length_penalty", default.length_penalty),
            repetition_penalty=table.decimal(
                "repetition_penalty", default.repetition_penalty
            ),
            no_repeat_ngram_size=table.number(
                "no_repeat_ngram_size", default.no_repeat_ngram_size
            ),
            max_source_pieces=table.number(
                "max_source_pieces", default.max_source_pieces, at_least=1
            ),
            growth=table.decimal("growth", default.growth),
        )
    )


def _file(table: Table) -> File:
    return table.closed(
        File(
            path=_inside(table.text("path"), table),
            size=table.number("size"),
            sha256=table.matching("sha256", SHA256),
        )
    )


def _source(table: Table) -> Source:
    return table.closed(
        Source(
            name=table.text("name"),
            licence=table.text("licence"),
            pairs=_pairs(table, ()),
        )
    )


def _score(table: Table) -> Score:
    return table.closed(
        Score(
            pair=_pair(table.text("pair"), table),
            metric=table.text("metric"),
            value=table.decimal("value"),
            signature=table.text("signature"),
        )
    )


def _pairs(table: Table, default: tuple[str, ...] | None = None) -> tuple[Pair, ...]:
    return tuple(_pair(text, table) for text in table.texts("pairs", default))


def _pair(text: str, table: Table) -> Pair:
    match = PAIR.fullmatch(text)
    if not match or match[1] == match[2]:
        raise ManifestInvalid(
            f'A pair in {table.origin} is written like "id-en"; it says "{text}".'
        )
    return (match[1], match[2])


def _inside(path: str, table: Table) -> str:
    # A path is data of somebody else's: it must not lead out of the model's folder.
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in path or ":" in path:
        raise ManifestInvalid(
            f"A path in {table.origin} stays inside the model's folder; "
            f'"{path}" does not.'
        )
    return path


def _check(manifest: Manifest, origin: str) -> None:
    _check_languages(manifest, origin)
    _check_routes(manifest, origin)
    _check_files(manifest, origin)


def _check_languages(manifest: Manifest, origin: str) -> None:
    used = {tag for pair in manifest.pairs for tag in pair}
    if unknown := sorted(used - set(manifest.languages)):
        raise ManifestInvalid(
            f"Every language of a pair is among the languages of {origin}; "
            f"{', '.join(unknown)} is not."
        )


def _check_routes(manifest: Manifest, origin: str) -> None:
    direct = {pair for part in manifest.models for pair in part.pairs}
    for (source, target), via in manifest.routes.items():
        path = (source, *via, target)
        for leg in pairwise(path):
            if leg not in direct:
                raise ManifestInvalid(
                    f"The route of {source}-{target} in {origin} passes "
                    f"{'-'.join(leg)}, which none of its models translates."
                )


def _check_files(manifest: Manifest, origin: str) -> None:
    listed = {str(PurePosixPath(file.path)) for file in manifest.files}
    for part in manifest.models:
        names = ["model.bin", "config.json", part.tokenizer, part.target_tokenizer]
        needed = {str(PurePosixPath(part.folder) / name) for name in names if name}
        if missing := sorted(needed - listed):
            raise ManifestInvalid(
                f"The model in {part.folder} of {origin} needs "
                f"{', '.join(missing)} among the files; it lists "
                f"{', '.join(sorted(listed)) or 'none'}."
            )
