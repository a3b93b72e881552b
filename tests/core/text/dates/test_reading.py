"""
Dates and times are read in six languages, with everything that they may mean.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.languages import LANGUAGES
from selaras.text.dates import TABLES, read_moments, read_weekdays

TAGS = sorted(LANGUAGES)
PIECES = st.lists(
    st.sampled_from(
        [
            *("Senin", "Selasa ", "(7/12)", "(30/11-2/12)", "pukul ", "13.21", " WIB"),
            *("malam", "8-10 ", "Mei ", "2026", "lalu", "kemarin", "Monday", "May "),
            *(
                "8th",
                "1:21",
                "p.m.",
                " to ",
                "noon",
                "lundi",
                "13 h 21",
                "1er ",
                "mai ",
            ),
            *(
                "siècle",
                "XIX",
                "星期二",
                "（火）",
                "2月",
                "10日",
                "午後",
                "下午",
                "1時",
            ),
            *("21分", "半", "二〇二六年", "令和8年", "上周", "昨年", "1980年代"),
            *("الثلاثاء", "10 ", "مايو", "/", "أيار", "الساعة ", "السابعة", "مساءً"),
            *("أمس", "\u200f", "\u200b", "\N{NO-BREAK SPACE}", "１２", "٢٧"),
            *("4" * 40, "-", ".", ":", ",", " "),
        ]
    )
).map("".join)


def moments(text, language, kind):
    return [moment for moment in read_moments(text, language) if moment.kind == kind]


def values(text, language, kind, *names):
    return [
        tuple(getattr(moment.readings[0], name) for name in names)
        for moment in moments(text, language, kind)
    ]


def all_minutes(text, language):
    return [
        sorted(reading.minutes for reading in moment.readings)
        for moment in moments(text, language, "clock")
    ]


def counted(text, language):
    return [
        (moment.readings[0].relative.unit, moment.readings[0].relative.offset)
        for moment in moments(text, language, "relative")
        if moment.firm
    ]


class TestDates:
    @pytest.mark.parametrize(
        ("text", "language", "dates"),
        [
            ("Selasa (7/12)", "id", [(7, 12, None)]),
            ("Rabu (30/11-2/12) lalu", "id", [(30, 11, None), (2, 12, None)]),
            ("Kamis (8-10/5)", "id", [(8, 5, None), (10, 5, None)]),
            ("17 Agustus 2026", "id", [(17, 8, 2026)]),
            ("8 hingga 10 Mei 2026", "id", [(8, 5, 2026), (10, 5, 2026)]),
            ("10/2/2026 dan 2026-02-10", "id", [(10, 2, 2026), (10, 2, 2026)]),
            ("on February 10, 2026", "en", [(10, 2, 2026)]),
            ("from May 8 to 10", "en", [(8, 5, None), (10, 5, None)]),
            ("on 17 August 2026", "en", [(17, 8, 2026)]),
            ("the 1st of May", "en", [(1, 5, None)]),
            ("May 8 and 17 August", "en", [(8, 5, None), (17, 8, None)]),
            ("le 1er mai 2026", "fr", [(1, 5, 2026)]),
            ("du 8 au 10 mai", "fr", [(8, 5, None), (10, 5, None)]),
            ("二〇二六年八月十七日", "zh", [(17, 8, 2026)]),
            ("5月8日至10日", "zh", [(8, 5, None), (10, 5, None)]),
            ("令和8年8月17日", "ja", [(17, 8, 2026)]),
            ("31日(水)", "ja", [(31, None, None)]),
            ("5月8〜10日", "ja", [(8, 5, None), (10, 5, None)]),
            ("١٠ فبراير ٢٠٢٦", "ar", [(10, 2, 2026)]),
            ("17 آب/أغسطس 2026", "ar", [(17, 8, 2026)]),
            ("الخامس من كانون الثاني", "ar", [(5, 1, None)]),
            ("من 8 إلى 10 مايو", "ar", [(8, 5, None), (10, 5, None)]),
        ],
    )
    def test_days_months_and_years_are_read(self, text, language, dates):
        """
        Days that share a month and a year all have them.
        """
        assert values(text, language, "date", "day", "month", "year") == dates

    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("tahun ajaran 2025/2026", "id"),
            ("menang 2-1 atas PSIS", "id"),
            ("UU Nomor 5/2021 dan PP 12/2019", "id"),
            ("Rp1.250 dan 3/4 bagian", "id"),
            ("the 2025/2026 season ended 2-1", "en"),
            ("laporan selama 10日間", "ja"),
            ("la saison 2025/2026", "fr"),
        ],
    )
    def test_scores_seasons_and_laws_are_no_dates(self, text, language):
        """
        Two numbers with a stroke between are a date only where the text says so.
        """
        assert moments(text, language, "date") == []

    def test_an_english_date_in_digits_may_be_read_in_both_orders(self):
        """
        The order of London and that of New York look alike up to the twelfth.
        """
        (moment,) = moments("on Tuesday (2/10)", "en", "date")

        days = [(reading.day, reading.month) for reading in moment.readings]
        assert days == [(10, 2), (2, 10)]

    def test_a_month_by_itself_is_never_asked_for(self):
        """
        It may be a word of another kind, and same-numbers asks for it.
        """
        (moment,) = moments("27 orang sejak Maret", "id", "date")

        assert not moment.firm

    def test_a_month_of_the_islamic_calendar_is_not_of_the_common_one(self):
        """
        Ramadan is the ninth month, but not September.
        """
        (moment,) = moments("1 Ramadan 1447 Hijriah", "id", "date")

        assert moment.readings[0].hijri


class TestWeekdays:
    @pytest.mark.parametrize(
        ("text", "language", "days"),
        [
            ("Senin, Selasa, Rabu, Kamis", "id", [0, 1, 2, 3]),
            ("Jumat (10/2), Sabtu dan Ahad", "id", [4, 5, 6]),
            ("pada Minggu (8/2)", "id", [6]),
            ("minggu ini", "id", []),
            ("Jumat Agung", "id", []),
            ("on Monday and Sunday", "en", [0, 6]),
            ("lundi et dimanche", "fr", [0, 6]),
            ("星期二、周日和礼拜天", "zh", [1, 6, 6]),
            ("两周后", "zh", []),
            ("（火）と日曜", "ja", [1, 6]),
            ("يوم الثلاثاء والأحد", "ar", [1, 6]),
        ],
    )
    def test_names_and_signs_are_read(self, text, language, days):
        """
        Monday is 0. A week is no weekday, and neither is a feast.
        """
        found = [day for (day,) in values(text, language, "weekday", "weekday")]

        assert found == days

    def test_the_night_before_a_day_is_named_after_it(self):
        """
        "Malam Minggu" is Saturday night, and a night.
        """
        (moment,) = moments("malam Minggu", "id", "weekday")
        (part,) = moments("malam Minggu", "id", "part")

        assert [reading.weekday for reading in moment.readings] == [5]
        assert 20 in part.readings[0].hours

    def test_a_french_night_lies_between_two_days(self):
        """
        It may be named by either of them, where they follow each other.
        """
        (night,) = moments("dans la nuit de dimanche à lundi", "fr", "weekday")
        (day,) = moments("dans la nuit de samedi à lundi", "fr", "weekday")

        assert [reading.weekday for reading in night.readings] == [6, 0]
        assert [reading.weekday for reading in day.readings] == [0]

    def test_minggu_at_the_beginning_is_not_firm(self):
        """
        It may be a Sunday, or a week with the capital letter of its sentence.
        """
        (moment,) = moments("Minggu itu ia pulang.", "id", "weekday")

        assert not moment.firm

    @pytest.mark.parametrize("language", TAGS)
    @given(text=PIECES | st.text())
    def test_weekdays_alone_are_those_of_all_moments(self, language, text):
        """
        The quick way finds what the long way finds.
        """
        assert read_weekdays(text, language) == tuple(
            moments(text, language, "weekday")
        )


class TestClocks:
    @pytest.mark.parametrize(
        ("text", "language", "minutes"),
        [
            ("pukul 13.21 WIB", "id", [[801]]),
            ("pukul 08.30-10.00 WITA", "id", [[510], [600]]),
            ("pukul 7 malam", "id", [[1140]]),
            ("pukul sembilan malam", "id", [[1260]]),
            ("pukul 7", "id", [[420, 1140]]),
            ("pukul 24.00", "id", [[0]]),
            ("2 jam 21 menit", "id", []),
            ("at 1:21 p.m.", "en", [[801]]),
            ("at 12:30 a.m.", "en", [[30]]),
            ("between 5 and 9 a.m.", "en", [[300, 1020], [540]]),
            ("at 7:30", "en", [[450, 1170]]),
            ("at 0230 UTC", "en", [[150]]),
            ("à 13 h 21 et à 7 heures du soir", "fr", [[801], [1140]]),
            ("13h21", "fr", [[801]]),
            ("下午1时21分", "zh", [[801]]),
            ("晚上七点半", "zh", [[1170]]),
            ("午後1時21分", "ja", [[801]]),
            ("午後0時半", "ja", [[750]]),
            ("午前9～11時", "ja", [[540], [660, 1380]]),
            ("3時間", "ja", []),
            ("الساعة 7:30 مساءً", "ar", [[1170]]),
            ("الساعة السابعة والنصف صباحاً", "ar", [[450]]),
        ],
    )
    def test_hours_minutes_and_parts_of_the_day_are_read(self, text, language, minutes):
        """
        An hour that does not say its half of the day has two readings.
        """
        assert all_minutes(text, language) == minutes

    @pytest.mark.parametrize(
        ("text", "language", "zone"),
        [
            ("pukul 13.21 WIB", "id", 420),
            ("pukul 13.21 Wita", "id", 480),
            ("at 1:21 p.m. Western Indonesia Time (WIB)", "en", 420),
            ("at 06:21 GMT", "en", 0),
            ("at 1 p.m. GMT+7", "en", 420),
            ("à 13 h 21, heure de l’Est indonésien", "fr", 540),
            ("印尼中部时间13时21分", "zh", 480),
            ("西部インドネシア時間午後1時21分", "ja", 420),
            ("الساعة 13:21 بتوقيت شرق إندونيسيا", "ar", 540),
        ],
    )
    def test_a_clock_has_the_zone_that_stands_beside_it(self, text, language, zone):
        """
        Before it in Chinese and Japanese, after it elsewhere.
        """
        assert values(text, language, "clock", "zone") == [(zone,)]


class TestRelativeDays:
    @pytest.mark.parametrize(
        ("text", "language", "expected"),
        [
            ("kemarin, besok, lusa, hari ini", "id", [-1, 1, 2, 0]),
            ("yesterday, tomorrow, today", "en", [-1, 1, 0]),
            ("hier, demain, avant-hier, aujourd’hui", "fr", [-1, 1, -2, 0]),
            ("昨天，明天，后天，今天", "zh", [-1, 1, 2, 0]),
            ("昨日、明日、あさって、今日", "ja", [-1, 1, 2, 0]),
            ("أمس وغداً وبعد غد", "ar", [-1, 1, 2]),
        ],
    )
    def test_days_are_counted_from_now(self, text, language, expected):
        """
        Yesterday is -1.
        """
        assert counted(text, language) == [("day", offset) for offset in expected]

    @pytest.mark.parametrize(
        ("text", "language", "expected"),
        [
            ("pekan lalu, Tahun Depan", "id", [("week", -1), ("year", 1)]),
            ("Senin lalu", "id", [("weekday", -1)]),
            ("5 tahun lalu, dua pekan lalu, beberapa bulan lalu", "id", []),
            ("last week, next year", "en", [("week", -1), ("year", 1)]),
            ("in the last week", "en", []),
            ("la semaine dernière, l'an prochain", "fr", [("week", -1), ("year", 1)]),
            ("上周五，明年", "zh", [("week", -1), ("year", 1)]),
            ("先週、来年、先月", "ja", [("week", -1), ("year", 1), ("month", -1)]),
            ("الأسبوع الماضي، العام المقبل", "ar", [("week", -1), ("year", 1)]),
        ],
    )
    def test_weeks_months_and_years_are_counted_too(self, text, language, expected):
        """
        But not a span of time, nor so many years ago.
        """
        assert counted(text, language) == expected


class TestNearbyDays:
    @pytest.mark.parametrize(
        ("text", "language"),
        [
            ("tahun sebelumnya", "id"),
            ("the previous year", "en"),
            ("l'année précédente", "fr"),
            ("前一年", "zh"),
            ("前年", "ja"),
            ("العام السابق", "ar"),
        ],
    )
    def test_the_year_before_may_be_said_for_last_year(self, text, language):
        """
        But it is not asked for: it counts from a time that is told.
        """
        (moment,) = moments(text, language, "relative")

        assert moment.readings[0].relative.offset == -1
        assert not moment.firm


class TestPeriods:
    @pytest.mark.parametrize(
        ("text", "language", "expected"),
        [
            ("1980-an dan abad ke-19", "id", [(80, None), (None, 19)]),
            ("the 1980s and the 19th century", "en", [(80, None), (None, 19)]),
            ("les années 1980, le XIXe siècle", "fr", [(80, None), (None, 19)]),
            ("20世纪80年代", "zh", [(None, 20), (80, None)]),
            ("1980年代と19世紀", "ja", [(80, None), (None, 19)]),
            ("ثمانينيات القرن الماضي", "ar", [(80, None)]),
        ],
    )
    def test_decades_and_centuries_are_read(self, text, language, expected):
        """
        A decade has the same name in every century.
        """
        assert values(text, language, "period", "decade", "century") == expected


class TestAnyText:
    @pytest.mark.parametrize("language", TAGS)
    @given(text=PIECES | st.text())
    def test_moments_lie_in_their_text_in_order(self, language, text):
        """
        Whatever is written, the reader finds or does not, and never raises.
        """
        found = read_moments(text, language)

        assert list(found) == sorted(found, key=lambda moment: moment.span)
        for moment in found:
            assert 0 <= moment.span.start < moment.span.end <= len(text)
            assert moment.readings

    def test_every_language_has_a_table(self):
        """
        A language without one could not be checked.
        """
        assert TABLES.keys() == LANGUAGES.keys()
