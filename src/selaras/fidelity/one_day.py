"""
The 24 hours of a single day, which most languages say as one day.
"""

import re
from collections.abc import Mapping

from selaras.fidelity.finding import Pair
from selaras.languages import Tag
from selaras.text.numbers import Number


def is_one_day(number: Number, pair: Pair) -> bool:
    """
    Whether "1x24 jam" is said as one day.

    >>> from selaras.text.numbers import read_numbers
    >>> pair = Pair(source="wajib lapor 1 x 24 jam", language="en",
    ...     target="must report within a day")
    >>> [is_one_day(one, pair) for one in read_numbers(pair.source, "id")]
    [True]
    """
    once = ONE_DAY.fullmatch(pair.source, number.span.start, number.span.end)
    return (
        once is not None
        and ONE_DAY_THERE[pair.language].search(pair.target) is not None
    )


ONE_DAY = re.compile(r"1 ?[xX×] ?24")
ONE_DAY_THERE: Mapping[Tag, re.Pattern[str]] = {
    "id": re.compile(r"\b(?:sehari|satu hari)\b", re.IGNORECASE),
    "en": re.compile(r"\b(?:a|one|same) (?:full )?day\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:un|le) jour\b|\bune journée\b", re.IGNORECASE),
    "zh": re.compile("[一1](?:个昼夜|昼夜|[天日])|当天"),
    "ja": re.compile("[一1１]日以内|丸[一1１]日|1昼夜|一昼夜"),
    "ar": re.compile(r"(?<!\w)يوم(?:ا)? (?:واحد|كامل)"),
}
"""
By language, what is said for the 24 hours of a single day.
"""
