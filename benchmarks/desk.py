"""
The desk with 50,000 sentences in its queue: ``python -m benchmarks.desk``.

A newsroom of 1,000 articles in five languages, 20 sentences each, of which ten wait;
how often each was read is made up too, and all of it is seeded. Pages are answered in
process and kept nowhere: the median of many runs, the slowest, and the time of the
processor that one takes, here and in the database's own process, which says more where
the machine has other work. It is on SQLite in a new folder, or in the empty PostgreSQL
that ``DATABASE_URL`` names; the result of the other one stays in ``results/desk.json``.
"""

import json
import os
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.desk_rows import ARTICLES, SECTIONS, WAIT, fill
from benchmarks.machine import RESULTS, signature, write_result

if TYPE_CHECKING:
    from selaras_site.translations.models import QueueEntry

RUNS = 10
LIMIT = 100.0
"""
Milliseconds that a page may take.
"""

Figures = dict[str, float]


def main() -> None:
    """
    Make the newsroom, measure, print, and write ``results/desk.json``.
    """
    with tempfile.TemporaryDirectory() as folder:
        set_up(Path(folder))
        fill(random.Random(50_000))
        figures = {**pages(), **parts()}
        database = vendor()
    for name, value in figures.items():
        mark = "  < too slow" if name.endswith("_ms") and value > LIMIT else ""
        print(f"{name:44} {value:10.1f}{mark}")
    write_result("desk", {**kept(), database: result(figures)})


def result(figures: Figures) -> dict[str, Any]:
    """
    What was measured, and with what.
    """
    line = signature(database=vendor(), waiting=ARTICLES * 5 * WAIT, runs=RUNS)
    return {
        "signature": line,
        "load_average": round(os.getloadavg()[0], 2),
        "figures": {name: round(value, 2) for name, value in figures.items()},
    }


def kept() -> dict[str, Any]:
    """
    What was measured before, perhaps on another database.
    """
    path = RESULTS / "desk.json"
    return dict(json.loads(path.read_text("utf-8"))) if path.exists() else {}


def vendor() -> str:
    """
    The database's kind.
    """
    from django.db import connection

    return connection.vendor


def set_up(folder: Path) -> None:
    """
    An empty newsroom in a folder.
    """
    os.environ["SELARAS_DATA"] = str(folder)
    os.environ["SELARAS_LOG_LEVEL"] = "ERROR"
    os.environ["DJANGO_SETTINGS_MODULE"] = "selaras_site.config.settings.dev"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from selaras_site.articles.models import Article

    if Article.objects.exists():
        sys.exit("Expected an empty database; this one has articles.")


def pages() -> Figures:
    """
    Milliseconds of pages, answered in process: the median of many, and the slowest.

    The numbers beside the filters are kept for some seconds when a queue is so long;
    ``counted_anew`` is a page that has to count them.
    """
    from django.core.cache import cache
    from django.urls import reverse

    client = somebody()
    queue = reverse("desk:queue")
    figures: Figures = {}
    for name, query in asked().items():
        figures |= measured(f"queue_{name}", partial(get, client, queue, query))

    def anew() -> None:
        cache.clear()
        get(client, queue, "all=1")

    figures |= measured("queue_counted_anew", anew)
    sentence = reverse("desk:edit", args=[middle().pk])
    figures |= measured("sentence", lambda: get(client, sentence, "language=ja"))
    return figures


def asked() -> dict[str, str]:
    """
    What the queue is asked for: each filter, the first pages, and the last.
    """
    from selaras_site.accounts.models import User
    from selaras_site.articles.models import Article, Section
    from selaras_site.desk.queue_versions import grouped
    from selaras_site.translations.models import QueueEntry
    from selaras_site.translations.queueing import STANDING

    rows = QueueEntry.objects.order_by("-urgency", "segment_id")
    far, last = (place(rows[rows.count() - number]) for number in (60, 1))
    article = Article.objects.order_by("pk")[ARTICLES // 2].pk
    section = Section.objects.get(slug=SECTIONS[0]).pk
    versions = grouped({}, User.objects.earliest("pk"), None)
    return {
        "everything": "all=1",
        "last_page": f"behind={far}",
        "backwards": f"before={last}",
        "part": "part=counts&seen=9&" + "&".join(f"shown={r.pk}" for r in rows[:50]),
        **{f"language_{tag}": f"language={tag}" for tag in ("en", "ar")},
        "language_last_page": f"language=ja&behind={far}",
        "section": f"section={section}",
        **{f"cause_{one}": f"cause={one}" for one in QueueEntry.Cause.values},
        **{f"state_{one}": f"state={one}" for one in STANDING},
        "state_and_rare_cause": "state=stale&cause=reported",
        "all_filters": f"language=ja&section={section}&cause=reported&state=live",
        "nothing_found": f"language=ja&section={10**6}",
        "article": f"article={article}",
        "mine": "seat=mine",
        "free": "seat=free",
        "by_version": "by=version",
        "by_version_second_page": f"by=version&behind={versions_place(versions)}",
        "by_version_held": "by=version&state=held",
    }


def versions_place(versions: Sequence[Mapping[str, Any]]) -> str:
    """
    Where the second page of versions begins.
    """
    return f"{versions[-2]['top']!r}:{versions[-2]['version']}"


def place(entry: "QueueEntry") -> str:
    """
    Where an entry stands, as an address says it.
    """
    return f"{entry.urgency!r}:{entry.pk}"


def middle() -> "QueueEntry":
    """
    A sentence from the middle of the Japanese queue.
    """
    from selaras_site.translations.models import QueueEntry

    rows = QueueEntry.objects.filter(language="ja").order_by("-urgency", "segment_id")
    return rows[rows.count() // 2]


def somebody() -> Any:
    """
    A client of a chief who has a sentence open, beside ten others who have one.
    """
    from django.contrib.auth.models import Group
    from django.test import Client

    from selaras_site.accounts.models import User
    from selaras_site.accounts.roles import CHIEF, roles_make
    from selaras_site.translations.models import QueueEntry
    from selaras_site.translations.seats import seat_take

    roles_make()
    people = [User.objects.create_user(f"orang{n}", password="x") for n in range(11)]
    for user, entry in zip(people, QueueEntry.objects.all()[:11], strict=True):
        seat_take(segment=entry.segment, by=user)
    people[0].groups.add(Group.objects.get(name=CHIEF))
    client = Client(headers={"host": "localhost"})
    client.force_login(people[0])
    return client


def get(client: Any, address: str, query: str) -> None:
    """
    Ask for a page.
    """
    answer = client.get(f"{address}?{query}")
    if answer.status_code != 200:
        raise RuntimeError(f"{address}?{query} answered {answer.status_code}.")


def measured(name: str, run: Callable[[], object]) -> Figures:
    """
    Milliseconds of many runs, after one that fills what is filled once.
    """
    run()
    begun = processor_time()
    times = [milliseconds(run) for _ in range(RUNS)]
    used = processor_time() - begun
    return {
        f"{name}_ms": statistics.median(times),
        f"{name}_slowest": max(times),
        f"{name}_processor": 1000 * used / RUNS,
    }


def processor_time() -> float:
    """
    Seconds of a processor that this process and its database's used.
    """
    return time.process_time() + server_time()


def server_time() -> float:
    """
    Those of the PostgreSQL that answers, where it is on this machine.
    """
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0.0
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (number,) = cursor.fetchone()
    stat = Path(f"/proc/{number}/stat")
    if not stat.exists():
        return 0.0
    words = stat.read_text().rpartition(")")[2].split()
    ticks = int(words[11]) + int(words[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def milliseconds(run: Callable[[], object]) -> float:
    """
    How long one run takes.
    """
    begun = time.perf_counter()
    run()
    return 1000 * (time.perf_counter() - begun)


def parts() -> Figures:
    """
    What comes next, and what workers do to the queue.
    """
    from selaras_site.accounts.models import User
    from selaras_site.desk.queue import next_for
    from selaras_site.translations import queueing

    user, entry = User.objects.earliest("pk"), middle()
    article = entry.version.article_id
    figures = {
        **measured("next_of_everything", lambda: next_for(user, {})),
        **measured("next_behind", lambda: next_for(user, {"language": "ja"}, entry)),
        **measured("fill_of_an_article", lambda: queueing.queue_fill(article)),
    }
    figures |= telling()
    return figures


def telling() -> Figures:
    """
    Seconds to tell all urgencies anew: when all changed, and when nothing did.

    And the milliseconds that others wait for it at most.
    """
    from django.utils import timezone

    from selaras_site.translations import queueing

    held = []

    def write(changed: Any, write: Callable[..., None] = queueing.write) -> None:
        held.append(milliseconds(lambda: write(changed)))

    queueing.write = write
    later = timezone.now() + timedelta(days=1)
    tell = queueing.queue_tell_urgency
    return {
        "tell_all_seconds": milliseconds(lambda: tell(later)) / 1000,
        "tell_again_seconds": milliseconds(lambda: tell(later)) / 1000,
        "tell_longest_transaction": max(held),
    }


if __name__ == "__main__":
    main()
