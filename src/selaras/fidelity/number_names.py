"""
Numbers that are names, and count nothing: of dates, scores, articles and aircraft.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from selaras.fidelity.finding import Pair
from selaras.fidelity.number_demands import ONE_OF_UNIT, is_month_of_date
from selaras.languages import Tag
from selaras.terms import Translation, lexicon
from selaras.text.numbers import Number

Answers = Callable[[Number, Pair], bool]


def named_alone(
    wanted: Sequence[Number], offered: Sequence[Number], pair: Pair
) -> list[Number]:
    """
    The digits of dates, scores and articles that nothing of their kind serves.

    What counts elsewhere is no answer: a team is not the one of "1 Oktober", three
    factories are not the month of "(8/3)", and a second defeat is no February.
    """
    named = [(kind, one) for one in wanted if (kind := kind_of_name(one, pair.source))]
    if not named:
        return []
    named.sort(key=lambda one: STRICTEST.index(one[0]))
    answers = {kind: answers_by_value(kind, offered, pair) for kind, _ in named}
    taken: set[int] = set()
    alone = []
    for kind, number in named:
        there = first_free(number, answers[kind], taken)
        if there is not None:
            taken.add(there)
        elif not leads(number, pair):
            alone.append(number)
    return sorted(alone, key=lambda one: one.span)


def with_months(
    numbers: Sequence[Number], text: str, language: Tag
) -> tuple[Number, ...]:
    """
    Numbers of which those before 月 are months, as the words of other languages are.
    """
    if language not in MONTHS_AFTER or "月" not in text:
        return tuple(numbers)
    return tuple(
        replace(one, form="month")
        if one.value in MONTHS and MONTH.match(text, one.span.end)
        else one
        for one in numbers
    )


def answers_by_value(
    kind: str, offered: Sequence[Number], pair: Pair
) -> dict[Decimal, list[int]]:
    """
    By value, the places of the numbers that may stand for a kind of name.
    """
    places: dict[Decimal, list[int]] = {}
    for place, other in enumerate(offered):
        if ANSWERS[kind](other, pair):
            for reading in other.readings:
                places.setdefault(reading, []).append(place)
    return places


def first_free(
    number: Number, places: Mapping[Decimal, list[int]], taken: Collection[int]
) -> int | None:
    """
    The place of a number that has a value and answers for nothing yet.
    """
    return next(
        (
            place
            for value in number.readings
            for place in places.get(value, ())
            if place not in taken
        ),
        None,
    )


def leads(number: Number, pair: Pair) -> bool:
    """
    Whether "nomor 1" is said as the first of all: le leader, 领头羊.
    """
    leaders = LEADERS.get(pair.language)
    start = number.span.start
    if not leaders or number.value != ONE:
        return False
    ranked = NUMBER.search(pair.source, max(0, start - LONGEST_NAME), start)
    return ranked is not None and leaders.search(pair.target) is not None


def is_a_word_of_a_name(number: Number, pair: Pair) -> bool:
    """
    Whether a number word is a part of a name, which goes by its sound or its letters.

    >>> from selaras.text.numbers import read_numbers
    >>> pair = Pair(source="Satelit Nusantara Lima mengorbit.", language="ja",
    ...     target="衛星ヌサンタラ・リマが軌道に乗った。")
    >>> is_a_word_of_a_name(read_numbers(pair.source, "id")[0], pair)
    True
    """
    start, end = number.span.start, number.span.end
    if number.form != "words" or not pair.source[start].isupper():
        return False
    if any(
        found.span.start <= start
        and end < found.span.end
        and all(entry.kind in PLACES for entry in found.entries)
        for found in lexicon().find(pair.source)
    ):
        return True
    before = CAPITAL_BEFORE.search(pair.source, max(0, start - LONGEST), start)
    if before is None:
        return False
    name = f"{before[1]} {number.span.of(pair.source)}"
    translation = Translation(pair.target, pair.language)
    if translation.is_latin:
        return name in pair.target
    return translation.heard(name).score >= SURELY


def kind_of_name(number: Number, source: str) -> str:
    """
    What kind of name a number is, and nothing if it counts.

    >>> from selaras.text.numbers import read_numbers
    >>> [kind_of_name(one, "menang 4-1") for one in read_numbers("menang 4-1", "id")]
    ['score', 'score']
    """
    if number.form in KINDS_BY_FORM:
        return KINDS_BY_FORM[number.form]
    if number.form != "digits" or number.loose or number.ordinal:
        return ""
    start, end = number.span.start, number.span.end
    if SCORE.match(source, start) and falls(source, start):
        return "score"
    if ONE in number.readings and ONE_OF_UNIT.match(source, start):
        return "unit"
    if len(number.readings) > 1:
        return ""
    if IN_A_SCORE.search(source, max(0, start - LONGEST_NAME), start):
        return "score"
    if NAMED.search(source, max(0, start - LONGEST_NAME), start):
        return "article"
    if number.value == ONE and A_NAME.search(source, max(0, start - LONGEST), start):
        return "article"
    if number.value == ONE:
        return "" if COUNTED.match(source, end) else "article"
    return "article" if is_month_of_date(number, source) else ""


def falls(source: str, start: int) -> bool:
    """
    Whether the first of two joined numbers is no less: 4-1 is a score, 1-4 a range.
    """
    found = SCORE.match(source, start)
    return found is not None and int(found[1]) >= int(found[2])


def is_no_count(number: Number, _pair: Pair) -> bool:
    """
    Whether a number may name: no article and no count in words does.
    """
    counts = number.form in {"article", "words"} and not number.ordinal
    return not counts


def is_in_a_score(number: Number, pair: Pair) -> bool:
    """
    Whether a number may be one of a score: in digits, or in joined words: 二比一.
    """
    if number.ordinal or number.form not in {"digits", "words"}:
        return False
    start, end = number.span.start, number.span.end
    return (
        number.form == "digits"
        or VERSUS_AFTER.match(pair.target, end) is not None
        or VERSUS.search(pair.target, max(0, start - LONGEST_NAME), start) is not None
    )


def is_a_month(number: Number, pair: Pair) -> bool:
    """
    Whether a number of a translation may be a month: 2月 is one, and 2度 is none.
    """
    if number.form == "month":
        return True
    before_month = MONTHS_AFTER.get(pair.language)
    start, end = number.span.start, number.span.end
    if before_month is None:
        return number.form == "digits" or is_no_count(number, pair)
    slashed = "/" in (pair.target[start - 1 : start], pair.target[end : end + 1])
    return slashed or before_month.match(pair.target, end) is not None


def is_of_a_unit(number: Number, pair: Pair) -> bool:
    """
    Whether a one may be that of a unit: a word for it is where the unit follows.
    """
    units = UNITS_AFTER.get(pair.language)
    if units is None or number.form not in {"article", "words"}:
        return True
    return units.match(pair.target, number.span.end) is not None


def is_in_a_name(number: Number, _pair: Pair) -> bool:
    """
    Whether a number may be the one of a code: no article is, no dual and no "both".
    """
    if number.form == "article":
        return False
    return not number.ordinal or number.value == ONE or number.form != "words"


ANSWERS: Mapping[str, Answers] = {
    "month": is_a_month,
    "score": is_in_a_score,
    "article": is_no_count,
    "unit": is_of_a_unit,
    "code": is_in_a_name,
}
"""
By kind of name, what number of a translation may stand for it.
"""

STRICTEST = ("month", "score", "code", "article", "unit")
"""
The kinds of names, those first that take the fewest answers.
"""

KINDS_BY_FORM: Mapping[str, str] = {"month": "month", "code": "code"}

ONE = Decimal(1)
MONTHS = frozenset(map(Decimal, range(1, 13)))
MONTH = re.compile(r" ?月")

LONGEST_NAME = 12

NAMED = re.compile(r"(?:[Pp]asal|ayat \(|huruf|angka|[Nn]omor|[Nn]o\.|urut|[-–:/]) ?\Z")
LONGEST = 20
SURELY = 90.0
PLACES = frozenset({"place", "regency", "city", "region", "island", "road"})

CAPITAL_BEFORE = re.compile(r"\b([A-Z][a-z]{3,}) $")
A_NAME = re.compile(r"[a-z,] (?!Januari|Februari|Maret)[A-Z][a-z]{3,} \Z")
"""
A name right before a number, which is a part of it: Voyager 1.
"""

NUMBER = re.compile(r"\b[Nn]omor \Z")
IN_A_SCORE = re.compile(r"\d ?[-–:&] ?\Z|[A-Z]{2}\+\Z")
SCORE = re.compile(r"(\d{1,2})[-–:&](\d{1,2})(?![\d.,%/-]|\s?\w*[°%])")

VERSUS_WORD = (
    r"(?:[-–:：比対]|[ \u00a0](?:to|all|nil|up|and|à|contre|et|partout|مقابل|ل|و)\b)"
)
VERSUS_AFTER = re.compile(VERSUS_WORD)
VERSUS = re.compile(rf"{VERSUS_WORD}[ \u00a0]?\Z")
"""
What joins the two numbers of a score.
"""

JOINED = r"(?:atau|dan|sampai|hingga|s\.d\.)"
COUNTED = re.compile(rf"(?: {JOINED} \d+|[-–]\d+)?+ ?(?!{JOINED} \d)[a-z%]")

MONTHS_AFTER: Mapping[Tag, re.Pattern[str]] = {
    "ja": re.compile(r"[\d\s～〜~\-–—、・と]*月|\s?(?:カ国|四半期)"),
    "zh": re.compile(r"[\d\s～〜~\-–—、至到和及]*月|\s?季度"),
}
"""
What follows the number of a month where months have no names, or that of a quarter.
"""

UNITS_AFTER: Mapping[Tag, re.Pattern[str]] = {
    "fr": re.compile(
        r"[ \u00a0](?:seule? |bonne |petite? )?(?:seconde|minute|heure|jour|semaine"
        r"|quinzaine|mois|an|mile|mille|mètre|kilomètre|km|kilo|kg|tonne|litre|degré|point"
        r"|once|livre|pied|pouce|yard|gallon|baril|hectare|demi)"
    ),
    "zh": re.compile(
        r"个?(?:秒|分|半?小时|钟头|刻|天|日|晚|夜|周|星期|礼拜|月|年|英里|英尺|英寸|英亩"
        r"|[公千]?米|[厘毫]米|公里|里|公?斤|[千毫]?克|[公]?吨|[公毫]?升|度|点|分|盎司|磅|码"
        r"|加仑|桶|公?顷)"
    ),
}
"""
What follows a word that counts one of a unit.
"""

LEADERS: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:leader|leading|top|best)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(?:leader|premier|première|tête)\b", re.IGNORECASE),
    "zh": re.compile("领头|领先|领跑|榜首|头号|冠军|第一"),
    "ja": re.compile("首位|トップ|リーダー|世界一|筆頭"),
    "ar": re.compile("الصدارة|صدارة|الرائدة?|رائدة?|الأولى?"),
}
"""
What is said of whoever is number one.
"""
