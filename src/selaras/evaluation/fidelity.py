"""
What our checks say about good translations, and what they miss in bad ones.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from selaras import __version__
from selaras.evaluation.intervals import Share
from selaras.evaluation.mutations import MUTATIONS, Mutation, Sample, mutants_of
from selaras.evaluation.sets import (
    ParallelSet,
    ReferenceFault,
    about,
    read_set,
    spoiled,
)
from selaras.fidelity import ALL_CHECKS, Check, Finding, Pair, Severity, check_pair
from selaras.languages import TARGETS, Tag

WANTED = 500
"""
Mutants of each kind and language that are made, where the set allows.
"""

ROUNDS = 8
"""
Times that a sentence is tried for one kind of error, each with another seed.
"""

ANY_CHECK = "any check"
"""
The row of a table that counts sentences, whichever check reported them.
"""

Findings = tuple[Finding, ...]
Progress = Callable[[str, int, int], None]
"""
Called with what is being done, the number of parts done, and the number in all.
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

    ``blocked`` are those that any check keeps from readers. ``sentences`` is how many
    good ones they were made of: where several were made of one, they are alike, and the
    intervals, which take each for itself, are too narrow.
    """

    mutation: str
    check: str
    language: Tag
    caught: Share
    caught_by_any: Share
    blocked: Share
    sentences: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fidelity:
    """
    Everything measured on one set, with the signature that says how.

    ``clean`` is what people's translations were found to have; ``adjudicated`` the same
    without the lines in which these people were wrong (``errors``).
    """

    signature: str
    set: str
    clean: tuple[FalseAlarms, ...]
    adjudicated: tuple[FalseAlarms, ...]
    recall: tuple[Recall, ...]
    errors: tuple[ReferenceFault, ...]


def measure_fidelity(
    parallel: ParallelSet,
    *,
    seed: int,
    wanted: int = WANTED,
    errors: Collection[ReferenceFault] = (),
    checks: Sequence[Check] = ALL_CHECKS,
    mutations: Sequence[Mutation] = MUTATIONS,
    progress: Progress = lambda _what, _done, _of: None,
) -> Fidelity:
    """
    Look at a set as it is and with every kind of error, language by language.

    Mutants are made of good sentences alone: of lines without a known error, about
    which the check in charge has nothing to say.
    """
    parts = [
        (language, mutation)
        for language in parallel.languages
        for mutation in (None, *mutations)
    ]
    clean: list[FalseAlarms] = []
    adjudicated: list[FalseAlarms] = []
    caught: list[Recall] = []
    good: list[Read] = []
    for done, (language, mutation) in enumerate(parts):
        what = mutation.name if mutation else "good translations"
        progress(f"{language}, {what}", done, len(parts))
        if mutation is None:
            read = read_with(checks, parallel.samples(language))
            wrong = spoiled(errors, parallel.name, language)
            good = [row for row in read if row.line not in wrong]
            clean += alarms_in(read, checks, language)
            adjudicated += alarms_in(good, checks, language)
        else:
            caught += recall_in(good, mutation, checks, seed=seed, wanted=wanted)
    progress("done", len(parts), len(parts))
    return Fidelity(
        signature=signed(parallel, checks, mutations, seed=seed, wanted=wanted),
        set=parallel.name,
        clean=tuple(clean),
        adjudicated=tuple(adjudicated),
        recall=tuple(caught),
        errors=tuple(about(errors, parallel.name)),
    )


def signed(
    parallel: ParallelSet,
    checks: Sequence[Check],
    mutations: Sequence[Mutation],
    *,
    seed: int,
    wanted: int,
) -> str:
    """
    What must be the same for the same figures to come out again.
    """
    return "|".join(
        (
            f"selaras:{__version__}",
            f"set:{parallel.name}:{parallel.digest}",
            f"n:{len(parallel.lines)}",
            f"seed:{seed}",
            f"mutants:{wanted}",
            f"checks:{'+'.join(check.name for check in checks)}",
            f"mutations:{len(mutations)}",
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """
    A good pair, where it stands, and what the checks say about it.
    """

    line: int
    sample: Sample
    findings: Findings

    def is_reported(self, check: str) -> bool:
        """
        Whether a check has anything to say.
        """
        return any(finding.check == check for finding in self.findings)


def read_with(checks: Sequence[Check], samples: Mapping[int, Sample]) -> list[Read]:
    """
    Samples with what the checks say about them as they are.
    """
    return [
        Read(line=line, sample=sample, findings=check_pair(sample.pair, checks))
        for line, sample in samples.items()
    ]


def alarms_in(
    read: Sequence[Read], checks: Sequence[Check], language: Tag
) -> Iterator[FalseAlarms]:
    """
    False alarms of each check, and of all of them together.
    """
    for name in (*(check.name for check in checks), ANY_CHECK):
        found = [
            [f for f in row.findings if name in (f.check, ANY_CHECK)] for row in read
        ]
        yield FalseAlarms(
            check=name,
            language=language,
            reported=share(map(bool, found)),
            blocked=share(map(blocks, found)),
        )


def recall_in(
    good: Sequence[Read],
    mutation: Mutation,
    checks: Sequence[Check],
    *,
    seed: int,
    wanted: int,
) -> Iterator[Recall]:
    """
    What is caught of one kind of error; nothing where no sentence lends itself to it.
    """
    fit = [row.sample for row in good if not row.is_reported(mutation.check)]
    mutants = many_mutants(fit, mutation, seed=seed, wanted=wanted)
    if not mutants:
        return
    found = [check_pair(mutant, checks) for mutant in mutants]
    yield Recall(
        mutation=mutation.name,
        check=mutation.check,
        language=fit[0].pair.language,
        caught=share(any(f.check == mutation.check for f in row) for row in found),
        caught_by_any=share(map(bool, found)),
        blocked=share(map(blocks, found)),
        sentences=sum(1 for _ in mutants_of(fit, mutation, seed=seed)),
    )


def many_mutants(
    samples: Sequence[Sample], mutation: Mutation, *, seed: int, wanted: int
) -> list[Pair]:
    """
    Different mutants, as many as are wanted, from all over the set.

    Each round makes at most one of every sentence.
    """
    order = list(samples)
    Random(seed).shuffle(order)  # noqa: S311  (chance that can be repeated is wanted)
    made: dict[Pair, None] = {}
    for more in range(ROUNDS):
        before = len(made)
        for mutant in mutants_of(order, mutation, seed=seed + more):
            made[mutant] = None
            if len(made) == wanted:
                return list(made)
        if len(made) == before:
            break
    return list(made)


def share(hits: Iterator[bool]) -> Share:
    """
    How many of all.
    """
    counted = list(hits)
    return Share(hits=sum(counted), of=len(counted))


def blocks(findings: Sequence[Finding]) -> bool:
    """
    Whether any finding keeps its sentence from readers.
    """
    return any(finding.severity is Severity.BLOCKING for finding in findings)


def read_samples(path: Path, language: Tag) -> tuple[Sample, ...]:
    """
    The sentences of a set, as pairs into one language.
    """
    return tuple(read_set(path).samples(language).values())


def by_language(path: Path) -> Mapping[Tag, tuple[Sample, ...]]:
    """
    The samples of a set for every language that we translate into.
    """
    parallel = read_set(path)
    return {
        language: tuple(parallel.samples(language).values()) for language in TARGETS
    }


def false_alarms(
    samples: Sequence[Sample], checks: Sequence[Check] = ALL_CHECKS
) -> tuple[FalseAlarms, ...]:
    """
    What each check says about translations that people made.

    An error of the translator counts as a false alarm, so that these are upper bounds.
    """
    language = samples[0].pair.language
    read = read_with(checks, dict(enumerate(samples)))
    rows = alarms_in(read, checks, language)
    return tuple(row for row in rows if row.check != ANY_CHECK)


def recall(
    samples: Sequence[Sample],
    mutations: Sequence[Mutation] = MUTATIONS,
    *,
    seed: int,
    checks: Sequence[Check] = ALL_CHECKS,
    wanted: int = WANTED,
) -> tuple[Recall, ...]:
    """
    What the checks catch of every kind of error that the samples can be given.
    """
    good = read_with(checks, dict(enumerate(samples)))
    return tuple(
        row
        for mutation in mutations
        for row in recall_in(good, mutation, checks, seed=seed, wanted=wanted)
    )


def missed(
    samples: Sequence[Sample],
    mutation: Mutation,
    *,
    seed: int,
    checks: Sequence[Check] = ALL_CHECKS,
) -> tuple[Pair, ...]:
    """
    The mutants that the check in charge does not report: what to work on next.
    """
    return tuple(
        mutant
        for mutant in mutants_of(samples, mutation, seed=seed)
        if mutation.check not in {found.check for found in check_pair(mutant, checks)}
    )
