"""
Search engines are told of what is public, in every language that it is public in.
"""

from datetime import UTC, datetime, timedelta

import pytest
from defusedxml import ElementTree
from django.utils import timezone
from public.factories import make_article, make_section, make_version, make_versions

from selaras.languages import LANGUAGES
from selaras_site.articles.models import Article
from selaras_site.public import sitemap_views, sitemaps
from selaras_site.public.sitemap_xml import spooled, url_parts
from selaras_site.translations.models import Level, State
from selaras_site.translations.services import version_withdraw

SCHEMA = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
HTML_TAGS = {row.html for row in LANGUAGES.values()}

pytestmark = pytest.mark.django_db


def read(client, path):
    response = client.get(path)
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/xml")
    return ElementTree.fromstring(response.getvalue())


def status(client, path, **headers):
    response = client.get(path, headers=headers)
    response.getvalue()  # to the end: only then is its file closed
    return response.status_code


def locations(document):
    return [node.text for node in document.iter(f"{SCHEMA}loc")]


def alternates(url):
    return {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}


class TestIndex:
    def test_it_leads_to_every_file_and_each_can_be_read(self, client, section):
        """
        Pages, news and articles of all languages that have any.
        """
        make_versions(make_article(section, "Gempa"), "en", "zh")

        paths = [
            url.removeprefix("http://localhost:8000")
            for url in locations(read(client, "/sitemap.xml"))
        ]

        assert set(paths) == {
            "/sitemap-pages.xml",
            *(f"/sitemap-news-{tag}.xml" for tag in ("id", "en", "zh")),
            *(f"/sitemap-{tag}-1.xml" for tag in ("id", "en", "zh")),
        }
        for path in paths:
            assert locations(read(client, path))

    def test_a_file_holds_a_range_of_ids(self, client, section, monkeypatch):
        """
        So a file that is full never changes its articles, whatever is published later.
        """
        monkeypatch.setattr(sitemaps, "SIZE", 2)
        ids = [make_article(section, f"Gempa {n}").pk for n in range(5)]

        found = {
            path: len(locations(read(client, path)))
            for path in locations(read(client, "/sitemap.xml"))
            if "/sitemap-id-" in path
        }

        assert sum(found.values()) == len(ids)
        assert max(found.values()) <= 2
        assert len(found) in {3, 4}

    @pytest.mark.parametrize("count", [3, 30])
    def test_more_articles_are_no_more_queries(
        self, client, section, django_assert_num_queries, count
    ):
        """
        Two for the news, two for the files.
        """
        for number in range(count):
            make_version(make_article(section, f"Gempa {number}"), "en")

        with django_assert_num_queries(4):
            read(client, "/sitemap.xml")

    def test_it_is_there_before_anything_is_published(self, client, section):
        """
        With the front pages at least.
        """
        assert locations(read(client, "/sitemap.xml")) == [
            "http://localhost:8000/sitemap-pages.xml"
        ]


class TestArticles:
    def test_all_languages_list_the_same_alternates(self, client, section):
        """
        All live versions and the original, itself too, and one default.
        """
        article = make_article(section, "Gempa")
        make_versions(article, "en", "zh", "ar")
        make_version(article, "fr", state=State.HELD)

        sets = []
        for language in ("id", "en", "zh", "ar"):
            (url,) = read(client, f"/sitemap-{language}-1.xml").iter(f"{SCHEMA}url")
            links = alternates(url)
            sets.append(links)
            assert url.findtext(f"{SCHEMA}loc") == links[LANGUAGES[language].html]

        assert all(links == sets[0] for links in sets)
        assert set(sets[0]) == {"id", "en", "zh-Hans", "ar", "x-default"}
        assert sets[0]["x-default"] == sets[0]["id"]
        assert sets[0]["en"] == (
            f"http://localhost:8000/en/disasters/{article.pk}/quake"
        )

    def test_its_addresses_and_alternates_are_those_of_the_page(self, client, section):
        """
        The same set in the sitemap and in the head.
        """
        article = make_article(section, "Gempa")
        make_versions(article)
        (url,) = read(client, "/sitemap-en-1.xml").iter(f"{SCHEMA}url")

        page = client.get(url.findtext(f"{SCHEMA}loc"))

        assert page.status_code == 200
        for href in alternates(url).values():
            assert f'href="{href}"' in page.content.decode()

    def test_what_was_withdrawn_is_gone_from_all(self, client, section):
        """
        From its own file, and from the alternates of the others.
        """
        article = make_article(section, "Gempa")
        version, _ = make_versions(article, "en", "fr")

        version_withdraw(version=version, reason="wrong")

        (url,) = read(client, "/sitemap-fr-1.xml").iter(f"{SCHEMA}url")
        assert "en" not in alternates(url)
        assert status(client, "/sitemap-en-1.xml") == 404

        article.unpublish()

        assert status(client, "/sitemap-fr-1.xml") == 404
        assert status(client, "/sitemap-id-1.xml") == 404

    def test_lastmod_is_when_readers_got_what_they_see(self, client, section, editor):
        """
        A review is a change; another language's version is none.
        """
        moment = datetime(2026, 3, 1, 5, tzinfo=UTC)
        article = make_article(section, "Gempa")
        version = make_version(article, "en", live_at=moment)
        make_version(article, "fr", live_at=moment + timedelta(days=1))
        lastmod = f".//{SCHEMA}lastmod"

        assert read(client, "/sitemap-en-1.xml").findtext(lastmod) == moment.isoformat()

        version.reviewed_by, version.level = editor, Level.REVIEWED
        version.reviewed_at = moment + timedelta(hours=2)
        version.save()

        assert read(client, "/sitemap-en-1.xml").findtext(lastmod) == (
            moment + timedelta(hours=2)
        ).isoformat(timespec="seconds")

    def test_what_has_no_name_in_a_language_has_its_identifier(self, client):
        """
        As its page has.
        """
        section = make_section("politik", id=("Politik", "politik"))
        make_versions(make_article(section, "Pemilu"), "ja")

        (url,) = locations(read(client, "/sitemap-ja-1.xml"))

        assert "/ja/politik/" in url
        assert client.get(url).status_code == 200

    @pytest.mark.parametrize("language", ["id", "en"])
    @pytest.mark.parametrize("count", [3, 30])
    def test_more_articles_are_no_more_queries(
        self, client, section, django_assert_num_queries, count, language
    ):
        """
        One for the articles, two for the sections and their names.
        """
        for number in range(count):
            make_versions(make_article(section, f"Gempa {number}"))

        with django_assert_num_queries(3):
            document = read(client, f"/sitemap-{language}-1.xml")

        assert len(locations(document)) == count

    @pytest.mark.parametrize("path", ["en-0", "en-2", "xx-1", "en-99999999999999"])
    def test_a_file_that_holds_nothing_is_not_there(self, client, section, path):
        """
        A range without articles, or a language that is none.
        """
        make_versions(make_article(section, "Gempa"), "en")

        assert status(client, f"/sitemap-{path}.xml") == 404

    def test_a_file_stays_within_what_is_allowed(self):
        """
        50 MB, with the longest addresses there can be and all languages.
        """
        path = f"/zh/{'s' * 60}/{10**9}/{'w' * 120}"
        location = sitemaps.Location(
            language="zh",
            paths=dict.fromkeys(LANGUAGES, path),
            changed_at=timezone.now(),
        )
        size = len("".join(url_parts([location])).encode())

        assert sitemaps.SIZE <= 50_000
        assert size * sitemaps.SIZE < 50 * 1024 * 1024


class TestNews:
    @pytest.mark.parametrize(
        ("language", "name"),
        [(tag, "zh-cn" if tag == "zh" else tag) for tag in LANGUAGES],
    )
    def test_every_language_has_the_name_that_google_knows(
        self, client, section, language, name
    ):
        """
        Name, language, time, headline.
        """
        article = make_article(section, "Gempa")
        make_versions(article)

        document = read(client, f"/sitemap-news-{language}.xml")

        assert document.findtext(f".//{NEWS}language") == name
        assert document.findtext(f".//{NEWS}name") == "Selaras"
        assert document.findtext(f".//{NEWS}publication_date").startswith("20")
        assert document.findtext(f".//{NEWS}title") == (
            "Gempa" if language == "id" else "Quake"
        )

    def test_what_is_older_than_two_days_is_no_news(self, client, section):
        """
        Whenever its translation went live.
        """
        now = timezone.now()
        old = make_article(section, "Lama", published_at=now - timedelta(hours=49))
        new = make_article(section, "Baru", published_at=now - timedelta(hours=47))
        make_version(old, "en", "Old")
        make_version(new, "en", "New")

        document = read(client, "/sitemap-news-en.xml")

        assert [node.text for node in document.iter(f"{NEWS}title")] == ["New"]

    def test_there_are_at_most_as_many_as_google_reads(
        self, client, section, monkeypatch
    ):
        """
        The newest.
        """
        assert sitemaps.NEWS_MOST == 1000
        monkeypatch.setattr(sitemaps, "NEWS_MOST", 2)
        for number in range(3):
            make_article(section, f"Gempa {number}")

        document = read(client, "/sitemap-news-id.xml")

        titles = [node.text for node in document.iter(f"{NEWS}title")]
        assert titles == ["Gempa 2", "Gempa 1"]

    def test_a_hostile_headline_breaks_nothing(self, client, section):
        """
        What cannot stand in XML is left out.
        """
        article = make_article(section, "Gempa")
        make_version(article, "en", "]]> <&\"'\x01\ufffe\u202e قتيلا")

        document = read(client, "/sitemap-news-en.xml")

        assert document.findtext(f".//{NEWS}title") == "]]> <&\"' قتيلا"

    def test_it_may_be_empty(self, client, section):
        """
        It is asked for all the time; one of a language that is none is not there.
        """
        assert locations(read(client, "/sitemap-news-en.xml")) == []
        assert status(client, "/sitemap-news-xx.xml") == 404

    @pytest.mark.parametrize("count", [3, 30])
    def test_more_articles_are_no_more_queries(
        self, client, section, django_assert_num_queries, count
    ):
        """
        The versions and the names of their sections.
        """
        for number in range(count):
            make_version(make_article(section, f"Gempa {number}"), "en")

        with django_assert_num_queries(2):
            read(client, "/sitemap-news-en.xml")


class TestPages:
    def test_front_pages_and_sections_exist_in_all_languages(self, client, section):
        """
        Each with the same alternates; each is there.
        """
        document = read(client, "/sitemap-pages.xml")

        urls = locations(document)
        assert len(urls) == len(set(urls))
        assert len(urls) % len(LANGUAGES) == 0
        assert "http://localhost:8000/fr/catastrophes/" in urls
        for url in document.iter(f"{SCHEMA}url"):
            assert set(alternates(url)) == HTML_TAGS | {"x-default"}
        for url in urls:
            assert client.get(url).status_code == 200


class TestAskingAgain:
    @pytest.mark.parametrize(
        "path", ["/sitemap.xml", "/sitemap-pages.xml", "/sitemap-en-1.xml"]
    )
    def test_who_has_it_is_told_so(self, client, section, path):
        """
        Until something in it changes.
        """
        article = make_article(section, "Gempa")
        make_versions(article, "en")
        first = client.get(path)
        first.getvalue()  # to the end: only then is its file closed

        assert "max-age=300" in first["Cache-Control"]
        assert status(client, path, if_none_match=first["ETag"]) == 304

        make_versions(article, "fr")
        make_section("ekonomi", id=("Ekonomi", "ekonomi"))

        assert status(client, path, if_none_match=first["ETag"]) == 200

    def test_a_large_file_is_not_held_in_memory(self):
        """
        Beyond a size it lies in a file, and reads the same.
        """
        parts = ["x" * 1000] * 2000

        file, name = spooled(parts)

        with file:
            assert file._rolled
            assert file.read() == "".join(parts).encode()
        assert len(name) == 32

    def test_its_rows_are_read_in_a_stream(self, section):
        """
        The first is there before the last was read.
        """
        make_article(section, "Gempa")

        rows = sitemaps.article_locations("id", 1)

        assert next(rows).paths["id"].endswith("/gempa")
        assert Article.objects.count() == 1
        assert sitemap_views.SECONDS == 300
