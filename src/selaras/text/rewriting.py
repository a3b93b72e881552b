"""
Numbers of an Indonesian text without words, in the form of another language.
"""

import re

from selaras.languages import Tag

NUMBER = re.compile(
    r"""
    (?<![\w.,/:]) (?<!\w[+-]) (?<!\)[ -]) (?<!\+\d\d[ ])  # not inside a longer thing
    (?: (?!0)\d{1,3}(?:\.\d{3})+(?:,\d+)?               # grouped
      | (?:0|[1-9]\d*),\d+ )                            # decimal
    (?![\w/:]|[.,-]\d)
    """,
    re.VERBOSE,
)

OCTET = r"(?:25[0-5]|2[0-4]\d|1?\d?\d)"
ADDRESS = re.compile(rf"{OCTET}(?:\.{OCTET}){{3}}")

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
    r"""
    Write grouped and decimal numbers as the language does; leave all else alone.

    For text that no engine translates: a table's "1.250,5" would be one and a quarter
    in English. A clock, a date, a score, a telephone number or an address of the
    internet is not such a number. The length of the text stays the same.

    >>> rewrite_numbers("1.250,5", "en"), rewrite_numbers("63,4%", "zh")
    ('1,250.5', '63.4%')
    >>> rewrite_numbers("2.000.000", "fr")
    '2\u202f000\u202f000'
    >>> rewrite_numbers("10.30, 7.12.2021, 2-1, (021) 555.123, 10.0.100.200", "en")
    '10.30, 7.12.2021, 2-1, (021) 555.123, 10.0.100.200'
    """
    if language not in SEPARATORS:
        return text
    group, decimal = SEPARATORS[language]
    swapped = str.maketrans({".": group, ",": decimal})
    return NUMBER.sub(
        lambda number: (
            number[0] if ADDRESS.fullmatch(number[0]) else number[0].translate(swapped)
        ),
        text,
    )
