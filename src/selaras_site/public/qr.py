"""
A link as a QR code that stands in the page itself: no picture to fetch.
"""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

import segno

from selaras.errors import SelarasError

QUIET_ZONE = 4
"""
Light modules on every side, as ISO/IEC 18004 asks; without them phones do not read it.
"""


class LinkTooLong(SelarasError):
    """
    The link is longer than the largest QR code can hold.
    """


def qr_svg(url: str, *, title: str = "") -> str:
    """
    Draw ``url`` as an SVG in the colour of the text round it.

    ``title`` is what a screen reader says; the link itself if nothing is given. The
    ground is transparent: give it a light one where the page is dark, for many phones
    do not read a light code on a dark ground.

    >>> qr_svg("https://example.org/p/27")[:42]
    '<svg xmlns="http://www.w3.org/2000/svg" vi'
    """
    rows = tuple(_encode(url).matrix_iter(border=QUIET_ZONE))
    side = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'role="img" shape-rendering="crispEdges"><title>{escape(title or url)}</title>'
        f'<path fill="currentColor" d="{"".join(_bars(rows))}"/></svg>'
    )


def _encode(url: str) -> segno.QRCode:
    try:
        return segno.make(url, error="m", micro=False)
    except segno.DataOverflowError as overflow:
        raise LinkTooLong(
            f"Expected a link that fits a QR code but got {len(url)} characters."
        ) from overflow


def _bars(rows: Iterable[Iterable[int]]) -> Iterator[str]:
    for top, row in enumerate(rows):
        left = 0
        for dark, modules in groupby(row):
            length = len(list(modules))
            if dark:
                yield f"M{left} {top}h{length}v1h-{length}z"
            left += length
