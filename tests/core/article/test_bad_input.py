"""
What is no article is refused with a sentence; everything else is read.
"""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.article import (
    FORMATS,
    Embed,
    cut,
    join,
    map_texts,
    read_article,
    write_article,
)
from selaras.article.formats import MAX_BYTES
from selaras.errors import (
    ArticleEmpty,
    ArticleError,
    ArticleTooLarge,
    ArticleUnreadable,
    FormatUnknown,
)

NAMES = [each.name for each in FORMATS]
SENTENCE = "Pemerintah menaikkan harga BBM 5,2 persen pada Rabu (15/6). "

SOUP = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<b>", "</i>", "<a href='x'>", "<ul>", "<li>", "<td>"),
            *("<table>", "<blockquote>", "</blockquote>", "<aside>", "<h1>", "<pre>"),
            *("<figure>", "<figcaption>", "<br>", "<img alt=kata>", "<!--", "-->", "<"),
            *("**", "_", "`", "> ", "- ", "1. ", "# ", "[", "](", ")", "![", "|", "\n"),
            *("\n\n", "| - |\n", "---\n", ": ", "> [!INFO] ", "    ", "```\n", "\\"),
            *("kata", "Dua kata. ", "\u202e", "\x07", "👩‍🚒", "&#8238;", "&lt;", "\t"),
        ]
    )
    | st.text(max_size=5),
    max_size=25,
).map("".join)


SIGNS = {
    "markdown": [
        *(
            "**",
            "_",
            "`",
            "> ",
            "- ",
            "1. ",
            "9. ",
            "# ",
            "## ",
            "[",
            "](",
            "](x)",
            "![",
        ),
        *(
            ")",
            "|",
            "\n",
            "\n\n",
            "| - |\n",
            "---\n",
            ": ",
            ":: ",
            "> [!INFO] ",
            "    ",
        ),
        *("```\n", "\\", "— ", "**Ringkasan** ", "id: ", "https://a.id ", "===\n"),
    ],
    "html": [
        *(
            "<p>",
            "</p>",
            "<b>",
            "</i>",
            "<a href='x'>",
            "<ul>",
            "<ol>",
            "</ul>",
            "<li>",
        ),
        *("<td>", "<tr>", "<table>", "</table>", "<blockquote>", "</blockquote>"),
        *(
            "<aside>",
            "</aside>",
            "<h1>",
            "</h1>",
            "<h3>",
            "<pre>",
            "</pre>",
            "<figure>",
        ),
        *(
            "</figure>",
            "<figcaption>",
            "<caption>",
            "<footer>",
            "<cite>",
            "<br>",
            "<hr>",
        ),
        *("<img src=a>", "<div>", "</div>", "<q>", "<title>", "<p class=summary>"),
        *("<small>", "<thead>", "<th>", "<figure class=embed>", "<span translate=no>"),
    ],
    "plain": ["\n", "\n\n", " ", "."],
}


class TestRefused:
    @pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \n\t ", "", "\u202e"])
    def test_a_file_without_text_is_empty(self, data):
        """
        Unseen characters are no text.
        """
        with pytest.raises(ArticleEmpty, match="the file holds no text"):
            read_article(data)

    @pytest.mark.parametrize(
        ("text", "name"),
        [("<p></p><script>x</script>", "html"), ("---\nid: a\n---\n", "markdown")],
    )
    def test_a_file_without_words_to_translate_is_empty(self, text, name):
        """
        Tags and front matter are no article.
        """
        with pytest.raises(ArticleEmpty, match=f"no text in this {name} file"):
            read_article(text, format=name)

    def test_a_file_over_the_limit_is_too_large(self):
        """
        The message names the limit and the size.
        """
        with pytest.raises(ArticleTooLarge, match=r"20,000,000 bytes; .* 20,000,001\."):
            read_article(b"a" * (MAX_BYTES + 1))

    @pytest.mark.parametrize(
        ("data", "message"),
        [
            (b"Banjir\nsu\x00rut", r"character 10 \(line 2\) is NUL"),
            ("Banjir\x00", r"character 7 \(line 1\) is NUL"),
            (b"Banjir\n\xe9t\xe9", r"UTF-8 .* byte 8 \(line 2\) .*: e9\."),
            (b"\xef\xbb\xbfa\xff", r"byte 5 \(line 1\) .*: ff\."),
            (b"\xff\xfea", r"UTF-16 .* byte 3"),
            (b"\xff\xfe\x00\x00a\x00\x00\x00", r"this is UTF-32"),
            ("Banjir".encode("utf-16-le"), r"UTF-16 without a byte order mark"),
            (b"%PDF-1.7 \xff", r"this is a PDF file"),
            (b"PK\x03\x04\x14", r"ZIP archive, as DOCX"),
            ("a\ud800", r"character 2 is half of a surrogate pair"),
        ],
    )
    def test_what_is_no_text_is_unreadable(self, data, message):
        """
        The message says where, and what was expected.
        """
        with pytest.raises(ArticleUnreadable, match=message):
            read_article(data)

    @pytest.mark.parametrize("name", ["banjir.docx", "banjir.pdf"])
    def test_a_file_ending_that_we_do_not_know(self, name):
        """
        The message lists those that we do.
        """
        with pytest.raises(FormatUnknown, match=r"markdown, html, plain.*but got"):
            read_article(b"Banjir", name=name)

    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("<div>" * 100_000 + "x", "html"),
            ("<div>" * 15_000 + "<p>a</p>" * 100_000, "html"),
            ("<blockquote>" * 1_000 + "x", "html"),
            ("<table><tr><td>" * 5_000 + "x", "html"),
            ("> " * 100_000 + "x", "markdown"),
            ("- " * 10_000 + "x", "markdown"),
        ],
        ids=["div", "deep and wide", "quotations", "tables", "marks", "lists"],
    )
    def test_what_nests_too_deep_is_too_large(self, text, name):
        """
        Neither a hang nor a lost part.
        """
        with pytest.raises(ArticleTooLarge, match=r"deep|open at once"):
            read_article(text, format=name)


class TestRead:
    @pytest.mark.parametrize(
        "data",
        [
            "Banjir café 洪水".encode(),
            "Banjir café 洪水".encode("utf-8-sig"),
            "Banjir café 洪水".encode("utf-16"),
            b"\xfe\xff" + "Banjir café 洪水".encode("utf-16-be"),
            "\N{ZERO WIDTH NO-BREAK SPACE}Banjir café 洪水",
        ],
    )
    def test_every_encoding_that_says_what_it_is(self, data):
        """
        UTF-8 with and without a mark, UTF-16 with one.
        """
        assert read_article(data).blocks[0].text.text == "Banjir café 洪水"

    @pytest.mark.parametrize("name", NAMES)
    def test_unseen_characters_go_and_joiners_stay(self, name):
        """
        Nothing turns text round or hides in it; families stay families.
        """
        text = (
            "Ban\u202ejir\x07 \u2066s\xadurut\u200b 👩\u200d🚒 🏴\U000e0067\U000e007f"
        )

        article = read_article(text, format=name)

        assert article.blocks[0].text.text == (
            "Banjir surut 👩\u200d🚒 🏴\U000e0067\U000e007f"
        )

    def test_references_cannot_bring_them_back(self):
        """
        A character is judged after its reference was read.
        """
        for name in ("html", "markdown"):
            article = read_article("Banjir&#8238; &#x202e;surut", format=name)

            assert article.blocks[0].text.text == "Banjir surut"

    @pytest.mark.parametrize("name", NAMES)
    @pytest.mark.parametrize(
        "text",
        [SENTENCE * 8_000, (SENTENCE * 4 + "\n\n") * 2_000],
        ids=["one paragraph", "paragraphs"],
    )
    def test_half_a_megabyte_is_read_to_its_last_word(self, text, name):
        """
        As one paragraph and as many, in the order in which it stands.
        """
        article = read_article(text, format=name)

        texts = [article.headline, *(block.text for block in article.blocks)]
        assert " ".join(each.text for each in texts).split() == text.split()

    @pytest.mark.parametrize(
        ("begin", "unit", "times", "name"),
        [
            ("", "<b>Kata</i>", 5_000, "markdown"),
            ("", "![Kata](b.jpg) ", 2_500, "markdown"),
            ("", "[Kata](b ", 10_000, "markdown"),
            ("", "Kata <!-- ", 20_000, "markdown"),
            ("", "**Kata", 5_000, "markdown"),
            ("<p>Kata", " <img src=a>", 10_000, "html"),
            ("", "<p><b>Kata ", 5_000, "html"),
            ("<blockquote>", "<cite>Kata</cite>", 3_000, "html"),
            ("<table><tr>", "<td colspan=999999999>Kata", 500, "html"),
            ("", "Kata\n", 20_000, "plain"),
        ],
    )
    def test_no_word_of_what_is_only_odd_is_lost(self, begin, unit, times, name):
        """
        Nor read twice, however often the oddity stands there.
        """
        text = begin + unit * times

        article = read_article(text, format=name)

        assert count_words(article) == text.count("Kata")

    @given(SOUP, st.sampled_from(NAMES))
    @settings(max_examples=100)
    def test_any_text_is_read_or_refused(self, text, name):
        """
        Never another error; and what was read can be cut, joined and written.
        """
        try:
            article = read_article(text, format=name)
        except ArticleError:
            return

        assert join(article, cut(article), language=article.language) == article
        for each in NAMES:
            write_article(article, each)

    @given(data=st.data())
    @settings(max_examples=100)
    @pytest.mark.parametrize("name", NAMES)
    def test_no_word_is_lost_in_reading(self, name, data):
        """
        Whatever signs stand round it, in whatever order.
        """
        parts = st.sampled_from([*SIGNS[name], *["Kata ", "Kata", "Kata. "] * 6])
        text = "".join(data.draw(st.lists(parts, max_size=25)))

        try:
            article = read_article(text, format=name)
        except ArticleEmpty:
            assert "Kata" not in text or "```" in text or "<pre>" in text
            return

        assert count_words(article) >= text.count("Kata")

    @given(SOUP)
    @settings(max_examples=100)
    def test_what_is_read_from_markdown_is_stable(self, text):
        """
        Written and read again it stays what it is, after the first time.
        """
        try:
            article = read_article(text, format="markdown")
            once = read_article(write_article(article, "markdown"), format="markdown")
        except ArticleError:
            return

        twice = read_article(write_article(once, "markdown"), format="markdown")

        assert twice == once

    @given(st.binary(max_size=200))
    @settings(max_examples=100)
    def test_any_bytes_are_read_or_refused(self, data):
        """
        Whatever a file holds.
        """
        with suppress(ArticleError):
            read_article(data)


def count_words(article):
    found = [*article.extra.values(), *article.extra, article.id]
    found += [block.content for block in article.blocks if isinstance(block, Embed)]

    def look(_path, text):
        found.append(text.text)
        return text

    map_texts(article, look)
    return " ".join(found).count("Kata")
