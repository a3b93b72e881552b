"""
What readers are told of sentences that are not certain, and until when.
"""

import json

import pytest
from django.test import Client
from django.utils import timezone
from selectolax.lexbor import LexborHTMLParser

from newsroom import ByHeart, published
from selaras.languages import TARGETS
from selaras.pipeline.risk import MODEL
from selaras_site.articles.models import Article
from selaras_site.public.addresses import at
from selaras_site.translations import translating
from selaras_site.translations.deciding import decision_take_back, segment_decide
from selaras_site.translations.describing import version_count
from selaras_site.translations.models import (
    Decision,
    Level,
    Segment,
    Snapshot,
    State,
    Version,
)

pytestmark = pytest.mark.django_db

PATHS = ("headline#0", "blocks.0.text#0", "blocks.1.text#0")


@pytest.fixture
def article(engine: ByHeart) -> Article:
    """
    A live article with three sentences in doubt in every language, one by a check.
    """
    made = published()
    translating.translate(Snapshot.objects.get(article=made).pk)
    rows = list(Segment.objects.filter(version__article=made))
    for row in rows:
        row.provenance = {"engine": "heart", "model": MODEL, "risk": 0.4}
        if row.path in PATHS:
            doubt = "found" if row.path == PATHS[2] else "likely"
            row.provenance |= {"risk": 0.6, "doubt": doubt}
    Segment.objects.bulk_update(rows, ["provenance"])
    for version in Version.objects.select_related("snapshot", "article"):
        version_count(version)
    return made


def page_of(client: Client, article: Article, language: str) -> LexborHTMLParser:
    answer = client.get(at(language, "short", id=article.pk), follow=True)
    assert answer.status_code == 200
    return LexborHTMLParser(answer.content.decode())


def row_of(language: str, path: str = PATHS[1]) -> Segment:
    return Segment.objects.get(version__language=language, path=path)


class TestPage:
    @pytest.mark.parametrize("language", TARGETS)
    def test_marks_them_and_says_how_many(
        self, client: Client, article: Article, language: str
    ) -> None:
        page = page_of(client, article, language)

        marked = page.css(".s.doubt")
        assert len(marked) == 3
        mark = "؟" if language == "ar" else "?"
        assert {one.css_first(".peek").text() for one in marked} == {mark}
        for one in marked:
            behind = one.css_first(".behind")
            [source] = behind.css("span[lang=id]")
            assert not behind.text().strip().startswith(source.text())
        (note,) = page.css(".notice .doubt-note")
        assert mark in note.text()
        assert "2" in note.text()

    def test_says_what_must_be_expected(self, client: Client, article: Article) -> None:
        (note,) = page_of(client, article, "en").css(".notice .doubt-note")

        assert " ".join(note.text().split()) == (
            "3 sentences are marked “?” because their translation is not certain. "
            "A serious error must be expected in about 2 of them."
        )

    def test_expects_nothing_of_a_model_that_nobody_measured(
        self, client: Client, article: Article
    ) -> None:
        for row in Segment.objects.filter(version__language="en"):
            row.provenance["model"] = "another 1"
            row.save()

        (note,) = page_of(client, article, "en").css(".notice .doubt-note")
        assert "3 sentences" in note.text()
        assert "serious error" not in note.text()

    def test_says_why(self, client: Client, article: Article) -> None:
        page = page_of(client, article, "en")

        likely, found = (
            page.css_first(f"#s{row_of('en', path).position + 1} .behind").text()
            for path in PATHS[1:]
        )
        assert likely.startswith("The machine may have got this sentence wrong")
        assert found.startswith("Our checks doubt this translation")

    def test_a_decision_ends_the_doubt_and_taking_it_back_brings_it_again(
        self, client: Client, article: Article, editor
    ) -> None:
        row = row_of("en")
        segment_decide(segment=row, kind=Decision.Kind.ACCEPTED, by=editor)

        assert len(page_of(client, article, "en").css(".s.doubt")) == 2
        assert Version.objects.get(language="en").doubted == 2
        assert len(page_of(client, article, "fr").css(".s.doubt")) == 3

        decision_take_back(segment=row, by=editor)
        assert len(page_of(client, article, "en").css(".s.doubt")) == 3

    @pytest.mark.parametrize("level", [Level.REVIEWED, Level.HUMAN])
    def test_where_a_person_answers_for_the_whole_nothing_is_doubted(
        self, client: Client, article: Article, editor, level: Level
    ) -> None:
        Version.objects.filter(language="en").update(
            level=level, reviewed_by=editor, reviewed_at=timezone.now()
        )

        page = page_of(client, article, "en")
        assert not page.css(".s.doubt")
        assert not page.css(".doubt-note")

    def test_the_original_is_not_doubted(
        self, client: Client, article: Article
    ) -> None:
        assert not page_of(client, article, "id").css(".doubt")


class TestElsewhere:
    @pytest.mark.parametrize("language", TARGETS)
    def test_a_list_says_it_of_a_headline(
        self, client: Client, article: Article, language: str
    ) -> None:
        page = LexborHTMLParser(client.get(at(language, "home")).content.decode())

        (mark,) = page.css(".teaser .facts .doubt")
        assert mark.text(strip=True)

    def test_not_once_somebody_has_decided(
        self, client: Client, article: Article, editor
    ) -> None:
        segment_decide(
            segment=row_of("en", PATHS[0]), kind=Decision.Kind.ACCEPTED, by=editor
        )

        page = LexborHTMLParser(client.get(at("en", "home")).content.decode())
        assert not page.css(".teaser .facts .doubt")

    def test_a_feed_says_how_many(self, client: Client, article: Article) -> None:
        answer = client.get("/en/feed.json")
        (item,) = json.loads(answer.content)["items"]

        assert item["_selaras"]["sentences_not_certain"] == 3


class TestMade:
    def test_doubts_are_kept_with_the_version(self, engine: ByHeart) -> None:
        """
        What a check found in a translation by heart is all that is in doubt.
        """
        article = published()
        translating.translate(Snapshot.objects.get(article=article).pk)

        for version in Version.objects.all():
            rows = version.segments.all()
            found = [row for row in rows if row.findings.exclude(severity="mended")]
            assert version.state in {State.LIVE, State.HELD}
            assert version.doubted == len(found)
            assert {row.provenance["doubt"] for row in found} <= {"found"}
