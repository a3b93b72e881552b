"""
The quality of the model in the box, and of other systems on the same sentences.

    python -m benchmarks.quality

scores it on our own news, ``data/native-dev.tsv``. On others' text, whose aligned files
are not part of the project,

    python -m benchmarks.quality --set PREFIX [--peers FOLDER] [--name flores-dev]

reads ``PREFIX.id``, ``PREFIX.en`` and so on, one sentence a line, and outputs of other
systems as ``FOLDER/NAME.SOURCE-TARGET.SYSTEM``.
"""

import argparse
import html
from pathlib import Path
from typing import Any

from benchmarks.machine import signature, write_result
from selaras.engines import Engine, Request
from selaras.evaluation import evaluate
from selaras.languages import SOURCE, TARGETS, Tag
from selaras.pipeline.composing import composed


def lines(path: Path) -> list[str]:
    """
    The lines of a file; some systems' outputs are HTML-escaped.
    """
    return html.unescape(path.read_text(encoding="utf-8")).rstrip("\n").split("\n")


def own_news() -> dict[Tag, list[str]]:
    """
    Our own news in six languages.
    """
    rows = [line.split("\t") for line in lines(OWN)]
    return {
        tag: [row[2 + place] for row in rows] for place, tag in enumerate(OWN_COLUMNS)
    }


OWN = Path(__file__).parent / "data" / "native-dev.tsv"
OWN_COLUMNS: tuple[Tag, ...] = ("id", "en", "fr", "zh", "ja", "ar")


OURS = "the model in the box"
PIVOT: Tag = "en"
PAIRS: tuple[tuple[Tag, Tag], ...] = (
    *((SOURCE, target) for target in TARGETS),
    *((PIVOT, target) for target in TARGETS if target != PIVOT),
)
"""
From Indonesian, which goes by way of English where it must, and that way's second half.
"""


def translated(engine: Engine, texts: list[str], source: Tag, target: Tag) -> list[str]:
    """
    The engine's best translations.
    """
    requests = [Request(text=line, source=source, target=target) for line in texts]
    return [answer[0].text for answer in engine.translate(requests)]


def row(
    pair: str,
    system: str,
    hypotheses: list[str],
    references: list[str],
    sources: list[str],
) -> dict[str, Any]:
    """
    One system's scores in one pair.
    """
    target = pair.partition("-")[2]
    found = evaluate(hypotheses, references, language=target, sources=sources)
    by_name = {measured.name: measured for measured in found}
    scores: dict[str, Any] = {"pair": pair, "system": system}
    for key, name in (
        ("bleu", "BLEU"),
        ("chrf", "chrF2++"),
        ("wrong_numbers", "wrong numbers"),
    ):
        if name in by_name:
            scores[key] = by_name[name].value
            scores[f"{key}_signature"] = by_name[name].signature
    return scores


def main() -> None:
    """
    Score, print, write.
    """
    options = argparse.ArgumentParser()
    options.add_argument("--set", type=Path)
    options.add_argument("--peers", type=Path)
    options.add_argument("--name", default="flores-dev")
    given = options.parse_args()
    name = given.name if given.set else "native-dev"
    texts = (
        {tag: lines(Path(f"{given.set}.{tag}")) for tag in ("id", *TARGETS)}
        if given.set
        else own_news()
    )
    rows = []
    with composed("local", memory=None) as engine:
        for source, target in PAIRS:
            made = translated(engine, texts[source], source, target)
            pair = f"{source}-{target}"
            own = row(pair, OURS, made, texts[target], texts[source])
            rows.append(own)
            print(own, flush=True)
    for path in sorted(given.peers.glob(f"{given.name}.*")) if given.peers else ():
        _, pair, system = path.name.rsplit(".", 2)
        source, _, target = pair.partition("-")
        rows.append(row(pair, system, lines(path), texts[target], texts[source]))
    result = "quality" if given.set else "quality-native-dev"
    write_result(result, {"signature": signature(set=name), "rows": rows})


if __name__ == "__main__":
    main()
