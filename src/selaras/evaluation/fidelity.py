"""
What our checks say about good translations, and what they miss in bad ones.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from selaras.errors import EvaluationError
from selaras.evaluation.intervals import Share
from selaras.evaluation.mutations import MUTATIONS, Mutation, Sample, mutants_of
from selaras.fidelity import ALL_CHECKS, Check, Pair, Severity, check_pair
from selaras.languages import SOURCE, TARGETS, Tag

COLUMNS: tuple[Tag, ...] = ("id", "en", "fr", "zh", "ja", "ar")
"""
The order of the languages in our six-way files, after article and sentence.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseAlarms:
    """
    How many good sentences a check reports, and how many it blocks.
    """

    check: str
    language: Tag
    reported: Share
    blocked: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Recall:
    """
    How many wrong sentences the check in charge reports, and how many any check does.
    """

    mutation: str
    check: str
    language: Tag
    caught: Share
    caught_by_any: Share


def read_samples(path: Path, language: Tag) -> tuple[Sample, ...]:
    """
    The sentences of a six-way file, as pairs into one language.

    A line is ``article, sentence, id, en, fr, zh, ja, ar``, with tabs between.
    """
    samples = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        fields = line.split("\t")
        if len(fields) != len(COLUMNS) + 2:
            raise EvaluationError(
                f"Line {number} of {path.name} has {len(fields)} fields, "
                f"not {len(COLUMNS) + 2}."
            )
        versions = dict(zip(COLUMNS, fields[2:], strict=True))
        pair = Pair(
            source=versions[SOURCE], target=versions[language], language=language
        )
        samples.append(Sample(pair=pair, versions=versions))
    return tuple(samples)


def false_alarms(
    samples: Sequence[Sample], checks: Sequence[Check] = ALL_CHECKS
) -> tuple[FalseAlarms, ...]:
    """
    What each check says about translations that people made.

    An error of the translator counts as a false alarm, so that these are upper bounds.
    """
    language = samples[0].pair.language
    answers = []
    for check in checks:
        findings = [tuple(check(sample.pair)) for sample in samples]
        blocked = sum(
            any(finding.severity is Severity.BLOCKING for finding in found)
            for found in findings
        )
        answers.append(
            FalseAlarms(
                check=check.name,
                language=language,
                reported=Share(hits=sum(map(bool, findings)), of=len(samples)),
                blocked=Share(hits=blocked, of=len(samples)),
            )
        )
    return tuple(answers)


def recall(
    samples: Sequence[Sample],
    mutations: Sequence[Mutation] = MUTATIONS,
    *,
    seed: int,
) -> tuple[Recall, ...]:
    """
    What the checks catch of every kind of error that the samples can be given.
    """
    language = samples[0].pair.language
    answers = []
    for mutation in mutations:
        names = [
            {finding.check for finding in check_pair(mutant)}
            for mutant in mutants_of(samples, mutation, seed=seed)
        ]
        if names:
            caught = sum(mutation.check in found for found in names)
            answers.append(
                Recall(
                    mutation=mutation.name,
                    check=mutation.check,
                    language=language,
                    caught=Share(hits=caught, of=len(names)),
                    caught_by_any=Share(hits=sum(map(bool, names)), of=len(names)),
                )
            )
    return tuple(answers)


def missed(
    samples: Sequence[Sample], mutation: Mutation, *, seed: int
) -> tuple[Pair, ...]:
    """
    The mutants that the check in charge does not report: what to work on next.
    """
    return tuple(
        mutant
        for mutant in mutants_of(samples, mutation, seed=seed)
        if mutation.check not in {finding.check for finding in check_pair(mutant)}
    )


def by_language(path: Path) -> Mapping[Tag, tuple[Sample, ...]]:
    """
    The samples of a file for every language that we translate into.
    """
    return {language: read_samples(path, language) for language in TARGETS}
