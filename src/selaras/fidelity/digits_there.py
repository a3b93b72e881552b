"""
Which numbers in digits of a source have their value in the target.
"""

from collections.abc import Iterator

from selaras.fidelity.finding import Pair
from selaras.fidelity.quantity_pairs import numbers_of
from selaras.text.spans import Span


def digits_there(pair: Pair) -> Iterator[tuple[Span, bool]]:
    """
    Where each number stands in the source, and whether the target has its value.

    A number of one part of a sentence seldom stands in another part as well, so that it
    tells more than a word about what was left out.
    """
    numbers = [
        number
        for number in numbers_of(pair.source, pair.source_language)
        if any(map(str.isdigit, number.span.of(pair.source)))
    ]
    if not numbers:
        return
    there = {
        reading
        for number in numbers_of(pair.target, pair.language)
        for reading in number.readings
    }
    for number in numbers:
        yield number.span, not there.isdisjoint(number.readings)
