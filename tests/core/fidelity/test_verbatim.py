"""
What must not be translated is found, and nothing else is.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.fidelity import find_verbatim
from selaras.fidelity.verbatim import stands_in, without_verbatim


def found(text):
    return [(item.kind, item.text) for item in find_verbatim(text)]


class TestFindVerbatim:
    @pytest.mark.parametrize(
        ("text", "items"),
        [
            (
                "Unduh di https://pajak.go.id/formulir_(2026).pdf, gratis.",
                [("web address", "https://pajak.go.id/formulir_(2026).pdf")],
            ),
            ("(lihat www.bmkg.go.id)", [("web address", "www.bmkg.go.id")]),
            ("据detik.com报道", [("web address", "detik.com")]),
            ("Surel: humas@kpk.go.id.", [("e-mail address", "humas@kpk.go.id")]),
            ("kata akun @jokowi.", [("handle", "@jokowi")]),
            ("tagar #2024GantiMenu ramai", [("hashtag", "#2024GantiMenu")]),
            ("Telepon 021-5550123.", [("phone number", "021-5550123")]),
            ("WA +62 812 3456 7890", [("phone number", "+62 812 3456 7890")]),
            ("layanan 1500-123", [("phone number", "1500-123")]),
            ("6 060 000 milliards", []),
            ("darurat 112 021 555 0123", [("phone number", "021 555 0123")]),
            (
                "mobil B 1 RI dan AD 4567 CK",
                [("plate", "B 1 RI"), ("plate", "AD 4567 CK")],
            ),
            ("surat 005/SK/KPU/IX/2026", [("code", "005/SK/KPU/IX/2026")]),
            ("pesawat QZ8501", [("code", "QZ8501")]),
            ("Juara🇮🇩👍🏽!", [("emoji", "🇮🇩"), ("emoji", "👍🏽")]),
            ("regu 👩‍🚒 siaga ❤️", [("emoji", "👩‍🚒"), ("emoji", "❤️")]),
            (
                "UU No. 27 Tahun 2022 dan PP 5/2021",
                [
                    ("law number", "27"),
                    ("law number", "2022"),
                    ("law number", "5"),
                    ("law number", "2021"),
                ],
            ),
        ],
    )
    def test_items_are_found_with_their_kind(self, text, items):
        """
        The item ends where it ends, not where its sentence does.
        """
        assert found(text) == items

    @pytest.mark.parametrize(
        "text",
        [
            "Rabu (31/12), pukul 08.30-10.00 WIB",
            "Rp1.250.000,50 atau USD500",
            "Jakarta → Bogor, Sinar™ © 2026 ✓ 1️⃣ ↔️",
            "Presiden dan/atau wakilnya, 1/2 bagian, PM2,5 dan COVID-19",
            "kuartal III-2025, pasal 5 ayat (1), No. 7",
            "skor 2-1, U-23, G20, B50, ke-21, 0,75 persen",
            "Kompas. Com adalah kata lain. Ia pergi.",
            "nomor 1 di dunia, 1.000.000 orang, 10.30 WIB",
        ],
    )
    def test_what_is_translated_is_no_item(self, text):
        """
        Dates, sums, scores and articles of laws are numbers, and have their own check.
        """
        assert found(text) == []

    @given(st.text(alphabet="aA0 1.@#/+-()B:htp\n"))
    def test_spans_are_in_order_and_give_the_item(self, text):
        """
        Items never overlap, so that each can be masked on its own.
        """
        end = 0
        for item in find_verbatim(text):
            assert item.span.of(text) == item.text != ""
            assert item.span.start >= end
            end = item.span.end

    @given(st.text(alphabet="aA0 1.@#/+-()B:htp\n"))
    def test_blanking_items_keeps_every_offset(self, text):
        """
        A number found afterwards is where it was.
        """
        assert len(without_verbatim(text)) == len(text)


class TestStandsIn:
    @pytest.mark.parametrize(
        ("item", "text", "there"),
        [
            ("bnpb.go.id", "见bnpb.go.id。", True),
            ("bnpb.go.id", "see bnpb.go.id.", True),
            ("bnpb.go.id", "see www.bnpb.go.id.", False),
            ("bnpb.go.id", "see bnpb.go.id/x", False),
            ("@kpk", "@kpk_ri", False),
            ("@kpk", "a@kpk", False),
            ("JT610", "JT6101", False),
        ],
    )
    def test_a_part_of_something_longer_does_not_count(self, item, text, there):
        """
        A longer address leads somewhere else.
        """
        assert (stands_in(item, text) is not None) == there
