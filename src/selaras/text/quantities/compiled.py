"""
What a reader looks for, made of the table of a language.
"""

import re
from collections.abc import Iterable, Mapping

from selaras.text.alternatives import split_at_bars
from selaras.text.quantities.quantity import Comparator, Direction, QuantityTable


def meanings_of(cues: Mapping[str, Iterable[str]]) -> dict[str, frozenset[Comparator]]:
    """
    The words of a table's comparators, and all that each may mean.
    """
    return {
        "|".join(words): frozenset(Comparator[name] for name in names.split("|"))
        for names, words in cues.items()
    }


def directions_of(table: QuantityTable) -> dict[str, Direction]:
    """
    The words of a table that say that something rises or falls.
    """
    return {
        "|".join(table.rises): Direction.UP,
        "|".join(table.falls): Direction.DOWN,
    }


def codes_of(names: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """
    Names in lower case, and the codes of the currencies that they may be.
    """
    return {name.lower(): frozenset(codes.split()) for name, codes in names.items()}


def units_of(table: QuantityTable) -> dict[str, frozenset[str]]:
    """
    The words of a table's units, in lower case, and the units that each may be.
    """
    found = {}
    for units, words in table.units.items():
        for word in split_at_bars(words):
            latin = not table.whole_words and word[-1].isascii() and word[-1].isalpha()
            ending = "(?![a-z])" if latin else ""
            found[word + ending] = frozenset(units.split())
    return found


def orders_of(table: QuantityTable) -> dict[str, int]:
    """
    The words of a table for orders of magnitude, and the least that each may mean.
    """
    return {words: value for value, words in table.orders.items()}


def one_of(names: Iterable[str]) -> str:
    """
    Names as alternatives, the longest first.
    """
    return "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))


def negation(table: QuantityTable) -> re.Pattern[str]:
    """
    A word of negation, with no end of a clause after it.
    """
    word = table.negations
    whole = rf"(?<!\w){word}(?!\w)" if table.whole_words else word
    return re.compile(rf"{whole}[^.,;:،؛、，。；]*\Z")
