"""
How English writes numbers.
"""

from decimal import Decimal

from selaras.text.numbers.number import NumberTable, part_of

THIRD = Decimal("0.333333")

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

MONTHS = {
    "January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6,
    "July": 7, "August": 8, "September": 9, "October": 10, "November": 11,
    "December": 12, "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7,
    "Aug": 8, "Sep": 9, "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12,
    "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "thirtieth": 30, "once": 1, "twice": 2, "double": 2, "doubled": 2,
    "doubles": 2, "doubling": 2, "twofold": 2, "two-fold": 2, "tripling": 3,
    "threefold": 3, "fourfold": 4, "fivefold": 5, "tenfold": 10, "quadruple": 4,
    "quadrupled": 4, "both": 2, "pair": 2, "twins": 2, "twin": 2, "duo": 2,
    "triple": 3, "tripled": 3, "neither": 2, "couple": 2,
}  # fmt: skip

QUARTERS = {
    f"{ordinal}{gap}quarter": place
    for place, ordinal in enumerate(("first", "second", "third", "fourth"), start=1)
    for gap in (" ", "-")
}
"""
The quarters of a year: no part of anything.
"""

SHARES = {
    f"{one}{part} of": Decimal(1) / whole
    for part, whole in (("third", 3), ("fifth", 5), ("sixth", 6), ("tenth", 10))
    for one in ("a ", "one ", "one-")
} | {"an eighth of": Decimal("0.125"), "one-eighth of": Decimal("0.125")}
"""
What is a part of something is no third, fifth or tenth in a row.
"""

PARTS = {
    f"{one}{part}": (part_of(ORDINALS[part]), ORDINALS[part])
    for part in (
        "seventh", "ninth", "eleventh", "twelfth", "thirteenth", "fourteenth",
        "fifteenth", "sixteenth", "seventeenth", "nineteenth", "twentieth", "thirtieth",
    )
    for one in ("a ", "one ", "one-", "an ")
} | {
    f"{one}{tens}": (part_of(whole), whole)
    for tens, whole in (
        ("fortieth", 40), ("fiftieth", 50), ("sixtieth", 60), ("seventieth", 70),
        ("eightieth", 80), ("ninetieth", 90), ("hundredth", 100), ("thousandth", 1000),
    )
    for one in ("a ", "one ", "one-", "an ")
}  # fmt: skip
"""
Smaller parts, any of which may also be one more: "a twelfth man".
"""

HALF_HOURS = {
    phrase: value
    for word, value in UNITS.items()
    if 0 < value <= 12
    for phrase in (
        f"half past {word}", f"half-past {word}", f"{word}-thirty",
        f"half past {value}", f"half-past {value}",
    )
}  # fmt: skip

HUNDREDS = ("a hundred", "the hundred", "last hundred", "next hundred", "past hundred")
"""
A hundred that needs no number before it: "the last hundred metres".
"""

OTHER_CLOCK_THERE = r"\s?(?:[-–—]|\b(?:to|and|or|until)\b)\s?\d{1,2}(?::\d\d)?"
OTHER_CLOCK = f"(?:{OTHER_CLOCK_THERE})?"
"""
A second clock that shares its half of the day with the first: "7 and 9:30 p.m."
"""

TABLE = NumberTable(
    units=UNITS,
    times={"hundred": 100, **dict.fromkeys(HUNDREDS, 100)},
    magnitudes={
        "a thousand": 10**3, "a million": 10**6, "a billion": 10**9,
        "a trillion": 10**12, "mn": 10**6, "bn": 10**9, "tn": 10**12,
        "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
        "thousands": 10**3, "millions": 10**6, "billions": 10**9, "trillions": 10**12,
    },
    alone=frozenset(
        {*HUNDREDS, "a thousand", "a million", "a billion", "a trillion"}
    ),
    short={"m": 10**6, "M": 10**6, "k": 10**3, "K": 10**3},
    ordinals={**ORDINALS, **QUARTERS},
    fractions={
        **PARTS,
        **SHARES,
        "a third": (THIRD, 3), "one third": (THIRD, 3), "one-third": (THIRD, 3),
        "thirds": THIRD, "quarter": Decimal("0.25"), "quarters": (Decimal("0.25"), 1),
        "a fifth": (Decimal("0.2"), 5), "one fifth": (Decimal("0.2"), 5),
        "one-fifth": (Decimal("0.2"), 5), "fifths": Decimal("0.2"),
        "a sixth": (Decimal("0.166666"), 6), "one-sixth": (Decimal("0.166666"), 6),
        "an eighth": (Decimal("0.125"), 8), "one-eighth": (Decimal("0.125"), 8),
        "a tenth": (Decimal("0.1"), 10), "one tenth": (Decimal("0.1"), 10),
        "one-tenth": (Decimal("0.1"), 10), "tenths": Decimal("0.1"),
        "halve": Decimal("0.5"), "halved": Decimal("0.5"), "halves": Decimal("0.5"),
        "halving": Decimal("0.5"),
    },
    halves=frozenset({"half"}),
    half_joiner=" and a |-and-a-",
    half_gap=r" [a-z]+ and a ",
    half_hours=HALF_HOURS,
    one_and=r"\ban? (?:hour|day|week|month|year|decade|century|mile|minute|met(?:er|re)"
    r"|kilomet(?:er|re)|kilo|kilogram|ton) and a ",
    months=MONTHS,
    periods={"dozen": 12, "decade": 10, "decades": 10, "century": 100, "noon": 12,
             "midday": 12, "midnight": (24, 0)},
    joiner=r"[ \u00A0\u202F-]|,? and (?:a )?| of ",
    ranges=r"\s?[-–—]\s?|\s(?:to|and|or|from)\s(?:US|A|S)?[$€£¥]?",
    currency=r"Rp|IDR|USD|EUR|RM|[$€£¥]",
    percent=r"%|\b(?:percent|per cent|pct)\b",
    decade=r"(?<!\d)(?P<decade>\d0)s\b",
    clock=r"(?P<hour>\d{1,2})(?:(?::|\.(?=\d\d\s?[ap]\.?m\b))(?P<minute>\d\d)(?![\d:])"
    rf"|(?=\s?[ap]\.?m\b)|(?={OTHER_CLOCK_THERE}\s?p\.?m\b))",
    evening=rf"{OTHER_CLOCK}\s?p\.?m\b",
    hour_of_evening=r"(?: o['’]clock)?"
    r" (?:in the (?:evening|afternoon)|at night|p\.?m\b)",
    morning=r"\s?a\.?m\b",
    ordinal_after=r"(?:st|nd|rd|th)\b",
)  # fmt: skip
