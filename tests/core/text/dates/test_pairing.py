"""
Moments are served one to one, and a timetable in time.
"""

import pytest

from selaras.text.dates import agree, read_moments
from selaras.text.dates.pairing import MANY, unserved


def of_kind(text, language, kind):
    return [moment for moment in read_moments(text, language) if moment.kind == kind]


def left(source, target, language, kind):
    wanted, offered = of_kind(source, "id", kind), of_kind(target, language, kind)
    return [moment.span.of(source) for moment in unserved(wanted, offered)]


class TestAgree:
    @pytest.mark.parametrize(
        ("source", "target", "language", "same"),
        [
            ("pukul 13.21 WIB", "13時21分", "ja", True),
            ("pukul 13.21 WIB", "06:21 GMT", "en", True),
            ("pukul 13.21 WIB", "at 1:21 p.m. local time", "en", True),
            ("pukul 13.21 WIB", "at 1:21 p.m. WITA", "en", False),
            ("pukul 13.21 WIB", "at 1:21 a.m.", "en", False),
        ],
    )
    def test_clocks_agree_in_their_instant(self, source, target, language, same):
        """
        A zone that is not said may be any; two zones must fit their clocks.
        """
        (one,) = of_kind(source, "id", "clock")
        (other,) = of_kind(target, language, "clock")

        assert agree(one, other) == same


class TestUnserved:
    def test_a_moment_serves_one_other(self):
        """
        Two dates are not both served by the same one.
        """
        text = "dari Selasa (10/2) hingga Rabu (11/2)"

        assert left(text, "from Feb. 10 to Feb. 10", "en", "date") == ["11/2"]

    def test_the_day_alone_serves_where_the_month_is_dropped(self):
        """
        Japanese news names the day of this month without its month.
        """
        assert left("Rabu (31/12)", "31日(水)", "ja", "date") == []

    def test_a_timetable_is_compared_too(self):
        """
        Reading by reading, since its time must not grow with the square.
        """
        clocks = [f"pukul {n % 23:02}.{n % 60:02}" for n in range(2 * MANY)]
        changed = [*clocks[:-1], "pukul 23.59"]

        found = left(", ".join(clocks), ", ".join(changed), "id", "clock")

        assert len(found) == 1
