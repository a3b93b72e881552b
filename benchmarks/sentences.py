"""
Sentence boundaries of Indonesian news: ours beside two kept libraries, in one run.

Run it with ``python -m benchmarks.sentences`` after ``pip install -r
requirements/bench.in``. It reads the labelled cases of the tests, prints a table and
writes ``benchmarks/results/sentences.json``.
"""

import hashlib
import json
import platform
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

import pysbd
import sentencex

from selaras.text import split_sentences

ROOT = Path(__file__).parent
CASES = ROOT.parent / "tests" / "core" / "text" / "cases"
RESULTS = ROOT / "results" / "sentences.json"
SETS = ("sentences", "sentences-held-out")
RUNS = 5

Splitter = Callable[[str], set[int]]


@dataclass(frozen=True, kw_only=True)
class Measurement:
    """
    What one splitter does on one set, with all that is needed to measure it again.
    """

    precision: float
    recall: float
    f1: float
    right: int
    extra: int
    missed: int
    characters_per_second: int
    signature: str


def main() -> None:
    """
    Measure every splitter on every set.
    """
    measurements = [
        measure(name, splitter, cases_name)
        for cases_name in SETS
        for name, splitter in splitters().items()
    ]
    for measurement in measurements:
        print(row(measurement))
    RESULTS.parent.mkdir(exist_ok=True)
    written = json.dumps([asdict(m) for m in measurements], indent=2)
    RESULTS.write_text(written + "\n", encoding="utf-8")


def splitters() -> dict[str, Splitter]:
    """
    Each splitter by its signature. pysbd knows no Indonesian, so its English is taken.
    """
    pragmatic = pysbd.Segmenter(language="en", clean=False)
    return {
        "selaras-0.1|id": lambda text: ends(text, ours(text)),
        f"pysbd-{version('pysbd')}|en": lambda text: ends(
            text, pragmatic.segment(text)
        ),
        f"sentencex-{version('sentencex')}|id": lambda text: ends(
            text, sentencex.segment("id", text)
        ),
    }


def ours(text: str) -> Iterator[str]:
    """
    Our sentences, as strings like those of the others.
    """
    return (span.of(text) for span in split_sentences(text))


def measure(name: str, splitter: Splitter, cases_name: str) -> Measurement:
    """
    Boundaries right, too many and too few, and the median time of some runs.
    """
    path = CASES / f"{cases_name}.jsonl"
    cases = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    wanted = [ends(case["text"], case["sentences"]) for case in cases]
    found = [splitter(case["text"]) for case in cases]
    right = sum(len(a & b) for a, b in zip(wanted, found, strict=True))
    extra = sum(len(b - a) for a, b in zip(wanted, found, strict=True))
    missed = sum(len(a - b) for a, b in zip(wanted, found, strict=True))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    return Measurement(
        precision=round(right / (right + extra), 4),
        recall=round(right / (right + missed), 4),
        f1=round(2 * right / (2 * right + extra + missed), 4),
        right=right,
        extra=extra,
        missed=missed,
        characters_per_second=speed(splitter, [case["text"] for case in cases]),
        signature=f"boundaries|set:{cases_name}:{digest}|cases:{len(cases)}"
        f"|n:{right + missed}|splitter:{name}|python:{platform.python_version()}",
    )


def ends(text: str, sentences: Iterator[str] | list[str]) -> set[int]:
    """
    Where each sentence but the last ends, in characters that are not white space.

    White space is left out because the libraries differ in where they keep it.
    """
    lengths = [len("".join(sentence.split())) for sentence in sentences]
    places = {sum(lengths[: index + 1]) for index in range(len(lengths))}
    return places - {0, len("".join(text.split()))}


def speed(splitter: Splitter, texts: list[str]) -> int:
    """
    Characters per second, the median of some runs.
    """
    times = []
    for _ in range(RUNS):
        begin = time.perf_counter()
        for text in texts:
            splitter(text)
        times.append(time.perf_counter() - begin)
    return round(sum(map(len, texts)) / statistics.median(times))


def row(measurement: Measurement) -> str:
    """
    A measurement as a line for a person.
    """
    return (
        f"P {measurement.precision:.4f}  R {measurement.recall:.4f}"
        f"  F1 {measurement.f1:.4f}  right {measurement.right:4}"
        f"  extra {measurement.extra:4}  missed {measurement.missed:4}"
        f"  {measurement.characters_per_second:>9,} characters/s"
        f"  {measurement.signature}"
    )


if __name__ == "__main__":
    main()
