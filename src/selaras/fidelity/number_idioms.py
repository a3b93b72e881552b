"""
Numbers that a good translation says without a number.

Each row was met in news that people translated. A row makes the check of numbers blind
to one error, so that it is here only where the idiom is the usual one.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from selaras.fidelity.finding import Pair
from selaras.fidelity.number_explained import DOUBLED
from selaras.fidelity.quantity_pairs import numbers_of
from selaras.languages import Tag
from selaras.text.numbers import Number
from selaras.text.spans import Span


def without_idioms(
    numbers: Sequence[Number], source: str, target: str, language: Tag
) -> list[Number]:
    """
    The numbers of the source that a target does not say in words that are no number.

    "Pukul 12.00" is noon, "24 jam" is round the clock, "babak 16 besar" is "huitièmes".
    Each such word stands for one number, an ordinal first (a runoff is the second
    round), and a pair of theirs for a pair of ours.
    """
    idioms = SAID_OTHERWISE.get(language, {})
    used: Counter[re.Pattern[str]] = Counter()
    if language in SAYS_PAIRS and (pairs := idioms.get(TWO)):
        used[pairs] = sum(1 for one in (PAIRS, SIDES) for _ in one.finditer(source))
    rest = []
    for number in sorted(numbers, key=lambda one: not one.ordinal):
        idiom = idiom_for(number, idioms)
        if idiom and number.value == HALF and language in SAYS_MINUTES:
            idiom = idiom if HOUR.match(source, number.span.end) else None
        said = sum(1 for _ in idiom.finditer(target)) if idiom else 0
        if idiom and used[idiom] < said:
            used[idiom] += 1
        elif not is_a_numeral_there(number, target, language):
            rest.append(number)
    return sorted(rest, key=lambda one: one.span)


def idiom_for(
    number: Number, idioms: Mapping[Decimal, re.Pattern[str]]
) -> re.Pattern[str] | None:
    """
    What may be said for a number.
    """
    return next(
        (
            idioms[reading]
            for reading in number.readings
            if reading in idioms
            and (reading not in SHARES or number.percent)
            and (reading > TWO or number.form == "words" or reading == ONE)
        ),
        None,
    )


def is_no_number(number: Number, pair: Pair) -> bool:
    """
    Whether a number word of the source is a part of a name or of another word.

    "Pedagang kaki lima" are street vendors, "Kepulauan Seribu" are islands; "roda dua"
    are motorcycles, unless the translation speaks of wheels.
    """
    if number.form == "digits":
        return False
    source = pair.source
    start, end = number.span.start, number.span.end
    near = NO_NUMBERS.finditer(source, max(0, start - NEAR), end + NEAR)
    inside = any(
        found.start() <= start and end <= found.end() and not has_wheels(found[0], pair)
        for found in near
    )
    return inside or (number.form in IN_NAMES and is_in_a_name(number, source))


def has_wheels(words: str, pair: Pair) -> bool:
    """
    Whether a translation speaks of wheels where the source does.
    """
    wheels = WHEELS.get(pair.language)
    of_wheels = words.lower().startswith("roda")
    return bool(of_wheels and wheels and wheels.search(pair.target))


def is_in_a_name(number: Number, source: str) -> bool:
    """
    Whether a number word is written with a capital after a word that has one too.

    In a headline all words have capitals, so that they say nothing there. A month is a
    name where another follows: Oei Mei Lan.
    """
    start, end = number.span.start, number.span.end
    before = source[max(0, start - IN_SIGHT) : start].split()
    if not before or not source[number.span.start].isupper():
        return False
    words = source.split(maxsplit=MANY_WORDS)[:MANY_WORDS]
    small = sum(word[0].islower() for word in words)
    capital = before[-1][0].isupper() and before[-1][-1].isalpha()
    if number.form == "month":
        if TITLE.search(source, max(0, start - NEAR), start):
            return True
        after = source[end : end + IN_SIGHT].split()
        capital = capital and bool(after) and after[0][0].isupper()
    return capital and len(before) > 1 and small > MANY_SMALL


def is_a_numeral_there(number: Number, target: str, language: Tag) -> bool:
    """
    Whether a small number word stands there as a character: 六顶帐篷, 三将.

    Before a rare measure word a character may or may not count; here it counts, but not
    where it was read as another number, or stands in the name of a place. One of three
    is 三分之一.
    """
    if language not in WRITES_HAN_NUMERALS or number.form != "words":
        return False
    numeral = HAN_NUMERALS.get(number.value)
    if numeral is None or numeral not in target:
        return False
    read = [one.span for one in numbers_of(target, language) if one.value >= ONE]
    rest = NO_NUMERAL.sub("", outside(target, read))
    return numeral in rest


def outside(text: str, spans: Sequence[Span]) -> str:
    """
    A text without some stretches of it, in order.
    """
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    return " ".join(text[end:start] for end, start in zip(ends, starts, strict=True))


def compiled(table: Mapping[float, str]) -> dict[Decimal, re.Pattern[str]]:
    """
    A table of patterns, by the number that they stand for.
    """
    return {
        Decimal(value): re.compile(pattern, re.IGNORECASE)
        for value, pattern in table.items()
    }


SAID_OTHERWISE: Mapping[Tag, Mapping[Decimal, re.Pattern[str]]] = {
    "en": compiled(
        {
            2: r"\brun-?off\b|\bstraight (?:games|sets)\b",
            3: r"\btriad|\btrio\b",
            4: r"semi-?final|quadrupl",
            6: r"\band a half\b|half[- ](?:a[- ])?year",
            8: r"quarter-?final",
            12: r"\bnoon\b|\bmidday\b",
            24: r"\bmidnight\b|\b(?:a)?round[- ]the[- ]clock",
            50: r"\bhal(?:f|ves)\b",
            2000: r"\bturn of the (?:century|millennium)",
        }
    ),
    "fr": compiled(
        {
            0.5: r"deux fois moins",
            2: r"d['’]un côté comme de l['’]autre",
            3: r"\btriade|\btrio\b|\btripl(?!ex)|\btriphas",
            4: r"demi-finale|quadrupl|dernier carré",
            6: r"\bet demie?\b|semestre",
            8: r"quarts? de finale",
            12: r"\bmidi\b",
            16: r"huitièmes? de finale",
            24: r"\bminuit\b",
            50: r"\bmoitié\b",
            100: r"\bintégral",
            2000: r"début d[eu] (?:ce |notre )?(?:siècle|millénaire)",
        }
    ),
    "zh": compiled(
        {
            1: r"分之一",
            2: r"两三|一倍|翻倍|双方|亚军|次于|下半|决胜选举",
            4: r"半决赛|四强|翻两番|翻了两番",
            5: r"五分之|分之[五5]|半成|[一二三四五六七八九]成[五半]",
            6: r"半年|年半",
            8: r"四分之一决赛|八强",
            12: r"正午|中午",
            10: r"九折|(?:十|10)分之|分之(?:十|10)|[一二三四五六七八九两1-9]成",
            20: r"八折",
            24: r"午夜|[零〇](?:时|[点點](?![〇零一二三四五六七八九\d]))|全天候|昼夜",
            30: r"七折",
            40: r"六折",
            50: r"五折|半价|一半|半数",
            60: r"四折",
            70: r"三折",
            80: r"二折",
            100: r"全额",
            2000: r"世纪之?初",
        }
    ),
    "ja": compiled(
        {
            0.5: r"30分(?!の)|30分の(?=[^\d一二三四五六七八九])",
            1: r"分の[1一]|世界一|日帰り|[前翌]日",
            2: r"(?<![車\d一二三四五六七八九十百])両(?![親替用生立輪])|双方|ストレート"
            r"|(?<![ァ-ヶー])ペア(?![ァ-ヶー])|決[選戦]"
            r"|次ぐ|次いで|次[子男女]|二重|後半|中古|一方の",
            3: r"トリオ|三つ組",
            4: r"準決勝",
            5: r"フルセット|[五5５]分の|分の[五5５]|割[五5５]",
            6: r"半年|年半",
            8: r"準々決勝",
            11: r"イレブン",
            12: r"正午",
            24: r"深夜|真夜中|零時|終日",
            50: r"半分|半数|半額",
            100: r"全額|全量",
            2000: r"[世今]紀の?初め",
        }
    ),
    "ar": compiled(
        {
            3: r"ثالوث|ثلاثي",
            4: r"نصف النهائي",
            6: r"ونصف|نصف (?:عام|سنة|العام|السنة)",
            8: r"ربع النهائي",
            12: r"\b(?:ال)?ظهر[اً]*\b",
            16: r"ثمن النهائي",
            20: r"عشرينيات",
            30: r"ثلاثينيات",
            40: r"أربعينيات",
            50: r"نصف",
            60: r"ستينيات",
            70: r"سبعينيات",
            80: r"ثمانينيات",
            90: r"تسعينيات",
            24: r"منتصف الليل|مدار الساعة",
            100: r"بالكامل|كامل",
            2000: r"القرن (?:الحادي|الواحد) والعشرين|الألفية",
        }
    ),
}
"""
By language, the number of the source and what a target says for it.
"""

ONE, TWO = Decimal(1), Decimal(2)

SHARES = frozenset({Decimal(50), Decimal(100)})
"""
A hundred per cent is all of it, and fifty are half; a hundred people are not.
"""

HALF = Decimal("0.5")
SAYS_MINUTES: frozenset[Tag] = frozenset({"ja"})
"""
Where what is said for a half is said for half an hour alone: 30分.
"""

HOUR = re.compile(r" jam\b")

SAYS_PAIRS: frozenset[Tag] = frozenset({"zh", "ja"})
"""
Where what is said for a two is also what is said for a pair: 双.
"""

PAIRS = re.compile(
    rf"\b(?:{DOUBLED}|doubles?|duo|duet|sepasang|(?:ber)?pasangan"
    r"|kembar(?:nya|an)?(?! dua\b))\b",
    re.IGNORECASE,
)
"""
What says two without a number in the source, and does so in the translation.
"""

SIDES = re.compile(r"\bmasing-masing (?:pihak|kubu|sisi|negara)\b", re.IGNORECASE)

NO_NUMERAL = re.compile(
    r"(?:周|星期|礼拜)[一二三四五六](?![天次日])|三(?:马林达|宝垄|发县|星|峡)|四川|九江|六安"
    r"|四半期|五輪|二(?:酸化|氧化)|三(?:重県|菱|井|亚)|四国|九州|八王子|七夕"
)
"""
星期三 counts no days, 四半期 no factories, and Semarang (三宝垄) is a city.
"""

IN_NAMES = frozenset({"words", "month"})
NEAR = 12
IN_SIGHT = 120
"""
As far as this is looked for the words beside a number, however long the text.
"""

TITLE = re.compile(r"\b(?:[Kk]aisar|[Rr]aja|[Rr]atu|[Pp]aus|[Pp]angeran) \Z")
"""
What stands before the name of a person, be it that of a month: Kaisar Agustus.
"""

WHEELS: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(r"\bwheel(?:s|ed)?\b"),
    "fr": re.compile(r"\broues?\b"),
    "zh": re.compile("轮(?:[汽摩]|车)"),
    "ja": re.compile("輪車"),
    "ar": re.compile(r"\bعجلات\b"),
}

MANY_WORDS, MANY_SMALL = 60, 3

NO_NUMBERS = re.compile(
    r"\b(?:kaki lima|rangkap (?:dua|tiga|empat|lima)|simpang (?:tiga|empat|lima)"
    r"|roda (?:dua|tiga|empat)|empat mata|segi (?:tiga|empat|lima)|tujuh keliling"
    r"|seribu satu|lima waktu|sepuluh nopember"
    r"|(?:kepulauan|pulau) seribu"
    r"|setengah (?:hati|jadi|mati|baya)|setengah-setengah|perempat ?final(?:is)?"
    r"|empat penjuru|pihak ketiga|dunia ketiga|satu sama lain|pertama-tama"
    r"|sila ke\w+)\b",
    re.IGNORECASE,
)
"""
Words of the source that have a number in them and count nothing.
"""

WRITES_HAN_NUMERALS: frozenset[Tag] = frozenset({"zh", "ja"})

HAN_NUMERALS: Mapping[Decimal, str] = {
    Decimal(value): numeral for value, numeral in enumerate("三四五六七八九十", start=3)
}
