"""
Results reach their folder whole, or a sentence says why they could not.
"""

import errno
from pathlib import Path

import pytest
from typer import Exit

from selaras.cli.failing import ExitCode, plainly
from selaras.cli.outputs import write_whole
from selaras.errors import OutputUnwritable


class TestWriteWhole:
    def test_a_file_where_a_folder_is_needed_is_named(self, tmp_path):
        """
        ``--out`` with the name of a file: the sentence says so and what to do.
        """
        (tmp_path / "out").write_text("")

        with pytest.raises(OutputUnwritable, match=r"out/a\.md.*A file stands.*--out"):
            write_whole(tmp_path / "out" / "a.md", "Air surut.")

    def test_a_full_disk_leaves_the_old_file_and_nothing_else(
        self, tmp_path, monkeypatch
    ):
        """
        The new file is not half there, and no temporary one stays behind.
        """
        path = tmp_path / "a.md"
        write_whole(path, "lama")

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr(Path, "replace", full)
        with pytest.raises(OutputUnwritable, match=r"No space left.*Make room"):
            write_whole(path, "baru")

        assert path.read_text() == "lama"
        assert list(tmp_path.iterdir()) == [path]

    def test_not_being_able_to_write_has_an_exit_code_of_its_own(self, tmp_path):
        """
        A script can tell a full disk from an article that cannot be read.
        """
        (tmp_path / "out").write_text("")

        with pytest.raises(Exit) as ended, plainly():
            write_whole(tmp_path / "out" / "a.md", "")

        assert ended.value.exit_code == ExitCode.UNWRITABLE == 6
