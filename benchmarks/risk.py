"""
Fit the risk score, and measure how far its probabilities can be believed.

    python -m benchmarks.risk --data FILE ... [--write]

The score is the probability that a strict reader finds a critical error. There are a
few thousand sentences that were read (``readings``), too few to weigh every check and
the model's score in each language. So it is fitted twice: first how far a sentence is
from a reference, on the many sentences of six-way files; then, on those that were read,
how far that tells of a critical error, beside what else is known.

It is judged on articles that it was not fitted on, in ten folds; and, fitted on the
first set that was read, on the one that came later. ``--write`` puts the coefficients
into ``src/selaras/pipeline/risk_weights.py``, the plot into
``docs/reference/risk-calibration.svg``, and the figures into ``results/risk.json``.
"""

import argparse
import hashlib
from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from benchmarks.distances import GOOD_ENOUGH, compared
from benchmarks.machine import signature, write_result
from benchmarks.readings import Read, read_again
from benchmarks.regression import Example, fitted, folded, order
from benchmarks.reliability import Bin, bins_of, calibration_error, plot
from selaras.evaluation.intervals import Share
from selaras.languages import TARGETS
from selaras.pipeline.risk import probability, risks_of

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data" / "native-dev.tsv"
WEIGHTS = ROOT / "src" / "selaras" / "pipeline" / "risk_weights.py"
PLOT = ROOT / "docs" / "reference" / "risk-calibration.svg"

EARLIER, LATER = "native-dev", "part-y"

FAR = "far from a reference"

BESIDE = (
    *("intercept", FAR, "any finding", "length", "headline", "quotation"),
    *("unasked", "strangers", "unknown"),
    *(f"into {tag}" for tag in TARGETS),
    *(f"unasked into {tag}" for tag in TARGETS),
)
"""
What is weighed on the sentences that were read.
"""

NEW = frozenset(BESIDE) - {"intercept", "length", *(f"into {tag}" for tag in TARGETS)}
"""
What is weighed there alone.
"""

RARE: Mapping[str, float] = {"alone with a number": 0.74}
"""
What a feature counts for that tells of an error by its nature and has become too rare.

It is what was fitted when the model in the box (0.7.0) still made that error often.
"""

STIFFNESS, STIFFNESS_OF_FEW = 2.0, 8.0


def main() -> None:
    """
    Translate, fit, judge, show; write where that is wanted.
    """
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, nargs="+", default=[DATA])
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    far = fitted_far([one for path in given.data for one in compared(path)])
    earlier, later = (critical(read_again(name), far) for name in (EARLIER, LATER))
    weights = merged(far, fitted_critical([*earlier, *later]))
    signed = signature(
        model=model_label(),
        far="+".join(f"{path.stem}:{digest(path)}" for path in given.data),
        near="chrf>=" + ",".join(f"{tag}:{GOOD_ENOUGH[tag]:g}" for tag in TARGETS),
        read=f"{EARLIER}:{len(earlier)}+{LATER}:{len(later)}",
    )
    said = across(earlier + later)
    result = {
        "rows": rows_of(said),
        "later": rows_of(said_of(later, fitted_critical(earlier))),
        "bounds": bounds_of(said),
        "bins": [record_of(row) for row in bins_of(plain(said))],
        "signature": signed,
    }
    show(weights, result)
    if given.write:
        write_weights(weights, signed)
        PLOT.write_text(plot(bins_of(plain(said))), encoding="utf-8")
        write_result("risk", result)


def fitted_far(examples: Sequence[Example]) -> dict[str, float]:
    """
    What tells that a sentence is far from its reference.
    """
    names = {name for e in examples for name in e.features} - NEW
    found = fitted(examples, stiffness=STIFFNESS, only=tuple(names))
    return {**RARE, **found}


def critical(
    articles: Sequence[Sequence[Read]], far: Mapping[str, float]
) -> list[Example]:
    """
    The sentences that were read, critically wrong or not.
    """
    found = []
    for sentences in articles:
        drafts = [draft for draft, _ in groupby(sentences, key=lambda one: one.draft)]
        risks = [risk for row in risks_of(drafts) for risk in row]
        for one, risk in zip(sentences, risks, strict=True):
            if one.reading is None:
                continue
            distance = sum(far.get(name, 0.0) * x for name, x in risk.features.items())
            found.append(
                Example(
                    language=one.language,
                    features={**risk.features, FAR: distance},
                    bad=one.is_critical,
                    group=one.article,
                )
            )
    return found


def fitted_critical(examples: Sequence[Example]) -> dict[str, float]:
    """
    What tells of a critical error.
    """
    return fitted(examples, stiffness=STIFFNESS_OF_FEW, only=BESIDE)


def merged(far: Mapping[str, float], beside: Mapping[str, float]) -> dict[str, float]:
    """
    Both as one: the distance is a sum itself, so that each of its parts has a weight.
    """
    share = beside[FAR]
    names = dict.fromkeys([*far, *beside])
    del names[FAR]
    return {
        name: round(share * far.get(name, 0.0) + beside.get(name, 0.0), 4)
        for name in names
    }


Said = tuple[float, Example]


def across(examples: Sequence[Example]) -> list[Said]:
    """
    What is said of every example by what was fitted on other articles.
    """
    return [
        one
        for others, own in folded(examples)
        for one in said_of(own, fitted_critical(others))
    ]


def said_of(examples: Sequence[Example], weights: Mapping[str, float]) -> list[Said]:
    """
    What is said of each example.
    """
    return [(probability(e.features, weights), e) for e in examples]


def plain(said: Sequence[Said]) -> list[tuple[float, bool]]:
    """
    What was said, and what it is.
    """
    return [(value, one.bad) for value, one in said]


def rows_of(said: Sequence[Said]) -> dict[str, Any]:
    """
    Calibration and order, for all and for each language.
    """
    groups: dict[str, list[Said]] = {"all": list(said)}
    for tag in TARGETS:
        groups[tag] = [one for one in said if one[1].language == tag]
    return {name: row_of(group) for name, group in groups.items()}


def row_of(said: Sequence[Said]) -> dict[str, Any]:
    """
    One line of the table.
    """
    examples = [one for _, one in said]
    bad = Share(hits=sum(one.bad for one in examples), of=len(examples))
    return {
        "n": len(said),
        "bad": round(bad.value, 4),
        "expected": round(sum(value for value, _ in said) / len(said), 4),
        "ece": round(calibration_error(bins_of(plain(said))), 4),
        "auc": round(order(plain(said)), 4),
        "auc_of_the_models_score": round(
            order([(-e.features["score"], e.bad) for e in examples]), 4
        ),
        "auc_of_findings": round(
            order([(e.features["any finding"], e.bad) for e in examples]), 4
        ),
    }


BOUNDS = (0.05, 0.1, 0.15, 0.2, 0.3)


def bounds_of(said: Sequence[Said]) -> list[dict[str, Any]]:
    """
    What readers would not be told to doubt, by the risk from which on they are.

    A sentence in which a check found something is in doubt at any bound.
    """
    calm = [one for one in said if not one[1].features["any finding"]]
    rows = []
    for bound in BOUNDS:
        below = [example for value, example in calm if value < bound]
        wrong = Share(hits=sum(example.bad for example in below), of=len(below))
        rows.append(
            {
                "bound": bound,
                "in_doubt": len(said) - len(below),
                "not_in_doubt": len(below),
                "critical": wrong.hits,
                "wilson95": [round(end, 4) for end in wrong.interval],
            }
        )
    return rows


def record_of(row: Bin) -> dict[str, Any]:
    """
    A bin as a record.
    """
    low, high = row.bad.interval
    return {
        "expected": round(row.expected, 4),
        "bad": round(row.bad.value, 4),
        "wilson95": [round(low, 4), round(high, 4)],
        "n": row.bad.of,
    }


def show(weights: Mapping[str, float], result: Mapping[str, Any]) -> None:
    """
    Everything, for a person.
    """
    for name, weight in sorted(weights.items(), key=lambda item: -abs(item[1])):
        print(f"{name:32}{weight:8.3f}")
    for part in ("rows", "later"):
        for name, row in result[part].items():
            print(part, name, row)
    for row in (*result["bounds"], *result["bins"]):
        print(row)
    print(result["signature"])


def write_weights(weights: Mapping[str, float], signed: str) -> None:
    """
    The coefficients as a module.
    """
    rows = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items())
    parts = signed.split("|")
    lines = "".join(f'    "{part}|"\n' for part in parts[:-1]) + f'    "{parts[-1]}"\n'
    WEIGHTS.write_text(
        '"""\nThe coefficients of the risk score: written by '
        '``python -m benchmarks.risk``.\n"""\n\n'
        f"SIGNATURE = (\n{lines})\n\n"
        f"WEIGHTS: dict[str, float] = {{\n{rows}}}\n",
        encoding="utf-8",
    )


def digest(path: Path) -> str:
    """
    Which content of a file was read.
    """
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


def model_label() -> str:
    """
    The name and version of the model in the box.
    """
    from selaras.weights import find

    return find().manifest.label


if __name__ == "__main__":
    main()
