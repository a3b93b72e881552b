"""
What is said about dates, in both languages, and that no text is too much.
"""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from selaras.fidelity import Pair, Severity
from selaras.fidelity.same_dates import SameDates
from selaras.languages import LANGUAGES, TARGETS

CHECK = SameDates()
ODD = st.lists(
    st.sampled_from(
        [
            *("Selasa ", "(7/12)", "pukul ", "13.21", " WIB", "besok ", "pagi ", "12"),
            *(
                "Tuesday ",
                "July 12",
                "1:21 a.m.",
                "lundi ",
                "13 h 21",
                "7月12日",
                "午前",
            ),
            *(
                "1時",
                "（水）",
                "昨天",
                "上周",
                "الأحد ",
                "10 مايو",
                "غداً",
                "٧",
                "\u200f",
            ),
            *("\u200b", "\ufffd", "9" * 40, "/", "-", "(", ")", ":", ".", " ", "\n"),
        ]
    )
).map("".join)


def findings(source, target, language):
    return list(CHECK(Pair(source=source, target=target, language=language)))


def lies_in(span, text):
    return span is None or 0 <= span[0] <= span[1] <= len(text)


class TestFindings:
    def test_a_finding_speaks_two_languages_and_points(self):
        """
        The command line reads English, the newsroom Indonesian.
        """
        source, target = "Toko tutup Selasa (7/12).", "The shop closed on July 12."

        date, weekday = findings(source, target, "en")

        assert date.severity is Severity.BLOCKING
        assert date.message == (
            "The source says 7/12; the translation says July 12: "
            "day and month have changed places."
        )
        assert date.indonesian == (
            "Teks sumber menulis 7/12; terjemahan menulis July 12: "
            "tanggal dan bulannya tertukar."
        )
        assert source[slice(*date.source_span)] == "7/12"
        assert target[slice(*date.target_span)] == "July 12"
        assert weekday.severity is Severity.REVIEW
        assert weekday.target_span is None

    def test_what_stands_there_twice_is_for_the_desk(self):
        """
        Where one of two days is said twice, the other may have been left out.
        """
        found = findings(
            "Senin dan Selasa hujan, Rabu cerah.",
            "It rained on Monday and Monday, and Wednesday was sunny.",
            "en",
        )

        assert [finding.severity for finding in found] == [Severity.REVIEW]

    def test_a_copied_date_is_called_so(self):
        """
        "7/12 for 7/12" would puzzle an editor.
        """
        (found,) = findings("Toko tutup (7/12).", "商店关门（7/12）。", "zh")

        assert "copies it" in found.message
        assert "menyalinnya" in found.indonesian

    def test_a_clock_of_another_zone_is_told_once(self):
        """
        By its zone, not as another time of day besides.
        """
        found = findings("Mulai pukul 13.21 WIB.", "It starts at 1:21 p.m. WITA.", "en")

        assert [(one.expected, one.found) for one in found] == [("WIB", "WITA")]


class TestAnyText:
    @pytest.mark.parametrize("language", TARGETS)
    @given(source=ODD | st.text(), target=ODD | st.text())
    def test_no_text_stops_it(self, language, source, target):
        """
        It finds or does not, points into its texts, and never raises.
        """
        for finding in findings(source, target, language):
            assert finding.message.endswith(".")
            assert finding.indonesian.endswith(".")
            assert lies_in(finding.source_span, source)
            assert lies_in(finding.target_span, target)

    @pytest.mark.parametrize("language", sorted(LANGUAGES))
    @example(text="\N{ARABIC-INDIC DIGIT SEVEN}1:21 a.m.")
    @given(text=ODD)
    def test_a_text_is_the_same_as_itself(self, language, text):
        """
        Whatever was read, it has not changed.
        """
        pair = Pair(
            source=text, target=text, language=language, source_language=language
        )

        blocking = [one for one in CHECK(pair) if one.severity is not Severity.REVIEW]
        assert blocking == []

    @pytest.mark.parametrize(
        "text",
        [
            "Senin (7/12) pukul 13.21 WIB, " * 700,
            "1-" * 10000,
            "1月1日、" * 3000,
            "一" * 20000,
            "9 a.m. " * 3000,
            "4" * 20000,
        ],
    )
    @pytest.mark.parametrize("language", ["en", "ja"])
    def test_a_very_long_text_is_read_in_time(self, language, text):
        """
        Time grows with the text and not with its square.
        """
        findings(text, text[::-1], language)
