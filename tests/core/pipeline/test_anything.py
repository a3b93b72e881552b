"""
Whatever comes in: a typed error, or every part of it comes out again.
"""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.core.pipeline.test_pages import AT

from selaras.article import cut, read_article
from selaras.engines import FakeEngine
from selaras.errors import ArticleError
from selaras.pipeline import Shown, article_of, translate_articles
from selaras.pipeline.pages import article_pages

MARKDOWN = (
    "# ",
    "## ",
    "> ",
    "- ",
    "1. ",
    "**",
    "*",
    "`",
    "```\n",
    "---\n",
    "\n\n",
    "\n",
)
INLINE = ("[x](https://contoh.example/a)", "![alt](foto.jpg)", "| a | b |\n|---|---|\n")
HTML = ("<p>", "</p>", "<b>", "<table><tr><td>", "<script>", "&amp;", "&#0;", "<!--")
NEWS = (
    "Rp1,2 triliun ",
    "27 orang. ",
    "Warga mengungsi. ",
    "dr. A. Hasan ",
    "bps.go.id ",
)
ODD = ("\u202e", "\u200d", "👨\u200d👩\u200d👧", "مرحبا ", "地震", "a\u0301", "\x07")

SNIPPETS = st.sampled_from((*MARKDOWN, *INLINE, *HTML, *NEWS, *ODD))

MARKUP = st.lists(st.one_of(SNIPPETS, st.text(max_size=8)), max_size=40).map("".join)


@pytest.mark.parametrize("name", ["markdown", "html", "plain"])
@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(data=st.one_of(MARKUP.map(str.encode), st.binary(max_size=200)))
@example(data=b"")
@example(data=b"\xff\xfe")
@example(data=b"kata " * 4000)
@example(data=b"<div>" * 3000 + b"Warga mengungsi.")
@example(data=b"> " * 500 + b"Warga mengungsi.")
def test_an_article_is_refused_in_a_sentence_or_comes_out_whole(name, data):
    """
    With an engine that changes nothing, the translation is the article.
    """
    try:
        article = read_article(data, format=name)
    except ArticleError as error:
        refused = str(error)
        article = None
    if article is None:
        assert refused.endswith(".")
        return

    [[draft]] = translate_articles(
        [article], engine=FakeEngine(lambda text: text), languages=["en"]
    )

    texts = [segment.text for segment in cut(article)]
    assert [segment.source.text for segment in draft.segments] == texts
    unchanged = replace(
        draft,
        segments=tuple(
            replace(
                segment,
                text=segment.source.text,
                marks=segment.source.marks,
                shown=Shown.TRANSLATION,
                doubt=None,
            )
            for segment in draft.segments
        ),
    )
    about = {"level": "machine", "left_in_indonesian": "0", "not_certain": "0"}
    assert article_of(unchanged) == replace(
        article, language="en", extra={**article.extra, **about}
    )
    assert set(article_pages([draft], at=AT)) == {"id.html", "en.html"}


def test_ten_thousand_blocks_come_out_in_order():
    """
    Size alone changes nothing.
    """
    text = "Judul\n\n" + "\n\n".join(
        f"Paragraf nomor {n} selesai." for n in range(10_000)
    )
    article = read_article(text, format="plain")

    [[draft]] = translate_articles(
        [article],
        engine=FakeEngine(
            lambda t: t.replace("selesai", "done").replace("nomor", "no")
        ),
        languages=["fr"],
    )

    translated = article_of(draft)
    assert len(translated.blocks) == len(article.blocks) == 10_000
    for n, block in enumerate(translated.blocks):
        assert str(n) in block.text.text
