"""
Which numbers of a translation have no place in it, since nothing of the source says so.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from selaras.fidelity.finding import Pair
from selaras.fidelity.number_demands import is_known
from selaras.fidelity.quantity_pairs import MANY, agree, quantities_of
from selaras.languages import Tag
from selaras.text.numbers import Number


def is_invented(number: Number, source: Sequence[Number], pair: Pair) -> bool:
    """
    Whether a number that replaces nothing has no place in a translation.

    Words are no proof ("a dozen"), nor is a one ("1キロ" is "per kilogram"), nor what
    the source does say, though less often, nor who is counted: "they" are 2人.
    """
    if not is_in_digits(number, pair.target):
        return False
    if number.value == ONE or is_known(number, source):
        return False
    return number.form == "month" or not counts(number, pair)


def is_in_digits(number: Number, text: str) -> bool:
    """
    Whether a number is written in digits, be it the month of 7月.
    """
    month = number.form == "month" and text[number.span.start].isdecimal()
    return number.form == "digits" or month


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


def is_another_period(number: Number, pair: Pair) -> bool:
    """
    Whether a number counts years where the source has one, in a word: 取り消して4年.

    The number may be known, but of other things: "setahun setelah izin empat pabrik".
    Of two that are the same, either may be the one that is too many.

    >>> from selaras.text.numbers import read_numbers
    >>> pair = Pair(source="Setahun setelah empat pabrik tutup", language="ja",
    ...     target="4工場が閉鎖されて4年")
    >>> [is_another_period(one, pair) for one in read_numbers(pair.target, "ja")]
    [True, True]
    """
    counted = quantities_of(pair.target, pair.language).items[:MANY]
    units = [one.unit for one in counted if one.unit and agree(one.number, number)]
    names = frozenset(name for unit in units for name in unit.names if name in PERIODS)
    if not any(PERIODS[name].search(pair.source) for name in names):
        return False
    source = quantities_of(pair.source, pair.source_language).items[:MANY]
    alike = [one for one in counted if one.unit and one.unit.names & names]
    return not any(one.number.value == ONE for one in alike) and not any(
        one.unit and one.unit.names & names and agree(one.number, number)
        for one in source
    )


def small_invention(
    source: Sequence[Number], target: Sequence[Number], pair: Pair
) -> Number | None:
    """
    A one or a two that counts something where no word of the source says either.

    Most words for them stand for other things as well; those of the table seldom do.
    """
    row = SMALL.get(pair.language)
    if row is None:
        return None
    value, there, said = row
    if there.search(pair.target) is None:
        return None
    if value in {reading for one in source for reading in one.readings}:
        return None
    if said.search(pair.source):
        return None
    return next(
        (
            one
            for one in target
            if one.value == value
            and not one.ordinal
            and there.match(pair.target, one.span.start)
        ),
        None,
    )


def counts(number: Number, pair: Pair) -> bool:
    """
    Whether a small number may count what the source lists: "the three" are AF, TS, GH.
    """
    if number.value > MOST_LISTED or number.value % 1 or is_a_part(number, pair):
        return False
    source = pair.source
    if number.value == TWO:
        people = PEOPLE.match(pair.target, number.span.end)
        return bool(people and TWO_OF_THEM.search(source))
    if number.ordinal or not is_a_group(number, pair):
        return False
    if number.value > TWO and are_two(pair):
        return False
    listed = sum(1 for _ in LISTED.finditer(source)) + 1
    named = "mereka" in source.lower()
    return named or number.value <= listed


def are_two(pair: Pair) -> bool:
    """
    Whether a sentence begins with "Kedua", of whom a translation has no two.

    >>> are_two(Pair(source="Kedua kurir, suami istri, pulang.",
    ...     target="The three couriers, a married couple, left.", language="en"))
    True
    """
    there = TWO_THERE.get(pair.language)
    return bool(there and BOTH_OF.match(pair.source) and not there.search(pair.target))


def is_a_part(number: Number, pair: Pair) -> bool:
    """
    Whether a number says how many of those that were named: 4人のうち2人.
    """
    part = OF_THEM.get(pair.language)
    start = number.span.start
    before = max(0, start - LONGEST_WORDS)
    return part is not None and part.search(pair.target, before, start) is not None


def is_a_group(number: Number, pair: Pair) -> bool:
    """
    Whether a number tells how many were named: "the three", ces trois, 三人, الثلاثة.
    """
    before, after = GROUPS[pair.language]
    start, end = number.span.start, number.span.end
    known = before.search(pair.target, max(0, start - LONGEST_WORDS), start)
    return known is not None or after.match(pair.target, end) is not None


PERIODS: Mapping[str, re.Pattern[str]] = {
    "minute": re.compile(r"(?i)\bsemenit\b"),
    "hour": re.compile(r"(?i)\bsejam\b"),
    "day": re.compile(r"(?i)\bsehari\b"),
    "week": re.compile(r"(?i)\bse(?:pekan|minggu)\b"),
    "month": re.compile(r"(?i)\bsebulan\b"),
    "year": re.compile(r"(?i)\bsetahun\b"),
}
"""
A single one of a unit of time, in one word.
"""

BOTH_OF = re.compile(r"Kedua(?:nya)? (?!kali)")
TWO_THERE: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:two|both|second|pair|either|neither)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:deux|seconde?|paire)\b", re.IGNORECASE),
    "zh": re.compile("[两二2双俩]"),
    "ja": re.compile("[二2双両]|ふた"),
}
"""
What says two where "kedua" does.
"""

ONE, TWO = Decimal(1), Decimal(2)
HUNDRED = Decimal(100)
NO_COUNT = frozenset({"لست"})
"""
"I am not" is written like "for six".
"""

MOST_LISTED = 6

COUNTED_THERE: Mapping[Tag, re.Pattern[str]] = {
    "zh": re.compile("[个名人天年次艘辆架所座家件条项只头位岁倍]"),
    "ja": re.compile("[人名つ台件軒棟社頭匹隻枚個本回度年倍]|日(?!月)"),
}
"""
What follows a Chinese number that counts something.
"""

SMALL: Mapping[Tag, tuple[Decimal, re.Pattern[str], re.Pattern[str]]] = {
    "zh": (
        TWO,
        re.compile("两[个名位人次艘辆架座家件条项只头种]"),
        re.compile(
            r"dua|ganda|pasang|du[oe]|kembar|saling|setengah|sama lain|antar|bersama"
            r"|\b(?:mereka|II)\b|(?<!,) (?:dan|serta|atau|and) ",
            re.IGNORECASE,
        ),
    ),
    "ja": (
        ONE,
        re.compile("[1１一][人名]"),
        re.compile(
            r"\b(?:satu\w*|se\w{2,}|masing\w*|tiap\w*|per|lain\w*|pertama\w*|tunggal"
            r"|I)\b|\bse-|berdu\w+",
            re.IGNORECASE,
        ),
    ),
}
"""
By language, a small number, how it counts there, and what may say so in a source.
"""

GROUPS: Mapping[Tag, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "id": (re.compile(r"(?i:\bke-?)\Z"), re.compile(r"(?!)")),
    "en": (
        re.compile(r"(?i:\b(?:the|these|those|all|its|their|other|of) )\Z"),
        re.compile(r" (?:of|people|men|women|suspects|countries)\b"),
    ),
    "fr": (
        re.compile(r"(?i:\b(?:les|ces|des|aux|ses|leurs|tous|toutes|autres) )\Z"),
        re.compile(r" (?:d['’]entre|personnes|hommes|femmes|suspects|pays)\b"),
    ),
    "zh": (
        re.compile(r"[这那该]\Z"),
        re.compile("[人名者位省州县市]|个国|国|方|地|大"),
    ),
    "ja": (
        re.compile(r"(?!)"),
        re.compile("[人名者社州県市町村]|[つカか]の?国|カ国|か国|者|つの"),
    ),
    "ar": (re.compile(r"\bهؤلاء \Z"), re.compile("(?!)")),
}
"""
What stands before or after the number of those that were named one by one.
"""

LONGEST_WORDS = 12

OF_THEM: Mapping[Tag, re.Pattern[str]] = {
    "zh": re.compile(r"[其当]中的?\Z"),
    "ja": re.compile(r"うち[、の]?\Z"),
}
"""
What stands before a part of those that were named.
"""

LISTED = re.compile(r", | dan (?!(?:di|ter|ber|me[mnlrwy])[a-z]{3}|telah |akan |kini )")
"""
What joins the items of a list: no verb is one.
"""

PEOPLE = re.compile(r"[人名者位]|つの国")

TWO_OF_THEM = re.compile(
    r"\b(?:mereka|pasangan|ganda|duo|berdua|kembar|suami|ber?tanding|duel|saling)\b",
    re.IGNORECASE,
)
