"""
Fetching from addresses that other people choose, without being led where they like.

A host's name is resolved here, every address that it has is checked, and the connection
goes to the address that was checked: a name that means something else a moment later
(DNS rebinding) changes nothing. Every redirect is checked like the first address.
"""

import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from types import TracebackType
from typing import Self

import httpx

from selaras import __version__
from selaras_site.ingest.addresses import (
    Address,
    Resolve,
    parse_url,
    refuse_closed,
    resolve_host,
    shown,
)
from selaras_site.ingest.errors import (
    AddressRefused,
    AnswerBroken,
    AnswerTooLarge,
    ConnectionFailed,
    FetchError,
    StatusUnexpected,
)

MAX_BYTES = 10_000_000
"""
Bytes of the largest answer that is read, unpacked.
"""

MAX_REDIRECTS = 5
MAX_SECONDS = 60.0
"""
Seconds that one answer may take in all: a server may send a byte every few seconds.
"""

TIMEOUT = httpx.Timeout(20, connect=10)
PORTS = frozenset({80, 443})
USER_AGENT = f"Selaras/{__version__}"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
RETRYABLE = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """
    An answer, unpacked. ``url`` is where it came from in the end.

    ``etag`` and ``last_modified`` are for the next call. ``content_type`` is the whole
    header, with the charset that it may name. Names of ``headers`` are in lower case.
    """

    url: str
    data: bytes
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """
    The server says that nothing changed since the call whose marks were sent.
    """

    url: str


class Fetcher:
    """
    Fetches over HTTP, only from where it may, only as much as it should.

    ``allow_private`` also lets it into private networks and this machine itself, for
    newsrooms that take in from their own network; link-local addresses, where clouds
    keep their secrets, stay closed. ``ports`` are those allowed besides 80 and 443.
    ``transport``, ``resolve`` and ``clock`` are for tests.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        ports: Iterable[int] = (),
        max_bytes: int = MAX_BYTES,
        transport: httpx.BaseTransport | None = None,
        resolve: Resolve | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.max_bytes = max_bytes
        self.clock = clock
        pinned = PinnedTransport(
            transport or plain_transport(),
            resolve=resolve or resolve_host,
            ports=PORTS | frozenset(ports),
            allow_private=allow_private,
        )
        # A proxy out of the environment would resolve names again, on its own.
        self.client = httpx.Client(transport=pinned, timeout=TIMEOUT, trust_env=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """
        Let go of the connections.
        """
        self.client.close()

    def fetch(
        self, url: str, *, etag: str = "", last_modified: str = ""
    ) -> Fetched | NotModified:
        """
        Fetch what is at this address, or learn that it did not change.

        ``etag`` and ``last_modified`` are those of the answer before. Whatever goes
        wrong raises a ``FetchError`` that says what, and whether to call again.
        """
        headers = request_headers(etag=etag, last_modified=last_modified)
        deadline = self.clock() + MAX_SECONDS
        next_url = parse_url(url)
        for _ in range(MAX_REDIRECTS + 1):
            outcome = self.hop(next_url, headers, deadline)
            if not isinstance(outcome, httpx.URL):
                return outcome
            next_url = outcome
        raise AnswerBroken(
            f"At most {MAX_REDIRECTS} redirects were expected, but {shown(url)} "
            f"leads on to {shown(str(next_url))}."
        )

    def hop(
        self, url: httpx.URL, headers: dict[str, str], deadline: float
    ) -> Fetched | NotModified | httpx.URL:
        """
        One request; a redirect gives the address where it leads.
        """
        try:
            self.client.cookies.clear()
            with self.client.stream("GET", url, headers=headers) as response:
                return self.take(response, url, headers, deadline)
        except httpx.TransportError as error:
            raise ConnectionFailed(
                f"An answer was expected from {shown(str(url))}, but the connection "
                f"failed: {type(error).__name__} ({error})."
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
            raise AnswerBroken(
                f"{shown(str(url))} cannot be fetched over HTTP: {error}."
            ) from error

    def take(
        self,
        response: httpx.Response,
        url: httpx.URL,
        sent: dict[str, str],
        deadline: float,
    ) -> Fetched | NotModified | httpx.URL:
        """
        What a response means.
        """
        location = response.headers.get("location", "")
        if response.status_code in REDIRECTS and location:
            return parse_url(location, base=url)
        conditional = "If-None-Match" in sent or "If-Modified-Since" in sent
        if response.status_code == 304 and conditional:
            return NotModified(url=str(url))
        if response.status_code != 200:
            raise unexpected(response, url)
        self.refuse_large(response.headers.get("content-length", ""), url)
        # Not ``iter_raw``, which does not read what ``MockTransport`` answers.
        assert isinstance(response.stream, httpx.SyncByteStream)
        packed = self.in_time(response.stream, url, deadline)
        data = b"".join(
            self.within_limit(unpacked(packed, response, self.max_bytes), url)
        )
        return Fetched(
            url=str(url),
            data=data,
            content_type=response.headers.get("content-type", ""),
            etag=response.headers.get("etag", ""),
            last_modified=response.headers.get("last-modified", ""),
            headers=dict(response.headers),
        )

    def refuse_large(self, length: str, url: httpx.URL) -> None:
        """
        Raise where an answer says beforehand that it is too large.
        """
        if length.isascii() and length.isdigit() and len(length) < 20:
            self.refuse_over(int(length), url)

    def refuse_over(self, size: int, url: httpx.URL) -> None:
        """
        Raise where a size is over the limit.
        """
        if size > self.max_bytes:
            raise AnswerTooLarge(
                f"At most {self.max_bytes:,} bytes were expected from "
                f"{shown(str(url))}, but it sends {size:,} or more."
            )

    def within_limit(self, chunks: Iterable[bytes], url: httpx.URL) -> Iterator[bytes]:
        """
        The chunks, until there are too many bytes of them.
        """
        size = 0
        for chunk in chunks:
            size += len(chunk)
            self.refuse_over(size, url)
            yield chunk

    def in_time(
        self, chunks: Iterable[bytes], url: httpx.URL, deadline: float
    ) -> Iterator[bytes]:
        """
        The chunks, until the time for all of them is over.
        """
        for chunk in chunks:
            if self.clock() > deadline:
                raise ConnectionFailed(
                    f"An answer was expected within {MAX_SECONDS:.0f} seconds, but "
                    f"{shown(str(url))} is still sending."
                )
            yield chunk


class PinnedTransport(httpx.BaseTransport):
    """
    A transport that connects to addresses that it has checked, and to no other.
    """

    def __init__(
        self,
        inner: httpx.BaseTransport,
        *,
        resolve: Resolve,
        ports: frozenset[int],
        allow_private: bool,
    ) -> None:
        self.inner = inner
        self.resolve = resolve
        self.ports = ports
        self.allow_private = allow_private

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """
        Check where a request goes, and send it there.
        """
        failure: httpx.TransportError | None = None
        for address in self.checked_addresses(request.url):
            try:
                return self.inner.handle_request(pin(request, address))
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
        assert failure is not None
        raise failure

    def close(self) -> None:
        """
        Let go of the connections.
        """
        self.inner.close()

    def checked_addresses(self, url: httpx.URL) -> list[Address]:
        """
        The addresses of a host, or an error if any of them is closed to us.
        """
        usual = 443 if url.scheme == "https" else 80
        port = usual if url.port is None else url.port
        if port not in self.ports:
            allowed = ", ".join(map(str, sorted(self.ports)))
            raise AddressRefused(
                f"One of the ports {allowed} was expected, but {shown(str(url))} "
                f"asks for {port}."
            )
        found = self.resolve(url.raw_host.decode("ascii"), port)
        addresses = [ip_address(each) for each in found]
        if not addresses:
            raise ConnectionFailed(f"The host {url.host!r} has no address.")
        for address in addresses:
            refuse_closed(address, url.host, allow_private=self.allow_private)
        return addresses


def plain_transport() -> httpx.HTTPTransport:
    """
    A transport that keeps no connection open.

    A kept one is found again by its address alone, so a second host at the same
    address would get a connection whose certificate was checked for the first.
    """
    limits = httpx.Limits(max_keepalive_connections=0)
    return httpx.HTTPTransport(trust_env=False, limits=limits)


def pin(request: httpx.Request, address: Address) -> httpx.Request:
    """
    The request to one address, still for the host that it names.
    """
    host = request.url.raw_host.decode("ascii")
    return httpx.Request(
        request.method,
        request.url.copy_with(host=str(address)),
        headers=request.headers,
        extensions={**request.extensions, "sni_hostname": host},
    )


def request_headers(*, etag: str, last_modified: str) -> dict[str, str]:
    """
    The headers of a request; marks that cannot stand in a header are left out.
    """
    headers = {
        "User-Agent": USER_AGENT,
        "Accept": "application/feed+json, application/json, application/xml;q=0.9, "
        "text/xml;q=0.9, text/html;q=0.8, */*;q=0.5",
        # Only what is unpacked within bounds below.
        "Accept-Encoding": "gzip",
    }
    marks = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    usable = {k: v for k, v in marks.items() if v and v.isascii() and v.isprintable()}
    return headers | usable


def unpacked(
    chunks: Iterable[bytes], response: httpx.Response, limit: int
) -> Iterator[bytes]:
    """
    The chunks of an answer as they were before they were packed.
    """
    coding = response.headers.get("content-encoding", "").strip().lower()
    if coding in ("", "identity"):
        return iter(chunks)
    if coding in ("gzip", "x-gzip"):
        return inflated(chunks, limit)
    raise AnswerBroken(
        f"An answer packed with gzip or not at all was expected, but got {coding!r}."
    )


def inflated(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """
    Unpack gzip, to one byte over the limit at most: a kilobyte can hold a megabyte.
    """
    inflater = zlib.decompressobj(zlib.MAX_WBITS | 16)
    left = limit + 1
    try:
        for chunk in chunks:
            data = inflater.decompress(chunk, left)
            left -= len(data)
            yield data
            if inflater.unused_data:
                raise AnswerBroken(
                    "An answer in gzip was expected; more stands behind."
                )
            if not left:
                return
    except zlib.error as error:
        raise AnswerBroken(f"An answer in gzip was expected: {error}.") from error
    if not inflater.eof:
        raise AnswerBroken(
            "An answer in gzip was expected, but it ends too early.", retryable=True
        )


def unexpected(response: httpx.Response, url: httpx.URL) -> FetchError:
    """
    The error for a status that is neither an answer nor a redirect.
    """
    status = response.status_code
    wait = response.headers.get("retry-after", "")
    is_seconds = wait.isascii() and wait.isdigit() and len(wait) < 8
    return StatusUnexpected(
        f"Status 200 was expected from {shown(str(url))}, but it answered {status} "
        f"({response.reason_phrase or 'without a reason'}).",
        status=status,
        retryable=status in RETRYABLE,
        after=float(wait) if is_seconds else None,
    )
