"""
Write the README's tables again from ``benchmarks/results``.
"""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.machine import RESULTS
from selaras.languages import TARGETS

README = Path(__file__).parent.parent / "README.md"

Row = Sequence[str]

MUTATIONS = (
    "digit changed",
    "number dropped",
    "magnitude swapped",
    "item changed",
    "broken off",
    "wrong language",
)
"""
The rows of the README; the result file has them all.
"""


def quality() -> str:
    """
    Scores per pair and system.
    """
    rows = [
        (
            row["pair"],
            row["system"],
            f"{row['bleu']:.1f}",
            f"{row['chrf']:.1f}",
            f"{row['wrong_numbers']:.0%}",
        )
        for row in read("quality")["rows"]
    ]
    return table(("pair", "system", "BLEU", "chrF++", "wrong numbers"), rows)


def speed() -> str:
    """
    The figures of the main job.
    """
    figures = read("articles")["figures"]
    engine = read("engine")["beside_the_runtime"]["engine"]["of_the_runtime"]
    rows = (
        (
            "an article of 400 words into five languages, after loading",
            f"{figures['one_article_seconds']:.1f} s",
        ),
        (
            "the same, with the process's start",
            f"{figures['with_process_start_seconds']:.1f} s",
        ),
        ("peak memory", f"{figures['peak_memory_mb']:.0f} MB"),
        (
            "a 1,600-word article with one sentence changed, of the whole",
            f"{figures['changed_share_1600_words']:.1%}",
        ),
        (
            "a 400-word article with one sentence changed, of the whole",
            f"{figures['changed_share_400_words']:.1%}",
        ),
        ("throughput, of bare CTranslate2 with the same settings", f"{engine:.2f}"),
        (
            "20 articles × 5 languages, beside argos-translate with the same weights",
            f"{figures['times_argos']:.1f} × as fast",
        ),
    )
    return table(("what", "median"), rows)


def publishing() -> str:
    """
    The site as editors and readers feel it.
    """
    figures = read("publishing")["figures"]
    queries = figures["queries_of_publishing"] + figures["queries_of_translating"]
    rows = [
        (
            "from publication of 400 words to five live versions, median and 95%",
            f"{figures['publish_to_live_p50_seconds']:.1f} s, "
            f"{figures['publish_to_live_p95_seconds']:.1f} s",
        ),
        (
            "of the bare pipeline's time",
            f"{figures['publish_to_live_of_bare_pipeline']:.2f}",
        ),
        ("queries for that, besides the sentences", f"{queries:.0f}"),
    ]
    for page in ("article", "original", "home", "section"):
        few, many = (figures[f"{page}_{n}_articles_ms"] for n in (10, 1000))
        rows.append(
            (
                f"{page} page, uncached, 10 and 1,000 articles in the database",
                f"{few:.1f} ms, {many:.1f} ms",
            )
        )
    return table(("what", "measured"), rows)


def checks() -> str:
    """
    False alarms and recall, per language.
    """
    result = read("fidelity")
    rows = [
        (
            "false alarms that block a sentence, all checks",
            *(f"{alarms(result['false_alarms'], tag):.1%}" for tag in TARGETS),
        )
    ]
    for mutation in MUTATIONS:
        caught = {
            entry["language"]: f"{entry['caught_by_any']['share']:.1%}"
            for entry in result["recall"]
            if entry["mutation"] == mutation
        }
        rows.append((f"caught: {mutation}", *(caught[tag] for tag in TARGETS)))
    return table(("", *TARGETS), rows)


def alarms(entries: Sequence[dict[str, Any]], language: str) -> float:
    """
    The share of clean sentences that any check blocks.
    """
    return next(
        float(entry["blocked"]["share"])
        for entry in entries
        if entry["language"] == language and entry["check"] == "any check"
    )


def table(head: Row, rows: Sequence[Row]) -> str:
    """
    A table in Markdown.
    """
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def filled(text: str, name: str, content: str) -> str:
    """
    The text with the part between a table's marks replaced.
    """
    pattern = rf"(<!-- table: {name} -->\n).*?(<!-- end -->)"
    made, count = re.subn(
        pattern, lambda m: f"{m[1]}{content}\n{m[2]}", text, flags=re.DOTALL
    )
    if count != 1:
        raise SystemExit(f"README.md must hold the marks of the table {name} once.")
    return made


def read(name: str) -> dict[str, Any]:
    """
    A result.
    """
    return dict(json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8")))


TABLES: dict[str, Callable[[], str]] = {
    "quality": quality,
    "speed": speed,
    "publishing": publishing,
    "checks": checks,
}


def main() -> None:
    """
    Fill every table.
    """
    text = README.read_text(encoding="utf-8")
    for name, make in TABLES.items():
        text = filled(text, name, make())
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
