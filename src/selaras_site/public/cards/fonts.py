"""
Which typeface sets which script, and where it is found.

A folder the caller names comes first, then the packages that ``selaras[site]``
installs, then where Debian's ``fonts-noto-core`` and ``fonts-noto-cjk`` lie.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from fontTools.ttLib import TTFont  # type: ignore[import-untyped, unused-ignore]
from PIL import ImageFont

from selaras.languages import Tag
from selaras_site.public.cards.cleaning import INVISIBLE
from selaras_site.public.cards.errors import FontMissing

Kind = Literal["Latin", "Arabic", "Chinese", "Japanese"]
Weight = Literal["regular", "bold"]

DEBIAN = Path("/usr/share/fonts")

ORDER: Mapping[Tag, tuple[Kind, ...]] = MappingProxyType(
    {
        "id": ("Latin", "Chinese", "Japanese", "Arabic"),
        "en": ("Latin", "Chinese", "Japanese", "Arabic"),
        "fr": ("Latin", "Chinese", "Japanese", "Arabic"),
        "zh": ("Chinese", "Latin", "Japanese", "Arabic"),
        "ja": ("Japanese", "Latin", "Chinese", "Arabic"),
        "ar": ("Arabic", "Latin", "Chinese", "Japanese"),
    }
)
"""
The typeface of each language, then those asked for what it lacks.
"""

INSTEAD: Mapping[str, str] = MappingProxyType(
    {
        "\N{HYPHEN}": "-",
        "\N{NON-BREAKING HYPHEN}": "-",
        "\N{NARROW NO-BREAK SPACE}": "\N{NO-BREAK SPACE}",
    }
)
"""
Characters that mean something to line breaking and look like another.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """
    One file that can set a script.

    ``package`` is the module that holds it, or nothing for Debian's. ``axes`` are of a
    variable font; ``stroke`` is how far, in parts of the size, to thicken the letters
    of a face that comes in one weight only; ``index`` is its place in a collection.
    """

    file: str
    package: str = ""
    index: int = 0
    stroke: float = 0
    axes: Mapping[str, float] = field(default_factory=dict)


def _latin(weight: int, style: str) -> tuple[Candidate, ...]:
    return (
        Candidate(
            package="fontpkg_source_serif_4",
            file="files/SourceSerif4[opsz,wght].ttf",
            axes={"Weight": weight, "Optical Size": 36},
        ),
        Candidate(file=f"truetype/noto/NotoSerif-{style}.ttf"),
    )


def _arabic(weight: int, style: str) -> tuple[Candidate, ...]:
    return (
        Candidate(
            package="pylopdf_fonts_ar",
            file="NotoNaskhArabic-Variable.ttf",
            axes={"Weight": weight},
        ),
        Candidate(file=f"truetype/noto/NotoNaskhArabic-{style}.ttf"),
    )


def _han(
    package: str, file: str, stroke: float, style: str, index: int
) -> tuple[Candidate, ...]:
    debian = f"opentype/noto/NotoSerifCJK-{style}.ttc"
    return (
        Candidate(package=package, file=file, stroke=stroke),
        Candidate(file=debian, index=index),
    )


_CHINESE = ("pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf")
_JAPANESE = ("pylopdf_fonts_jp", "NotoSerifJP-Regular.otf")

CANDIDATES: Mapping[tuple[Kind, Weight], tuple[Candidate, ...]] = MappingProxyType(
    {
        ("Latin", "regular"): _latin(400, "Regular"),
        ("Latin", "bold"): _latin(700, "Bold"),
        ("Arabic", "regular"): _arabic(400, "Regular"),
        ("Arabic", "bold"): _arabic(700, "Bold"),
        ("Chinese", "regular"): _han(*_CHINESE, 0, "Regular", 2),
        ("Chinese", "bold"): _han(*_CHINESE, 0.013, "Bold", 2),
        ("Japanese", "regular"): _han(*_JAPANESE, 0, "Regular", 0),
        ("Japanese", "bold"): _han(*_JAPANESE, 0.013, "Bold", 0),
    }
)


@dataclass(frozen=True)
class Face:
    """
    A typeface found on this machine.
    """

    path: Path
    index: int
    stroke: float
    axes: tuple[tuple[str, float], ...]

    @cached_property
    def characters(self) -> frozenset[int]:
        """
        The code points it has a glyph for.
        """
        return _characters(self.path, self.index)

    def sets(self, cluster: str) -> bool:
        """
        Tell whether it can draw a cluster without an empty box.
        """
        seen = INVISIBLE.sub("", self.spell(cluster))
        return self.characters.issuperset(map(ord, seen))

    def spell(self, text: str) -> str:
        """
        Write a text with characters it has, where one looks like another.
        """
        return "".join(self._spell(character) for character in text)

    def sized(self, size: float) -> ImageFont.FreeTypeFont:
        """
        The face at a size in pixels, shaped by raqm.
        """
        return _sized(self.path, self.index, self.axes, size)

    def _spell(self, character: str) -> str:
        if ord(character) in self.characters:
            return character
        return INSTEAD.get(character, character)


def faces_for(
    language: Tag, weight: Weight, folder: Path | None = None
) -> tuple[Face, ...]:
    """
    The faces that set a language, its own first.

    Its own must be there; those for foreign words are taken if they are.
    """
    kinds = ORDER.get(language)
    if kinds is None:
        raise FontMissing(f"Expected one of {', '.join(ORDER)} but got {language!r}.")
    found = [_find(kind, weight, folder) for kind in kinds]
    if found[0] is None:
        raise FontMissing(_advice(kinds[0], weight))
    return tuple(face for face in found if face is not None)


@lru_cache(maxsize=64)
def _find(kind: Kind, weight: Weight, folder: Path | None) -> Face | None:
    for path, candidate in _places(CANDIDATES[kind, weight], folder):
        if path.is_file():
            axes = tuple(candidate.axes.items())
            return Face(path, candidate.index, candidate.stroke, axes)
    return None


def _places(
    candidates: tuple[Candidate, ...], folder: Path | None
) -> Iterator[tuple[Path, Candidate]]:
    if folder is not None:
        for candidate in candidates:
            yield folder / Path(candidate.file).name, candidate
    for candidate in candidates:
        root = _package_root(candidate.package) if candidate.package else DEBIAN
        if root is not None:
            yield root / candidate.file, candidate


def _package_root(package: str) -> Path | None:
    spec = find_spec(package)
    return Path(spec.origin).parent if spec is not None and spec.origin else None


def _advice(kind: Kind, weight: Weight) -> str:
    packaged, debian = CANDIDATES[kind, weight]
    package = packaged.package.replace("_", "-")
    fonts = "fonts-noto-cjk" if "CJK" in debian.file else "fonts-noto-core"
    return (
        f"Expected a typeface for {kind} text but found none: "
        f"install the Python package {package} or Debian's {fonts}."
    )


@lru_cache(maxsize=16)
def _characters(path: Path, index: int) -> frozenset[int]:
    number = index if path.suffix == ".ttc" else -1
    with TTFont(path, fontNumber=number, lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=256)
def _sized(
    path: Path, index: int, axes: tuple[tuple[str, float], ...], size: float
) -> ImageFont.FreeTypeFont:
    engine = ImageFont.Layout.RAQM
    font = ImageFont.truetype(path, size, index=index, layout_engine=engine)
    if axes:
        wanted = dict(axes)
        font.set_variation_by_axes(
            [
                wanted.get(_name(axis["name"]), axis["default"] or 0)
                for axis in font.get_variation_axes()
            ]
        )
    return font


def _name(name: bytes | str | None) -> str:
    return name.decode() if isinstance(name, bytes) else name or ""
