"""
Numbers that only a translation has, and the words of its source that they stand for.

Each row makes the check of numbers blind to one invented value, so that it is here only
where the word usually becomes that number.
"""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from selaras.text.numbers import Number


def without_explained(numbers: Sequence[Number], source: str) -> list[Number]:
    """
    The numbers that only the target has and no word of the source stands for.

    "Belasan" is between 11 and 19, "ratusan" is 100 and more, in words: "hundreds", but
    no exact 100. A word stands for a number once: "front nine" are no two nines.
    """
    used: Counter[tuple[re.Pattern[str], Decimal]] = Counter()
    return [one for one in numbers if not is_explained(one, source, used)]


def is_explained(
    number: Number, source: str, used: Counter[tuple[re.Pattern[str], Decimal]]
) -> bool:
    """
    Whether a number comes from a word that stands for no other one of its value.
    """
    for pattern, values in EXPLAINED_BY:
        if values.isdisjoint(number.readings):
            continue
        if number.form == "digits" and (pattern, values) in VAGUE:
            continue
        if number.form == "words" and (pattern, values) in QUARTERS:
            continue
        key = (pattern, number.value)
        if used[key] < sum(1 for _ in pattern.finditer(source)):
            used[key] += 1
            return True
    return False


def explained(
    pattern: str, *values: int | str
) -> tuple[re.Pattern[str], frozenset[Decimal]]:
    """
    A word of the source, and the numbers that it may become.
    """
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), frozenset(
        map(Decimal, values)
    )


DOUBLED = r"(?:\w*lipat|peng|meng|di|ber)?ganda(?:nya|an|kan(?:nya)?)?"
"""
The word for double, with its prefixes: no Uganda and no propaganda.
"""

VAGUE = (
    explained(r"belasan", *range(10, 20)),
    explained(r"belasan ribu", *(thousand * 1000 for thousand in range(10, 20))),
    explained(r"ratusan", 100),
)
"""
Words for no more than an order of magnitude: no exact number in digits is one of them.
"""

QUARTERS = (
    explained(r"(?:kuartal|triwulan) (?:II|kedua)", 4, 6),
    explained(r"(?:kuartal|triwulan) (?:III|ketiga)", 7, 9),
    explained(r"(?:kuartal|triwulan) (?:IV|keempat)", 10, 12),
)
"""
Quarters that are told by their first and last month: they are named, or in digits.
"""

EXPLAINED_BY: tuple[tuple[re.Pattern[str], frozenset[Decimal]], ...] = (
    *VAGUE,
    *QUARTERS,
    explained(r"seratus lebih", 100),
    explained(r"sepersepuluh", 1, 10),
    explained(r"awal (?:tahun )?2000(?:-an)?", 21),
    explained(r"sepenuhnya|benar-benar|seluruhnya", 100),
    explained(r"dua puluhan(?: tahun)?", 20),
    explained(r"tiga puluhan(?: tahun)?", 30),
    explained(r"empat puluhan(?: tahun)?", 40),
    explained(r"(?:front|back) nine", 9),
    explained(r"hat-?trick", 3),
    explained(r"setengah jam", 30),
    explained(r"seratus ribuan", 100_000),
    explained(r"lima puluh ribuan", 50_000),
    explained(r"dua puluh ribuan", 20_000),
    explained(r"sepuluh ribuan", 10_000),
    explained(r"lima ribuan", 5_000),
    explained(r"dua ribuan", 2_000),
    explained(r"rubber (?:game|set)", 3),
    explained(r"fourballs?|foursomes?", 2, 4),
    explained(r"remaja|dasarian", 10),
    explained(r"(?:se)?tiap (?:triwulan|kuartal)|per (?:triwulan|kuartal)", 3),
    explained(r"(?:se)?tiap semester|per semester", 6),
    explained(r"1[5-9]\d0-an", 16, 17, 18, 19, 20),
    explained(r"(?:kuartal|triwulan) (?:I|pertama)", 3),
    explained(r"pesaing terdekat|istri muda\w*|runner-up", 2),
    explained(rf"{DOUBLED}|berlipat", 2),
)
"""
By word of the source, the numbers that a target may have for it.
"""
