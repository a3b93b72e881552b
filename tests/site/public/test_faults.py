"""
What once went wrong on readers' pages: each of these was an error, a leak or a lie.
"""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from public.factories import make_article, make_version
from selectolax.lexbor import LexborHTMLParser
from wagtail.search.index import insert_or_update_object

from newsroom import ByHeart, draft, names, publish, published, story
from selaras.languages import LANGUAGES
from selaras_site.accounts.models import User
from selaras_site.articles.models import Article, Correction
from selaras_site.public.addresses import at
from selaras_site.public.clients import network_of
from selaras_site.public.linked import author
from selaras_site.translations import services, translating
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.models import (
    Decision,
    Report,
    Segment,
    Snapshot,
    State,
    Version,
)

pytestmark = pytest.mark.django_db

A_DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _folder(settings, tmp_path):
    settings.SELARAS_CARDS = tmp_path / "cards"


def translate(article: Article) -> Article:
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    return article


@pytest.fixture
def article(engine: ByHeart) -> Article:
    return translate(published())


def page_at(client: Client, address: str, *, status: int = 200) -> LexborHTMLParser:
    answer = client.get(address, follow=True)
    assert answer.status_code == status
    return LexborHTMLParser(answer.content.decode())


def linked_data(client: Client, article: Article, language: str) -> dict:
    page = page_at(client, at(language, "short", id=article.pk))
    return json.loads(page.css_first("script[type='application/ld+json']").text())


class TestReports:
    def test_what_nobody_can_see_is_not_kept(self, client, article):
        """
        A NUL cannot be written to PostgreSQL, and an open mark turns the desk's page.
        """
        address = at("en", "report", id=article.pk)
        text = "2\x00,318\N{RIGHT-TO-LEFT OVERRIDE} people?\r\nYes"

        answer = client.post(f"{address}?s=2", {"kind": "number", "text": text})

        assert answer.status_code == 200
        assert Report.objects.get().text == "2,318 people?\nYes"

    def test_what_is_long_is_cut(self, client, article):
        """
        A browser counts a line break as one character and sends two.
        """
        address = at("en", "report", id=article.pk)

        client.post(address, {"kind": "other", "text": "a\r\n" * 500 + "b" * 9_000})

        text = Report.objects.get().text
        assert len(text) <= 1000
        assert text.startswith("a\na\n")
        assert "b" not in text

    @pytest.mark.parametrize("odd", ["\x00", "9" * 5000, "x", "-1", "٢"])
    @pytest.mark.parametrize("name", ["s", "v", "k", "kind"])
    def test_odd_values_are_no_errors(self, client, article, name, odd):
        """
        Whatever a form brings, in each of its fields.
        """
        address = at("en", "report", id=article.pk)
        form = {"s": "2", "v": "1", "kind": "name", name: odd}

        assert client.get(address, form).status_code == 200
        assert client.post(address, form).status_code in {200, 400}

    def test_one_of_a_page_that_was_replaced_is_of_its_own_sentence(
        self, client, article
    ):
        """
        The page showed a version that has a successor by now, with other numbers.
        """
        address = at("en", "report", id=article.pk)
        before = Version.objects.get(article=article, language="en")
        form = page_at(client, f"{address}?s=3").css_first("form.report")
        hidden = {
            field.attributes["name"]: field.attributes["value"]
            for field in form.css("input[type=hidden]")
        }
        assert hidden["v"] == str(before.pk)
        meant = before.segments.get(position=2)
        article.summary = story("dis-202")[1]["id"]
        translate(publish(article))

        client.post(f"{address}?s=3", {**hidden, "kind": "number"})

        report = Report.objects.get()
        assert report.version == before
        assert report.segment == meant
        assert report.source == meant.source

    def test_one_of_a_version_that_is_gone_is_of_the_same_sentence(
        self, client, article
    ):
        """
        Or of the version alone, where the sentence is gone too.
        """
        public = Version.objects.get(article=article, language="en")
        same = public.segments.get(position=3)
        address = at("en", "report", id=article.pk)
        form = {"kind": "number", "s": "1", "v": "987654"}

        client.post(address, {**form, "k": same.source_key})
        client.post(address, {**form, "k": "of no sentence"})

        found = Report.objects.order_by("pk").values_list("version", "segment")
        assert list(found) == [(public.pk, same.pk), (public.pk, None)]

    def test_no_version_shows_what_readers_must_not_see(self, client, article):
        """
        A number in an address leads to no text that is held, or another article's.
        """
        other = translate(published("dis-202"))
        held = Version.objects.get(article=article, language="en")
        services.version_hold(version=held, reason="A name is wrong.")
        services.version_translate_again(version=held)
        translate(article)
        made = Version.objects.get(article=article, language="en", state=State.HELD)
        services.version_release(version=made)
        held.refresh_from_db()
        assert held.state == State.REPLACED
        stranger = Version.objects.get(article=other, language="en")

        for version in (held, stranger):
            Segment.objects.filter(version=version).update(text="SECRET")
            answer = client.get(
                at("en", "report", id=article.pk), {"s": "2", "v": version.pk}
            )
            assert answer.status_code == 200
            assert b"SECRET" not in answer.content

    def test_what_was_held_and_released_is_shown_again(self, client, article):
        """
        Also by its number, when another has replaced it.
        """
        version = Version.objects.get(article=article, language="en")
        services.version_hold(version=version, reason="")
        services.version_release(version=version)
        services.version_translate_again(version=version)
        translate(article)
        Segment.objects.filter(version=version).update(text="SEEN")

        form = {"s": "2", "v": version.pk}
        answer = client.get(at("en", "report", id=article.pk), form)

        assert b"SEEN" in answer.content

    def test_what_was_taken_out_of_the_original_is_not_shown(self, client, article):
        """
        Nor kept, with a number of what stood there before.
        """
        before = Version.objects.get(article=article, language="en")
        gone = before.segments.get(position=0)
        article.headline = story("dis-202")[0]["id"]
        translate(publish(article))
        address = at("en", "report", id=article.pk)
        form = {"s": "1", "v": before.pk, "k": gone.source_key}

        answer = client.get(address, form)
        client.post(address, {**form, "kind": "number"})

        report = Report.objects.get()
        page = LexborHTMLParser(answer.content.decode())
        assert page.css_first("dl.pair") is None
        assert (report.segment, report.source) == (None, "")
        assert report.version.is_public

    def test_the_link_of_a_sentence_names_its_version(self, client, article):
        """
        So that the page may be old when the reader follows it.
        """
        version = Version.objects.get(article=article, language="fr")
        page = page_at(client, at("fr", "short", id=article.pk))

        links = [a.attributes["href"] for a in page.css("a.report")]

        assert links
        assert all(link.endswith(f"&v={version.pk}") for link in links)


class TestReporters:
    @pytest.mark.parametrize(
        ("proxies", "forwarded", "expected"),
        [
            (0, "203.0.113.9", "10.0.0.1"),
            (1, "203.0.113.9", "203.0.113.9"),
            (1, "6.6.6.6, 203.0.113.9", "203.0.113.9"),
            (2, "6.6.6.6, 203.0.113.9, 10.0.0.7", "203.0.113.9"),
            (2, "203.0.113.9", "10.0.0.1"),
            (1, "", "10.0.0.1"),
            (1, "unknown", "10.0.0.1"),
            (1, "203.0.113.9:4711", "203.0.113.9"),
            (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
            (1, "[2001:db8:1:2:ffff::1]:443", "2001:db8:1:2::/64"),
            (1, "fe80::1%eth0", "fe80::/64"),
            (1, "::ffff:203.0.113.9", "203.0.113.9"),
        ],
    )
    def test_are_told_apart_by_what_our_own_proxies_saw(
        self, settings, proxies, forwarded, expected
    ):
        """
        And by nothing that a client may have made up.
        """
        settings.SELARAS_TRUSTED_PROXIES = proxies
        request = RequestFactory(
            REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=forwarded
        ).get("/")

        assert network_of(request) == expected

    def test_one_of_many_does_not_use_up_what_others_may_send(
        self, client, article, settings
    ):
        """
        All come through the same proxy.
        """
        settings.SELARAS_TRUSTED_PROXIES = 1
        address = at("en", "report", id=article.pk)

        def send(reader: str, text: int):
            form = {"kind": "name", "text": str(text)}
            return client.post(address, form, headers={"x-forwarded-for": reader})

        for n in range(11):
            last = send(f"9.9.9.{n}, 2001:db8:1:2::{n + 1}", n)

        assert last.status_code == 400
        assert send("2001:db8:1:3::1", 12).status_code == 200


class TestCorrections:
    def test_a_page_costs_the_same_however_many_there_are(self, engine, client):
        """
        The newest stand first, in every language, page after page.
        """
        pages = [at(language, "corrections") for language in ("id", "en")]
        corrected(3)
        few = [queries(client, page) for page in pages]
        corrected(24, start=3)
        many = [queries(client, page) for page in pages]

        assert many == few
        for page in pages:
            first, second = (
                [
                    node.text(strip=True)
                    for node in page_at(client, f"{page}?page={number}").css(
                        ".log > li"
                    )
                ]
                for number in (1, 2)
            )
            assert (len(first), len(second)) == (20, 7)
            assert "Nomor 26." in first[0]
            assert "Nomor 0." in second[-1]

    @pytest.mark.parametrize("state", [State.STALE, State.HELD])
    def test_one_that_is_not_translated_yet_is_listed_in_indonesian(
        self, client, article, state
    ):
        """
        It concerns what readers of the language have read.
        """
        note = story("dis-202")[1]
        article.corrections.add(Correction(text=note["id"]))
        publish(article)
        if state == State.HELD:
            stale = Version.objects.get(state=State.STALE, language="en")
            services.version_hold(version=stale, reason="")

        (entry,) = page_at(client, at("en", "corrections")).css(".log > li")
        text = entry.css_first("p > span[lang=id]")
        assert text.text() == note["id"]

        if state == State.STALE:
            translate(article)
            (entry,) = page_at(client, at("en", "corrections")).css(".log > li")
            assert note["en"] in entry.text()

    def test_one_that_was_rewritten_is_listed_as_it_is_now(self, client, article):
        """
        The version that readers have is of the old wording.
        """
        article.corrections.add(Correction(text=story("dis-202")[1]["id"]))
        translate(publish(article))
        correction = article.corrections.get()
        correction.text = story("dis-202")[2]["id"]
        article.corrections.set([correction])
        publish(article)

        log = page_at(client, at("en", "corrections")).body.text()

        assert story("dis-202")[2]["id"] in log
        assert story("dis-202")[1]["en"] not in log

    def test_one_of_an_article_that_was_taken_down_is_not_listed(self, client, article):
        """
        Nor is a withdrawn version's, in its language.
        """
        article.corrections.add(Correction(text="Keliru."))
        translate(publish(article))
        for version in Version.objects.filter(state=State.LIVE, language="en"):
            services.version_withdraw(version=version, reason="")

        assert not page_at(client, at("en", "corrections")).css(".log")
        assert page_at(client, at("fr", "corrections")).css(".log")
        article.unpublish()
        assert not page_at(client, at("fr", "corrections")).css(".log")
        assert not page_at(client, at("id", "corrections")).css(".log")


def corrected(count: int, *, start: int = 0) -> None:
    now = timezone.now()
    for n in range(start, start + count):
        article = translate(published(names()[n % 40]))
        made_at = now - timedelta(days=100 - n)
        article.corrections.add(Correction(text=f"Nomor {n}.", made_at=made_at))
        translate(publish(article))


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


class TestCards:
    def test_another_headline_has_another_address(self, client, section):
        """
        Places to share at keep a picture by its address for weeks.
        """
        article = make_article(section, "Gempa")
        version = make_version(article, "en", "Quake")
        before = card_of(client, article)

        assert client.get(before).status_code == 200
        assert before == card_of(client, article)
        version.headline = "Flood"
        version.save()
        Segment.objects.filter(version=version).update(text="Flood")

        assert card_of(client, article) != before

    def test_nobody_keeps_one_for_long(self, client, section):
        """
        What is withdrawn must be gone soon.
        """
        article = make_article(section, "Gempa")
        address = at("id", "card", id=article.pk)

        assert client.get(address)["Cache-Control"] == "public, max-age=60"
        article.unpublish()
        assert client.get(address).status_code == 404


def card_of(client: Client, article: Article) -> str:
    page = page_at(client, at("en", "short", id=article.pk))
    address = page.css_first("meta[property='og:image']").attributes["content"]
    assert linked_data(client, article, "en")["image"] == [address]
    path = address.removeprefix("http://localhost:8000")
    assert path.startswith(f"/en/card/{article.pk}.png?v=")
    return path


class TestAddresses:
    def test_a_redirect_is_not_kept_for_long(self, client, section):
        """
        Words that go from A to B and back to A would send a browser round in circles.
        """
        article = make_article(section, "Gempa")

        answer = client.get(f"/bencana/{article.pk}/banjir")

        assert answer.status_code == 301
        assert answer["Cache-Control"] == "public, max-age=30"

    @pytest.mark.parametrize("number", ["9" * 5000, "0" * 5000, "0" * 5000 + "2"])
    def test_a_page_number_may_have_any_length(self, client, section, number):
        """
        Python refuses to read a number of more than 4,300 digits.
        """
        make_article(section, "Gempa")

        for address in ("/", "/corrections/", "/bencana/"):
            assert client.get(address, {"page": number}).status_code == 200


class TestTags:
    def test_one_that_nobody_may_see_yet_is_missing(self, engine, client):
        """
        Its name would tell what an article under embargo is about.
        """
        article = draft()
        article.tags.add("merger rahasia")
        article.save()

        for language in LANGUAGES:
            address = at(language, "tag", tag="merger-rahasia")
            answer = client.get(address)
            assert answer.status_code == 404
            assert b"merger" not in answer.content.replace(address.encode(), b"")

    def test_one_is_there_where_an_article_is(self, client, engine):
        """
        And in no other language: hreflang says the same.
        """
        article = published()
        article.tags.add("banjir bandang")
        publish(article)
        address = {tag: at(tag, "tag", tag="banjir-bandang") for tag in LANGUAGES}

        tags = page_at(client, address["id"]).css("link[hreflang]")
        assert {tag.attributes["hreflang"] for tag in tags} == {"id", "x-default"}
        page_at(client, address["fr"], status=404)

        translate(article)
        tags = page_at(client, address["fr"]).css("link[hreflang]")
        assert len(tags) == len(LANGUAGES) + 1
        article.unpublish()
        page_at(client, address["id"], status=404)


class TestLinkedData:
    @pytest.mark.parametrize(
        ("byline", "expected"),
        [
            ("Rani Lestari", ["Rani Lestari"]),
            ("Rani Lestari dan Budi", ["Rani Lestari", "Budi"]),
            ("Rani, Budi Santoso", ["Rani", "Budi Santoso"]),
            ("Rani, Budi, dan Wayan", ["Rani", "Budi", "Wayan"]),
            ("Rani & Budi", ["Rani", "Budi"]),
            ("Rani, S.H., M.Si. dan Dandan", ["Rani, S.H., M.Si.", "Dandan"]),
        ],
    )
    def test_each_reporter_is_a_person(self, byline, expected):
        """
        One person is one, several are a list.
        """
        made = author(byline)
        people = made if isinstance(made, list) else [made]

        assert [person["name"] for person in people] == expected
        assert {person["@type"] for person in people} == {"Person"}

    def test_the_newspaper_is_the_author_where_nobody_is_named(self):
        """
        It is no person.
        """
        assert author(" ")["@type"] == "NewsMediaOrganization"

    @pytest.mark.parametrize(
        ("level", "kind"),
        [
            ("machine", "TrainedAlgorithmicMediaDigitalSource"),
            ("reviewed", "CompositeWithTrainedAlgorithmicMediaDigitalSource"),
            ("human", None),
        ],
    )
    def test_says_who_made_it_in_the_words_of_schema_org(
        self, client, article, level, kind, settings
    ):
        """
        A reviewer without a full name is named as the account is, on the page too.
        """
        settings.SELARAS_SHOW_REVIEWER = True
        by = User.objects.create_user("sari")
        is_ours = level != "machine"
        Version.objects.filter(language="en").update(
            level=level,
            reviewed_by=by if is_ours else None,
            reviewed_at=timezone.now() if is_ours else None,
        )

        data = linked_data(client, article, "en")

        expected = f"https://schema.org/{kind}" if kind else None
        assert data.get("digitalSourceType") == expected
        if is_ours:
            assert data["translator"] == {"@type": "Person", "name": "sari"}
            notice = page_at(client, at("en", "short", id=article.pk)).css_first(
                "aside[role=note]"
            )
            assert "sari" in notice.text()


class TestTimes:
    def test_a_sentence_that_was_corrected_makes_a_version_newer(
        self, client, article, editor
    ):
        """
        For feeds and for sitemaps.
        """
        long_ago = timezone.now() - A_DAY
        Version.objects.update(live_at=long_ago)
        Article.objects.update(first_published_at=long_ago)
        before = timezone.now()
        segment = Segment.objects.get(version__language="en", position=1)

        segment_decide(
            segment=segment, kind=Decision.Kind.EDITED, by=editor, text="Put right."
        )

        (entry,) = client.get("/en/feed.json").json()["items"]
        assert entry["date_modified"] >= before.isoformat()
        sitemap = b"".join(client.get("/sitemap-en-1.xml"))
        version = Version.objects.get(language="en")
        assert version.changed_at.isoformat() in sitemap.decode()
        index = b"".join(client.get("/sitemap.xml"))
        assert version.changed_at.isoformat() in index.decode()


class TestSearch:
    def test_finds_what_only_the_text_says(self, client, engine):
        """
        In Indonesian as in the other languages.
        """
        article = draft()
        article.body = [
            {
                "type": "paragraph",
                "value": "<p>Warga mengungsi ke <b>Sukamaju</b>.</p>",
            },
            {
                "type": "fact_box",
                "value": {"title": "Angka", "body": "<p>Wonosobo</p>"},
            },
        ]
        insert_or_update_object(publish(article))

        for word in ("Sukamaju", "Wonosobo", "sukamaju"):
            found = client.get("/search/", {"q": word}).content.decode()
            assert f"/{article.pk}/" in found, word
        assert (
            f"/{article.pk}/" not in client.get("/search/?q=paragraph").content.decode()
        )
