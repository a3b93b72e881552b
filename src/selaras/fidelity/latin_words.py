"""
The words of a text that are written in Latin letters.
"""

import re
from functools import lru_cache

from selaras.fidelity.scripts import LATIN


@lru_cache(maxsize=64)
def words_by(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """
    The words of a text as a pattern finds them; several faults ask for them.
    """
    return list(pattern.finditer(text))


@lru_cache(maxsize=64)
def source_words(text: str) -> tuple[str, ...]:
    """
    The words of a source, read once for all its languages.
    """
    return tuple(match[0] for match in ANY_WORD.finditer(text))


@lru_cache(maxsize=64)
def small_words_of(text: str) -> frozenset[str]:
    """
    The words in small letters of a source, read once for all its languages.
    """
    return frozenset(SMALL_WORD.findall(text))


ANY_WORD = re.compile(r"[^\W\d_]++(?:[-'’][^\W\d_]++)*+(?!\d)")
LATIN_WORD = re.compile(rf"[{LATIN}]+")
SMALL_WORD = re.compile(
    rf"(?<![{LATIN}0-9.])(?<![{LATIN}0-9]-)[a-zß-öø-ÿ]{{3,}}"
    rf"(?!-?[{LATIN}0-9]|\.[{LATIN}])"
)
