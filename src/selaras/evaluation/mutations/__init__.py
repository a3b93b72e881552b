"""
Translations made wrong on purpose, each in one known way, to count what checks catch.

One file for each kind of error; each has its own list of mutations.
"""

from selaras.evaluation.mutations import (
    clauses,
    dates,
    items,
    keywords,
    languages,
    names,
    numbers,
    polarity,
    quantities,
    sentences,
    status,
)
from selaras.evaluation.mutations.making import Mutation, Sample, mutants_of

__all__ = ["MUTATIONS", "Mutation", "Sample", "mutants_of"]

MUTATIONS: tuple[Mutation, ...] = (
    *numbers.MUTATIONS,
    *quantities.MUTATIONS,
    *dates.MUTATIONS,
    *names.MUTATIONS,
    *polarity.MUTATIONS,
    *status.MUTATIONS,
    *keywords.MUTATIONS,
    *items.MUTATIONS,
    *sentences.MUTATIONS,
    *clauses.MUTATIONS,
    *languages.MUTATIONS,
)
"""
The ways to be wrong that are measured.
"""
