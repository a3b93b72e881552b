"""
Dates and times made wrong: days, months, years, weekdays, clocks, zones, relative days.
"""

import re
from collections.abc import Mapping, Sequence
from random import Random

from selaras.evaluation.mutations.making import Mutation, Sample, put
from selaras.fidelity import Pair
from selaras.languages import LANGUAGES, Tag


def day_shifted(sample: Sample, chance: Random) -> Pair | None:
    """
    The day of a date is one to nine days off.
    """
    found = one_of(DATES, sample, chance, asks=DATED)
    if not found:
        return None
    day = int(found["day"])
    near = [
        day + step for step in range(-9, 10) if step and 1 <= day + step <= LAST_DAY
    ]
    return put(sample.pair, *found.span("day"), str(chance.choice(near)))


def month_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    The month of a date is another one.
    """
    found = one_of(DATES, sample, chance, asks=DATED)
    if not found:
        return None
    months = MONTHS[sample.pair.language]
    other = chance.choice([month for month in months if month != found["month"]])
    return put(sample.pair, *found.span("month"), other)


def day_and_month_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    The day is taken for the month, and the month for the day.
    """
    found = one_of(DATES, sample, chance, asks=DATED)
    if not found:
        return None
    months = MONTHS[sample.pair.language]
    day, month = int(found["day"]), months.index(found["month"]) + 1
    if day > len(months) or day == month:
        return None
    parts = {"day": str(month), "month": months[day - 1]}
    target = found.string
    for name in sorted(parts, key=found.start, reverse=True):
        target = target[: found.start(name)] + parts[name] + target[found.end(name) :]
    return put(sample.pair, 0, len(found.string), target)


def year_changed(sample: Sample, chance: Random) -> Pair | None:
    """
    The year of a date, or of a month, is one to five years off.
    """
    found = one_of(YEARS, sample, chance, asks=DATED)
    if not found:
        return None
    step = chance.choice([step for step in range(-5, 6) if step])
    return put(sample.pair, *found.span("year"), str(int(found["year"]) + step))


def weekday_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    A weekday is another one.
    """
    return exchanged(WEEKDAYS, sample, chance, asks=WEEKDAY)


def clock_shifted(sample: Sample, chance: Random) -> Pair | None:
    """
    A clock is one to four hours off.
    """
    found = one_of(CLOCKS, sample, chance, asks=CLOCK)
    if not found:
        return None
    hour = int(found["hour"])
    first, last = (1, 12) if sample.pair.language == "en" else (0, 23)
    near = [
        hour + step for step in range(-4, 5) if step and first <= hour + step <= last
    ]
    return put(sample.pair, *found.span("hour"), str(chance.choice(near)))


def half_of_day_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    The morning has become the afternoon or evening, or the other way round.

    In Chinese 上午12时 is noon to many readers, and so no error.
    """
    found = one_of(HALVES, sample, chance, asks=CLOCK)
    if not found:
        return None
    if sample.pair.language == "fr":
        hour = str((int(found["it"]) + 12) % 24)
        return put(sample.pair, *found.span("it"), hour)
    return put(sample.pair, *found.span("it"), OTHER_HALF[found["it"]])


def part_of_day_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    The morning beside a weekday or a date is the evening, or the other way round.

    Only where the source has a morning or an evening too: what it calls the end of
    Sunday, or just Sunday, may be Sunday evening in a translation, or its morning.
    """
    pattern = PARTS[sample.pair.language]
    found = [
        one
        for one in pattern.finditer(sample.pair.target)
        if (LATE_PART if one["late"] else EARLY_PART).search(sample.pair.source)
    ]
    if not found:
        return None
    one = chance.choice(found)
    early, late = EARLY_AND_LATE[sample.pair.language]
    return put(sample.pair, *one.span(), early if one["late"] else late)


def zone_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    Western, Central or Eastern Indonesia Time is another of them.
    """
    return exchanged(ZONES, sample, chance, asks=ZONE)


def relative_day_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    Yesterday, today or tomorrow is another of them.
    """
    return exchanged(RELATIVE_DAYS, sample, chance, asks=RELATIVE_DAY)


def relative_week_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    The last, this or the next week, month or year is another of them.

    Not last year and this one where the source says "Desember lalu": it may be in both.
    """
    for unit, asks in sorted(UNITS.items(), key=lambda _: chance.random()):
        pair = exchanged(RELATIVE_UNITS[unit], sample, chance, asks=asks)
        if pair and not (unit == "year" and is_still_past(sample.pair, pair)):
            return pair
    return None


def is_still_past(pair: Pair, mutant: Pair) -> bool:
    """
    Whether the year of a month of the past is still last year's or this one's.
    """
    last, this, _ = RELATIVE_UNITS["year"][pair.language]
    moved = [
        pair.target.count(word) - mutant.target.count(word) for word in (last, this)
    ]
    return MONTH_AGO.search(pair.source) is not None and sorted(moved) == [-1, 1]


def one_of(
    patterns: Mapping[Tag, re.Pattern[str]],
    sample: Sample,
    chance: Random,
    *,
    asks: re.Pattern[str],
) -> re.Match[str] | None:
    """
    One find in the target, where the source has something of the kind.
    """
    found = list(patterns[sample.pair.language].finditer(sample.pair.target))
    if not found or not asks.search(sample.pair.source):
        return None
    return chance.choice(found)


def exchanged(
    words: Mapping[Tag, Sequence[str]],
    sample: Sample,
    chance: Random,
    *,
    asks: re.Pattern[str],
) -> Pair | None:
    """
    One word of a list is another of the list.
    """
    language = sample.pair.language
    options = words[language]
    either = "|".join(sorted(options, key=len, reverse=True))
    edged = rf"(?<!\w)(?:{either})(?!\w)" if LANGUAGES[language].spaced else either
    pattern = re.compile(edged)
    found = one_of({language: pattern}, sample, chance, asks=asks)
    if not found:
        return None
    others = [word for word in options if word != found[0]]
    return put(sample.pair, found.start(), found.end(), chance.choice(others))


def names(line: str) -> tuple[str, ...]:
    """
    The names of a list, with commas between.
    """
    return tuple(line.split(", "))


LAST_DAY = 28

NUMBERS = tuple(map(str, range(1, 13)))

MONTHS: dict[Tag, tuple[str, ...]] = {
    "en": names(
        "January, February, March, April, May, June, July, August, September, "
        "October, November, December"
    ),
    "fr": names(
        "janvier, février, mars, avril, mai, juin, juillet, août, septembre, "
        "octobre, novembre, décembre"
    ),
    "zh": NUMBERS,
    "ja": NUMBERS,
    "ar": names(
        "يناير, فبراير, مارس, أبريل, مايو, يونيو, يوليو, أغسطس, سبتمبر, أكتوبر, "
        "نوفمبر, ديسمبر"
    ),
}

WEEKDAYS: dict[Tag, tuple[str, ...]] = {
    "en": names("Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday"),
    "fr": names("lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche"),
    "zh": names("星期一, 星期二, 星期三, 星期四, 星期五, 星期六, 星期日"),
    "ja": names("月曜, 火曜, 水曜, 木曜, 金曜, 土曜, 日曜"),
    "ar": names("الاثنين, الثلاثاء, الأربعاء, الخميس, الجمعة, السبت, الأحد"),
}

ZONES: dict[Tag, tuple[str, ...]] = {
    "en": names(
        "Western Indonesia Time, Central Indonesia Time, Eastern Indonesia Time"
    ),
    "fr": names("de l'Ouest indonésien, du Centre indonésien, de l'Est indonésien"),
    "zh": names("印尼西部时间, 印尼中部时间, 印尼东部时间"),
    "ja": names("西部インドネシア時間, 中部インドネシア時間, 東部インドネシア時間"),
    "ar": names("غرب إندونيسيا, وسط إندونيسيا, شرق إندونيسيا"),
}

RELATIVE_DAYS: dict[Tag, tuple[str, ...]] = {
    "en": names("yesterday, today, tomorrow"),
    "fr": names("hier, aujourd'hui, demain"),
    "zh": names("昨天, 今天, 明天"),
    "ja": names("昨日, 今日, 明日"),
    "ar": names("أمس, اليوم, غداً"),
}

RELATIVE_UNITS: dict[str, dict[Tag, tuple[str, ...]]] = {
    "week": {
        "en": names("last week, this week, next week"),
        "fr": names("la semaine dernière, cette semaine, la semaine prochaine"),
        "zh": names("上周, 本周, 下周"),
        "ja": names("先週, 今週, 来週"),
        "ar": names("الأسبوع الماضي, الأسبوع الجاري, الأسبوع المقبل"),
    },
    "month": {
        "en": names("last month, this month, next month"),
        "fr": names("le mois dernier, ce mois-ci, le mois prochain"),
        "zh": names("上个月, 本月, 下个月"),
        "ja": names("先月, 今月, 来月"),
        "ar": names("الشهر الماضي, الشهر الجاري, الشهر المقبل"),
    },
    "year": {
        "en": names("last year, this year, next year"),
        "fr": names("l'année dernière, cette année, l'année prochaine"),
        "zh": names("去年, 今年, 明年"),
        "ja": names("昨年, 今年, 来年"),
        "ar": names("العام الماضي, العام الجاري, العام المقبل"),
    },
}

HAN_DATE = re.compile(r"(?<!\d)(?P<month>[1-9]|1[0-2])月(?P<day>\d{1,2})日")

DATES: dict[Tag, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?P<month>{'|'.join(MONTHS['en'])}) (?P<day>\d{{1,2}})(?!\d)"
    ),
    "fr": re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS['fr'])})\b"
    ),
    "zh": HAN_DATE,
    "ja": HAN_DATE,
    "ar": re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS['ar'])})(?!\w)"
    ),
}

YEARS: dict[Tag, re.Pattern[str]] = {
    "en": re.compile(
        rf"\b(?:{'|'.join(MONTHS['en'])})(?: \d{{1,2}},)? (?P<year>20\d\d)"
    ),
    "fr": re.compile(rf"\b(?:{'|'.join(MONTHS['fr'])}) (?P<year>20\d\d)"),
    "zh": re.compile(r"(?<!\d)(?P<year>20\d\d)年(?=\d{1,2}月)"),
    "ja": re.compile(r"(?<!\d)(?P<year>20\d\d)年(?=\d{1,2}月)"),
    "ar": re.compile(rf"(?:{'|'.join(MONTHS['ar'])}) (?P<year>20\d\d)"),
}

CLOCKS: dict[Tag, re.Pattern[str]] = {
    "en": re.compile(r"(?<![\d:.])(?P<hour>\d{1,2})(?::\d\d)? [ap]\.?m\b"),
    "fr": re.compile(r"(?<![\d:.])(?P<hour>\d{1,2})\s?h(?:\s?\d\d|\b)"),
    "zh": re.compile(r"(?<![\d:.])(?P<hour>\d{1,2})(?:[时點点](?!间)|:\d\d)"),
    "ja": re.compile(r"(?<![\d:.])(?P<hour>\d{1,2})時(?!間)"),
    "ar": re.compile(r"(?<![\d:.])(?P<hour>\d{1,2}):\d\d"),
}

HALVES: dict[Tag, re.Pattern[str]] = {
    "en": re.compile(r"(?<=\d )(?P<it>[ap]\.m\.)"),
    "fr": re.compile(r"(?<![\d:.])(?P<it>\d{1,2})(?=\s?h(?:\s?\d\d|\b))"),
    "zh": re.compile(r"(?P<it>上午|下午|晚上|凌晨)(?!12)(?=\d{1,2}(?:时|点|:))"),
    "ja": re.compile(r"(?P<it>午前|午後)(?=\d)"),
    "ar": re.compile(r"(?<=\d )(?P<it>صباحاً?|مساءً?)(?!\w)"),
}

EARLY_AND_LATE: dict[Tag, tuple[str, str]] = {
    "en": ("morning", "evening"),
    "fr": ("matin", "soir"),
    "zh": ("早上", "晚上"),
    "ja": ("朝", "夜"),
    "ar": ("صباح", "مساء"),
}

PARTS: dict[Tag, re.Pattern[str]] = {
    "en": re.compile(r"(?<=day )(?:morning|(?P<late>evening|night))"),
    "fr": re.compile(r"(?<=di )(?:matin|(?P<late>soir))|(?<=au )(?:matin)"),
    "zh": re.compile("(?:早上|清晨|上午|(?P<late>晚上|晚间|夜间))(?!\\d)"),
    "ja": re.compile("(?:早朝|(?<=[日）曜])朝|(?P<late>(?<=[日）曜])夜))"),
    "ar": re.compile(r"(?<!\w)(?:صباح|(?P<late>مساء))(?= (?:ال|أمس))"),
}

OTHER_HALF = {
    "a.m.": "p.m.", "p.m.": "a.m.", "上午": "下午", "下午": "上午", "晚上": "上午",
    "凌晨": "下午", "午前": "午後", "午後": "午前", "صباحاً": "مساءً", "صباحا": "مساء",
    "مساءً": "صباحاً", "مساء": "صباحا",
}  # fmt: skip

DATED = re.compile(
    r"\d/\d|\d (?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des)"
    r"|(?:ari|ret|ril|Mei|uni|uli|tus|ber) 20\d\d"
)
WEEKDAY = re.compile("Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad")
CLOCK = re.compile(r"[Pp]ukul \d")
EARLY_PART = re.compile(r"(?:[a-z]|\)) (?:pagi|dini hari|subuh)\b")
LATE_PART = re.compile(r"(?:[a-z]|\)) (?:malam|petang|sore|tengah malam)\b")
MONTH_AGO = re.compile(r"(?:ari|ret|ril|Mei|uni|uli|tus|ber) (?:lalu|silam|kemarin)\b")
ZONE = re.compile(r"\bWI(?:B|TA|T)\b|\bWita\b")
RELATIVE_DAY = re.compile(r"(?i)\b(?:hari ini|kemarin|be?sok|lusa)\b")
UNITS = {
    "week": re.compile(r"(?i)\b(?:pekan|minggu) (?:lalu|ini|depan)"),
    "month": re.compile(r"(?i)\bbulan (?:lalu|ini|depan)"),
    "year": re.compile(r"(?i)\btahun (?:lalu|ini|depan)"),
}

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="day shifted", check="same-dates", mutate=day_shifted),
    Mutation(name="month swapped", check="same-dates", mutate=month_swapped),
    Mutation(
        name="day and month swapped", check="same-dates", mutate=day_and_month_swapped
    ),
    Mutation(name="year changed", check="same-dates", mutate=year_changed),
    Mutation(name="weekday swapped", check="same-dates", mutate=weekday_swapped),
    Mutation(name="clock shifted", check="same-dates", mutate=clock_shifted),
    Mutation(
        name="half of day swapped", check="same-dates", mutate=half_of_day_swapped
    ),
    Mutation(
        name="part of day swapped", check="same-dates", mutate=part_of_day_swapped
    ),
    Mutation(name="zone swapped", check="same-dates", mutate=zone_swapped),
    Mutation(
        name="relative day swapped", check="same-dates", mutate=relative_day_swapped
    ),
    Mutation(
        name="relative week swapped", check="same-dates", mutate=relative_week_swapped
    ),
)
