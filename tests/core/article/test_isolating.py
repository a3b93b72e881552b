"""
Latin runs in a text from right to left.
"""

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.article.formats.isolating import isolated

TAG = re.compile(r"<[^>]*>")


@pytest.mark.parametrize(
    ("html", "runs"),
    [
        ("قالت PT Telkom (Persero) Tbk أمس", ["PT Telkom (Persero) Tbk"]),
        ("شركة Astra &amp; Rekan في", ["Astra &amp; Rekan"]),
        ("على بعد 5 km من", ["km"]),
        ("قال (BNPB) و-BMKG.", ["BNPB", "BMKG"]),
        ("&lt;&nbsp;&gt; 2026", []),
        ('<a href="https://bnpb.go.id/">الموقع</a>', []),
        ("<strong>G20</strong> وCOVID-19", ["G20"]),
    ],
)
def test_each_run_is_one(html: str, runs: list[str]) -> None:
    """
    A name of several words stays together; a number beside it belongs to the text.
    """
    assert re.findall(r"<bdi>(.*?)</bdi>", isolated(html, "ar")) == runs


@given(st.text(alphabet="aZ9 .&<>'\"()-ب،\u00a0ñ"))
def test_no_character_is_lost(text: str) -> None:
    html = escape(text)

    written = isolated(html, "ar")

    assert unescape(TAG.sub("", written)) == text
    assert written.count("<bdi>") == written.count("</bdi>")


@given(st.text())
def test_others_stay_as_they_are(text: str) -> None:
    assert isolated(text, "ja") == text
