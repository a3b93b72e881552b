"""
How well the model in the box knows which words translate which.

``python -m benchmarks.alignment`` compares its links with those of 200 sentence pairs
that were aligned by hand (``benchmarks/data/alignments.tsv``). The model is made to
write the human translation, so that what is measured is where it looks, and not what it
would write. From Indonesian into what it reaches through English, its own English is in
between, as in the product; both legs' links are composed.

The measure is the alignment error rate (Och and Ney, "A Systematic Comparison of
Various Statistical Alignment Models", 2003) with sure links only: 1 less the F-score of
linked pairs of words, of characters in Chinese and Japanese. The baseline links each
word to the one that stands as far along in the other sentence.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from pathlib import Path

import ctranslate2
import sentencepiece

from benchmarks.machine import signature, write_result
from selaras.article import Link
from selaras.engines.alignment import as_matrix, composed, links_of
from selaras.engines.cleaning import clean
from selaras.engines.pieces import stretches
from selaras.languages import LANGUAGES, SOURCE, TARGETS, Tag
from selaras.weights import Manifest, Part, embedded

DATA = Path(__file__).parent / "data"
COLUMNS = ("article", "sentence", "id", "en", "fr", "zh", "ja", "ar")

Span = tuple[int, int]
Couples = set[tuple[Span, Span]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """
    A sentence, its translation, and which stretches of them translate each other.
    """

    language: Tag
    source: str
    target: str
    links: tuple[tuple[Span, Span], ...]


@dataclass(slots=True)
class Count:
    """
    Pairs of words: those found, those of the hand, and those of both.
    """

    found: int = 0
    wanted: int = 0
    both: int = 0

    def add(self, found: Couples, wanted: Couples) -> None:
        """
        Count one sentence.
        """
        self.found += len(found)
        self.wanted += len(wanted)
        self.both += len(found & wanted)

    @property
    def error_rate(self) -> float:
        """
        1 less twice the share of what is in both.
        """
        return 1 - 2 * self.both / max(1, self.found + self.wanted)


def main() -> None:
    """
    Measure every language, print the table, write the result.
    """
    model = embedded()
    engine = Aligner(model.folder, model.manifest)
    rows = []
    for language in TARGETS:
        samples = [s for s in read_samples() if s.language == language]
        own, baseline = Count(), Count()
        for sample in samples:
            wanted = in_words(sample, sample.links)
            own.add(in_words(sample, engine.links(sample)), wanted)
            baseline.add(diagonal(sample), wanted)
        rows.append(
            {
                "pair": f"{SOURCE}-{language}",
                "sentences": len(samples),
                "links": own.wanted,
                "error_rate": round(own.error_rate, 4),
                "precision": round(own.both / max(1, own.found), 4),
                "recall": round(own.both / max(1, own.wanted), 4),
                "baseline_error_rate": round(baseline.error_rate, 4),
            }
        )
        print(rows[-1])
    told = signature(model=model.manifest.label, set="alignments")
    write_result("alignment", {"rows": rows, "signature": told})


def read_samples() -> Iterator[Sample]:
    """
    The pairs that were aligned by hand.
    """
    texts = {}
    for line in lines_of(DATA / "native-dev.tsv"):
        row = dict(zip(COLUMNS, line.split("\t"), strict=True))
        texts[row["article"], row["sentence"]] = row
    for line in lines_of(DATA / "alignments.tsv"):
        article, sentence, language, links = line.split("\t")
        row = texts[article, sentence]
        yield Sample(
            language=language,
            source=row[SOURCE],
            target=row[language],
            links=tuple(
                (placed(row[SOURCE], one), placed(row[language], other))
                for one, other in (link.split(" = ") for link in links.split(" | "))
            ),
        )


def lines_of(path: Path) -> list[str]:
    """
    The lines of a file.
    """
    return path.read_text(encoding="utf-8").splitlines()


def placed(text: str, stretch: str) -> Span:
    """
    Where a stretch stands; ``di#2`` is the second "di" that is a word by itself.

    >>> placed("di Kupang di NTT", "di#2")
    (10, 12)
    """
    words, _, number = stretch.partition("#")
    edge = r"(?<!\w)%s(?!\w)" if words.isascii() else "%s"
    places = [m.span() for m in re.finditer(edge % re.escape(words), text)]
    places = places or [m.span() for m in re.finditer(re.escape(words), text)]
    return places[int(number or 1) - 1]


class Aligner:
    """
    The model in the box, made to write given translations.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.manifest = manifest
        self._legs = {
            pair: Leg(folder / part.folder, part, pair)
            for part in manifest.models
            for pair in part.pairs
        }

    def links(self, sample: Sample) -> list[tuple[Span, Span]]:
        """
        The model's links between a sentence and its human translation.
        """
        stops = (
            SOURCE,
            *self.manifest.route(SOURCE, sample.language),
            sample.language,
        )
        text, known = sample.source, None
        for pair in pairwise(stops):
            wanted = sample.target if pair[1] == sample.language else ""
            text, links = self._legs[pair].written(text, wanted)
            known = links if known is None else composed(known, links)
        return [(link.source, link.target) for link in known or ()]


class Leg:
    """
    One part of the model in one direction.
    """

    def __init__(self, folder: Path, part: Part, pair: tuple[Tag, Tag]) -> None:
        self._translator = ctranslate2.Translator(str(folder), compute_type="int8")
        self._pieces = sentencepiece.SentencePieceProcessor(
            model_file=str(folder / part.tokenizer)
        )
        self._prefix = part.spoken.prefix.format(source=pair[0], target=pair[1]).split()
        self._suffix = part.spoken.suffix.split()

    def written(self, text: str, wanted: str) -> tuple[str, Sequence[Link]]:
        """
        What the part writes, or is made to write, and its links.

        Both texts are cleaned without moving a character: see ``same_length``.
        """
        source = self._pieces.encode(same_length(text), out_type=str)
        forced = (
            self._pieces.encode(same_length(wanted), out_type=str) if wanted else []
        )
        (result,) = self._translator.translate_batch(
            [[*self._prefix, *source, *self._suffix]],
            target_prefix=[forced] if forced else None,
            beam_size=4 if not forced else 1,
            repetition_penalty=1.1,
            return_attention=True,
        )
        tokens = forced or result.hypotheses[0]
        written = wanted or self._pieces.decode(tokens)
        first = len(self._prefix)
        looks = as_matrix(result.attention[0])[
            : len(tokens), first : first + len(source)
        ]
        return written, links_of(
            looks,
            text,
            stretches(text, source),
            written,
            stretches(written, tokens),
        )


def same_length(text: str) -> str:
    """
    A text as the model saw its training text, where that moves no character.
    """
    cleaned = clean(text)
    return cleaned if len(cleaned) == len(text) else text


def in_words(sample: Sample, links: Sequence[tuple[Span, Span]]) -> Couples:
    """
    Links as pairs of words, or of characters where words are not parted.
    """
    sources = words_of(sample.source, SOURCE)
    targets = words_of(sample.target, sample.language)
    found: Couples = set()
    for source, target in links:
        found |= set(product(within(sources, source), within(targets, target)))
    return found


def diagonal(sample: Sample) -> Couples:
    """
    Each word of the source with the one as far along in the target.
    """
    sources = words_of(sample.source, SOURCE)
    targets = words_of(sample.target, sample.language)
    return {
        (source, targets[place * len(targets) // len(sources)])
        for place, source in enumerate(sources)
    }


def words_of(text: str, language: Tag) -> list[Span]:
    """
    The words of a text, or its characters, without punctuation.
    """
    pattern = WORD if LANGUAGES[language].spaced else CHARACTER
    return [match.span() for match in pattern.finditer(text)]


def within(words: Sequence[Span], place: Span) -> list[Span]:
    """
    The words that a stretch has a part of.
    """
    return [word for word in words if word[0] < place[1] and place[0] < word[1]]


WORD = re.compile(r"\w+(?:['’.,:/-]\w+)*")
CHARACTER = re.compile(r"[A-Za-z0-9.,]*[A-Za-z0-9]|\w")

if __name__ == "__main__":
    main()
