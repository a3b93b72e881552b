"""
How many clauses a text has, as its marks and conjunctions tell.

A translation with fewer clauses than is usual for its source has rather lost one than
a translation with as many.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from selaras.fidelity.finding import Pair
from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras.text.clauses import CONJUNCTIONS


def clauses_missing(pair: Pair) -> float:
    """
    How many clauses fewer a target has than is usual for its source; below 0, more.
    """
    usual = USUAL.get(pair.language)
    if usual is None:
        return 0.0
    first, each = usual
    source = clause_borders(pair.source, SOURCE)
    missing = first + each * source - clause_borders(pair.target, pair.language)
    return max(-MOST, min(MOST, missing))


@lru_cache(maxsize=256)
def clause_borders(text: str, language: Tag) -> int:
    """
    How many borders between clauses a text has, the end of the text not counted.

    >>> clause_borders("Air surut, tetapi warga tetap mengungsi.", "id")
    1
    >>> clause_borders("水退了，但居民仍在避难。", "zh")
    1
    """
    return sum(1 for _ in BORDERS[language].finditer(text))


def border(language: Tag) -> re.Pattern[str]:
    """
    What stands between clauses: a mark, a conjunction, or a mark and a conjunction.
    """
    if not LANGUAGES[language].spaced:
        return UNSPACED
    joined = "|".join(sorted(CONJUNCTIONS[language]))
    return re.compile(rf"[,;:،؛.]\s(?:(?:{joined})\s)?|\s(?:{joined})\s")


UNSPACED = re.compile("[，；：、。](?=.)")

BORDERS: Mapping[Tag, re.Pattern[str]] = {tag: border(tag) for tag in LANGUAGES}

USUAL: Mapping[Tag, tuple[float, float]] = {
    "en": (0.4, 0.65),
    "fr": (0.6, 0.7),
    "zh": (0.4, 0.36),
    "ja": (0.6, 0.34),
}
"""
How many borders a translation has: so many, and so many for each of its source.

By least squares on translations by people, of our own news and of others'. Arabic
begins most clauses with one letter, written together with the word after it, so that
its clauses cannot be counted like this.
"""

MOST = 3.0
