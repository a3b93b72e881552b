"""
Numbers made wrong: digits, whole numbers, magnitudes.
"""

import re
from dataclasses import replace
from functools import cache
from random import Random

from selaras.evaluation.mutations.making import Mutation, Sample, put, without
from selaras.evaluation.mutations.number_rows import (
    A_MILLION,
    BOTH,
    COUNTERS,
    DEFINITE,
    DUAL,
    FULL_HOUR,
    HAN_DIGITS,
    HAN_NUMERALS,
    ITEM,
    MAGNITUDES,
    MEASURE,
    NUMBER_WORDS,
    ONE_SAID,
    SAID,
    VOWEL_SIGNS,
)
from selaras.fidelity import Pair
from selaras.fidelity.quantity_pairs import conversions_of
from selaras.fidelity.whole_bounds import without_same_bounds
from selaras.languages import LANGUAGES, Tag
from selaras.text.numbers import read_numbers


def digit_changed(sample: Sample, chance: Random) -> Pair | None:
    """
    One digit of one number is another digit.

    The numbers of cases, flights and telephones ("71/PUU-XXIII/2025", "CG4684") are
    items: another mutation's business. An amount that was converted may be rounded
    otherwise: 550 pounds are 250 kilograms, or 251.
    """
    target = sample.pair.target
    places = [match.start() for match in found_in(sample.pair, DIGIT)]
    if not places:
        return None
    place = chance.choice(places)
    old = int(target[place])
    new = chance.choice([digit for digit in range(1, 10) if digit != old])
    zero = ord(target[place]) - old
    return with_digits(sample.pair, place, chr(zero + new))


def with_digits(pair: Pair, place: int, digits: str) -> Pair | None:
    """
    A pair with other digits in a place of its target, unless they are as good.
    """
    target = pair.target
    changed = target[:place] + digits + target[place + len(digits) :]
    mutant = replace(pair, target=changed)
    if is_another_rounding(pair, place, changed) or is_of_a_unit(mutant, pair, place):
        return None
    return None if says_same_bound(mutant, place) else mutant


def says_same_bound(pair: Pair, place: int) -> bool:
    """
    Whether the number at a place bounds what the source does: 6人以上 are more than 5.
    """
    source = read_numbers(pair.source, pair.source_language)
    target = read_numbers(pair.target, pair.language)
    here = [one for one in target if one.span.start <= place < one.span.end]
    _, extra = without_same_bounds(pair, [*source], here)
    return bool(here) and not extra


def is_of_a_unit(mutant: Pair, pair: Pair, place: int) -> bool:
    """
    Whether new digits are right in their unit, or wrong by their unit alone.

    30 metres are 32 yards as well as 30; and where "5 cm" for "2 inci" becomes "2 cm",
    the number is the source's and its unit is not: the business of same-units.
    """
    converted = [match.target.number.span for match in conversions_of(mutant)]
    if any(span.start <= place < span.end for span in converted):
        return True
    number = next(
        m for m in AMOUNT.finditer(mutant.target) if m.start() <= place < m.end()
    )
    old = pair.target[number.start() : number.end()]
    return (
        MEASURE.match(mutant.target, number.end()) is not None
        and stands_in(number[0], pair.source)
        and not stands_in(old, pair.source)
    )


def stands_in(number: str, text: str) -> bool:
    """
    Whether a number stands in a text by itself.
    """
    alone = rf"(?<![\d.,:]){re.escape(number)}(?!\d|[.,:]\d)"
    return re.search(alone, text) is not None


def is_another_rounding(pair: Pair, place: int, changed: str) -> bool:
    """
    Whether new digits make another admissible value of a converted amount.

    It is near the old one, or differs by one in its last digit: 25 centimetres or 26.
    """
    target = pair.target
    number = next(m for m in AMOUNT.finditer(target) if m.start() <= place < m.end())
    plain = re.sub(rf"(?<=\d){GROUP}(?=\d)", "", pair.source)
    old, new = (
        "".join(filter(str.isdecimal, text[number.start() : number.end()]))
        for text in (target, changed)
    )
    if not MEASURE.match(target, number.end()) or old in plain:
        return False
    return abs(int(new) - int(old)) <= max(int(old) * ROUNDED, 1)


def digits_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    Two neighbouring digits have changed places.
    """
    target = sample.pair.target
    places = [
        match.start()
        for match in found_in(sample.pair, TWO_DIGITS)
        if match[1] != match[2] and match[2] != "0"
    ]
    if not places:
        return None
    place = chance.choice(places)
    return with_digits(sample.pair, place, target[place + 1] + target[place])


def number_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    One number written in two digits or more is not there; a clock goes as a whole.

    What the target says more often than the source is passed over, since nothing is
    lost with one of them: "24 heures sur 24" is "24 jam".
    """
    return dropped(sample, chance, NUMBER)


def small_number_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    One number written in one digit is not there; some translations may do without it.

    Those are passed over that are no number of the source: the one of a rate ("per
    kilogram"), the two of "2人" that are "mereka", and the two of 2倍.
    """
    return dropped(sample, chance, LONE_DIGIT)


def number_word_changed(sample: Sample, chance: Random) -> Pair | None:
    """
    A number from two to nine in words is another one: three became five.

    Only words are changed whose number the source says, in words or digits.
    """
    found = number_word(sample.pair, chance)
    if not found:
        return None
    words = NUMBER_WORDS[sample.pair.language]
    row = next(row for row in words if found[0].lower() in row)
    other = chance.choice([word for word in row if word != found[0].lower()])
    return put(sample.pair, found.start(), found.end(), other)


def number_word_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    A number from two to nine in words is not there: "three ships" became "ships".

    Nothing is lost where the target says it more often than the source, be it in other
    words: 两名…，二人 for "dua orang"; nor of "the two chains" for "kedua waralaba".
    """
    found = number_word(sample.pair, chance)
    if not found or any(is_not_needed(found, sample.pair) for is_not_needed in NO_LOSS):
        return None
    return without(sample.pair, found)


def is_both(match: re.Match[str], pair: Pair) -> bool:
    """
    Whether a two stands after a definite word, for "kedua": the plural says it too.
    """
    definite = DEFINITE.search(pair.target[: match.start()])
    two = digit_of(match[0].lower(), NUMBER_WORDS[pair.language]) == TWO
    return bool(two and definite and BOTH.search(pair.source))


def is_after_dual(match: re.Match[str], pair: Pair) -> bool:
    """
    Whether an Arabic two stands after a dual, which says it: متسابقين اثنين.
    """
    return DUAL.search(pair.target[: match.start()]) is not None and (
        digit_of(match[0].lower(), NUMBER_WORDS[pair.language]) == TWO
    )


def is_told_again(match: re.Match[str], pair: Pair) -> bool:
    """
    Whether a target says the number of a word more often than its source.
    """
    rows = NUMBER_WORDS[pair.language]
    digit = digit_of(match[0].lower(), rows)
    pattern = word_pattern(pair.language)
    there = sum(
        digit_of(word[0].lower(), rows) == digit
        for word in pattern.finditer(pair.target)
    )
    there += len(re.findall(rf"(?<![\d.,]){digit}(?!\d|[.,]\d)", pair.target))
    if digit == TWO and pair.language in ("zh", "ja"):
        there += len(re.findall(f"二(?=[{COUNTERS}])", pair.target))
    return 0 < len(SAID[digit].findall(pair.source)) < there


def number_word(pair: Pair, chance: Random) -> re.Match[str] | None:
    """
    A number word of the target that stands for a number of the source.
    """
    rows = NUMBER_WORDS[pair.language]
    found = [
        match
        for match in word_pattern(pair.language).finditer(pair.target)
        if SAID[digit_of(match[0].lower(), rows)].search(pair.source)
    ]
    return chance.choice(found) if found else None


def digit_of(word: str, rows: tuple[tuple[str, ...], ...]) -> int:
    """
    Which digit a number word stands for; each row begins with two.
    """
    return next(row.index(word) + 2 for row in rows if word in row)


@cache
def word_pattern(language: Tag) -> re.Pattern[str]:
    """
    The number words of a language, as whole words or before a counter.
    """
    words = {word for row in NUMBER_WORDS[language] for word in row}
    either = "|".join(sorted(words, key=len, reverse=True))
    if LANGUAGES[language].spaced:
        return re.compile(
            rf"(?<![\w-])(?:{either})(?![\w{VOWEL_SIGNS}-])", re.IGNORECASE
        )
    return re.compile(rf"(?<![{HAN_NUMERALS}第周期分之\d])(?:{either})(?=[{COUNTERS}])")


def dropped(sample: Sample, chance: Random, pattern: re.Pattern[str]) -> Pair | None:
    """
    One match of a pattern is taken from the target, if the source has digits at all.
    """
    numbers = [
        match
        for match in found_in(sample.pair, pattern)
        if not is_said_again(match, sample.pair)
        and not is_no_number(match, sample.pair)
        and not is_full_hour(match, sample.pair)
    ]
    return without(sample.pair, chance.choice(numbers)) if numbers else None


def found_in(pair: Pair, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """
    Where a pattern is in the target, outside of what must stay as it is.
    """
    if not any(map(str.isdigit, pair.source)):
        return []
    cases = [match.span() for match in ITEM.finditer(pair.target)]
    return [
        match
        for match in pattern.finditer(pair.target)
        if not any(start <= match.start() < end for start, end in cases)
    ]


def is_said_again(match: re.Match[str], pair: Pair) -> bool:
    """
    Whether a number stands in the target more often than in the source, and in it.

    The source may say it in words: "2人を逮捕し、2人は" stands for "dua orang".
    """
    alone = re.compile(rf"(?<![\d.,:]){re.escape(match[0])}(?!\d|[.,:]\d)")
    there = len(alone.findall(pair.source))
    if not there and len(match[0]) == 1 and match[0].isdecimal():
        there = len(SAID[int(match[0])].findall(pair.source))
    return 0 < there < len(alone.findall(pair.target)) + said_in_han(match[0], pair)


def said_in_han(digit: str, pair: Pair) -> int:
    """
    How often a target says a digit by its sign besides: 一级方程式 (Formula 1).
    """
    if LANGUAGES[pair.language].spaced or digit not in HAN_DIGITS:
        return 0
    sign = f"(?<![{HAN_NUMERALS}]){HAN_DIGITS[digit]}(?=[{COUNTERS}级])"
    return len(re.findall(sign, pair.target))


def is_no_number(match: re.Match[str], pair: Pair) -> bool:
    """
    Whether a lone digit of a target says nothing that the source counts.
    """
    if len(match[0]) > 1 or not match[0].isascii():
        return False
    twice = match[0] == "2" and pair.target.startswith("倍", match.end())
    if match[0] == "1" and A_MILLION.match(pair.target, match.end()):
        return True
    if match[0] == "1" and is_any_of_them(match, pair):
        return True
    return twice or not SAID[int(match[0])].search(pair.source)


def is_any_of_them(match: re.Match[str], pair: Pair) -> bool:
    """
    Whether "seorang rekan" is one of the colleagues, 同僚の1人, or just 同僚の人.

    The ones that a source counts have theirs first.
    """
    before, after = pair.target[: match.start()], pair.target[match.end() :]
    if not (before.endswith("の") and after.startswith("人")):
        return False
    ones = sum(one[0] == "1" for one in LONE_DIGIT.finditer(pair.target))
    return ones > len(ONE_SAID.findall(pair.source))


def is_full_hour(match: re.Match[str], pair: Pair) -> bool:
    """
    Whether a match is the minutes of a full hour, which need not be said: 11 h 00.
    """
    return (
        match[0] == "00" and FULL_HOUR.search(pair.target[: match.start()]) is not None
    )


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


TWO = 2
NO_LOSS = (is_told_again, is_both, is_after_dual)
"""
When a number word of a target may go and nothing is lost.
"""

ROUNDED = 0.03
"""
How far newspapers round what they convert.
"""

DIGIT = re.compile(r"(?<![ckm]m)(?<![مك]م)\d")

TWO_DIGITS = re.compile(r"(?=(\d)(\d))")

GROUP = r"[.,٫٬\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE} ]"

NUMBER = re.compile(rf"\d(?:\d|{GROUP}\d|:(?=\d\d)\d)+")

AMOUNT = re.compile(rf"\d(?:\d|{GROUP}\d)*")

LONE_DIGIT = re.compile(
    rf"(?<!\d)(?<!\d{GROUP})(?<!\d:)(?<![ckm]m)(?<![مك]م)\d(?!\d|{GROUP}\d|:\d\d)"
)

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="digit changed", check="same-numbers", mutate=digit_changed),
    Mutation(name="digits swapped", check="same-numbers", mutate=digits_swapped),
    Mutation(name="number dropped", check="same-numbers", mutate=number_dropped),
    Mutation(
        name="small number dropped", check="same-numbers", mutate=small_number_dropped
    ),
    Mutation(
        name="number word changed", check="same-numbers", mutate=number_word_changed
    ),
    Mutation(
        name="number word dropped", check="same-numbers", mutate=number_word_dropped
    ),
    Mutation(name="magnitude swapped", check="same-numbers", mutate=magnitude_swapped),
)
