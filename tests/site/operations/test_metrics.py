"""
Measurements, and who may see them.
"""

from datetime import timedelta

import pytest
from django.utils import timezone
from prometheus_client.parser import text_string_to_metric_families

from newsroom import names
from selaras_site.articles.models import Article, Section
from selaras_site.operations.beating import heartbeat_start
from selaras_site.translations.models import Snapshot, State, Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def versions():
    section = Section.objects.create(slug="nasional")
    article = Article.objects.create(section=section, headline=names()[0], slug="a")
    now = timezone.now()
    snapshot = Snapshot.objects.create(
        article=article, revision_id=1, content={}, made_at=now - timedelta(seconds=4)
    )

    def make(language, state, **values):
        return Version.objects.create(
            article=article, snapshot=snapshot, language=language, state=state, **values
        )

    return [
        make("en", State.LIVE, made_at=now, live_at=now),
        make("fr", State.LIVE, made_at=now, live_at=now),
        make("ar", State.PENDING, leased_until=now),
        # Released by a person, whose time is not ours.
        make("ja", State.LIVE, made_at=now - timedelta(minutes=9), live_at=now),
    ]


def measured(client, **headers):
    text = client.get("/metrics", headers=headers).content.decode()
    return {
        (sample.name, *sorted(sample.labels.values())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


class TestMeasurements:
    def test_versions_are_counted_by_state_and_language(self, client, versions):
        """
        Each as it is now.
        """
        found = measured(client)

        assert found["selaras_versions", "en", "live"] == 1
        assert found["selaras_versions", "ar", "pending"] == 1

    def test_the_delay_is_that_of_the_machine(self, client, versions):
        """
        Two went live by themselves, four seconds after publishing.
        """
        found = measured(client)

        assert found["selaras_publish_to_live_seconds_bucket", "2.0"] == 0
        assert found["selaras_publish_to_live_seconds_bucket", "5.0"] == 2
        assert found["selaras_publish_to_live_seconds_bucket", "+Inf"] == 2

    def test_waiting_is_measured_from_its_beginning(self, client, versions):
        """
        Nothing waits: nought.
        """
        Version.objects.filter(language="ar").update(
            created_at=timezone.now() - timedelta(seconds=100)
        )
        assert 100 <= measured(client)["selaras_oldest_waiting_seconds",] < 110

        Version.objects.filter(language="ar").delete()
        assert measured(client)["selaras_oldest_waiting_seconds",] == 0

    def test_requests_are_counted_by_view_and_never_by_address(self, client):
        """
        There are as many addresses as anybody likes to ask for.
        """
        for number in range(3):
            client.get(f"/nothing/{number}/at/all")

        found = measured(client)

        assert found["selaras_requests_total", "404", "none"] >= 3
        assert not any("nothing" in part for key in found for part in key)

    def test_workers_are_there(self, client):
        """
        With their silence.
        """
        heartbeat_start(worker="one")

        (silence,) = [v for k, v in measured(client).items() if k[0].startswith(WORKER)]

        assert 0 <= silence < 5


WORKER = "selaras_worker_silence"


class TestGuard:
    def get(self, client, **extra):
        return client.get("/metrics", **extra).status_code

    @pytest.mark.parametrize("address", ["127.0.0.1", "::1", "10.1.2.3", "192.168.0.9"])
    def test_the_private_network_may(self, client, address):
        """
        Where Prometheus runs.
        """
        assert self.get(client, REMOTE_ADDR=address) == 200

    @pytest.mark.parametrize("address", ["8.8.8.8", "2001:4860:4860::8888", "", "x"])
    def test_others_may_not(self, client, address):
        """
        They count how much a newsroom publishes.
        """
        assert self.get(client, REMOTE_ADDR=address) == 403

    def test_who_comes_through_a_proxy_may_not(self, client):
        """
        The address that we see is then the proxy's, whoever asks.
        """
        headers = {"X-Forwarded-For": "8.8.8.8"}

        assert self.get(client, REMOTE_ADDR="127.0.0.1", headers=headers) == 403

    def test_with_a_token_only_the_token_counts(self, client, settings):
        """
        From anywhere.
        """
        settings.SELARAS_METRICS_TOKEN = "kunci"
        right = {"Authorization": "Bearer kunci", "X-Forwarded-For": "8.8.8.8"}
        wrong = {"Authorization": "Bearer kunc\u00ed"}

        assert self.get(client, REMOTE_ADDR="8.8.8.8", headers=right) == 200
        assert self.get(client, REMOTE_ADDR="127.0.0.1") == 403
        assert self.get(client, REMOTE_ADDR="127.0.0.1", headers=wrong) == 403
