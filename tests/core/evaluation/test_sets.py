"""
Reading sets of sentences, and lists of what is wrong in them.
"""

import re

import pytest

from selaras.errors import EvaluationError
from selaras.evaluation.sets import read_errors, read_set, spoiled

LINE = "a-1\t0\tAda 3 korban.\tThree died.\tTrois morts.\t三人死亡。\t3人死亡。\tقتل 3."


@pytest.fixture
def write(tmp_path):
    def written(name, text):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


class TestSets:
    def test_a_six_way_file_has_all_languages(self, write):
        """
        Lines are counted from 1.
        """
        found = read_set(write("news.tsv", f"{LINE}\n{LINE}\n"))

        assert found.name == "news"
        assert found.languages == ("en", "zh", "ja", "ar", "fr")
        assert list(found.samples("ja")) == [1, 2]
        assert found.samples("fr")[2].pair.target == "Trois morts."

    def test_only_a_line_feed_ends_a_line(self, write):
        """
        A separator that a web page left inside a sentence does not.
        """
        odd = LINE.replace("Three died", "Three\N{LINE SEPARATOR}died")

        assert len(read_set(write("news.tsv", odd)).lines) == 1

    def test_files_beside_each_other_are_a_set(self, write):
        """
        Of the languages that are there.
        """
        prefix = write("dev.id", "Satu.\nDua.\n").with_suffix("")
        write("dev.en", "One.\nTwo.\n")
        write("dev.ar", "واحد.\n\n")

        found = read_set(prefix)

        assert found.languages == ("en", "ar")
        assert found.samples("en")[2].pair.source == "Dua."
        assert list(found.samples("ar")) == [1]

    def test_the_digest_follows_the_content(self, write):
        """
        Another text is another set, whatever it is called.
        """
        one = read_set(write("news.tsv", LINE))
        other = read_set(write("news.tsv", LINE.replace("3", "4")))

        assert one.digest != other.digest

    def test_files_of_other_lengths_are_refused(self, write):
        """
        Both counts are said.
        """
        prefix = write("dev.id", "Satu.\nDua.\n").with_suffix("")
        write("dev.en", "One.\n")

        with pytest.raises(EvaluationError, match=r"dev\.id 2, dev\.en 1"):
            read_set(prefix)

    @pytest.mark.parametrize("text", ["", "\t\t\t\t\t\t\t"])
    def test_an_empty_set_is_refused(self, write, text):
        """
        There is nothing to measure.
        """
        with pytest.raises(EvaluationError, match="holds no sentence"):
            read_set(write("news.tsv", text))

    def test_what_is_not_there_is_said(self, tmp_path, write):
        """
        As is an original without translations.
        """
        for path in (tmp_path / "none", write("dev.id", "Satu.").with_suffix("")):
            with pytest.raises(EvaluationError, match="no files"):
                read_set(path)

    def test_bytes_that_are_no_text_are_refused(self, tmp_path):
        """
        With the place of the first bad one.
        """
        path = tmp_path / "news.tsv"
        path.write_bytes(b"a\xff")

        with pytest.raises(EvaluationError, match="byte 2"):
            read_set(path)


HEADER = "set\tline\tlanguage\twhat\n"


class TestErrors:
    def test_an_error_of_one_language_spoils_that_one(self, write):
        """
        An error of the original spoils all of them.
        """
        rows = "news\t3\tfr\ta year\nnews\t5\tid\ta date\nother\t7\tfr\ta name\n"
        errors = read_errors(write("adjudicated.tsv", HEADER + rows + "\n"))

        assert spoiled(errors, "news", "fr") == {3, 5}
        assert spoiled(errors, "news", "ja") == {5}
        assert spoiled(errors, "other", "ja") == set()

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("", "The first line"),
            ("news\t3\tfr\ta year\n", "The first line"),
            (HEADER + "news\t3\tfr\n", "Line 2 of adjudicated.tsv has 3 fields"),
            (HEADER + "news\tthree\tfr\ta year\n", "needs the number of a line"),
            (HEADER + "news\t0\tfr\ta year\n", "needs the number of a line"),
            (HEADER + "news\t²\tfr\ta year\n", "needs the number of a line"),
            (HEADER + "\nnews\t1\tde\ta year\n", "Line 3 .* needs a language"),
        ],
    )
    def test_what_is_wrong_is_said(self, write, text, said):
        """
        With its line.
        """
        with pytest.raises(EvaluationError, match=said):
            read_errors(write("adjudicated.tsv", text))


def test_our_lists_can_be_read_and_hold_no_sentence(request):
    """
    They are words of ours about lines that are not ours.
    """
    data = request.config.rootpath / "benchmarks" / "data"
    lists = sorted(data.glob("adjudicated-*.tsv"))

    errors = [error for path in lists for error in read_errors(path)]

    assert errors
    assert not [e for e in errors if len(e.what) > 100 or re.search(r"[^ -~]", e.what)]
    assert {f"adjudicated-{error.set}.tsv" for error in errors} == {
        path.name for path in lists
    }
