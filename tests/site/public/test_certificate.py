"""
How a translation was made: for readers, for machines, and verified.
"""

import hashlib
import json
from base64 import urlsafe_b64decode

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from newsroom import ByHeart, published
from selaras.languages import LANGUAGES, TARGETS
from selaras_site.accounts.models import User
from selaras_site.articles.models import Article
from selaras_site.public.addresses import at
from selaras_site.translations import translating
from selaras_site.translations.certificates import certificate_of
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.models import (
    Decision,
    Finding,
    Reading,
    Segment,
    Snapshot,
    State,
    Version,
)
from selaras_site.translations.readings import seen_name
from selaras_site.translations.reviewing import shown_text, version_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(engine: ByHeart) -> Article:
    article = published()
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    Finding.objects.all().delete()
    return article


@pytest.fixture
def reviewer(editor: User) -> User:
    editor.first_name, editor.last_name = "Sari", "Dewi"
    editor.save()
    return editor


def version_in(article: Article, language: str = "en") -> Version:
    return Version.objects.get(
        article=article, language=language, state__in=[State.LIVE, State.STALE]
    )


def answer_for(article: Article, by: User, language: str = "en") -> Version:
    version = version_in(article, language)
    for row in version.segments.all():
        Reading.objects.create(segment=row, by=by, seconds=5, seen=seen_name(row))
    version_review(version=version, by=by)
    version.refresh_from_db()
    return version


def document_of(client: Client, article: Article, language: str = "en") -> dict:
    answer = client.get(at(language, "certificate-document", id=article.pk))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    return json.loads(answer.content)


def page_of(client: Client, article: Article, language: str = "en") -> str:
    return client.get(at(language, "certificate", id=article.pk)).content.decode()


def text_of(html: str) -> str:
    return LexborHTMLParser(html).body.text(separator=" ")


class TestDocument:
    def test_of_a_machines_version(self, client: Client, article: Article) -> None:
        made = document_of(client, article)["certificate"]
        version = version_in(article)
        rows = list(version.segments.all())
        assert made["kind"] == "selaras.certificate"
        assert made["article"]["url"].endswith(f"/en/p/{article.pk}")
        assert made["language"] == "en"
        assert made["original"]["revision"] == version.snapshot.revision_id
        assert made["level"] == "machine"
        assert made["is_machine_translation"] is True
        assert made["digital_source_type"].endswith("/trainedAlgorithmicMedia")
        assert made["engines"] == [
            {"engine": "heart", "model": "1", "via": [], "sentences": len(rows)}
        ]
        assert made["sentences"]["unedited_machine_share"] == "1.0000"
        assert made["review"] is None
        assert "same-numbers" in made["checks"]["names"]

    def test_its_fingerprint_can_be_told_from_the_text(
        self, client: Client, article: Article
    ) -> None:
        version = version_in(article, "ja")
        texts = [version.headline, version.summary]
        texts += [shown_text(row) for row in version.segments.all()]
        written = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
        expected = hashlib.sha256(written.encode()).hexdigest()
        made = document_of(client, article, "ja")["certificate"]
        assert made["fingerprint"] == f"sha256:{expected}"

    def test_of_a_reviewed_version(
        self, client: Client, article: Article, reviewer: User, settings
    ) -> None:
        segment = version_in(article).segments.get(position=2)
        segment_decide(
            segment=segment, kind=Decision.Kind.EDITED, by=reviewer, text="New, 27."
        )
        left = version_in(article).segments.get(position=3)
        segment_decide(segment=left, kind=Decision.Kind.REJECTED, by=reviewer)
        answer_for(article, reviewer)

        made = document_of(client, article)["certificate"]

        assert made["level"] == "reviewed"
        assert made["digital_source_type"].endswith(
            "/compositeWithTrainedAlgorithmicMedia"
        )
        assert made["review"]["by"] == {"role": ""}
        assert made["review"]["share_read"] == "1.0000"
        assert made["review"]["changed"] == 2
        assert made["sentences"]["left_in_indonesian"] == 1
        assert made["sentences"]["changed_by_people"] == 2
        rows = Segment.objects.filter(version=version_in(article)).exclude(position=3)
        everything = sum(len(row.text) for row in rows)
        share = (everything - len("New, 27.")) / everything
        assert made["sentences"]["unedited_machine_share"] == f"{share:.4f}"

        settings.SELARAS_SHOW_REVIEWER = True
        made = document_of(client, article)["certificate"]
        assert made["review"]["by"]["name"] == "Sari Dewi"

    def test_what_a_person_accepted_is_still_the_machines(
        self, article: Article, reviewer: User
    ) -> None:
        version = version_in(article)
        for row in version.segments.select_related("version"):
            segment_decide(segment=row, kind=Decision.Kind.ACCEPTED, by=reviewer)
        made = certificate_of(version_in(article))
        assert made.unedited == 1.0
        assert made.decided == made.sentences
        assert [one.engine for one in made.makers] == ["heart"]

    def test_what_came_from_a_persons_memory_is_not(self, article: Article) -> None:
        version = version_in(article)
        version.segments.filter(position=2).update(
            provenance={"engine": "heart", "steps": ["memory:exact:human"]}
        )
        made = certificate_of(version)
        assert made.unedited is not None
        assert made.unedited < 1.0

    def test_need_not_be_sent_twice(self, client: Client, article: Article) -> None:
        address = at("en", "certificate-document", id=article.pk)
        tag = client.get(address)["ETag"]
        again = client.get(address, headers={"If-None-Match": tag})
        assert again.status_code == 304


class TestPage:
    @pytest.mark.parametrize("language", TARGETS)
    def test_is_there_in_every_language(
        self, client: Client, article: Article, language: str
    ) -> None:
        html = page_of(client, article, language)
        page = LexborHTMLParser(html)
        assert page.root.attributes["dir"] == LANGUAGES[language].direction
        assert certificate_of(
            version_in(article, language)
        ).fingerprint in html.replace("<wbr>", "")
        assert page.css_first("meta[name=robots]").attributes["content"] == "noindex"

    def test_keeps_the_reviewers_name_unless_the_newsroom_shows_it(
        self, client: Client, article: Article, reviewer: User, settings
    ) -> None:
        answer_for(article, reviewer)
        assert "Sari Dewi" not in page_of(client, article)
        settings.SELARAS_SHOW_REVIEWER = True
        assert "Sari Dewi" in page_of(client, article)

    def test_the_article_leads_there(
        self, client: Client, article: Article, reviewer: User, settings
    ) -> None:
        answer_for(article, reviewer)
        short = at("en", "short", id=article.pk)
        html = client.get(short, follow=True).content.decode()
        notice = LexborHTMLParser(html).css_first("aside[role=note]")
        links = {a.attributes["href"] for a in notice.css("a")}
        assert at("en", "certificate", id=article.pk) in links
        assert "reviewed by a person of our newsroom" in notice.text()
        assert "Sari Dewi" not in html

        settings.SELARAS_SHOW_REVIEWER = True
        html = client.get(short, follow=True).content.decode()
        assert "Sari Dewi" in text_of(html)

    def test_there_is_none_of_an_original(
        self, client: Client, article: Article
    ) -> None:
        for name in ("certificate", "certificate-document"):
            assert client.get(at("id", name, id=article.pk)).status_code == 404

    def test_there_is_none_of_what_was_withdrawn(
        self, client: Client, article: Article
    ) -> None:
        article.unpublish()
        for name in ("certificate", "certificate-document"):
            assert client.get(at("en", name, id=article.pk)).status_code == 410

    def test_odd_numbers_are_not_found(self, client: Client, article: Article) -> None:
        for number in ("0", "9" * 30):
            assert client.get(f"/en/p/{number}/certificate.json").status_code == 404


class TestVerifying:
    @pytest.fixture
    def document(self, client: Client, article: Article) -> str:
        answer = client.get(at("en", "certificate-document", id=article.pk))
        return answer.content.decode()

    def ask(self, client: Client, document: str) -> str:
        answer = client.post(at("en", "certificate-verify"), {"document": document})
        assert answer.status_code == 200
        assert "no-store" in answer["Cache-Control"]
        return text_of(answer.content.decode())

    def test_ours_is_ours(self, client: Client, document: str) -> None:
        said = self.ask(client, document)
        assert "was issued by this site and was not changed" in said
        assert "Readers see the text that it is about" in said

    def test_however_it_is_written(self, client: Client, document: str) -> None:
        again = json.dumps(json.loads(document), sort_keys=True)
        assert "was issued by this site" in self.ask(client, again)

    def test_of_a_text_that_changed_is_told(
        self, client: Client, article: Article, document: str, reviewer: User
    ) -> None:
        segment = version_in(article).segments.get(position=2)
        segment_decide(
            segment=segment, kind=Decision.Kind.EDITED, by=reviewer, text="New, 27."
        )
        said = self.ask(client, document)
        assert "was issued by this site" in said
        assert "no longer see" in said

    def test_one_changed_letter_is_found(self, client: Client, document: str) -> None:
        forged = document.replace('"level": "machine"', '"level": "reviewed"')
        assert forged != document
        assert "no certificate of this site" in self.ask(client, forged)

    def test_nothing_of_it_may_be_written_otherwise(
        self, client: Client, document: str
    ) -> None:
        value = json.loads(document)["signature"]["value"]
        for other in (value + "==", value[:9] + "!!" + value[9:], value + " "):
            forged = document.replace(value, other)
            assert "no certificate of this site" in self.ask(client, forged)
        doubled = document.replace('"level"', '"level": "human", "level"', 1)
        assert "no certificate of this site" in self.ask(client, doubled)

    def test_its_numbers_are_written_alike_everywhere(self, document: str) -> None:
        def refuse(number: str) -> float:
            raise AssertionError(number)

        assert json.loads(document, parse_float=refuse)

    def test_another_secret_is_not_ours(
        self, client: Client, document: str, settings
    ) -> None:
        before = settings.SECRET_KEY
        settings.SECRET_KEY = "another"
        assert "no certificate of this site" in self.ask(client, document)
        settings.SECRET_KEY_FALLBACKS = [before]
        assert "was issued by this site" in self.ask(client, document)

    def test_anybody_can_check_it_with_the_public_key(
        self, client: Client, document: str, settings
    ) -> None:
        """
        As docs/reference/certificate.md tells it, with nothing of ours.
        """
        settings.SECRET_KEY_FALLBACKS = ["an older one"]
        answer = client.get("/.well-known/selaras-certificate-keys.json")
        keys = {one["kid"]: one for one in answer.json()["keys"]}
        assert len(keys) == 2
        assert settings.SECRET_KEY not in answer.content.decode()

        written = json.loads(document)
        signature = written["signature"]
        assert signature["algorithm"] == "Ed25519"
        key = Ed25519PublicKey.from_public_bytes(
            urlsafe_b64decode(keys[signature["key"]]["x"] + "==")
        )
        content = json.dumps(
            written["certificate"],
            ensure_ascii=False,
            sort_keys=True,
            separators=(",", ":"),
        )
        value = urlsafe_b64decode(signature["value"] + "==")
        key.verify(value, content.encode())
        with pytest.raises(InvalidSignature):
            key.verify(value, content.replace("machine", "human").encode())

    @pytest.mark.parametrize(
        "document",
        [
            "",
            "null",
            "[]",
            "{}",
            '{"certificate": 1, "signature": 2}',
            '{"certificate": {}, "signature": {"value": "x"}}',
            '{"certificate": {}, "signature": {"value": null}}',
            '{"certificate": "\\ud800", "signature": {"value": "x"}}',
            '{"certificate": {}, "signature": {"value": "é"}}',
            '{"certificate": {}, "signature": {"value": ["x"]}}',
            "[" * 90_000,
            "1" * 90_000,
            "x" * 200_000,
            "\x00",
        ],
    )
    def test_nonsense_is_no_certificate(self, client: Client, document: str) -> None:
        assert "no certificate of this site" in self.ask(client, document)

    def test_the_form_asks_for_a_document(self, client: Client) -> None:
        html = client.get(at("ar", "certificate-verify")).content.decode()
        assert LexborHTMLParser(html).css_first("textarea#document")
