"""
Workers die and others finish their work; nothing is lost and nothing is done twice.
"""

import signal
import time
from datetime import timedelta

import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from operations.sites import until

from selaras_site.operations import beating
from selaras_site.operations.models import Heartbeat
from selaras_site.translations import tasks

LIVE = ["live"] * 5


class TestKilled:
    def test_another_worker_finishes_what_a_killed_one_began(self, site):
        """
        With the model in the box: killed in the middle, done by the next, once.
        """
        site.variables |= {"SELARAS_LEASE_SECONDS": "3", "SELARAS_WORKER_SILENCE": "3"}
        article = site.publish("dis-006")

        with site.started("worker") as first:
            until(lambda: "translating" in site.states())
            first.send_signal(signal.SIGKILL)
            first.wait()
        assert "live" not in site.states()
        assert site.rows("SELECT * FROM translations_segment") == []

        with site.started("worker") as second:
            until(lambda: site.states() == LIVE)
            until(lambda: not site.rows(UNFINISHED))
            second.send_signal(signal.SIGTERM)
            assert second.wait(timeout=30) == 0

        versions = site.rows(
            "SELECT language, attempts, sentences, "
            "(SELECT count(*) FROM translations_segment WHERE version_id = v.id) "
            "FROM translations_version v WHERE article_id = ?",
            article,
        )
        assert sorted(row[0] for row in versions) == ["ar", "en", "fr", "ja", "zh"]
        assert all(attempts == 2 for _, attempts, _, _ in versions)
        assert all(sentences == count > 0 for *_, sentences, count in versions)

    def test_one_that_is_asked_to_stop_finishes_its_task_first(self, site):
        """
        And takes its heartbeat away, so that nobody waits for it.
        """
        site.publish("reg-022")

        with site.started("worker") as worker:
            until(lambda: "translating" in site.states())
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(timeout=60) == 0

        assert site.states() == LIVE
        assert site.rows("SELECT * FROM operations_heartbeat") == []

    def test_publishing_is_seen_at_once(self, site):
        """
        A worker that waits begins within a fraction of a second.
        """
        with site.started("worker"):
            until(lambda: site.rows("SELECT * FROM operations_heartbeat"))
            site.publish("reg-022")
            until(lambda: site.states() == LIVE)

        ((waited,),) = site.rows(
            "SELECT (julianday(started_at) - julianday(enqueued_at)) * 86400 "
            "FROM django_tasks_database_dbtaskresult "
            "WHERE task_path LIKE '%translate_snapshot'"
        )
        assert waited < 2


UNFINISHED = (
    "SELECT * FROM django_tasks_database_dbtaskresult "
    "WHERE status IN ('READY', 'RUNNING')"
)


@pytest.mark.django_db
class TestRescue:
    def running(self, *workers):
        tasks.index_versions.enqueue(1)
        task = DBTaskResult.objects.get()
        task.status, task.worker_ids = TaskResultStatus.RUNNING, list(workers)
        task.started_at = timezone.now()
        task.save()
        return task

    def test_the_task_of_a_worker_that_is_gone_runs_again(self):
        """
        A heartbeat that is old is no heartbeat.
        """
        task = self.running("gone")
        beating.heartbeat_start(worker="gone")
        Heartbeat.objects.update(beat_at=timezone.now() - timedelta(minutes=5))

        assert beating.tasks_rescue() == 1

        task.refresh_from_db()
        assert task.status == TaskResultStatus.READY

    def test_the_task_of_one_that_works_is_left(self):
        """
        However long it takes.
        """
        task = self.running("before", "alive")
        beating.heartbeat_start(worker="alive")

        assert beating.tasks_rescue() == 0

        task.refresh_from_db()
        assert task.status == TaskResultStatus.RUNNING

    def test_a_task_that_kills_workers_is_left_as_failed(self):
        """
        Or it would kill them all, for ever.
        """
        task = self.running(*("one", "two", "three", "four", "five"))

        beating.tasks_rescue()

        task.refresh_from_db()
        assert task.status == TaskResultStatus.FAILED
        assert "5 workers" in task.traceback


@pytest.mark.django_db
class TestErrands:
    def test_what_fails_in_one_does_not_stop_the_others(self):
        """
        A heartbeat must not end because something else went wrong.
        """
        calm = beating.Beating(worker="one")

        calm.run(beating.Errand(lambda: 1 / 0, 1))

        assert not calm.stopped.is_set()

    def test_an_errand_waits_for_its_time(self):
        """
        Rounds are short; some errands are rare.
        """
        done = []
        errand = beating.Errand(lambda: done.append(time.monotonic()), 3600)
        calm = beating.Beating(worker="one")

        calm.run(errand)
        calm.run(errand)

        assert len(done) == 1

    def test_old_results_are_forgotten(self):
        """
        And only old ones that are finished.
        """
        for status, days in (("SUCCESSFUL", 8), ("SUCCESSFUL", 1), ("READY", 8)):
            tasks.index_versions.enqueue(1)
            newest = DBTaskResult.objects.order_by("-enqueued_at")[0]
            newest.status = status
            newest.finished_at = timezone.now() - timedelta(days=days)
            newest.save()

        beating.forget()

        assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == [
            "READY",
            "SUCCESSFUL",
        ]
