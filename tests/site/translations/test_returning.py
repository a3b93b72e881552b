"""
Which of a sentence's places counts for what comes back, and deciding it among others.
"""

import io
from collections.abc import Sequence
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsroom import ByHeart, draft, publish
from selaras.exchange import Returned, Stage, read_xliff, write_xliff
from selaras.languages import TARGETS
from selaras_site.accounts.models import User
from selaras_site.articles.models import Article
from selaras_site.translations import exchange, translating
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.exchange import returned_take
from selaras_site.translations.models import (
    Decision,
    Segment,
    Snapshot,
    State,
    Version,
)
from selaras_site.translations.returning import Change, Doubt, Fate, changes_of
from selaras_site.translations.sending import document_of

pytestmark = pytest.mark.django_db

RAIN = "Hujan turun."
OTHER = "Gubernur belum berbicara."


@pytest.fixture
def version(engine: ByHeart) -> Version:
    """
    An English version in which a sentence stands twice.
    """
    return made(RAIN, OTHER, RAIN)


def made(*sentences: str) -> Version:
    article = draft()
    article.body = [
        {"type": "paragraph", "value": f"<p>{sentence}</p>"} for sentence in sentences
    ]
    publish(article)
    translating.translate(Snapshot.objects.filter(article=article).latest("pk").pk)
    versions = Version.objects.filter(article=article)
    versions.update(state=State.LIVE, live_at=timezone.now())
    return versions.get(language="en")


def sent(version: Version) -> list[Returned]:
    """
    The sentences of a version as they go out and come back untouched.
    """
    content = write_xliff(document_of(version), "1.2").encode()
    return list(read_xliff(io.BytesIO(content)))


def of(units: Sequence[Returned], source: str, text: str) -> list[Returned]:
    """
    The places of a sentence in a file, translated so.
    """
    done = Stage.TRANSLATED
    return [
        replace(unit, text=text, stage=done) for unit in units if unit.source == source
    ]


def places(version: Version, source: str = RAIN) -> list[Segment]:
    return list(version.segments.filter(source=source).order_by("position"))


def say(row: Segment, text: str) -> None:
    Segment.objects.filter(pk=row.pk).update(text=text)


def change(units: Sequence[Returned]) -> list[Change]:
    return changes_of(units, allowed=TARGETS)


class TestPlaces:
    def test_of_two_in_a_version_the_first_counts(self, version: Version) -> None:
        first, second = places(version)
        say(first, "It rained.")
        say(second, "Rain fell.")
        units = of(sent(version), RAIN, "It is raining.")

        [one, other] = change(units)

        assert one.found is not None
        assert (one.found.row, one.fate, one.doubts) == (first, Fate.CHANGED, ())
        assert other.fate is Fate.TWICE

    def test_of_two_versions_the_newest_counts(self, version: Version) -> None:
        newer = Version.objects.get(pk=version.pk)
        newer.pk, newer.state = None, State.HELD
        newer.save()
        for row in version.segments.all():
            row.pk, row.version, row.text = None, newer, f"Newer: {row.text}"
            row.save()
        say(places(version, OTHER)[0], "Older.")
        units = of(sent(newer), OTHER, "The governor has yet to speak.")

        [one] = change(units)

        assert one.found is not None
        assert one.found.version.pk == newer.pk
        assert one.found.row.text.startswith("Newer: ")
        assert one.doubts == ()


class TestMeanwhile:
    def test_articles_are_locked_first_in_their_order(
        self, version: Version, editor: User
    ) -> None:
        other = made(OTHER, RAIN)
        units = [*of(sent(other), OTHER, "X."), *of(sent(version), OTHER, "Y.")]
        assert version.article_id < other.article_id

        with CaptureQueriesContext(connection) as queries:
            returned_take(units=units, ticked=(), by=editor, file="a.xlf")

        said = [one["sql"] for one in queries if one["sql"].startswith("SELECT")]
        table = Article._meta.db_table
        assert f'FROM "{table}"' in said[0]
        assert "ORDER BY" in said[0]
        assert all(str(pk) in said[0] for pk in (version.article_id, other.article_id))

    def test_what_a_colleague_decided_while_we_waited_is_seen_and_doubted(
        self, version: Version, editor: User, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        units = of(sent(version), OTHER, "The governor has yet to speak.")
        assert [one.doubts for one in change(units)] == [()]
        [row] = places(version, OTHER)
        lock_articles = exchange.lock_articles

        def wait(units: list[Returned]) -> None:
            segment_decide(
                segment=row, kind=Decision.Kind.EDITED, by=editor, text="Ours."
            )
            lock_articles(units)

        monkeypatch.setattr(exchange, "lock_articles", wait)
        outcome = returned_take(units=units, ticked=(), by=editor, file="a.xlf")

        assert outcome.decisions == []
        assert [one.doubts for one in outcome.changes] == [(Doubt.NEWER,)]
        row.refresh_from_db()
        assert row.text == "Ours."
        assert Decision.objects.count() == 1

    def test_articles_that_never_were_are_none_of_ours(
        self, version: Version, editor: User
    ) -> None:
        [unit] = of(sent(version), OTHER, "X.")
        far = unit.id.replace(f"a{version.article_id}.", f"a{10**18 - 1}.", 1)
        outcome = returned_take(
            units=[replace(unit, id=far)], ticked=(), by=editor, file="a.xlf"
        )
        assert [one.fate for one in outcome.changes] == [Fate.GONE]
