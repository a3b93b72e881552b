"""
Numbers of an Indonesian text without words, in the form of another language.
"""

import re

from selaras.languages import Tag

GROUPED = re.compile(r"(?<![\w.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\w]|[.,]\d)")
DECIMAL = re.compile(r"(?<![\w.,])\d+,\d+(?![\w]|[.,]\d)")
NUMBER = re.compile(f"{GROUPED.pattern}|{DECIMAL.pattern}")

NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"

SEPARATORS: dict[Tag, tuple[str, str]] = {
    "en": (",", "."),
    "zh": (",", "."),
    "ja": (",", "."),
    "ar": (",", "."),
    "fr": (NARROW_SPACE, ","),
}
"""
What parts groups of three digits, and what begins the decimals (CLDR).
"""


def rewrite_numbers(text: str, language: Tag) -> str:
    """
    Write grouped and decimal numbers as the language does; leave all else alone.

    For text that no engine translates: a table's "1.250,5" would be one and a quarter
    in English. A clock, a date or a score is not such a number.

    >>> rewrite_numbers("1.250,5", "en"), rewrite_numbers("63,4%", "zh")
    ('1,250.5', '63.4%')
    >>> rewrite_numbers("2.000.000", "fr")
    '2\\u202f000\\u202f000'
    >>> rewrite_numbers("10.30, 7.12.2021, 2-1", "en")
    '10.30, 7.12.2021, 2-1'
    """
    if language not in SEPARATORS:
        return text
    group, decimal = SEPARATORS[language]
    swapped = str.maketrans({".": group, ",": decimal})
    return NUMBER.sub(lambda number: number[0].translate(swapped), text)
