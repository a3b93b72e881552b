"""
How a value is written that is put into a translation by rule.
"""

import re
from functools import cache

from babel.dates import get_month_names

from selaras.languages import LANGUAGES, Tag
from selaras.text.numbers import Number
from selaras.text.quantities.writing import write_number


def put_number(text: str, place: tuple[int, int], number: Number, language: Tag) -> str:
    r"""
    A text with a number in the place of another.

    A sign of percent there stays, and so does a letter that may be a unit: the 13 m of
    13 m/s are no millions.

    >>> from selaras.text.numbers import read_numbers
    >>> [wanted] = read_numbers("Rp1,2 triliun", "id")
    >>> put_number("1,2 million de roupies", (0, 11), wanted, "fr")
    '1\u202f200\xa0milliards de roupies'
    >>> put_number("1200 roupies", (0, 4), wanted, "fr")
    '1\u202f200\xa0milliards de roupies'
    """
    old, after = text[slice(*place)], text[place[1] :]
    share = PERCENT.search(old) or UNIT.search(old)
    new = written(number, old, language)
    if language == "fr":
        after = with_de(new, after)
    return text[: place[0]] + new + (share[0] if share else "") + after


def written(number: Number, old: str, language: Tag) -> str:
    """
    A number of the original as the language writes it: a year without group marks.
    """
    if is_year(number):
        return str(int(number.value))
    return write_number(number.value, language, like=old)


def is_year(number: Number) -> bool:
    """
    Whether a number is written as years are: four digits without a mark.
    """
    value = number.value
    is_whole = value == value.to_integral_value()
    return is_whole and len(number.span) == YEAR and 1000 <= value < 10000


def with_de(number: str, after: str) -> str:
    """
    What follows a French number, with the "de" that a noun of magnitude asks for.
    """
    noun = DE.match(after)
    words = after[noun.end() :] if noun else after
    if not number.endswith(FRENCH_NOUNS) or not WORD.match(after):
        return after if noun is None or number.endswith(FRENCH_NOUNS) else f" {words}"
    return after if noun else f" de{after}"


@cache
def month_name(month: int, language: Tag) -> str:
    """
    The name of a month inside a date.

    >>> month_name(12, "en"), month_name(8, "fr"), month_name(5, "zh")
    ('December', 'août', '五月')
    """
    names = get_month_names("wide", "format", LANGUAGES[language].locale)
    return str(names[month])


YEAR = 4
UNIT = re.compile(r"(?<=\d)\s?[mk]$")
PERCENT = re.compile(r"\s*(?:%|٪|per ?cent|pour cent|パーセント|في المئة|بالمئة)$")
FRENCH_NOUNS = ("million", "millions", "milliard", "milliards")
DE = re.compile(r"\s+d(?:e\s+|['’])")
WORD = re.compile(r"\s+\w")
