"""
Sentences made wrong as a whole: emptied, broken off, said twice, quotations lost.
"""

import re
from dataclasses import replace
from random import Random

from selaras.evaluation.mutations.making import Mutation, Sample, without
from selaras.fidelity import Pair
from selaras.languages import LANGUAGES


def emptied(sample: Sample, chance: Random) -> Pair | None:
    """
    Nothing came back, or marks alone.
    """
    return replace(sample.pair, target=chance.choice(("", " ", ".", "—", "…", '""')))


def broken_off(sample: Sample, chance: Random) -> Pair | None:
    """
    The second half is missing.
    """
    half = first_half(sample.pair, chance)
    return replace(sample.pair, target=half) if half else None


def broken_off_with_stop(sample: Sample, chance: Random) -> Pair | None:
    """
    The second half is missing, and the sentence ends as a sentence does.
    """
    half = first_half(sample.pair, chance)
    stop = "。" if sample.pair.language in ("zh", "ja") else "."
    return replace(sample.pair, target=half + stop) if half else None


def first_half(pair: Pair, chance: Random) -> str | None:
    """
    About the first half of a target, up to a word's end, without closing marks.
    """
    target = pair.target
    cut = round(len(target) * chance.uniform(0.4, 0.6))
    if LANGUAGES[pair.language].spaced:
        cut = target.rfind(" ", 0, cut)
    return target[:cut].rstrip(" ,，、،.。") or None if cut > 0 else None


def said_twice(sample: Sample, _: Random) -> Pair | None:
    """
    The whole translation stands there twice.
    """
    space = " " if LANGUAGES[sample.pair.language].spaced else ""
    target = sample.pair.target
    return replace(sample.pair, target=f"{target}{space}{target}")


def words_repeated(sample: Sample, chance: Random) -> Pair | None:
    """
    A stretch of two to five words is said three times.
    """
    spaced = LANGUAGES[sample.pair.language].spaced
    units = sample.pair.target.split(" ") if spaced else list(sample.pair.target)
    length = chance.randint(2, 5) if spaced else chance.randint(4, 10)
    if len(units) < length + 2:
        return None
    start = chance.randrange(1, len(units) - length)
    stretch = units[start : start + length]
    looped = units[:start] + stretch * 3 + units[start + length :]
    return replace(sample.pair, target=(" " if spaced else "").join(looped))


def quote_lost(sample: Sample, chance: Random) -> Pair | None:
    """
    One quotation mark is missing.
    """
    marks = list(QUOTE.finditer(sample.pair.target))
    if not marks or '"' not in sample.pair.source:
        return None
    return without(sample.pair, chance.choice(marks))


QUOTE = re.compile('["“”«»「」]')

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="emptied", check="not-empty", mutate=emptied),
    Mutation(name="broken off", check="whole-sentence", mutate=broken_off),
    Mutation(
        name="broken off with a stop",
        check="whole-sentence",
        mutate=broken_off_with_stop,
    ),
    Mutation(name="said twice", check="no-repetition", mutate=said_twice),
    Mutation(name="words repeated", check="no-repetition", mutate=words_repeated),
    Mutation(name="quote lost", check="same-quotes", mutate=quote_lost),
)
