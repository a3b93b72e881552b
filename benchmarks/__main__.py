"""
Run every benchmark, one process each: ``python -m benchmarks [NAME ...]``.
"""

import subprocess
import sys

ORDER = (
    "sentences",
    "fidelity",
    "engine",
    "articles",
    "publishing",
    "quality",
    "alignment",
    "growth",
    "desk",
    "tables",
)
"""
All of them; the tables of the README are written last.
"""


def main(wanted: list[str]) -> int:
    """
    Run what is wanted, or all; go on after one that fails, and say so at the end.
    """
    failed = []
    for name in wanted or ORDER:
        print(f"== {name}", flush=True)
        if subprocess.run([sys.executable, "-m", f"benchmarks.{name}"]).returncode:
            failed.append(name)
    if failed:
        print("failed:", ", ".join(failed))
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
