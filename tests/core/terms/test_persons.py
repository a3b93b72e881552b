"""
What the table of persons' names promises, and what it is read for.
"""

from collections import Counter
from importlib.resources import files

import pytest
import regex

from selaras.terms import Translation
from selaras.terms.persons import has_person_form, is_person_known, person_forms
from selaras.terms.skeleton import fold

SCRIPTS = {
    "zh": regex.compile(r"\p{Han}+"),
    "ja": regex.compile(r"[ァ-ヴー]+|\p{Han}+"),
    "ar": regex.compile(r"[\u0621-\u064a]+(?: [\u0621-\u064a]+)*"),
}

HEADER, *ROWS = (
    line.split("\t")
    for line in files("selaras.terms")
    .joinpath("persons.tsv")
    .read_text("utf-8")
    .splitlines()
)


class TestTable:
    def test_every_row_has_all_columns_in_their_script(self):
        """
        A name, then Chinese characters, katakana or characters, and Arabic letters.
        """
        assert ["name", *SCRIPTS] == HEADER
        wrong = [
            (name, form)
            for name, *cells in ROWS
            for script, cell in zip(SCRIPTS.values(), cells, strict=True)
            for form in cell.split(" | ")
            if not script.fullmatch(form)
        ]
        assert wrong == []

    def test_rows_are_sorted_and_no_name_has_two(self):
        """
        A name is found by eye, and said once.
        """
        names = [fold(name) for name, *_ in ROWS]
        assert names == sorted(names)
        assert [name for name, times in Counter(names).items() if times > 1] == []

    def test_no_cell_says_a_form_twice(self):
        """
        What is admissible is listed once.
        """
        cells = [cell.split(" | ") for row in ROWS for cell in row[1:]]
        assert [forms for forms in cells if len(set(forms)) < len(forms)] == []


class TestForms:
    def test_a_diacritic_makes_no_other_name(self):
        """
        Müller is the Muller of the table; an Indonesian name is not there.
        """
        assert is_person_known("Müller")
        assert person_forms("Herlambang", "zh") == ()

    @pytest.mark.parametrize(
        ("language", "text"),
        [
            ("zh", "休斯昨天抵达。"),
            ("ja", "ヒューズ氏は到着した。"),
            ("ar", "وصل هيوز أمس."),
            ("ar", "وقال لهيوز أمس."),
        ],
    )
    def test_a_usual_form_is_found(self, language, text):
        """
        Arabic may write a small word onto it.
        """
        assert has_person_form("Hughes", Translation(text, language))
        assert not has_person_form("Wright", Translation(text, language))
