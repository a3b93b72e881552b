"""
What is trained on what, and how: a TOML file, read into values.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from selaras.languages import LANGUAGES, Tag
from selaras_train.errors import RecipeInvalid

Section = TypeVar("Section")
Direction = tuple[Tag, Tag]


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpus:
    """
    One file of parallel text, and what its columns are.

    ``columns`` names each column: a language, ``corpus`` for a column that says where a
    row comes from, or anything else for what is not read. Empty means that the first
    line of the file names them. ``also`` gives more columns that translate each other.
    """

    path: str
    columns: tuple[str, ...] = ()
    name: str = ""
    also: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaning:
    """
    What is mended and left out.

    ``full_stops`` names the corpora whose lines lost their last one; ``furniture``
    gives for a corpus the words from which on a line is page furniture.
    """

    full_stops: tuple[str, ...] = ()
    furniture: Mapping[str, str] = field(default_factory=dict)
    longest: int = 600
    steepest: float = 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Augmenting:
    """
    The corpora whose pairs are learnt from a second time, changed.

    Those of ``covered`` with numbers and names covered, as corpus ``NAME+covered``;
    those of ``rough`` with typing errors and the like in the source, as ``NAME+rough``.
    """

    covered: tuple[str, ...] = ()
    rough: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """
    The size of the vocabulary and of the network; ``longest`` in pieces a side.
    """

    vocabulary: int = 10_000
    longest: int = 120
    width: int = 256
    heads: int = 4
    inner: int = 1536
    encoder_layers: int = 6
    decoder_layers: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """
    How it is trained.

    A step learns from ``batches`` batches of ``tokens`` padded pieces a side.
    ``guidance`` is how much it weighs where the alignment head looks, in pairs that
    were aligned.
    """

    tokens: int = 2000
    batches: int = 2
    matrix_rate: float = 2e-3
    other_rate: float = 1e-3
    decay: float = 0.01
    warmup: int = 100
    fall: float = 0.25
    dropout: float = 0.1
    smoothing: float = 0.1
    guidance: float = 0.05
    exponent: float = 0.7
    seed: int = 1
    pool: int = 16_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """
    A whole recipe.

    ``weights`` says how often a corpus is drawn from, 1 for its share.
    ``licences`` says of each corpus what its owners say.
    """

    name: str
    directions: tuple[Direction, ...]
    corpora: tuple[Corpus, ...] = ()
    cleaning: Cleaning = field(default_factory=Cleaning)
    augmenting: Augmenting = field(default_factory=Augmenting)
    shape: Shape = field(default_factory=Shape)
    course: Course = field(default_factory=Course)
    weights: Mapping[str, float] = field(default_factory=dict)
    licences: Mapping[str, str] = field(default_factory=dict)


def read_recipe(path: Path) -> Recipe:
    """
    Read a recipe file, or say what is wrong with it.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise RecipeInvalid(f"There is no recipe {path}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeInvalid(f"{path} is not TOML: {error}") from error
    return recipe_from(content, name=path.stem)


def recipe_from(content: Mapping[str, Any], *, name: str) -> Recipe:
    """
    A recipe of what a TOML file holds.
    """
    known = {field.name for field in fields(Recipe)}
    _refuse_unknown("the recipe", content, known)
    weights, licences = content.get("weights", {}), content.get("licences", {})
    return Recipe(
        name=str(content.get("name", name)),
        directions=tuple(
            direction_named(text) for text in content.get("directions", ())
        ),
        corpora=tuple(_section(Corpus, part) for part in content.get("corpora", ())),
        cleaning=_section(Cleaning, content.get("cleaning", {})),
        augmenting=_section(Augmenting, content.get("augmenting", {})),
        shape=_section(Shape, content.get("shape", {})),
        course=_section(Course, content.get("course", {})),
        weights={str(corpus): float(weight) for corpus, weight in weights.items()},
        licences={str(corpus): str(licence) for corpus, licence in licences.items()},
    )


def direction_named(text: str) -> Direction:
    """
    A direction by its name, such as ``id-en``.
    """
    source, _, target = text.partition("-")
    if source not in LANGUAGES or target not in LANGUAGES or source == target:
        raise RecipeInvalid(f"Expected a direction like id-en but got {text!r}.")
    return source, target


def _section(kind: type[Section], content: Mapping[str, Any]) -> Section:
    known = set(kind.__dataclass_fields__)  # type: ignore[attr-defined]
    _refuse_unknown(f"[{kind.__name__.lower()}]", content, known)
    try:
        return kind(**{name: _frozen(value) for name, value in content.items()})
    except TypeError as error:
        raise RecipeInvalid(f"[{kind.__name__.lower()}]: {error}.") from error


def _refuse_unknown(where: str, content: Mapping[str, Any], known: set[str]) -> None:
    if unknown := sorted(set(content) - known):
        raise RecipeInvalid(
            f"Expected {where} to hold {', '.join(sorted(known))} but got "
            f"{', '.join(unknown)}."
        )


def _frozen(value: object) -> object:
    return tuple(_frozen(part) for part in value) if isinstance(value, list) else value
