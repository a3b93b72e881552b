"""
How readers are counted: who counts, what is kept of them, and that nothing is lost.
"""

import os
import subprocess
import sys
import threading
from collections import Counter
from datetime import date, timedelta

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from public.factories import make_article, make_version

from selaras_site.public import counting
from selaras_site.public.addresses import at
from selaras_site.public.counting import Gathering, counted, is_reader
from selaras_site.translations.models import Readership
from selaras_site.translations.readership import (
    all_views,
    readership_add,
    readership_forget,
    views_of,
)

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
PHONES = (
    "Mozilla/5.0 (Linux; Android 14; CUBOT_X18_Plus) AppleWebKit/537.36 Chrome/120.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Safari/604",
    "Opera/9.80 (J2ME/MIDP; Opera Mini/9.80) Presto/2.12",
)
MACHINES = (
    "",
    "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)",
    "facebookexternalhit/1.1",
    "WhatsApp/2.23.20",
    "TelegramBot (like TwitterBot)",
    "curl/8.5.0",
    "python-requests/2.32",
    "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0",
    "Feedly/1.0",
)
TODAY = date(2026, 6, 15)


@pytest.fixture
def gathered(monkeypatch):
    """
    What this test's views gather, written when the test says so.
    """
    fresh = Gathering(save=readership_add, process=os.getpid())
    monkeypatch.setattr(counting, "GATHERED", fresh)
    return fresh


@pytest.fixture
def article(section):
    article = make_article(section)
    make_version(article, "en")
    return article


def ask(method="GET", browser=FIREFOX, **headers):
    return RequestFactory().generic(
        method, "/", headers={"User-Agent": browser, **headers}
    )


class TestWhoCounts:
    @pytest.mark.parametrize("browser", [FIREFOX, *PHONES])
    def test_people_do(self, browser):
        assert is_reader(ask(browser=browser))

    @pytest.mark.parametrize("browser", MACHINES)
    def test_machines_do_not(self, browser):
        assert not is_reader(ask(browser=browser))

    def test_who_asks_for_the_head_does_not(self):
        assert not is_reader(ask("HEAD"))

    @pytest.mark.parametrize(
        "header", [{"Sec-Purpose": "prefetch;prerender"}, {"Purpose": "prefetch"}]
    )
    def test_pages_fetched_ahead_do_not(self, header):
        assert not is_reader(ask(**header))
        assert is_reader(ask(**{"Sec-Purpose": "navigate"}))

    @pytest.mark.parametrize(
        ("status", "many"), [(200, 1), (301, 0), (404, 0), (410, 0)]
    )
    def test_only_of_pages_that_are_there(self, gathered, status, many):
        view = counted(lambda *asked, **parts: HttpResponse(status=status))
        view(ask(), language="en", id=7)
        assert gathered.views.total() == many

    def test_nobody_where_the_site_does_not_count(self, gathered, settings):
        settings.SELARAS_COUNT_SECONDS = 0
        view = counted(lambda *asked, **parts: HttpResponse())
        view(ask(), language="en", id=7)
        assert not gathered.views


@pytest.mark.django_db
class TestPages:
    def test_a_page_that_is_read_counts(self, client, article, gathered):
        for language in ("en", "id", "id"):
            address = client.get(at(language, "short", id=article.pk))["Location"]
            answer = client.get(address, headers={"User-Agent": FIREFOX})
            assert answer.status_code == 200
            assert not answer.cookies

        gathered.empty()

        assert views_of(article.pk) == {"en": 1, "id": 2}

    def test_counting_takes_no_query(
        self, client, article, gathered, django_assert_num_queries
    ):
        address = client.get(at("en", "short", id=article.pk))["Location"]
        with CaptureQueriesContext(connection) as plain:
            client.get(address)
        with django_assert_num_queries(len(plain)):
            client.get(address, headers={"User-Agent": FIREFOX})
        assert gathered.views.total() == 1

    def test_who_asks_again_whether_it_changed_reads_again(
        self, client, article, gathered
    ):
        address = client.get(at("en", "short", id=article.pk))["Location"]
        first = client.get(address, headers={"User-Agent": FIREFOX})
        again = client.get(
            address,
            headers={"User-Agent": FIREFOX, "If-None-Match": first["ETag"]},
        )
        assert again.status_code == 304
        assert gathered.views.total() == 2


@pytest.mark.django_db
class TestWriting:
    def test_adds_to_what_is_there(self, article, django_assert_num_queries):
        day = (article.pk, "en", TODAY)
        with django_assert_num_queries(4):  # with the transaction's two
            assert readership_add({day: 3, (article.pk, "fr", TODAY): 1}) == 4
        readership_add({day: 2})
        assert Readership.objects.get(language="en").views == 5
        assert Readership.objects.count() == 2

    def test_what_is_about_nothing_is_dropped(self, article):
        views = {
            (article.pk, "en", TODAY): 1,
            (article.pk, "xx", TODAY): 1,
            (10**9, "en", TODAY): 1,
        }
        assert readership_add(views) == 1
        assert readership_add({}) == 0

    def test_takes_many_days(self, section):
        articles = [make_article(section, f"Berita {n}") for n in range(3)]
        views = {
            (article.pk, language, TODAY - timedelta(days=day)): 2
            for article in articles
            for language in ("id", "en", "ja")
            for day in range(40)
        }
        assert readership_add(views) == 2 * len(views)
        assert Readership.objects.count() == len(views) == 360

    def test_old_days_are_forgotten(self, article):
        today = timezone.localdate()
        days = [today, today - timedelta(days=8), today - timedelta(days=200)]
        readership_add({(article.pk, "en", day): 1 for day in days})
        assert readership_forget() == 1
        assert all_views() == {(article.pk, "en"): 1}


class TestGathering:
    def test_many_threads_lose_nothing(self):
        written = Counter()
        gathering = Gathering(save=written.update)

        def read():
            for number in range(500):
                gathering.add((number % 7, "en", TODAY))
                if number % 50 == 0:
                    gathering.empty()

        threads = [threading.Thread(target=read) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        gathering.empty()
        assert written.total() == 4000

    def test_what_cannot_be_written_is_kept(self):
        def fail(views):
            raise OSError("The database is away.")

        gathering = Gathering(save=fail)
        gathering.add((1, "en", TODAY))
        assert gathering.empty() == 0
        gathering.add((1, "en", TODAY))

        written = Counter()
        gathering.save = written.update
        assert gathering.empty() == 2
        assert written == {(1, "en", TODAY): 2}

    def test_has_an_end(self, monkeypatch):
        monkeypatch.setattr(counting, "MOST", 3)
        gathering = Gathering(save=lambda views: None)
        for number in range(10):
            gathering.add((number, "en", TODAY))
            gathering.add((0, "en", TODAY))
        assert len(gathering.views) == 3
        assert gathering.views[0, "en", TODAY] == 11

    def test_a_thread_writes_by_itself(self, monkeypatch):
        monkeypatch.setattr(counting.atexit, "register", lambda call: None)
        written = threading.Event()
        gathering = Gathering(save=lambda views: written.set())
        gathering.add((1, "en", TODAY))
        gathering.keep_writing(0.01)
        gathering.keep_writing(0.01)
        assert written.wait(10)
        names = [thread.name for thread in threading.enumerate()]
        assert names.count("counting") == 1

    def test_a_process_that_ends_writes(self, tmp_path):
        """
        A process of its own, with a long time between writes, that just ends.
        """
        script = (
            "import sys\n"
            "from datetime import date\n"
            "from pathlib import Path\n"
            "import django\n"
            "django.setup()\n"
            "from selaras_site.public.counting import Gathering\n"
            "save = lambda views: Path(sys.argv[1]).write_text(str(views.total()))\n"
            "gathering = Gathering(save=save)\n"
            "gathering.add((1, 'en', date(2026, 6, 15)))\n"
            "gathering.keep_writing(3600)\n"
        )
        subprocess.run(
            [sys.executable, "-c", script, tmp_path / "n"],
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "selaras_site.config.settings.test",
            },
            check=True,
        )
        assert (tmp_path / "n").read_text() == "1"

    def test_a_fork_begins_with_nothing(self):
        gathering = Gathering(save=lambda views: None, process=os.getpid())
        gathering.add((1, "en", TODAY))
        gathering.begin_anew()
        assert not gathering.views
        assert gathering.process == 0
