"""
A QR code holds the link, keeps its quiet zone, and speaks to screen readers.
"""

import re

import pytest
import segno
from defusedxml import ElementTree

from selaras_site.public.qr import QUIET_ZONE, LinkTooLong, qr_svg

LINK = "https://example.org/zh/bencana/27?a=1&b=<2>"
NAMESPACE = "{http://www.w3.org/2000/svg}"


def modules_in(svg):
    path = ElementTree.fromstring(svg).find(f"{NAMESPACE}path").get("d")
    bars = re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", path)
    assert "".join(f"M{x} {y}h{w}v1h-{w}z" for x, y, w in bars) == path
    return {
        (int(left) + step, int(top))
        for left, top, length in bars
        for step in range(int(length))
    }


class TestQrSvg:
    def test_it_draws_the_modules_of_the_link(self):
        rows = segno.make(LINK, error="m", micro=False).matrix_iter(border=QUIET_ZONE)
        expected = {
            (x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark
        }

        assert modules_in(qr_svg(LINK)) == expected

    def test_it_keeps_four_light_modules_on_every_side(self):
        svg = qr_svg(LINK)
        side = int(ElementTree.fromstring(svg).get("viewBox").split()[-1])

        columns, rows = zip(*modules_in(svg), strict=True)

        assert (min(columns), min(rows)) == (QUIET_ZONE, QUIET_ZONE)
        assert (max(columns), max(rows)) == (side - 1 - QUIET_ZONE,) * 2

    def test_a_screen_reader_says_its_title_or_the_link(self):
        spoken = [
            ElementTree.fromstring(svg).find(f"{NAMESPACE}title").text
            for svg in (qr_svg(LINK), qr_svg(LINK, title="用微信扫码 <b>"))
        ]

        assert spoken == [LINK, "用微信扫码 <b>"]

    def test_it_takes_the_colour_of_the_text(self):
        svg = qr_svg(LINK)

        assert 'fill="currentColor"' in svg
        assert 'role="img"' in svg

    def test_a_link_too_long_is_refused_in_a_sentence(self):
        with pytest.raises(LinkTooLong, match="3020 characters"):
            qr_svg("https://example.org/" + "a" * 3000)
