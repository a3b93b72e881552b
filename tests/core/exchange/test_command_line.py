"""
``selaras memory``: out as TMX and back.
"""

import pytest
from typer.testing import CliRunner

from selaras.cli.exchanging import memories, table_of
from selaras.cli.terminal import answers
from selaras.exchange import Fate, Taken
from selaras.memory import Entry, Memory

FOREIGN = (
    '<tmx version="1.4"><header/><body>'
    '<tu><tuv xml:lang="id"><seg>Hujan.</seg></tuv>'
    '<tuv xml:lang="zh-CN"><seg>下雨。</seg></tuv><tuv xml:lang="de"><seg>Regen.</seg>'
    "</tuv></tu>{more}</body></tmx>"
)
WITHOUT = '<tu><tuv xml:lang="en"><seg>Rain.</seg></tuv></tu>'


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SELARAS_MEMORY", str(tmp_path / "memory.sqlite3"))
    return lambda *arguments: CliRunner().invoke(memories, list(map(str, arguments)))


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "wei.tmx"
    path.write_text(FOREIGN.format(more=""), encoding="utf-8")
    return path


def test_goes_out_and_comes_back(run, tmp_path):
    with Memory(tmp_path / "memory.sqlite3") as memory:
        memory.remember(Entry(text="A.", translation="B.", target="en", level="human"))
        memory.remember(Entry(text="A.", translation="C.", target="fr"))
    out = tmp_path / "out" / "all.tmx"

    assert run("export", out).exit_code == 0
    done = run("import", out, "--memory", tmp_path / "other.sqlite3")

    assert done.exit_code == 0
    with Memory(tmp_path / "other.sqlite3") as other:
        assert [e.translation for e in other.entries()] == ["B.", "C."]
    people = run("export", "--people", "--to", "en,fr").stdout
    assert "<seg>B.</seg>" in people
    assert "<seg>C.</seg>" not in people


def test_a_dry_run_writes_nothing(run, file, tmp_path):
    done = run("import", "--dry-run", file)
    assert done.exit_code == 0
    assert "would be new" in done.stdout
    assert "de" in done.stdout
    with Memory(tmp_path / "memory.sqlite3") as memory:
        assert list(memory.entries()) == []


def test_ends_with_1_where_something_was_left(run, file):
    file.write_text(FOREIGN.format(more=WITHOUT), encoding="utf-8")
    done = run("import", file)
    assert done.exit_code == 1
    assert "without Indonesian" in done.stdout


@pytest.mark.parametrize("name", ["[bold]a.tmx", "a[1].tmx", ":warning:.tmx"])
def test_names_of_files_are_printed_as_they_are(run, file, name):
    done = run("import", file.rename(file.with_name(name)))
    assert done.exit_code == 0, done.exception
    assert name in done.stdout


def test_languages_of_a_file_are_printed_as_they_are(run, file):
    file.write_text(FOREIGN.format(more="").replace('"de"', '"[red]d"'), "utf-8")
    done = run("import", file)
    assert done.exit_code == 0, done.exception
    assert "in other languages: [red]d" in done.stdout


def test_languages_that_were_left_are_told(capsys):
    taken = Taken()
    taken.fates[Fate.NEW] = 1
    taken.tally.refused["forbidden"] = 3
    answers().print(table_of("a.tmx", taken, is_plan=False))
    assert (
        "not taken: of a language that is not to be changed" in capsys.readouterr().out
    )


def test_nothing_lies_beside_a_file_that_could_not_be_written(run, tmp_path):
    with Memory(tmp_path / "memory.sqlite3") as memory:
        memory.remember(Entry(text="A.", translation="B.", target="en"))
    folder = tmp_path / "out" / "all.tmx"
    folder.mkdir(parents=True)
    done = run("export", folder)
    assert done.exit_code != 0
    assert "could not be written" in done.stderr
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.parametrize(
    "content", ["", "no xml", '<!DOCTYPE a [<!ENTITY b "c">]><a/>']
)
def test_what_cannot_be_read_is_one_sentence(run, file, content):
    file.write_text(content, encoding="utf-8")
    done = run("import", file)
    assert done.exit_code == 3
    assert "Traceback" not in done.stderr
    assert "error:" in done.stderr


def test_a_memory_that_is_not_there_is_told(run):
    done = run("export")
    assert done.exit_code == 5
    assert "no translation memory" in done.stderr
