"""
Which addresses may be fetched, and what is in the way of the others.
"""

import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_network

import httpx

from selaras_site.ingest.errors import AddressRefused, ConnectionFailed

SHOWN = 200
"""
Characters of an address that a message shows.
"""

Address = IPv4Address | IPv6Address
Resolve = Callable[[str, int], Sequence[str]]
"""
From a host's name and a port to the addresses that the host has.
"""


@dataclass(frozen=True, slots=True)
class Range:
    """
    What a range of addresses is for; ``own`` ones are a newsroom's own network.
    """

    purpose: str
    own: bool = False


RANGES = {
    ip_network(network): purpose
    for network, purpose in {
        "0.0.0.0/8": Range("this network"),
        "10.0.0.0/8": Range("private", own=True),
        "100.64.0.0/10": Range("shared by a provider", own=True),
        "127.0.0.0/8": Range("loopback", own=True),
        "169.254.0.0/16": Range("link-local"),
        "172.16.0.0/12": Range("private", own=True),
        "192.0.0.0/24": Range("reserved"),
        "192.88.99.0/24": Range("6to4 relay"),
        "192.168.0.0/16": Range("private", own=True),
        "198.18.0.0/15": Range("benchmarks"),
        "224.0.0.0/4": Range("multicast"),
        "240.0.0.0/4": Range("reserved"),
        "::/96": Range("IPv4 in IPv6"),
        "::1/128": Range("loopback", own=True),
        "::ffff:0:0/96": Range("IPv4 mapped into IPv6"),
        "::ffff:0:0:0/96": Range("IPv4 translated into IPv6"),
        "64:ff9b::/96": Range("NAT64"),
        "64:ff9b:1::/48": Range("NAT64"),
        "100::/64": Range("discarded"),
        "2001::/32": Range("Teredo"),
        "2002::/16": Range("6to4"),
        "fc00::/7": Range("private", own=True),
        "fd00:ec2::/32": Range("metadata of a cloud"),
        "fe80::/10": Range("link-local"),
        "fec0::/10": Range("site-local"),
        "ff00::/8": Range("multicast"),
    }.items()
}
"""
Where no public server is (IANA special-purpose registries). The narrowest range counts.
"""


def parse_url(text: str, base: httpx.URL | None = None) -> httpx.URL:
    """
    An address over HTTP, without a user's name in it.
    """
    try:
        url = base.join(text) if base else httpx.URL(text)
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise AddressRefused(
            f"An address was expected, but got {shown(text)}: {error}."
        ) from error
    if url.scheme not in ("http", "https") or not url.host:
        raise AddressRefused(
            "An address with http:// or https:// and a host was expected, but got "
            f"{shown(str(url))}."
        )
    if url.userinfo:
        raise AddressRefused(
            f"An address without a user's name was expected for {url.host!r}."
        )
    return url


def resolve_host(host: str, port: int) -> list[str]:
    """
    The addresses that a host has, each once.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        raise ConnectionFailed(
            f"The host {host!r} was not found: {error.strerror}.",
            retryable=error.errno == socket.EAI_AGAIN,
        ) from error
    except (OSError, ValueError) as error:
        raise AddressRefused(f"{host!r} is no name of a host: {error}.") from error
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def refuse_closed(address: Address, host: str, *, allow_private: bool) -> None:
    """
    Raise where an address is not of a public server.

    >>> refuse_closed(IPv4Address("93.184.216.34"), "contoh.id", allow_private=False)
    """
    kind = range_of(address)
    if kind is None and not address.is_global:
        kind = Range("reserved")
    if kind is None or (kind.own and allow_private):
        return
    raise AddressRefused(
        f"A public address was expected, but {host!r} is at {address}, which is "
        f"{kind.purpose}."
    )


def range_of(address: Address) -> Range | None:
    """
    The narrowest range of the table in which an address lies.

    >>> range_of(IPv6Address("::1")), range_of(IPv4Address("1.1.1.1"))
    (Range(purpose='loopback', own=True), None)
    """
    held = [network for network in RANGES if address in network]
    return RANGES[max(held, key=lambda each: each.prefixlen)] if held else None


def shown(text: str) -> str:
    """
    An address as a message shows it: quoted, and not without end.
    """
    return repr(text if len(text) <= SHOWN else text[:SHOWN] + "…")
