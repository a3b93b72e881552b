"""
What is scheduled happens: once, and whatever happens to others.
"""

import os
import threading
from datetime import timedelta

import pytest
from django.db import connection, connections
from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision

from newsroom import ByHeart, draft, published
from selaras_site.articles.models import Article
from selaras_site.operations import timetable
from selaras_site.operations.timetable import Timetable
from selaras_site.translations.models import Version

PAST = timedelta(minutes=1)
LOGGED = "wagtail.publish.scheduled"


def scheduled(name):
    """
    An article that was approved for a time that has come.
    """
    article = draft(name)
    revision = article.latest_revision
    revision.approved_go_live_at = timezone.now() - PAST
    revision.save(update_fields=["approved_go_live_at"])
    return article


@pytest.mark.django_db
class TestDue:
    def test_what_is_due_is_published_and_taken_down(self, engine: ByHeart):
        """
        With what follows from both; what is not due stays.
        """
        over = published("dis-201")
        Article.objects.filter(pk=over.pk).update(expire_at=timezone.now() - PAST)
        come = scheduled("dis-202")
        waits = draft("dis-203")
        waits.latest_revision.approved_go_live_at = timezone.now() + PAST
        waits.latest_revision.save(update_fields=["approved_go_live_at"])

        assert Timetable().keep() == 2

        over.refresh_from_db()
        come.refresh_from_db()
        waits.refresh_from_db()
        assert (over.live, over.expired) == (False, True)
        assert come.live
        assert not waits.live
        assert Version.objects.filter(article=come, state="pending").count() == 5
        assert not Version.objects.filter(article=over).exclude(state="withdrawn")
        assert Timetable().keep() == 0

    def test_one_that_fails_stops_no_other(self, engine: ByHeart, monkeypatch, caplog):
        """
        It is logged, left alone for a minute, and tried again.
        """
        broken, sound = scheduled("dis-201"), scheduled("dis-202")
        publish = Revision.publish

        def fail(revision, **options):
            if revision.object_id == str(broken.pk):
                Article.objects.filter(pk=broken.pk).update(headline="half done")
                raise ValueError("broken")
            publish(revision, **options)

        monkeypatch.setattr(Revision, "publish", fail)
        keeping = Timetable()

        assert keeping.keep() == 1

        sound.refresh_from_db()
        broken.refresh_from_db()
        assert sound.live
        assert not broken.live
        assert broken.headline != "half done"
        assert "schedule_not_kept" in caplog.text
        caplog.clear()
        assert keeping.keep() == 0
        assert "schedule_not_kept" not in caplog.text

        monkeypatch.undo()
        later = timezone.now() + timetable.AGAIN_AFTER + PAST
        monkeypatch.setattr(timetable.timezone, "now", lambda: later)
        assert keeping.keep() == 1

    def test_one_that_cannot_be_taken_down_stops_no_other(
        self, engine: ByHeart, monkeypatch
    ):
        """
        Neither of those to be taken down, nor of those to be published.
        """
        broken, over = published("dis-201"), published("dis-202")
        Article.objects.update(expire_at=timezone.now() - PAST)
        come = scheduled("dis-203")
        unpublish = Article.unpublish

        def fail(article, **options):
            if article.pk == broken.pk:
                raise ValueError("broken")
            unpublish(article, **options)

        monkeypatch.setattr(Article, "unpublish", fail)

        assert Timetable().keep() == 2

        live = set(Article.objects.filter(live=True).values_list("pk", flat=True))
        assert live == {broken.pk, come.pk}
        assert not Article.objects.get(pk=over.pk).live


@pytest.mark.skipif(
    "SELARAS_TESTS_ALONE" not in os.environ, reason="Empties the database: run alone."
)
@pytest.mark.django_db(transaction=True)
class TestTogether:
    def test_several_workers_publish_it_once(self, engine: ByHeart):
        """
        They all see that it is due, and one does it.
        """
        article = scheduled("dis-201")
        due = threading.Barrier(4)
        done = []

        def work():
            try:
                key = timetable.keys_of(timetable.STEPS[1])[0]
                due.wait(timeout=20)
                done.append(Timetable().step(timetable.STEPS[1], key))
            finally:
                connections.close_all()

        workers = [threading.Thread(target=work) for _ in range(4)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join(timeout=60)

        assert sorted(done) == [False, False, False, True], connection.vendor
        assert ModelLogEntry.objects.filter(action=LOGGED).count() == 1
        assert Version.objects.filter(article=article).count() == 5
