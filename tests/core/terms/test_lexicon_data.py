"""
What the tables of the lexicon promise to those who read and mend them.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

import pytest
import regex

from selaras.fidelity.traditional import foreign_to_japanese, foreign_to_simplified

FORMS = ("id", "id_short", "en", "en_short", "fr", "zh", "ja", "ar")
HEADER = ["kind", *FORMS, "source"]
TRANSLATIONS = ("en", "fr", "zh", "ja", "ar")
NAMED = ("id", *TRANSLATIONS)

KINDS = frozenset(
    (
        "airport",
        "city",
        "company",
        "country",
        "court",
        "currency",
        "force",
        "foreign-city",
        "institution",
        "island",
        "landmark",
        "language",
        "law",
        "mountain",
        "office",
        "organisation",
        "party",
        "people",
        "person",
        "place",
        "port",
        "programme",
        "province",
        "region",
        "regency",
        "road",
        "term",
        "university",
        "water",
    )
)
"""
The kinds of rows; README.md beside the tables says what each holds.
"""

SOURCES = regex.compile(
    r"(?:official|usage|translated|CLDR|transcription|rule:[a-z ]+)"
    r"(?:; (?:official|usage|CLDR|transcription|word))*"
)

SCRIPTS = {
    "en": regex.compile(r"[\p{Latin}\p{Nd}\p{P}\p{Zs}&+]+"),
    "fr": regex.compile(r"[\p{Latin}\p{Nd}\p{P}\p{Zs}&+°]+"),
    "zh": regex.compile(r"[\p{Han}A-Za-zÀ-ÿ0-9·—“”《》（）、&.'!/ \-]+"),
    "ja": regex.compile(
        r"[\p{Han}\p{Hiragana}\p{Katakana}ー々A-Za-zÀ-ÿ0-9・「」（）&.'!/ \-]+"
    ),
    "ar": regex.compile(r"[\p{Arabic}\p{M}A-Za-zÀ-ÿ0-9&.'!/() \-]+"),
}
"""
The characters of a form.
"""

OWN_SCRIPT = {
    "zh": regex.compile(r"\p{Han}"),
    "ja": regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]"),
    "ar": regex.compile(r"\p{Arabic}"),
}

INVISIBLE = regex.compile(r"[\p{Cc}\p{Cf}\u0640\u00a0\u202f]")

LARGEST = 1_000_000


@cache
def rows() -> tuple[dict[str, str], ...]:
    """
    Every row of every table, by column, with the name of its table.
    """
    return tuple(row for name, text in tables().items() for row in rows_of(name, text))


def rows_of(name: str, text: str) -> Iterator[dict[str, str]]:
    """
    The rows of one table.
    """
    for line in text.splitlines()[1:]:
        yield {"table": name, **dict(zip(HEADER, line.split("\t"), strict=True))}


@cache
def tables() -> dict[str, str]:
    """
    The text of each table, by its file's name.
    """
    folder = files("selaras").joinpath("terms", "lexicon")
    return {
        file.name: file.read_text("utf-8")
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".tsv")
    }


def forms(cell: str) -> list[str]:
    """
    The forms that stand in a cell.
    """
    return cell.split(" | ") if cell else []


def latin_names(row: dict[str, str]) -> list[str]:
    """
    The forms of a row in languages of Latin script.
    """
    return [
        form
        for column in ("id", "id_short", "en", "en_short")
        for form in forms(row[column])
    ]


def in_column(column: str) -> Iterator[tuple[dict[str, str], str]]:
    """
    The rows with each form that they have in a column.
    """
    for row in rows():
        for form in forms(row[column]):
            yield row, form


class TestTables:
    def test_every_table_has_the_same_columns(self):
        """
        A header first, then as many cells as it has columns, in each line.
        """
        wrong = [
            (name, number)
            for name, text in tables().items()
            for number, line in enumerate(text.splitlines(), start=1)
            if len(line.split("\t")) != len(HEADER)
            or (number == 1) != (line.split("\t") == HEADER)
        ]

        assert tables()
        assert wrong == []

    def test_no_table_is_too_large_to_be_read_as_a_change(self):
        """
        A table stays under a megabyte, and ends with one line feed.
        """
        wrong = [
            name
            for name, text in tables().items()
            if len(text.encode()) >= LARGEST
            or not text.endswith("\n")
            or text.endswith("\n\n")
            or "\r" in text
        ]

        assert wrong == []

    def test_there_are_enough_entries(self):
        """
        At least 2,500 names in each of the five languages.
        """
        counts = {tag: sum(bool(row[tag]) for row in rows()) for tag in TRANSLATIONS}

        assert min(counts.values()) >= 2_500

    def test_every_kind_and_every_source_is_a_known_one(self):
        """
        What a row is, and where its forms come from, is said in the words of README.md.
        """
        kinds = {row["kind"] for row in rows()}
        sources = {row["source"] for row in rows()}

        assert kinds <= KINDS
        assert [source for source in sources if not SOURCES.fullmatch(source)] == []


class TestCells:
    @pytest.mark.parametrize("column", NAMED)
    def test_no_name_is_missing(self, column):
        """
        Each row has a form in each language.
        """
        assert [row["id"] for row in rows() if not row[column].strip()] == []

    @pytest.mark.parametrize("column", FORMS)
    def test_forms_are_written_clean(self, column):
        """
        No stray spaces or bars, nothing invisible, composed letters, plain apostrophes.
        """
        wrong = [
            (row["id"], form)
            for row, form in in_column(column)
            if form != " ".join(form.split())
            or not form
            or "|" in form
            or "’" in form
            or form == "-"
            or INVISIBLE.search(form)
            or form != unicodedata.normalize("NFC", form)
        ]

        assert wrong == []

    @pytest.mark.parametrize("column", FORMS)
    def test_no_form_stands_twice_in_a_cell(self, column):
        """
        The forms of a cell differ.
        """
        wrong = [
            row["id"]
            for row in rows()
            if len(set(forms(row[column]))) != len(forms(row[column]))
        ]

        assert wrong == []

    def test_a_name_is_that_of_one_row_of_a_kind(self):
        """
        A full Indonesian form stands in one row of its kind; acronyms may be shared.
        """
        count = Counter((row["kind"], form) for row, form in in_column("id"))

        assert [key for key, times in count.items() if times > 1] == []


class TestScripts:
    @pytest.mark.parametrize("language", TRANSLATIONS)
    def test_forms_have_the_characters_of_their_language(self, language):
        """
        Nothing of another script is in a form, but Latin names and numbers.
        """
        allowed = SCRIPTS[language]
        wrong = [form for _, form in in_column(language) if not allowed.fullmatch(form)]

        assert wrong == []

    @pytest.mark.parametrize("language", ["zh", "ja", "ar"])
    def test_a_form_in_latin_letters_is_a_name_that_keeps_them(self, language):
        """
        What is not in the language's script is part of an English or Indonesian form.
        """
        own = OWN_SCRIPT[language]
        wrong = [
            (row["id"], form)
            for row, form in in_column(language)
            if not own.search(form)
            and not any(form in name for name in latin_names(row))
        ]

        assert wrong == []

    def test_chinese_is_simplified(self):
        """
        No form has a character that only Traditional Chinese or Japanese writes.
        """
        foreign = foreign_to_simplified()
        wrong = [
            (row["id"], form) for row, form in in_column("zh") if foreign & set(form)
        ]

        assert wrong == []

    def test_japanese_has_no_chinese_characters_of_its_own(self):
        """
        No form has a character that only Simplified Chinese writes.
        """
        foreign = foreign_to_japanese()
        wrong = [
            (row["id"], form) for row, form in in_column("ja") if foreign & set(form)
        ]

        assert wrong == []


class TestRegions:
    def test_there_are_38_provinces(self):
        """
        As many as since 2022.
        """
        assert sum(row["kind"] == "province" for row in rows()) == 38

    def test_there_are_514_regencies_and_cities(self):
        """
        416 regencies and 98 cities, the six parts of Jakarta counted in.
        """
        count = Counter(row["kind"] for row in rows())

        assert (count["regency"], count["city"]) == (416, 98)

    def test_a_regency_is_not_taken_for_the_city_of_the_same_name(self):
        """
        Where both exist, what we write for each says which of them it is.
        """
        cities = {
            row["id"].removeprefix("Kota "): row
            for row in rows()
            if row["kind"] == "city"
        }
        wrong = [
            (row["id"], tag)
            for row in rows()
            if row["kind"] == "regency"
            and (city := cities.get(row["id"].removeprefix("Kabupaten ")))
            for tag in TRANSLATIONS
            if set(forms(row[tag])) & set(forms(city[tag]))
        ]

        assert wrong == []
