"""
What machines are told of the site's health.
"""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.utils import timezone

from selaras_site.operations import health
from selaras_site.operations.beating import heartbeat_start
from selaras_site.operations.models import Heartbeat

pytestmark = pytest.mark.django_db


class TestLive:
    def test_the_process_answers_whatever_else_is_wrong(self, client, monkeypatch):
        """
        Restarting it would not bring the database back.
        """
        monkeypatch.setattr(health, "migrations_missing", unreachable)

        answer = client.get("/health/live")

        assert answer.status_code == 200
        assert answer.json() == {"status": "live"}
        assert "no-cache" in answer["Cache-Control"]


class TestReady:
    def test_with_a_worker_it_is(self, client):
        """
        Database, migrations, heartbeat.
        """
        heartbeat_start(worker="one")

        answer = client.get("/health/ready")

        assert answer.status_code == 200
        assert answer.json() == {"status": "ready", "reasons": []}

    def test_without_a_worker_it_is_not(self, client):
        """
        Articles would be published in one language only.
        """
        answer = client.get("/health/ready")

        assert answer.status_code == 503
        assert "No worker is alive" in answer.json()["reasons"][0]

    def test_a_silent_worker_is_none(self, client):
        """
        And the reason says for how long it has been silent.
        """
        heartbeat_start(worker="one")
        Heartbeat.objects.update(beat_at=timezone.now() - timedelta(seconds=90))

        reason = client.get("/health/ready").json()["reasons"][0]

        assert "90 s" in reason

    def test_a_database_that_is_gone_is_the_reason(self, client, monkeypatch):
        """
        In its first line, without the driver's page.
        """
        monkeypatch.setattr(health, "migrations_missing", unreachable)

        answer = client.get("/health/ready")

        assert answer.status_code == 503
        assert answer.json()["reasons"] == [
            "The database cannot be reached: connection refused"
        ]

    def test_a_database_that_is_older_is_the_reason(self, client, monkeypatch):
        """
        An upgrade that was not finished.
        """
        monkeypatch.setattr(health, "migrations_missing", lambda: ["articles.0002_x"])

        assert "articles.0002_x" in client.get("/health/ready").json()["reasons"][0]


class TestRequestId:
    def test_an_id_from_outside_comes_back(self, client):
        """
        So that a proxy's log and ours can be read together.
        """
        answer = client.get("/health/live", headers={"X-Request-ID": "abc-1.2_3"})

        assert answer["X-Request-ID"] == "abc-1.2_3"

    @pytest.mark.parametrize("told", ["", "a b", "x" * 65, "a\u00e9", '{"a":1}'])
    def test_anything_else_is_replaced(self, client, told):
        """
        Nothing from outside may forge a line of our log.
        """
        answer = client.get("/health/live", headers={"X-Request-ID": told})

        assert len(answer["X-Request-ID"]) == 32


def unreachable():
    raise OperationalError("connection refused\nIs the server running?")
