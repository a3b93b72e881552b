"""
Numbers made wrong: digits, whole numbers, magnitudes.
"""

import re
from dataclasses import replace
from random import Random

from selaras.evaluation.mutations.making import Mutation, Sample, put, without
from selaras.fidelity import Pair
from selaras.languages import LANGUAGES, Tag


def digit_changed(sample: Sample, chance: Random) -> Pair | None:
    """
    One digit of one number is another digit.
    """
    target = sample.pair.target
    places = [
        match.start()
        for match in DIGIT.finditer(target)
        if any(map(str.isdigit, sample.pair.source))
    ]
    if not places:
        return None
    place = chance.choice(places)
    old = int(target[place])
    new = chance.choice([digit for digit in range(1, 10) if digit != old])
    zero = ord(target[place]) - old
    return replace(
        sample.pair, target=target[:place] + chr(zero + new) + target[place + 1 :]
    )


def digits_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    Two neighbouring digits have changed places.
    """
    target = sample.pair.target
    if not any(map(str.isdigit, sample.pair.source)):
        return None
    places = [
        match.start()
        for match in TWO_DIGITS.finditer(target)
        if match[1] != match[2] and match[2] != "0"
    ]
    if not places:
        return None
    place = chance.choice(places)
    swapped = target[place + 1] + target[place]
    return replace(sample.pair, target=target[:place] + swapped + target[place + 2 :])


def number_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    One number written in two digits or more is not there.
    """
    return dropped(sample, chance, NUMBER)


def small_number_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    One number written in one digit is not there; some translations may do without it.
    """
    return dropped(sample, chance, LONE_DIGIT)


def dropped(sample: Sample, chance: Random, pattern: re.Pattern[str]) -> Pair | None:
    """
    One match of a pattern is taken from the target, if the source has digits at all.
    """
    numbers = list(pattern.finditer(sample.pair.target))
    if not numbers or not any(map(str.isdigit, sample.pair.source)):
        return None
    return without(sample.pair, chance.choice(numbers))


def magnitude_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    A thousand, million, billion or trillion after a number is another of them.
    """
    ladder = MAGNITUDES[sample.pair.language]
    words = "|".join(sorted(ladder, key=len, reverse=True))
    after = "(?![a-z])" if LANGUAGES[sample.pair.language].script == "Latin" else ""
    pattern = re.compile(rf"(?<=\d)(\s?)({words}){after}")
    found = list(pattern.finditer(sample.pair.target))
    if not found:
        return None
    match = chance.choice(found)
    other = chance.choice([word for word in ladder if word != match[2]])
    return put(sample.pair, match.start(2), match.end(2), other)


DIGIT = re.compile(r"\d")

TWO_DIGITS = re.compile(r"(?=(\d)(\d))")

GROUP = r"[.,٫٬\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE} ]"

NUMBER = re.compile(rf"\d(?:\d|{GROUP}\d)+")

LONE_DIGIT = re.compile(rf"(?<!\d)(?<!\d{GROUP})\d(?!\d|{GROUP}\d)")

MAGNITUDES: dict[Tag, tuple[str, ...]] = {
    "id": ("ribu", "juta", "miliar", "triliun"),
    "en": ("thousand", "million", "billion", "trillion"),
    "fr": ("mille", "millions", "milliards", "billions"),
    "zh": ("万", "亿", "万亿"),
    "ja": ("万", "億", "兆"),
    "ar": ("ألف", "مليون", "مليار", "تريليون"),
}

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="digit changed", check="same-numbers", mutate=digit_changed),
    Mutation(name="digits swapped", check="same-numbers", mutate=digits_swapped),
    Mutation(name="number dropped", check="same-numbers", mutate=number_dropped),
    Mutation(
        name="small number dropped", check="same-numbers", mutate=small_number_dropped
    ),
    Mutation(name="magnitude swapped", check="same-numbers", mutate=magnitude_swapped),
)
