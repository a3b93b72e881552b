"""
Write the README's tables again from ``benchmarks/results``.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.machine import RESULTS

README = Path(__file__).parent.parent / "README.md"


def speed(result: dict[str, Any], engine: dict[str, Any]) -> str:
    """
    The speed table.
    """
    f = result["figures"]
    rows = [
        (
            "an article of 400 words into five languages, after loading",
            f"{f['one_article_seconds']:.1f} s",
        ),
        (
            "the same, with the process's start",
            f"{f['with_process_start_seconds']:.1f} s",
        ),
        ("peak memory", f"{f['peak_memory_mb']:.0f} MB"),
        (
            "one sentence of a 1,600-word article changed, of the whole",
            f"{f['changed_share_1600_words']:.1%}",
        ),
        ("the same of a 400-word article", f"{f['changed_share_400_words']:.1%}"),
        (
            "throughput against bare CTranslate2, same tokens and settings",
            f"{engine['ratio']:.2f}",
        ),
        (
            "20 articles × 5 languages against argos-translate with the same weights",
            f"{f['times_argos']:.1f} ×",
        ),
    ]
    return table(("what", "median"), rows)


def quality(result: dict[str, Any]) -> str:
    """
    The quality table.
    """
    rows = [
        (
            row["pair"],
            row["system"],
            f"{row['bleu']:.1f}",
            f"{row['chrf']:.1f}",
            wrong(row),
        )
        for row in result["rows"]
    ]
    return table(
        (
            "pair",
            "system",
            "BLEU",
            "chrF++",
            "sentences with digits whose numbers are wrong",
        ),
        rows,
    )


def wrong(row: dict[str, Any]) -> str:
    """
    The share of wrong numbers, where it was measured.
    """
    return f"{row['wrong_numbers']:.0%}" if "wrong_numbers" in row else ""


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
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
        pattern, lambda m: f"{m[1]}{content}\n{m[2]}", text, flags=re.S
    )
    if count != 1:
        raise SystemExit(f"README.md must hold the marks of the table {name} once.")
    return made


def read(name: str) -> dict[str, Any]:
    """
    A result.
    """
    return dict(json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8")))


def main() -> None:
    """
    Fill every table.
    """
    text = README.read_text(encoding="utf-8")
    makers: dict[str, Callable[[], str]] = {
        "quality": lambda: quality(read("quality")),
        "speed": lambda: speed(read("articles"), read("engine")),
    }
    for name, make in makers.items():
        text = filled(text, name, make())
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
