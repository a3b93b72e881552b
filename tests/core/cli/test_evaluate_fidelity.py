"""
``selaras evaluate fidelity``, and that scoring still goes without a name.
"""

import json

import pytest
from typer.testing import CliRunner

from selaras.cli.evaluate import evaluations

LINE = "a-1\t0\tAda 27 korban.\t27 died.\t27 morts.\t27人死亡。\t27人死亡。\tقتل 27."


@pytest.fixture
def run():
    return lambda *words: CliRunner().invoke(evaluations, list(map(str, words)))


@pytest.fixture
def news(tmp_path):
    path = tmp_path / "news.tsv"
    path.write_text(f"{LINE}\n{LINE.replace('27 died', '72 died')}\n", "utf-8")
    return path


class TestFidelity:
    def test_it_prints_tables_with_intervals_and_the_signature(self, run, news):
        """
        Standard output has all of it, in the words of the checks.
        """
        done = run("fidelity", news, "--mutants", 3)

        assert done.exit_code == 0, done.output
        assert "digit changed" in done.stdout
        assert "50.00%" in done.stdout
        assert "set:news:" in done.stdout

    def test_it_writes_json_and_a_page(self, run, news, tmp_path):
        """
        Where it is told to, in new folders too.
        """
        record, page = tmp_path / "out" / "a.json", tmp_path / "out" / "a.html"

        done = run("fidelity", news, "--mutants", 3, "--json", record, "--html", page)

        assert done.exit_code == 0, done.output
        signature = json.loads(record.read_text("utf-8"))["signature"]
        assert "seed:20260101" in signature
        assert signature in page.read_text("utf-8").replace("&#34;", '"')

    def test_both_counts_are_printed(self, run, news, tmp_path):
        """
        As found, and without the lines in which the reference is wrong.
        """
        known = tmp_path / "adjudicated.tsv"
        known.write_text("set\tline\tlanguage\twhat\nnews\t2\ten\tswapped\n", "utf-8")

        done = run("fidelity", news, "--mutants", 1, "--adjudicated", known)

        assert done.exit_code == 0, done.output
        assert "adjudicated" in done.stdout
        assert "50.00%" in done.stdout

    def test_a_file_that_does_not_fit_is_refused(self, run, tmp_path):
        """
        In one sentence, with the exit code of what cannot be read.
        """
        path = tmp_path / "news.tsv"
        path.write_text("one\n", "utf-8")

        done = run("fidelity", path)

        assert done.exit_code == 3
        assert "Line 1 of news.tsv has 1 fields" in done.stderr


class TestScores:
    @pytest.mark.parametrize("name", [["scores"], []])
    @pytest.mark.parametrize("is_first", [True, False])
    def test_scoring_goes_with_and_without_its_name(
        self, run, tmp_path, name, is_first
    ):
        """
        As it always did, options before or behind.
        """
        path = tmp_path / "a.txt"
        path.write_text("The earthquake killed 27 people in Cianjur.\n", "utf-8")
        files, option = [path, path], ["--lang", "en"]

        words = [*option, *files] if is_first else [*files, *option]
        done = run(*name, *words, "--json")

        assert done.exit_code == 0, done.output
        measured = {row["name"]: row for row in json.loads(done.stdout)}
        assert measured["BLEU"]["value"] == pytest.approx(100)

    def test_help_names_both(self, run):
        """
        So that they are found.
        """
        shown = run("--help").stdout

        assert "scores" in shown
        assert "fidelity" in shown
