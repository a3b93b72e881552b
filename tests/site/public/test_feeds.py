"""
Feeds say what is public, in which language, and who answers for the words.
"""

import json
from datetime import timedelta

import feedparser
import pytest
from defusedxml import ElementTree
from django.utils import timezone
from public.factories import (
    make_article,
    make_editor,
    make_section,
    make_version,
    make_versions,
)

from selaras.languages import LANGUAGES
from selaras_site.public.feed_forms import MEDIA, NAMESPACE
from selaras_site.translations.models import Level, State
from selaras_site.translations.services import version_withdraw

HOSTILE = "]]> <b>27</b> & \u202e\u061c \ufffe\uffff “tewas” 👨‍👩‍👧 \u0085 قتيلا"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ATOM = "{http://www.w3.org/2005/Atom}"
FORMS = ("rss", "atom", "json")

pytestmark = pytest.mark.django_db


def address(language, form, section=""):
    prefix = "" if language == "id" else f"/{language}"
    return f"{prefix}{f'/{section}' if section else ''}/feed.{form}"


def read(client, form, language="en", **query):
    response = client.get(address(language, form), query)
    assert response.status_code == 200
    return response.content


def read_json(client, language="en", **query):
    return json.loads(read(client, "json", language, **query))


class TestForms:
    @pytest.mark.parametrize("language", LANGUAGES)
    @pytest.mark.parametrize("form", ["rss", "atom"])
    def test_every_language_has_feeds_that_a_reader_can_read(
        self, client, section, form, language
    ):
        """
        A feed reader finds title, link, dates, author and section.
        """
        article = make_article(section, "Gempa di Cianjur", byline="Rani Lestari")
        make_versions(article)

        feed = feedparser.parse(read(client, form, language))

        assert not feed.bozo
        assert feed.feed.language == LANGUAGES[language].html
        (entry,) = feed.entries
        assert entry.title == ("Gempa di Cianjur" if language == "id" else "Quake")
        assert f"/{article.pk}/" in entry.link
        assert entry.id.endswith(f"/p/{article.pk}")
        assert entry.author == "Rani Lestari"
        assert entry.tags[0].term == section.name_in(language)
        assert entry.published_parsed
        assert entry.updated_parsed
        assert f"/card/{article.pk}.png?v=" in entry.media_content[0]["url"]

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_a_json_feed_has_what_its_specification_asks_for(
        self, client, section, language
    ):
        """
        JSON Feed 1.1: an id and a content for each item.
        """
        make_versions(make_article(section, "Gempa"))

        feed = read_json(client, language)

        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["language"] == LANGUAGES[language].html
        assert feed["feed_url"].startswith("http")
        (item,) = feed["items"]
        assert item["id"].startswith("http")
        assert item["content_text"]
        assert item["language"] == LANGUAGES[language].html
        assert item["_selaras"]["state"] == "live"

    @pytest.mark.parametrize("form", FORMS)
    def test_a_hostile_headline_breaks_nothing(self, client, section, form):
        """
        What cannot stand in XML is left out, what can is written as it is.
        """
        article = make_article(section, "Gempa", byline="A\x0b]]>B")
        make_version(article, "en", HOSTILE, summary=HOSTILE + "\x1b")

        content = read(client, form)

        if form == "json":
            title = json.loads(content)["items"][0]["title"]
        else:
            ElementTree.fromstring(content)
            title = ElementTree.fromstring(content).findtext(
                f".//{ATOM}entry/{ATOM}title" if form == "atom" else ".//item/title"
            )
        assert title.startswith("]]> <b>27</b> & ")
        assert "“tewas” 👨‍👩‍👧" in title
        assert "\u202e" not in title

    def test_markup_in_a_summary_stays_text(self, client, section):
        """
        A summary is plain text; in RSS and Atom, descriptions are HTML.
        """
        article = make_article(section, "Gempa")
        make_version(article, "en", summary="<script>alert(1)</script> 2 < 3")

        for form in ("rss", "atom"):
            (entry,) = feedparser.parse(read(client, form), sanitize_html=False).entries
            assert entry.summary.startswith("&lt;script&gt;")

    def test_an_empty_feed_is_the_same_at_every_asking(self, client, section):
        """
        Nothing in it comes from the clock.
        """
        for form in FORMS:
            assert read(client, form) == read(client, form)

    def test_a_form_that_we_do_not_know_is_not_there(self, client, section):
        """
        Nor is a section.
        """
        assert client.get("/en/feed.csv").status_code == 404
        assert client.get("/en/sports/feed.rss").status_code == 404
        assert client.post("/en/feed.rss").status_code == 405


class TestMarks:
    def test_a_machine_version_says_so(self, client, section):
        """
        State, level, engine and source type stand on the item in all forms.
        """
        article = make_article(section, "Gempa")
        make_version(article, "en", state=State.STALE, engine="local news-6")

        rss = ElementTree.fromstring(read(client, "rss"))
        mark = rss.find(f".//{{{NAMESPACE}}}version")
        item = read_json(client)["items"][0]["_selaras"]

        assert mark.get("state") == "stale"
        assert mark.get("level") == "machine"
        assert mark.get("credit") == "local news-6"
        assert mark.get("digital-source-type").endswith("/trainedAlgorithmicMedia")
        assert mark.get("original").endswith(f"/bencana/{article.pk}/gempa")
        assert {n.replace("-", "_"): v for n, v in mark.attrib.items()} == {
            name: str(value) for name, value in item.items()
        }

    def test_a_reviewed_version_names_who_reviewed_it(self, client, section, settings):
        """
        It is a composite, and a person answers for it.
        """
        settings.SELARAS_SHOW_REVIEWER = True
        article = make_article(section, "Gempa")
        make_version(article, "en", level=Level.REVIEWED, by=make_editor())

        (item,) = read_json(client)["items"]

        assert item["_selaras"]["reviewer"] == "Sari Dewi"
        assert "composite" in item["_selaras"]["digital_source_type"]

    def test_an_original_counts_as_written_by_a_person(self, client, section):
        """
        It names no engine and no original.
        """
        make_article(section, "Gempa")

        (item,) = read_json(client, "id")["items"]

        assert item["_selaras"] == {
            "state": "live",
            "level": "human",
            "language": "id",
            "headline_language": "id",
        }

    def test_a_headline_left_in_indonesian_says_that_it_is(self, client, section):
        """
        The item is Arabic, its title is not.
        """
        article = make_article(section, "Gempa")
        make_version(article, "ar", "Gempa", headline_is_original=True)

        entry = ElementTree.fromstring(read(client, "atom", "ar")).find(f"{ATOM}entry")
        rss = ElementTree.fromstring(read(client, "rss", "ar")).find(".//item")
        (item,) = read_json(client, "ar")["items"]

        assert entry.get(XML_LANG) == "ar"
        assert entry.find(f"{ATOM}title").get(XML_LANG) == "id"
        assert entry.find(f"{ATOM}summary").get(XML_LANG) is None
        assert rss.get(XML_LANG) == "ar"
        assert rss.find("title").get(XML_LANG) == "id"
        assert item["_selaras"]["headline_language"] == "id"

    def test_the_picture_is_the_card(self, client, section):
        """
        Media RSS, with its size.
        """
        make_version(make_article(section, "Gempa"), "en")

        picture = ElementTree.fromstring(read(client, "atom")).find(
            f".//{{{MEDIA}}}content"
        )

        assert picture.get("medium") == "image"
        assert picture.get("width") == "1200"


class TestWhatIsInIt:
    def test_reviewed_leaves_out_what_only_a_machine_made(self, client, section):
        """
        Human and reviewed stay; originals are human.
        """
        editor = make_editor()
        for level in Level.values:
            article = make_article(section, f"Gempa {level}")
            by = None if level == Level.MACHINE else editor
            make_version(article, "en", level, level=level, by=by)

        feed = read_json(client, level="reviewed")

        assert {item["title"] for item in feed["items"]} == {"reviewed", "human"}
        assert feed["feed_url"].endswith("/en/feed.json?level=reviewed")
        assert len(read_json(client, "id", level="reviewed")["items"]) == 3
        assert len(read_json(client)["items"]) == 3

    def test_a_level_that_we_do_not_know_is_refused(self, client, section):
        """
        All levels would be taken for the one that was asked for.
        """
        assert client.get("/en/feed.rss?level=human").status_code == 400

    @pytest.mark.parametrize("form", FORMS)
    def test_what_was_withdrawn_is_gone(self, client, section, form):
        """
        A withdrawn version leaves its language, a withdrawn original leaves all.
        """
        article = make_article(section, "Gempa")
        version = make_version(article, "en", "Quake one")
        make_version(article, "fr", "Séisme")
        assert b"Quake one" in read(client, form)

        version_withdraw(version=version, reason="wrong")

        assert b"Quake one" not in read(client, form)
        assert "Séisme" in read(client, form, "fr").decode()

        article.unpublish()

        assert "Séisme" not in read(client, form, "fr").decode()
        assert b"Gempa" not in read(client, form, "id")

    def test_what_is_not_public_yet_is_not_in_it(self, client, section):
        """
        Held and pending versions are nobody's business.
        """
        article = make_article(section, "Gempa")
        make_version(article, "en", "Held", state=State.HELD)

        assert read_json(client)["items"] == []

    def test_a_section_has_its_own(self, client, section):
        """
        Under its address in the language.
        """
        other = make_section("ekonomi", id=("Ekonomi", "ekonomi"), fr=("É", "economie"))
        make_version(make_article(section, "Gempa"), "fr", "Séisme")
        make_version(make_article(other, "Rupiah"), "fr", "Roupie")

        response = client.get("/fr/economie/feed.json")

        feed = response.json()
        assert [item["title"] for item in feed["items"]] == ["Roupie"]
        assert feed["title"] == "Selaras: É"
        assert feed["home_page_url"].endswith("/fr/economie/")

    def test_the_newest_original_comes_first(self, client, section):
        """
        However late its translation was.
        """
        now = timezone.now()
        old = make_article(section, "Lama", published_at=now - timedelta(days=1))
        new = make_article(section, "Baru", published_at=now)
        make_version(new, "en", "New", live_at=now - timedelta(minutes=5))
        make_version(old, "en", "Old", live_at=now)

        titles = [item["title"] for item in read_json(client)["items"]]

        assert titles == ["New", "Old"]


class TestAskingAgain:
    @pytest.mark.parametrize("form", FORMS)
    def test_who_has_it_is_told_so(self, client, section, form):
        """
        The entity tag is of the content.
        """
        article = make_article(section, "Gempa")
        make_version(article, "en")
        first = client.get(f"/en/feed.{form}")

        again = client.get(f"/en/feed.{form}", headers={"If-None-Match": first["ETag"]})

        assert again.status_code == 304
        assert again.content == b""
        assert again["Cache-Control"] == first["Cache-Control"]
        assert "max-age=60" in first["Cache-Control"]
        assert first["Last-Modified"]
        assert first["Content-Language"] == "en"

    def test_a_withdrawal_is_news_even_for_who_asks_by_date(self, client, section):
        """
        What was taken down leaves no newer date behind.
        """
        kept = make_version(make_article(section, "Gempa"), "en", "Stays")
        gone = make_version(make_article(section, "Banjir"), "en", "Goes")
        first = client.get("/en/feed.rss")
        version_withdraw(version=gone, reason="wrong")

        by_tag = client.get("/en/feed.rss", headers={"If-None-Match": first["ETag"]})
        by_date = client.get(
            "/en/feed.rss", headers={"If-Modified-Since": first["Last-Modified"]}
        )

        assert by_tag.status_code == by_date.status_code == 200
        assert kept.headline in by_date.content.decode()
        assert "Goes" not in by_date.content.decode()


class TestCost:
    @pytest.mark.parametrize("count", [3, 30])
    @pytest.mark.parametrize(
        ("language", "queries"), [("id", 2), ("en", 2)], ids=["original", "version"]
    )
    def test_more_articles_are_no_more_queries(
        self, client, section, django_assert_num_queries, count, language, queries
    ):
        """
        The articles and the names of their sections.
        """
        for number in range(count):
            make_version(make_article(section, f"Gempa {number}"), "en")

        with django_assert_num_queries(queries):
            feed = read_json(client, language)

        assert len(feed["items"]) == count
