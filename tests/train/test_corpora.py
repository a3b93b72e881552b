import lzma

import pytest

from selaras_train.corpora import Pair, read_corpus
from selaras_train.errors import CorpusUnreadable
from selaras_train.recipe import Corpus


def read(corpus, folder, direction=("id", "en")):
    return list(read_corpus(corpus, direction, [folder]))


class TestReadCorpus:
    def test_a_column_may_say_where_each_row_comes_from(self, tmp_path):
        """
        One compressed file holds many corpora.
        """
        with lzma.open(tmp_path / "all.tsv.xz", "wt", encoding="utf-8") as file:
            file.write("bbc\tHarga naik.\tPrices rose.\n")

        pairs = read(
            Corpus(path="all.tsv.xz", columns=("corpus", "id", "en")), tmp_path
        )

        assert pairs == [Pair("bbc", "Harga naik.", "Prices rose.")]

    def test_the_first_line_names_the_columns_where_the_recipe_does_not(self, tmp_path):
        """
        Our termbases have a header, and further columns that translate each other.
        """
        (tmp_path / "terms.tsv").write_text(
            "kind\tid\tid_acronym\ten\ten_acronym\n"
            "body\tMahkamah Agung\tMA\tSupreme Court\t-\n"
            "body\tBank Indonesia\tBI\tBank Indonesia\tBI\n",
            encoding="utf-8",
        )
        corpus = Corpus(path="terms.tsv", also=(("id_acronym", "en_acronym"),))

        pairs = read(corpus, tmp_path)

        assert [(p.source, p.target) for p in pairs] == [
            ("Mahkamah Agung", "Supreme Court"),
            ("Bank Indonesia", "Bank Indonesia"),
            ("BI", "BI"),
        ]

    def test_one_of_six_languages_is_picked_by_its_column(self, tmp_path):
        """
        A six-way file gives pairs in any direction.
        """
        (tmp_path / "news6.tsv").write_text("a1\t0\tGempa\tQuake\t地震\n", "utf-8")
        corpus = Corpus(path="news6.tsv", columns=("article", "n", "id", "en", "zh"))

        pairs = read(corpus, tmp_path, ("en", "zh"))

        assert pairs == [Pair("news6", "Quake", "地震")]

    def test_a_pattern_finds_all_files_of_a_corpus(self, tmp_path):
        """
        A corpus that grows file by file needs no new line in the recipe.
        """
        (tmp_path / "news").mkdir()
        (tmp_path / "news" / "a.tsv").write_text("Satu\tOne\n", "utf-8")
        (tmp_path / "news" / "b.tsv").write_text("Dua\tTwo\n", "utf-8")
        corpus = Corpus(path="news/*.tsv", name="news", columns=("id", "en"))

        assert [pair.target for pair in read(corpus, tmp_path)] == ["One", "Two"]

    def test_a_corpus_without_the_direction_gives_nothing(self, tmp_path):
        """
        One list of corpora serves recipes of several directions.
        """
        (tmp_path / "x.tsv").write_text("Satu\tOne\n", "utf-8")

        assert (
            read(Corpus(path="x.tsv", columns=("id", "en")), tmp_path, ("en", "ar"))
            == []
        )

    def test_a_line_with_other_columns_is_named(self, tmp_path):
        """
        A broken file is refused with the number of its line, not read askew.
        """
        (tmp_path / "x.tsv").write_text("Satu\tOne\nDua\n", "utf-8")

        with pytest.raises(CorpusUnreadable, match=r"2 columns in line 2 of .*got 1"):
            read(Corpus(path="x.tsv", columns=("id", "en")), tmp_path)

    def test_a_file_that_is_not_there_is_named_with_the_folders(self, tmp_path):
        """
        The message says where we looked.
        """
        with pytest.raises(
            CorpusUnreadable, match=rf"x\.tsv but it is not in {tmp_path}"
        ):
            read(Corpus(path="x.tsv", columns=("id", "en")), tmp_path)
