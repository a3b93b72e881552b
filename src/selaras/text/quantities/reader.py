"""
Reading what stands beside numbers, by the table of a language.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from selaras.languages import Tag
from selaras.text.numbers import Number
from selaras.text.quantities.compiled import (
    codes_of,
    directions_of,
    meanings_of,
    negation,
    one_of,
    orders_of,
    units_of,
)
from selaras.text.quantities.currencies import (
    CODES,
    RESCUE,
    SYMBOLS,
    names_of_currencies,
)
from selaras.text.quantities.lexicon import Lexicon, ended, literal
from selaras.text.quantities.quantity import (
    Cue,
    Measure,
    Quantities,
    Quantity,
    QuantityTable,
    Turn,
)
from selaras.text.quantities.sharing import beginning, shared
from selaras.text.spans import Span

LONGEST_SYMBOL = 6
LONGEST_GAP = 60
APART = " ke "
LONGEST_UNIT = 12
LONGEST_NEGATION = 40

IN_LATIN = re.compile("(?<=[a-z])[a-z]")
"""
Where a Latin letter stands right before another one: no code begins inside a word.
"""

DUALS = ("ين", "ان")


DIGITS = re.compile(r"\d[\d.,]*")

CLAUSE_ENDS = re.compile(r"[;；。!?]|[,、，：:،](?!\d)|\.\s")
"""
Words beyond one of these say nothing about a number.
"""

RATE = "per "
"""
What a rate counts is one of a thing, which nothing is more than and nothing raises.
"""


class QuantityReader:
    """
    Reads what stands beside the numbers of one language. Texts are in lower case.
    """

    def __init__(self, table: QuantityTable, language: Tag) -> None:
        whole, gap = table.whole_words, table.measure_gap
        names = {**names_of_currencies(language), **table.currencies}
        self.table = table
        before = table.prefixes
        self.before = Lexicon(meanings_of(table.before), whole=whole, prefixes=before)
        self.after = Lexicon(meanings_of(table.after), whole=whole, prefixes=before)
        self.directions = Lexicon(directions_of(table), whole=whole, prefixes=before)
        names_of = literal(codes_of(names))
        self.currencies = Lexicon(
            names_of if whole else ended(names_of),
            gap=gap,
            whole=whole,
            prefixes=before,
        )
        self.units = Lexicon(units_of(table), gap=gap, whole=whole)
        self.orders = Lexicon(orders_of(table), whole=whole, prefixes=before)
        self.percent = re.compile(table.units["percent"])
        self.codes = codes_of({**SYMBOLS, **{code: code for code in CODES - RESCUE}})
        self.symbols = re.compile(rf"(?<![a-z])({one_of(self.codes)})\s?\Z")
        self.ranks = re.compile(table.ranks)
        self.placed = re.compile(rf"({table.placed}) ?(?:ke[- ]?)?\Z")
        self.ones = re.compile(table.ones)
        self.negations = negation(table)
        self.before_gap = re.compile(table.before_gap)
        self.after_gap = re.compile(table.after_gap)

    def read(self, text: str, numbers: Sequence[Number]) -> Quantities:
        """
        Every quantity of a text whose numbers are known; none without a number.
        """
        items = [
            item
            for number in sorted(self.with_ones(text, numbers), key=place_of)
            if (item := self.measured(text, number))
        ]
        if not items:
            return Quantities(items=(), cues=(), turns=())
        rates = [item for item in items if item.number.span.of(text) == RATE]
        items = [item for item in items if item not in rates] if rates else items
        turns = tuple(
            Turn(span=span, direction=one) for span, one in self.directions.find(text)
        )
        cues = tuple(
            self.negated(text, Cue(span=span, comparators=one))
            for span, one in self.before.find(text)
        )
        items = [self.with_cue_before(text, item, cues) for item in items]
        items = list(shared(text, items))
        later = tuple(self.cues_after(text, items))
        items = [
            self.with_turn(text, self.with_cue_after(text, one, later), turns)
            for one in items
        ]
        taken = [item.cue.span for item in items if item.cue]
        free = tuple(cue for cue in (*cues, *later) if not lies_in(cue.span, taken))
        items = sorted([*items, *rates], key=lambda item: item.number.span)
        return Quantities(items=tuple(items), cues=free, turns=turns)

    def with_ones(self, text: str, numbers: Sequence[Number]) -> Iterator[Number]:
        """
        The numbers, and the ones that are written onto units: "setahun", "per ton".
        """
        yield from numbers
        for found in self.ones.finditer(text):
            span = Span(*found.span())
            yield Number(span=span, readings=(Decimal(1),), form="words")

    def negated(self, text: str, cue: Cue) -> Cue:
        """
        A comparator, and whether its clause is negated before it.
        """
        start = max(0, cue.span.start - LONGEST_NEGATION)
        found = self.negations.search(text, start, cue.span.start)
        return replace(cue, negated=True) if found else cue

    def currencies_in(self, text: str) -> Iterator[frozenset[str]]:
        """
        Every currency that a text names anywhere, beside a number or not.
        """
        for span, codes in self.currencies.find(text):
            if self.table.whole_words or not IN_LATIN.match(text, span.start):
                yield codes

    def units_in(self, text: str) -> Iterator[frozenset[str]]:
        """
        Every unit that a text names anywhere, beside a number or not.
        """
        for _, names in self.units.find(text):
            yield names

    def orders_in(self, text: str) -> Iterator[tuple[Span, int]]:
        """
        Every word for an order of magnitude, and the least that it may mean.
        """
        return self.orders.find(text)

    def measured(self, text: str, number: Number) -> Quantity | None:
        """
        A number with its currency and its unit; none for "the first".

        An Arabic dual is a number and a unit in one word.
        """
        start, end = number.span.start, number.span.end
        if self.ranks.match(text, end):
            return None
        placed = number.ordinal or text.endswith(APART, 0, start)
        if placed and (unit := self.unit_of_ordinal(text, number)):
            return Quantity(number=number, unit=unit)
        if number.ordinal:
            currency = self.dual(self.currencies, text, number)
            unit = self.dual(self.units, text, number)
            if not (currency or unit):
                return None
            return Quantity(number=number, currency=currency, unit=unit)
        currency = self.currency_before(text, start)
        currency = currency or measure(self.currencies.at(text, end))
        unit = self.unit_inside(text, number) or measure(self.units.at(text, end))
        if currency and unit and len(currency.span) > len(unit.span):
            unit = None
        elif (
            currency
            and unit
            and len(unit.span) > len(currency.span)
            and currency.span.start >= end
        ):
            currency = None
        return Quantity(number=number, currency=currency, unit=unit)

    def unit_of_ordinal(self, text: str, number: Number) -> Measure | None:
        """
        The unit of the 72nd minute: "menit ke-72", 第72分钟.
        """
        start, end = number.span.start, number.span.end
        placed = self.placed.search(text, max(0, start - LONGEST_UNIT), start)
        if placed:
            return measure(self.units.at(text, placed.start(1)))
        in_digits = text[start].isdecimal() and not self.table.whole_words
        return measure(self.units.at(text, end)) if in_digits else None

    def unit_inside(self, text: str, number: Number) -> Measure | None:
        """
        The unit that the reader of numbers took for a part: percent, French hours.
        """
        start, end = number.span.start, number.span.end
        if number.percent and (found := self.percent.search(text, start, end)):
            return measure(self.units.at(text, found.start()))
        digits = DIGITS.match(text, start, end)
        if digits and digits.end() < end:
            return measure(self.units.at(text, digits.end()))
        return None

    def dual(
        self, words: Lexicon[frozenset[str]], text: str, number: Number
    ) -> Measure | None:
        """
        The measure in an Arabic dual, which may have a conjunction before it.
        """
        start, end = number.span.start, number.span.end
        if not text[start:end].endswith(DUALS):
            return None
        return measure(words.at(text, start)) or measure(words.at(text, start + 1))

    def currency_before(self, text: str, end: int) -> Measure | None:
        """
        The symbol or the code that ends where a number begins: US$ 5.
        """
        found = self.symbols.search(text, max(0, end - LONGEST_SYMBOL), end)
        if not found:
            return None
        return Measure(span=Span(*found.span(1)), names=self.codes[found[1]])

    def with_cue_before(
        self, text: str, item: Quantity, cues: Sequence[Cue]
    ) -> Quantity:
        """
        A quantity with the comparator that stands before it.
        """
        start = beginning(item)
        for cue in reversed(cues):
            if cue.span.end <= start:
                if not self.reaches(text, cue, start):
                    return item
                return replace(item, cue=self.with_outer(text, cue, cues))
        return item

    def with_outer(self, text: str, cue: Cue, cues: Sequence[Cue]) -> Cue:
        """
        A comparator with the one that it stands under: "melebihi batas maksimal 5".
        """
        for outer in cues:
            if outer.span.end > cue.span.start:
                break
            if self.reaches(text, outer, cue.span.start):
                return Cue(
                    span=Span(outer.span.start, cue.span.end),
                    comparators=outer.comparators | cue.comparators,
                    negated=outer.negated or cue.negated,
                )
        return cue

    def reaches(self, text: str, cue: Cue, start: int) -> bool:
        """
        Whether nothing but small words stands between a comparator and a place.
        """
        near = start - cue.span.end <= LONGEST_GAP
        return near and self.before_gap.fullmatch(text, cue.span.end, start) is not None

    def cues_after(self, text: str, items: Sequence[Quantity]) -> Iterator[Cue]:
        """
        The comparators after a number that do not stand before the next one.
        """
        taken = [item.cue.span for item in items if item.cue]
        for span, comparators in self.after.find(text):
            if not any(span.start < one.end and one.start < span.end for one in taken):
                yield Cue(span=span, comparators=comparators)

    def with_cue_after(
        self, text: str, item: Quantity, cues: Sequence[Cue]
    ) -> Quantity:
        """
        A quantity with the comparator that stands after it.
        """
        end = item.number.span.end
        cue = next((one for one in cues if one.span.start >= end), None)
        if item.cue or not cue or cue.span.start - end > LONGEST_GAP:
            return item
        if self.after_gap.fullmatch(text, end, cue.span.start):
            return replace(item, cue=cue)
        return item

    def with_turn(self, text: str, item: Quantity, turns: Sequence[Turn]) -> Quantity:
        """
        A quantity with the nearest word of direction in its clause.
        """
        span = item.number.span
        near = [
            (distance, turn)
            for turn in turns
            if (distance := apart(turn.span, span)) <= self.table.turn_gap
            and not CLAUSE_ENDS.search(text, *between(turn.span, span))
        ]
        turn = min(near, key=lambda one: one[0], default=(0, None))[1]
        return replace(item, turn=turn) if turn else item


def lies_in(span: Span, others: Sequence[Span]) -> bool:
    """
    Whether a stretch lies within one of several.
    """
    return any(one.start <= span.start and span.end <= one.end for one in others)


def place_of(number: Number) -> Span:
    """
    Where a number stands.
    """
    return number.span


def measure(found: tuple[Span, frozenset[str]] | None) -> Measure | None:
    """
    What a lexicon found, as a measure.
    """
    return Measure(span=found[0], names=found[1]) if found else None


def apart(one: Span, other: Span) -> int:
    """
    How many characters stand between two spans.
    """
    return max(one.start - other.end, other.start - one.end, 0)


def between(one: Span, other: Span) -> tuple[int, int]:
    """
    Where the stretch between two spans begins and ends.
    """
    first, second = sorted((one, other))
    return first.end, max(first.end, second.start)
