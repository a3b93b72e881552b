"""
One file from the hub: going on after an interruption, and checked before it counts.

The hub answers with a redirect to a store of files. What it says about the file stands
in its own answer: ``X-Linked-Etag`` (a SHA-256) for a large file, ``ETag`` (git's SHA-1
of a blob) for a small one. Answers of the store are never believed about checksums.
"""

import hashlib
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

import httpx

from selaras.errors import ChecksumMismatch, DownloadFailed

LARGEST = 8 << 30
"""
No file of a model that this program can run is larger: 8 GiB.
"""

ATTEMPTS = 5
"""
How often in a row an attempt may bring nothing.
"""

ATTEMPTS_IN_ALL = 100
HOPS = 5
TIMEOUT = httpx.Timeout(30, connect=15)
NOBODY_THERE = (httpx.ConnectError, httpx.ConnectTimeout)
BUSY = (408, 425, 429, 500, 502, 503, 504)
MOVED = (301, 302, 303, 307, 308)
GIT_SHA1 = re.compile(r"[0-9a-f]{40}")
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """
    What a file has to be, as far as it is known before it is fetched.
    """

    size: int = 0
    sha256: str = ""


@dataclass(slots=True)
class Stated:
    """
    What the hub says about a file while it is being fetched.
    """

    size: int = 0
    sha256: str = ""
    git_sha1: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """
    A file to fetch to a path, and whom to tell how many bytes are there.

    ``wait`` is called with the seconds to wait before another attempt.
    """

    client: httpx.Client
    url: str
    path: Path
    expected: Expected = Expected()
    told: Callable[[int], None] = lambda _: None
    wait: Callable[[float], None] = time.sleep
    stated: Stated = field(default_factory=Stated)

    def run(self) -> str:
        """
        Fetch the file unless it is there already, and give its SHA-256.

        Raises ``DownloadFailed``, or ``ChecksumMismatch`` for a file that is not the
        one it should be; such a file is deleted.
        """
        if not self.path.exists():
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._fetch()
            self._check()
            self._part.rename(self.path)
        found = _digest(self.path, hashlib.sha256())
        if self.expected.sha256 and found != self.expected.sha256:
            self.path.unlink()
            raise ChecksumMismatch(_mismatch(self.url, self.expected.sha256, found))
        return found

    @property
    def _part(self) -> Path:
        return self.path.with_name(f"{self.path.name}.part")

    @property
    def _have(self) -> int:
        return self._part.stat().st_size if self._part.exists() else 0

    def _fetch(self) -> None:
        failed = 0
        for attempt in range(1, ATTEMPTS_IN_ALL + 1):
            before = self._have
            try:
                self._attempt()
            except DownloadFailed as error:
                # An attempt that brought something is not held against the next.
                failed = 1 if self._have > before else failed + 1
                hopeless = failed >= ATTEMPTS or attempt == ATTEMPTS_IN_ALL
                # Who has no network wants to be told so, and not after a while.
                absent = attempt == 1 and isinstance(error.__cause__, NOBODY_THERE)
                if hopeless or absent or not error.retryable:
                    raise
                self.wait(2.0 ** (failed - 1))
            else:
                return

    def _attempt(self) -> None:
        try:
            with self._answer() as response:
                self._take(response)
        except NOBODY_THERE as error:
            raise DownloadFailed(
                f"There is no way to {httpx.URL(self.url).host} from here; is there a "
                f"network? A folder can also be imported ({error}).",
                retryable=True,
            ) from error
        except (httpx.TransportError, OSError) as error:
            raise DownloadFailed(
                f"The connection broke after {self._have} bytes of {self.url}: "
                f"{error or type(error).__name__}. Calling again goes on from there.",
                retryable=True,
            ) from error

    @contextmanager
    def _answer(self) -> Iterator[httpx.Response]:
        # Redirects are followed by hand: each address is looked at before it is used,
        # and only the hub's own answers tell what the file is.
        url = httpx.URL(self.url)
        hub = (url.host, url.port)
        for _ in range(HOPS):
            refuse_unsafe(url)
            with self.client.stream("GET", url, headers=self._headers()) as response:
                if (url.host, url.port) == hub:
                    _note(self.stated, response.headers)
                if response.status_code not in MOVED:
                    yield response
                    return
                url = url.join(response.headers.get("location", ""))
        raise DownloadFailed(
            f"{self.url} leads on and on: more than {HOPS} redirects.", retryable=False
        )

    def _headers(self) -> dict[str, str]:
        headers = {"Accept-Encoding": "identity"}
        if self._have:
            headers["Range"] = f"bytes={self._have}-"
        return headers

    def _take(self, response: httpx.Response) -> None:
        if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            # All of it is here already, or what is here is of another file.
            if self._have != self.stated.size:
                self._part.unlink()
                raise DownloadFailed(f"{self.url} has changed.", retryable=True)
            return
        self._refuse_failure(response)
        going_on = response.status_code == httpx.codes.PARTIAL_CONTENT
        size = self._size(response, going_on=going_on)
        self._refuse_size(size)
        with self._part.open("ab" if going_on else "wb") as file:
            done = file.tell()
            for chunk in response.iter_raw():
                done += len(chunk)
                self._refuse_size(done, at_most=size)
                file.write(chunk)
                self.told(done)
        if size and done < size:
            raise httpx.ReadError(f"{size - done} bytes are missing")

    def _size(self, response: httpx.Response, *, going_on: bool) -> int:
        length = int(response.headers.get("content-length") or 0)
        if not going_on:
            return length
        span = re.fullmatch(
            r"bytes (\d+)-\d+/(\d+)", response.headers.get("content-range", "")
        )
        if not span or int(span[1]) != self._have:
            self._part.unlink()
            raise DownloadFailed(
                f"{self.url} did not go on from where it was asked to.", retryable=True
            )
        return int(span[2])

    def _refuse_failure(self, response: httpx.Response) -> None:
        status = response.status_code
        if status in BUSY:
            raise DownloadFailed(
                f"{self.url} cannot be had now (HTTP {status}).", retryable=True
            )
        if status not in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
            raise DownloadFailed(
                f"{self.url} is to be answered with a file; the answer is HTTP "
                f"{status}.",
                retryable=False,
            )

    def _refuse_size(self, size: int, at_most: int = 0) -> None:
        limit = self.expected.size or at_most or LARGEST
        if size > min(limit, LARGEST):
            self._part.unlink(missing_ok=True)
            raise DownloadFailed(
                f"{self.url} is to have at most {limit} bytes; it has {size} or more.",
                retryable=False,
            )

    def _check(self) -> None:
        if self.expected.sha256 or self.stated.sha256:
            wanted = self.expected.sha256 or self.stated.sha256
            found = _digest(self._part, hashlib.sha256())
        elif self.stated.git_sha1:
            wanted = self.stated.git_sha1
            found = _git_blob(self._part)
        else:
            self._part.unlink()
            raise DownloadFailed(
                f"The hub states no checksum for {self.url}, and this program knows "
                f"none: it cannot be told whether the file is right.",
                retryable=False,
            )
        if found != wanted:
            self._part.unlink()
            raise ChecksumMismatch(_mismatch(self.url, wanted, found))


def refuse_unsafe(url: httpx.URL) -> None:
    """
    Raise ``DownloadFailed`` for an address that is neither https nor this machine.
    """
    if url.scheme != "https" and not (url.scheme == "http" and _is_loopback(url.host)):
        raise DownloadFailed(
            f"Models are fetched over https only, or from this machine; {url} is "
            f"neither.",
            retryable=False,
        )


def _is_loopback(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _note(stated: Stated, headers: Mapping[str, str]) -> None:
    linked = _etag(headers.get("x-linked-etag", ""))
    plain = _etag(headers.get("etag", ""))
    if SHA256.fullmatch(linked):
        stated.sha256 = linked
    elif SHA256.fullmatch(plain):
        stated.sha256 = plain
    elif GIT_SHA1.fullmatch(plain):
        stated.git_sha1 = plain
    if (size := headers.get("x-linked-size", "")).isdecimal():
        stated.size = int(size)


def _etag(value: str) -> str:
    return value.removeprefix("W/").strip('"').lower()


def _digest(path: Path, digest: "hashlib._Hash") -> str:
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()


def _git_blob(path: Path) -> str:
    # git names a blob by the SHA-1 of a header and its content (git-hash-object).
    head = hashlib.sha1(f"blob {path.stat().st_size}\0".encode(), usedforsecurity=False)
    return _digest(path, head)


def _mismatch(url: str, wanted: str, found: str) -> str:
    return f"{url} is to have the checksum {wanted}; what came has {found}."
