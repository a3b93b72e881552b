"""
Dates are read as feeds write them, and never without a zone.
"""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras_site.ingest.errors import ItemRefused
from selaras_site.ingest.readers.dates import read_date

MOMENT = datetime(2026, 3, 2, 3, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02T10:15:00+07:00",
        "2026-03-02T03:15:00Z",
        "2026-03-02T03:15:00.000Z",
        "20260302T101500+0700",
        "2026-03-02 10:15",
        "2026-03-02 10:15:00 WIB",
        "2026-03-02 11:15 WITA",
        "Mon, 02 Mar 2026 03:15:00 GMT",
        "Mon, 02 Mar 2026 10:15:00 +0700",
        "2 Mar 26 03:15 UT",
        "Senin, 2 Maret 2026 10:15 WIB",
        "Senin, 02 Maret 2026 pukul 10.15 WIB",
        "Senin, 02 Mar 2026 | 12:15 WIT",
        "02-Mar-2026 10:15",
    ],
)
def test_the_same_moment_in_many_ways(text):
    """
    One that names no zone is of Jakarta.
    """
    assert read_date(text) == MOMENT


@pytest.mark.parametrize(
    "text", ["", "  ", "0000-00-00 00:00:00", "0000-00-00T00:00:00Z"]
)
def test_no_date_is_none(text):
    """
    WordPress writes zeros where there is none.
    """
    assert read_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        *("kemarin", "1772421300", "32 Maret 2026 10:15", "2 Foo 2026", "2026-13-01"),
        *(
            "Mon, 02 Mar 2026 03:15:00 XYZ",
            "0001-01-01T00:00:00",
            "2026-03-02 10:15 ABC",
        ),
        *(
            "03/02/2026 10:15",
            "2 Mar 2026 25:00 WIB",
            "2 Mar 2026 10:15 +9900",
            "9" * 5000,
        ),
    ],
)
def test_what_is_no_date_is_refused(text):
    """
    A guess could be a day or a month wrong.
    """
    with pytest.raises(ItemRefused, match="A date was expected"):
        read_date(text)


def test_a_day_of_the_week_with_an_apostrophe_is_one():
    """
    Friday is Jum'at.
    """
    assert read_date("Jum'at, 6 Maret 2026 00:00 WIB").day == 6


@given(st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 12, 31)))  # noqa: DTZ001
def test_what_iso_writes_is_read(moment):
    """
    Every moment of these centuries.
    """
    zoned = moment.replace(tzinfo=UTC)

    assert read_date(zoned.isoformat()) == zoned


@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none_or_refused(text):
    """
    No other exception, and never a date without a zone.
    """
    try:
        found = read_date(text)
    except ItemRefused:
        return
    assert found is None or found.tzinfo is not None
