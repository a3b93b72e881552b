"""
What is told at the end of a translation.
"""

from selaras.article import Article, Inline, Paragraph
from selaras.cli.reports import Timing, print_timing
from selaras.engines import FakeEngine
from selaras.pipeline import translate_articles

ENGLISH = {
    "Ada 27 korban di Cianjur.": "There are 270 victims in Cianjur.",
    "Warga mengungsi.": "Residents fled. Residents fled. Residents fled.",
}


def test_mended_and_left_sentences_are_counted(capsys):
    """
    Beside each other, so that nobody takes a mended sentence for an untouched one.
    """
    text = Inline(text=" ".join(ENGLISH))
    [drafts] = translate_articles(
        [Article(blocks=(Paragraph(text=text),))],
        engine=FakeEngine(ENGLISH),
        languages=["en"],
    )

    print_timing([("a", drafts)], Timing(seconds=1.0), out=None)

    (row,) = [
        line for line in capsys.readouterr().err.splitlines() if "English" in line
    ]
    assert [cell.strip() for cell in row.strip("│").split("│")] == [
        "English",
        "2",
        "0",
        "1",
        "0",
        "1",
    ]
