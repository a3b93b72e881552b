"""
What is written reads back, and what is read loses nothing.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.article import (
    FORMATS,
    join,
    cut,
    map_texts,
    read_article,
    write_article,
)
from selaras.errors import ArticleEmpty

SLOW = settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


class TestRoundTrip:
    @given(data=st.data())
    @SLOW
    def test_markdown_reads_back_what_it_wrote(self, markdown_article, data):
        """
        Every character that means something in Markdown is escaped.
        """
        article = data.draw(markdown_article)

        written = write_article(article, "markdown")

        assert read_article(written, format="markdown") == article

    @given(data=st.data())
    @SLOW
    def test_html_reads_back_what_it_wrote(self, html_article, data):
        """
        Every character that means something in HTML is escaped.
        """
        article = data.draw(html_article)

        written = write_article(article, "html")

        assert read_article(written, format="html") == article
