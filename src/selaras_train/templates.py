"""
Training text of our own, made of templates: one sentence in six languages, with holes.

A small model learns from it to carry over what must not be wrong: sums, dates, clocks,
names. A template is a row of a table with the columns id, en, fr, zh, ja, ar, and says
``{rupiah}`` where a sum stands; what holes there are is listed in ``fillers``.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from selaras.languages import LANGUAGES, Tag
from selaras_train.errors import TemplateInvalid
from selaras_train.fillers import FILLERS

COLUMNS: tuple[Tag, ...] = ("id", "en", "fr", "zh", "ja", "ar")
HOLE = re.compile(r"\{(?P<kind>[a-z]+)(?:\.\d)?\}")
ELISION = re.compile(r"\b(?P<word>[dDlLsS]|[qQ]u|[jJ]usqu|[lL]orsqu|[pP]uisqu)e\s*$")
VOWELS = tuple("AEIOUYÀÂÉÈÊÎÔŒaeiouàâéèêîôœ")


@dataclass(frozen=True, slots=True)
class Template:
    """
    One sentence with holes, the same ones in every language.
    """

    texts: Mapping[Tag, str]

    @property
    def holes(self) -> tuple[str, ...]:
        """
        Its holes, in the order of the Indonesian sentence.
        """
        return tuple(dict.fromkeys(hole[0] for hole in HOLE.finditer(self.texts["id"])))

    def filled(self, chooser: Random) -> dict[Tag, str]:
        """
        The sentence in every language, its holes filled with the same values.
        """
        values = {hole: FILLERS[kind_of(hole)](chooser) for hole in self.holes}
        return {
            tag: filled(text, {hole: value[tag] for hole, value in values.items()}, tag)
            for tag, text in self.texts.items()
        }


def compose(paths: Sequence[Path], out: Path, *, each: int, seed: int = 1) -> int:
    """
    Write ``out``, a table like those of ``news6``: up to ``each`` rows of a template.

    Returns the number of rows. The same seed writes the same file.

    Raises:
        TemplateInvalid: a table or a template is not as it must be.
    """
    templates = [
        (f"{path.stem}-{number}", template)
        for path in paths
        for number, template in enumerate(read_templates(path), start=1)
    ]
    rows = [
        "\t".join((name, str(number), *(row[tag] for tag in COLUMNS)))
        for name, template in templates
        for number, row in enumerate(rows_of(template, each, Random(f"{seed} {name}")))  # noqa: S311
    ]
    part = out.with_name(f"{out.name}.part")
    part.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    part.replace(out)
    return len(rows)


def rows_of(template: Template, each: int, chooser: Random) -> Iterator[dict[Tag, str]]:
    """
    Different fillings of a template; one alone where it has no hole.
    """
    seen = set()
    for _ in range(each):
        row = template.filled(chooser)
        if row["id"] not in seen:
            seen.add(row["id"])
            yield row


def read_templates(path: Path) -> Iterator[Template]:
    """
    The templates of a table, its first line being the columns' names.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise TemplateInvalid(
            f"Expected the first line of {path} to be {' '.join(COLUMNS)}, with tabs."
        )
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(COLUMNS) or not all(cell.strip() for cell in cells):
            filled_ones = sum(bool(cell.strip()) for cell in cells)
            raise TemplateInvalid(
                f"Expected {len(COLUMNS)} filled columns in line {number} of {path} "
                f"but got {filled_ones} of {len(cells)}."
            )
        template = Template(dict(zip(COLUMNS, cells, strict=True)))
        check(template, f"line {number} of {path}")
        yield template


def check(template: Template, where: str) -> None:
    """
    Refuse a hole that nothing fills, and languages that have other holes.
    """
    ours = sorted(template.holes)
    for hole in ours:
        if kind_of(hole) not in FILLERS:
            raise TemplateInvalid(
                f"Expected {where} to have holes of {', '.join(sorted(FILLERS))} but "
                f"got {hole}."
            )
    for tag, text in template.texts.items():
        theirs = sorted(hole[0] for hole in HOLE.finditer(text))
        strays = HOLE.sub("", text)
        if theirs != ours or "{" in strays or "}" in strays:
            language = LANGUAGES[tag].english_name
            raise TemplateInvalid(
                f"Expected {where} to have the holes {' '.join(ours) or 'none'} in "
                f"{language} but got {' '.join(theirs) or 'none'}: {text}"
            )


def kind_of(hole: str) -> str:
    """
    The kind of a hole.

    >>> kind_of("{rupiah.2}")
    'rupiah'
    """
    return hole.strip("{}").partition(".")[0]


def filled(text: str, values: Mapping[str, str], language: Tag) -> str:
    """
    A text with its holes filled, French words elided before a vowel.

    >>> filled("le maire de {city}", {"{city}": "Ambon"}, "fr")
    "le maire d'Ambon"
    >>> filled("au prix de {rupiah}.", {"{rupiah}": "5 roupies"}, "fr")
    'au prix de 5 roupies.'
    """
    written, end = "", 0
    for hole in HOLE.finditer(text):
        value = values[hole[0]]
        written += text[end : hole.start()]
        if language == "fr" and value.startswith(VOWELS):
            written = ELISION.sub(r"\g<word>'", written)
        written += value
        end = hole.end()
    return written + text[end:]
