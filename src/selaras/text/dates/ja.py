"""
How Japanese writes dates and times.
"""

from selaras.text.dates.han import MINUTE, NUMBER, NUMERALS, YEAR
from selaras.text.dates.moment import LOCAL
from selaras.text.dates.table import (
    ABBREVIATED_ZONES,
    DateTable,
    counted,
    hours,
)

SIGNS = "月火水木金土日"

TABLE = DateTable(
    counted=r"[\d月日時世年]",
    weekdays={
        f"{sign}曜日?(?!大工)|[（(]{sign}(?:・?祝)?[）)]"
        f"|{sign}(?=[〜～~・、-][{SIGNS}]曜)": day
        for day, sign in enumerate(SIGNS)
    },
    dates=(
        rf"(?:{YEAR})?(?:<era>年)?<month>\s?月\s?<days>\s?日(?!本)",
        rf"(?:{YEAR}|<era>年)<month>\s?月(?!\d)",
        r"(?<!\d)<month>\s?月(?![間曜面額])",
        r"<days>\s?日(?!間|目|ぶり|連続|以内|以上|あたり|当たり|分|後|前|本|程|\s?\d)",
    ),
    orders=("month first",),
    joiner=r"\s?日?\s?(?:[-–—~～〜、・,]|から|と|および|及び)\s?",
    clocks=(
        r"<part>\s?<hour>(?=\s?[-–—~～〜・]\s?\d{1,2}\s?時)",
        r"(?:<part>)?の?\s?(?<![\d.:：])<hour>\s?時(?![間代期点])(?:\s?<minute>(?:\s?分)?)?(?!間)",
        r"(?:<part>)?の?\s?(?<![\d.:：])<hour>\s?[:：]\s?<minute>(?![:：.]?\d)",
    ),
    parts={
        "午前": hours(0, 11), "午後": hours(12, 23), "未明": hours(0, 5),
        "早朝": hours(3, 8), "朝": hours(3, 11), "昼": hours(11, 15),
        "夕方": hours(14, 20), "深夜": hours(21, 4), "夜": hours(17, 3),
    },
    number=NUMBER,
    minute=MINUTE,
    numerals=NUMERALS,
    day_parts={
        "未明|夜明け前?": hours(0, 7), "深夜|夜中|夜更け": hours(18, 3),
        "早朝|明け方": hours(0, 10), "朝(?!鮮)": hours(3, 11),
        "午前": hours(0, 12), "昼(?:間|過ぎ)?": hours(9, 18), "午後": hours(12, 23),
        "夕方?(?=[にのまはもか、])": hours(13, 20),
        "夜(?!間中|明け|更け|中)": hours(15, 23),
    },
    instants={"正午": 12 * 60, "真夜中": 0},
    zone_first=True,
    zones={
        **ABBREVIATED_ZONES,
        "西部(?:インドネシア)?(?:標準)?時間|インドネシア西部(?:標準)?時間": 7 * 60,
        "西インドネシア時間": 7 * 60, "東インドネシア時間": 9 * 60,
        "ジャカルタ時間": 7 * 60,
        "中部(?:インドネシア)?(?:標準)?時間|インドネシア中部(?:標準)?時間": 8 * 60,
        "東部(?:インドネシア)?(?:標準)?時間|インドネシア東部(?:標準)?時間": 9 * 60,
        "北京時間|シンガポール時間|中国時間": 8 * 60,
        "日本(?:標準)?時間": 9 * 60,
        "グリニッジ(?:標準|平均)?時(?:間)?|協定世界時|世界(?:標準)?時": 0,
        "現地時間": LOCAL,
    },
    relatives={
        "一昨日|おととい": counted("day", -2), "昨[夜晩]|ゆうべ": counted("day", -1, 0),
        "昨日|きのう": counted("day", -1),
        "今日|きょう|本日|今[朝夜晩夕]": counted("day", 0),
        "明後日|あさって": counted("day", 2),
        "明日(?!香)|あす(?!か)|翌あす": counted("day", 1),
        "先週": counted("week", -1), "来週": counted("week", 1),
        "今週": counted("week", 0), "先々週": counted("week", -2),
        "先月": counted("month", -1), "来月": counted("month", 1),
        "今月": counted("month", 0),
        "一昨年|おととし": counted("year", -2), "昨年|去年": counted("year", -1),
        "再来年": counted("year", 2), "来年": counted("year", 1),
        "今年|ことし|本年(?!度)": counted("year", 0),
    },
    nearby={
        "前日": counted("day", -1), "翌日|次の日": counted("day", 1),
        "前の?週": counted("week", -1), "翌週": counted("week", 1),
        "前の?月": counted("month", -1), "翌月": counted("month", 1),
        "前の?年": counted("year", -1), "翌年": counted("year", 1),
    },
    weekend="週末|土日",
    eras={"令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867},
    decades=(r"(?:<decade>)\s?年代",),
    centuries=(r"<number>\s?世紀",),
    before="",
    after="",
)  # fmt: skip
