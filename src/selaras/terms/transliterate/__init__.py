"""
Writing an unknown Indonesian name in another script, one module for each script.
"""

from collections.abc import Callable, Mapping

from selaras.languages import Tag
from selaras.terms.transliterate.arabic import to_arabic
from selaras.terms.transliterate.hanzi import to_hanzi
from selaras.terms.transliterate.katakana import to_katakana

__all__ = ["TRANSLITERATE", "to_arabic", "to_hanzi", "to_katakana", "transliterated"]

TRANSLITERATE: Mapping[Tag, Callable[[str], str]] = {
    "zh": to_hanzi,
    "ja": to_katakana,
    "ar": to_arabic,
}


def transliterated(name: str, language: Tag) -> str:
    """
    A name in the script of a language; where that is Latin, the name itself.

    >>> transliterated("Retnowati", "ja"), transliterated("Retnowati", "fr")
    ('レトノワティ', 'Retnowati')
    """
    write = TRANSLITERATE.get(language)
    return write(name) if write else name
