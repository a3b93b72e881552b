"""
Logistic regression with a penalty, and how well what it says is in order.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from selaras.languages import Tag

Features = Mapping[str, float]

FEWEST = 20
"""
Times that a feature must occur before it gets a coefficient.
"""

FOLDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """
    A translated sentence of a group: what is known of it, and whether it is bad.

    What is said of one is never learnt from another of its group.
    """

    language: Tag
    features: Features
    bad: bool
    group: str = ""


def fitted(
    examples: Sequence[Example], *, stiffness: float, only: Sequence[str] = ()
) -> dict[str, float]:
    """
    The coefficients (Newton's way); all but the intercept are drawn towards nothing.

    ``only`` are the features that count; without it, all that occur often enough.
    """
    counts = Counter(name for e in examples for name, x in e.features.items() if x)
    names = [
        name
        for name, times in counts.items()
        if times >= FEWEST and (not only or name in only)
    ]
    table = np.array([[e.features.get(name, 0.0) for name in names] for e in examples])
    bad = np.array([e.bad for e in examples], dtype=float)
    penalty = np.array([0.0 if name == "intercept" else stiffness for name in names])
    weights = np.zeros(len(names))
    for _ in range(50):
        guess = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (guess - bad) + penalty * weights
        curve = (table.T * (guess * (1 - guess))) @ table + np.diag(penalty + 1e-9)
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < 1e-8:
            break
    return dict(zip(names, map(float, weights), strict=True))


def folded(examples: Sequence[Example]) -> list[tuple[list[Example], list[Example]]]:
    """
    What is learnt from and what is judged, ten times, so that each is judged once.
    """
    groups = sorted({e.group for e in examples})
    fold = {group: place % FOLDS for place, group in enumerate(groups)}
    return [
        (
            [e for e in examples if fold[e.group] != number],
            [e for e in examples if fold[e.group] == number],
        )
        for number in range(FOLDS)
    ]


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
