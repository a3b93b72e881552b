"""
People given another legal status, the hurt made dead, and doubt made certainty.

The words are written for themselves and not drawn from the tables of the check. A
mutant is made only where the source has the word that the mutated one stands for.
"""

import re
from random import Random

from selaras.evaluation.mutations.casualty_rows import CASUALTIES, HEDGES
from selaras.evaluation.mutations.loaded_rows import GRAVE, LOADED
from selaras.evaluation.mutations.making import Mutation, Sample
from selaras.evaluation.mutations.polarity import rewritten_by
from selaras.evaluation.mutations.status_rows import LEGAL, RULINGS, Tables
from selaras.fidelity import Pair


def status_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    A legal status is another one, where the source has the word for it.
    """
    return rewritten_by(sample, chance, rows_for(sample, LEGAL))


def ruling_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    Charge, sentence asked for, verdict and acquittal stand in each other's place.
    """
    return rewritten_by(sample, chance, rows_for(sample, RULINGS))


def casualty_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    The hurt or the missing are dead, or the dead hurt.
    """
    return rewritten_by(sample, chance, rows_for(sample, CASUALTIES))


def hedge_deleted(sample: Sample, chance: Random) -> Pair | None:
    """
    What is alleged is asserted.
    """
    return rewritten_by(sample, chance, rows_for(sample, HEDGES))


def loaded_word_put(sample: Sample, chance: Random) -> Pair | None:
    """
    A harmless word became a crime, an arrest, a failure or a disaster.

    Only where the source speaks of nothing of the kind.
    """
    if GRAVE.search(sample.pair.source):
        return None
    return rewritten_by(sample, chance, LOADED.get(sample.pair.language, ()))


def rows_for(sample: Sample, tables: Tables) -> list[tuple[str, str]]:
    """
    The rows for the target, of every table whose word the source has.
    """
    return [
        row
        for word, by_language in tables
        if re.search(word, sample.pair.source, re.IGNORECASE)
        for row in by_language.get(sample.pair.language, ())
    ]


MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="status swapped", check="same-status", mutate=status_swapped),
    Mutation(name="ruling swapped", check="same-status", mutate=ruling_swapped),
    Mutation(name="casualty swapped", check="same-status", mutate=casualty_swapped),
    Mutation(name="hedge deleted", check="same-status", mutate=hedge_deleted),
    Mutation(name="loaded word put", check="same-status", mutate=loaded_word_put),
)
