"""
Latin words inside a text that runs from right to left.

Without isolation a browser lets the marks and numbers round a Latin name run with it
(Unicode Bidirectional Algorithm, UAX #9), and "«PT Maju (Persero) Tbk»" falls apart.
"""

import re

from selaras.languages import LANGUAGES, Tag

LETTER = "A-Za-zÀ-ÖØ-öø-ɏ"
WORD = rf"[{LETTER}\d]+(?:(?:['’._/@:+-]|&\#39;)+[{LETTER}\d]+)*"
BETWEEN = r"(?:[ \u00A0]|&nbsp;)?&amp;(?:[ \u00A0]|&nbsp;)?|[ \u00A0]|&nbsp;"
PIECE = re.compile(
    r"(?P<tag><[^<>]*>)"
    rf"|(?<![&#\w])(?P<run>\d*[{LETTER}](?:{WORD})?(?:['’._/@:+-]+{WORD})*"
    rf"(?:(?:{BETWEEN})\(?{WORD}\)?)*)"
)


def isolated(html: str, language: Tag) -> str:
    """
    The HTML with ``<bdi>`` round each Latin run, where a language runs to the left.

    ``html`` has its characters escaped already; what stands in tags stays as it is.

    >>> isolated("قال ناطق باسم BMKG إن", "ar")
    'قال ناطق باسم <bdi>BMKG</bdi> إن'
    >>> isolated("قالت Telkom &amp; Co. <b>أمس</b>", "ar")
    'قالت <bdi>Telkom &amp; Co</bdi>. <b>أمس</b>'
    >>> isolated("Gempa", "en")
    'Gempa'
    """
    if LANGUAGES[language].direction == "ltr":
        return html
    return PIECE.sub(_isolate, html)


def _isolate(match: re.Match[str]) -> str:
    return match["tag"] or f"<bdi>{match['run']}</bdi>"
