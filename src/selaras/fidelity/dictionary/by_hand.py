"""
What ordinary words of news become, written by hand beside what was learnt.

Translators of news write many words for one, and what few of them write was seen too
seldom to be learnt.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from selaras.fidelity.dictionary.stems import words_of
from selaras.languages import Tag

COLUMNS: tuple[Tag, ...] = ("zh", "ja")
"""
The languages of the table, in which one word has the most renderings.
"""


class Renderings(NamedTuple):
    """
    The stems of a word's renderings: the likely ones, and the doubtful.

    A single character stands in so many words that it is doubtful.
    """

    likely: frozenset[str]
    doubtful: frozenset[str]

    def joined(self, others: "Renderings") -> "Renderings":
        """
        These and others; what is likely in either is likely.
        """
        likely = self.likely | others.likely
        return Renderings(likely, (self.doubtful | others.doubtful) - likely)


@cache
def written_by_hand(language: Tag) -> Mapping[str, Renderings]:
    """
    What may stand for Indonesian words in a language, beside what was learnt.

    >>> "会晤" in written_by_hand("zh")["temu"].likely
    True
    """
    if language not in COLUMNS:
        return {}
    column = COLUMNS.index(language) + 1
    rows = (line.split("|") for line in lines())
    return {row[0].strip(): renderings(row[column], language) for row in rows}


def lines() -> Iterator[str]:
    """
    The rows of the table: a word, and its renderings in Chinese and in Japanese.
    """
    text = (resources.files(__package__) / "by-hand.txt").read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line and not line.startswith("#"))


def renderings(words: str, language: Tag) -> Renderings:
    """
    The units of some words: their pairs of characters, or single ones for want of any.

    >>> sorted(renderings("工作人员", "zh").likely), renderings("引き受け", "ja").likely
    (['人员', '作人', '工作'], frozenset())
    >>> sorted(renderings("引き受け", "ja").doubtful)
    ['受', '引']
    """
    likely, doubtful = set[str](), set[str]()
    for word in words.split():
        units = [unit.stem for unit in words_of(word, language)]
        long = {unit for unit in units if len(unit) > 1}
        told = {unit for unit in long if in_kana(word) or not in_kana(unit)}
        likely |= told
        if not told:
            doubtful |= {unit for unit in units if len(unit) == 1 and not in_kana(unit)}
    return Renderings(frozenset(likely), frozenset(doubtful))


def in_kana(word: str) -> bool:
    """
    Whether there is nothing but hiragana, in which endings are written.
    """
    return all("ぁ" <= sign <= "ゖ" for sign in word)
