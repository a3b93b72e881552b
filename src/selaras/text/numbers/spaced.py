"""
Reading numbers in languages that part words by white space.
"""

import re
from dataclasses import replace
from decimal import Decimal

from selaras.text.characters import to_ascii_digits
from selaras.text.numbers.grammar import Grammar
from selaras.text.numbers.groups import Group
from selaras.text.numbers.neighbours import with_neighbours
from selaras.text.numbers.number import (
    HALF_A_DAY,
    ONE,
    Form,
    Number,
    NumberTable,
    Readings,
    half_past,
)
from selaras.text.numbers.tokens import SPACES, Kind, Tokenizer

NAMED = re.compile(r"(?:[A-Z]+|[A-Z][A-Za-z]+-)\Z")
ROMAN = re.compile(r"\b[IVX]+-\Z")
LOOK_BACK = 12
LONGEST_GAP = 30

FORMS: dict[Kind, Form] = {"month": "month", "period": "period", "roman": "roman"}


class SpacedReader:
    """
    Reads the numbers of one language by its table.
    """

    def __init__(self, table: NumberTable) -> None:
        self.tokenizer = Tokenizer(table)
        self.grammar = Grammar(table)
        self.ranges = re.compile(table.ranges)
        self.currency = re.compile(rf"(?:{table.currency})\.?[{SPACES}]?\Z")
        self.loose = re.compile(table.loose)
        self.half_gap = re.compile(table.half_gap)
        self.one_and = re.compile(rf"(?:{table.one_and})\Z")
        self.hour_of_evening = re.compile(table.hour_of_evening)
        self.half_hour = re.compile(table.half_hour)
        self.half_year = re.compile(table.half_year)
        self.ordinal_before = re.compile(rf"(?:{table.ordinal_before})\Z")
        self.ordinal_after = re.compile(table.ordinal_after)

    def read(self, text: str) -> tuple[Number, ...]:
        """
        Every number of a text, in order.
        """
        plain = to_ascii_digits(text)
        tokens = list(self.tokenizer.tokens(plain))
        groups = [g for g in self.grammar.groups(plain, tokens) if g.counts]
        return tuple(
            self.with_half(
                plain, group, following, self.number(plain, group, following)
            )
            for before, group, following in with_neighbours(groups)
            if not self.is_a_rest(plain, before, group)
        )

    def is_a_rest(self, text: str, before: Group | None, group: Group) -> bool:
        """
        Whether a half belongs to the number before what is counted: trois mois et demi.
        """
        if before is None or [token.kind for token in group.tokens] != ["half"]:
            return False
        start, end = before.span.end, group.span.start
        joined = self.half_gap.match(text, start) if end - start < LONGEST_GAP else None
        apart = text[group.span.end : group.span.end + 1] != "-"
        near = joined is not None and joined.end() == end
        return near and apart and before.is_whole

    def with_half(
        self, text: str, group: Group, following: Group | None, number: Number
    ) -> Number:
        """
        A number with the half that follows what it counts, or the one before it.
        """
        half = Decimal("0.5")
        if following and self.is_a_rest(text, group, following):
            readings = tuple(value + half for value in number.readings)
            if self.half_hour.fullmatch(text, group.span.start, following.span.end):
                readings += half_past(number.value)
            form: Form = "words" if number.form == "article" else number.form
            return replace(number, readings=readings, form=form, ordinal=False)
        if group.has("half") and self.half_hour.fullmatch(text, *span_of(group)):
            return replace(
                number, readings=number.readings + half_past(number.value - half)
            )
        if group.readings == (half,) and self.one_and.search(text, *before(group)):
            return replace(number, readings=(1 + half, half))
        if self.half_year.match(text, group.span.end):
            more = tuple(value + half for value in number.readings)
            return replace(number, readings=number.readings + more)
        return number

    def number(self, text: str, group: Group, following: Group | None) -> Number:
        """
        The number that the tokens make.
        """
        span = group.span
        before = text[max(0, span.start - LOOK_BACK) : span.start]
        ordinal = bool(
            self.ordinal_before.search(before)
            or self.ordinal_after.match(text, span.end)
        )
        return Number(
            span=span,
            readings=group.readings
            + self.shared(text, group, following)
            + self.in_evening(text, group),
            form=self.form(group, before, ordinal=ordinal),
            percent=group.has("percent"),
            ordinal=ordinal or group.has("ordinal"),
            loose=self.loose.match(text, span.start) is not None,
        )

    def shared(self, text: str, group: Group, following: Group | None) -> Readings:
        """
        In "20 sampai 30 juta" the first number may be twenty million.
        """
        if following is None or following.factor == 1 or group.factor > 1:
            return ()
        between = text[group.span.end : following.span.start]
        if not self.ranges.fullmatch(between):
            return ()
        return tuple(value * following.factor for value in group.readings)

    def in_evening(self, text: str, group: Group) -> Readings:
        """
        What an hour in words is on a clock of 24: "seven in the evening".
        """
        hour = group.readings[0]
        if not ONE <= hour < HALF_A_DAY or group.has("digits", "clock"):
            return ()
        late = self.hour_of_evening.match(text, group.span.end)
        return (hour + HALF_A_DAY,) if late else ()

    def form(self, group: Group, before: str, *, ordinal: bool) -> Form:
        """
        How the number is written.
        """
        first = group.tokens[0]
        if first.article and len(group.tokens) == 1:
            return "article"
        if not group.has("digits", "clock"):
            if len(group.tokens) > 1:
                return "words"
            return FORMS.get(first.kind, "words")
        sum_or_term = self.currency.search(before) or ROMAN.search(before)
        named = NAMED.search(before) and not sum_or_term
        return "code" if named and not ordinal else "digits"


def span_of(group: Group) -> tuple[int, int]:
    """
    Where a number begins and ends.
    """
    return group.span.start, group.span.end


def before(group: Group) -> tuple[int, int]:
    """
    Where the stretch before a number begins and ends.
    """
    start = group.span.start
    return max(0, start - LONGEST_GAP), start
