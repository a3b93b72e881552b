"""
What readers are told of the sentences that people checked or corrected.
"""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from newsroom import ByHeart, published
from selaras.languages import LANGUAGES, TARGETS
from selaras_site.articles.models import Article
from selaras_site.public.addresses import at
from selaras_site.translations import translating
from selaras_site.translations.deciding import decision_take_back, segment_decide
from selaras_site.translations.models import Decision, Level, Segment, Snapshot, Version

pytestmark = pytest.mark.django_db

Decide = Callable[..., Segment]
IN_THE_TEXT = "blocks.0.text#0"


@pytest.fixture
def article(engine: ByHeart) -> Article:
    made = published()
    translating.translate(Snapshot.objects.get(article=made).pk)
    return made


@pytest.fixture
def decide(editor) -> Decide:
    def decided(language: str, path: str, **words) -> Segment:
        row = Segment.objects.get(version__language=language, path=path)
        kind = words.pop("kind", Decision.Kind.EDITED)
        segment_decide(segment=row, kind=kind, by=editor, **words)
        return row

    return decided


def page_of(client: Client, article: Article, language: str) -> LexborHTMLParser:
    answer = client.get(at(language, "short", id=article.pk), follow=True)
    assert answer.status_code == 200
    return LexborHTMLParser(answer.content.decode())


def notice(page: LexborHTMLParser) -> str:
    (found,) = page.css("aside[role=note]")
    return " ".join(found.text(separator=" ").split())


def test_a_machines_page_tells_of_no_person(client: Client, article: Article) -> None:
    page = page_of(client, article, "en")
    assert "has not been reviewed yet" in notice(page)
    assert "by a person" not in notice(page)
    assert not page.css(".by-person")


def test_what_people_did_is_counted_and_marked(
    client: Client, article: Article, decide: Decide
) -> None:
    mended = decide("en", IN_THE_TEXT, text="Mended by a person.")
    page = page_of(client, article, "en")
    assert "1 sentence was checked or corrected by a person" in notice(page)
    assert "not been reviewed yet" in notice(page)
    [mark] = page.css(".by-person")
    assert mark.parent.attributes["id"] == f"o{mended.position + 1}"
    assert mark.parent.attributes["role"] == "note"
    assert mark.attributes.get("lang") is None, "it is in the page's language"

    decide("en", "headline#0", kind=Decision.Kind.ACCEPTED)
    page = page_of(client, article, "en")
    assert "2 sentences were checked or corrected by a person" in notice(page)
    assert len(page.css(".by-person")) == 2


def test_a_sentence_left_in_indonesian_is_not_one_of_them(
    client: Client, article: Article, decide: Decide
) -> None:
    decide("en", IN_THE_TEXT, kind=Decision.Kind.REJECTED)
    page = page_of(client, article, "en")
    assert "checked or corrected" not in notice(page)
    assert "did not pass our checks or was turned down by a person" in notice(page)
    assert "A person turned down the translation" in page.body.text()
    assert not page.css(".by-person")


def test_what_was_taken_back_is_not_counted(
    client: Client, article: Article, decide: Decide, editor
) -> None:
    row = decide("en", IN_THE_TEXT, text="Mended by a person.")
    decision_take_back(segment=row, by=editor)
    assert not page_of(client, article, "en").css(".by-person")


def test_an_update_of_the_original_keeps_the_mark(
    client: Client, article: Article, decide: Decide
) -> None:
    decide("en", IN_THE_TEXT, text="Mended by a person.")
    article.headline = "Judul yang lain sama sekali"
    article.full_clean()
    article.save_revision().publish()
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    page = page_of(client, article, "en")
    assert "Mended by a person." in page.css_first(".text").text()
    assert len(page.css(".by-person")) == 1


@pytest.mark.parametrize("level", [Level.REVIEWED, Level.HUMAN])
def test_of_a_reviewed_version_nothing_is_said_of_single_sentences(
    client: Client, article: Article, decide: Decide, editor, level: Level
) -> None:
    row = decide("en", IN_THE_TEXT, text="Mended by a person.")
    Version.objects.filter(pk=row.version_id).update(
        level=level, reviewed_by=editor, reviewed_at=timezone.now()
    )
    assert not page_of(client, article, "en").css(".by-person")


@pytest.mark.parametrize("language", TARGETS)
def test_is_said_in_every_language(
    client: Client, article: Article, decide: Decide, language: str
) -> None:
    decide(language, IN_THE_TEXT, kind=Decision.Kind.ACCEPTED)
    page = page_of(client, article, language)
    [mark] = page.css(".by-person")
    assert mark.text(strip=True)
    assert page.css_first("html").attributes["lang"] == LANGUAGES[language].html


def test_costs_no_query(
    client: Client, article: Article, decide: Decide, django_assert_num_queries
) -> None:
    address = client.get(at("en", "short", id=article.pk))["Location"]
    client.get(address)
    with CaptureQueriesContext(connection) as before:
        client.get(address)
    decide("en", IN_THE_TEXT, kind=Decision.Kind.ACCEPTED)
    with django_assert_num_queries(len(before)):
        client.get(address)
