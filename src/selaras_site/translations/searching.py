"""
Text as a search index sees it: Chinese and Japanese in overlapping pairs.

Neither SQLite's nor PostgreSQL's index knows where a Chinese word ends. Pairs of
characters are what search engines have long used instead (n-gram tokenisers).
"""

import re
import unicodedata
from itertools import pairwise

from selaras.languages import LANGUAGES, Tag

UNSPACED = re.compile(
    "[\N{IDEOGRAPHIC ITERATION MARK}\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+"
)
"""
Runs of kana and of Chinese characters.
"""

WORD = re.compile(r"\w+")


def searchable(text: str, language: Tag) -> str:
    """
    A text as words that an index can part at spaces.

    >>> searchable("展玉发生地震", "zh")
    '展玉 玉发 发生 生地 地震'
    >>> searchable("Gempa Cianjur", "id")
    'Gempa Cianjur'
    """
    text = unicodedata.normalize("NFKC", text)
    if LANGUAGES[language].spaced:
        return text
    return " ".join(UNSPACED.sub(lambda run: f" {pairs(run[0])} ", text).split())


def pairs(run: str) -> str:
    """
    A run of characters as overlapping pairs; one alone is itself.
    """
    return " ".join(a + b for a, b in pairwise(run)) or run


def query_words(text: str, language: Tag, *, most: int = 12) -> str:
    """
    What somebody searches for, as plain words of the same kind.

    >>> query_words('"gempa" AND (cianjur*', "id")
    'gempa AND cianjur'
    """
    return " ".join(WORD.findall(searchable(text[:200], language))[:most])
