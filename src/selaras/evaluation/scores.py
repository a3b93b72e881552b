"""
Scores of whole files of translations, each with its signature.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from selaras import __version__
from selaras.errors import EvaluationError
from selaras.fidelity import Pair
from selaras.fidelity.same_numbers import SameNumbers
from selaras.languages import LANGUAGES, SOURCE, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """
    A number that can be measured again: the signature says how.

    ``value`` is what sacrebleu prints for its scores (0 to 100), and a share between 0
    and 1 for everything else.
    """

    name: str
    value: float
    signature: str


def evaluate(
    hypotheses: Sequence[str],
    references: Sequence[str],
    *,
    language: Tag,
    sources: Sequence[str] | None = None,
    source_language: Tag = SOURCE,
) -> tuple[Measurement, ...]:
    """
    BLEU, chrF and chrF++ of aligned lines; wrong numbers where the sources have any.

    Lines are compared by position, so that files must be aligned: EvaluationError is
    raised where their lengths differ, where there is nothing to score, and for a
    language that is not one of ours.
    """
    require_language(language)
    require_aligned("references", references, hypotheses)
    measurements = [
        score(metric, hypotheses, references)
        for metric in (BLEU(tokenize=TOKENIZERS[language]), CHRF(), CHRF(word_order=2))
    ]
    if sources is not None:
        wrong = wrong_numbers(
            hypotheses, sources, language=language, source_language=source_language
        )
        measurements += [wrong] if any(map(has_digit, sources)) else []
    return tuple(measurements)


def wrong_numbers(
    hypotheses: Sequence[str],
    sources: Sequence[str],
    *,
    language: Tag,
    source_language: Tag = SOURCE,
) -> Measurement:
    """
    The share of translations with wrong numbers, among sources that have digits.

    Our own check judges, so that its false alarms are part of the figure: it ranks
    systems, and is no count of errors.
    """
    require_language(language)
    require_aligned("sources", sources, hypotheses)
    check = SameNumbers()
    pairs = [
        Pair(
            source=source,
            target=target,
            language=language,
            source_language=source_language,
        )
        for source, target in zip(sources, hypotheses, strict=True)
        if has_digit(source)
    ]
    wrong = sum(any(check(pair)) for pair in pairs)
    return Measurement(
        name="wrong numbers",
        value=wrong / len(pairs) if pairs else 0.0,
        signature=f"check:{check.name}|{source_language}-{language}|n:{len(pairs)}"
        f"|version:selaras-{__version__}",
    )


def has_digit(text: str) -> bool:
    """
    Whether there is a number in the text that our check of numbers can judge.
    """
    return any(map(str.isdigit, text))


class Metric(Protocol):
    """
    What we use of a metric of sacrebleu.
    """

    def corpus_score(
        self, hypotheses: Sequence[str], references: Sequence[Sequence[str]]
    ) -> "Score":
        """
        Score all lines together.
        """

    def get_signature(self) -> object:
        """
        How it was done; known only after scoring.
        """


class Score(Protocol):
    """
    What we use of a score of sacrebleu.
    """

    name: str
    score: float


def score(
    metric: Metric, hypotheses: Sequence[str], references: Sequence[str]
) -> Measurement:
    """
    One metric's figure, with the signature that sacrebleu gives it.
    """
    result = metric.corpus_score(hypotheses, [references])
    return Measurement(
        name=result.name,
        value=result.score,
        signature=f"{result.name}|n:{len(hypotheses)}|{metric.get_signature()}",
    )


def require_language(language: Tag) -> None:
    """
    Refuse a language that has no row in our table.
    """
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise EvaluationError(f"We score translations into {known}, not {language}.")


def require_aligned(name: str, lines: Sequence[str], hypotheses: Sequence[str]) -> None:
    """
    Refuse files that do not fit each other, and empty ones.
    """
    if not hypotheses:
        raise EvaluationError("There are no translations to score: the file is empty.")
    if len(lines) != len(hypotheses):
        raise EvaluationError(
            f"There are {len(hypotheses)} translations but {len(lines)} {name}; "
            "the files must be aligned line by line."
        )
    if not any(line.strip() for line in lines):
        raise EvaluationError(f"All {len(lines)} lines of the {name} are empty.")


TOKENIZERS: dict[Tag, str] = {
    "id": "13a",
    "en": "13a",
    "fr": "13a",
    "ar": "13a",
    "zh": "zh",
    "ja": "char",
}
"""
What sacrebleu cuts a language's words with before it counts n-grams for BLEU.
"""
