"""
Reading numbers in Indonesian, English, French and Arabic, where white space parts words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from selaras.text.characters import to_ascii_digits
from selaras.text.numbers.number import ONE, Form, Number, NumberTable, Readings
from selaras.text.numbers.neighbours import with_following
from selaras.text.numbers.tokens import Kind, Token, Tokenizer
from selaras.text.spans import Span

NAMED = re.compile(r"(?:[A-Z]+|[A-Z][A-Za-z]+-)\Z")
ROMAN = re.compile(r"\b[IVX]+-\Z")
LOOK_BACK = 12
HUNDRED = 100
THOUSAND = 1000
ZERO = Decimal(0)

FORMS: dict[Kind, Form] = {
    "digits": "digits",
    "clock": "digits",
    "month": "month",
    "period": "period",
    "roman": "roman",
}

GOES_ON: dict[Kind, frozenset[Kind]] = {
    "digits": frozenset({"times", "magnitude", "half", "percent", "period"}),
    "unit": frozenset(
        {"unit", "ordinal", "times", "teen", "magnitude", "half", "fraction", "percent"}
        | {"period"}
    ),
    "times": frozenset({"unit", "ordinal", "magnitude", "half", "percent"}),
    "teen": frozenset({"magnitude", "half", "percent"}),
    "half": frozenset({"magnitude", "percent"}),
    "magnitude": frozenset({"magnitude", "unit", "times", "digits", "half"}),
    "fraction": frozenset({"percent"}),
    "ordinal": frozenset({"unit"}),
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
    def factor(self) -> Decimal:
        """
        What the magnitudes at its end multiply by.
        """
        factor = Decimal(1)
        for token in reversed(self.tokens):
            if token.kind != "magnitude":
                return factor
            factor *= token.value
        return factor

    @property
    def readings(self) -> Readings:
        """
        Every value, one for each way to read the digits.
        """
        last = self.tokens[-1]
        if last.kind == "period" and len(self.tokens) > 1:
            values = Group(self.tokens[:-1]).readings
            return tuple(value * last.value for value in values) + values
        counted = [token for token in self.tokens if token.kind != "percent"]
        first, *others = [token.readings for token in counted]
        # A word of two values, such as مليارا, has only its first after a number.
        choices = product(first, *(values[: 1 + (ONE in values)] for values in others))
        values = (value_of(counted, choice) for choice in choices)
        return tuple(dict.fromkeys(values))

    def has(self, *kinds: Kind) -> bool:
        """
        Whether a token of one of these kinds is in it.
        """
        return any(token.kind in kinds for token in self.tokens)


class SpacedReader:
    """
    Reads the numbers of one language by its table.
    """

    def __init__(self, table: NumberTable) -> None:
        self.table = table
        self.tokenizer = Tokenizer(table)
        self.joiner = re.compile(table.joiner)
        self.ranges = re.compile(table.ranges)
        self.currency = re.compile(rf"(?:{table.currency})\.?[ \u00A0\u202F]?\Z")
        self.loose = re.compile(table.loose)
        self.ordinal_before = re.compile(rf"(?:{table.ordinal_before})\Z")
        self.ordinal_after = re.compile(table.ordinal_after)

    def read(self, text: str) -> tuple[Number, ...]:
        """
        Every number of a text, in order.
        """
        plain = to_ascii_digits(text)
        groups = [group for group in self.groups(plain) if self.counts(group)]
        return tuple(
            self.number(plain, group, following)
            for group, following in with_following(groups)
        )

    def groups(self, text: str) -> Iterator[Group]:
        """
        The tokens that belong together.
        """
        tokens = list(self.tokenizer.tokens(text))
        group: list[Token] = []
        for index, token in enumerate(tokens):
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            if group and not self.goes_on(text, group, token, following):
                yield Group(tuple(group))
                group = []
            group.append(token)
        if group:
            yield Group(tuple(group))

    def goes_on(
        self, text: str, group: list[Token], token: Token, following: Token | None
    ) -> bool:
        """
        Whether a token belongs to the number before it.
        """
        last = group[-1]
        gap = text[last.end : token.start]
        near = not gap or self.joiner.fullmatch(gap) is not None
        if not near or token.kind not in GOES_ON.get(last.kind, ()):
            return False
        adds = self.adds(text, last, token)
        if token.kind == "times" and last.kind == "digits":
            return last.value in range(1, 10)
        pair = (last.kind, token.kind)
        larger = following is not None and following.kind == "magnitude"
        larger = larger and following.value >= last.value  # type: ignore[union-attr]
        if pair[0] == "magnitude" and pair[1] in {"unit", "times"}:
            return not larger and not any(part.kind == "digits" for part in group)
        if pair == ("magnitude", "digits"):
            smaller = following is not None and following.kind == "magnitude"
            return smaller and following.value < last.value  # type: ignore[union-attr]
        if pair == ("magnitude", "magnitude"):
            return last.value == THOUSAND < token.value or last.value > token.value
        return adds if pair[1] in {"unit", "ordinal"} else True

    def adds(self, text: str, last: Token, token: Token) -> bool:
        """
        Whether the second word is added to the first: "dua puluh" and "satu".
        """
        first, second = last.value, token.value
        if self.table.reverses and token.kind == "ordinal":
            return False
        if last.kind == "times":
            return second < first
        if self.table.reverses and first < 10 <= second < HUNDRED:
            return second == 10 or text[token.start] == "و"
        if last.kind == "ordinal":
            return False
        if first in self.table.adds:
            return second < 20
        tens = first >= 20 and first % 10 == 0 and first < HUNDRED
        return (tens and second < 10) or (first >= HUNDRED and second < HUNDRED)

    def counts(self, group: Group) -> bool:
        """
        Whether the tokens make a number: "ribu" alone, or a percent sign, does not.
        """
        first = group.tokens[0]
        return first.kind not in {"percent", "times", "magnitude", "teen"} or first.alone

    def number(self, text: str, group: Group, following: Group | None) -> Number:
        """
        The number that the tokens make.
        """
        span = group.span
        before = text[max(0, span.start - LOOK_BACK) : span.start]
        after = text[span.end : span.end + LOOK_BACK]
        ordinal = bool(
            self.ordinal_before.search(before) or self.ordinal_after.match(after)
        )
        return Number(
            span=span,
            readings=group.readings + self.shared(text, group, following),
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

    def form(self, group: Group, before: str, *, ordinal: bool) -> Form:
        """
        How the number is written.
        """
        if not group.has("digits", "clock"):
            return FORMS.get(group.tokens[0].kind, "words")
        sum_or_term = self.currency.search(before) or ROMAN.search(before)
        named = NAMED.search(before) and not sum_or_term
        return "code" if named and not ordinal else "digits"


def value_of(tokens: Sequence[Token], values: Sequence[Decimal]) -> Decimal:
    """
    The value of some tokens: units are gathered, multiplied, and added up.
    """
    if len(values) == 1:
        return values[0]
    total = hundreds = last = ZERO
    scale = Decimal(1)
    for token, value in zip(tokens, values, strict=True):
        if token.kind == "times" and value < HUNDRED:
            last = last * value
        elif token.kind == "times":
            hundreds, last = hundreds + (last or 1) * value, ZERO
        elif token.kind == "magnitude":
            whole = hundreds + last
            total = total * value if not whole and total else total + (whole or 1) * value
            hundreds = last = ZERO
            scale = value
        elif token.kind == "fraction":
            last = (last or 1) * value
        elif token.kind == "half":
            last += value * (scale if not last else 1)
        else:
            last += value
    return total + hundreds + last

