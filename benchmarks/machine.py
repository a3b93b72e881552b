"""
What every benchmark needs: the machine's signature, medians, and a place for results.
"""

import json
import os
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
EXAMPLES = Path(__file__).parent.parent / "examples"


def signature(**what: object) -> str:
    """
    One line that says what a figure was measured with.
    """
    known = {
        "selaras": version("selaras"),
        "ctranslate2": version("ctranslate2"),
        "python": platform.python_version(),
        "cpu": processor(),
        "cores": os.cpu_count(),
    }
    return "|".join(f"{key}:{value}" for key, value in (known | what).items())


def processor() -> str:
    """
    The processor's name, as far as the system tells.
    """
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def write_result(name: str, result: Mapping[str, Any]) -> None:
    """
    Write ``results/NAME.json``.
    """
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(result, ensure_ascii=False, indent=2)
    (RESULTS / f"{name}.json").write_text(text + "\n", encoding="utf-8")
