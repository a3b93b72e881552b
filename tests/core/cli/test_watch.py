"""
``--watch``, as a process that is started, seen to work, and interrupted.
"""

import signal
import subprocess
import sys
import time
from pathlib import Path

PATIENCE = 120
"""
Seconds after which a change that was not seen is a failure, however slow the machine.
"""


def save_until(path: Path, text: str, is_seen, process: subprocess.Popen) -> None:
    """
    Save again and again: the watcher may begin later than it says so.
    """
    deadline = time.monotonic() + PATIENCE
    while not is_seen():
        assert process.poll() is None, "the program ended by itself"
        assert time.monotonic() < deadline, "nothing happened"
        path.write_text(text, encoding="utf-8")
        time.sleep(1)


def test_articles_keep_their_names_and_the_index_follows(tmp_path):
    """
    Of two articles of one name each keeps its results; a new one gets into the index.
    """
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.md").write_text(f"# Warga {folder}\n", encoding="utf-8")
    out, changed = tmp_path / "hasil", "# Data https://bmkg.example/baru\n"
    command = [sys.executable, "-m", "selaras", "translate", ".", "--to", "en"]
    with subprocess.Popen(
        [*command, "--out", "hasil", "--watch", "--no-memory"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
    ) as process:
        assert any(b"Watching" in line for line in process.stderr)
        first = (out / "x" / "id.html").read_text(encoding="utf-8")

        save_until(
            tmp_path / "b" / "x.md",
            changed,
            lambda: "bmkg" in (out / "x-2" / "id.html").read_text(encoding="utf-8"),
            process,
        )
        save_until(
            tmp_path / "banjir.md",
            "# Banjir\n",
            lambda: "banjir/id.html" in (out / "index.html").read_text("utf-8"),
            process,
        )
        (tmp_path / "banjir.md").unlink()
        assert any(b"banjir.md is gone" in line for line in process.stderr)
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)

    assert (out / "x" / "id.html").read_text(encoding="utf-8") == first
    index = (out / "index.html").read_text(encoding="utf-8")
    assert all(f"{name}/id.html" in index for name in ("x", "x-2", "banjir"))
    assert (out / "banjir" / "en.html").exists()


def test_a_changed_article_is_translated_again(tmp_path):
    """
    What is saved appears in the results, which are not translated themselves.
    """
    article = tmp_path / "gempa.md"
    article.write_text("# Gempa\n\nWarga mengungsi.\n", encoding="utf-8")
    result = tmp_path / "hasil" / "gempa.en.md"
    command = [sys.executable, "-m", "selaras", "translate", ".", "--to", "en"]
    with subprocess.Popen(
        [*command, "--out", "hasil", "--format", "md", "--watch", "--no-memory"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
    ) as process:
        assert any(b"Watching" in line for line in process.stderr)

        save_until(
            article,
            "# Gempa\n\nWarga mengungsi.\n\nData ada di https://bmkg.example/baru.\n",
            lambda: "https://bmkg.example/baru" in result.read_text(encoding="utf-8"),
            process,
        )
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=PATIENCE)

    assert process.returncode == 130
    assert [path.name for path in (tmp_path / "hasil").iterdir()] == ["gempa.en.md"]
