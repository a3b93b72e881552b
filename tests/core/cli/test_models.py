"""
``selaras models``, and the names that a shell completes.
"""

import pytest
from typer.testing import CliRunner

from selaras.cli import app
from selaras.cli.options import complete_model, complete_remote
from selaras.weights import CATALOGUE, EMBEDDED, find


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("SELARAS_MODELS", str(tmp_path / "models"))
    return lambda *arguments: CliRunner().invoke(app, list(map(str, arguments)))


class TestNarrowWindow:
    def test_every_licence_of_the_list_is_whole(self, run):
        """
        A licence is folded, not cut.
        """
        done = run("models", "list")

        assert done.exit_code == 0
        assert "…" not in done.stdout
        assert done.stdout.splitlines()[-1].endswith("┘"), "the right side is cut off"
        assert all(word in done.stdout for word in licences())
        cells = "".join(done.stdout.split()).replace("│", "")
        assert all(entry.name in cells for entry in CATALOGUE)

    def test_all_that_a_model_says_is_whole(self, run):
        """
        Folder and signatures too, however long.
        """
        done = run("models", "info")

        assert done.exit_code == 0
        assert "…" not in done.stdout
        said = "".join(done.stdout.split())
        assert "".join(str(find().folder).split()) in said


class TestVerify:
    def test_the_model_goes_by_its_own_name(self, run):
        """
        Whoever names none learns which was looked at.
        """
        done = run("models", "verify")

        assert done.exit_code == 0
        assert done.stdout.startswith(f"{find().name}: every file")


class TestCompletion:
    def test_models_of_this_machine_are_offered(self):
        """
        Those that begin as what was typed.
        """
        assert complete_model(EMBEDDED[:3]) == [EMBEDDED]
        assert find().name in complete_model("")

    def test_models_to_fetch_are_those_of_the_catalogue(self):
        """
        One need not be here to be offered to ``pull``.
        """
        assert complete_remote("") == [entry.name for entry in CATALOGUE]

    def test_a_shell_is_answered(self, run):
        """
        What typer asks for a shell gives the languages that are left.
        """
        asked = {
            "_SELARAS_COMPLETE": "complete_bash",
            "COMP_WORDS": "selaras translate x.md --to en,z",
            "COMP_CWORD": "4",
        }

        done = CliRunner().invoke(app, [], prog_name="selaras", env=asked)

        assert done.stdout.split() == ["en,zh"]


def licences():
    return {word for entry in CATALOGUE for word in entry.licence.split()}
