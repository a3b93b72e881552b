"""
Fit the risk score, and measure how far its probabilities can be believed.

    python -m benchmarks.risk [--data FILE ...] [--write]

translates six-way files with the model in the box, calls a translation bad that is far
from its reference or has other numbers, fits on the first half of each file and judges
on the second: files are in the order of their articles, so that no article is in both.
Without ``--data`` it reads ``data/native-dev.tsv`` alone, and only shows.

``--write`` puts the coefficients into ``src/selaras/pipeline/risk_weights.py``, the
plot into ``docs/reference/risk-calibration.svg``, and the figures into
``results/risk.json``.
"""

import argparse
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sacrebleu.metrics.chrf import CHRF

from benchmarks.machine import signature, write_result
from benchmarks.reliability import Bin, bins_of, calibration_error, plot
from selaras.article import Article, Inline, Segment
from selaras.engines import Hypothesis, Request
from selaras.evaluation.fidelity import by_language
from selaras.evaluation.intervals import Share
from selaras.evaluation.mutations import Sample
from selaras.fidelity import Pair, Severity, check_pair, find_verbatim
from selaras.fidelity.same_numbers import SameNumbers
from selaras.languages import TARGETS, Tag
from selaras.pipeline import Draft, DraftSegment
from selaras.pipeline.composing import composed
from selaras.pipeline.risk import features_of, probability
from selaras.pipeline.witnesses import dissents

ROOT = Path(__file__).parent.parent
DATA = Path(__file__).parent / "data" / "native-dev.tsv"
WEIGHTS = ROOT / "src" / "selaras" / "pipeline" / "risk_weights.py"
PLOT = ROOT / "docs" / "reference" / "risk-calibration.svg"

GOOD_ENOUGH: Mapping[Tag, float] = {"en": 50, "fr": 50, "ar": 40, "zh": 25, "ja": 25}
"""
The chrF of a sentence from which it is usable: some 70% of what strong systems reach.
"""

FEWEST = 20
"""
Times that a feature must occur before it gets a coefficient.
"""

RARE: Mapping[str, float] = {"alone with a number": 0.74}
"""
What a feature counts for that tells of an error by its nature and has become too rare.

It is what was fitted when the model in the box (0.7.0) still made that error often.
"""

STIFFNESS = 2.0
AT_ONCE = 128

Features = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """
    A translated sentence: what is known of it, and whether it is bad.
    """

    language: Tag
    features: Features
    bad: bool


def main() -> None:
    """
    Translate, fit, judge, show; write where that is wanted.
    """
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, nargs="+", default=[DATA])
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    fitting: list[Example] = []
    judging: list[Example] = []
    for path in given.data:
        first, second = halves(path)
        fitting += first
        judging += second
    mean = float(np.mean([score for e in fitting for score in scores_in(e)]))
    weights = fitted([centred(e, mean) for e in fitting])
    judged = [centred(e, mean) for e in judging]
    signed = signature(
        model=model_label(),
        sets="+".join(f"{path.stem}:{digest(path)}" for path in given.data),
        bad="chrf<" + ",".join(f"{tag}:{GOOD_ENOUGH[tag]:g}" for tag in TARGETS),
        fitted=len(fitting),
        judged=len(judging),
    )
    result = figures(judged, weights) | {"signature": signed}
    show(weights, result)
    if given.write:
        write_weights(weights, mean, signed)
        table = bins_of(predictions(judged, weights))
        PLOT.write_text(plot(table), encoding="utf-8")
        write_result("risk", result)


def halves(path: Path) -> tuple[list[Example], list[Example]]:
    """
    The examples of a file's first articles and of the others.
    """
    samples = by_language(path)
    texts = {
        tag: translated([s.pair.source for s in some], tag)
        for tag, some in samples.items()
    }
    drafts = [draft_of(tag, samples[tag], texts[tag]) for tag in TARGETS]
    found = dissents(drafts)
    first: list[Example] = []
    second: list[Example] = []
    for draft, row in zip(drafts, found, strict=True):
        some = samples[draft.language]
        for place, segment in enumerate(draft.segments):
            half = first if place < len(some) // 2 else second
            pair = some[place].pair
            asked = Pair(
                source=pair.source, target=segment.text, language=draft.language
            )
            half.append(
                Example(
                    language=draft.language,
                    features=raw_features(segment, asked, row[place]),
                    bad=is_bad(segment.text, pair),
                )
            )
    return first, second


def translated(sources: Sequence[str], language: Tag) -> list[Hypothesis]:
    """
    The best hypotheses of the model in the box.
    """
    made: list[Hypothesis] = []
    with composed("local", memory=None) as engine:
        for start in range(0, len(sources), AT_ONCE):
            portion = sources[start : start + AT_ONCE]
            answers = engine.translate(
                [Request(text=text, target=language) for text in portion]
            )
            made += [answer[0] for answer in answers]
    return made


def draft_of(
    language: Tag, samples: Sequence[Sample], made: Sequence[Hypothesis]
) -> Draft:
    """
    A file's sentences as one draft, checked.
    """
    segments = []
    for place, (sample, best) in enumerate(zip(samples, made, strict=True)):
        source = sample.pair.source
        verbatim = tuple(item.text for item in find_verbatim(source))
        pair = Pair(
            source=source, target=best.text, language=language, verbatim=verbatim
        )
        segments.append(
            DraftSegment(
                source=Segment(path=f"blocks.{place}.text#0", text=source),
                hypotheses=(best,),
                text=best.text,
                findings=check_pair(pair),
            )
        )
    article = Article(headline=Inline(text=""))
    return Draft(article=article, language=language, segments=tuple(segments))


def raw_features(segment: DraftSegment, pair: Pair, dissent: Sequence[Any]) -> Features:
    """
    The features of a segment, with the model's own score for centring.
    """
    features = dict(features_of(segment, pair, dissent))
    features[OWN_SCORE] = segment.hypotheses[0].score or 0.0
    return features


OWN_SCORE = "own score"


def scores_in(example: Example) -> list[float]:
    """
    The model's score, if it told one.
    """
    score = example.features[OWN_SCORE]
    return [score] if score else []


def centred(example: Example, mean: float) -> Example:
    """
    The example with its scores about the mean that is measured now.
    """
    features = dict(example.features)
    score = features.pop(OWN_SCORE)
    away = max(-1.0, min(1.0, score - mean)) if score else 0.0
    features["score"] = features[f"score into {example.language}"] = away
    return Example(language=example.language, features=features, bad=example.bad)


def is_bad(text: str, reference: Pair) -> bool:
    """
    Whether a translation is far from the reference, or has other numbers than it.
    """
    chrf = CHRF().sentence_score(text, [reference.target]).score
    if chrf < GOOD_ENOUGH[reference.language]:
        return True
    beside = Pair(
        source=reference.target,
        target=text,
        language=reference.language,
        source_language=reference.language,
    )
    return any(f.severity is Severity.BLOCKING for f in SameNumbers()(beside))


def fitted(examples: Sequence[Example]) -> dict[str, float]:
    """
    A logistic regression with a penalty on everything but the intercept (Newton's way).
    """
    counts = Counter(name for e in examples for name, x in e.features.items() if x)
    names = [name for name, times in counts.items() if times >= FEWEST]
    table = np.array([[e.features.get(name, 0.0) for name in names] for e in examples])
    bad = np.array([e.bad for e in examples], dtype=float)
    penalty = np.array([0.0 if name == "intercept" else STIFFNESS for name in names])
    weights = np.zeros(len(names))
    for _ in range(50):
        guess = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (guess - bad) + penalty * weights
        curve = (table.T * (guess * (1 - guess))) @ table + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    found = {name: round(float(w), 4) for name, w in zip(names, weights, strict=True)}
    return {**{k: v for k, v in RARE.items() if counts[k] < FEWEST}, **found}


def predictions(
    examples: Sequence[Example], weights: Mapping[str, float]
) -> list[tuple[float, bool]]:
    """
    What is said of each example, and what it is.
    """
    return [(probability(e.features, weights), e.bad) for e in examples]


def figures(
    examples: Sequence[Example], weights: Mapping[str, float]
) -> dict[str, Any]:
    """
    Calibration and order, for all and for each language.
    """
    groups: dict[str, list[Example]] = {"all": list(examples)}
    for tag in TARGETS:
        groups[tag] = [e for e in examples if e.language == tag]
    rows = {}
    for name, group in groups.items():
        said = predictions(group, weights)
        bad = Share(hits=sum(bad for _, bad in said), of=len(said))
        rows[name] = {
            "n": len(said),
            "bad": round(bad.value, 4),
            "expected": round(sum(p for p, _ in said) / len(said), 4),
            "ece": round(calibration_error(bins_of(said)), 4),
            "auc": round(order(said), 4),
            "auc_of_the_models_score": round(
                order([(-e.features["score"], e.bad) for e in group]), 4
            ),
            "auc_of_blocking_findings": round(
                order([(e.features["blocking"], e.bad) for e in group]), 4
            ),
        }
    table = bins_of(predictions(examples, weights))
    return {"rows": rows, "bins": [record_of(row) for row in table]}


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


def order(said: Sequence[tuple[float, bool]]) -> float:
    """
    How often a bad sentence stands above a good one (the area under the curve).
    """
    bad = np.array([value for value, is_bad in said if is_bad])
    good = np.array([value for value, is_bad in said if not is_bad])
    if not len(bad) or not len(good):
        return float("nan")
    above = (bad[:, None] > good[None, :]).mean()
    level = (bad[:, None] == good[None, :]).mean()
    return float(above + level / 2)


def show(weights: Mapping[str, float], result: Mapping[str, Any]) -> None:
    """
    Everything, for a person.
    """
    for name, weight in sorted(weights.items(), key=lambda item: -abs(item[1])):
        print(f"{name:32}{weight:8.3f}")
    for name, row in result["rows"].items():
        print(name, row)
    for row in result["bins"]:
        print(row)
    print(result["signature"])


def write_weights(weights: Mapping[str, float], mean: float, signed: str) -> None:
    """
    The coefficients as a module.
    """
    rows = "".join(f'    "{name}": {weight},\n' for name, weight in weights.items())
    parts = signed.split("|")
    lines = "".join(f'    "{part}|"\n' for part in parts[:-1]) + f'    "{parts[-1]}"\n'
    WEIGHTS.write_text(
        '"""\nThe coefficients of the risk score: written by '
        '``python -m benchmarks.risk``.\n"""\n\n'
        f"SIGNATURE = (\n{lines})\n\nMEAN_SCORE = {mean:.4f}\n\n"
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
