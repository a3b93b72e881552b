"""
Writing a value as the newsroom of a language does: 1.2 trillion, 1,2 triliun, 1.2万亿.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, localcontext

from babel.numbers import format_decimal

from selaras.languages import LANGUAGES, Tag

Scale = tuple[int, str]

MILLION = 10**6
LONGEST = 120
"""
More digits than any number has that is read.
"""

FINEST = 3
"""
As many decimals as a reader takes in after a magnitude: 1.125 trillion.
"""


def write_number(value: Decimal, language: Tag, like: str = "") -> str:
    """
    A value in digits, with a magnitude in words where it is large and stays exact.

    ``like`` is a number of the same text: where it is written without a magnitude, and
    so large that it could have one, the value is written without one too.

    >>> write_number(Decimal("1200000000000"), "en")
    '1.2 trillion'
    >>> write_number(Decimal("1200000000000"), "id")
    '1,2 triliun'
    >>> write_number(Decimal("1200000000000"), "ja")
    '1兆2000億'
    >>> write_number(Decimal("1250000"), "en", like="2,000,000")
    '1,250,000'
    """
    plainly = is_plain(like) or value < 0
    with localcontext(prec=LONGEST):
        return in_digits(value, language) if plainly else WRITERS[language](value)


def in_digits(value: Decimal, language: Tag) -> str:
    """
    A value in the digits and marks of a language.

    Chinese and Japanese news group nothing; Arabic sites of our region write ASCII
    digits with American marks, and so do we.
    """
    exact = value.normalize()
    if language in UNGROUPED:
        return f"{exact:f}"
    return format_decimal(exact, format="#,##0.########", locale=LOCALES[language])


def is_plain(like: str) -> bool:
    """
    Whether a number is large and written without a magnitude.

    >>> is_plain("2,000,000"), is_plain("2 million"), is_plain("27")
    (True, False, False)
    """
    digits = sum(map(str.isdigit, like))
    return digits > len("999999") and not any(map(str.isalpha, like))


def by_thousands(language: Tag, scales: Sequence[Scale]) -> Callable[[Decimal], str]:
    """
    A writer for languages that count in thousands, millions, thousands of millions.
    """

    def write(value: Decimal) -> str:
        for factor, word in scales:
            counted = value / factor
            if counted >= 1 and is_short(counted):
                return f"{in_digits(counted, language)}{NBSP[language]}{word}"
        return in_digits(value, language)

    return write


def is_short(value: Decimal) -> bool:
    """
    Whether a value has no more decimals than a reader takes in.
    """
    return value == round(value, FINEST)


def in_french(value: Decimal) -> str:
    r"""
    A value in French, where a billion would be misread: mille milliards for a trillion.

    >>> in_french(Decimal("1200000000000")).replace(chr(0x202F), " ")
    '1 200\xa0milliards'
    """
    for factor, one, many in FRENCH:
        counted = value / factor
        if counted >= 1 and is_short(counted):
            word = one if counted < 2 else many
            return f"{in_digits(counted, 'fr')}{NBSP['fr']}{word}"
    return in_digits(value, "fr")


def in_arabic(value: Decimal) -> str:
    """
    A value in Arabic: three to ten of a magnitude take its plural.

    >>> in_arabic(Decimal("5000000")), in_arabic(Decimal("1200000000000"))
    ('5 ملايين', '1.2 تريليون')
    """
    for factor, one, few in ARABIC:
        counted = value / factor
        if counted >= 1 and is_short(counted):
            whole = counted == counted.to_integral_value()
            word = few if whole and 3 <= counted <= 10 else one
            return f"{in_digits(counted, 'ar')} {word}"
    return in_digits(value, "ar")


def in_chinese(value: Decimal) -> str:
    """
    A value in Chinese, with one magnitude and decimals: 1.2万亿, never 兆.

    >>> in_chinese(Decimal("1200000000000")), in_chinese(Decimal("175000"))
    ('1.2万亿', '17.5万')
    """
    for factor, word in CHINESE:
        counted = value / factor
        if counted >= 1 and is_short(counted):
            return f"{in_digits(counted, 'zh')}{word}"
    return in_digits(value, "zh")


def in_japanese(value: Decimal) -> str:
    """
    A value in Japanese, with all its magnitudes and no decimals: 1兆2000億.

    >>> in_japanese(Decimal("1200050000")), in_japanese(Decimal("1.5"))
    ('12億5万', '1.5')
    """
    if value != value.to_integral_value() or value < JAPANESE[-1][0]:
        return in_digits(value, "ja")
    rest = int(value)
    pieces = []
    for factor, word in JAPANESE:
        counted, rest = divmod(rest, factor)
        pieces += [f"{counted}{word}"] if counted else []
    return "".join(pieces) + (str(rest) if rest else "")


UNGROUPED: frozenset[Tag] = frozenset({"zh", "ja"})

LOCALES: Mapping[Tag, str] = {
    **{tag: language.locale for tag, language in LANGUAGES.items()},
    "ar": "en_US",
}

NBSP: Mapping[Tag, str] = {"id": " ", "en": " ", "fr": "\N{NO-BREAK SPACE}"}

FRENCH: Sequence[tuple[int, str, str]] = (
    (10**9, "milliard", "milliards"),
    (MILLION, "million", "millions"),
)

ARABIC: Sequence[tuple[int, str, str]] = (
    (10**12, "تريليون", "تريليونات"),
    (10**9, "مليار", "مليارات"),
    (MILLION, "مليون", "ملايين"),
)

CHINESE: Sequence[Scale] = ((10**12, "万亿"), (10**8, "亿"), (10**4, "万"))

JAPANESE: Sequence[Scale] = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))

WRITERS: Mapping[Tag, Callable[[Decimal], str]] = {
    "id": by_thousands(
        "id", ((10**12, "triliun"), (10**9, "miliar"), (MILLION, "juta"))
    ),
    "en": by_thousands(
        "en", ((10**12, "trillion"), (10**9, "billion"), (MILLION, "million"))
    ),
    "fr": in_french,
    "zh": in_chinese,
    "ja": in_japanese,
    "ar": in_arabic,
}
"""
How the newsroom of each language writes a large value.
"""
