"""
How Chinese writes dates and times.
"""

from selaras.text.dates.han import MINUTE, NUMBER, NUMERALS, YEAR
from selaras.text.dates.moment import LOCAL
from selaras.text.dates.table import (
    ABBREVIATED_ZONES,
    DateTable,
    counted,
    hours,
)

INDONESIA = "(?:印尼|印度尼西亚)"
WEEK = "(?:星期|周|礼拜)"
DAY = f"{WEEK}[一二三四五六日天]"
SO_MANY = "[期年个至次]|天(?!气)|小时|课时|夜现场"
"""
What makes a number of the sign of a weekday, or a title: "每周五天", 《周六夜现场》.
"""

TABLE = DateTable(
    counted=r"[\d月日号时点世年]",
    weekdays={
        **{
            f"{WEEK}{sign}(?!{SO_MANY})|[（(]{sign}[）)]": number
            for number, sign in enumerate("一二三四五六")
        },
        f"{WEEK}[日天](?![期本]|泰晤士)|[（(]日[）)]": 6,
    },
    dates=(
        rf"(?:{YEAR})?<month>\s?月(?:份)?\s?<days>\s?[日号](?![本元])",
        rf"{YEAR}<month>\s?月(?!\d)",
        r"(?<![\d个])<month>\s?月(?![球光亮饼收台薪租嫂刊])",
        r"<days>\s?[日号](?![本元圆线楼院馆机舰床])",
    ),
    orders=("month first",),
    joiner=r"\s?[日号]?\s?(?:[-–—~～〜、]|至|到|和|及|与)\s?",
    clocks=(
        r"<part>\s?<hour>(?=\s?[-–—~～〜至到]\s?\d{1,2}\s?[时点])",
        r"(?:<part>)?\s?(?<![\d.:：])<hour>\s?[时点點](?![间代期候常尚])(?:\s?<minute>\s?分?|整)?(?!钟|\d|左钟)",
        r"(?:<part>)?\s?(?<![\d.:：])<hour>\s?[:：]\s?<minute>(?![:：.]?\d)",
    ),
    parts={
        "凌晨": hours(0, 6), "清晨": hours(3, 10),
        "早上|早晨|早间|今早|早": hours(3, 11),
        "上午": hours(0, 12), "中午": hours(11, 14), "正午": hours(11, 13),
        "下午|午后": hours(12, 23), "傍晚": hours(15, 20),
        "午夜": hours(22, 2), "深夜": hours(20, 3),
        "晚上|晚间|夜间|当晚|今晚|昨晚|晚": hours(17, 2),
    },
    number=NUMBER,
    minute=MINUTE,
    numerals=NUMERALS,
    day_parts={
        "凌晨": hours(0, 7), "清晨|拂晓|黎明": hours(2, 10),
        "早上|早晨|早间|今早": hours(3, 11),
        "上午": hours(0, 13), "中午|午间": hours(10, 15), "下午|午后": hours(12, 19),
        "白天|日间": hours(5, 14),
        "傍晚|黄昏": hours(14, 21), "午夜": hours(20, 3), "深夜": hours(18, 3),
        "晚上|晚间|夜间|夜里|当晚|(?<=[日一二三四五六天])晚|夜晚": hours(15, 2),
    },
    instants={"正午": 12 * 60, "午夜": 0},
    zone_first=True,
    zones={
        **ABBREVIATED_ZONES,
        f"(?:{INDONESIA})?西[部区](?:标准)?时间|西部?印尼时间": 7 * 60,
        "雅加达(?:当地)?时间": 7 * 60,
        f"(?:{INDONESIA})?中[部区](?:标准)?时间|中部?印尼时间": 8 * 60,
        f"(?:{INDONESIA})?东[部区](?:标准)?时间|东部?印尼时间": 9 * 60,
        "北京时间|新加坡时间": 8 * 60,
        "(?:日本|东京)时间": 9 * 60,
        "格林[尼威]治(?:标准|平均)?时间|世界标准时间|协调世界时|世界时": 0,
        "当地时间": LOCAL,
    },
    relatives={
        "前天": counted("day", -2), "昨晚|昨夜": counted("day", -1, 0),
        "昨[天日]": counted("day", -1), "今[天日晚早晨夜]": counted("day", 0),
        "(?<!透)(?<!说)明[天日早晚](?!确)": counted("day", 1),
        "后天(?!性)": counted("day", 2),
        f"上个?(?={DAY})": counted("week", -1), f"下个?(?={DAY})": counted("week", 1),
        f"[本这]个?(?={DAY})": counted("week", 0),
        f"上个?{WEEK}(?!期间)": counted("week", -1), f"下个?{WEEK}": counted("week", 1),
        f"(?:本|这|这个){WEEK}": counted("week", 0),
        "上个?月": counted("month", -1), "下个?月": counted("month", 1),
        "(?:本|这个?)月": counted("month", 0),
        "去年|上年": counted("year", -1), "明年": counted("year", 1),
        "今年|本年(?!度)": counted("year", 0), "前年": counted("year", -2),
        "后年": counted("year", 2),
    },
    nearby={
        "前一[天日]": counted("day", -1), "[次翌]日|第二天|隔天": counted("day", 1),
        "前一周": counted("week", -1), "前一个?月": counted("month", -1),
        "[次翌]月": counted("month", 1), "前一年|上一年|一年前": counted("year", -1),
        "[次翌]年|下一年|第二年": counted("year", 1),
    },
    weekend="周末|双休日",
    decades=(r"(?:<decade>)\s?年代",),
    centuries=(r"<number>\s?世纪",),
    before="",
    after="",
)  # fmt: skip
