"""
The readings of facts in words: what the core writes for programs, as people write it.
"""

import re
from collections.abc import Mapping

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.formats import get_format
from django.utils.translation import gettext as _

NUMBER = re.compile(r"(-?)(\d+)(?:\.(\d+))?")
PART = re.compile(r"([a-z_]+):([^\s:()]+)")
GROUP = "\N{NARROW NO-BREAK SPACE}"
LONGEST = 40
"""
Digits of the longest number that is parted into groups.
"""


def reading_said(reading: str) -> str:
    """
    A reading as it is shown; as it is, if there are no words for it.

    >>> reading_said("IDR")
    'IDR'
    """
    if match := NUMBER.fullmatch(reading):
        return number_said(match)
    parts = reading.split(" ")
    found = [match for part in parts if (match := PART.fullmatch(part))]
    if len(found) != len(parts):
        return reading
    return parts_said({match[1]: match[2] for match in found}) or reading


def choice_said(reading: str) -> str:
    """
    One of several readings: of a number it is said too whether it is a whole one.
    """
    match = NUMBER.fullmatch(reading)
    if not match:
        return reading_said(reading)
    number = {"number": number_said(match)}
    if match[3]:
        return _("%(number)s, with decimals") % number
    return _("%(number)s, a whole number") % number


def number_said(match: re.Match[str]) -> str:
    """
    A number in a form that nobody reads otherwise: its groups are parted by spaces.
    """
    sign, whole, decimals = match.groups()
    if len(whole) <= LONGEST:
        whole = f"{int(whole):,}".replace(",", GROUP)
    mark = get_format("DECIMAL_SEPARATOR") if decimals else ""
    return f"{sign}{whole}{mark}{decimals or ''}"


def parts_said(parts: Mapping[str, str]) -> str:
    """
    What is made of named parts, such as a date; each part without a word is its value.
    """
    words = [
        weekday_said(parts),
        date_said(parts),
        clock_said(parts),
        *(reading_said(value) for name, value in parts.items() if name not in OF_TIME),
    ]
    return " ".join(word for word in words if word)


OF_TIME = frozenset({"weekday", "day", "month", "year", "minutes", "zone", "hijri"})


def weekday_said(parts: Mapping[str, str]) -> str:
    """
    The name of a weekday, if one is said.
    """
    number = whole(parts, "weekday")
    return str(WEEKDAYS[number]) if number in WEEKDAYS else ""


def date_said(parts: Mapping[str, str]) -> str:
    """
    Day, month and year, as far as they are said; no name for a month of another moon.
    """
    month = whole(parts, "month")
    is_ours = month in MONTHS and "hijri" not in parts
    named = str(MONTHS[month]) if is_ours else parts.get("month", "")
    return " ".join(filter(None, (parts.get("day"), named, parts.get("year"))))


def clock_said(parts: Mapping[str, str]) -> str:
    """
    A time of the day and how far its clocks are ahead, as far as they are said.
    """
    minutes, zone = whole(parts, "minutes"), whole(parts, "zone")
    clock = "" if minutes < 0 else f"{minutes // 60:02}:{minutes % 60:02}"
    ahead = f"UTC{zone / 60:+g}" if "zone" in parts else ""
    return " ".join(filter(None, (clock, ahead)))


def whole(parts: Mapping[str, str], name: str) -> int:
    """
    A part that is a number; less than nothing if it is not said.
    """
    value = parts.get(name, "")
    return int(value) if re.fullmatch(r"-?\d{1,6}", value) else -1
