"""
Reading past the vowel signs of Arabic, which may stand on any letter.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from selaras.text.numbers import Number
from selaras.text.quantities.quantity import Cue, Measure, Quantities, Quantity, Turn
from selaras.text.spans import Span

MARKS = re.compile("[\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}\N{ARABIC TATWEEL}]")


class Unmarked:
    """
    A text without its vowel signs, and the way from its places to those of the text.
    """

    def __init__(self, text: str) -> None:
        self.places = [
            place for place, sign in enumerate(text) if not MARKS.match(sign)
        ]
        self.text = "".join(text[place] for place in self.places)
        self.length = len(text)

    def numbers(self, numbers: Sequence[Number]) -> list[Number]:
        """
        The numbers of the text as they stand here.
        """
        return [replace(one, span=self.here(one.span)) for one in numbers]

    def back(self, read: Quantities, numbers: Sequence[Number]) -> Quantities:
        """
        What was read here, with the numbers and the places of the text.
        """
        known = {self.here(one.span): one for one in numbers}
        return Quantities(
            items=tuple(self.item(one, self.number(one, known)) for one in read.items),
            cues=tuple(self.cue(one) for one in read.cues),
            turns=tuple(self.turn(one) for one in read.turns),
        )

    def number(self, item: Quantity, known: Mapping[Span, Number]) -> Number:
        """
        The number of a quantity, back in its text: one that was given, or a new one.
        """
        span = item.number.span
        return known.get(span) or replace(item.number, span=self.there(span))

    def item(self, item: Quantity, number: Number) -> Quantity:
        """
        One quantity, back in its text.
        """
        return Quantity(
            number=number,
            cue=self.cue(item.cue) if item.cue else None,
            turn=self.turn(item.turn) if item.turn else None,
            currency=self.measure(item.currency) if item.currency else None,
            unit=self.measure(item.unit) if item.unit else None,
        )

    def cue(self, cue: Cue) -> Cue:
        """
        A comparator, back in its text.
        """
        return replace(cue, span=self.there(cue.span))

    def turn(self, turn: Turn) -> Turn:
        """
        A word of direction, back in its text.
        """
        return replace(turn, span=self.there(turn.span))

    def measure(self, measure: Measure) -> Measure:
        """
        A unit or a currency, back in its text.
        """
        return replace(measure, span=self.there(measure.span))

    def here(self, span: Span) -> Span:
        """
        A stretch of the text as a stretch of what is left of it.
        """
        return Span(
            bisect_left(self.places, span.start), bisect_left(self.places, span.end)
        )

    def there(self, span: Span) -> Span:
        """
        A stretch of what is left as a stretch of the text.
        """
        places = [*self.places, self.length]
        last = self.places[span.end - 1] + 1 if span.end else 0
        return Span(places[span.start], max(last, places[span.start]))
