"""
The numbers of a text, with every value that each may have.

Each language has a table; two readers know what to do with tables: one for languages
that part words by white space, one for Chinese and Japanese.
"""

from collections.abc import Mapping
from functools import cache
from typing import Protocol

from selaras.languages import Tag
from selaras.text.numbers import ar, en, fr, ja, zh
from selaras.text.numbers import id as indonesian
from selaras.text.numbers.assignment import unaccounted
from selaras.text.numbers.han import HanReader
from selaras.text.numbers.han_table import HanTable
from selaras.text.numbers.number import Number, NumberTable
from selaras.text.numbers.products import with_products
from selaras.text.numbers.spaced import SpacedReader

__all__ = ["TABLES", "Number", "read_numbers", "unaccounted"]

TABLES: Mapping[Tag, NumberTable | HanTable] = {
    "id": indonesian.TABLE,
    "en": en.TABLE,
    "fr": fr.TABLE,
    "zh": zh.TABLE,
    "ja": ja.TABLE,
    "ar": ar.TABLE,
}


class Reader(Protocol):
    """
    What knows how to read the numbers of one language.
    """

    def read(self, text: str) -> tuple[Number, ...]:
        """
        Every number of a text, in order.
        """


def read_numbers(text: str, language: Tag) -> tuple[Number, ...]:
    """
    Every number of a text, in order.

    >>> [int(number.value) for number in read_numbers("Rp1,2 triliun, 27 orang", "id")]
    [1200000000000, 27]
    >>> [int(number.value) for number in read_numbers("1兆2000億ルピア、27人", "ja")]
    [1200000000000, 27]
    """
    return with_products(text, reader(language).read(text), language)


@cache
def reader(language: Tag) -> Reader:
    """
    The reader of a language, built once.
    """
    table = TABLES[language]
    return HanReader(table) if isinstance(table, HanTable) else SpacedReader(table)
