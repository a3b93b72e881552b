"""
Ctrl-C in the middle of a translation, as a process that is really interrupted.
"""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

PATIENCE = 120
"""
Seconds after which a program that does not end has failed, however slow the machine.
"""

SENTENCES = 300


class Server(ThreadingHTTPServer):
    """
    LibreTranslate, which stops answering at a sentence until it is told to go on.
    """

    daemon_threads = True

    def __init__(self, stop_at):
        super().__init__(("127.0.0.1", 0), Handler)
        self.stop_at = stop_at
        self.asked = []
        self.reached, self.goes_on = Event(), Event()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer([{"code": "id", "name": "Indonesian", "targets": ["en"]}])

    def do_POST(self):
        texts = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["q"]
        if self.server.stop_at in texts:
            self.server.reached.set()
            self.server.goes_on.wait(PATIENCE)
        self.server.asked += texts
        self.answer({"translatedText": texts})

    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    with Server(f"Warga nomor {SENTENCES - 1} mengungsi.") as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.goes_on.set()
        running.shutdown()


@pytest.fixture
def start(server, tmp_path):
    def started():
        command = [sys.executable, "-m", "selaras", "translate", "x.txt", "--to", "en"]
        url = f"http://127.0.0.1:{server.server_port}"
        return subprocess.Popen(
            [*command, "--engine", "libretranslate", "--out", "hasil"],
            cwd=tmp_path,
            stderr=subprocess.PIPE,
            env=os.environ
            | {
                "SELARAS_MEMORY": str(tmp_path / "memory.sqlite3"),
                "SELARAS_LIBRETRANSLATE_URL": url,
            },
        )

    return started


def test_finished_portions_are_remembered_and_the_command_goes_on(
    server, start, tmp_path
):
    """
    What was answered before Ctrl-C is in the memory, and is not asked for again.
    """
    sentences = [f"Warga nomor {n} mengungsi." for n in range(SENTENCES)]
    (tmp_path / "x.txt").write_text("\n\n".join(sentences), encoding="utf-8")
    with start() as stopped:
        assert server.reached.wait(PATIENCE)
        stopped.send_signal(signal.SIGINT)
        _, said = stopped.communicate(timeout=PATIENCE)

    with closing(sqlite3.connect(tmp_path / "memory.sqlite3")) as memory:
        kept = {text for (text,) in memory.execute("SELECT text FROM source")}
    server.goes_on.set()
    server.asked.clear()
    with start() as again:
        again.communicate(timeout=PATIENCE)

    assert stopped.returncode == 130
    assert b"run the same command to go on" in said
    assert len(kept) >= 128
    assert again.returncode == 0
    # The first process's last call may be answered to nobody, after the memory is read.
    assert kept.isdisjoint(server.asked)
    assert (tmp_path / "hasil/x/en.html").exists()
