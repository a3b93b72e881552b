"""
Sets of sentences in six languages, and the lines in which people were wrong.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from selaras.errors import EvaluationError
from selaras.evaluation.mutations import Sample
from selaras.fidelity import Pair
from selaras.languages import LANGUAGES, SOURCE, TARGETS, Tag

COLUMNS: tuple[Tag, ...] = ("id", "en", "fr", "zh", "ja", "ar")
"""
The order of the languages in our six-way files, after article and sentence.
"""

Versions = Mapping[Tag, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelSet:
    """
    Sentences in several languages, line by line, and what tells this set from others.

    ``digest`` is the beginning of the SHA-256 of its files.
    """

    name: str
    digest: str
    lines: tuple[Versions, ...]

    @property
    def languages(self) -> tuple[Tag, ...]:
        """
        The languages that it has translations in.
        """
        return tuple(
            tag for tag in TARGETS if any(line.get(tag) for line in self.lines)
        )

    def samples(self, language: Tag) -> dict[int, Sample]:
        """
        The pairs into one language by the number of their line, from 1.

        A line that has no translation in the language is passed over.
        """
        return {
            number: sample_of(line, language)
            for number, line in enumerate(self.lines, start=1)
            if line.get(SOURCE) and line.get(language)
        }


def sample_of(line: Versions, language: Tag) -> Sample:
    """
    A line as a pair that is taken to be good.
    """
    pair = Pair(source=line[SOURCE], target=line[language], language=language)
    return Sample(pair=pair, versions=line)


def read_set(path: Path) -> ParallelSet:
    """
    A set of sentences: a six-way file, or files ``PREFIX.id``, ``PREFIX.en`` and so on.

    A line of a six-way file is ``article, sentence, id, en, fr, zh, ja, ar``, with tabs
    between. Of the files beside each other the Indonesian one must be there, and one
    more. Raises ``EvaluationError`` where the lines do not fit.
    """
    if path.is_file():
        return read_six_ways(path)
    beside = {
        tag: found
        for tag in LANGUAGES
        if (found := path.with_name(f"{path.name}.{tag}")).is_file()
    }
    if SOURCE not in beside or len(beside) < 2:
        raise EvaluationError(
            f"{path} is no file, and there are no files {path.name}.id, "
            f"{path.name}.en and so on beside each other."
        )
    return read_beside(path.name, beside)


def read_six_ways(path: Path) -> ParallelSet:
    """
    A file with six languages in each line.
    """
    lines = []
    for number, line in enumerate(lines_in(path), start=1):
        fields = line.split("\t")
        if len(fields) != len(COLUMNS) + 2:
            raise EvaluationError(
                f"Line {number} of {path.name} has {len(fields)} fields, "
                f"not {len(COLUMNS) + 2}."
            )
        lines.append(dict(zip(COLUMNS, fields[2:], strict=True)))
    return made(path.stem, lines, [path])


def read_beside(name: str, files: Mapping[Tag, Path]) -> ParallelSet:
    """
    Files with a language each.
    """
    texts = {tag: lines_in(path) for tag, path in files.items()}
    counts = {tag: len(lines) for tag, lines in texts.items()}
    if len(set(counts.values())) > 1:
        told = ", ".join(f"{files[tag].name} {count}" for tag, count in counts.items())
        raise EvaluationError(f"The files must have equally many lines: {told}.")
    lines = [
        dict(zip(texts, versions, strict=True))
        for versions in zip(*texts.values(), strict=True)
    ]
    return made(name, lines, list(files.values()))


def made(name: str, lines: Sequence[Versions], files: Sequence[Path]) -> ParallelSet:
    """
    The set, unless nothing is in it.
    """
    found = ParallelSet(name=name, digest=digest_of(files), lines=tuple(lines))
    if not found.languages or not any(line.get(SOURCE) for line in lines):
        raise EvaluationError(f"{name} holds no sentence with a translation.")
    return found


def lines_in(path: Path) -> list[str]:
    """
    The lines of a file; only a line feed ends one.
    """
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise EvaluationError(
            f"{path.name} is not UTF-8 text (byte {error.start + 1})."
        ) from error
    return text.removesuffix("\n").split("\n") if text else []


def digest_of(files: Sequence[Path]) -> str:
    """
    Which content was read.
    """
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceFault:
    """
    A line of a set in which the people who translated it were wrong, and in what.

    ``language`` is that of the version which is wrong; Indonesian, where the original
    is, which spoils the line for every language.
    """

    set: str
    line: int
    language: Tag
    what: str

    def spoils(self, language: Tag) -> bool:
        """
        Whether the pair into a language cannot be called good.
        """
        return self.language in (language, SOURCE)


HEADER = ("set", "line", "language", "what")


def read_errors(path: Path) -> tuple[ReferenceFault, ...]:
    """
    An adjudicated list: ``set, line, language, what``, tabs between, under a header.

    Raises ``EvaluationError`` for a line that does not say these.
    """
    header, *rows = lines_in(path) or [""]
    if tuple(header.rstrip("\r").split("\t")) != HEADER:
        raise EvaluationError(
            f"The first line of {path.name} must be {', '.join(HEADER)}, with tabs "
            "between."
        )
    numbered = enumerate(rows, start=2)
    return tuple(
        error_in(row.rstrip("\r"), f"Line {number} of {path.name}")
        for number, row in numbered
        if row.strip()
    )


def error_in(row: str, place: str) -> ReferenceFault:
    """
    One line of an adjudicated list.
    """
    fields = row.split("\t")
    if len(fields) != len(HEADER):
        raise EvaluationError(f"{place} has {len(fields)} fields, not {len(HEADER)}.")
    name, line, language, what = fields
    if not line.isascii() or not line.isdigit() or int(line) < 1:
        raise EvaluationError(f"{place} needs the number of a line, not {line!r}.")
    if language not in LANGUAGES:
        raise EvaluationError(
            f"{place} needs a language among {', '.join(LANGUAGES)}, not {language!r}."
        )
    return ReferenceFault(set=name, line=int(line), language=language, what=what)


def spoiled(
    errors: Collection[ReferenceFault], name: str, language: Tag
) -> frozenset[int]:
    """
    The lines of a set that are no good pairs into a language.
    """
    return frozenset(
        error.line for error in errors if error.set == name and error.spoils(language)
    )


def about(errors: Collection[ReferenceFault], name: str) -> Iterator[ReferenceFault]:
    """
    The errors that were adjudicated in a set.
    """
    return (error for error in errors if error.set == name)
