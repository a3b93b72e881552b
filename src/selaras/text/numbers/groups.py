"""
Which tokens make one number together, and what its value is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from selaras.text.numbers.number import ONE, Readings
from selaras.text.numbers.tokens import Kind, Token
from selaras.text.spans import Span

ZERO = Decimal(0)
HUNDRED = 100

AFTER_WORD: frozenset[Kind] = frozenset(
    {"unit", "ordinal", "times", "teen", "magnitude", "half", "fraction", "percent"}
)

COUNTED: frozenset[Kind] = frozenset(
    {"digits", "clock", "unit", "ordinal", "teen", "times"}
)

MAY_FOLLOW: dict[Kind, frozenset[Kind]] = {
    "digits": frozenset({"times", "magnitude", "half", "percent", "period"}),
    "unit": AFTER_WORD | {"period"},
    "times": frozenset({"unit", "ordinal", "magnitude", "half", "percent"}),
    "teen": frozenset({"magnitude", "half", "percent"}),
    "half": frozenset({"magnitude", "percent", "period"}),
    "period": frozenset({"magnitude"}),
    "magnitude": frozenset({"magnitude", "unit", "times", "digits", "half"}),
    "fraction": frozenset({"percent", "magnitude"}),
    "ordinal": frozenset({"unit", "teen", "times"}),
}
"""
Which kind of token may follow which inside one number.
"""


@dataclass(frozen=True, slots=True)
class Group:
    """
    The tokens of one number.
    """

    tokens: tuple[Token, ...]

    @property
    def span(self) -> Span:
        """
        Where the number stands, with its percent sign.
        """
        return Span(self.tokens[0].start, self.tokens[-1].end)

    @property
    def counts(self) -> bool:
        """
        Whether this is a number: "ribu" alone, or a percent sign, is none.
        """
        first = self.tokens[0]
        needs_another = first.kind in {"percent", "times", "magnitude", "teen"}
        return first.alone or not needs_another

    @property
    def is_whole(self) -> bool:
        """
        Whether a half may be added to it: to three, but not to a quarter.
        """
        return self.tokens[-1].kind in COUNTED and self.readings[0] % 1 == 0

    @property
    def factor(self) -> Decimal:
        """
        What the magnitudes at its end multiply by.
        """
        factor = ONE
        for token in reversed(self.tokens):
            if token.kind != "magnitude":
                return factor
            factor *= token.value
        return factor

    @property
    def readings(self) -> Readings:
        """
        Every value, one for each way to read the digits; of three decades, 30 and 3.
        """
        last = self.tokens[-1]
        if last.kind == "period" and len(self.tokens) > 1:
            counted = Group(self.tokens[:-1]).readings
            return tuple(value * last.value for value in counted) + counted
        tokens = [token for token in self.tokens if token.kind != "percent"]
        values = (value_of(tokens, choice) for choice in product(*choices(tokens)))
        return tuple(dict.fromkeys(values))

    def has(self, *kinds: Kind) -> bool:
        """
        Whether a token of one of these kinds is in it.
        """
        return any(token.kind in kinds for token in self.tokens)


def choices(tokens: Sequence[Token]) -> Iterator[Readings]:
    """
    The values of each token that make sense beside the others.

    "2,415 juta" is no thousands of millions, and a word of two values, such as مليارا,
    has only its first after a number; but "30 m" may be no millions at all.
    """
    first, *others = tokens
    scaled = bool(others) and others[0].kind == "magnitude"
    yield first.readings[:1] if scaled and first.decimal else first.readings
    for token in others:
        yield token.readings if ONE in token.readings else token.readings[:1]


def value_of(tokens: Sequence[Token], values: Sequence[Decimal]) -> Decimal:
    """
    The value of some tokens: units are gathered, multiplied, and added up.
    """
    if len(values) == 1:
        return values[0]
    total = hundreds = last = ZERO
    scale = ONE
    kinds: list[Kind | None] = [None, *(token.kind for token in tokens)]
    for before, token, value in zip(kinds, tokens, values, strict=False):
        if token.kind == "times" and value < HUNDRED:
            last *= value
        elif token.kind == "times":
            hundreds, last = hundreds + (last or 1) * value, ZERO
        elif token.kind == "magnitude" and before == "half" and scale > 1:
            continue
        elif token.kind == "magnitude":
            total = scaled(total, hundreds + last, value)
            hundreds = last = ZERO
            scale = value
        elif token.kind in {"fraction", "period"}:
            last = (last or 1) * value
        elif token.kind == "half":
            last += value * (ONE if last else scale)
        else:
            last += value
    return total + hundreds + last


def scaled(total: Decimal, counted: Decimal, magnitude: Decimal) -> Decimal:
    """
    What was counted, times a magnitude: of "mille milliards" the thousand is.
    """
    if not counted and total:
        return total * magnitude
    return total + (counted or 1) * magnitude
