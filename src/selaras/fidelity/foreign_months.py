"""
Months that are named in another language than the translation's: "12 Mei" in English.
"""

import re
from collections.abc import Iterable, Mapping

from selaras.fidelity.asides import outside_asides
from selaras.fidelity.finding import Pair
from selaras.fidelity.language_faults import Fault, untranslated
from selaras.languages import Tag
from selaras.text.spans import Span


def foreign_month(pair: Pair) -> Fault | None:
    """
    A date whose month has its name in another language, and no name around it.

    >>> foreign_month(Pair(source="12 Mei", target="On 12 Mei", language="en")).message
    '“12 Mei” was left untranslated.'
    """
    text = outside_asides(pair)
    if pair.language not in DATES or DIGIT.search(text) is None:
        return None
    for date in DATES[pair.language].finditer(text):
        if not is_in_a_name(date[0], pair.source):
            return untranslated(date[0], Span(*date.span()))
    return None


def is_in_a_name(date: str, source: str) -> bool:
    """
    Whether a date stands behind a name in the source, and so may be a part of it.

    >>> is_in_a_name("17 Agustus", "Universitas 17 Agustus 1945")
    True
    """
    before = source.partition(date)[0].split()[-1:]
    return date in source and any(
        word[0].isupper() and word not in BEFORE_DATES for word in before
    )


def dated(months: Iterable[str]) -> re.Pattern[str]:
    """
    What finds a month with its day or its year, if no name follows.
    """
    names = "|".join(sorted(months, key=len, reverse=True))
    month = rf"(?:{names})(?![A-Za-zÀ-ɏ])"
    return re.compile(
        rf"(?<![\d.,-])\d{{1,2}} ?{month}(?! [A-Z]| \d{{4}} [A-Z])"
        rf"|(?<![A-Za-zÀ-ɏ])(?<!\d ){month} (?:19|20)\d\d(?!\d| [A-Z])"
    )


BEFORE_DATES = frozenset(
    {"Pada", "Sejak", "Tanggal", "Hingga", "Mulai", "Per", "Antara", "Senin", "Selasa"}
    | {"Rabu", "Kamis", "Jumat", "Sabtu", "Minggu", "Ahad"}
)
"""
What has a capital letter before a date and is no name.
"""

DIGIT = re.compile(r"\d")

INDONESIAN_MONTHS = """
Januari Februari Pebruari Maret Mei Juni Juli Agustus Oktober Nopember Desember
"""

ENGLISH_MONTHS = """
January February March May June July August October December
"""

FRENCH_MONTHS = """
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
"""

INDONESIAN = frozenset(INDONESIAN_MONTHS.split())
ENGLISH = frozenset(ENGLISH_MONTHS.split())
FRENCH = frozenset(FRENCH_MONTHS.split())
SHARED = frozenset({"April", "September", "November"})

DATES: Mapping[Tag, re.Pattern[str]] = {
    "en": dated(INDONESIAN | (FRENCH - {"mars"})),
    "fr": dated(INDONESIAN | ENGLISH | SHARED),
} | {
    language: dated(INDONESIAN | ENGLISH | FRENCH | SHARED)
    for language in ("zh", "ja", "ar")
}
