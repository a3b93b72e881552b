"""
Dates as feeds write them: ISO 8601, RFC 822, and the way Indonesian newsrooms do.
"""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from selaras_site.ingest.errors import ItemRefused

WIB = timezone(timedelta(hours=7), "WIB")
"""
The zone of a date that names none: Western Indonesian Time, that of Jakarta.
"""

ZONES: dict[str, tzinfo] = {
    "z": UTC,
    "ut": UTC,
    "utc": UTC,
    "gmt": UTC,
    "wib": WIB,
    "wita": timezone(timedelta(hours=8), "WITA"),
    "wit": timezone(timedelta(hours=9), "WIT"),
    "sgt": timezone(timedelta(hours=8), "SGT"),
    "jst": timezone(timedelta(hours=9), "JST"),
    "est": timezone(timedelta(hours=-5), "EST"),
    "edt": timezone(timedelta(hours=-4), "EDT"),
    "cst": timezone(timedelta(hours=-6), "CST"),
    "cdt": timezone(timedelta(hours=-5), "CDT"),
    "mst": timezone(timedelta(hours=-7), "MST"),
    "mdt": timezone(timedelta(hours=-6), "MDT"),
    "pst": timezone(timedelta(hours=-8), "PST"),
    "pdt": timezone(timedelta(hours=-7), "PDT"),
}

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januari",
            "feb february februari pebruari",
            "mar march maret",
            "apr april",
            "may mei",
            "jun june juni",
            "jul july juli",
            "aug august agu ags agt agustus",
            "sep sept september",
            "oct october okt oktober",
            "nov november nop nopember",
            "dec december des desember",
        ),
        start=1,
    )
    for name in names.split()
}

WRITTEN = re.compile(
    r"(?:[^\W\d]+['’]?[^\W\d]*,?\s+)?"  # the day of the week, Jum'at among them
    r"(?P<day>[0-9]{1,2})[\s-](?P<month>[^\W\d]{3,9})\.?[\s-]"
    r"(?P<year>[0-9]{4}|[0-9]{2})"
    r"(?:,?\s+(?:pukul\s+|\|\s*|-\s*)?"
    r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?:[:.](?P<second>[0-9]{2}))?)?"
    r"\s*(?P<zone>[^\W\d]{1,5}|[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)
NAMED_ZONE = re.compile(r"(?<=[0-9])\s*([a-z]{1,4})$", re.IGNORECASE)
OFFSET = re.compile(r"([+-])([0-9]{2}):?([0-9]{2})")
NO_DATE = "0000-00-00"
"""
What WordPress writes where there is no date.
"""

MAX_LENGTH = 60
FIRST_YEAR, LAST_YEAR = 1900, 2100


def read_date(text: str) -> datetime | None:
    """
    A date with its time zone, or None where there is none.

    >>> read_date("Senin, 02 Maret 2026 10:15 WIB").isoformat()
    '2026-03-02T10:15:00+07:00'
    >>> read_date("Mon, 02 Mar 2026 03:15:00 GMT") == read_date("2026-03-02 10:15")
    True
    """
    text = " ".join(text.split())
    if not text or text.startswith(NO_DATE):
        return None
    known = len(text) <= MAX_LENGTH
    found = (from_iso(text) or from_words(text)) if known else None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ItemRefused(
            "A date was expected, such as 2026-03-02T10:15:00+07:00 or Mon, 02 Mar "
            f"2026 10:15:00 +0700, but got {text[:MAX_LENGTH]!r}."
        )
    return found


def from_iso(text: str) -> datetime | None:
    """
    A date as ISO 8601 writes it, also with a zone's name behind it.
    """
    named = NAMED_ZONE.search(text)
    zone = ZONES.get(named[1].lower()) if named else WIB
    try:
        found = datetime.fromisoformat(text[: named.start()] if named else text)
    except ValueError:
        return None
    if found.tzinfo is None and zone is not None:
        return found.replace(tzinfo=zone)
    return found if found.tzinfo else None


def from_words(text: str) -> datetime | None:
    """
    A date with the name of a month in it, English or Indonesian.
    """
    found = WRITTEN.fullmatch(text)
    if not found:
        return None
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
    month = MONTHS.get(found["month"].lower())
    zone = zone_of(found["zone"])
    if month is None or zone is None:
        return None
    hour, minute, second = (
        int(found[part] or 0) for part in ("hour", "minute", "second")
    )
    try:
        return datetime(
            year, month, int(found["day"]), hour, minute, second, tzinfo=zone
        )
    except ValueError:
        return None


def zone_of(text: str | None) -> tzinfo | None:
    """
    A zone by its name or offset; that of Jakarta for none.
    """
    if not text:
        return WIB
    if offset := OFFSET.fullmatch(text):
        minutes = int(offset[2]) * 60 + int(offset[3])
        sign = -1 if offset[1] == "-" else 1
        return timezone(timedelta(minutes=sign * minutes)) if minutes < 1440 else None
    return ZONES.get(text.lower())
