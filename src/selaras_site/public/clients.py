"""
Where a request comes from, as far as anybody can know.
"""

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest


def network_of(request: HttpRequest) -> str:
    """
    The network of a reader, or of the connection where a proxy told us nothing of use.

    Of an IPv6 address it is the half that names a household (RFC 6177).
    """
    direct = str(request.META.get("REMOTE_ADDR", ""))
    forwarded = forwarded_address(
        str(request.META.get("HTTP_X_FORWARDED_FOR", "")),
        proxies=settings.SELARAS_TRUSTED_PROXIES,
    )
    return network(forwarded) or network(direct) or direct


def forwarded_address(header: str, *, proxies: int) -> str:
    """
    The address that the outermost of our proxies saw; nothing where none told us.

    Each appends the address it was asked from. What stands before those, the client may
    have made up.

    >>> forwarded_address("6.6.6.6, 203.0.113.7", proxies=1)
    '203.0.113.7'
    >>> forwarded_address("203.0.113.7", proxies=2)
    ''
    """
    hops = [hop.strip() for hop in header.split(",")] if header else []
    return hops[-proxies] if 0 < proxies <= len(hops) else ""


def network(text: str) -> str:
    """
    The network of an address; nothing where the text is none.

    >>> network("203.0.113.7:51000"), network("[2001:db8:1:2:3::4]:443")
    ('203.0.113.7', '2001:db8:1:2::/64')
    >>> network("::ffff:203.0.113.7"), network("unknown")
    ('203.0.113.7', '')
    """
    try:
        address = ip_address(without_port(text))
    except ValueError:
        return ""
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return f"{IPv6Address(int(address) >> 64 << 64)}/64"


def without_port(text: str) -> str:
    """
    An address without the port that some proxies write behind it.
    """
    if text.startswith("["):
        return text[1:].partition("]")[0]
    return text.partition(":")[0] if text.count(":") == 1 else text
