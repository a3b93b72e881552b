"""
Pages: what a reader's browser gets.
"""

from datetime import UTC, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

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
    read_article,
)
from selaras.engines import FakeEngine
from selaras.languages import LANGUAGES, TARGETS
from selaras.pipeline import translate_articles
from selaras.pipeline.pages import Entry, article_pages, index_page, pages_of
from selaras.pipeline.pages.wording import WORDING

AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def pages(article: Article, answer, *languages: str) -> dict[str, LexborHTMLParser]:
    engine = FakeEngine(answer, name="palsu", model="satu")
    [drafts] = translate_articles([article], engine=engine, languages=languages)
    made = article_pages(drafts, at=AT)
    return {name: LexborHTMLParser(html) for name, html in made.items()}


def paragraphs(*texts: str) -> Article:
    return Article(
        headline=Inline(text="Gempa Guncang Cianjur"),
        blocks=tuple(Paragraph(text=Inline(text=text)) for text in texts),
    )


class TestSentences:
    def test_the_original_stands_behind_its_translation(self):
        """
        A sentence's link leads to the sentence itself, where its original unfolds.
        """
        made = pages(paragraphs("Warga mengungsi."), lambda _: "Residents fled.", "en")

        sentence = made["en.html"].css_first("#s2")
        assert sentence.css_first("a.peek").attributes["href"] == "#s2"
        original = sentence.css_first(".original [lang=id]")
        assert original.text() == "Warga mengungsi."
        assert original.attributes["dir"] == "ltr"

    def test_a_sentence_that_failed_is_indonesian_and_says_so(self):
        """
        The wrong number is nowhere on the page, and the notice counts the sentence.
        """
        made = pages(
            paragraphs("Gempa menewaskan 27 orang."),
            {
                "Gempa menewaskan 27 orang.": "The quake killed 72 people.",
                "Gempa Guncang Cianjur": "Quake Rocks Cianjur",
            },
            "en",
        )

        page = made["en.html"]
        left = page.css_first("#s2 .left")
        assert left.text() == "Gempa menewaskan 27 orang."
        assert left.attributes["lang"] == "id"
        assert "72" not in page.body.text()
        assert WORDING["en"].left_in_indonesian.format(n=1) in page.body.text()

    def test_engine_output_is_never_markup(self):
        """
        A hostile or broken engine can write what it likes: it is text.
        """
        evil = '<script>alert(1)</script><img src=x onerror="alert(2)">'

        made = pages(paragraphs("Warga mengungsi."), lambda _: evil, "en")

        page = made["en.html"]
        assert page.css("script") == []
        assert page.css("img") == []

    def test_an_address_that_runs_code_is_no_link(self):
        """
        A link of the original with a scheme that is not the web's is dropped.
        """
        link = Mark(start=0, end=5, kind="link", href="javascript:alert(1)")
        article = Article(
            blocks=(Paragraph(text=Inline(text="Warga mengungsi.", marks=(link,))),)
        )

        made = pages(article, lambda _: "Warga fled.", "en")

        for page in made.values():
            addresses = [a.attributes["href"] for a in page.css("a")]
            assert not [href for href in addresses if "javascript" in href]

    def test_closing_leads_back_to_the_marker(self):
        """
        The page does not jump to its top, and the marker says which sentence it is of.
        """
        made = pages(paragraphs("Warga mengungsi."), lambda _: "Residents fled.", "en")

        sentence = made["en.html"].css_first("#s2")
        assert sentence.css_first(".original a").attributes["href"] == "#p2"
        marker = sentence.css_first("#p2").attributes
        assert marker["aria-label"] == "Show the Indonesian of sentence 2 (id)"

    def test_why_a_sentence_is_indonesian_needs_no_mouse(self):
        """
        The reason stands behind a link, as the originals of other sentences do.
        """
        made = pages(paragraphs("Ada 27 orang."), lambda _: "There are 72.", "en")

        sentence = made["en.html"].css_first("#s2")
        assert sentence.css_first("a.peek").attributes["href"] == "#s2"
        reason = sentence.css_first(".original span").text()
        assert reason == WORDING["en"].this_one_left

    def test_our_pages_read_back_as_the_article(self):
        """
        Neither the notice nor what stands behind sentences is part of it.
        """
        engine = FakeEngine(lambda _: "Residents fled.")
        [drafts] = translate_articles(
            [paragraphs("Warga mengungsi.")], engine=engine, languages=["en"]
        )

        again = read_article(article_pages(drafts, at=AT)["en.html"], format="html")

        assert again.blocks == (Paragraph(text=Inline(text="Residents fled.")),)

    def test_a_missing_picture_keeps_its_words(self):
        """
        Alternative text and caption are shown where no picture can be.
        """
        picture = Image(
            src="foto/a.png", alt=Inline(text="Kapal"), caption=Inline(text="Di Biak.")
        )

        page = pages(Article(blocks=(picture,)), lambda text: text, "en")["id.html"]

        assert page.css("img") == []
        assert page.css_first("figure .absent").text() == "Kapal"
        assert page.css_first("figcaption").text() == "Di Biak."


class TestIndex:
    def test_names_of_folders_are_quoted(self):
        """
        A file's name may hold what means something else in an address.
        """
        entry = Entry(folder="apa #1 100%?", headline="Apa", pages=pages_of(["en"]))

        html = index_page([entry])

        assert 'href="apa%20%231%20100%25%3F/id.html"' in html
        assert 'href="apa%20%231%20100%25%3F/en.html"' in html


class TestMadeBy:
    def test_what_we_copied_is_no_engine(self):
        """
        A number that needs no translation does not put us among the engines.
        """
        made = pages(paragraphs("Warga.", "1.250"), lambda _: "Residents.", "en")

        note = made["en.html"].css_first("aside .made")
        assert note.text() == (
            "Translated by palsu (satu) on March 2, 2026, "
            "9:30\N{NARROW NO-BREAK SPACE}AM UTC."
        )
        assert note.css_first("time").attributes["datetime"] == "2026-03-02T09:30+00:00"


class TestStyle:
    def test_the_style_is_small(self):
        """
        A page carries its style with it: 12 KB at most.
        """
        html = index_page([])

        style = html[html.index("<style>") : html.index("</style>")]
        assert len(style.encode()) < 12_000


class TestPage:
    @pytest.mark.parametrize("tag", TARGETS)
    def test_a_translation_says_what_it_is_in_its_language(self, tag):
        """
        Language, direction, notice, a way to the original, engine and time.
        """
        made = pages(paragraphs("Warga mengungsi."), lambda _: "…", tag)

        page, wording = made[f"{tag}.html"], WORDING[tag]
        html = page.css_first("html").attributes
        assert html["lang"] == LANGUAGES[tag].html
        assert html["dir"] == LANGUAGES[tag].direction
        note = page.css_first("aside[role=note]")
        assert wording.notice in note.text()
        assert note.css_first('a[hreflang="id"]').text() == wording.read_original
        assert "palsu (satu)" in note.text()
        assert "2026" in note.text()

    def test_the_original_is_not_called_a_translation(self):
        """
        The Indonesian page has no engine, no link to itself, nothing behind sentences.
        """
        made = pages(paragraphs("Warga mengungsi."), lambda _: "Residents fled.", "en")

        page = made["id.html"]
        assert WORDING["id"].notice in page.body.text()
        assert "palsu" not in page.html
        assert page.css(".original") == []

    def test_every_page_links_to_all_of_them(self):
        """
        The switch and the alternates name the same set on every page.
        """
        made = pages(paragraphs("Warga mengungsi."), lambda _: "…", *TARGETS)

        for page in made.values():
            switch = [a.attributes["href"] for a in page.css("nav a")]
            alternates = [a.attributes["href"] for a in page.css("link[rel=alternate]")]
            assert sorted(switch) == sorted(alternates) == sorted(made)

    def test_every_wording_is_there_in_every_language(self):
        """
        No page falls back to another language's words.
        """
        for tag in LANGUAGES:
            words = [getattr(WORDING[tag], name) for name in WORDING[tag].__slots__]
            assert all(words)


class TestBlocks:
    def test_every_kind_of_block_is_on_the_page(self):
        """
        Nothing of the article is lost on the way to a page.
        """
        article = Article(
            headline=Inline(text="Judul"),
            summary=Inline(text="Ringkasan."),
            blocks=(
                Heading(text=Inline(text="Anak judul"), level=3),
                List(
                    items=(
                        ListItem(text=Inline(text="Butir satu"), number=4),
                        ListItem(text=Inline(text="Butir dalam"), depth=1),
                    )
                ),
                Quote(
                    paragraphs=(Inline(text="Kami siap."),),
                    speaker=Inline(text="Yosina"),
                ),
                Image(
                    src="https://contoh.example/foto.jpg",
                    alt=Inline(text="Kapal"),
                    caption=Inline(text="Kapal berlabuh."),
                    credit=Inline(text="Antara"),
                ),
                Table(
                    rows=((Inline(text="Kota"),), (Inline(text="Biak"),)), header_rows=1
                ),
                Embed(kind="rule"),
                Embed(kind="code", content="x < 1"),
                Embed(kind="url", content="https://contoh.example/v?a=1&b=2"),
                FactBox(
                    title=Inline(text="Sekilas"),
                    blocks=(Paragraph(text=Inline(text="Isi kotak.")),),
                ),
            ),
        )

        page = pages(article, lambda text: text, "en")["id.html"]

        assert page.css_first("h3").text() == "Anak judul"
        assert page.css_first("ol li").attributes["value"] == "4"
        items = [li.text() for li in page.css("main li")]
        assert items == ["Butir satu", "Butir dalam"]
        assert page.css_first("blockquote footer").text() == "— Yosina"
        assert page.css_first("img").attributes["alt"] == "Kapal"
        assert page.css_first("figcaption").text() == "Kapal berlabuh. Antara"
        assert page.css_first("th").text() == "Kota"
        assert page.css_first("td").text() == "Biak"
        assert page.css("hr")
        assert page.css_first("pre").text() == "x < 1"
        link = 'a[href="https://contoh.example/v?a=1&b=2"]'
        assert page.css_first(link)
        assert page.css_first("aside.facts h2").text() == "Sekilas"
        assert page.css_first("aside.facts p").text() == "Isi kotak."
