"""
What the signs of a Chinese or Japanese numeral add up to.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_DOWN, Decimal
from itertools import pairwise

from selaras.text.numbers.number import Form, Number, Readings, over_midnight
from selaras.text.spans import Span

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
DIGITS |= {"零": 0, "两": 2, "兩": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
OPEN = {"百": Decimal(100), "千": Decimal(1000), "万": Decimal(10000)}
HUNDRED = 100
NOON = 12
TEN = Decimal(10)
EXACT = Decimal("0.000001")


def clock_readings(value: Decimal, *, late: bool, at_night: bool) -> Readings:
    """
    What a clock may show, in the afternoon where it is ``late``.

    >>> clock_readings(Decimal(7), late=True, at_night=False)
    (Decimal('19'), Decimal('7'))
    >>> clock_readings(Decimal(12), late=False, at_night=True)
    (Decimal('0'), Decimal('24'), Decimal('12'))
    """
    if at_night and NOON <= value < NOON + 1:
        return (value - NOON, value + NOON, value)
    readings = (value + NOON, value) if late else (value,)
    return readings + over_midnight(readings[0])


def summed(
    pieces: Sequence[str], values: Sequence[Decimal], magnitudes: Mapping[str, Readings]
) -> Decimal:
    """
    The value of a numeral: digits make sections, magnitudes multiply sections.
    """
    total = section = Decimal(0)
    pending: Decimal | None = None
    largest = Decimal(0)
    for piece, value in zip(pieces, values, strict=True):
        if piece in magnitudes:
            section += pending or 0
            if not section and total:
                total *= value
            elif largest and value > largest:
                total = (total + section) * value
            else:
                total += (section or 1) * value
            largest, section, pending = value, Decimal(0), None
        elif piece in TENS:
            section += (1 if pending is None else pending) * value
            pending = None
        elif pending is not None and piece in DIGITS:
            pending = pending * 10 + value
        else:
            pending = value
    return total + section + (pending or 0)


def rises(pieces: Sequence[str], magnitudes: Mapping[str, Readings]) -> bool:
    """
    Whether a larger magnitude follows a smaller one with digits between: 75万8000億.
    """
    signs = [place for place, piece in enumerate(pieces) if piece in magnitudes]
    return any(
        two - one > 1 and magnitudes[pieces[two]] > magnitudes[pieces[one]]
        for one, two in pairwise(signs)
    )


def cut_short(pieces: Sequence[str], readings: Readings) -> Readings:
    """
    What a numeral is whose last magnitude goes unsaid: 一万六 is 16,000, 三百五 is 350.
    """
    if len(pieces) < 3 or pieces[-1] not in DIGITS or pieces[-2] not in OPEN:
        return ()
    last = DIGITS[pieces[-1]]
    more = last * (OPEN[pieces[-2]] // TEN - 1)
    return tuple(value + more for value in readings)


def two_numbers(numeral: str) -> Sequence[tuple[int, str, str]]:
    """
    The numbers of a numeral that is two side by side, one or the other; else nothing.

    Each has its place, what is written there, and what that means.

    >>> two_numbers("二三十")
    [(0, '二', '二十'), (1, '三十', '三十')]
    >>> two_numbers("一百万两百万")
    [(0, '一百万', '一百万'), (3, '两百万', '两百万')]
    >>> two_numbers("一百二十万")
    []
    """
    if between := BETWEEN.fullmatch(numeral):
        first, second, magnitude = between.groups()
        last = second + magnitude
        return [(0, first, first + magnitude), (1, last, last)]
    if twice := TWICE.fullmatch(numeral):
        first, last = twice["first"], twice["last"]
        return [(0, first, first), (len(first), last, last)]
    return []


def runs(found: re.Match[str]) -> Iterator[Number]:
    """
    Each run of digits by itself, where the marks are not those of a number.
    """
    for run in re.finditer(r"\d{1,60}", found[0]):
        span = Span(found.start() + run.start(), found.start() + run.end())
        yield Number(span=span, readings=(Decimal(run[0]),))


SIGN = "[十百千万亿兆萬億]"
BETWEEN = re.compile(rf"([一二两三四五六七八])([二两三四五六七八九])({SIGN}+)")
"""
Two signs before one magnitude: 一两百, 二三十, 七八千.
"""

TWICE = re.compile(
    rf"(?P<first>[^十百千万亿兆萬億]*(?P<unit>{SIGN}+))"
    r"(?P<last>[^十百千万亿兆萬億]+(?P=unit))"
)
"""
Two numbers of one magnitude: 一百万两百万, 三千五千.
"""


def discounts(readings: Readings) -> Readings:
    """
    What remains to be paid, and what is taken off, in percent.

    >>> discounts((Decimal(8),))
    (Decimal('20'), Decimal('80'))
    """
    paid = [value * 10 if value < 10 else value for value in readings]
    return tuple(share for value in paid for share in (100 - value, value))


def shares(over: Readings, under: Decimal) -> Readings:
    """
    The values of a fraction: of a hundred, percent; of a million, its upper part too.
    """
    if under == HUNDRED:
        return over
    return divided(over, under) + (over if under > HUNDRED else ())


def divided(over: Readings, under: Decimal) -> Readings:
    """
    The values of a fraction, as exactly as they are compared.
    """
    return (
        tuple((value / under).quantize(EXACT, ROUND_DOWN) for value in over)
        if under
        else over
    )


def form_of(numeral: str, before: str) -> Form:
    """
    How a numeral is written.
    """
    if not numeral[0].isascii():
        return "words"
    named = NAMED.search(before) and not CURRENCY.search(before)
    return "code" if named else "digits"


def soft(found: re.Match[str], *values: Decimal, form: Form = "period") -> Number:
    """
    A word that counts: 翻番.
    """
    return Number(span=Span(*found.span()), readings=values, form=form)


NAMED = re.compile(r"(?:[A-Z]+|[A-Z][A-Za-z]+-)\Z")
CURRENCY = re.compile(r"(?:Rp|IDR|USD|RM)\.?\s?\Z")
