"""
What is written reads back, and what is read loses nothing.
"""

from collections import Counter
from html import unescape
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from selaras.article import (
    FORMATS,
    Article,
    Block,
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
    map_texts,
    read_article,
    write_article,
)
from selaras.article.formats.cleaning import clean
from selaras.article.formats.html import inline_html
from selaras.errors import ArticleEmpty

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "formats.md"

SLOW = settings(
    max_examples=100,
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

    @given(data=st.data())
    @SLOW
    @pytest.mark.parametrize("name", [each.name for each in FORMATS])
    def test_any_article_can_be_written_and_no_word_is_lost(
        self, any_article, name, data
    ):
        """
        Whatever an article holds, each letter and digit of its texts is in the file.
        """
        article = data.draw(any_article)

        written = write_article(article, name)

        try:
            again = read_article(written, format=name)
        except ArticleEmpty:
            again = Article()
        wanted, found = letters(article), letters(again)
        assert not wanted - letters_of(unescape(written))
        if name == "html":
            assert not wanted - found


def letters(article):
    count = Counter()

    def look(_path, text):
        count.update(letters_of(clean(text.text)))
        return text

    map_texts(article, look)
    return count


def letters_of(text):
    return Counter(character for character in text if character.isalnum())


class TestMarkdown:
    def test_every_block_that_a_newsroom_writes_is_read(self):
        """
        One article with all of it.
        """
        article = read_article(MARKDOWN, name="banjir.md")

        assert article == Article(
            id="a1",
            language="id",
            extra={
                "section": "daerah",
                "penulis": "Ani: Budi",
                "tag": "banjir\n- bpbd",
            },
            headline=inline("Banjir Cianjur surut"),
            summary=inline("Warga pulang.", bold(0, 5)),
            blocks=(
                Paragraph(text=inline("Air surut pada Senin.", bold(4, 9))),
                Heading(text=inline("Korban"), level=2),
                Heading(text=inline("Lagi"), level=2),
                List(
                    items=(
                        ListItem(text=inline("satu")),
                        ListItem(text=inline("dua"), depth=1, number=3),
                        ListItem(text=inline("tiga"), depth=1, number=4),
                        ListItem(text=inline("empat\nlima")),
                    )
                ),
                Quote(
                    paragraphs=(inline("Kami siap."), inline("Kami datang.")),
                    speaker=inline("Budi, warga"),
                ),
                FactBox(
                    title=inline("Fakta"),
                    blocks=(
                        Paragraph(text=inline("27 tewas.")),
                        List(items=(ListItem(text=inline("1 hilang")),)),
                    ),
                ),
                Image(
                    src="foto.jpg",
                    alt=inline("Jembatan"),
                    caption=inline("Jembatan putus"),
                    credit=inline("Antara"),
                ),
                Table(
                    rows=(
                        (inline("Kota"), inline("Korban")),
                        (inline("Cianjur"), inline("27"), inline("lebih")),
                    ),
                    header_rows=1,
                    caption=inline("Korban per kota"),
                ),
                Embed(kind="url", content="https://youtu.be/x_y"),
                Embed(kind="code", content="x = 1\n\ny = 2"),
                Embed(kind="rule"),
                Paragraph(
                    text=inline(
                        "Klub Persib, make di sini.",
                        Mark(start=5, end=11, kind="verbatim"),
                        Mark(start=13, end=17, kind="code"),
                        Mark(start=21, end=25, kind="link", href="https://a.id"),
                    )
                ),
            ),
        )

    @pytest.mark.parametrize(
        "line",
        [
            "**Ringkasan:** Warga pulang.",
            "**Ringkasan**: Warga pulang.",
            "**Ringkasan**\nWarga pulang.",
        ],
    )
    def test_a_first_paragraph_can_say_that_it_is_the_summary(self, line):
        """
        Only where it says so; any other first paragraph is a paragraph.
        """
        article = read_article(f"# Banjir\n\n{line}\n\nAir surut.")

        assert article.summary == inline("Warga pulang.")
        assert article.blocks == (Paragraph(text=inline("Air surut.")),)

    def test_what_only_looks_like_a_tag_is_text(self):
        """
        An angle bracket before a word loses nothing.
        """
        article = read_article("Jika a <b dan c> d, <y dan z> x < 5.", format="md")

        assert article.blocks[0].text.text == "Jika a <b dan c> d, <y dan z> x < 5."

    def test_indented_text_is_text(self):
        """
        A pasted paragraph is translated, as code would not be.
        """
        article = read_article("    JAKARTA, Banjir surut.\n\nDua.", format="md")

        assert article.blocks == (
            Paragraph(text=inline("JAKARTA, Banjir surut.")),
            Paragraph(text=inline("Dua.")),
        )

    def test_html_in_markdown_is_read_as_html(self):
        """
        Newsrooms paste figures.
        """
        article = read_article(
            'Satu.\n\n<figure><img src="a.jpg" alt="A">'
            "<figcaption>Ket</figcaption></figure>\n\nDua.",
            format="md",
        )

        assert article.blocks == (
            Paragraph(text=inline("Satu.")),
            Image(src="a.jpg", alt=inline("A"), caption=inline("Ket")),
            Paragraph(text=inline("Dua.")),
        )

    def test_a_picture_in_a_sentence_follows_it(self):
        """
        A block inside a text waits for the end of the text.
        """
        article = read_article("Lihat ![foto](a.jpg) di atas.", format="md")

        assert article.blocks == (
            Paragraph(text=inline("Lihat di atas.")),
            Image(src="a.jpg", alt=inline("foto")),
        )

    def test_front_matter_that_is_none_is_text(self):
        """
        Two rules with a sentence between them say nothing about the article.
        """
        article = read_article("---\nBukan kunci\n\n---\n\nTeks.", format="md")

        assert [type(block).__name__ for block in article.blocks] == [
            "Embed",
            "Paragraph",
            "Embed",
            "Paragraph",
        ]

    def test_another_language_is_kept(self):
        """
        The pipeline says that it is not Indonesian, not the reader.
        """
        assert read_article("---\nlanguage: de\n---\nEs regnet.").language == "de"
        assert read_article("---\nlanguage: zh-Hans\n---\n下雨。").language == "zh"


class TestHtml:
    def test_every_block_of_a_page_is_read(self):
        """
        One page with all of it, and with what is not the article.
        """
        article = read_article(PAGE, name="banjir.html")

        assert article == Article(
            id="a1",
            language="en",
            extra={"section": "daerah"},
            headline=inline("Flood"),
            summary=inline("Home again."),
            blocks=(
                Paragraph(text=inline("Loose text")),
                Paragraph(text=inline("Water & mud receded.", bold(0, 5))),
                List(
                    items=(
                        ListItem(text=inline("a"), number=5),
                        ListItem(text=inline("b"), depth=1),
                        ListItem(text=inline("c"), number=9),
                    )
                ),
                Quote(paragraphs=(inline("Ready."),), speaker=inline("Budi")),
                Image(
                    src="/a.jpg",
                    alt=inline("Bridge"),
                    caption=inline("A bridge"),
                    credit=inline("Antara"),
                ),
                Table(
                    rows=(
                        (inline("Town"), inline("Dead")),
                        (inline("C"), inline("27")),
                    ),
                    header_rows=1,
                    caption=inline("Dead"),
                ),
                Embed(kind="code", content="x  =\n 1"),
                Embed(kind="rule"),
                FactBox(
                    title=inline("Facts"),
                    blocks=(Paragraph(text=inline("27 dead.")),),
                ),
                Heading(text=inline("More"), level=3),
                Embed(kind="url", content="https://youtu.be/x"),
                Paragraph(
                    text=inline(
                        "Club Persib and bad link",
                        Mark(start=5, end=11, kind="verbatim"),
                    )
                ),
            ),
        )

    @pytest.mark.parametrize(
        ("html", "texts"),
        [
            ("Satu<div>dua<p>tiga</div>empat", ["Satu", "dua", "tiga", "empat"]),
            ("<p>Satu<p>Dua", ["Satu", "Dua"]),
            ("<b><p>Satu</p><p>Dua</b>", ["Satu", "Dua"]),
            ("Satu<br><br>Dua<br>tiga", ["Satu", "Dua\ntiga"]),
            ("<dl><dt>Satu<dd>Dua</dl>", ["Satu", "Dua"]),
            (
                "<p>Satu&nbsp;<script>x</script> &lt;dua&gt;",
                ["Satu\N{NO-BREAK SPACE} <dua>"],
            ),
            ("<figcaption>Satu</figcaption><td>Dua", ["Satu", "Dua"]),
            ("<form>Satu <label>dua</label></form>", ["Satu dua"]),
            ("<p>Kata <q>siap</q>", ["Kata “siap”"]),
        ],
    )
    def test_text_that_stands_anywhere_is_kept(self, html, texts):
        """
        Tag soup loses no word.
        """
        article = read_article(html, format="html")

        assert [block.text.text for block in article.blocks] == texts

    @pytest.mark.parametrize(
        "href",
        [
            "javascript:alert(1)",
            " JaVa\nScRiPt:alert(1)",
            "&#106;avascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "\x01javascript:x",
            "file:///etc/passwd",
        ],
    )
    @pytest.mark.parametrize("pattern", ['<a href="{}">baca</a>', "[baca](<{}>)"])
    def test_a_link_that_could_do_harm_leaves_only_its_words(self, href, pattern):
        """
        Only http, https, mail and relative addresses survive, in any spelling.
        """
        kind = "html" if pattern.startswith("<") else "markdown"

        article = read_article(pattern.format(href), format=kind)

        assert "baca" in article.blocks[0].text.text
        assert not article.blocks[0].text.marks

    def test_nothing_harmful_is_written(self):
        """
        An article made by hand is escaped, too.
        """
        link = Mark(start=0, end=8, kind="link", href="javascript:alert(1)")
        article = Article(
            id='"><script>',
            headline=inline("<script>", link),
            blocks=(Image(src='javascript:x" onerror="y', alt=inline('"><script>')),),
            extra={'"><script>': '"><script>'},
            language='"><script>',
        )

        written = write_article(article, "html")

        assert "<script" not in written
        assert "javascript" not in written

    def test_marks_that_cross_are_nested_properly(self):
        """
        And reading makes them what they were.
        """
        text = inline(
            "satu dua tiga",
            Mark(start=0, end=8, kind="bold"),
            Mark(start=5, end=13, kind="italic"),
        )

        written = inline_html(text)

        assert written == "<strong>satu <em>dua</em></strong><em> tiga</em>"


class TestPlain:
    @pytest.mark.parametrize(
        ("text", "headline", "paragraphs"),
        [
            ("Judul\n\nSatu.\n\nDua.", "Judul", ["Satu.", "Dua."]),
            ("\n\n  Judul\n \nSatu.", "Judul", ["Satu."]),
            ("Satu.\nDua.", "", ["Satu.", "Dua."]),
            ("Satu.", "", ["Satu."]),
            ("Satu\ndua.\n\nTiga.", "", ["Satu dua.", "Tiga."]),
            ("Judul\n\nSatu.\nDua dan\ntiga.", "Judul", ["Satu.\nDua dan tiga."]),
        ],
    )
    def test_lines_become_a_headline_and_paragraphs(self, text, headline, paragraphs):
        """
        As the documentation says.
        """
        article = read_article(text, format="plain")

        assert article.headline.text == headline
        assert [block.text.text for block in article.blocks] == paragraphs


def inline(text, *marks):
    return Inline(text=text, marks=marks)


def bold(start, end):
    return Mark(start=start, end=end, kind="bold")


MARKDOWN = """\
---
id: a1
section: daerah
penulis: "Ani: Budi"
# komentar
tag: banjir
  - bpbd
summary: "**Warga** pulang."
---

# Banjir Cianjur surut

Air **surut**
pada Senin.

## Korban

# Lagi

- satu
  3. dua
  9. tiga
- empat

  lima

> Kami siap.
>
> Kami datang.
> — Budi, warga

> [!INFO] Fakta
> 27 tewas.
>
> * 1 hilang

![Jembatan](foto.jpg "Jembatan putus")

:: Antara

| Kota | Korban |
|------|-------:|
| Cianjur | 27 | lebih |

: Korban per kota

https://youtu.be/x_y

```python
x = 1

y = 2
```

***

Klub <span translate="no">Persib</span>, `make` di [sini](https://a.id).
""".replace("  3. dua", "\n  3. dua")

PAGE = """\
<!doctype html><html lang="en-GB"><head><title>Flood - Site</title>
<meta name="article:id" content="a1"><meta property="article:section" content="daerah">
<style>p{}</style></head><body><nav>Menu</nav><div>Before</div><article>
<header><h1>Flood</h1><p class="lead summary">Home again.</header>
Loose text<script>x</script>
<div><p><b>Water</b> &amp; <u>mud</u> receded.</div>
<ol start=5><li>a<ul><li>b</ul><li value=9><p>c</ol>
<blockquote><p>Ready.</p><footer>— <cite>Budi</cite></footer></blockquote>
<figure><img src="/a.jpg" alt="Bridge"><figcaption><p>A bridge</p><small>Antara</small>
</figcaption></figure>
<table><caption>Dead</caption><tr><th>Town<th>Dead<tr><td>C<td>27</table>
<pre>
x  =
 1</pre><hr>
<aside><h4>Facts</h4>27 dead.</aside>
<h3>More</h3>
<iframe src="https://youtu.be/x">No frames</iframe>
<p>Club <i translate=no>Persib</i> and <a href="javascript:x">bad link</a>
</article><footer>Imprint</footer></body></html>
""".replace("<i translate=no>Persib</i>", "<span translate=no>Persib</span>")


class TestDocumentation:
    @pytest.mark.parametrize("each", FORMATS, ids=lambda each: each.name)
    def test_every_format_is_in_the_reference(self, each):
        """
        With its endings and its media type.
        """
        page = REFERENCE.read_text(encoding="utf-8")

        assert f"| `{each.name}` |" in page
        assert " ".join(f"`{ending}`" for ending in each.endings) in page
        assert f"`{each.media_type}`" in page

    @pytest.mark.parametrize("block", get_args(Block), ids=lambda block: block.__name__)
    def test_every_block_is_in_the_reference(self, block):
        """
        A new block is documented for every format.
        """
        assert f"| `{block.__name__}`" in REFERENCE.read_text(encoding="utf-8")
