"""
A line of text, in the faces and the order in which it is drawn.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PIL import ImageDraw, features

from selaras.languages import LANGUAGES, Tag
from selaras_site.public.cards.bidi import levels_of, visual_order
from selaras_site.public.cards.cleaning import LONGEST, clean, clusters_of
from selaras_site.public.cards.errors import ShapingUnavailable
from selaras_site.public.cards.fonts import Face, Weight, faces_for
from selaras_site.public.cards.spacing import halved_in

ELLIPSIS = "…"
EM = 100
"""
Text is measured once, at this size; a width at another is in proportion.
"""


@dataclass(frozen=True, slots=True)
class Choice:
    """
    How one character is set: neighbours with the same are drawn together.
    """

    face: Face
    level: int
    halved: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """
    Neighbouring characters of one face and one direction, as that face spells them.
    """

    text: str
    language: str
    choice: Choice

    @property
    def level(self) -> int:
        """
        Odd for what runs to the left.
        """
        return self.choice.level

    @property
    def direction(self) -> str:
        """
        What raqm is told: ``rtl`` joins and mirrors, too.
        """
        return "rtl" if self.level % 2 else "ltr"

    @property
    def features(self) -> list[str]:
        """
        What the face is asked for: ``halt`` takes half of a square sign away.
        """
        return ["halt"] if self.choice.halved else []

    def width(self, size: float) -> float:
        """
        How far it moves the pen.
        """
        return self.choice.face.sized(size).getlength(
            self.text,
            direction=self.direction,
            features=self.features,
            language=self.language,
        )

    def draw(
        self,
        canvas: ImageDraw.ImageDraw,
        at: tuple[float, float],
        size: float,
        ink: str,
    ) -> None:
        """
        Draw it from the left end of its baseline.
        """
        canvas.text(
            at,
            self.text,
            fill=ink,
            font=self.choice.face.sized(size),
            anchor="ls",
            direction=self.direction,
            features=self.features,
            language=self.language,
            stroke_width=self.choice.face.stroke * size,
        )


@dataclass(frozen=True)
class Paragraph:
    """
    A text whose every character has a face and a level.
    """

    text: str
    language: Tag
    faces: tuple[Face, ...]
    _chosen: tuple[Choice, ...]

    def runs(self, start: int, end: int) -> list[Run]:
        """
        The runs of a line, from the left.
        """
        return visual_order(list(self._runs(start, end)))

    def width(self, start: int, end: int, size: float = EM) -> float:
        """
        How wide a line is.
        """
        return sum(run.width(size) for run in self.runs(start, end))

    def gave_half(self, at: int) -> bool:
        """
        Tell whether a sign is set in half of its square.
        """
        return self._chosen[at].halved

    def shortened(self, clusters: int) -> "Paragraph":
        """
        Its beginning, with an ellipsis.
        """
        kept = "".join(clusters_of(self.text)[:clusters])
        return _assign(
            kept.rstrip(" ,.:;、。，：；،؛") + ELLIPSIS,
            self.language,
            self.faces,
        )

    def _runs(self, start: int, end: int) -> Iterator[Run]:
        at = start
        language = LANGUAGES[self.language].html
        for choice, group in groupby(self._chosen[start:end]):
            length = len(list(group))
            text = choice.face.spell(self.text[at : at + length])
            at += length
            yield Run(text=text, language=language, choice=choice)


def compose(
    text: str, language: Tag, weight: Weight, folder: Path | None = None
) -> Paragraph:
    """
    Choose faces and directions for a text, after cleaning it.

    What no face can draw is left out if it is a sign, such as an emoji; letters leave
    an ellipsis, so that a reader sees that something is missing.
    """
    _require_shaping()
    faces = faces_for(language, weight, folder)
    clusters = clusters_of(clean(text[: LONGEST * 8]))
    drawable = _drawable(clusters[:LONGEST], faces)
    if len(clusters) > LONGEST:
        drawable += ELLIPSIS
    return _assign(drawable, language, faces)


def _require_shaping() -> None:
    if not features.check("raqm"):
        raise ShapingUnavailable(
            "Expected Pillow with raqm, which joins Arabic letters, but this one has "
            "none: install a Pillow wheel, or libraqm and Pillow from source."
        )


def _drawable(clusters: Sequence[str], faces: Sequence[Face]) -> str:
    kept: list[str] = []
    for cluster in clusters:
        if any(face.sets(cluster) for face in faces):
            kept.append(cluster)
        elif cluster[0].isalnum() and kept[-1:] != [ELLIPSIS]:
            kept.append(ELLIPSIS)
    return clean("".join(kept))


def _assign(text: str, language: Tag, faces: tuple[Face, ...]) -> Paragraph:
    base = 1 if LANGUAGES[language].direction == "rtl" else 0
    levels, halved = levels_of(text, base), halved_in(text, language)
    chosen: list[Choice] = []
    for cluster in clusters_of(text):
        at = len(chosen)
        face = _choose(cluster, levels[at], chosen[-1:], faces)
        chosen.extend([Choice(face, levels[at], halved[at])] * len(cluster))
    return Paragraph(text, language, faces, tuple(chosen))


def _choose(
    cluster: str, level: int, last: Sequence[Choice], faces: tuple[Face, ...]
) -> Face:
    """
    Signs and spaces stay in the face of the word before them, so that it looks whole.
    """
    if last and last[0].level == level and not cluster[0].isalpha():
        faces = (last[0].face, *faces)
    return next((face for face in faces if face.sets(cluster)), faces[0])
