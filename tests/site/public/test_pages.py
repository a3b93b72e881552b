"""
Readers' pages: languages, addresses, notices, what is withdrawn.
"""

import json

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from newsroom import ByHeart, published, story
from selaras.languages import LANGUAGES, TARGETS
from selaras_site.articles.models import Article, Correction
from selaras_site.public.addresses import at
from selaras_site.translations import translating
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.indexing import index_article
from selaras_site.translations.models import (
    Decision,
    Report,
    Segment,
    Snapshot,
    Version,
)

pytestmark = pytest.mark.django_db


def translate(article: Article) -> Article:
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    return article


def again(article: Article) -> Article:
    article.full_clean()
    article.save_revision().publish()
    article.refresh_from_db()
    return article


@pytest.fixture
def article(engine: ByHeart) -> Article:
    return translate(published())


def page_of(client: Client, article: Article, language: str) -> LexborHTMLParser:
    answer = client.get(at(language, "short", id=article.pk), follow=True)
    assert answer.status_code == 200
    # Where a headline may break is no part of its text.
    return LexborHTMLParser(answer.content.decode().replace("<wbr>", ""))


def only(page: LexborHTMLParser, selector: str):
    (found,) = page.css(selector)
    return found


def visible(page: LexborHTMLParser) -> str:
    for node in page.css(".behind, .peek, script, style"):
        node.decompose()
    return " ".join(page.body.text(separator=" ").split())


class TestArticle:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_says_its_language_and_direction(
        self, client: Client, article: Article, language: str
    ) -> None:
        page = page_of(client, article, language)
        html = only(page, "html")
        assert html.attributes["lang"] == LANGUAGES[language].html
        assert html.attributes["dir"] == LANGUAGES[language].direction

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_has_every_sentence(
        self, client: Client, article: Article, language: str
    ) -> None:
        page = page_of(client, article, language)
        headline = only(page, "h1")
        text = visible(page)
        for row in story("dis-201"):
            assert " ".join(row[language].split()) in text, row["sentence"]
        assert headline.text(strip=True)

    @pytest.mark.parametrize("language", TARGETS)
    def test_has_the_original_behind_every_sentence(
        self, client: Client, article: Article, language: str
    ) -> None:
        page = page_of(client, article, language)
        behind = [node.text() for node in page.css(".behind [lang=id]")]
        assert behind == [row["id"] for row in story("dis-201")]
        for sentence in page.css(".s"):
            number = sentence.attributes["id"][1:]
            assert only(page, f"#o{number}")
            assert f'href="#o{number}"' in sentence.html

    def test_the_original_has_no_notice(self, client: Client, article: Article) -> None:
        assert not page_of(client, article, "id").css("aside[role=note]")

    @pytest.mark.parametrize("language", TARGETS)
    def test_a_version_says_what_it_is(
        self, client: Client, article: Article, language: str
    ) -> None:
        notice = only(page_of(client, article, language), "aside[role=note]")
        links = [a.attributes["href"] for a in notice.css("a")]
        assert any(href.endswith(f"/{article.pk}/{article.slug}") for href in links)
        assert any(
            href.startswith(at(language, "report", id=article.pk)) for href in links
        )
        assert "heart" in notice.text()

    def test_hreflang_is_the_same_on_all(
        self, client: Client, article: Article
    ) -> None:
        def alternates(language: str) -> set[tuple[str, str]]:
            links = page_of(client, article, language).css("link[hreflang]")
            return {
                (link.attributes["hreflang"], link.attributes["href"]) for link in links
            }

        sets = [alternates(language) for language in LANGUAGES]
        assert all(found == sets[0] for found in sets)
        assert {tag for tag, _ in sets[0]} == {
            *(row.html for row in LANGUAGES.values()),
            "x-default",
        }
        assert all(href.startswith("http") for _, href in sets[0])

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_is_its_own_canonical(
        self, client: Client, article: Article, language: str
    ) -> None:
        page = page_of(client, article, language)
        canonical = only(page, "link[rel=canonical]").attributes["href"]
        prefix = "" if language == "id" else f"/{language}"
        assert canonical.startswith(f"http://localhost:8000{prefix}/")

    def test_json_ld_names_no_software_as_translator(
        self, client: Client, article: Article
    ) -> None:
        page = page_of(client, article, "en")
        data = json.loads(only(page, "script[type='application/ld+json']").text())
        assert data["@type"] == "NewsArticle"
        assert data["inLanguage"] == "en"
        assert data["translationOfWork"]["inLanguage"] == "id"
        assert data["translator"]["@type"] == "NewsMediaOrganization"
        assert data["digitalSourceType"] == (
            "https://schema.org/TrainedAlgorithmicMediaDigitalSource"
        )
        assert data["author"]["name"] == "Rani Lestari"
        original = json.loads(
            only(
                page_of(client, article, "id"), "script[type='application/ld+json']"
            ).text()
        )
        assert len(original["workTranslation"]) == len(TARGETS)
        assert "digitalSourceType" not in original

    def test_a_wrong_address_leads_to_the_right_one(
        self, client: Client, article: Article
    ) -> None:
        for wrong in (f"/en/nasional/{article.pk}/x", f"/en/economy/{article.pk}/y"):
            answer = client.get(f"{wrong}?s=1")
            assert answer.status_code == 301
            right = Version.objects.get(language="en").slug
            assert answer["Location"] == f"/en/national/{article.pk}/{right}?s=1"

    def test_scripts_without_latin_take_the_english_words(
        self, client: Client, article: Article
    ) -> None:
        english = Version.objects.get(language="en").slug
        for language in ("zh", "ja", "ar"):
            assert Version.objects.get(language=language).slug == english

    def test_nothing_inline_that_the_policy_forbids(
        self, client: Client, article: Article
    ) -> None:
        answer = client.get(at("ar", "short", id=article.pk), follow=True)
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy
        page = LexborHTMLParser(answer.content.decode())
        assert not page.css("[style], style, [onclick]")
        scripts = page.css("script:not([type='application/ld+json'])")
        assert all(
            script.attributes.get("src", "").startswith("/") for script in scripts
        )
        for node in page.css("img, link[rel=stylesheet], script[src]"):
            address = node.attributes.get("src") or node.attributes.get("href")
            assert address.startswith("/")

    def test_may_be_kept_a_while_and_sets_no_cookie(
        self, client: Client, article: Article
    ) -> None:
        answer = client.get(at("en", "short", id=article.pk), follow=True)
        assert "public" in answer["Cache-Control"]
        assert not answer.cookies
        assert "Cookie" not in answer.get("Vary", "")

    @pytest.mark.parametrize("language", ["id", "en"])
    def test_asks_few_queries(
        self,
        client: Client,
        article: Article,
        language: str,
        django_assert_max_num_queries,
    ) -> None:
        address = client.get(at(language, "short", id=article.pk))["Location"]
        client.get(address)
        with django_assert_max_num_queries(12):
            client.get(address)

    def test_hostile_text_stays_text(self, engine: ByHeart, client: Client) -> None:
        article = published()
        article.headline = '<script>alert(1)</script> & "kutip" </title>'
        translate(again(article))
        for language in LANGUAGES:
            answer = client.get(at(language, "short", id=article.pk), follow=True)
            assert b"<script>alert" not in answer.content


class TestStates:
    def test_not_live_yet_is_missing_with_a_way_to_the_original(
        self, engine: ByHeart, client: Client
    ) -> None:
        article = published()
        answer = client.get(f"/fr/national/{article.pk}/x")
        assert answer.status_code == 404
        assert f"/nasional/{article.pk}/{article.slug}" in answer.content.decode()
        page = page_of(client, article, "id")
        tags = {n.attributes["hreflang"] for n in page.css("link[hreflang]")}
        assert tags == {"id", "x-default"}

    def test_a_draft_is_missing(self, engine: ByHeart, client: Client) -> None:
        from newsroom import draft

        article = draft()
        assert client.get(f"/nasional/{article.pk}/x").status_code == 404

    def test_withdrawn_is_gone_in_all_languages(
        self, client: Client, article: Article
    ) -> None:
        article.unpublish()
        for language in LANGUAGES:
            answer = client.get(at(language, "short", id=article.pk))
            assert answer.status_code == 410
            assert story("dis-201")[2][language] not in answer.content.decode()

    def test_stale_says_so_and_shows_what_it_was_made_of(
        self, client: Client, article: Article
    ) -> None:
        article.headline = story("dis-202")[0]["id"]
        again(article)
        page = page_of(client, article, "en")
        assert (
            only(page, "h1 .s").text(strip=True).startswith(story("dis-201")[0]["en"])
        )
        assert "stale" in only(page, "aside[role=note]").attributes["class"]
        translate(article)
        page = page_of(client, article, "en")
        assert "stale" not in only(page, "aside[role=note]").attributes["class"]

    def test_a_sentence_that_failed_stands_in_indonesian(
        self, client: Client, article: Article, editor
    ) -> None:
        segment = Segment.objects.get(version__language="ar", path="blocks.0.text#0")
        segment_decide(segment=segment, kind=Decision.Kind.REJECTED, by=editor)
        page = page_of(client, article, "ar")
        left = only(page, ".s.left > span[lang=id]")
        assert left.attributes["dir"] == "ltr"
        assert left.text() == story("dis-201")[2]["id"]
        assert Version.objects.get(language="ar").failed_closed == 1
        assert "جملة واحدة" in only(page, "aside[role=note] .left-note").text()


class TestCorrections:
    def test_stand_on_all_pages_and_in_the_log(
        self, client: Client, article: Article
    ) -> None:
        note = story("dis-202")[1]
        article.corrections.add(Correction(text=note["id"]))
        translate(again(article))
        for language in LANGUAGES:
            assert note[language] in visible(page_of(client, article, language))
            log = client.get(at(language, "corrections")).content.decode()
            assert LexborHTMLParser(log).body.text().count(note[language]) == 1

    def test_an_empty_log_says_so(self, engine: ByHeart, client: Client) -> None:
        assert client.get("/corrections/").status_code == 200


class TestLists:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_front_page_and_section_list_what_can_be_read(
        self, client: Client, article: Article, language: str
    ) -> None:
        names = {tag: ("nasional" if tag == "id" else "national") for tag in LANGUAGES}
        for address in (
            at(language, "home"),
            at(language, "section", section=names[language]),
        ):
            page = LexborHTMLParser(client.get(address).content.decode())
            headline = story("dis-201")[0][language]
            assert headline in page.body.text()
            assert page.css(f"a[href*='/{article.pk}/']")

    def test_what_is_not_live_is_not_listed(
        self, engine: ByHeart, client: Client
    ) -> None:
        article = published()
        assert str(article.headline) in client.get("/").content.decode()
        assert f"/{article.pk}/" not in client.get("/en/").content.decode()

    def test_an_empty_newspaper_has_a_front_page(self, client: Client) -> None:
        for language in LANGUAGES:
            assert client.get(at(language, "home")).status_code == 200

    def test_pages_follow_each_other(self, engine: ByHeart, client: Client) -> None:
        many(45)
        first, second, third, fourth = (
            headlines(client, f"/?page={n}") for n in (1, 2, 3, 4)
        )
        assert [len(first), len(second), len(third), len(fourth)] == [20, 20, 5, 0]
        assert not first & second

    @pytest.mark.parametrize("address", ["/", "/nasional/", "/en/", "/en/national/"])
    def test_ask_the_same_queries_for_one_and_for_many(
        self, engine: ByHeart, client: Client, address: str
    ) -> None:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        many(2)
        client.get(address)
        with CaptureQueriesContext(connection) as few:
            client.get(address)
        many(20, start=2)
        client.get(address)
        with CaptureQueriesContext(connection) as lots:
            client.get(address)
        assert len(lots) == len(few) <= 12

    def test_nonsense_pages_are_the_first(self, client: Client) -> None:
        for number in ("0", "-1", "x", "99999999999999999999", "١"):
            assert client.get("/", {"page": number}).status_code == 200


def many(count: int, *, start: int = 0) -> None:
    from newsroom import names

    for n in range(start, start + count):
        translate(published(names()[n % 40]))


def headlines(client: Client, address: str) -> set[str]:
    page = LexborHTMLParser(client.get(address).content.decode())
    links = page.css("main a[href*='/nasional/']")
    return {a.attributes["href"] for a in links if a.attributes["href"].count("/") > 2}


class TestSearch:
    @pytest.fixture(autouse=True)
    def _indexed(self, article: Article) -> None:
        index_article(article.pk)

    @pytest.mark.parametrize(
        ("language", "words"),
        [
            ("en", "Luwu"),
            ("fr", "crues soudaines"),
            ("zh", "山洪"),
            ("ja", "鉄砲水"),
            ("ar", "سيول"),
        ],
    )
    def test_finds_in_every_language(
        self, client: Client, article: Article, language: str, words: str
    ) -> None:
        answer = client.get(at(language, "search"), {"q": words})
        assert f"/{article.pk}/" in answer.content.decode()

    def test_finds_nothing_politely(self, client: Client) -> None:
        for words in ("", "zzzzzz", "\"'*()-:", "AND OR NOT", "\x00", "a" * 5000):
            assert client.get("/en/search/", {"q": words}).status_code == 200

    def test_forgets_what_is_withdrawn(self, client: Client, article: Article) -> None:
        article.unpublish()
        answer = client.get("/en/search/", {"q": "Luwu"})
        assert f"/{article.pk}/" not in answer.content.decode()


class TestReports:
    def test_a_reader_reports_a_sentence(
        self, client: Client, article: Article
    ) -> None:
        address = at("en", "report", id=article.pk)
        page = client.get(address, {"s": "2"})
        assert story("dis-201")[1]["id"] in page.content.decode()
        sent = client.post(f"{address}?s=2", {"kind": "number", "text": "2,318?"})
        assert sent.status_code == 200
        report = Report.objects.get()
        assert report.segment is not None
        assert report.segment.position == 1
        assert report.text == "2,318?"
        assert report.source == story("dis-201")[1]["id"]

    def test_the_same_again_is_counted_once(
        self, client: Client, article: Article
    ) -> None:
        address = at("en", "report", id=article.pk)
        for reader in ("10.0.0.1", "10.0.0.1", "10.0.0.2"):
            client.post(f"{address}?s=2", {"kind": "name"}, REMOTE_ADDR=reader)
        assert Report.objects.get().times == 2

    def test_too_many_are_refused(self, client: Client, article: Article) -> None:
        address = at("en", "report", id=article.pk)
        for n in range(12):
            last = client.post(f"{address}?s=2", {"kind": "name", "text": str(n)})
        assert last.status_code == 400
        assert Report.objects.count() == 10

    def test_nonsense_is_refused(self, client: Client, article: Article) -> None:
        address = at("en", "report", id=article.pk)
        assert client.post(f"{address}?s=2", {"kind": "boom"}).status_code == 400
        assert client.get(address, {"s": "999999999999999999"}).status_code == 200
        assert not Report.objects.exists()

    def test_needs_the_form_of_its_own_page(self, article: Article) -> None:
        strict = Client(enforce_csrf_checks=True)
        answer = strict.post(at("en", "report", id=article.pk), {"kind": "name"})
        assert answer.status_code == 403
