"""
``--watch``, as a process that is started, seen to work, and interrupted.
"""

import json
import os
import signal
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

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


def save_again(path: Path, text: str, enough: Event) -> None:
    """
    Save every second, for at most as long as our patience lasts.
    """
    for _ in range(PATIENCE):
        path.write_text(text, encoding="utf-8")
        if enough.wait(1):
            return


class Refusing(BaseHTTPRequestHandler):
    """
    LibreTranslate's wire format; refuses every translation but that of "Banjir".
    """

    def do_GET(self):
        self.answer(200, [{"code": "id", "name": "Indonesian", "targets": ["en"]}])

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if asked["q"] == ["Banjir"]:
            self.answer(200, {"translatedText": ["Flood"]})
        else:
            self.answer(403, {"error": "This text is refused."})

    def answer(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def test_an_engine_that_refuses_one_article_does_not_end_the_watch(tmp_path):
    """
    What it says is shown, and the next change is translated.
    """
    article = tmp_path / "kabar.md"
    article.write_text("# Banjir\n", encoding="utf-8")
    result = tmp_path / "hasil" / "kabar.en.md"
    with ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        command = [sys.executable, "-m", "selaras", "translate", ".", "--to", "en"]
        options = ["--engine", "libretranslate", "--format", "md", "--watch"]
        with subprocess.Popen(
            [*command, "--out", "hasil", "--no-memory", *options],
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            env=os.environ | {"SELARAS_LIBRETRANSLATE_URL": address},
        ) as process:
            said = iter(process.stderr)
            assert any(b"Watching" in line for line in said)
            is_refused = Event()
            saving = Thread(target=save_again, args=(article, "# Gempa\n", is_refused))
            saving.start()
            assert any(b"refused" in line for line in said)
            is_refused.set()
            saving.join()

            result.unlink()
            save_until(article, "# Banjir\n", result.exists, process)
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=PATIENCE)
        server.shutdown()

    assert "# Flood" in result.read_text(encoding="utf-8")
    assert process.returncode == 130
