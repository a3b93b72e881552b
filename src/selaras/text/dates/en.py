"""
How English writes dates and times.
"""

from selaras.text.dates.moment import LOCAL, Unit
from selaras.text.dates.table import (
    ABBREVIATED_ZONES,
    KEPT_ZONE,
    DateTable,
    counted,
    hours,
)

INDONESIAN = r"(?:Indonesian?|Indonesia's)\s(?:[Ss]tandard\s)?[Tt]ime"
UNITS: tuple[Unit, ...] = ("day", "week", "month", "year")
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
QUANTITY = "(?:million|billion|thousand|percent)"
PAPER = "(?! (?:Times|Telegraph|Mail|Express|Mirror|Post))"
ORDINAL = "(?:st|nd|rd|th)?"

TABLE = DateTable(
    counted=r"\d|o['’]clock|\spast\s|centur",
    months={
        "January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6,
        "July": 7, "August": 8, "September": 9, "October": 10, "November": 11,
        "December": 12, "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7,
        "Aug": 8, "Sept?": 9, "Oct": 10, "Nov": 11, "Dec": 12,
    },
    hijri={
        "Muharram": 1, "Safar": 2, "Rabi['’]? ?al-[Aa]wwal": 3,
        "Rabi['’]? ?al-[Tt]hani": 4, "Jumada al-[Aa]wwal": 5,
        "Jumada al-[Tt]hani": 6, "Rajab": 7, "Sha['’]?ban": 8,
        "Ramadh?an": 9, "Shawwal": 10, "Dhu al-[QH]i['’]?dah": 11, "Dhu al-Hijjah": 12,
    },
    weekdays={
        "Mondays?": 0, "Tuesdays?": 1, "(?<!Ash )Wednesdays?": 2,
        "(?<!Maundy )Thursdays?": 3, "(?<!Good )(?<!Black )Fridays?": 4,
        "Saturdays?(?! Night Live)": 5,
        f"Sundays?{PAPER}": 6,
    },
    dates=(
        rf"<month>\.?\s(?:the\s)?<days>(?!\s?[%:]|[.,]\d|\s{QUANTITY}|\s{MONTH})"
        r"(?:,?\s<year>)?",
        r"(?:the\s)?<days>\s(?:of\s)?<month>\.?(?:,?\s<year>)?",
        r"<month>\.?(?:,|\sof)?\s<year>",
        r"\b<month>\b",
    ),
    orders=("month first", "day first"),
    ordinal=ORDINAL,
    joiner=r"\s?[-–—]\s?|,?\s(?:and|to|or|through|until)\s(?:the\s)?|,\s",
    clocks=(
        r"\b<minute>\spast\s<hour>(?:\s<part>)?",
        r"(?<![\d.,:])<hour>(?:[:.]<minute>)?\s?<part>",
        r"(?<![\d.,:])<hour>:<minute>(?![:.]?\d)"
        r"(?:\s(?:hours|WIB|WITA|WIT|local time))?(?:\s<part>)?",
        r"(?<![\d.,:])<hour>(?:[:.]<minute>)?(?=\s?(?:[-–—]|to|and|until|or)\s?"
        r"\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\b)",
        rf"(?<![\d.,:])<hour>\.<minute>{KEPT_ZONE}",
        r"(?<![\d.,:])<hour>\so['’]clock(?:\s<part>)?",
        r"(?<![\d.,:])(?P<hour>[012]\d)(?P<minute>[0-5]\d)\s?(?=(?:hours|GMT|UTC|WIB)\b)",
    ),
    parts={
        r"[aA]\.?[mM]\b\.?": hours(0, 11), r"[pP]\.?[mM]\b\.?": hours(12, 23),
        "in the (?:early )?morning": hours(0, 11),
        "in the (?:early )?afternoon": hours(12, 18),
        "in the evening": hours(16, 23), "at night": hours(17, 3),
    },
    day_parts={
        "[Ee]arly(?= (?:on )?[MTWFS][a-z]+day)": hours(0, 12),
        "(?:[Pp]re-?)?[Dd]awn": hours(0, 8),
        "[Mm]ornings?": hours(3, 11), "[Mm]id-?day": hours(11, 15),
        "[Dd]aytime": hours(5, 14), "[Aa]fternoons?": hours(12, 19),
        "[Ee]venings?": hours(15, 23),
        "[Nn]ights?|[Nn]ighttime|[Oo]vernight": hours(17, 3),
    },
    instants={"noon|midday": 12 * 60, "midnight": 0},
    zones={
        **ABBREVIATED_ZONES,
        rf"West(?:ern)?\s{INDONESIAN}": 7 * 60, r"Jakarta\stime": 7 * 60,
        rf"Central\s{INDONESIAN}": 8 * 60,
        rf"East(?:ern)?\s{INDONESIAN}": 9 * 60,
        r"(?:Singapore|Beijing|Hong Kong)\s[Tt]ime": 8 * 60,
        r"(?:Japan(?:ese)?|Tokyo)\s(?:[Ss]tandard\s)?[Tt]ime": 9 * 60,
        r"Greenwich\s[Mm]ean\s[Tt]ime|Coordinated\s[Uu]niversal\s[Tt]ime": 0,
        r"[Ll]ocal\stime": LOCAL,
    },
    relatives={
        "(?:the )?day before yesterday": counted("day", -2),
        "(?:the )?day after tomorrow": counted("day", 2),
        "(?<![Tt]he )(?:[Ll]ast|[Pp]ast) week": counted("week", -1),
        "(?<![Tt]he )[Nn]ext week": counted("week", 1),
        "[Tt]his week(?!end)": counted("week", 0),
        "(?<![Tt]he )[Ll]ast month": counted("month", -1),
        "(?<![Tt]he )[Nn]ext month": counted("month", 1),
        "[Tt]his month": counted("month", 0),
        "(?<![Tt]he )[Ll]ast year": counted("year", -1),
        "(?<![Tt]he )[Nn]ext year": counted("year", 1),
        "[Tt]his year": counted("year", 0),
        "[Ll]ast night": counted("day", -1, 0),
        f"(?<![Tt]he )[Ll]ast (?={WEEKDAY})": counted("weekday", -1),
        f"(?<![Tt]he )[Nn]ext (?={WEEKDAY})": counted("weekday", 1),
        "[Yy]esterday": counted("day", -1),
        "[Tt]oday|[Tt]onight|[Tt]his (?:morning|afternoon|evening)": counted("day", 0),
        "[Tt]omorrow": counted("day", 1),
    },
    nearby={
        **{f"(?:[Pp]revious|[Pp]receding) {unit}": counted(unit, -1) for unit in UNITS},
        **{f"{unit} (?:earlier|before|ago)": counted(unit, -1) for unit in UNITS},
        **{f"(?<=[Tt]he )[LlPp]ast {unit}": counted(unit, -1, 0) for unit in UNITS},
        **{f"[Ff]ollowing {unit}|{unit} later": counted(unit, 1) for unit in UNITS},
        **{f"(?<=[Tt]he )[Nn]ext {unit}": counted(unit, 1) for unit in UNITS},
    },
    weekend="[Ww]eekends?",
    decade_names={
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60,
        "seventies": 70, "eighties": 80, "nineties": 90,
    },
    decades=(r"\b(?:<decade>)['’]?s\b",),
    centuries=(rf"\b<number>{ORDINAL}(?:\s|-)[Cc]entur(?:y|ies)\b",),
    number=r"\d{1,2}(?!\d)",
    numerals={
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
        "half": 30, "quarter": 15, "twenty": 20,
    },
)  # fmt: skip
