"""
A number as it stands in a text, with every value that its writer may have meant.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, Decimal
from typing import Literal

from selaras.text.spans import Span

Form = Literal["digits", "code", "words", "month", "roman", "period", "article"]
Readings = tuple[Decimal, ...]

Values = int | Decimal | tuple[int | Decimal, ...]

ONE = Decimal(1)
HALF_AN_HOUR = Decimal("0.30")
HALF_A_DAY, A_DAY = Decimal(12), Decimal(24)
TEN = Decimal(10)
FIRM = frozenset({"digits", "code", "month"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """
    One number of a text.

    ``readings`` are all values that a reader may admit, the likeliest first: "1.250" is
    1250 to an Indonesian and 1.25 to an American. ``form`` says how it is written; a
    month's name counts as a number, because "(10/2)" becomes "February 10".
    """

    span: Span
    readings: Readings
    form: Form = "digits"
    percent: bool = False
    ordinal: bool = False
    loose: bool = False

    @property
    def value(self) -> Decimal:
        """
        The likeliest value.
        """
        return self.readings[0]

    @property
    def firm(self) -> bool:
        """
        Whether a translation must have it too.

        Digits, months and the digits of names must be there, and numbers above ten even
        in words. Smaller words need not ("both", "a pair"), nor what is ``loose``: the
        one of "1美元", where others say "per dollar".
        """
        large = self.form == "words" and not self.ordinal and self.value > TEN
        return not self.loose and (self.form in FIRM or large)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTable:
    """
    How a language writes numbers, where words are parted by white space.

    * ``decimal`` and ``group`` are the marks inside digits; where ``lenient``, the
      other style is admitted as a second reading. ``group_space`` groups with spaces.
    * ``units`` are added, ``times`` multiply what stands just before, ``magnitudes``
      what stands before that; those in ``alone`` need nothing before them.
    * ``articles`` count as one, but softly. A half follows a ``half_joiner``, or what
      is counted and a ``half_gap``: "trois mois et demi"; before "and a half" may stand
      ``one_and``: "an hour". ``half_year`` is what makes two years two and a half.
    * ``half_hours`` are hours that are half past, in words: "setengah enam" is 5:30.
      Where a number with its half looks like ``half_hour``, it may be a clock as well:
      "cinq heures et demie".
    * A half or a part that begins with ``apart`` does not belong to the number before
      it: of "الثلاث بنصف السعر", three at half the price.
    * ``thousands`` are words that digits may follow: "15 mille 200".
    * ``short`` are magnitudes after digits only, and only after a currency surely:
      "Rp5 M" is five billion, "782 M" is a year.
    * ``ordinals``, ``fractions`` and ``periods`` are read, but softly; a word with
      several values has the likeliest first. Three decades are thirty, or three.
    * ``joiner`` may stand between two words of one number, ``ranges`` between the ends
      of a range, ``currency`` before a sum, ``percent`` after a share.
    * ``clock`` finds hours and minutes; ``evening`` is what makes 7 mean 19, and
      ``morning`` what makes 12 mean 0; after an hour in words stands
      ``hour_of_evening``. ``minutes_after`` is the mark of a clock that is not its
      language's decimal mark; where ``hours_last``, "2 h 30" may be two hours and a
      half. ``decade`` finds "années 60".
    * ``loose`` finds digits that others leave out: "Liga 1".
    * ``adds`` lists tens that take teens: French 60 and 80. ``reverses`` is for Arabic,
      which says five and twenty. ``prefix`` and ``suffix`` may be written onto a word,
      and ``dual`` is a word that says two by its ending.
    """

    decimal: str = "."
    group: str = ","
    lenient: bool = False
    group_space: bool = False
    units: Mapping[str, Values]
    times: Mapping[str, int] = field(default_factory=dict)
    teen: str = ""
    magnitudes: Mapping[str, Values]
    alone: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    short: Mapping[str, int] = field(default_factory=dict)
    ordinals: Mapping[str, Values] = field(default_factory=dict)
    fractions: Mapping[str, Values] = field(default_factory=dict)
    halves: frozenset[str] = frozenset()
    half_joiner: str = r"[ \u00A0]"
    half_gap: str = r"(?!)"
    one_and: str = r"(?!)"
    half_year: str = r"(?!)"
    half_hours: Mapping[str, int] = field(default_factory=dict)
    half_hour: str = r"(?!)"
    thousands: frozenset[str] = frozenset()
    months: Mapping[str, int] = field(default_factory=dict)
    periods: Mapping[str, Values] = field(default_factory=dict)
    apart: str = r"(?!)"
    joiner: str = r"[ \u00A0\u202F\u2009-]"
    ranges: str = r"\s?[-–—]\s?"
    currency: str = r"[$€£¥]"
    percent: str = "%"
    minutes_after: str = ""
    decade: str = r"(?P<decade>(?!))"
    clock: str = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?![\d:])"
    hours_last: bool = False
    evening: str = r"(?!)"
    hour_of_evening: str = r"(?!)"
    morning: str = r"(?!)"
    ordinal_before: str = r"(?!)"
    ordinal_after: str = r"(?!)"
    adds: frozenset[int] = frozenset()
    reverses: bool = False
    loose: str = r"(?!)"
    prefix: str = ""
    suffix: str = ""
    dual: str = r"(?P<dual>(?!))"


def over_midnight(clock: Decimal) -> Readings:
    """
    What else a clock may show within an hour of midnight: 24.00 is 00.00.

    >>> over_midnight(Decimal("24.00")), over_midnight(Decimal("0.30"))
    ((Decimal('0.00'),), (Decimal('24.30'),))
    >>> over_midnight(Decimal("21.30"))
    ()
    """
    if clock < ONE:
        return (clock + A_DAY,)
    return (clock - A_DAY,) if A_DAY <= clock < A_DAY + ONE else ()


def part_of(whole: int) -> Decimal:
    """
    One part of a whole, as exactly as they are compared.

    >>> part_of(12)
    Decimal('0.083333')
    """
    return (ONE / whole).quantize(Decimal("0.000001"), ROUND_DOWN)


def half_past(hour: int | Decimal) -> Readings:
    """
    What a clock shows half an hour after an hour of its dial, in both halves of a day.

    >>> half_past(5)
    (Decimal('5.30'), Decimal('17.30'))
    >>> half_past(12)
    (Decimal('12.30'), Decimal('0.30'))
    """
    other = hour + HALF_A_DAY if hour < HALF_A_DAY else hour - HALF_A_DAY
    return (hour + HALF_AN_HOUR, other + HALF_AN_HOUR)
