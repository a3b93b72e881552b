"""
How often an item that is covered comes through the model in the box.

``python -m benchmarks.covers`` covers up to three numbers and names of each sentence of
our own news, translates it, and looks whether each cover came out once: with the signs
that the model learnt for what stands for something else, and with plain numbers in
their place, which is the baseline and all that is measured of a part that has no signs.
``--model FOLDER`` measures another model.
"""

import argparse
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.alignment import COLUMNS, DATA, lines_of
from benchmarks.machine import signature, write_result
from selaras.engines import Cover, Request
from selaras.engines.local import CTranslate2Engine
from selaras.evaluation.intervals import Share
from selaras.fidelity.same_numbers import numbers_of
from selaras.languages import SOURCE, TARGETS, Tag
from selaras.pipeline.composing import engine_of
from selaras.pipeline.repairs.masking import (
    COVERS,
    MOST_COVERED,
    Item,
    digits_alone,
    may_be_covered,
    with_covers,
)
from selaras.terms import read_names
from selaras.text.numbers import Number
from selaras.text.spans import Span
from selaras.weights import Model, embedded
from selaras.weights.manifest import read

Covered = tuple[str, tuple[Cover, ...], tuple[str, ...]]


def main() -> None:
    """
    Measure every language, print the table, write the result.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path)
    folder = parser.parse_args().model
    model = Model(manifest=read(folder), folder=folder) if folder else embedded()
    sentences = [
        row
        for line in lines_of(DATA / "native-dev.tsv")
        if (row := covered(dict(zip(COLUMNS, line.split("\t"), strict=True))[SOURCE]))
    ]
    known = {
        target
        for part in model.manifest.models
        for source, target in part.pairs
        if part.spoken.covers and source == SOURCE
    }
    rows = []
    with engine_of(model) as engine:
        for language in TARGETS:
            plain = kept(engine, sentences, language, signs=False)
            row = {
                "pair": f"{SOURCE}-{language}",
                "sentences": len(sentences),
                "covers": plain.of,
                "baseline_kept": round(plain.value, 4),
            }
            if language in known:
                signs = kept(engine, sentences, language, signs=True)
                row["kept"] = round(signs.value, 4)
                row["interval"] = [round(end, 4) for end in signs.interval]
            rows.append(row)
            print(rows[-1])
    if not folder:
        told = signature(model=model.manifest.label, set="native-dev")
        write_result("covers", {"rows": rows, "signature": told})


def covered(text: str) -> Covered | None:
    """
    A sentence with its items covered, where the covers stand, and which they are.
    """
    spans = apart(sorted({*number_spans(text), *name_spans(text)}, key=lambda s: s[0]))
    free = [cover for cover in COVERS if cover not in text]
    items = [
        # A number becomes a number again; what a name becomes plays no part here.
        Item(span, cover, number or "name")
        for (span, number), cover in zip(
            islice(spans, MOST_COVERED), free, strict=False
        )
    ]
    if not items:
        return None
    written, covers = with_covers(text, items)
    return written, covers, tuple(item.cover for item in items)


Found = tuple[Span, Number | None]


def number_spans(text: str) -> Iterator[Found]:
    """
    The numbers that the repair would cover.
    """
    for number in numbers_of(text, SOURCE):
        if may_be_covered(number, text):
            yield digits_alone(number.span, text), number


def name_spans(text: str) -> Iterator[Found]:
    """
    The names that stand once.
    """
    for name in read_names(text):
        if name.certain and text.count(name.text) == 1:
            yield name.span, None


def apart(found: Sequence[Found]) -> Iterator[Found]:
    """
    Those that do not begin before the one before them ends.
    """
    end = 0
    for span, number in found:
        if span.start >= end:
            end = span.end
            yield span, number


def kept(
    engine: CTranslate2Engine,
    sentences: Sequence[Covered],
    language: Tag,
    *,
    signs: bool,
) -> Share:
    """
    The share of covers that stand in the translation once.
    """
    answers = engine.translate(
        [
            Request(text=text, target=language, covers=covers if signs else ())
            for text, covers, _ in sentences
        ]
    )
    once = [
        best.text.count(cover) == 1
        for (_, _, covers), (best, *_) in zip(sentences, answers, strict=True)
        for cover in covers
    ]
    return Share(hits=sum(once), of=len(once))


if __name__ == "__main__":
    main()
