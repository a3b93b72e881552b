"""
How Indonesian writes numbers.
"""

from decimal import Decimal

from selaras.text.numbers.number import NumberTable, part_of

THIRD = Decimal("0.333333")

UNITS = {
    "nol": 0, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6,
    "tujuh": 7, "delapan": 8, "sembilan": 9, "sepuluh": 10, "sebelas": 11,
}  # fmt: skip

MONTHS = {
    "Januari": 1, "Februari": 2, "Maret": 3, "April": 4, "Mei": 5, "Juni": 6,
    "Juli": 7, "Agustus": 8, "September": 9, "Oktober": 10, "November": 11,
    "Desember": 12, "Nopember": 11, "Pebruari": 2,
    "Jan": 1, "Feb": 2, "Apr": 4, "Agt": 8, "Sept": 9, "Okt": 10, "Nov": 11, "Des": 12,
}  # fmt: skip

WHOLES = {
    **{word: value for word, value in UNITS.items() if 2 < value <= 10},
    "seratus": 100,
    "seribu": 1000,
}

TENS_AND_TEENS = {
    f"{word} {more}": value * times + added
    for word, value in UNITS.items()
    if 1 < value < 10
    for more, times, added in (("belas", 1, 10), ("puluh", 10, 0), ("ratus", 100, 0))
}

PARTS = {
    f"{before}{word}": part_of(whole)
    for word, whole in (WHOLES | TENS_AND_TEENS | {"sebelas": 11}).items()
    for before in ("per", "seper")
}
"""
The parts of a whole: "sepertiga", "seperdua belas", and what "dua persepuluh" is two
of.
"""

HOURS = {**{word: value for word, value in UNITS.items() if value}, "dua belas": 12}

PARTS_OF_A_DAY = ("pagi", "siang", "sore", "petang", "malam", "subuh", "dini hari")

HALF_HOURS = {
    phrase: (hour - 1) or 12
    for word, hour in HOURS.items()
    for phrase in (
        f"pukul setengah {word}",
        f"jam setengah {word}",
        *(f"setengah {word} {part}" for part in PARTS_OF_A_DAY),
    )
}
"""
The clock counts its half hours to the next hour: "pukul setengah enam" is 5:30.
"""

TABLE = NumberTable(
    decimal=",",
    group=".",
    lenient=True,
    units=UNITS,
    times={"puluh": 10, "ratus": 100, "seratus": 100},
    teen="belas",
    magnitudes={
        "rb": 10**3, "jt": 10**6, "ribu": 10**3, "seribu": 10**3, "juta": 10**6,
        "sejuta": 10**6,
        "miliar": 10**9, "milyar": 10**9, "semiliar": 10**9,
        "triliun": 10**12, "trilyun": 10**12, "setriliun": 10**12,
    },
    alone=frozenset({"seratus", "seribu", "sejuta", "semiliar", "setriliun"}),
    short={"M": 10**9, "T": 10**12},
    ordinals={
        "pertama": 1, "kesatu": 1, "berdua": 2, "bertiga": 3, "berempat": 4,
        "berlima": 5, "kedua": 2, "keduanya": 2, "ketiga": 3,
        "ketiganya": 3, "keempatnya": 4, "kelimanya": 5, "keenamnya": 6,
        "ketujuhnya": 7, "keempat": 4, "kelima": 5, "keenam": 6, "ketujuh": 7,
        "kedelapan": 8, "kesembilan": 9, "kesepuluh": 10, "kesebelas": 11,
    },
    fractions={
        **PARTS,
        "separuh": Decimal("0.5"), "separo": Decimal("0.5"),
        "seperdua": Decimal("0.5"),
        "satu per tiga": THIRD, "dua per tiga": 2 * THIRD,
        "satu per empat": Decimal("0.25"), "tiga per empat": Decimal("0.75"),
        "satu per lima": Decimal("0.2"), "dua per lima": Decimal("0.4"),
        "tiga per lima": Decimal("0.6"), "empat per lima": Decimal("0.8"),
    },
    halves=frozenset({"setengah"}),
    half_gap=r" (?:jam|hari|minggu|bulan|tahun|kali) ",
    half_hours=HALF_HOURS,
    half_year=r" tahun (?:dan )?(?:enam|6) bulan",
    months=MONTHS,
    periods={
        "dekade": 10, "dasawarsa": 10, "abad": 100, "seabad": 100, "selusin": 12,
        "lusin": 12, "windu": 8, "ons": 100, "seons": 100, "balita": 5,
    },
    ranges=r"\s?[-–—]\s?|\s(?:hingga|sampai|sampai dengan|dan|atau|s\.d\.|ke|dari"
    r"|menjadi)\s",
    currency=r"Rp|IDR|USD|EUR|SGD|AUD|JPY|[$€£¥]",
    percent=r"%|\b(?:persen|prosen)(?:nya)?\b",
    loose=r"(?<=Liga )[12]\b",
    minutes_after=".",
    decade=r"(?<!\d)(?P<decade>\d0)-an\b",
    clock=r"(?:(?<=[Pp]ukul )|(?<=[Jj]am )|(?=\d{1,2}:\d))(?P<hour>\d{1,2})"
    r"(?:[.:](?P<minute>\d\d))?(?![\d.,:]*\d)",
    evening=r"(?: WI(?:B|TA|T))?(?: waktu setempat)? (?:malam|sore|petang|siang)\b",
    ordinal_before=r"\b[Kk]e-?",
    suffix="(?:nya)?",
)  # fmt: skip
