"""
Two at once on one article. SQLite lets one write after the other; PostgreSQL does not.
"""

import os
import threading
from collections.abc import Callable

import pytest
from django.db import connection, connections

from newsroom import ByHeart, publish, published, story
from selaras.languages import TARGETS
from selaras_site.translations import translating
from selaras_site.translations.models import Snapshot, State, Version

ALONE = "SELARAS_TESTS_ALONE"

pytestmark = [
    pytest.mark.skipif(
        ALONE not in os.environ, reason="Empties the database: run alone."
    ),
    pytest.mark.django_db(transaction=True),
]


def in_thread(work: Callable[[], object]) -> threading.Thread:
    def run() -> None:
        try:
            work()
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def test_a_publication_while_a_worker_writes_is_not_missed(
    engine: ByHeart, monkeypatch: pytest.MonkeyPatch
) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has one writer at a time.")
    article = published()
    first = Snapshot.objects.get()
    write_segments = translating.write_segments
    threads = []

    def publish_meanwhile(made: translating.Made, risks: translating.Risks) -> None:
        article.headline = story("dis-203")[0]["id"]
        thread = in_thread(lambda: publish(article))
        threads.append(thread)
        thread.join(timeout=1.0)
        assert thread.is_alive(), "it waits for the lock of the article"
        write_segments(made, risks)

    monkeypatch.setattr(translating, "write_segments", publish_meanwhile)
    assert translating.translate(first.pk) == 5
    threads[0].join(timeout=30)
    assert not threads[0].is_alive()

    def languages(state: State) -> set[str]:
        rows = Version.objects.filter(state=state)
        return set(rows.values_list("language", flat=True))

    assert languages(State.STALE) == set(TARGETS)
    assert languages(State.PENDING) == set(TARGETS)
    assert languages(State.LIVE) == set()
