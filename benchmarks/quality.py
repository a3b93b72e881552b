"""
The quality of the model in the box, and of other systems on the same sentences.

Needs aligned evaluation files, which are not part of the project:

    python -m benchmarks.quality --set PREFIX [--peers FOLDER] [--name flores-dev]

reads ``PREFIX.id``, ``PREFIX.en`` and so on, one sentence a line, and outputs of other
systems as ``FOLDER/NAME.SOURCE-TARGET.SYSTEM``. Without ``--set`` it does nothing.
"""

import argparse
import html
from pathlib import Path
from typing import Any

from benchmarks.machine import signature, write_result
from selaras.engines import Engine, Request
from selaras.evaluation import evaluate
from selaras.languages import TARGETS, Tag
from selaras.pipeline.composing import composed


def lines(path: Path) -> list[str]:
    """
    The lines of a file; some systems' outputs are HTML-escaped.
    """
    return html.unescape(path.read_text(encoding="utf-8")).rstrip("\n").split("\n")


def translated(engine: Engine, source: list[str], target: Tag) -> list[str]:
    """
    The engine's best translations.
    """
    requests = [Request(text=line, target=target) for line in source]
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
    if not given.set:
        print("Nothing to do: --set names the evaluation files.")
        return
    texts = {tag: lines(Path(f"{given.set}.{tag}")) for tag in ("id", *TARGETS)}
    rows = []
    with composed("local", memory=None) as engine:
        for target in TARGETS:
            made = translated(engine, texts["id"], target)
            rows.append(
                row(
                    f"id-{target}",
                    "the model in the box",
                    made,
                    texts[target],
                    texts["id"],
                )
            )
            print(rows[-1], flush=True)
    for path in sorted(given.peers.glob(f"{given.name}.*")) if given.peers else ():
        _, pair, system = path.name.rsplit(".", 2)
        source, _, target = pair.partition("-")
        if source == "id":
            rows.append(row(pair, system, lines(path), texts[target], texts["id"]))
    write_result("quality", {"signature": signature(set=given.name), "rows": rows})


if __name__ == "__main__":
    main()
