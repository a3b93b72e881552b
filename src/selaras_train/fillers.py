"""
Values for the holes of templates, each in all six languages.

A hole is named by its kind: ``{rupiah}``, or ``{rupiah.2}`` where there are two. Counts
end in 11 to 99, where Arabic has one form of the noun ("25 شخصا") and French is plural;
``{few}`` is 3 to 9, where Arabic has the other.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from random import Random

from babel.dates import get_day_names, get_month_names

from selaras.languages import LANGUAGES, Tag
from selaras.terms.lexicon import lexicon
from selaras.terms.rendering import rendering
from selaras.text.quantities.writing import in_digits, write_number
from selaras.text.words import words

Filling = Mapping[Tag, str]
Filler = Callable[[Random], Filling]

TAGS: tuple[Tag, ...] = tuple(LANGUAGES)

NBSP = "\N{NO-BREAK SPACE}"


def count(chooser: Random) -> Filling:
    """
    Things that are counted.

    >>> count(Random(5))["id"], count(Random(5))["en"]
    ('456', '456')
    """
    high = chooser.choice((0, 0, 1, 5, 12, 90, 400))
    value = Decimal(chooser.randint(0, high) * 100 + chooser.randint(11, 99))
    return {tag: digits(value, tag) for tag in TAGS}


def few(chooser: Random) -> Filling:
    """
    A few things, in digits.
    """
    value = str(chooser.randint(3, 9))
    return dict.fromkeys(TAGS, value)


def crowd(chooser: Random) -> Filling:
    """
    Tens and hundreds of thousands, as each language writes them: 15.8万.
    """
    value = Decimal(chooser.randint(11, 990) * 1000)
    return {
        tag: write_number(value, tag) if tag in MYRIADS else digits(value, tag)
        for tag in TAGS
    }


def decimal(chooser: Random) -> Filling:
    """
    A measure with one decimal that is none, of two and more.

    >>> decimal(Random(4))["fr"]
    '32,5'
    """
    value = Decimal(chooser.randint(2, 99) * 10 + chooser.randint(1, 9)) / 10
    return {tag: digits(value, tag) for tag in TAGS}


def magnitude(chooser: Random) -> Filling:
    """
    The magnitude of an earthquake.
    """
    value = Decimal(chooser.randint(41, 79)) / 10
    return {tag: digits(value, tag) for tag in TAGS}


def percent(chooser: Random) -> Filling:
    """
    A share.

    >>> percent(Random(1))["id"], percent(Random(1))["fr"].replace(NBSP, " ")
    ('22,13 persen', '22,13 %')
    """
    value = Decimal(chooser.randint(12, 9900)) / chooser.choice((10, 100, 100))
    value = value if value < 100 else value / 10
    return {tag: PERCENT[tag].format(digits(value, tag)) for tag in TAGS}


def rupiah(chooser: Random) -> Filling:
    """
    A sum in Indonesian money.

    >>> rupiah(Random(5))["id"], rupiah(Random(5))["ja"]
    ('Rp5,6 miliar', '56億ルピア')
    """
    return money(chooser, RUPIAH, chooser.choice((10**3, 10**6, 10**9, 10**12)))


def dollars(chooser: Random) -> Filling:
    """
    A sum in American money.
    """
    return money(chooser, DOLLARS, chooser.choice((10**3, 10**6, 10**6, 10**9)))


def money(chooser: Random, units: Mapping[Tag, str], scale: int) -> Filling:
    """
    Some thousands, millions or more of a currency.
    """
    counted = Decimal(
        chooser.choice((chooser.randint(11, 99), chooser.randint(2, 950)))
    )
    value = counted / chooser.choice((1, 10)) * scale
    return {tag: priced(value, tag, units[tag]) for tag in TAGS}


def priced(value: Decimal, tag: Tag, unit: str) -> str:
    """
    A value with its currency; French puts *de* between a million and its coins.

    >>> priced(Decimal(2_000_000), "fr", "{} roupies").replace(NBSP, " ")
    '2 millions de roupies'
    """
    written = write_number(value, tag)
    joined = tag == "fr" and written[-1].isalpha()
    return unit.format(f"{written} de" if joined else written)


def weekday(chooser: Random) -> Filling:
    """
    A day of the week with its date: "Selasa (14/7)".

    >>> weekday(Random(2))["en"], weekday(Random(2))["zh"]
    ('Monday, January 28', '1月28日星期一')
    """
    day, month = chooser.randint(1, 28), chooser.randint(1, 12)
    name = chooser.randrange(7)
    parts = {
        tag: {
            "day": day if tag != "fr" or day > 1 else "1er",
            "month": month if tag in NUMBERED else month_names(tag)[month],
            "weekday": day_names(tag)[name],
        }
        for tag in TAGS
    }
    return {tag: WEEKDAY[tag].format(**parts[tag]) for tag in TAGS}


def date(chooser: Random) -> Filling:
    """
    A day with its year: "14 Juli 2026".
    """
    day, month = chooser.randint(2, 28), chooser.randint(1, 12)
    year = chooser.randint(1990, 2032)
    return {
        tag: DATE[tag].format(
            day=day,
            month=month if tag in NUMBERED[:2] else month_names(tag)[month],
            year=year,
        )
        for tag in TAGS
    }


def year(chooser: Random) -> Filling:
    """
    A year alone.
    """
    return dict.fromkeys(TAGS, str(chooser.randint(1945, 2039)))


def clock(chooser: Random) -> Filling:
    """
    A time of day with its zone.

    >>> [clock(Random(8))[tag] for tag in ("id", "en", "zh")]
    ['08.26 WITA', '8:26 a.m. Central Indonesia Time', '印尼中部时间8时26分']
    """
    hour = chooser.choice([n for n in range(1, 24) if n != 12])
    minute = chooser.choice((0, 0, *range(5, 60)))
    short, *zones = chooser.choice(ZONES)
    en, fr, zh, ja, ar = zones
    half = "a.m." if hour < 12 else "p.m."
    twelve = hour if hour < 12 else hour - 12
    past = f":{minute:02}" if minute else ""
    hours = "heures" if hour > 1 else "heure"
    signs = f"{hour}时{minute:02}分" if minute else f"{hour}时"
    return {
        "id": f"{hour:02}.{minute:02} {short}",
        "en": f"{twelve}{past} {half} {en}",
        "fr": f"{hour} h {minute:02}, {fr}" if minute else f"{hour} {hours}, {fr}",
        "zh": f"{zh}{signs}",
        "ja": f"{ja}{signs.replace('时', '時')}",
        "ar": f"{hour:02}:{minute:02} {ar}",
    }


def person(chooser: Random) -> Filling:
    """
    An invented person's name, written as the newsroom transcribes it.
    """
    name = f"{chooser.choice(FIRST)} {chooser.choice(LAST)}"
    return {tag: rendering(name, tag, first=False) for tag in TAGS}


def of_lexicon(kind: str, begins: str = "") -> Filler:
    """
    A filler of the lexicon's entries of one kind, those that have a form everywhere.
    """

    def choose(chooser: Random) -> Filling:
        return chooser.choice(entries(kind, begins))

    return choose


@cache
def entries(kind: str, begins: str) -> Sequence[Filling]:
    """
    The preferred forms of all entries of a kind whose Indonesian name begins so.
    """
    forms = (
        {tag: entry.preferred(tag) for tag in TAGS}
        for entry in lexicon().entries
        if entry.kind == kind and entry.name.startswith(begins)
    )
    return [filling for filling in forms if all(filling.values())]


def digits(value: Decimal, tag: Tag) -> str:
    """
    A value in the digits of a language.
    """
    return in_digits(value, tag)


@cache
def month_names(tag: Tag) -> Mapping[int, str]:
    """
    The months, from 1.
    """
    return get_month_names("wide", locale="ar_EG" if tag == "ar" else tag)


@cache
def day_names(tag: Tag) -> Mapping[int, str]:
    """
    The days of the week, from Monday.
    """
    return get_day_names("wide", locale=tag)


MYRIADS = ("zh", "ja")
NUMBERED = ("zh", "ja", "id")
"""
Where a month is a number: in an Indonesian date only when the weekday stands before it.
"""

PERCENT: Filling = {
    "id": "{} persen",
    "en": "{} percent",
    "fr": f"{{}}{NBSP}%",
    "zh": "{}%",
    "ja": "{}％",
    "ar": "{} في المئة",
}

RUPIAH: Filling = {
    "id": "Rp{}",
    "en": "Rp{}",
    "fr": "{} roupies",
    "zh": "{}印尼盾",
    "ja": "{}ルピア",
    "ar": "{} روبية",
}

DOLLARS: Filling = {
    "id": "{} dolar AS",
    "en": "US${}",
    "fr": "{} dollars américains",
    "zh": "{}美元",
    "ja": "{}米ドル",
    "ar": "{} دولار",
}

WEEKDAY: Filling = {
    "id": "{weekday} ({day}/{month})",
    "en": "{weekday}, {month} {day}",
    "fr": "{weekday} {day} {month}",
    "zh": "{month}月{day}日{weekday}",
    "ja": "{month}月{day}日{weekday}",
    "ar": "{weekday} {day} {month}",
}

DATE: Filling = {
    "id": "{day} {month} {year}",
    "en": "{month} {day}, {year}",
    "fr": "{day} {month} {year}",
    "zh": "{year}年{month}月{day}日",
    "ja": "{year}年{month}月{day}日",
    "ar": "{day} {month} {year}",
}

ZONES = (
    (
        "WIB",
        "Western Indonesia Time",
        "heure de l'Ouest indonésien",
        "印尼西部时间",
        "西部インドネシア時間",
        "بتوقيت غرب إندونيسيا",
    ),
    (
        "WITA",
        "Central Indonesia Time",
        "heure du Centre indonésien",
        "印尼中部时间",
        "中部インドネシア時間",
        "بتوقيت وسط إندونيسيا",
    ),
    (
        "WIT",
        "Eastern Indonesia Time",
        "heure de l'Est indonésien",
        "印尼东部时间",
        "東部インドネシア時間",
        "بتوقيت شرق إندونيسيا",
    ),
)

FIRST = sorted(
    words(
        "Agus Andi Bambang Dewi Dian Eko Fajar Gede Hasan Indra Joko Ketut La",
        "Made Maria Muhammad Nur Nyoman Ompu Putu Rahmat Ratna Rini Ruslan Sari",
        "Siti Slamet Sri Sutan Tigor Udin Wayan Yanto Yohanes Yusuf Zainal",
        "Benyamin Cahyo Daeng Elisabet Fransiska Galuh Hendra Imam Jefri Kartika",
        "Lukas Melki Natalia Obed Paulus Rosmini Samsul Teuku Umar Viktor Welem",
        "Yakobus Zulkifli",
    )
)
LAST = sorted(
    words(
        "Siregar Simanjuntak Hutapea Nasution Lubis Tanjung Chaniago Kusuma",
        "Prasetyo Nugroho Wibowo Santoso Hidayat Rahman Suparman Wijaya Gunawan",
        "Setiawan Lestari Handayani Pratiwi Anggraini Sembiring Ginting Tarigan",
        "Manurung Pattiasina Latuconsina Rumbiak Wenda Kogoya Mandacan Tabuni",
        "Lamahu Mokodompit Tumbelaka Runtuwene Daeng Palinggi Tandiono Halim",
        "Salim Alatas Assegaf Baswedan Mangkunegara Suwandi Sumardi Kartodiharjo",
        "Wirawan Mahendra Sudarsana Pradnyana Bulan Taopan Nalle Kabes Lapian",
        "Sangaji Umasugi",
    )
)

FILLERS: Mapping[str, Filler] = {
    "count": count,
    "few": few,
    "crowd": crowd,
    "decimal": decimal,
    "magnitude": magnitude,
    "percent": percent,
    "rupiah": rupiah,
    "dollars": dollars,
    "weekday": weekday,
    "date": date,
    "year": year,
    "clock": clock,
    "person": person,
    "province": of_lexicon("province"),
    "regency": of_lexicon("regency"),
    "city": of_lexicon("city"),
    "country": of_lexicon("country"),
    "ministry": of_lexicon("institution", "Kementerian "),
}
"""
The kinds of holes that a template may have.
"""
