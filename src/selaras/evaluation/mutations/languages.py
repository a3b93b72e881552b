"""
The wrong language or script.
"""

import re
from dataclasses import replace
from random import Random

from selaras.evaluation.mutations.making import Mutation, Sample, put
from selaras.fidelity import Pair
from selaras.languages import LANGUAGES


def wrong_language(sample: Sample, chance: Random) -> Pair | None:
    """
    The translation is in another of our languages.
    """
    others = [tag for tag in sample.versions if tag != sample.pair.language]
    return replace(sample.pair, target=sample.versions[chance.choice(others)])


def left_in_source(sample: Sample, chance: Random) -> Pair | None:
    """
    A stretch of four to seven source words stands untranslated in the target.

    Languages without spaces have it between two signs, but not inside a number or an
    acronym, where no engine breaks off: a text so torn is another error. A stretch of
    names alone leaves nothing untranslated, since names may stay; in a headline all
    words are written as names are, so that there only those count which stand in the
    target anyway.
    """
    words = sample.pair.source.split(" ")
    length = chance.randint(4, 7)
    if len(words) < length + 4:
        return None
    start = chance.randrange(2, len(words) - length)
    stretch = " ".join(words[start : start + length])
    target = sample.pair.target
    letters = LETTERS.findall(stretch)
    if all(word in target for word in letters):
        return None
    if not any(map(str.islower, letters)) and SMALL_WORD.search(sample.pair.source):
        return None
    middle = len(target) // 2
    if LANGUAGES[sample.pair.language].spaced:
        middle = target.rfind(" ", 0, middle) + 1
        stretch += " "
    else:
        middle += len(next(iter(NOT_WITHIN.findall(target, middle)), ""))
    return put(sample.pair, middle, middle, stretch)


def traditional_character(sample: Sample, chance: Random) -> Pair | None:
    """
    One Chinese character is written in its traditional form.
    """
    target = sample.pair.target
    places = [place for place, sign in enumerate(target) if sign in TRADITIONAL]
    if sample.pair.language != "zh" or not places:
        return None
    place = chance.choice(places)
    return put(sample.pair, place, place + 1, TRADITIONAL[target[place]])


LETTERS = re.compile(r"[^\W\d_]+")

SMALL_WORD = re.compile(r"(?<!\w)[a-z]{4,}(?!\w)")

NOT_WITHIN = re.compile(r"(?:(?<=[A-Za-z0-9.,:])[A-Za-z0-9.,:]+)?")
"""
The rest of a number or an acronym that is cut at a place; nothing elsewhere.
"""

SIMPLIFIED_FORMS = (
    "个会为发来时国学对长东车万亿业产开关门问间员动实现进过还这们说话语认记设"
)

TRADITIONAL_FORMS = (
    "個會為發來時國學對長東車萬億業產開關門問間員動實現進過還這們說話語認記設"
)

TRADITIONAL = dict(zip(SIMPLIFIED_FORMS, TRADITIONAL_FORMS, strict=True))

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="wrong language", check="right-language", mutate=wrong_language),
    Mutation(name="left in source", check="right-language", mutate=left_in_source),
    Mutation(
        name="traditional character",
        check="right-language",
        mutate=traditional_character,
    ),
)
