"""
Which numbers of a translation have no place in it, since nothing of the source says so.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from selaras.fidelity.finding import Pair
from selaras.fidelity.number_demands import is_known
from selaras.languages import Tag
from selaras.text.numbers import Number


def is_invented(number: Number, source: Sequence[Number], pair: Pair) -> bool:
    """
    Whether a number that replaces nothing has no place in a translation.

    Words are no proof ("a dozen"), nor is a one ("1キロ" is "per kilogram"), nor what
    the source does say, though less often, nor who is counted: "they" are 2人.
    """
    if number.form != "digits" or number.value == ONE or is_known(number, source):
        return False
    return not counts(number, pair)


def is_doubtful(number: Number, source: Sequence[Number], pair: Pair) -> bool:
    """
    Whether a number in words from three to a hundred has no place in a translation.

    In Chinese and Japanese it must count something: 三角 and 十分 are words.
    """
    counted = COUNTED_THERE.get(pair.language)
    word = number.span.of(pair.target).lower()
    if word in NO_COUNT or word in pair.source.lower():
        return False
    return (
        number.form == "words"
        and not number.ordinal
        and number.value % 1 == 0
        and TWO < min(number.readings) < HUNDRED
        and (counted is None or bool(counted.match(pair.target, number.span.end)))
        and not is_known(number, source)
        and not counts(number, pair)
    )


def counts(number: Number, pair: Pair) -> bool:
    """
    Whether a small number may count what the source lists: "the three" are AF, TS, GH.
    """
    if number.value > MOST_LISTED or number.value % 1:
        return False
    source = pair.source
    if number.value == TWO:
        people = PEOPLE.match(pair.target, number.span.end)
        return bool(people and TWO_OF_THEM.search(source))
    listed = source.count(", ") + source.count(" dan ") + 1
    named = "mereka" in source.lower()
    return named or number.value <= listed


ONE, TWO = Decimal(1), Decimal(2)
HUNDRED = Decimal(100)
NO_COUNT = frozenset({"لست"})
"""
"I am not" is written like "for six".
"""

MOST_LISTED = 6

COUNTED_THERE: Mapping[Tag, re.Pattern[str]] = {
    "zh": re.compile("[个名人天年次艘辆架所座家件条项只头位岁倍]"),
    "ja": re.compile("[人名つ台件軒棟社頭匹隻枚個本回度年日倍]"),
}
"""
What follows a Chinese number that counts something.
"""

PEOPLE = re.compile(r"[人名者位]|つの国")

TWO_OF_THEM = re.compile(
    r"\b(?:mereka|pasangan|ganda|duo|berdua|kembar|suami|ber?tanding|duel|saling)\b",
    re.IGNORECASE,
)
