"""
Readers' pages, in the small: what says its language, what a link is called, where
addresses lead, and what is left when something is missing.
"""

import pytest
from django.core.files.base import ContentFile
from django.test import Client, RequestFactory
from PIL import Image as Drawing
from selectolax.lexbor import LexborHTMLParser

from newsroom import ByHeart, draft, publish, published, story
from selaras.article import Article as CoreArticle
from selaras.article import Inline, Paragraph
from selaras.languages import LANGUAGES, TARGETS
from selaras_site.articles.models import Article, Correction, NewsImage
from selaras_site.config.environment import Environment
from selaras_site.public import faults
from selaras_site.public.addresses import at
from selaras_site.public.body import changed_paragraphs
from selaras_site.public.inner_links import link_address
from selaras_site.public.lists import items
from selaras_site.public.texts import spoken_html
from selaras_site.translations import translating
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.models import Decision, Segment, Snapshot, Version

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the files open in which it makes pictures.
    pytest.mark.filterwarnings("ignore:[Uu]nclosed file:ResourceWarning"),
]

ROWS = story("dis-201")
HEADLINE, FIRST, SECOND, *_ = ROWS


def translate(article: Article) -> Article:
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    return article


def written(**fields) -> Article:
    """
    A translated article with a summary of two sentences, and fields of its own.
    """
    article = draft()
    article.summary = f"{FIRST['id']} {SECOND['id']}"
    tags = fields.pop("tags", ())
    for name, value in fields.items():
        setattr(article, name, value)
    article.tags.add(*tags)
    return translate(publish(article))


def leave(path: str, language: str, editor) -> None:
    """
    Let a sentence stand in Indonesian.
    """
    segment = Segment.objects.get(version__language=language, path=path)
    segment_decide(segment=segment, kind=Decision.Kind.REJECTED, by=editor)


def image(name: str = "banjir.jpg") -> NewsImage:
    file = ContentFile(b"", name=name)
    Drawing.new("RGB", (1300, 800), "teal").save(file, "JPEG")
    return NewsImage.objects.create(
        title="Banjir", file=file, alt=FIRST["id"], credit="Rani Lestari"
    )


def read(client: Client, address: str, status: int = 200) -> LexborHTMLParser:
    answer = client.get(address, follow=True)
    assert answer.status_code == status
    return LexborHTMLParser(answer.content.decode())


def page_of(client: Client, article: Article, language: str) -> LexborHTMLParser:
    return read(client, at(language, "short", id=article.pk))


def only(page: LexborHTMLParser, selector: str):
    (found,) = page.css(selector)
    return found


class TestTwoLanguages:
    @pytest.mark.parametrize("language", TARGETS)
    def test_one_sentence_of_a_summary_does_not_mark_the_other(
        self, engine: ByHeart, client: Client, editor, language: str
    ) -> None:
        written()
        leave("summary#0", language, editor)

        page = read(client, at(language, "home"))

        summary = only(page, ".teaser .summary")
        (left,) = summary.css("span[lang]")
        assert (left.attributes["lang"], left.attributes["dir"]) == ("id", "ltr")
        assert left.text() == FIRST["id"]
        assert summary.text() == f"{FIRST['id']} {SECOND[language]}"

    def test_a_summary_that_is_all_indonesian_is_marked_whole(
        self, engine: ByHeart, client: Client, editor
    ) -> None:
        written()
        for n in (0, 1):
            leave(f"summary#{n}", "ar", editor)

        summary = only(read(client, "/ar/"), ".teaser .summary > span[lang=id]")

        assert summary.text() == f"{FIRST['id']} {SECOND['id']}"

    def test_without_the_sentences_only_what_is_all_indonesian_is_marked(
        self, engine: ByHeart, editor
    ) -> None:
        written()
        leave("summary#0", "zh", editor)
        leave("headline#0", "zh", editor)
        (mixed,) = items("zh")
        bare = type(mixed)(article=mixed.article, language="zh", version=mixed.version)
        assert bare.summary.language == "zh"
        assert bare.headline.language == "id"
        assert mixed.headline == bare.headline

    def test_two_more_that_failed_ask_no_more_queries(
        self, engine: ByHeart, editor, django_assert_num_queries
    ) -> None:
        written()
        with django_assert_num_queries(2):
            items("ar")
        leave("summary#0", "ar", editor)
        with django_assert_num_queries(3):
            items("ar")
        second = translate(published("dis-202"))
        row = Segment.objects.get(
            version__article=second, version__language="ar", path="headline#0"
        )
        segment_decide(segment=row, kind=Decision.Kind.REJECTED, by=editor)
        with django_assert_num_queries(3):
            assert len(items("ar")) == 2

    def test_an_article_page_describes_itself_in_both(
        self, engine: ByHeart, client: Client, editor
    ) -> None:
        article = written()
        leave("summary#0", "ar", editor)
        page = page_of(client, article, "ar")
        left = only(page, ".opening .summary .s.left > span[lang=id]")
        assert left.text() == FIRST["id"]
        description = only(page, "meta[name=description]").attributes["content"]
        assert description == f"{FIRST['id']} {SECOND['ar']}"

    def test_a_correction_is_marked_sentence_by_sentence(
        self, engine: ByHeart, client: Client, editor
    ) -> None:
        article = draft()
        article.corrections.add(Correction(text=f"{FIRST['id']} {SECOND['id']}"))
        translate(publish(article))
        place = len(article.body)
        leave(f"blocks.{place}.text#0", "ar", editor)
        for page in (page_of(client, article, "ar"), read(client, "/ar/corrections/")):
            marked = page.css(".corrections li span[lang], .log li p span[lang]")
            assert [node.text() for node in marked] == [FIRST["id"]]

    def test_hostile_text_stays_text(self, engine: ByHeart) -> None:
        from selaras_site.public.pages import Words

        bad = '<b onclick="x">&'
        parts = (Words(text=bad, language="id"), Words(text=bad, language="ja"))
        words = Words(text=bad, language="ja", parts=parts)
        for is_headline in (False, True):
            html = spoken_html(words, "ja", is_headline=is_headline)
            page = LexborHTMLParser(f"<p>{html}</p>")
            assert not page.css("b")
            assert only(page, "p").text() == f"{bad} {bad}"


class TestLanguageIsSaid:
    def test_of_tags_and_of_the_page_of_a_tag(
        self, engine: ByHeart, client: Client
    ) -> None:
        article = written(tags=["banjir bandang"])
        foreign = only(page_of(client, article, "ar"), ".tags a > span")
        assert (foreign.attributes["lang"], foreign.attributes["dir"]) == ("id", "ltr")
        assert not page_of(client, article, "id").css(".tags a > span")
        title = only(read(client, "/ar/tag/banjir-bandang/"), "h1 > span[lang=id]")
        assert title.text() == "banjir bandang"
        assert not read(client, "/tag/banjir-bandang/").css("h1 > span")

    def test_of_a_headline_in_the_log_and_over_the_form(
        self, engine: ByHeart, client: Client, editor
    ) -> None:
        article = draft()
        article.corrections.add(Correction(text=FIRST["id"]))
        translate(publish(article))
        leave("headline#0", "ar", editor)
        for address in ("/ar/corrections/", at("ar", "report", id=article.pk)):
            page = read(client, address)
            marked = only(page, ".headline span[lang=id], .kicker span[lang=id]")
            assert marked.text() == HEADLINE["id"]
            assert marked.attributes["dir"] == "ltr"

    @pytest.mark.parametrize("language", ["ar", "fr"])
    def test_of_the_words_of_pictures(
        self, engine: ByHeart, client: Client, editor, language: str
    ) -> None:
        picture = image()
        body = [
            {"type": "picture", "value": {"image": picture.pk, "caption": ""}},
        ]
        article = written(lead_image=picture, body=body)
        for node in page_of(client, article, language).css("main img"):
            assert node.attributes["alt"] == FIRST[language]
            assert "lang" not in node.attributes
        for place in (0, 1):
            leave(f"blocks.{place}.alt#0", language, editor)
        pictures = page_of(client, article, language).css("main img")
        assert len(pictures) == 2
        for node in pictures:
            assert node.attributes["alt"] == FIRST["id"]
            assert node.attributes["lang"] == "id"
            assert node.attributes["dir"] == "ltr"

    def test_names_and_addresses_stand_by_themselves(
        self, engine: ByHeart, client: Client
    ) -> None:
        picture = image()
        body = [{"type": "picture", "value": {"image": picture.pk, "caption": ""}}]
        page = page_of(client, written(lead_image=picture, body=body), "ar")
        for selector in (".by bdi", ".place bdi", ".credit bdi"):
            assert page.css(selector)
            for name in page.css(selector):
                assert name.attributes["translate"] == "no"
        assert only(page, ".address bdi").attributes["dir"] == "ltr"


class TestPeek:
    def test_is_called_by_what_it_shows(
        self, engine: ByHeart, client: Client, editor
    ) -> None:
        article = written()
        leave("blocks.0.text#0", "fr", editor)
        links = page_of(client, article, "fr").css("a.peek")
        assert {link.text() for link in links} == {"id", "!", "?"}
        for link in links:
            assert link.attributes["aria-label"].startswith(f"{link.text()} ")


class TestChanged:
    @pytest.mark.parametrize(
        ("before", "after", "count"),
        [
            ("abc", "abc", 0),
            ("abc", "abx", 1),
            ("abc", "abcd", 1),
            ("abc", "ab", 1),
            ("abc", "", 3),
            ("abcd", "xbd", 2),
            ("aab", "ab", 1),
        ],
    )
    def test_counts_both_ways(self, before: str, after: str, count: int) -> None:
        def core(texts: str) -> CoreArticle:
            return CoreArticle(
                id="1",
                headline=Inline(text="Gempa"),
                summary=Inline(text="Ringkas"),
                blocks=tuple(Paragraph(text=Inline(text=text)) for text in texts),
            )

        assert changed_paragraphs(core(before), core(after)) == count


class TestPagesOfLists:
    def test_are_their_own_canonical_and_stand_alone(
        self, engine: ByHeart, client: Client
    ) -> None:
        for address in ("/", "/en/national/", "/ja/corrections/"):
            translate(published())
            first = read(client, address)
            assert first.css("link[hreflang]")
            second = read(client, f"{address}?page=2")
            canonical = only(second, "link[rel=canonical]").attributes["href"]
            assert canonical == f"http://localhost:8000{address}?page=2"
            assert not second.css("link[hreflang]")
            one = read(client, f"{address}?page=1")
            canonical = only(one, "link[rel=canonical]").attributes["href"]
            assert canonical == f"http://localhost:8000{address}"


class TestFrontPage:
    def order(self, client: Client) -> list[str]:
        page = read(client, "/")
        return [a.attributes["href"].split("/")[2] for a in page.css(".headline a")]

    def test_an_empty_newest_gives_way_to_a_picture(
        self, engine: ByHeart, client: Client
    ) -> None:
        pictured = written(lead_image=image())
        plain, empty = written(), written(summary="")
        ids = [str(article.pk) for article in (pictured, empty, plain)]
        assert self.order(client) == ids

    def test_a_newest_with_a_summary_stays(
        self, engine: ByHeart, client: Client
    ) -> None:
        pictured, plain = written(lead_image=image()), written()
        assert self.order(client) == [str(plain.pk), str(pictured.pk)]

    def test_a_picture_further_down_stays_there(
        self, engine: ByHeart, client: Client
    ) -> None:
        pictured = written(lead_image=image())
        others = [written(summary="") for _ in range(5)]
        ids = [str(article.pk) for article in (*reversed(others), pictured)]
        assert self.order(client) == ids


class TestAddresses:
    def test_the_id_is_enough(self, engine: ByHeart, client: Client) -> None:
        article = translate(published())
        slug = Version.objects.get(language="en").slug
        n = article.pk
        for wrong, right in (
            (f"/nasional/{n}", f"/nasional/{n}/{article.slug}"),
            (f"/nasional/{n}/", f"/nasional/{n}/{article.slug}"),
            (f"/nasional/{n}/{article.slug}/", f"/nasional/{n}/{article.slug}"),
            (f"/{n}", f"/nasional/{n}/{article.slug}"),
            (f"/en/national/{n}/{slug}/", f"/en/national/{n}/{slug}"),
            (f"/en/national/{n}/x/", f"/en/national/{n}/{slug}"),
            (f"/en/national/{n}/", f"/en/national/{n}/{slug}"),
            (f"/en/{n}", f"/en/national/{n}/{slug}"),
        ):
            answer = client.get(wrong)
            assert (answer.status_code, answer["Location"]) == (301, right), wrong

    def test_an_id_that_is_no_article_is_missing(self, client: Client) -> None:
        for address in ("/nasional/999", "/en/999", f"/nasional/{10**30}/x/"):
            assert client.get(address).status_code == 404

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_what_is_unknown_is_missing_in_its_language(
        self, engine: ByHeart, client: Client, language: str
    ) -> None:
        address = at(language, "home") + "ada/apa/di/sini.php"
        answer = client.get(address)
        assert answer.status_code == 404
        page = LexborHTMLParser(answer.content.decode())
        assert only(page, "html").attributes["lang"] == LANGUAGES[language].html
        assert only(page, "meta[name=robots]").attributes["content"] == "noindex"
        assert page.css("nav.languages")
        assert answer["Content-Language"] == LANGUAGES[language].html
        assert "Content-Security-Policy" in answer.headers

    def test_what_is_no_page_gets_a_short_answer(self, client: Client) -> None:
        answer = client.get("/media/tidak-ada.jpg")
        assert answer.status_code == 404
        assert b"<nav" not in answer.content


class TestFaults:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_say_so_without_a_database(
        self, language: str, django_assert_num_queries
    ) -> None:
        request = RequestFactory().get(at(language, "home"))
        fault = Exception()
        with django_assert_num_queries(0):
            answers = [
                (500, faults.failed(request)),
                (403, faults.forbidden(request, fault)),
                (403, faults.forged(request)),
                (400, faults.bad_request(request, fault)),
            ]
        titles = set()
        for status, answer in answers:
            assert answer.status_code == status
            assert "no-store" in answer["Cache-Control"]
            page = LexborHTMLParser(answer.content.decode())
            assert only(page, "html").attributes["dir"] == LANGUAGES[language].direction
            assert only(page, "a").attributes["href"] == at(language, "home")
            assert not page.css("style, [style], script")
            titles.add(only(page, "h1").text())
        assert len(titles) == 4

    def test_an_error_of_ours_is_answered_in_the_language_of_the_address(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError("rahasia")

        monkeypatch.setattr("selaras_site.public.listing.home", fail)
        answer = Client(raise_request_exception=False).get("/fr/")
        assert answer.status_code == 500
        assert 'lang="fr"' in answer.content.decode()
        assert "rahasia" not in answer.content.decode()

    def test_also_where_static_files_were_not_collected(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(path: str) -> str:
            raise ValueError(path)

        monkeypatch.setattr(faults, "static", fail)
        answer = faults.failed(RequestFactory().get("/"))
        assert b"stylesheet" not in answer.content

    def test_a_form_from_elsewhere_is_refused_in_the_language_of_its_page(
        self, engine: ByHeart
    ) -> None:
        article = translate(published())
        strict = Client(enforce_csrf_checks=True)
        answer = strict.post(at("ja", "report", id=article.pk), {"kind": "name"})
        assert answer.status_code == 403
        assert answer["Content-Language"] == "ja"


class TestBody:
    def test_nested_lists_have_no_style_of_their_own(
        self, engine: ByHeart, client: Client
    ) -> None:
        html = "<ul><li>Satu<ul><li>Dua<ul><li>Tiga</li></ul></li></ul></li></ul>"
        article = written(body=[{"type": "list", "value": html}])
        for language in ("id", "ar"):
            page = page_of(client, article, language)
            assert not page.css("[style]")
            depths = [li.attributes.get("class") for li in page.css(".text li")]
            assert depths == [None, "depth-1", "depth-2"]

    def test_links_lead_to_articles_in_the_reader_s_language(
        self, engine: ByHeart, client: Client
    ) -> None:
        html = f'<p><a href="/nasional/12/banjir">{FIRST["id"]}</a></p>'
        article = written(body=[{"type": "paragraph", "value": html}])
        for language in LANGUAGES:
            link = only(page_of(client, article, language), ".text p a[href*='/12']")
            assert link.attributes["href"] == at(language, "short", id=12)

    @pytest.mark.parametrize(
        ("href", "leads"),
        [
            ("/nasional/12/slug", "/ar/p/12"),
            ("/en/national/12/slug", "/ar/p/12"),
            ("/nasional/12", "/ar/p/12"),
            ("/p/12", "/ar/p/12"),
            ("/fr/p/12#s3", "/ar/p/12#s3"),
            ("http://localhost:8000/p/12", "/ar/p/12"),
            ("http://localhost:8000/nasional/12/x?utm=y", "/ar/p/12"),
            ("//localhost:8000/p/12", "/ar/p/12"),
            ("http://localhost:8000", "http://localhost:8000"),
            ("/nasional/", "/nasional/"),
            ("/newsroom/", "/newsroom/"),
            ("/berkas/laporan.pdf", "/berkas/laporan.pdf"),
            ("laporan.pdf", "laporan.pdf"),
            ("#s2", "#s2"),
            ("//bps.go.id/p/12", "https://bps.go.id/p/12"),
            ("https://bps.go.id/p/12", "https://bps.go.id/p/12"),
            ("mailto:a@example.org", "mailto:a@example.org"),
            ("javascript:alert(1)", ""),
            ("http://[", ""),
            ("", ""),
        ],
    )
    def test_where_links_lead(self, href: str, leads: str) -> None:
        assert link_address(href, "ar") == leads


class TestPictures:
    def test_one_whose_file_is_gone_leaves_its_caption(
        self, engine: ByHeart, client: Client
    ) -> None:
        picture = image("hilang.jpg")
        body = [
            {"type": "picture", "value": {"image": picture.pk, "caption": SECOND["id"]}}
        ]
        article = written(lead_image=picture, lead_caption=FIRST["id"], body=body)
        picture.renditions.all().delete()
        picture.file.storage.delete(picture.file.name)
        for language in ("id", "en"):
            page = page_of(client, article, language)
            assert not page.css("main img")
            captions = [node.text() for node in page.css("figcaption")]
            assert FIRST[language] in captions[0]
            assert SECOND[language] in captions[1]
            assert read(client, at(language, "home")).css(".teaser")


class TestDefault:
    @pytest.mark.parametrize(
        ("setting", "prefix"), [("original", "/nasional/"), ("english", "/en/")]
    )
    def test_is_a_setting(
        self, engine: ByHeart, client: Client, settings, setting: str, prefix: str
    ) -> None:
        settings.SELARAS_X_DEFAULT = setting
        article = translate(published())
        for language in LANGUAGES:
            page = page_of(client, article, language)
            link = only(page, "link[hreflang=x-default]").attributes["href"]
            assert link.startswith(f"http://localhost:8000{prefix}")
        sitemap = client.get("/sitemap-id-1.xml").getvalue().decode()
        assert f'hreflang="x-default" href="http://localhost:8000{prefix}' in sitemap

    def test_is_the_original_where_english_is_not_there(
        self, engine: ByHeart, client: Client, settings
    ) -> None:
        settings.SELARAS_X_DEFAULT = "english"
        page = page_of(client, published(), "id")
        link = only(page, "link[hreflang=x-default]").attributes["href"]
        assert link.startswith("http://localhost:8000/nasional/")

    def test_any_other_word_is_refused(self) -> None:
        from django.core.exceptions import ImproperlyConfigured

        words = ("original", "english")
        assert Environment({}).choice("X", words) == "original"
        assert Environment({"X": "English"}).choice("X", words) == "english"
        with pytest.raises(ImproperlyConfigured):
            Environment({"X": "french"}).choice("X", words)


class TestJapanese:
    def test_headlines_break_between_phrases(
        self, engine: ByHeart, client: Client
    ) -> None:
        article = translate(published())
        for page, selector in (
            (page_of(client, article, "ja"), "h1 .phrases"),
            (read(client, "/ja/"), ".headline .phrases"),
        ):
            headline = only(page, selector)
            assert headline.css("wbr")
            assert headline.text() == HEADLINE["ja"]
        for language in ("id", "zh", "ar"):
            assert not page_of(client, article, language).css("h1 wbr")
