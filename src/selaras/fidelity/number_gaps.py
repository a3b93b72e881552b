"""
Where a translation counts or measures, and the number is not there.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from selaras.fidelity.bare_counters import (
    BARE_ALONE,
    BARE_NOT_ONE,
    BARE_OF_THEM,
    BARE_PERIODS,
    NEVER_BARE,
    SELDOM_BARE,
)
from selaras.fidelity.finding import Pair
from selaras.fidelity.number_claims import without_claimed
from selaras.fidelity.number_demands import is_counted
from selaras.fidelity.number_idioms import (
    WRITES_HAN_NUMERALS,
    is_no_number,
    without_idioms,
)
from selaras.fidelity.number_pairing import unserved
from selaras.fidelity.quantity_pairs import quantities_of
from selaras.languages import Tag
from selaras.text.numbers import Number
from selaras.text.quantities import Quantity, in_lower_case, reader
from selaras.text.quantities.units import UNITS
from selaras.text.spans import Span


def gap_of(
    pair: Pair, source: Sequence[Number], target: Sequence[Number]
) -> Span | None:
    """
    What a translation counts, measures or joins without its number, if anything.

    The numbers are all those of both texts.
    """
    return (
        counter_alone(pair.target, NEVER_BARE.get(pair.language))
        or counter_robbed(pair, source, target)
        or score_alone(pair)
        or unit_alone(pair)
        or letter_alone(pair)
    )


def counter_alone(text: str, pattern: re.Pattern[str] | None) -> Span | None:
    """
    Where a text has a counter without its number.
    """
    found = pattern.search(text) if pattern else None
    return Span(*found.span()) if found else None


def counter_robbed(
    pair: Pair, source: Sequence[Number], target: Sequence[Number]
) -> Span | None:
    """
    Where a counter may have lost its number, and the source has one to spare.
    """
    found = counter_alone(pair.target, SELDOM_BARE.get(pair.language))
    if found and has_to_spare(source, target, pair):
        return found
    lonely = counter_alone(pair.target, BARE_ALONE.get(pair.language))
    if lonely and is_alone(pair.source, target):
        return lonely
    nobody = counter_alone(pair.target, BARE_NOT_ONE.get(pair.language))
    if nobody and NOT_ONE.search(pair.source):
        return nobody
    partner = counter_alone(pair.target, BARE_OF_THEM.get(pair.language))
    if partner and is_one_of_them(pair.source, target):
        return partner
    return period_alone(pair, target)


def is_one_of_them(source: str, target: Sequence[Number]) -> bool:
    """
    Whether one of several is told of ("satu pemiliknya") and counted nowhere.
    """
    return ONE_OF_THEM.search(source) is not None and not any(
        ONE in one.readings for one in target
    )


def period_alone(pair: Pair, target: Sequence[Number]) -> Span | None:
    """
    Where what lasts a year ("selama setahun") has lost its one: 年間 for 1年間.
    """
    if any(ONE in one.readings for one in target):
        return None
    periods = BARE_PERIODS.get(pair.language, {})
    return next(
        (
            found
            for lasting, bare in periods.items()
            if lasting.search(pair.source)
            and (found := counter_alone(pair.target, bare))
        ),
        None,
    )


def is_alone(source: str, target: Sequence[Number]) -> bool:
    """
    Whether who is "sendirian" is counted nowhere: 人で for 1人で.
    """
    return BY_ONESELF.search(source) is not None and not any(
        ONE in one.readings and one.form != "period" for one in target
    )


def has_to_spare(
    source: Sequence[Number], target: Sequence[Number], pair: Pair
) -> bool:
    """
    Whether nothing stands in a translation for a number of its source.

    Chinese and Japanese count the one of "setahun" too.
    """
    asked = [
        one
        for one in source
        if is_counted(one, pair.source) and not is_no_number(one, pair)
    ]
    left = unserved(asked, without_claimed(target, pair))
    if without_idioms(left, pair.source, pair.target, pair.language):
        return True
    if pair.language not in WRITES_HAN_NUMERALS:
        return False
    singles = sum(1 for _ in SINGLE.finditer(pair.source))
    if pair.language in COUNTS_THINGS:
        singles += sum(1 for _ in ANY_THING.finditer(pair.source))
    return singles > sum(1 for one in target if ONE in one.readings)


def score_alone(pair: Pair) -> Span | None:
    """
    Where a score or a zone has lost a number: "5&", "4-", "UTC+".
    """
    if not JOINED.search(pair.source):
        return None
    found = LEFT_OVER.search(pair.target)
    return Span(*found.span()) if found else None


def letter_alone(pair: Pair) -> Span | None:
    """
    Where the letters of a name like 5G or H5N1 stand without a digit of it: "(G)".

    >>> letter_alone(Pair(source="Jaringan 5G", target="G网络（5G）", language="zh"))
    Span(start=0, end=1)
    """
    for letter in dict.fromkeys(
        name[: digits.start()] + name[digits.end() :]
        for name in LETTERED.findall(pair.source)
        for digits in DIGITS.finditer(name)
    ):
        alone = rf"{NO_NAME_BEFORE}{letter}{NO_NAME_BEHIND}"
        found = re.search(alone, pair.target)
        if found and not re.search(alone, pair.source):
            return Span(*found.span())
    return None


def unit_alone(pair: Pair) -> Span | None:
    """
    Where a unit beside brackets has lost its number: "200 pounds (kg)".

    What stands in brackets beside a measure says the same in another unit of its
    family, and so has a number of its own.
    """
    text = pair.target
    if not BRACKET.search(text):
        return None
    items = [
        one
        for one in quantities_of(text, pair.language).items
        if one.unit and not families(one.unit.names).isdisjoint(MEASURED)
    ]
    if not items:
        return None
    bare = list(units_without_number(text, pair.language, items))
    for span, names in bare:
        for item in items:
            if is_beside(text, span, item) and is_in_other_words(names, item):
                return span
    return None


def units_without_number(
    text: str, language: Tag, items: Sequence[Quantity]
) -> Iterator[tuple[Span, frozenset[str]]]:
    """
    The units that a text names and does not count.
    """
    counted = [one.unit.span for one in items if one.unit]
    for span, names in reader(language).units.find(in_lower_case(text)):
        if not any(span.start < one.end and one.start < span.end for one in counted):
            yield span, names


def is_beside(text: str, unit: Span, item: Quantity) -> bool:
    """
    Whether nothing but a bracket and a few words stands between a unit and a quantity.
    """
    number = item.number.span
    measure = item.unit.span if item.unit else number
    start, end = min(number.start, measure.start), max(number.end, measure.end)
    if unit.end <= start:
        return (
            start - unit.end <= LONGEST_GAP
            and OPENED.fullmatch(text, unit.end, start) is not None
        )
    return (
        unit.start - end <= LONGEST_GAP
        and OPENED.fullmatch(text, end, unit.start) is not None
    )


def is_in_other_words(names: frozenset[str], item: Quantity) -> bool:
    """
    Whether a unit is another of the same family than a quantity has.
    """
    there = item.unit.names if item.unit else frozenset()
    return names.isdisjoint(there) and not families(names).isdisjoint(families(there))


def families(names: frozenset[str]) -> set[str]:
    """
    What some units measure.
    """
    return {UNITS[name].family for name in names}


MEASURED = frozenset({"length", "area", "mass", "volume", "power", "energy"})
LONGEST_GAP = 30

JOINED = re.compile(r"\d[-&:]\d|[A-Z]\+\d")
LEFT_OVER = re.compile(
    r"\d ?&(?! ?\d)|(?<!\d)(?<!\d )& ?\d|\d-(?=[^\d\sA-Za-z])"
    r"|(?<![\d\w:])(?<!\d ):\d(?![\d:])|\b[A-Z]{2,}\+(?!\d)"
)
"""
Two numbers that are joined, and what is left where one of them is gone.
"""

LETTERED = re.compile(r"\b(?:\d[GDK]|[A-Z]\d{1,2}[A-Z]\d{1,2})\b")
DIGITS = re.compile(r"\d+")
"""
What is named by digits and letters: 5G, 3D, 4K, H5N1.
"""

NO_NAME_BEFORE = r"(?<![A-Za-z\d.])(?<!\d[ \u00a0\u202f‑-])"
NO_NAME_BEHIND = r"(?![A-Za-z\d.'’]|-(?i:pop|drama|beauty|league|day|men)(?![A-Za-z]))"
"""
What makes of a letter a part of a number or of another name: 5 G, K-pop.
"""

BRACKET = re.compile("[(（]")
OPENED = re.compile(r"[^()（）\d]{0,20}[(（][^()（）\d]{0,20}")
"""
What stands between an amount and the same amount in another unit.
"""

SINGLE = re.compile(
    r"\bse(?:detik|menit|jam|hari|malam|pekan|minggu|bulan|tahun"
    r"|orang (?:pun|di antara\w*|dari)|kardus|kotak|karung|kantong|bungkus"
    r"|botol|ikat|lembar|piring|gelas|cangkir"
    r"|ekor|pasang|butir|helai|potong|ons|liter|kilogram|meter|sentimeter|ton)\b",
    re.IGNORECASE,
)
"""
A one in a word of the source that is read as no number, and counted all the same.
"""

COUNTS_THINGS: frozenset[Tag] = frozenset({"ja"})
ANY_THING = re.compile(r"\bse(?:buah|unit)\b", re.IGNORECASE)
"""
What is an article to most languages, and in Japanese often counted: ロボット1台.
"""

BY_ONESELF = re.compile(r"\b(?:sendirian|seorang diri)\b", re.IGNORECASE)

ONE_OF_THEM = re.compile(
    r"\b(?:satu \w{3,}nya|salah satu(?:nya)?|(?:satu|seorang) (?:di antara\w*|dari))\b",
    re.IGNORECASE,
)
NOT_ONE = re.compile(
    r"\b(?:se(?:orang|ekor|buah|kali)|satu)\b(?: \w+)? pun\b", re.IGNORECASE
)

ONE = Decimal(1)
