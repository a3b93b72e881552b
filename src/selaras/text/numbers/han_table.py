"""
How a language that counts in ten thousands writes numbers, as a table.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from selaras.text.numbers.number import Readings


@dataclass(frozen=True, slots=True, kw_only=True)
class HanTable:
    """
    How a language that counts in ten thousands writes numbers.

    * ``magnitudes`` give each sign its values, the likeliest first: 兆 has two in
      Chinese.
    * ``counters`` follow a numeral that is a number, and not a piece of a name.
    * ``vague`` before 十 or 百 makes it no number: 数百人. ``never`` before a numeral
      makes it something else: 星期三; but ``so_often`` after it counts: 每周三次.
    * ``prefixes`` are signs that belong to a unit: 兆瓦 is a megawatt.
    * ``discount`` says what remains to be paid: 八折 is twenty percent off.
    * ``weekday`` follows a day whose month goes unsaid: 4日（木）.
    * ``unhalved`` are words with a 半 that halve nothing: 半径, 半导体.
    * ``digits`` are numbers wherever they stand, but for the ``names`` they begin.
    * ``tenths`` is what 3割 counts; ``over`` stands between the parts of a fraction.
    * ``half_gap`` stands between a number and the half that belongs to it: 两年半.
      A ``half_hour`` between them makes a clock of both: 五点半.
    * ``evening`` is what makes 7時 mean 19, be it said of the clock before it and
      ``clocks`` between: 午後7時と9時半. At ``midnight`` the dial shows 12.
    * Where a numeral ``falls``, no magnitude follows a smaller one: 75万8000億 is none.
    * After a ``second_half`` the minutes of a match are counted from there.
    """

    magnitudes: Mapping[str, Readings]
    counters: str
    vague: str
    never: tuple[str, ...] = ()
    so_often: str = "(?!)"
    digits: str = ""
    unhalved: str = "(?!)"
    names: re.Pattern[str] = re.compile("(?!)")
    tenths: str = "(?!)"
    over: str
    percent: str
    hour: str
    evening: frozenset[str]
    morning: frozenset[str]
    midnight: frozenset[str] = frozenset()
    ranges: str
    half_gap: str = r"(?!)"
    half_hour: str = r"(?!)"
    clocks: str = r"(?!)"
    second_half: str = r"(?!)"
    half_minutes: int = 45
    falls: bool = False
    words: Mapping[str, Readings]
    prefixes: str = "(?!)"
    discount: str = "(?!)"
    weekday: str = "(?!)"
