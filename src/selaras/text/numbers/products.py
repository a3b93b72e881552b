"""
Days that are counted by their hours: "3 x 24 jam" are 72.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from selaras.languages import Tag
from selaras.text.numbers.neighbours import with_neighbours
from selaras.text.numbers.number import A_DAY, Number
from selaras.text.spans import Span

LONGEST = 8
DIGITS = re.compile("24")

TIMES: Mapping[Tag, tuple[re.Pattern[str], re.Pattern[str]]] = {
    tag: (re.compile(between), re.compile(after))
    for tag, (between, after) in {
        "id": (r"\s?[xX×]\s?|\skali\s", r"jam\b"),
        "en": (r"\s?[xX×]\s?|\stimes\s", r"(?:hour|minute|second|day|week)s?\b"),
        "fr": (
            r"\s?[xX×]\s?|\sfois\s",
            r"(?:h|(?:heure|minute|seconde|jour|semaine)s?)\b",
        ),
        "zh": (r"\s?[xX×乘]\s?|个", "个?小时|分钟|天|周|秒"),
        "ja": (r"\s?[xX×]\s?", "時間|分間?|日間?|週間|秒間?"),
        "ar": (
            r"\s?[xX×]\s?|\s(?:في|مرات)\s",
            "ساع|دقيق|دقائق|ثاني|ثوان|يوم|أيام|أسبوع",
        ),
    }.items()
}
"""
By language, what stands between the days and their 24 hours, and what follows. Other
units are read in the same way, so that one that is wrong is seen beside the product.
"""


def with_products(
    text: str, numbers: Sequence[Number], language: Tag
) -> tuple[Number, ...]:
    """
    Numbers of which so many times 24 hours are one, with the value of all hours.

    >>> from selaras.text.numbers import read_numbers
    >>> [one.value for one in read_numbers("paling lambat 3 x 24 jam", "id")]
    [Decimal('72')]
    """
    if all(one.value != A_DAY for one in numbers):
        return tuple(numbers)
    return tuple(multiplied(text, numbers, language))


def multiplied(text: str, numbers: Sequence[Number], language: Tag) -> Iterator[Number]:
    """
    The numbers, and for each factor with its 24 hours their product.
    """
    for before, number, following in with_neighbours(numbers):
        if following and is_factor(text, number, following, language):
            digits = DIGITS.match(text, following.span.start)
            end = digits.end() if digits else following.span.end
            span = Span(number.span.start, end)
            hours: tuple[Decimal, ...] = (number.value * A_DAY,)
            yield replace(following, span=span, readings=hours, loose=False)
        elif not (before and is_factor(text, before, number, language)):
            yield number


def is_factor(text: str, number: Number, hours: Number, language: Tag) -> bool:
    """
    Whether a number says how many times 24 hours there are.
    """
    between, after = TIMES[language]
    return (
        hours.value == A_DAY
        and not number.ordinal
        and between.fullmatch(text, number.span.end, hours.span.start) is not None
        and after.search(text, hours.span.start, hours.span.end + LONGEST) is not None
    )
