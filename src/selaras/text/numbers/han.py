"""
Reading numbers in Chinese and Japanese, whose magnitudes go by ten thousands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from itertools import product

from selaras.text.characters import to_ascii_digits
from selaras.text.numbers.digits import digit_readings
from selaras.text.numbers.han_table import HanTable
from selaras.text.numbers.han_values import (
    DIGITS,
    NOON,
    TENS,
    clock_readings,
    cut_short,
    discounts,
    form_of,
    rises,
    runs,
    shares,
    soft,
    summed,
    two_numbers,
)
from selaras.text.numbers.neighbours import with_following, with_neighbours
from selaras.text.numbers.number import Number, Readings, half_past
from selaras.text.numbers.tokens import roman_value
from selaras.text.spans import Span

ORDINAL = ("第", "初")
RANKED = frozenset("月级級号")
TWO = "两兩"
LITERAL = r"\d{1,60}(?:[.,]\d{1,60})*"
PIECE = re.compile(rf"{LITERAL}|\S")
LOOK_BACK = 12
LONGEST = 20
"""
A numeral of more signs is no number; a chain of 兆 would have too many values.
"""
MONTHS = tuple(map(Decimal, range(1, 13)))
ONE, TEN, TENTH = Decimal(1), Decimal(10), Decimal("0.1")
HALF = Decimal("0.5")
NO_HALF = frozenset("数ば島岛導导径球身额額値面永決决準袋壁场場")
"""
What follows a 半 that is no rest of the number before it.
"""


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
        self.half_hour = re.compile(table.half_hour)
        evening = "|".join(sorted(table.evening, key=len, reverse=True))
        self.evening_before = re.compile(rf"(?:{evening})(?:{table.clocks})\Z")
        self.hour_of_evening = re.compile(rf"(?:{evening})\s?\Z")
        self.hour = re.compile(table.hour)
        self.second_half = re.compile(rf"(?:{table.second_half})\Z")
        self.so_often = re.compile(table.so_often)

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
                gap = (number.span.end, following.span.start)
                if self.half_hour.fullmatch(text, *gap):
                    more = half_past(number.value)
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
        joined = joined or self.half_hour.match(text, start, end)
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
                era = self.era(found["era"])
                readings = (era + 1900, era + 1800, era)
                yield Number(span=Span(*found.span()), readings=readings)
            elif found["second"]:
                seconds = Decimal(f"{found['second']}.{found['part']}")
                yield Number(span=Span(*found.span()), readings=(seconds,))
            elif found["numeral"]:
                yield from self.numeral(found)
            elif found["roman"]:
                yield soft(found, Decimal(roman_value(found["roman"])), form="roman")
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
        sign = rf"(?:(?<=\d) (?=[{units}]))?{sign}"
        numeral = rf"{first}(?:(?<=[{units}]){LITERAL}|{sign})*+"
        periods = "|".join(
            sorted(
                table.evening | table.morning | table.midnight, key=len, reverse=True
            )
        )
        words = "|".join(sorted(table.words, key=len, reverse=True))
        return re.compile(
            rf"(?P<period>{periods})?(?P<hour>(?<![\d.,:])\d{{1,2}})"
            rf"(?: ?(?:{table.hour})(?: ?(?P<minute>\d{{1,2}}) ?分"
            r"(?! ?\d{1,2} ?秒)|(?P<half>半))?"
            rf"|[:：](?P<colon>\d\d)(?![\d:]))"
            rf"|(?P<under>{numeral})(?:{table.over})(?P<over>{numeral})"
            rf"|(?<!月)(?P<day>\d{{1,2}})(?={table.weekday})"
            r"|(?:(?<![\d世纪紀])|(?<=[上本]世[纪紀]))(?<![^上本]世[纪紀] )"
            r"(?P<era>\d0|[二三四五六七八九]十) ?年代"
            r"|(?P<century>\d\d) ?世[纪紀] ?(?P<decade>\d0) ?年代"
            r"|(?P<second>\d{1,2})秒(?P<part>\d{1,3})(?!\d)"
            rf"|(?!{table.unhalved})(?P<word>{words})"
            r"|(?<![A-Za-z\d-])(?P<roman>(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3}))(?![A-Za-z\d-])"
            rf"|(?P<numeral>{numeral})"
        )

    def era(self, numeral: str) -> Decimal:
        """
        The years of a decade: of 80年代 and 八十年代, eighty.
        """
        return Decimal(numeral) if numeral.isascii() else self.values(numeral)[0]

    def clock(self, found: re.Match[str]) -> Number:
        """
        Hours and minutes as the value that an Indonesian clock shows: 13.21.

        Midnight is one in words, which a source may have in words as well: 深夜0時.
        """
        minute = found["minute"] or found["colon"] or ("30" if found["half"] else "0")
        value = int(found["hour"]) + Decimal(minute) / 100
        before = max(0, found.start() - LOOK_BACK)
        late = value < NOON and (
            found["period"] in self.table.evening
            if found["period"]
            else self.evening_before.search(found.string, before, found.start())
        )
        at_night = found["period"] in self.table.midnight
        span = Span(found.start("hour"), found.end())
        readings = clock_readings(value, late=bool(late), at_night=at_night)
        midnight = at_night and value in (0, NOON)
        return Number(
            span=span, readings=readings, form="period" if midnight else "digits"
        )

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
        if two := two_numbers(numeral):
            yield from self.side_by_side(two, span.start)
            return
        readings = self.values(numeral)
        if self.tenths.match(text, span.end):
            readings = tuple(
                value * part for part in (TEN, ONE, TENTH) for value in readings
            )
        elif self.discount.match(text, span.end):
            readings = discounts(readings)
        elif self.hour_of_evening.search(before) and self.hour.match(text, span.end):
            readings += tuple(value + NOON for value in readings if value < NOON)
        elif self.second_half.search(before):
            readings += tuple(value + self.table.half_minutes for value in readings)
        if not readings:
            yield from runs(found)
            return
        yield Number(
            span=span,
            readings=readings,
            form=form_of(numeral, before),
            percent=self.shares.match(text, span.end) is not None,
            ordinal=before.endswith(ORDINAL) or self.is_dated(text, span),
            loose=readings[0] == 1,
        )

    def side_by_side(
        self, two: Sequence[tuple[int, str, str]], start: int
    ) -> Iterator[Number]:
        """
        The two numbers of 二三十, twenty or thirty, and of 一百万两百万.
        """
        for place, sign, numeral in two:
            span = Span(start + place, start + place + len(sign))
            if readings := self.values(numeral):
                yield Number(span=span, readings=readings, form=form_of(numeral, ""))

    def counts(self, numeral: str, before: str, text: str, end: int) -> bool:
        """
        Whether a numeral is a number, and not a piece of a name or of 星期三.
        """
        if numeral[0].isascii():
            return True
        if before.endswith(tuple(self.table.vague)) and numeral[0] in TENS:
            return False
        if before.endswith(self.table.never):
            return self.is_so_often(text, numeral, end)
        if len(numeral) in {2, 3} and all(sign in DIGITS for sign in numeral):
            return False
        if numeral in self.table.digits:
            return not self.table.names.match(text, end - 1)
        units = {*TENS, *self.table.magnitudes}
        long = len(numeral) > 1 and any(sign in units for sign in numeral)
        dated = len(numeral) == 4 and all(sign in DIGITS for sign in numeral)
        if numeral in {"百", "千"} and text[end : end + 1] == "の":
            return True
        after = (self.counters, self.discount, self.tenths)
        counted = any(pattern.match(text, end) for pattern in after)
        return long or dated or counted or before.endswith(ORDINAL)

    def is_dated(self, text: str, span: Span) -> bool:
        """
        Whether a numeral is the name of a month or a grade, and counts none: 七月.
        """
        in_words = not text[span.start].isascii()
        return in_words and text[span.end : span.end + 1] in RANKED

    def is_so_often(self, text: str, numeral: str, end: int) -> bool:
        """
        Whether a numeral after a week is no day of it: 每周两次.
        """
        return numeral[0] in TWO or self.so_often.match(text, end) is not None

    def values(self, numeral: str) -> Readings:
        """
        Every value of a numeral, the likeliest first.
        """
        pieces = PIECE.findall(numeral)
        magnitudes = self.table.magnitudes
        if len(pieces) > LONGEST or (self.table.falls and rises(pieces, magnitudes)):
            return ()
        choices = product(*map(self.options, pieces))
        values = (summed(pieces, choice, magnitudes) for choice in choices)
        readings = tuple(dict.fromkeys(values))
        return readings + cut_short(pieces, readings)

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
