"""
Engines compared on what people of the newsroom made of machines' sentences.

The incumbent is what a machine had written and a person had before them. Whatever they
left as it was is right by definition, so that the incumbent is favoured: who beats it
is better indeed, who does not may still be as good. Votes of people who do not know
which text is whose tell how large that favour is; the newsroom's site asks for them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein
from sacrebleu.metrics.chrf import CHRF

from selaras import __version__
from selaras.engines import Engine
from selaras.errors import EvaluationError
from selaras.evaluation.asking import Answer, Sample, asked
from selaras.evaluation.scores import score
from selaras.fidelity import Pair, Severity
from selaras.fidelity.checks import ALL_CHECKS, check_pair

INCUMBENT = "incumbent"
"""
What the machine's text that people edited goes by among the engines.
"""

ALPHA = 0.05
"""
How likely a winner may be one by chance, over all engines of a comparison together.
"""

RESAMPLES = 1000

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contestant:
    """
    How an engine fared: ``chrf`` from 0 to 100, the more the better.

    ``distance`` is how many characters a person would have to change for each that they
    ended with. ``blocking`` is how many findings block a sentence, ``blocked`` in how
    many sentences, ``lost`` on how many sentences the engine failed: those count as
    empty. ``difference`` is that of ``chrf`` from the incumbent's, ``low`` and ``high``
    its 95 % interval, ``p`` how likely so large a one is if there were none.
    """

    name: str
    models: tuple[str, ...]
    chrf: float
    distance: float
    blocking: int
    blocked: int
    lost: int
    difference: float = 0.0
    low: float = 0.0
    high: float = 0.0
    p: float = 1.0
    failure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """
    A comparison. ``contestants`` begin with the incumbent, then the best first.

    ``winner`` is the best of those whose chrF is better by more than chance and whose
    findings are not worse; nothing if there is none. ``alarms`` is how many blocking
    findings there are about what people wrote themselves: the checks' own false alarms.
    """

    contestants: tuple[Contestant, ...]
    winner: str
    samples: int
    alarms: int
    signature: str

    @property
    def is_significant(self) -> bool:
        """
        Whether an engine won.
        """
        return bool(self.winner)


def compare(
    engines: Mapping[str, Engine],
    samples: Sequence[Sample],
    *,
    resamples: int = RESAMPLES,
    seed: int,
) -> Result:
    """
    Let each engine translate the samples, and judge what they say.

    Give engines without a memory: one that knows what people wrote would win. Raises
    ``EvaluationError`` where there is nothing to compare; an engine that fails loses.
    """
    answers = {
        name: [answer for batch in asked(engine, samples) for answer in batch]
        for name, engine in engines.items()
    }
    return judged(answers, samples, resamples=resamples, seed=seed)


def judged(
    answers: Mapping[str, Sequence[Answer]],
    samples: Sequence[Sample],
    *,
    resamples: int = RESAMPLES,
    seed: int,
    serving: str = "",
) -> Result:
    """
    Compare what engines said with the incumbent, on the same sentences.

    ``serving`` is the engine among them that serves the language now, where the
    incumbent's texts may still be another's: it cannot win, and who wins must be better
    than it, too. Raises ``EvaluationError`` where there is nothing to compare.
    """
    require_comparable(answers, samples)
    first = measured(
        INCUMBENT, [Answer(text=sample.incumbent) for sample in samples], samples
    )
    draws = drawn(len(samples), resamples, seed)
    measures = {name: measured(name, said, samples) for name, said in answers.items()}
    others = [against(first, one, draws) for one in measures.values()]
    others.sort(key=lambda one: (-one.chrf, one.name))
    now = measures.get(serving)
    winners = (
        one.name
        for one in others
        if one.name != serving
        and wins(one, first.figures, len(others))
        and (now is None or beats(measures[one.name], now, draws, len(others)))
    )
    return Result(
        contestants=(first.figures, *others),
        winner=next(winners, ""),
        samples=len(samples),
        alarms=sum(map(blocking_in, samples, (sample.final for sample in samples))),
        signature=signature_of(
            others, samples, resamples=resamples, seed=seed, serving=serving
        ),
    )


def require_comparable(
    answers: Mapping[str, Sequence[Answer]], samples: Sequence[Sample]
) -> None:
    """
    Refuse to compare nothing, several languages at once, or what is not aligned.
    """
    if not samples or not answers:
        raise EvaluationError(
            f"Expected engines and sentences to compare them on, got {len(answers)} "
            f"engines and {len(samples)} sentences."
        )
    if INCUMBENT in answers:
        raise EvaluationError(f"No engine can be called {INCUMBENT!r} here.")
    if len(languages := {sample.language for sample in samples}) > 1:
        raise EvaluationError(
            f"Expected one language, got {', '.join(sorted(languages))}."
        )
    for name, said in answers.items():
        if len(said) != len(samples):
            raise EvaluationError(
                f"Expected {len(samples)} answers of {name}, got {len(said)}."
            )


@dataclass(frozen=True, slots=True)
class _Measured:
    figures: Contestant
    counts: Ints
    """
    For each sentence what chrF is made of: n-grams said, wanted, and both, by order.
    """


def measured(
    name: str, answers: Sequence[Answer], samples: Sequence[Sample]
) -> _Measured:
    """
    One contestant alone.
    """
    texts = [answer.text for answer in answers]
    finals = [sample.final for sample in samples]
    findings = [blocking_in(*one) for one in zip(samples, texts, strict=True)]
    distances = [Levenshtein.distance(*one) for one in zip(texts, finals, strict=True)]
    failures = [answer.failure for answer in answers if answer.failure]
    figures = Contestant(
        name=name,
        models=tuple(sorted({answer.model for answer in answers if answer.model})),
        chrf=score(CHRF(), texts, finals).value,
        distance=sum(distances) / max(1, sum(map(len, finals))),
        blocking=sum(findings),
        blocked=sum(map(bool, findings)),
        lost=len(failures),
        failure=failures[0] if failures else "",
    )
    return _Measured(figures, counts_of(texts, finals))


def blocking_in(sample: Sample, text: str) -> int:
    """
    How many findings of all checks would keep a translation from readers.
    """
    pair = Pair(source=sample.source, target=text, language=sample.language)
    return sum(one.severity is Severity.BLOCKING for one in check_pair(pair))


def counts_of(texts: Sequence[str], finals: Sequence[str]) -> Ints:
    """
    The n-grams of each sentence, as sacrebleu counts them.
    """
    found: Any = CHRF()._extract_corpus_statistics(texts, [finals])  # noqa: SLF001
    return np.asarray(found, dtype=np.int64)


def chrf_of(counts: Ints) -> Floats:
    """
    The chrF of many sets of counts at once: one set in each row.

    The same as sacrebleu's for each, which would take it one by one.
    """
    said, wanted, both = (counts[..., n::3].astype(float) for n in range(3))
    counted = (said > 0) & (wanted > 0)
    orders = np.maximum(counted.sum(axis=-1), 1)
    precision = np.where(counted, both / np.maximum(said, 1), 0).sum(axis=-1) / orders
    recall = np.where(counted, both / np.maximum(wanted, 1), 0).sum(axis=-1) / orders
    beta = float(CHRF.BETA**2)
    below = beta * precision + recall
    above = (1 + beta) * precision * recall
    return np.asarray(100 * above / np.where(below > 0, below, 1), dtype=np.float64)


def drawn(many: int, resamples: int, seed: int) -> Ints:
    """
    How often each sentence is in each resample. The same for all contestants.
    """
    random = np.random.default_rng(seed)
    return random.multinomial(many, [1 / many] * many, size=resamples)


def against(incumbent: _Measured, other: _Measured, draws: Ints) -> Contestant:
    """
    A contestant with its difference from the incumbent, by a paired bootstrap.

    ``p`` is two-sided, after Riezler and Maxwell (2005), as sacrebleu has it: how often
    a resample is as far from the mean of all as the difference is from nought.
    """
    difference = other.figures.chrf - incumbent.figures.chrf
    found = chrf_of(draws @ other.counts) - chrf_of(draws @ incumbent.counts)
    extreme = np.abs(found - found.mean()) >= abs(difference)
    low, high = np.percentile(found, [2.5, 97.5])
    return replace(
        other.figures,
        difference=difference,
        low=float(low),
        high=float(high),
        p=float((extreme.sum() + 1) / (len(found) + 1)),
    )


def wins(one: Contestant, incumbent: Contestant, many: int) -> bool:
    """
    Whether an engine is better beyond chance, and lets nothing worse through.

    Of many engines one is soon better by chance, so each must be that much surer
    (Bonferroni).
    """
    is_better = one.difference > 0 and one.p < ALPHA / many
    return is_better and one.blocking <= incumbent.blocking


def beats(one: _Measured, other: _Measured, draws: Ints, many: int) -> bool:
    """
    Whether an engine wins against another one, as it must against the incumbent.
    """
    return wins(against(other, one, draws), other.figures, many)


def signature_of(
    contestants: Sequence[Contestant],
    samples: Sequence[Sample],
    *,
    resamples: int,
    seed: int,
    serving: str,
) -> str:
    """
    Everything that is needed to compare again.
    """
    engines = ",".join(
        f"{one.name}={'+'.join(one.models) or '?'}"
        for one in sorted(contestants, key=lambda one: one.name)
    )
    return "|".join(
        (
            "chrF2",
            f"id-{samples[0].language}",
            f"n:{len(samples)}",
            f"bootstrap:{resamples}",
            f"seed:{seed}",
            f"alpha:{ALPHA}/{len(contestants)}",
            f"checks:{len(ALL_CHECKS)}",
            f"engines:{engines}",
            *((f"serving:{serving}",) if serving else ()),
            f"terms:{len({term for sample in samples for term in sample.terms})}",
            f"sacrebleu:{version('sacrebleu')}",
            f"rapidfuzz:{version('rapidfuzz')}",
            f"numpy:{version('numpy')}",
            f"selaras:{__version__}",
        )
    )
