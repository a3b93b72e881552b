"""
What the checks say about good translations, what they miss in bad ones, what they cost.

    python -m benchmarks.fidelity [--data FILE] [--seed N] [--mutants N]

reads ``data/native-dev.tsv``, prints three tables and writes ``results/fidelity.json``
and ``results/fidelity.html``. With another file, or the prefix of files that lie beside
each other, it writes ``results/fidelity-SET.json``. What was adjudicated in a set is
read from ``data/adjudicated-SET.tsv`` where there is one.

``selaras evaluate fidelity`` measures the same, without the cost. What translation
costs, and so what share of it the checks take, is measured in the same run: the model
in the box, asked as the pipeline asks, in batches. Checks use one core, so that their
share of the time that passes is larger than that of the processor's work where the
engine uses several.
"""

import argparse
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.machine import RESULTS, signature, write_result
from selaras.engines import Engine, Request
from selaras.evaluation.fidelity import (
    WANTED,
    FalseAlarms,
    Recall,
    by_language,
    false_alarms,
    measure_fidelity,
)
from selaras.evaluation.mutations import Sample
from selaras.evaluation.scorecard import (
    alarm_record,
    fidelity_record,
    recall_record,
    scorecard,
)
from selaras.evaluation.sets import ReferenceFault, read_errors, read_set
from selaras.fidelity import ALL_CHECKS, Check, check_pair, find_verbatim
from selaras.fidelity.same_numbers import numbers_of
from selaras.languages import TARGETS, Tag
from selaras.pipeline.composing import composed

DATA = Path(__file__).parent / "data"
OWN = DATA / "native-dev.tsv"
SEED = 20260101
RUNS = 3

MANY = 300
"""
Sentences of a set by which costs are told.
"""

AT_ONCE = 128

Row = dict[str, object]


def main() -> None:
    """
    Measure, print and write.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=OWN)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--mutants", type=int, default=WANTED)
    arguments = parser.parse_args()
    parallel = read_set(arguments.data)
    measured = measure_fidelity(
        parallel,
        seed=arguments.seed,
        wanted=arguments.mutants,
        errors=adjudicated(parallel.name),
    )
    samples = by_language(arguments.data)
    digits = [row for some in samples.values() for row in alarms_with_digits(some)]
    with composed("local") as engine:
        cost = [
            row
            for tag, some in samples.items()
            for row in costs_of(tag, some[:MANY], engine)
        ]
    result = fidelity_record(measured) | {
        "signature": f"{measured.signature}|{signature()}",
        "false_alarms_with_digits": [alarm_record(row) for row in digits],
        "cost": cost,
    }
    show("Good translations blocked", [*alarms(measured.clean), *alarms(digits)])
    if measured.errors:
        show("The same, adjudicated", alarms(measured.adjudicated))
    show("Errors caught by the check in charge", caught(measured.recall))
    show("Milliseconds of CPU per pair", cost)
    print(result["signature"])
    if arguments.data == OWN:
        write_result("fidelity", result)
        (RESULTS / "fidelity.html").write_text(scorecard(measured), encoding="utf-8")
    else:
        write_result(f"fidelity-{parallel.name}", result)


def adjudicated(name: str) -> tuple[ReferenceFault, ...]:
    """
    The lines of a set in which its reference is known to be wrong.
    """
    path = DATA / f"adjudicated-{name}.tsv"
    return read_errors(path) if path.exists() else ()


def alarms(rows: Iterable[FalseAlarms]) -> list[Row]:
    """
    False alarms for a table.
    """
    return [
        alarm_record(row) | {"what": row.check, "shown": f"{row.blocked.value:.2%}"}
        for row in rows
    ]


def caught(rows: Iterable[Recall]) -> list[Row]:
    """
    Recall for a table.
    """
    return [
        recall_record(row) | {"what": row.mutation, "shown": f"{row.caught.value:.1%}"}
        for row in rows
    ]


def alarms_with_digits(samples: Sequence[Sample]) -> Iterator[FalseAlarms]:
    """
    False alarms about numbers among sentences that have digits.
    """
    digits = [sample for sample in samples if any(map(str.isdigit, sample.pair.source))]
    numbers = [check for check in ALL_CHECKS if check.name == "same-numbers"]
    for row in false_alarms(digits, numbers) if digits else ():
        yield FalseAlarms(
            check=f"{row.check}, of sentences with digits",
            language=row.language,
            reported=row.reported,
            blocked=row.blocked,
        )


def costs_of(language: Tag, samples: Sequence[Sample], engine: Engine) -> Iterator[Row]:
    """
    The median time of each check per pair, and of all of them, which share some work.

    Then that of the engine per sentence, and the share that all checks are of it.
    """
    times = {check.name: cost((check,), samples) for check in ALL_CHECKS}
    times["all checks"] = together = cost(ALL_CHECKS, samples)
    times["translation"], passed = cost_of_translation(language, samples, engine)
    for name, milliseconds in times.items():
        yield {
            "what": name,
            "check": name,
            "language": language,
            "shown": f"{milliseconds:.3f}",
            "milliseconds": round(milliseconds, 4),
        }
    for name, whole in (
        ("all checks, of the work of translation", times["translation"]),
        ("all checks, of the time that it takes", passed),
    ):
        yield {
            "what": name,
            "check": name,
            "language": language,
            "shown": f"{together / whole:.1%}",
            "share": round(together / whole, 4),
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


def cost_of_translation(
    language: Tag, samples: Sequence[Sample], engine: Engine
) -> tuple[float, float]:
    """
    Milliseconds per sentence of CPU, over all cores, and of the time that passes.
    """
    requests = [
        Request(text=sample.pair.source, target=language, align=True)
        for sample in samples
    ]
    engine.translate(requests[:1])
    work, passed = [], []
    for _ in range(RUNS):
        begin, start = time.process_time(), time.perf_counter()
        for first in range(0, len(requests), AT_ONCE):
            engine.translate(requests[first : first + AT_ONCE])
        work.append(time.process_time() - begin)
        passed.append(time.perf_counter() - start)
    middle = RUNS // 2
    each = 1000 / len(samples)
    return sorted(work)[middle] * each, sorted(passed)[middle] * each


def show(title: str, rows: Sequence[Row]) -> None:
    """
    A table for a person: what by language.
    """
    cells = {(row["what"], row["language"]): str(row["shown"]) for row in rows}
    names = list(dict.fromkeys(str(row["what"]) for row in rows))
    width = max(map(len, names))
    print(f"\n{title}\n{'':{width}}" + "".join(f"{tag:>10}" for tag in TARGETS))
    for what in names:
        line = "".join(f"{cells.get((what, tag), ''):>10}" for tag in TARGETS)
        print(f"{what:{width}}{line}")


if __name__ == "__main__":
    main()
