"""
Robots leave the newsroom and the forms alone, and find the sitemaps.
"""

from urllib.robotparser import RobotFileParser

import pytest
from public.factories import make_article, make_versions

from selaras.languages import LANGUAGES

pytestmark = pytest.mark.django_db

SITE = "http://localhost:8000"


@pytest.fixture
def rules(client):
    parser = RobotFileParser()
    parser.parse(client.get("/robots.txt").content.decode().splitlines())
    return parser


class TestRobots:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_searches_and_forms_are_left_alone_in_all_languages(self, rules, language):
        """
        What a search finds is no page of its own.
        """
        prefix = "" if language == "id" else f"/{language}"

        assert not rules.can_fetch("*", f"{SITE}{prefix}/search/?q=gempa")
        assert not rules.can_fetch("*", f"{SITE}{prefix}/report/7/")
        assert rules.can_fetch("*", f"{SITE}{prefix}/")
        assert rules.can_fetch("*", f"{SITE}{prefix}/feed.rss")
        assert rules.can_fetch("*", f"{SITE}{prefix}/card/7.png")

    def test_so_is_the_newsroom(self, rules):
        """
        And its documents.
        """
        assert not rules.can_fetch("*", f"{SITE}/newsroom/login/")
        assert not rules.can_fetch("*", f"{SITE}/documents/1/a.pdf")

    def test_articles_may_be_read(self, rules, section):
        """
        By anybody.
        """
        article = make_article(section, "Gempa")
        make_versions(article)

        assert rules.can_fetch("*", f"{SITE}/en/disasters/{article.pk}/quake")

    def test_the_sitemap_is_named_with_its_whole_address(self, client, rules):
        """
        As its standard asks.
        """
        assert rules.site_maps() == [f"{SITE}/sitemap.xml"]
        assert client.get("/robots.txt")["Content-Type"].startswith("text/plain")

    def test_who_has_it_is_told_so(self, client):
        """
        It never changes.
        """
        first = client.get("/robots.txt")

        again = client.get("/robots.txt", headers={"If-None-Match": first["ETag"]})

        assert again.status_code == 304
