"""
Names are found in Indonesian text, and words are not taken for them.
"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.terms import NameKind, read_names

ODD = st.text(alphabet="AaBbIi Ké.,-'\"’()\n\u200b\u200f\u202e一タح1٣RpPT")


def texts(text):
    return [name.text for name in read_names(text)]


class TestPeople:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Menurut Marselina Wangge, hujan turun.", "Marselina Wangge"),
            ("Kepala Dinas Kebersihan Yosef Tukan hadir.", "Yosef Tukan"),
            ("Hakim ketua I Wayan Suartika membacakan putusan.", "I Wayan Suartika"),
            ("Gugatan diajukan Abdul bin Karimata.", "Abdul bin Karimata"),
            ("Menteri Luar Negeri Ruritania Jan van Oldenkamp tiba.", "Oldenkamp"),
        ],
    )
    def test_titles_are_no_part_of_a_name(self, text, name):
        """
        Offices, ranks and courtesies are translated; the name is not.
        """
        assert any(name in found for found in texts(text))
        assert not any("Kepala" in found or "Hakim" in found for found in texts(text))

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("Ekonom Amartya Sen tiba.", ["Amartya Sen"]),
            ("Ia bertemu Amartya Sen. Ia pulang.", ["Amartya Sen"]),
            ("Usulan Sen. Herlambang ditolak.", ["Herlambang"]),
            ("Menurut Det. Herlambang, hujan turun.", ["Herlambang"]),
        ],
    )
    def test_a_shortened_title_has_a_full_stop_and_a_name_behind_it(self, text, names):
        """
        Without one, *Sen* is a surname.
        """
        assert texts(text) == names

    def test_a_name_that_is_a_word_is_found_where_its_neighbours_speak_for_it(self):
        """
        After "kata" or before an age it is a person, but nothing is certain.
        """
        said, aged = '"Saya lega," kata Bintang.', "Korban, Indah (21), dirawat."

        names = [*read_names(said), *read_names(aged)]

        assert [(name.text, name.kind) for name in names] == [
            ("Bintang", NameKind.PERSON),
            ("Indah", NameKind.PERSON),
        ]
        assert not any(name.certain for name in names)

    def test_a_word_with_a_capital_is_no_name_for_that(self):
        """
        Institutions are named with words, and so are days and sentences begun.
        """
        assert texts("Adil itu sulit. Indah sekali pantainya.") == []
        assert texts("Rapat Anggaran digelar Senin di Balai Desa.") == []

    def test_the_initials_of_a_suspect_are_a_name(self):
        """
        Who must not be named is named by initials, and these must be right.
        """
        (name,) = read_names("Penyidik menahan tersangka RK selama 20 hari.")

        assert (name.text, name.kind, name.certain) == ("RK", NameKind.INITIALS, True)


class TestNamesOfWords:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Warga mengungsi ke Batu Tinggi.", "Batu Tinggi"),
            ("Kapal motor (KM) Sinar Pagi karam.", "Sinar Pagi"),
            ("KMP Teluk Mas karam di Selat Bali.", "Teluk Mas"),
            ('Film "Pasar Malam" laris.', "Pasar Malam"),
            ("Kata Direktur Silika Mandiri, Hartono Prajogi.", "Silika Mandiri"),
        ],
    )
    def test_what_stands_round_words_makes_them_a_name(self, text, name):
        """
        A preposition, an acronym, quotation marks, a title.
        """
        (found,) = (one for one in read_names(text) if one.text == name)

        assert found.kind in (NameKind.WORDS, NameKind.CALLED)
        assert not found.certain

    @pytest.mark.parametrize(
        "text", ["Ia tiba di Tanah Air.", "Origami adalah seni.", "Naik ke Level III."]
    )
    def test_other_words_stay_words(self, text):
        """
        A capital alone makes no name.
        """
        assert texts(text) == []


class TestHeadlines:
    def test_words_of_a_headline_are_no_names(self):
        """
        Every word has a capital there.
        """
        assert texts("Harga Cabai Melonjak, Pedagang Keluhkan Pasokan") == []

    def test_what_is_no_word_may_be_a_name_there_but_not_for_certain(self):
        """
        Nothing that a capital alone says may block a headline.
        """
        (name,) = read_names("Longsor Timbun Rumah Warga di Tlogosari")

        assert (name.text, name.certain) == ("Tlogosari", False)


class TestLexicon:
    def test_the_longest_form_wins(self):
        """
        "Jawa Barat" is a province, not an island and a direction.
        """
        assert texts("Ia pindah ke Jawa Barat.") == ["Jawa Barat"]

    def test_a_currency_is_no_country(self):
        """
        "dolar AS" is the business of another check.
        """
        assert texts("Nilainya 3 juta dolar AS.") == []
        assert texts("Ia pulang dari AS.") == ["AS"]


class TestAnyText:
    @given(ODD | st.text())
    def test_names_lie_in_the_text_in_order(self, text):
        """
        Whatever is written, spans are right and never overlap.
        """
        names = read_names(text)

        assert all(name.span.of(text) == name.text for name in names)
        spans = [name.span for name in names]
        assert all(a.end <= b.start for a, b in pairwise(spans))

    @pytest.mark.parametrize(
        "text", ["Kabupaten " * 4000, "Zq" * 20000, "Zqo " * 9000, "A-a" * 9000]
    )
    def test_a_very_long_text_is_read_in_time(self, text):
        """
        Time grows with the text and not with its square.
        """
        read_names(text)
