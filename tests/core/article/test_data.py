"""
Articles as plain data and back.
"""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.article import (
    Article,
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Table,
    article_data,
    article_of_data,
    read_article,
)
from selaras.errors import ArticleUnreadable

EXAMPLES = sorted((Path(__file__).parents[3] / "examples").glob("*.md"))

texts = st.builds(
    lambda text, kind: Inline(
        text=text,
        marks=(Mark(start=0, end=len(text), kind=kind, href="", ref=1),)
        if text
        else (),
    ),
    st.text(max_size=20),
    st.sampled_from(["bold", "italic", "code", "verbatim"]),
)
paragraphs = st.builds(Paragraph, text=texts)
lists = st.builds(
    List,
    items=st.lists(
        st.builds(
            ListItem,
            text=texts,
            depth=st.integers(0, 3),
            number=st.none() | st.integers(1, 9),
        ),
        max_size=3,
    ).map(tuple),
)
blocks = st.one_of(
    paragraphs,
    lists,
    st.builds(Heading, text=texts, level=st.integers(2, 6)),
    st.builds(Quote, paragraphs=st.lists(texts, max_size=2).map(tuple), speaker=texts),
    st.builds(Image, src=st.text(max_size=9), alt=texts, caption=texts, credit=texts),
    st.builds(
        Table,
        rows=st.lists(st.lists(texts, max_size=2).map(tuple), max_size=2).map(tuple),
        header_rows=st.integers(0, 1),
        caption=texts,
    ),
    st.builds(
        Embed,
        kind=st.sampled_from(["url", "code", "rule"]),
        content=st.text(max_size=9),
    ),
    st.builds(
        FactBox,
        title=texts,
        blocks=st.lists(paragraphs | lists, max_size=2).map(tuple),
    ),
)


@given(
    st.builds(
        Article,
        headline=texts,
        summary=texts,
        blocks=st.lists(blocks, max_size=4).map(tuple),
        id=st.text(max_size=5),
        extra=st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2),
    )
)
def test_every_article_comes_back(article):
    assert article_of_data(json.loads(json.dumps(article_data(article)))) == article


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_real_articles_come_back(path):
    article = read_article(path.read_bytes(), name=path.name)
    assert article_of_data(article_data(article)) == article


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data.pop("headline"),
        lambda data: data.update(blocks=[{"block": "poem"}]),
        lambda data: data.update(blocks=[{"text": "no kind"}]),
        lambda data: data.update(summary="plain"),
        lambda data: data.update(blocks=None),
    ],
)
def test_anything_else_is_refused(spoil):
    data = article_data(replace(Article(), id="1"))
    spoil(data)
    with pytest.raises(ArticleUnreadable, match="Expected an article as data"):
        article_of_data(data)
