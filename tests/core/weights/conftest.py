"""
A hub on this machine that speaks as the real one does, and fails as it is told to.

A large file is answered with a redirect to a store, as the real hub does, with the
checksum in ``X-Linked-Etag``; a small one directly, with git's SHA-1 in ``ETag``.
"""

import hashlib
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

LARGE = 1000


@dataclass
class Hub:
    """
    What it holds by path, and its bad habits.

    ``cut`` closes the connection after that many bytes of a large file, as often as
    ``cuts`` says; ``statuses`` are answered first, in order.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    lies: dict[str, bytes] = field(default_factory=dict)
    cut: int = 0
    cuts: int = 0
    statuses: list[int] = field(default_factory=list)
    ranges: bool = True
    checksums: bool = True
    redirect_to: str = ""
    asked: list[tuple[str, str]] = field(default_factory=list)
    address: str = ""

    def requests(self, path: str) -> int:
        return Counter(path for path, _ in self.asked)[path]


@contextmanager
def serving(hub: Hub) -> Iterator[Hub]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self, hub)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}
    )
    thread.start()
    hub.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield hub
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def answer(request: BaseHTTPRequestHandler, hub: Hub) -> None:
    path = request.path
    hub.asked.append((path, request.headers.get("Range", "")))
    if hub.statuses:
        return refuse(request, hub.statuses.pop(0))
    if path.startswith("/store"):
        return send(request, hub, hub.lies.get(path[6:], hub.files[path[6:]]), {})
    if path not in hub.files:
        return refuse(request, 404)
    data = hub.files[path]
    if len(data) < LARGE:
        head = f"blob {len(data)}\0".encode()
        etag = {"ETag": f'"{hashlib.sha1(head + data).hexdigest()}"'}
        sent = hub.lies.get(path, data)
        return send(request, hub, sent, etag if hub.checksums else {})
    request.send_response(302)
    if hub.checksums:
        request.send_header("X-Linked-Etag", f'"{hashlib.sha256(data).hexdigest()}"')
    request.send_header("X-Linked-Size", str(len(data)))
    request.send_header("Location", hub.redirect_to or f"{hub.address}/store{path}")
    request.send_header("Content-Length", "0")
    request.end_headers()
    return None


def refuse(request: BaseHTTPRequestHandler, status: int) -> None:
    request.send_response(status)
    request.send_header("Content-Length", "0")
    request.end_headers()


def send(
    request: BaseHTTPRequestHandler, hub: Hub, data: bytes, headers: dict[str, str]
) -> None:
    start = 0
    asked = request.headers.get("Range", "")
    if asked and hub.ranges:
        start = int(asked.removeprefix("bytes=").removesuffix("-"))
    if start and start >= len(data):
        request.send_response(416)
        request.send_header("Content-Range", f"bytes */{len(data)}")
        request.send_header("Content-Length", "0")
        request.end_headers()
        return
    request.send_response(206 if start else 200)
    if start:
        span = f"bytes {start}-{len(data) - 1}/{len(data)}"
        request.send_header("Content-Range", span)
    request.send_header("Content-Length", str(len(data) - start))
    for name, value in headers.items():
        request.send_header(name, value)
    request.end_headers()
    body = data[start:]
    if hub.cuts and len(data) > max(hub.cut, LARGE):
        hub.cuts -= 1
        body = body[: hub.cut]
        request.close_connection = True
    request.wfile.write(body)


@pytest.fixture
def hub():
    with serving(Hub()) as hub:
        yield hub


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def store(tmp_path):
    return tmp_path / "models"
