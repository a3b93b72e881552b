"""
Checking and scoring files that somebody else made.
"""

import json

import pytest
from typer.testing import CliRunner

from selaras.cli import app

SOURCE = "# Gempa\n\nGempa menewaskan 27 orang. Warga mengungsi.\n"


@pytest.fixture
def run():
    return lambda *arguments: CliRunner().invoke(app, list(map(str, arguments)))


@pytest.fixture
def files(tmp_path):
    def write(**texts):
        paths = []
        for name, text in texts.items():
            paths.append(tmp_path / f"{name}.md")
            paths[-1].write_text(text, encoding="utf-8")
        return paths

    return write


class TestCheck:
    def test_a_right_translation_passes(self, run, files):
        """
        The exit code is 0.
        """
        target = "# Earthquake\n\nThe earthquake killed 27 people. Residents fled.\n"

        done = run("check", *files(source=SOURCE, target=target), "--lang", "en")

        assert done.exit_code == 0

    def test_a_wrong_number_is_found_and_named(self, run, files):
        """
        The exit code is 1, and the record says what was expected.
        """
        target = "# Earthquake\n\nThe earthquake killed 72 people. Residents fled.\n"

        done = run(
            "check", *files(source=SOURCE, target=target), "--lang", "en", "--json"
        )

        assert done.exit_code == 1
        segments = json.loads(done.stdout)["segments"]
        (finding,) = [f for s in segments for f in s["findings"]]
        assert finding["check"] == "same-numbers"
        assert "27" in finding["message"]

    def test_articles_of_different_shape_are_refused(self, run, files):
        """
        A lost paragraph is said to be lost, not compared with its neighbour.
        """
        target = "# Earthquake\n"

        done = run("check", *files(source=SOURCE, target=target), "--lang", "en")

        assert done.exit_code == 3
        assert "has 2 texts" in done.stderr

    def test_a_translation_of_other_sentences_is_a_record_too(self, run, files):
        """
        One sentence may become two: the text is compared as a whole.
        """
        target = "# Earthquake. Again\n\nThe earthquake killed 27 people who fled.\n"

        done = run(
            "check", *files(source=SOURCE, target=target), "--lang", "en", "--json"
        )

        assert done.exception is None or isinstance(done.exception, SystemExit)
        record = json.loads(done.stdout)
        assert record["headline"] == "Earthquake. Again"
        assert [s["path"] for s in record["segments"]] == [
            "headline#0",
            "blocks.0.text#0",
        ]

    def test_a_line_without_a_translation_is_found_and_named(self, run, files):
        """
        An empty line is a finding of its own, and shifts no other line.
        """
        source, target = files(
            source="Ada 3 korban.\n\nAda 4 korban.\n",
            target="There were 3 victims.\n\n\n",
        )

        done = run("check", source, target, "--lang", "en", "--lines")
        record = run("check", source, target, "--lang", "en", "--lines", "--json")

        assert done.exit_code == 1
        assert "line 3" in done.stdout
        first, third = json.loads(record.stdout)["segments"]
        assert first["findings"] == []
        assert third["path"] == "line 3"
        assert "not-empty" in {f["check"] for f in third["findings"]}

    @pytest.mark.parametrize("text", ["", "\n\n"])
    def test_files_without_a_word_do_not_pass(self, run, files, text):
        """
        Where nothing was compared, nothing is said to be right.
        """
        done = run("check", *files(a=text, b=text), "--lang", "en", "--lines")

        assert done.exit_code == 3
        assert "holds any text" in done.stderr

    def test_files_of_other_numbers_of_lines_are_refused(self, run, files):
        """
        Both counts are in the message.
        """
        source, target = files(source="Satu.\nDua.\n", target="One.\n")

        done = run("check", source, target, "--lang", "en", "--lines")

        assert done.exit_code == 3
        assert "has 2 lines" in done.stderr
        assert "has 1" in done.stderr

    @pytest.mark.parametrize("language", ["en,fr", "id", "zh-TW", ""])
    def test_one_language_that_we_write_is_wanted(self, run, files, language):
        """
        Anything else is wrong usage, said in a sentence.
        """
        paths = files(source=SOURCE, target=SOURCE)

        for command in ("check", "evaluate"):
            done = run(command, *paths, "--lang", language)

            assert done.exit_code == 2
            assert "Expected one of" in done.stderr

    @pytest.mark.parametrize("language", ["EN", "en-GB", "en_US"])
    def test_a_language_may_be_spelled_otherwise(self, run, files, language):
        """
        Tags of regions and in capitals mean the language.
        """
        target = "# Earthquake\n\nThe earthquake killed 27 people. Residents fled.\n"

        done = run("check", *files(source=SOURCE, target=target), "--lang", language)

        assert done.exit_code == 0

    def test_lines_are_compared_one_by_one(self, run, files):
        """
        Files of lines need no article around them.
        """
        source, target = files(
            source="Ada 3 korban.\n", target="There were 4 victims.\n"
        )

        done = run("check", source, target, "--lang", "en", "--lines")

        assert done.exit_code == 1


class TestEvaluate:
    def test_scores_travel_with_their_signatures(self, run, files):
        """
        A perfect translation scores 100, and says how that was measured.
        """
        text = "The earthquake killed 27 people in Cianjur on Tuesday.\n"

        done = run("evaluate", *files(a=text, b=text), "--lang", "en", "--json")

        measured = {row["name"]: row for row in json.loads(done.stdout)}
        assert measured["BLEU"]["value"] == pytest.approx(100)
        assert "tok:13a" in measured["BLEU"]["signature"]

    def test_files_that_do_not_fit_are_refused(self, run, files):
        """
        Two lines against one cannot be scored.
        """
        done = run("evaluate", *files(a="x\ny\n", b="x\n"), "--lang", "en")

        assert done.exit_code == 3
        assert "2" in done.stderr

    def test_wrong_numbers_are_a_percentage_for_people(self, run, files):
        """
        One of two sentences is 50 %, and 0.5 for a program.
        """
        paths = files(a="3 victims.\n4 victims.\n", b="3 victims.\n5 victims.\n")
        (source,) = files(source="3 korban.\n5 korban.\n")
        options = (*paths, "--lang", "en", "--source", source)

        shown = run("evaluate", *options)
        told = run("evaluate", *options, "--json")

        assert "50.0%" in shown.stdout
        measured = {row["name"]: row for row in json.loads(told.stdout)}
        assert measured["wrong numbers"]["value"] == 0.5

    def test_what_was_not_measured_has_no_figure(self, run, files):
        """
        Without a digit there is no share of wrong numbers, and that is said.
        """
        a, b, source = files(a="Hello.\n", b="Hello.\n", source="Halo.\n")

        done = run("evaluate", a, b, "--lang", "en", "--source", source, "--json")

        names = [row["name"] for row in json.loads(done.stdout)]
        assert names == ["BLEU", "chrF2", "chrF2++"]
        assert "were not measured" in done.stderr

    def test_a_signature_is_whole_in_a_narrow_window(self, run, files, monkeypatch):
        """
        A long word is folded, not cut: a signature with a gap is none.
        """
        monkeypatch.setenv("COLUMNS", "80")
        text = "The earthquake killed 27 people in Cianjur on Tuesday.\n"
        paths = files(a=text, b=text)

        shown = run("evaluate", *paths, "--lang", "en").stdout
        told = json.loads(run("evaluate", *paths, "--lang", "en", "--json").stdout)

        assert "…" not in shown
        column = "".join(line.split("│")[-2].strip() for line in rows(shown))
        assert all(row["signature"] in column for row in told)


def rows(table):
    return [line for line in table.splitlines() if line.startswith("│")]
