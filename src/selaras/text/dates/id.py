"""
How Indonesian writes dates and times.
"""

from selaras.text.dates.moment import LOCAL
from selaras.text.dates.table import (
    ABBREVIATED_ZONES,
    DateTable,
    counted,
    hours,
)
from selaras.text.words import words

WEEKDAYS = {
    "Senin": 0, "Selasa": 1, "Rabu(?! Abu)": 2, "Kamis(?! Putih)": 3,
    "Jum'?at(?! Agung)": 4, "Sabtu": 5, "Ahad": 6,
}  # fmt: skip

SUNDAY = r"Minggu(?! (?:ini|lalu|depan|pertama|ke|terakhir|Palma|Pagi)\b)"

NOW = "(?i:ini)"
AGO = "(?i:lalu|kemarin)"
AHEAD = "(?i:depan|mendatang)"

SO_MANY = words(
    "dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus",
    "ribu beberapa",
)
# The lookaheads that follow stand first because they are quick to say no.
NO_COUNT = r"(?<!\d )" + "".join(
    f"(?<!\\b[{word[0].upper()}{word[0]}]{word[1:]} )" for word in sorted(SO_MANY)
)
WEEK = f"(?=[PpMm]){NO_COUNT}(?:(?i:pekan)|minggu|(?<![Hh]ari )Minggu)"
OF_A_DAY = r"(?:(?<=anggal \d )|(?<=anggal \d\d ))"
MONTH = f"(?=[Bb])(?:{OF_A_DAY}|{NO_COUNT})(?i:bulan)"
"""
A month that is counted is none of now; one after its day, "tanggal 1 bulan ini", is.
"""
YEAR = f"(?=[Tt]){NO_COUNT}(?i:tahun)"

NO_MEAL = "(?<!akan )(?<!asar )(?<!elamat )"

AFTER_WEEKDAY = "(?:{})".format(
    "|".join(
        f"(?<={day} )"
        for day in ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
    )
)

PAST = "(?:lalu|silam|kemarin)"
TO_COME = "(?:depan|mendatang|nanti)"
AFTER_MONTH = "(?:{})".format(
    "|".join(
        f"(?<={month} )"
        for month in (
            *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"),
            *("Agustus", "September", "Oktober", "November", "Desember"),
        )
    )
)

TABLE = DateTable(
    counted=r"\d|\b[Aa]bad\b|\b[Pp]ukul\b|\bsetengah\b",
    months={
        "Januari": 1, "[FP]ebruari": 2, "Maret": 3, "April": 4, "Mei": 5, "Juni": 6,
        "Juli": 7, "Agustus": 8, "September": 9, "Oktober": 10, "No[vp]ember": 11,
        "Desember": 12, "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7,
        "A(?:gt|gs|gu|ug)": 8, "Sept?": 9, "Okt": 10, "Nov": 11, "Des": 12,
    },
    hijri={
        "Muharr?am": 1, "Safar": 2, "Rabiul ?[Aa]wal": 3, "Rabiul ?[Aa]khir": 4,
        "Jumadil ?[Aa]wal": 5, "Jumadil ?[Aa]khir": 6, "Rajab": 7, "Sya['’]?ban": 8,
        "Ramadh?an": 9, "S[yh]awal": 10, "[DZ]z?ul[kq]a['’]?i?dah": 11,
        "[DZ]z?ulhijj?ah": 12,
    },
    weekdays={**WEEKDAYS, SUNDAY: 6, "(?<=[Hh]ari )Minggu": 6},
    nights_before={
        f"[Mm]alam {word}": day for word, day in {**WEEKDAYS, SUNDAY: 6}.items()
    },
    night=hours(15, 2),
    unsure={
        "(?<=alat )Jumat": 4,
        f"(?<![^.!?:;“\"]\\s)(?<![(,]){SUNDAY}(?! ?\\()": 6,
    },
    dates=(
        r"<days>\s(?:bulan\s)?<month>(?:(?:\stahun)?,?\s<year>)?",
        r"<month>(?:\stahun)?\s<year>",
        r"\b<month>\b",
    ),
    joiner=r"\s?[-–—]\s?|,?\s(?:dan|hingga|sampai|atau|s\.d\.|sampai dengan)\s|,\s",
    clocks=(
        r"\b(?:[Pp]ukul|[Jj]am)\s(?P<half>setengah)\s<hour>(?:\s<part>)?",
        r"\b(?P<half>setengah)\s<hour>\s<part>",
        r"(?<!\d )\b(?:[Pp]ukul|[Jj]am)\s<hour>(?:[.:]<minute>)?(?![.:]?\d)"
        r"(?:\s?(?:WIB|WITA|Wita|WIT)\b)?(?:\swaktu setempat)?(?:\s<part>)?",
        r"(?<=\d)(?<![\d.][.,]\d)\s?(?:[-–—]|hingga|sampai|dan|atau)\s?(?:pukul\s)?"
        r"<hour>[.:]<minute>(?![.:]?\d)"
        r"(?=\s?(?:WI(?:B|TA|T)|Wita|GMT|UTC|waktu|malam|pagi|sore))"
        r"(?:\s?(?:WIB|WITA|Wita|WIT)\b)?(?:\s<part>)?",
        r"(?:(?<=[Pp]ukul \d\.\d\d)|(?<=[Pp]ukul \d\d\.\d\d))"
        r"(?:\s?[-–—]\s?|\s(?:hingga|sampai|sampai dengan|s\.d\.|dan|atau)\s)"
        r"(?:pukul\s)?<hour>[.:]<minute>(?![.:]?\d)",
        r"(?<![\d.,:])<hour>[.:]<minute>\s?"
        r"(?=(?:WI(?:B|TA|T)|Wita|GMT|UTC|waktu setempat)\b)",
    ),
    parts={
        "dini hari": hours(0, 5), "subuh": hours(3, 6), "pagi": hours(0, 11),
        "siang": hours(10, 16), "sore": hours(13, 19), "petang": hours(15, 20),
        "tengah malam": hours(22, 2), "malam": hours(17, 3),
    },
    late="bare",
    numerals={
        "satu": 1, "dua belas": 12, "dua": 2, "tiga": 3, "empat": 4, "lima": 5,
        "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10,
        "sebelas": 11,
    },
    day_parts={
        "[Dd]ini hari|[Ss]ubuh": hours(0, 7), f"{NO_MEAL}[Pp]agi": hours(4, 10),
        f"{NO_MEAL}[Ss]iang": hours(9, 18),
        f"{NO_MEAL}[Ss]ore|[Pp]etang": hours(12, 20),
        "[Tt]engah malam": hours(20, 2), f"{NO_MEAL}[Mm]alam": hours(15, 23),
    },
    instants={"tengah hari": 12 * 60, "tengah malam": 0},
    zones={
        **ABBREVIATED_ZONES,
        "[Ww]aktu Indonesia [Bb]arat": 7 * 60,
        "[Ww]aktu Indonesia [Tt]engah": 8 * 60,
        "[Ww]aktu Indonesia [Tt]imur": 9 * 60,
        "waktu (?:setempat|lokal)": LOCAL,
    },
    relatives={
        f"(?=[LlKk]){AFTER_WEEKDAY}{AGO}": counted("weekday", -1),
        f"(?=[DdMm]){AFTER_WEEKDAY}{AHEAD}": counted("weekday", 1),
        "(?i:kemarin lusa)": counted("day", -2),
        f"{WEEK} {AGO}": counted("week", -1),
        f"{WEEK} {AHEAD}": counted("week", 1),
        f"{WEEK} {NOW}": counted("week", 0),
        f"{MONTH} {AGO}": counted("month", -1),
        f"{MONTH} {AHEAD}": counted("month", 1),
        f"{MONTH} {NOW}": counted("month", 0),
        f"{YEAR} {AGO}": counted("year", -1),
        f"{YEAR} {AHEAD}": counted("year", 1),
        f"{YEAR} {NOW}": counted("year", 0),
        f"(?i:hari|malam|pagi|siang|sore) {NOW}": counted("day", 0),
        "(?i:tadi malam|semalam)": counted("day", -1, 0),
        "(?i:tadi (?:pagi|siang|sore))": counted("day", 0),
        "(?i:kemarin)": counted("day", -1),
        "(?i:besok|esok)(?! hari)": counted("day", 1),
        "(?i:lusa)": counted("day", 2),
    },
    nearby={
        f"(?={PAST}){AFTER_MONTH}{PAST}": counted("year", -1, 0),
        f"(?={TO_COME}){AFTER_MONTH}{TO_COME}": counted("year", 0, 1),
        "(?i:sehari (?:sebelumnya|lalu)|hari sebelumnya)": counted("day", -1),
        "(?i:keesokan(?: hari)?nya|esok harinya|hari berikutnya)": counted("day", 1),
        "(?i:se(?:pekan|minggu) (?:sebelumnya|lalu))": counted("week", -1),
        "(?i:(?:pekan|minggu) sebelumnya)": counted("week", -1),
        "(?i:(?:se)?(?:pekan|minggu) (?:berikutnya|kemudian))": counted("week", 1),
        "(?i:sebulan (?:sebelumnya|lalu)|bulan sebelumnya)": counted("month", -1),
        "(?i:(?:se)?bulan (?:berikutnya|kemudian))": counted("month", 1),
        "(?i:setahun (?:sebelumnya|lalu)|tahun sebelumnya)": counted("year", -1),
        "(?i:(?:se)?tahun (?:berikutnya|kemudian))": counted("year", 1),
    },
    weekend="(?i:akhir pekan)(?! (?:ini|lalu|depan))",
    decades=(r"(?:<decade>)-an\b",),
    centuries=(r"\b[Aa]bad\s(?:ke-?\s?)?<number>",),
)  # fmt: skip
