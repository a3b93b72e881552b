"""
Digits of a source that a good translation spells in other ways: 2/3, 4x4, GMT+0100.
"""

import re
from collections.abc import Mapping
from decimal import Decimal

from selaras.fidelity.finding import Pair
from selaras.fidelity.quantity_pairs import numbers_of
from selaras.languages import Tag
from selaras.text.numbers import Number


def is_spelled_otherwise(number: Number, pair: Pair) -> bool:
    """
    Whether the digits of a source stand in its translation in other words.
    """
    if number.form != "digits":
        return False
    return (
        is_a_fraction(number, pair)
        or is_all_wheel_drive(number, pair)
        or is_zone_told_again(number, pair)
    )


def is_a_fraction(number: Number, pair: Pair) -> bool:
    """
    Whether a number is one of two that make a fraction, and the translation says it.

    >>> from selaras.text.numbers import read_numbers
    >>> there = Pair(source="2/3 anggota", target="two thirds of them", language="en")
    >>> [is_a_fraction(one, there) for one in read_numbers(there.source, "id")]
    [True, True]
    """
    start, end = number.span.start, number.span.end
    found = FRACTION.search(pair.source, max(0, start - 2), end + 2)
    if found is None or not found.start() <= start < end <= found.end():
        return False
    value = Decimal(found[1]) / Decimal(found[2])
    return any(
        abs(reading - value) < NEARLY
        for other in numbers_of(pair.target, pair.language)
        for reading in other.readings
    )


def is_all_wheel_drive(number: Number, pair: Pair) -> bool:
    """
    Whether a number is one of the two of 4x4, which becomes 四駆 or "four-wheel drive".
    """
    drive = DRIVES.get(pair.language)
    start, end = number.span.start, number.span.end
    four = drive and FOUR_BY_FOUR.search(pair.source, max(0, start - 2), end + 2)
    if not four or not drive or BY_FOUR.search(pair.target):
        return False
    return drive.search(pair.target) is not None


def is_zone_told_again(number: Number, pair: Pair) -> bool:
    """
    Whether a number is how far a zone is ahead that has its name: BST (GMT+0100).
    """
    start = number.span.start
    told = TOLD_AGAIN.search(pair.source, max(0, start - LONGEST_ZONE), start)
    return told is not None and GREENWICH.search(pair.target) is None


FRACTION = re.compile(r"(?<![\d/(.,])([1-9])/([2-9])(?![\d/)]|[.,]\d)")
NEARLY = Decimal("0.001")

FOUR_BY_FOUR = re.compile(r"(?<!\d)4[x×]4(?!\d)")
BY_FOUR = re.compile(r"\d ?[x×]|[x×] ?\d")
DRIVES: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:four|all)[- ]wheel|\b4WD\b", re.IGNORECASE),
    "fr": re.compile(r"quatre roues motrices|tout-terrain"),
    "zh": re.compile(r"[四全]轮?驱|越野车"),
    "ja": re.compile(r"四駆|四輪駆動|4WD"),
    "ar": re.compile(r"الدفع الرباعي|دفع رباعي|رباعية الدفع"),
}
"""
What a car is called whose four wheels are all driven.
"""

LONGEST_ZONE = 12
TOLD_AGAIN = re.compile(r"\b[A-Z]{2,4} [(（](?:GMT|UTC) ?[+-]\Z")
GREENWICH = re.compile(r"GMT|UTC")
