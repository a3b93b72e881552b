"""
The quantities of a text: numbers with what stands beside them.

"Lebih dari 27 kilometer" is a number, a comparator and a unit. Each language has a
table; one reader knows what to do with tables.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from selaras.languages import Tag
from selaras.text.numbers import Number
from selaras.text.quantities import ar, en, fr, ja, zh
from selaras.text.quantities import id as indonesian
from selaras.text.quantities.marks import MARKS, Unmarked
from selaras.text.quantities.quantity import (
    Comparator,
    Cue,
    Direction,
    Measure,
    Quantities,
    Quantity,
    QuantityTable,
    Turn,
)
from selaras.text.quantities.reader import QuantityReader

__all__ = [
    "TABLES",
    "Comparator",
    "Cue",
    "Direction",
    "Measure",
    "Quantities",
    "Quantity",
    "Turn",
    "in_lower_case",
    "read_quantities",
    "reader",
]

TABLES: Mapping[Tag, QuantityTable] = {
    "id": indonesian.TABLE,
    "en": en.TABLE,
    "fr": fr.TABLE,
    "zh": zh.TABLE,
    "ja": ja.TABLE,
    "ar": ar.TABLE,
}


def read_quantities(text: str, numbers: Sequence[Number], language: Tag) -> Quantities:
    """
    What stands beside the numbers of a text, which ``read_numbers`` has found.

    >>> from selaras.text.numbers import read_numbers
    >>> text = "Lebih dari 27 kilometer senilai US$5 juta"
    >>> length, loss = read_quantities(text, read_numbers(text, "id"), "id").items
    >>> [one.value for one in length.cue.comparators], [*length.unit.names]
    (['more than'], ['kilometre'])
    >>> [*loss.currency.names]
    ['USD']
    """
    plain = in_lower_case(text)
    if not MARKS.search(plain):
        return reader(language).read(plain, numbers)
    unmarked = Unmarked(plain)
    read = reader(language).read(unmarked.text, unmarked.numbers(numbers))
    return unmarked.back(read, numbers)


@cache
def reader(language: Tag) -> QuantityReader:
    """
    The reader of a language, built once.
    """
    return QuantityReader(TABLES[language], language)


def in_lower_case(text: str) -> str:
    """
    A text in lower case, as long as it was: a few capitals become two letters.

    >>> len(in_lower_case("İzmir")), in_lower_case("Lebih")
    (5, 'lebih')
    """
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(map(lower_letter, text))


def lower_letter(letter: str) -> str:
    """
    A letter in lower case, unless that is longer.
    """
    lower = letter.lower()
    return lower if len(lower) == 1 else letter
