"""
Translations made wrong on purpose, each in one known way, to count what checks catch.

A mutation takes a good pair and a seeded source of chance, and returns the pair with
one error in its target, or nothing where the pair does not lend itself to it. What a
mutation adds to both sides (an address, a mark) is right before it is made wrong.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from selaras.fidelity import Pair, Tagged
from selaras.languages import LANGUAGES, Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """
    A pair that is known to be good, and the same sentence in all languages.
    """

    pair: Pair
    versions: Mapping[Tag, str]


Mutate = Callable[[Sample, Random], Pair | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutation:
    """
    One way to be wrong, and the name of the check whose business it is.
    """

    name: str
    check: str
    mutate: Mutate


def mutants_of(
    samples: Sequence[Sample], mutation: Mutation, *, seed: int
) -> Iterator[Pair]:
    """
    Every sample made wrong in one way, the same ones for the same seed.
    """
    for place, sample in enumerate(samples):
        key = f"{seed} {mutation.name} {sample.pair.language} {place}"
        chance = Random(key)  # noqa: S311  (chance that can be repeated is wanted)
        pair = mutation.mutate(sample, chance)
        if pair is not None and pair != sample.pair:
            yield pair


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


def item_changed(sample: Sample, chance: Random) -> Pair | None:
    """
    An address, a phone number, a plate or the like has one character changed.
    """
    item = chance.choice(ITEMS)
    places = [place for place, sign in enumerate(item) if sign.isalnum()]
    place = chance.choice(places)
    choices = "2345679" if item[place].isdigit() else "abdeghkmnrst"
    new = chance.choice([sign for sign in choices if sign != item[place].lower()])
    if item[place].isupper():
        new = new.upper()
    changed = item[:place] + new + item[place + 1 :]
    return replace(
        sample.pair,
        source=f"{sample.pair.source} ({item})",
        target=f"{sample.pair.target} ({changed})",
    )


def item_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    An address, a phone number, a plate or the like is not there.
    """
    item = chance.choice(ITEMS)
    return replace(sample.pair, source=f"{sample.pair.source} ({item})")


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


def wrong_language(sample: Sample, chance: Random) -> Pair | None:
    """
    The translation is in another of our languages.
    """
    others = [tag for tag in sample.versions if tag != sample.pair.language]
    return replace(sample.pair, target=sample.versions[chance.choice(others)])


def left_in_source(sample: Sample, chance: Random) -> Pair | None:
    """
    A stretch of four to seven source words stands untranslated in the target.
    """
    words = sample.pair.source.split(" ")
    length = chance.randint(4, 7)
    if len(words) < length + 4:
        return None
    start = chance.randrange(2, len(words) - length)
    stretch = " ".join(words[start : start + length])
    target = sample.pair.target
    middle = len(target) // 2
    if LANGUAGES[sample.pair.language].spaced:
        middle = target.rfind(" ", 0, middle) + 1
        stretch += " "
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


def mark_lost(sample: Sample, chance: Random) -> Pair | None:
    """
    A link, an emphasis or a verbatim name did not come through.
    """
    mark = chance.choice(MARKS)
    kept = [other for other in MARKS if other != mark]
    return replace(
        sample.pair,
        source_marks=MARKS,
        target_marks=tuple(kept),
    )


def link_changed(sample: Sample, chance: Random) -> Pair | None:
    """
    A link leads somewhere else.
    """
    link, *others = MARKS
    moved = replace(link, href=link.href[: -chance.randint(1, 5)])
    return replace(
        sample.pair,
        source_marks=MARKS,
        target_marks=(moved, *others),
    )


def quote_lost(sample: Sample, chance: Random) -> Pair | None:
    """
    One quotation mark is missing.
    """
    marks = list(QUOTE.finditer(sample.pair.target))
    if not marks or '"' not in sample.pair.source:
        return None
    return without(sample.pair, chance.choice(marks))


def emptied(sample: Sample, chance: Random) -> Pair | None:
    """
    Nothing came back, or marks alone.
    """
    return replace(sample.pair, target=chance.choice(("", " ", ".", "—", "…", '""')))


def first_half(pair: Pair, chance: Random) -> str | None:
    """
    About the first half of a target, up to a word's end, without closing marks.
    """
    target = pair.target
    cut = round(len(target) * chance.uniform(0.4, 0.6))
    if LANGUAGES[pair.language].spaced:
        cut = target.rfind(" ", 0, cut)
    return target[:cut].rstrip(" ,，、،.。") or None if cut > 0 else None


def put(pair: Pair, start: int, end: int, text: str) -> Pair:
    """
    The pair with other text in a place of its target.
    """
    target = pair.target
    return replace(pair, target=target[:start] + text + target[end:])


def without(pair: Pair, match: re.Match[str]) -> Pair:
    """
    The pair without a stretch of its target.
    """
    return put(pair, match.start(), match.end(), "")


DIGIT = re.compile(r"\d")
TWO_DIGITS = re.compile(r"(?=(\d)(\d))")
GROUP = r"[.,٫٬\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE} ]"
NUMBER = re.compile(rf"\d(?:\d|{GROUP}\d)+")
LONE_DIGIT = re.compile(rf"(?<!\d)(?<!\d{GROUP})\d(?!\d|{GROUP}\d)")
QUOTE = re.compile('["“”«»「」]')

MAGNITUDES: dict[Tag, tuple[str, ...]] = {
    "id": ("ribu", "juta", "miliar", "triliun"),
    "en": ("thousand", "million", "billion", "trillion"),
    "fr": ("mille", "millions", "milliards", "billions"),
    "zh": ("万", "亿", "万亿"),
    "ja": ("万", "億", "兆"),
    "ar": ("ألف", "مليون", "مليار", "تريليون"),
}

ITEMS = (
    "https://bpbd.cianjurkab.go.id/info/2026-03",
    "www.bmkg.go.id",
    "kemenkes.go.id/dbd",
    "humas@kemenkes.go.id",
    "redaksi.jabar@contoh.co.id",
    "@infoBMKG",
    "@BPBD_Cianjur",
    "#CianjurBangkit",
    "#SaveKomodo",
    "+62 812-3456-7890",
    "0812-3456-7890",
    "(021) 5550123",
    "B 1234 XYZ",
    "DK 8102 AB",
    "LP/B/123/IV/2026/SPKT",
    "127/Pid.B/2026/PN",
    "GA-204",
    "JT610",
)

MARKS = (
    Tagged(kind="link", covers="BMKG", href="https://www.bmkg.go.id/gempabumi/"),
    Tagged(kind="bold", covers="Cianjur"),
    Tagged(kind="italic", covers="update"),
    Tagged(kind="verbatim", covers="PT Selaras Nirkabel"),
)

SIMPLIFIED_FORMS = (
    "个会为发来时国学对长东车万亿业产开关门问间员动实现进过还这们说话语认记设"
)
TRADITIONAL_FORMS = (
    "個會為發來時國學對長東車萬億業產開關門問間員動實現進過還這們說話語認記設"
)

TRADITIONAL = dict(zip(SIMPLIFIED_FORMS, TRADITIONAL_FORMS, strict=True))

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="digit changed", check="same-numbers", mutate=digit_changed),
    Mutation(name="digits swapped", check="same-numbers", mutate=digits_swapped),
    Mutation(name="number dropped", check="same-numbers", mutate=number_dropped),
    Mutation(
        name="small number dropped", check="same-numbers", mutate=small_number_dropped
    ),
    Mutation(name="magnitude swapped", check="same-numbers", mutate=magnitude_swapped),
    Mutation(name="item changed", check="kept-verbatim", mutate=item_changed),
    Mutation(name="item dropped", check="kept-verbatim", mutate=item_dropped),
    Mutation(name="emptied", check="not-empty", mutate=emptied),
    Mutation(name="broken off", check="whole-sentence", mutate=broken_off),
    Mutation(
        name="broken off with a stop",
        check="whole-sentence",
        mutate=broken_off_with_stop,
    ),
    Mutation(name="said twice", check="no-repetition", mutate=said_twice),
    Mutation(name="words repeated", check="no-repetition", mutate=words_repeated),
    Mutation(name="wrong language", check="right-language", mutate=wrong_language),
    Mutation(name="left in source", check="right-language", mutate=left_in_source),
    Mutation(
        name="traditional character",
        check="right-language",
        mutate=traditional_character,
    ),
    Mutation(name="mark lost", check="same-marks", mutate=mark_lost),
    Mutation(name="link changed", check="same-marks", mutate=link_changed),
    Mutation(name="quote lost", check="same-quotes", mutate=quote_lost),
)
"""
The ways to be wrong that are measured, in the order of the checks.
"""
