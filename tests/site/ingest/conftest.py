"""
What sources really send: shapes as they occur, with words of our own.
"""

import io
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from PIL import Image

SAMPLES = Path(__file__).parent / "samples"


@pytest.fixture
def sample() -> Callable[[str], bytes]:
    """
    The bytes of a sample by its name.
    """
    return lambda name: (SAMPLES / name).read_bytes()


class Wire:
    """
    Somebody else's newsroom on this machine; what it answers can be changed.

    ``answers`` are by path: bytes, or a function of the query that gives bytes and
    headers, or a number as the status. ``asked`` is what was asked for, ``sent`` the
    headers that came with it.
    """

    def __init__(self, server: ThreadingHTTPServer) -> None:
        self.server = server
        self.answers: dict[str, object] = {}
        self.asked: list[str] = []
        self.sent: list[dict[str, str]] = []

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.server_port}{path}"

    def count(self, path: str) -> int:
        return sum(urlsplit(one).path == path for one in self.asked)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        wire = self.server.wire
        wire.asked.append(self.path)
        wire.sent.append({k.lower(): v for k, v in self.headers.items()})
        asked = urlsplit(self.path)
        answer = wire.answers.get(asked.path, 404)
        headers = {}
        if callable(answer):
            answer = answer({k: v[0] for k, v in parse_qs(asked.query).items()})
        if isinstance(answer, tuple):
            answer, headers = answer
        status, body = (answer, b"") if isinstance(answer, int) else (200, answer)
        if headers.get("ETag") and headers["ETag"] == self.headers["If-None-Match"]:
            status, body = 304, b""
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_what):
        pass


@pytest.fixture
def wire() -> Iterator[Wire]:
    """
    A server on this machine.
    """
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.wire = Wire(server)
        thread = threading.Thread(target=server.serve_forever, args=(0.02,))
        thread.start()
        yield server.wire
        server.shutdown()
        thread.join()


@pytest.fixture
def jpeg() -> bytes:
    """
    A small photograph.
    """
    buffer = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(buffer, "JPEG")
    return buffer.getvalue()
