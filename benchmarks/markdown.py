"""
Results, and tables of them for pages.
"""

import json
from collections.abc import Sequence
from typing import Any

from benchmarks.machine import RESULTS

Row = Sequence[str]


def table(head: Row, rows: Sequence[Row]) -> str:
    """
    A table in Markdown.
    """
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def read(name: str) -> dict[str, Any]:
    """
    A result.
    """
    return dict(json.loads((RESULTS / f"{name}.json").read_text(encoding="utf-8")))
