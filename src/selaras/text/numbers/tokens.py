"""
The pieces that numbers are made of, found in a text.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Literal

from selaras.text.alternatives import alternatives
from selaras.text.numbers.digits import digit_readings
from selaras.text.numbers.number import (
    NumberTable,
    Readings,
    Values,
    half_past,
    over_midnight,
)

Kind = Literal[
    "digits", "clock", "unit", "times", "teen", "magnitude", "half", "fraction",
    "ordinal", "month", "period", "roman", "percent",
]  # fmt: skip

HALF = Decimal("0.5")
NOON = 12
SIXTY = 60
ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
ROMAN = (
    r"(?!Le?\b)(?=[IVXL])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?<=[IVXLC])"
    r"(?=e\b|er\b|\b(?!['’]))"
)
WORD_END = "(?![\\w\u064b-\u0652])"
SPACES = " \u00a0\u202f\u2009"
WITHOUT_SPACES = dict.fromkeys(map(ord, SPACES))
ARABIC_MARKS = str.maketrans("٫٬،", ".,,")
DIGIT_RUN = re.compile(r"\d{1,60}")
DIACRITICS = "[\u064b-\u0652]*"
SPELLINGS = {"ا": "[اأإآ]", "ي": "[يى]"}
ALEFS = str.maketrans("أإآى", "اااي")
FOLDED = {**dict.fromkeys(range(0x64B, 0x653)), **ALEFS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """
    Digits or a word, with the values it may have.
    """

    kind: Kind
    start: int
    end: int
    readings: Readings
    alone: bool = False
    decimal: bool = False
    article: bool = False

    @property
    def value(self) -> Decimal:
        """
        The likeliest value.
        """
        return self.readings[0]


class Tokenizer:
    """
    The pattern of a table, built once.
    """

    def __init__(self, table: NumberTable) -> None:
        self.table = table
        self.evening = re.compile(table.evening)
        self.morning = re.compile(table.morning)
        self.money = re.compile(rf"(?:{table.currency})\.?[{SPACES}]?[\d.,]+\Z")

    def tokens(self, text: str) -> Iterator[Token]:
        """
        Every token of a text, in order, none over another.
        """
        for found in self.pattern.finditer(text):
            if found["hour"]:
                yield self.clock(found)
            elif found["lap"]:
                yield from self.lap(found)
            elif found["dual"]:
                yield token("ordinal", found, Decimal(2))
            elif found["decade"]:
                years = Decimal(found["decade"])
                yield token("digits", found, years + 1900, years + 1800, years)
            elif found["digits"]:
                yield from self.digits(found)
            elif found["percent"]:
                yield token("percent", found, Decimal("0.01"))
            elif found["roman"]:
                yield token("roman", found, Decimal(roman_value(found["roman"])))
            else:
                yield self.word(found)

    def clock(self, found: re.Match[str]) -> Token:
        """
        Hours and minutes as the value that an Indonesian clock shows: 13.21.
        """
        minute = found["minute"] or "00"
        value = Decimal(f"{found['hour']}.{minute}")
        late = self.evening.match(found.string, found.end()) and value < NOON
        early = self.morning.match(found.string, found.end()) and value >= NOON
        shift = NOON if late else -NOON if early else 0
        readings: Readings = (value + shift, value) if shift else (value,)
        readings += over_midnight(readings[0])
        if self.table.hours_last and found["minute"] and ":" not in found[0]:
            readings = (*readings, int(found["hour"]) + Decimal(minute) / SIXTY)
        return Token(
            kind="clock", start=found.start(), end=found.end(), readings=readings
        )

    def lap(self, found: re.Match[str]) -> Iterator[Token]:
        """
        The hours, minutes and seconds of a race or a clock, each by itself: 2:47:09.
        """
        for part in ("lap", "minutes", "seconds"):
            value = Decimal(found[part].replace(",", "."))
            dialled = part == "lap" and value < NOON
            late = dialled and self.evening.match(found.string, found.end("seconds"))
            yield Token(
                kind="digits",
                start=found.start(part),
                end=found.end(part),
                readings=(value + NOON, value) if late else (value,),
            )

    def may_be_foreign(self, literal: str) -> bool:
        """
        Whether the other style of marks is likely enough to be admitted.

        An Indonesian reads "1.250" one way only, but "1,250" in two.
        """
        arabic = any(mark in literal for mark in "٫٬")
        own = self.table.minutes_after and self.table.decimal not in literal
        return not arabic and not own

    def word(self, found: re.Match[str]) -> Token:
        """
        A word, or a magnitude that is written after digits only.
        """
        word = fold(found["word"] or found["after"] or found["month"] or "")
        kind, readings = self.words.get(word) or ("magnitude", self.short(found))
        return Token(
            kind=kind,
            start=found.start(),
            end=found.end(),
            readings=readings,
            alone=word in self.alone,
            article=word in self.table.articles,
        )

    def short(self, found: re.Match[str]) -> Readings:
        """
        What a letter multiplies by: surely after a currency, perhaps without.
        """
        value = Decimal(self.table.short[found["short"]])
        left = max(0, found.start() - 30)
        money = self.money.search(found.string[left : found.start()])
        return (value,) if money else (Decimal(1), value)

    @cached_property
    def alone(self) -> frozenset[str]:
        """
        The magnitudes that need no number before them, folded.
        """
        return frozenset(map(fold, self.table.alone))

    def digits(self, found: re.Match[str]) -> Iterator[Token]:
        """
        One number, or each run by itself where the marks are not those of a number.
        """
        literal = found["digits"].translate(WITHOUT_SPACES)
        table = self.table
        readings = digit_readings(
            literal.translate(ARABIC_MARKS),
            decimal=table.decimal,
            group=table.group,
            lenient=table.lenient and self.may_be_foreign(literal),
            clock=bool(table.minutes_after) and table.minutes_after in literal,
        )
        if readings:
            yield replace(
                token("digits", found, *readings), decimal=table.decimal in literal
            )
            return
        for run in DIGIT_RUN.finditer(found[0]):
            start = found.start() + run.start()
            end = found.start() + run.end()
            value = Decimal(run[0])
            yield Token(kind="digits", start=start, end=end, readings=(value,))

    @cached_property
    def words(self) -> dict[str, tuple[Kind, Readings]]:
        """
        Every word of the table, folded.
        """
        table = self.table
        kinds: tuple[tuple[Kind, Mapping[str, Values]], ...] = (
            ("clock", {word: half_past(at) for word, at in table.half_hours.items()}),
            ("period", dict(table.periods)),
            ("month", dict(table.months)),
            ("fraction", dict(table.fractions)),
            ("half", dict.fromkeys(table.halves, HALF)),
            ("ordinal", dict(table.ordinals)),
            ("unit", dict(table.units)),
            ("times", dict(table.times)),
            ("teen", dict.fromkeys(table.teen.split(), 10)),
            ("magnitude", dict(table.magnitudes)),
        )
        return {
            fold(word): (kind, readings_of(values))
            for kind, words in kinds
            for word, values in words.items()
        }

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """
        What finds a token: a clock, digits, a Roman numeral or a word.
        """
        table = self.table
        short = "|".join(sorted(table.short, key=len, reverse=True)) or "(?!)"
        months = alternatives(map(spelled_month, longest_first(table.months)))
        magnitudes = any_of(set(table.magnitudes))
        others = set(self.words) - {fold(month) for month in table.months}
        digits = (
            f"{SPACED_DIGITS}|{PLAIN_DIGITS}" if table.group_space else PLAIN_DIGITS
        )
        return re.compile(
            rf"{MAY_BEGIN}(?:{LAP}|(?<![\d.,])(?:{table.clock})"
            rf"|{table.decade}"
            rf"|(?P<digits>{digits})"
            rf"|(?P<percent>{table.percent})"
            rf"|(?<=\d)[{SPACES}]?(?P<short>{short})\b"
            rf"|(?<=\d)(?i:(?P<after>{magnitudes}))\b"
            rf"|\b{table.prefix}(?P<month>{months})\b"
            rf"|\b(?P<roman>{ROMAN})"
            rf"|\b{table.prefix}(?i:(?P<word>{any_of(others)}))"
            rf"{DIACRITICS}{table.suffix}{DIACRITICS}{WORD_END}"
            rf"|{table.dual})",
        )


MAY_BEGIN = r"(?:(?<![^\W\d_])|(?=[\d%٪]))"
"""
Inside a word nothing begins but digits: said first, it saves half of the time.
"""

LAP = (
    r"(?<![\d.,:])(?P<lap>\d{1,2}):(?P<minutes>[0-5]\d)"
    r":(?P<seconds>[0-5]\d(?:[.,]\d{1,3})?)(?![\d:])"
)
"""
The time that a race took: 2:47:09, or 2:47:09.5.
"""

SPACED_DIGITS = rf"\d{{1,3}}(?:[{SPACES}]\d{{3}}){{1,6}}(?!\d)(?:,\d+)?"
PLAIN_DIGITS = r"\d+(?:[.,٫٬]\d+|،\d{3}(?!\d))*"


def readings_of(values: Values) -> Readings:
    """
    The values of a word.
    """
    several = values if isinstance(values, tuple) else (values,)
    return tuple(map(Decimal, several))


def token(kind: Kind, found: re.Match[str], *readings: Decimal) -> Token:
    """
    A token where the pattern found it.
    """
    return Token(kind=kind, start=found.start(), end=found.end(), readings=readings)


def any_of(words: Iterable[str]) -> str:
    """
    The words as a pattern, the longest first, with vowel signs allowed inside.
    """
    ordered = sorted(map(fold, words), key=lambda word: (-len(word), word))
    return alternatives(map(spelled, ordered))


def longest_first(words: Mapping[str, int]) -> list[str]:
    """
    The words of a table, the longest first.
    """
    return sorted(words, key=len, reverse=True)


def spelled_month(month: str) -> str:
    """
    A month as a pattern: with its capital, or in Arabic with any vowel signs.
    """
    return spelled(fold(month) if month[0] > "\u0600" else month)


def spelled(word: str) -> str:
    """
    One word as a pattern; only Arabic letters may carry vowel signs.
    """
    arabic = "\u0600" < word[0] < "\u06ff"
    joiner = DIACRITICS if arabic else ""
    return joiner.join(SPELLINGS.get(letter, re.escape(letter)) for letter in word)


def fold(word: str) -> str:
    """
    A word without case, vowel signs, and the dress of its alef.
    """
    return word.casefold().translate(FOLDED)


def roman_value(numeral: str) -> int:
    """
    The value of a Roman numeral.

    >>> roman_value("XIV")
    14
    """
    digits = [ROMAN_DIGITS[letter] for letter in numeral]
    following = [*digits[1:], 0]
    pairs = zip(digits, following, strict=True)
    return sum(-digit if digit < after else digit for digit, after in pairs)
