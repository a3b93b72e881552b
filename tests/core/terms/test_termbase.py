"""
The newsroom's own terms: where they stand in a text, and what stands for them.
"""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.languages import TARGETS
from selaras.terms.own import (
    NO_TERMS,
    Form,
    Termbase,
    TermEntry,
    TermKind,
    bases,
    is_there,
    places_of,
)


def base(*sources, kind=TermKind.TERM):
    return Termbase([TermEntry(source=source, kind=kind) for source in sources])


def found(termbase, text):
    return [
        (one.entry.source, one.span.of(text), one.form.name)
        for one in termbase.find(text)
    ]


class TestAffixes:
    @pytest.mark.parametrize(
        ("word", "wanted", "form"),
        [
            ("sita", "sita", Form.SAME),
            ("sitanya", "sita", Form.ENCLITIC),
            ("sitalah", "sita", Form.ENCLITIC),
            ("rumahku", "rumah", Form.ENCLITIC),
            ("rumahmu", "rumah", Form.ENCLITIC),
            ("disita", "sita", Form.INFLECTED),
            ("menyita", "sita", Form.INFLECTED),
            ("tersita", "sita", Form.INFLECTED),
            ("menyitanya", "sita", Form.INFLECTED),
            ("memukul", "pukul", Form.INFLECTED),
            ("menahan", "tahan", Form.INFLECTED),
            ("mengirim", "kirim", Form.INFLECTED),
            ("membakar", "bakar", Form.INFLECTED),
            ("mendakwa", "dakwa", Form.INFLECTED),
            ("mengaudit", "audit", Form.INFLECTED),
            ("menguji", "uji", Form.INFLECTED),
            ("mengecat", "cat", Form.INFLECTED),
            ("merawat", "rawat", Form.INFLECTED),
            ("memprotes", "protes", Form.INFLECTED),
            ("mengkritik", "kritik", Form.INFLECTED),
            ("membanjiri", "banjir", Form.INFLECTED),
            ("melaporkan", "lapor", Form.INFLECTED),
            ("diperkuat", "kuat", Form.INFLECTED),
            ("memperbaiki", "baik", Form.INFLECTED),
            ("berunding", "unding", Form.INFLECTED),
            ("bekerja", "kerja", Form.INFLECTED),
            ("penyitaan", "sita", Form.DERIVED),
            ("penahanan", "tahan", Form.DERIVED),
            ("petani", "tani", Form.DERIVED),
            ("penulis", "tulis", Form.DERIVED),
            ("kebakaran", "bakar", Form.DERIVED),
            ("hukuman", "hukum", Form.DERIVED),
            ("pertanian", "tani", Form.DERIVED),
            ("pemberlakuan", "laku", Form.DERIVED),
        ],
    )
    def test_a_word_is_a_form_of_its_base(self, word, wanted, form):
        assert dict(bases(word))[wanted] is form

    @pytest.mark.parametrize(
        ("word", "other"),
        [
            ("masalah", "masa"),
            ("menteri", "teri"),
            ("menterinya", "teri"),
            ("sekolah", "kolah"),
            ("perlahan", "lahan"),
            ("perangkat", "angkat"),
            ("beras", "ras"),
            ("terdakwa", "dakwa"),
            ("adalah", "ada"),
            ("penjara", "jara"),
        ],
    )
    def test_what_only_looks_affixed_is_whole(self, word, other):
        assert other not in dict(bases(word))

    @given(st.text())
    def test_any_word_is_a_form_of_itself(self, word):
        assert bases(word)[0] == (word, Form.SAME)


class TestFind:
    @pytest.mark.parametrize(
        ("source", "text", "span"),
        [
            ("tersangka", "Dua tersangka ditahan.", "tersangka"),
            ("tersangka", "TERSANGKA DITAHAN", "TERSANGKA"),
            ("tersangka", "Para Tersangkanya Ditahan", "Tersangkanya"),
            ("tersangka", "Tersangka-tersangka itu", "Tersangka-tersangka"),
            ("tembak", "Terjadi tembak-menembak.", "tembak-menembak"),
            ("kapal", "kapal-kapalnya tenggelam", "kapal-kapalnya"),
            ("sita", "Polisi menyita mobil.", "menyita"),
            ("rapat kerja", "Dalam rapat kerjanya", "rapat kerjanya"),
            ("tanggung jawab", "harus bertanggung jawab", "bertanggung jawab"),
            ("tanggung jawab", "dipertanggungjawabkan", "dipertanggungjawabkan"),
            ("undang-undang", "Undang-Undang itu", "Undang-Undang"),
            ("hak asasi manusia", "hak asasi manusia", "hak asasi manusia"),
            ("Jum'at", "pada Jum’at", "Jum’at"),
            ("PHK", "mereka di-PHK", "PHK"),
            ("KPK", "Gedung KPK-nya", "KPK-nya"),
        ],
    )
    def test_a_term_in_whatever_form(self, source, text, span):
        assert [row[1] for row in found(base(source), text)] == [span]

    @pytest.mark.parametrize(
        ("source", "text"),
        [
            ("hak asasi", "hak. Asasi"),
            ("PAN", "Ia membeli pan baru."),
            ("Medan", "di medan perang"),
            ("kapal", "@kapal dan #kapal"),
            ("rapat kerja", "rapat, kerja"),
            ("ban", "bandara itu"),
        ],
    )
    def test_no_term_where_there_is_none(self, source, text):
        assert found(base(source), text) == []

    def test_the_longest_wins(self):
        terms = base("hukum", "hukum pidana", "hukum pidana adat")
        rows = found(terms, "Hukum pidana baru dan hukum.")
        assert [row[:2] for row in rows] == [
            ("hukum pidana", "Hukum pidana"),
            ("hukum", "hukum"),
        ]

    def test_the_nearest_form_wins(self):
        terms = base("hukum", "hukuman")
        assert found(terms, "hukumannya") == [("hukuman", "hukumannya", "ENCLITIC")]

    def test_names_have_capitals_and_no_affix_but_clitics(self):
        names = base("Bintang", "Joko Widodo", "M. Nuh", kind=TermKind.NAME)
        text = "Bintang lihat bintang; JOKO WIDODO dan M. Nuh; perbintangan Bintangnya."
        rows = found(names, text)
        spans = ["Bintang", "JOKO WIDODO", "M. Nuh", "Bintangnya"]
        assert [row[1] for row in rows] == spans

    def test_names_beside_a_hyphen_are_two(self):
        names = base("Jakarta", "Bandung", kind=TermKind.NAME)
        assert len(found(names, "Tol Jakarta-Bandung")) == 2

    def test_nothing_is_found_with_no_terms(self):
        assert found(NO_TERMS, "Ada tersangka.") == []
        assert not len(NO_TERMS)

    def test_thousands_of_terms_are_cheap(self):
        """
        A text is read once, not once for each term.
        """
        few = base("tersangka")
        many = base("tersangka", *(f"istilah{n} khusus{n}" for n in range(20000)))
        text = "Para tersangkanya ditahan karena penyitaan itu tidak sah. " * 300

        took = [timed(terms, text) for terms in (few, many)]

        assert took[1] < 10 * took[0] + 0.2

    @given(text=st.text(alphabet="abmeny-' .KPK") | st.text())
    def test_no_text_stops_it(self, text):
        terms = base("kapal", "men", "K P", "tanggung jawab")
        for one in terms.find(text):
            assert 0 <= one.span.start < one.span.end <= len(text)


def timed(terms, text):
    list(terms.find(text))
    began = time.perf_counter()
    list(terms.find(text))
    return time.perf_counter() - began


class TestWanted:
    def test_each_term_once_in_its_plainest_form(self):
        entry = TermEntry(source="hukum", preferred={"en": "law"})
        text = "Hukuman itu menurut hukum."

        [wanted] = Termbase([entry]).wanted(text, "en")

        assert (wanted.text, wanted.derived, wanted.good) == ("hukum", False, ("law",))

    def test_nothing_for_a_language_without_a_rendering(self):
        entry = TermEntry(source="hukum", preferred={"en": "law"})
        assert Termbase([entry]).wanted("hukum", "fr") == ()

    def test_what_is_kept_is_its_own_rendering(self):
        entry = TermEntry(source="Gojek", kind=TermKind.KEPT)
        [wanted] = Termbase([entry]).wanted("GOJEK NAIK", "ja")
        assert wanted.good == ("Gojek", "GOJEK")


class TestRenderings:
    @pytest.mark.parametrize(
        ("language", "rendering", "text"),
        [
            ("en", "suspect", "The suspects were held."),
            ("en", "suspect", "the suspect’s lawyer"),
            ("en", "seize", "Police seized a car."),
            ("en", "ban", "It was banned."),
            ("en", "party", "Parties agreed."),
            ("en", "attorney general", "two attorneys general"),
            ("en", "the House of Representatives", "House of Representatives members"),
            ("en", "anti-graft law", "an anti graft law"),
            ("en", "MP", "Three MPs left."),
            ("fr", "projet de loi", "deux projets de loi"),
            ("fr", "ministre de l'Intérieur", "le ministre de l’intérieur"),
            ("fr", "ministère des Finances", "du ministère des finances"),
            ("fr", "accusé", "L’accusée a nié."),
            ("fr", "tribunal", "les tribunaux"),
            ("fr", "État", "l’Etat"),
            ("fr", "mise à pied", "la mise à pied"),
            ("ar", "محكمة", "وبمحكمتهم"),
            ("ar", "المحكمة العليا", "للمحكمة العليا"),
            ("ar", "مشتبه به", "المشتبه به"),
            ("ar", "متهم", "والمتهمين"),
            ("ar", "الشُّرطة", "شرطة"),
            ("ar", "إندونيسيا", "واندونيسيا"),
            ("zh", "嫌疑人", "两名嫌疑人被捕"),
            ("ja", "容疑者", "容疑者を逮捕"),
            ("zh", "Gojek", "乘坐Gojek出行"),
        ],
    )
    def test_is_there_in_any_form(self, language, rendering, text):
        assert is_there(rendering, text, language)

    @pytest.mark.parametrize(
        ("language", "rendering", "text"),
        [
            ("en", "US", "He told us."),
            ("en", "bill", "a billion"),
            ("en", "attorney general", "the attorney. General Budi"),
            ("en", "law", "lawn"),
            ("fr", "loi", "loin de là"),
            ("fr", "projet de loi", "projet sans loi"),
            ("ar", "حكم", "حكومة"),
            ("ar", "قتيل", "قتلى"),
            ("zh", "嫌疑人", "嫌犯"),
            ("ja", "Go", "Gojekで"),
            ("ja", "", "何か"),
        ],
    )
    def test_is_not_there_in_another_word(self, language, rendering, text):
        assert not is_there(rendering, text, language)

    def test_all_its_places(self):
        text = "A suspect, two suspects."
        assert [s.of(text) for s in places_of("suspect", text, "en")] == [
            "suspect",
            "suspects",
        ]

    @pytest.mark.parametrize("language", TARGETS)
    @given(rendering=st.text(), text=st.text())
    def test_no_text_stops_it(self, language, rendering, text):
        for span in places_of(rendering, text, language):
            assert 0 <= span.start < span.end <= len(text)
