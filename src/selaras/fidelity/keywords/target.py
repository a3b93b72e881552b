"""
A translation as it is searched for renderings: small, without accents or signs.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from selaras.fidelity.dictionary.stems import ARABIC_FORMS, plain
from selaras.languages import LANGUAGES, Tag


@lru_cache(maxsize=256)
def readable(text: str, language: Tag) -> str:
    """
    A text in which a rendering can be found as a string.

    >>> readable("L'Évêque, au cœur de Lyon", "fr")
    ' l eveque au coeur de lyon '
    >>> readable("AIチップ", "ja")
    'aiチップ'
    """
    if LANGUAGES[language].script == "Latin":
        letters = plain(text.translate(LIGATURES))
        return f" {NO_LETTERS.sub(' ', letters).strip()} "
    return text.lower().translate(FORMS.get(language, {}))


LIGATURES: Mapping[int, str] = {ord("œ"): "oe", ord("Œ"): "oe", ord("æ"): "ae"} | {
    ord(sign): " " for sign in "’‘“”–—…«»\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
}
"""
What would be left out with the accents, and must not be.
"""

NO_LETTERS = re.compile("[^a-z0-9]+")

FORMS: Mapping[Tag, Mapping[int, str | None]] = {"ar": ARABIC_FORMS}
