"""
What the checks say about good translations, what they miss in bad ones, what they cost.

    python -m benchmarks.fidelity [--data FILE] [--seed N]

reads ``data/native-dev.tsv``, prints three tables and writes ``results/fidelity.json``.
With another file of the same form it prints only.
"""

import argparse
import hashlib
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.machine import signature, write_result
from selaras.evaluation.fidelity import by_language, false_alarms, recall
from selaras.evaluation.intervals import Share
from selaras.evaluation.mutations import Sample
from selaras.fidelity import ALL_CHECKS, Check, check_pair, find_verbatim
from selaras.fidelity.same_numbers import numbers_of
from selaras.languages import TARGETS, Tag

DATA = Path(__file__).parent / "data" / "native-dev.tsv"
SEED = 20260101
RUNS = 3

Row = dict[str, object]


def main() -> None:
    """
    Measure and print; write the result where the project's own data was read.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--seed", type=int, default=SEED)
    arguments = parser.parse_args()
    samples = by_language(arguments.data)
    result = {
        "signature": signed(arguments.data, arguments.seed),
        "false_alarms": [row for some in samples.values() for row in alarms_of(some)],
        "recall": [
            row for some in samples.values() for row in recall_of(some, arguments.seed)
        ],
        "cost": [row for tag, some in samples.items() for row in costs_of(tag, some)],
    }
    show("False alarms on good translations", result["false_alarms"], "check")
    show("Errors caught by the check in charge", result["recall"], "mutation")
    show("Milliseconds of CPU per pair", result["cost"], "check")
    print(result["signature"])
    if arguments.data == DATA:
        write_result("fidelity", result)


def signed(path: Path, seed: int) -> str:
    """
    The machine's signature, with the data's.
    """
    digest = hashlib.sha256(path.read_bytes()).hexdigest()[:8]
    names = "+".join(check.name for check in ALL_CHECKS)
    return signature(set=f"{path.stem}:{digest}", seed=seed, checks=names)


def alarms_of(samples: Sequence[Sample]) -> Iterable[Row]:
    """
    False alarms of every check, and of numbers among sentences with digits.
    """
    for row in false_alarms(samples):
        yield {
            "check": row.check,
            "language": row.language,
            "shown": f"{row.reported.value:.2%}",
            "reported": counted(row.reported),
            "blocked": counted(row.blocked),
        }
    digits = [sample for sample in samples if any(map(str.isdigit, sample.pair.source))]
    numbers = [check for check in ALL_CHECKS if check.name == "same-numbers"]
    for row in false_alarms(digits, numbers):
        yield {
            "check": f"{row.check}, of sentences with digits",
            "language": row.language,
            "shown": f"{row.reported.value:.2%}",
            "reported": counted(row.reported),
            "blocked": counted(row.blocked),
        }


def recall_of(samples: Sequence[Sample], seed: int) -> Iterable[Row]:
    """
    Errors caught, of every kind.
    """
    for row in recall(samples, seed=seed):
        yield {
            "mutation": row.mutation,
            "check": row.check,
            "language": row.language,
            "shown": f"{row.caught.value:.1%}",
            "caught": counted(row.caught),
            "caught_by_any": counted(row.caught_by_any),
        }


def costs_of(language: Tag, samples: Sequence[Sample]) -> Iterable[Row]:
    """
    The median time of each check per pair, and of all of them, which share some work.
    """
    times = {check.name: cost((check,), samples) for check in ALL_CHECKS}
    times["all checks"] = cost(ALL_CHECKS, samples)
    for name, milliseconds in times.items():
        yield {
            "check": name,
            "language": language,
            "shown": f"{milliseconds:.3f}",
            "milliseconds": round(milliseconds, 4),
        }


def cost(checks: Sequence[Check], samples: Sequence[Sample]) -> float:
    """
    Milliseconds of CPU per pair, the median of runs that each read all texts afresh.
    """
    times = []
    for _ in range(RUNS):
        numbers_of.cache_clear()
        find_verbatim.cache_clear()
        begin = time.process_time()
        for sample in samples:
            check_pair(sample.pair, checks)
        times.append(time.process_time() - begin)
    return sorted(times)[RUNS // 2] / len(samples) * 1000


def counted(share: Share) -> Row:
    """
    A share as a record.
    """
    low, high = share.interval
    return {
        "hits": share.hits,
        "of": share.of,
        "share": round(share.value, 5),
        "wilson95": [round(low, 5), round(high, 5)],
    }


def show(title: str, rows: Sequence[Row], name: str) -> None:
    """
    A table for a person: what by language.
    """
    cells = {(row[name], row["language"]): str(row["shown"]) for row in rows}
    names = list(dict.fromkeys(str(row[name]) for row in rows))
    width = max(map(len, names))
    print(f"\n{title}\n{'':{width}}" + "".join(f"{tag:>10}" for tag in TARGETS))
    for what in names:
        line = "".join(f"{cells.get((what, tag), ''):>10}" for tag in TARGETS)
        print(f"{what:{width}}{line}")


if __name__ == "__main__":
    main()
