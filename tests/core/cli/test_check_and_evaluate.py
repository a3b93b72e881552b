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
