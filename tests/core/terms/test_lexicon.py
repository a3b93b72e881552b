"""
The lexicon is read from tables, and finds its forms wherever they stand.
"""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.languages import TARGETS
from selaras.terms import Lexicon, Standing, Translation, lexicon, read_names, standing
from selaras.terms.lexicon import entries_of
from selaras.text.words import words

ROWS = (
    "kind\tid\tid_short\ten\ten_short\tfr\tzh\tja\tar\tsource\n"
    "city\tKota Rekaan\t-\tRekaan\t-\tRekaan\t雷卡安\tレカアン\tريكاان\t-\n"
    "institution\tBadan Uji | Badan Pengujian\tBU\tTesting Agency\tTA\tagence d'essai"
    "\t检测局\t試験庁\tوكالة الاختبار\t-\n"
)


@pytest.fixture(scope="module")
def small():
    return Lexicon(entries_of(ROWS))


class TestTables:
    def test_a_cell_may_hold_several_forms_the_first_preferred(self, small):
        """
        All are known in a text; one is written.
        """
        (entry,) = small.of("Badan Pengujian")

        assert entry.name == "Badan Uji"
        assert entry.admitted("en") == ("Testing Agency", "TA")
        assert entry.preferred("fr") == "agence d'essai"


class TestFind:
    def test_forms_and_acronyms_are_found_where_they_stand_alone(self, small):
        """
        "BU" is no part of "BULOG".
        """
        text = "Badan Uji (BU) dan BULOG di Kota Rekaan."

        found = [one.span.of(text) for one in small.find(text)]

        assert found == ["Badan Uji", "BU", "Kota Rekaan"]

    @given(st.text(alphabet="BaduUjKotRekn \n()-"))
    def test_occurrences_never_overlap(self, text):
        """
        Each begins after the last one ended.
        """
        spans = [one.span for one in Lexicon(entries_of(ROWS)).find(text)]

        assert all(a.end <= b.start for a, b in pairwise(spans))


class TestNamesOfTheLexicon:
    @pytest.mark.parametrize("language", TARGETS)
    def test_the_form_that_we_prefer_is_right(self, language):
        """
        Every entry, in every language: what we write, we accept.
        """
        wrong = []
        for entry in lexicon().entries:
            form = entry.preferred(language)
            for name in read_names(f"Kami mendengar dari {entry.name} kemarin."):
                if entry in name.entries and form and entry.kind != "mention":
                    found = standing(name, Translation(f"… {form} …", language))
                    if found is not Standing.PRESENT:
                        wrong.append((entry.name, form))

        assert wrong == []


class TestShortForms:
    @pytest.mark.parametrize(
        "name",
        sorted(
            words(
                "Kapolres Danrem Danramil Sekda Sekdaprov Wamenkeu Mendagri Dirjen",
                "Kajari Kejati Kejari Kajati Jampidsus Danlanal Kalapas Basarnas BNPB",
                "BMKG DPRD Pemkot Pemkab Pemda KSOP Forkopimda",
            )
        ),
    )
    def test_what_the_regions_news_names_has_a_form_in_each_language(self, name):
        """
        Blends that look like words with a prefix, *Kejati*, are names all the same.
        """
        entries = lexicon().of(name)

        assert entries
        assert all(entry.preferred(tag) for entry in entries for tag in TARGETS)
