"""
A service on this machine that answers over real HTTP as it is told to.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


@dataclass(frozen=True, kw_only=True)
class Asked:
    """
    A request as it came in.
    """

    method: str
    path: str
    headers: Mapping[str, str]
    json: object


@dataclass(frozen=True, kw_only=True)
class Reply:
    """
    ``body`` is sent as it is if it is bytes, else as JSON.
    """

    body: object = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    kind: str = "application/json"
    delay: float = 0.0


@dataclass
class Service:
    """
    Replies as it ``will`` in turn, then with the JSON that ``answer`` makes.
    """

    address: str = ""
    replies: list[Reply] = field(default_factory=list)
    answer: Callable[[Asked], object] = lambda asked: {}
    asked: list[Asked] = field(default_factory=list)

    def will(self, body: object = b"", status: int = 200, **reply) -> None:
        self.replies.append(Reply(body=body, status=status, **reply))

    def reply(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        return self.replies.pop(0) if self.replies else Reply(body=self.answer(asked))


@pytest.fixture
def service(monkeypatch) -> Iterator[Service]:
    # What stands between this machine and the world is not between it and itself.
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    service = Service()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer()

        def do_POST(self) -> None:
            self.answer()

        def answer(self) -> None:
            length = int(self.headers.get("content-length", 0))
            body = self.rfile.read(length)
            reply = service.reply(
                Asked(
                    method=self.command,
                    path=self.path,
                    headers={name.lower(): v for name, v in self.headers.items()},
                    json=json.loads(body) if body else None,
                )
            )
            time.sleep(reply.delay)
            self.send(reply)

        def send(self, reply: Reply) -> None:
            body = reply.body
            payload = body if isinstance(body, bytes) else json.dumps(body).encode()
            try:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("content-type", reply.kind)
                self.send_header("content-length", str(len(payload)))
                self.end_headers()
                self.wfile.write(payload)
            except (BrokenPipeError, ConnectionResetError):
                pass  # whoever asked did not wait

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}
    )
    thread.start()
    service.address = f"http://127.0.0.1:{server.server_port}"
    yield service
    server.shutdown()
    thread.join()
    server.server_close()
