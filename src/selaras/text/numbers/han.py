"""
Reading numbers in Chinese and Japanese, whose magnitudes go by ten thousands.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_DOWN, Decimal
from functools import cached_property
from itertools import product

from selaras.text.characters import to_ascii_digits
from selaras.text.numbers.digits import digit_readings
from selaras.text.numbers.neighbours import with_following, with_neighbours
from selaras.text.numbers.number import Form, Number, Readings
from selaras.text.spans import Span

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
DIGITS |= {"零": 0, "两": 2, "兩": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
LITERAL = r"\d{1,60}(?:[.,]\d{1,60})*"
PIECE = re.compile(rf"{LITERAL}|\S")
NAMED = re.compile(r"(?:[A-Z]+|[A-Z][A-Za-z]+-)\Z")
CURRENCY = re.compile(r"(?:Rp|IDR|USD|RM)\.?\s?\Z")
LOOK_BACK = 12
LONGEST = 20
"""
A numeral of more signs is no number; a chain of 兆 would have too many values.
"""
MONTHS = tuple(map(Decimal, range(1, 13)))
HUNDRED = 100
ONE, TEN, TENTH = Decimal(1), Decimal(10), Decimal("0.1")
HALF = Decimal("0.5")
NO_HALF = frozenset("数ば島岛導导径球身额額値面永決决準袋壁场場")
EXACT = Decimal("0.000001")


@dataclass(frozen=True, slots=True, kw_only=True)
class HanTable:
    """
    How a language that counts in ten thousands writes numbers.

    * ``magnitudes`` give each sign its values, the likeliest first: 兆 has two in
      Chinese.
    * ``counters`` follow a numeral that is a number, and not a piece of a name.
    * ``vague`` before 十 or 百 makes it no number: 数百人. ``never`` before a numeral
      makes it something else: 星期三.
    * ``prefixes`` are signs that belong to a unit: 兆瓦 is a megawatt.
    * ``discount`` says what remains to be paid: 八折 is twenty percent off.
    * ``weekday`` follows a day whose month goes unsaid: 4日（木）.
    * ``digits`` are numbers wherever they stand, but for the ``names`` they begin.
    * ``tenths`` is what 3割 counts; ``over`` stands between the parts of a fraction.
    * ``half_gap`` stands between a number and the half that belongs to it: 两年半.
    * ``evening`` is what makes 7時 mean 19.
    """

    magnitudes: Mapping[str, Readings]
    counters: str
    vague: str
    never: tuple[str, ...] = ()
    digits: str = ""
    names: re.Pattern[str] = re.compile("(?!)")
    tenths: str = "(?!)"
    over: str
    percent: str
    hour: str
    evening: frozenset[str]
    morning: frozenset[str]
    ranges: str
    half_gap: str = r"(?!)"
    words: Mapping[str, Readings]
    prefixes: str = "(?!)"
    discount: str = "(?!)"
    weekday: str = "(?!)"


class HanReader:
    """
    Reads the numbers of one language by its table.
    """

    def __init__(self, table: HanTable) -> None:
        self.table = table
        shares = (table.percent, table.tenths, table.discount)
        self.shares = re.compile("|".join(shares))
        self.discount = re.compile(table.discount)
        self.tenths = re.compile(table.tenths)
        self.counters = re.compile(table.counters)
        self.ranges = re.compile(table.ranges)
        self.half_gap = re.compile(table.half_gap)

    def read(self, text: str) -> tuple[Number, ...]:
        """
        Every number of a text, in order.
        """
        plain = to_ascii_digits(text)
        numbers = list(self.halved(plain, list(self.numbers(plain))))
        return tuple(
            self.shared(plain, number, following)
            for number, following in with_following(numbers)
        )

    def halved(self, text: str, numbers: Sequence[Number]) -> Iterator[Number]:
        """
        The numbers, with the halves that follow what they count: 两年半, 1時間半.
        """
        for before, number, following in with_neighbours(numbers):
            if following and self.is_a_rest(text, number, following):
                more = tuple(value + HALF for value in number.readings)
                yield replace(number, readings=more)
            elif not (before and self.is_a_rest(text, before, number)):
                yield number

    def is_a_rest(self, text: str, before: Number, half: Number) -> bool:
        """
        Whether a half belongs to the number before it.
        """
        if half.readings != (HALF,) or half.form != "period" or before.percent:
            return False
        start, end = before.span.end, half.span.start
        joined = self.half_gap.match(text, start, end)
        whole = before.value % 1 == 0 and before.form != "period"
        after = text[half.span.end : half.span.end + 1]
        near = joined is not None and joined.end() == end
        return near and whole and after not in NO_HALF

    def numbers(self, text: str) -> Iterator[Number]:
        """
        Every number by itself.
        """
        for found in self.pattern.finditer(text):
            if found["hour"]:
                yield self.clock(found)
            elif found["over"]:
                yield from self.fraction(found)
            elif found["day"]:
                yield from self.day(found)
            elif found["century"]:
                years = int(found["century"]) * 100 - 100 + int(found["decade"])
                yield Number(span=Span(*found.span()), readings=(Decimal(years),))
            elif found["era"]:
                era = Decimal(found["era"])
                readings = (era + 1900, era + 1800, era)
                yield Number(span=Span(*found.span()), readings=readings)
            elif found["second"]:
                seconds = Decimal(f"{found['second']}.{found['part']}")
                yield Number(span=Span(*found.span()), readings=(seconds,))
            elif found["numeral"]:
                yield from self.numeral(found)
            else:
                yield soft(found, *self.table.words[found["word"]])

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """
        What finds a clock, a fraction, a numeral or a word that counts.
        """
        table = self.table
        units = "".join((*TENS, *table.magnitudes))
        starts = "".join((*DIGITS, *TENS))
        sign = rf"(?!{table.prefixes})(?:[{units}]|(?<!\d)[{''.join(DIGITS)}])"
        first = rf"(?:{LITERAL}|(?!{table.prefixes})[{starts}])"
        numeral = rf"{first}(?:(?<=[{units}]){LITERAL}| ?{sign})*+"
        periods = "|".join(sorted(table.evening | table.morning, key=len, reverse=True))
        words = "|".join(sorted(table.words, key=len, reverse=True))
        return re.compile(
            rf"(?P<period>{periods})?(?P<hour>(?<![\d.,:])\d{{1,2}})"
            rf"(?: ?(?:{table.hour})(?: ?(?P<minute>\d{{1,2}}) ?分|(?P<half>半))?"
            rf"|[:：](?P<colon>\d\d)(?![\d:]))"
            rf"|(?P<under>{numeral})(?:{table.over})(?P<over>{numeral})"
            rf"|(?<!月)(?P<day>\d{{1,2}})(?={table.weekday})"
            r"|(?<![\d世纪紀])(?P<era>\d0) ?年代"
            r"|(?P<century>\d\d) ?世[纪紀] ?(?P<decade>\d0) ?年代"
            r"|(?P<second>\d{1,2})秒(?P<part>\d{1,3})(?!\d)"
            rf"|(?P<word>{words})"
            rf"|(?P<numeral>{numeral})"
        )

    def clock(self, found: re.Match[str]) -> Number:
        """
        Hours and minutes as the value that an Indonesian clock shows: 13.21.
        """
        minute = found["minute"] or found["colon"] or ("30" if found["half"] else "0")
        value = int(found["hour"]) + Decimal(minute) / 100
        late = found["period"] in self.table.evening and value < 12
        readings = (value + 12, value) if late else (value,)
        return Number(span=Span(found.start("hour"), found.end()), readings=readings)

    def day(self, found: re.Match[str]) -> Iterator[Number]:
        """
        A day whose month goes unsaid, and any month for it: 4日（木）.
        """
        span = Span(*found.span("day"))
        yield Number(span=span, readings=(Decimal(found["day"]),))
        nothing = Span(span.start, span.start)
        yield Number(span=nothing, readings=MONTHS, form="month")

    def fraction(self, found: re.Match[str]) -> Iterator[Number]:
        """
        A fraction, or a share of a hundred: 三分之一, 百分之三十.
        """
        unders, overs = self.values(found["under"]), self.values(found["over"])
        if not unders or not overs:
            yield from runs(found)
            return
        percent = unders[0] == 100
        in_digits = found["over"][0].isascii()
        yield Number(
            span=Span(*found.span()),
            readings=shares(overs, unders[0]),
            form="digits" if in_digits else "words",
            percent=percent,
        )

    def numeral(self, found: re.Match[str]) -> Iterator[Number]:
        """
        A numeral, if it is a number here.
        """
        text, numeral, span = found.string, found["numeral"], Span(*found.span())
        before = text[max(0, span.start - LOOK_BACK) : span.start]
        if not self.counts(numeral, before, text, span.end):
            return
        readings = self.values(numeral)
        if self.tenths.match(text, span.end):
            readings = tuple(
                value * part for part in (TEN, ONE, TENTH) for value in readings
            )
        elif self.discount.match(text, span.end):
            readings = discounts(readings)
        if not readings:
            yield from runs(found)
            return
        yield Number(
            span=span,
            readings=readings,
            form=form_of(numeral, before),
            percent=self.shares.match(text, span.end) is not None,
            ordinal=before.endswith("第"),
            loose=readings[0] == 1,
        )

    def counts(self, numeral: str, before: str, text: str, end: int) -> bool:
        """
        Whether a numeral is a number, and not a piece of a name or of 星期三.
        """
        if numeral[0].isascii():
            return True
        if before.endswith(tuple(self.table.vague)) and numeral[0] in TENS:
            return False
        if before.endswith(self.table.never):
            return False
        if len(numeral) in {2, 3} and all(sign in DIGITS for sign in numeral):
            return False
        if numeral in self.table.digits:
            return not self.table.names.match(text, end - 1)
        long = len(numeral) > 1 and any(sign in TENS for sign in numeral)
        dated = len(numeral) == 4 and all(sign in DIGITS for sign in numeral)
        after = (self.counters, self.discount, self.tenths)
        counted = any(pattern.match(text, end) for pattern in after)
        return long or dated or counted or before.endswith("第")

    def values(self, numeral: str) -> Readings:
        """
        Every value of a numeral, the likeliest first.
        """
        pieces = PIECE.findall(numeral)
        if len(pieces) > LONGEST:
            return ()
        magnitudes = self.table.magnitudes
        choices = product(*map(self.options, pieces))
        values = (summed(pieces, choice, magnitudes) for choice in choices)
        return tuple(dict.fromkeys(values))

    def options(self, piece: str) -> Readings:
        """
        The values that one sign, or one run of digits, may have.
        """
        if piece in self.table.magnitudes:
            return self.table.magnitudes[piece]
        if piece in DIGITS or piece in TENS:
            return (Decimal((DIGITS | TENS)[piece]),)
        return digit_readings(piece, decimal=".", group=",")

    def shared(self, text: str, number: Number, following: Number | None) -> Number:
        """
        In 2000至3000万 the first number may be twenty million.
        """
        if following is None:
            return number
        between = text[number.span.end : following.span.start]
        factor = self.factor(following.span.of(text))
        if not self.ranges.fullmatch(between) or factor == 1:
            return number
        if self.factor(number.span.of(text)) > 1:
            return number
        more = tuple(value * factor for value in number.readings)
        return Number(
            span=number.span,
            readings=number.readings + more,
            form=number.form,
            percent=number.percent,
            ordinal=number.ordinal,
        )

    def factor(self, numeral: str) -> Decimal:
        """
        What the magnitudes at the end of a numeral multiply by.
        """
        factor = Decimal(1)
        for sign in reversed(numeral):
            if sign not in self.table.magnitudes:
                return factor
            factor *= self.table.magnitudes[sign][0]
        return factor


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


def soft(found: re.Match[str], *values: Decimal) -> Number:
    """
    A word that counts: 翻番.
    """
    return Number(span=Span(*found.span()), readings=values, form="period")


def runs(found: re.Match[str]) -> Iterator[Number]:
    """
    Each run of digits by itself, where the marks are not those of a number.
    """
    for run in re.finditer(r"\d{1,60}", found[0]):
        span = Span(found.start() + run.start(), found.start() + run.end())
        yield Number(span=span, readings=(Decimal(run[0]),))
