"""
Tell that an article was read: a number for a day, and nothing about who read it.

Views are gathered in the process and written by a thread of its own, every few seconds
and once more when the process ends in order: a page never waits for that. What a killed
process gathered since then is lost, which for an order of urgency is no harm.

No cookie is set or read; no address, browser or time of day is kept. Whoever says to be
a machine, and pages that a browser fetches before anybody asked for them, do not count.
Where a cache stands in front, only what it asks us for can be counted.
"""

import atexit
import os
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from threading import Event, Lock, Thread
from time import sleep
from typing import Any

import structlog
from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from selaras.languages import Tag
from selaras_site.translations.readership import Day, Views, readership_add

log = structlog.get_logger(__name__)

View = Callable[..., HttpResponse]

EVERY = 5.0
"""
Seconds between two writes, where the settings say nothing; 0 counts nobody.
"""

MANY = 500
"""
Days of articles that are written at once although it is not time yet.
"""

MOST = 20_000
"""
Days of articles that are kept while they cannot be written; no others count then.
"""

MACHINES = re.compile(
    # Cubot makes telephones.
    r"(?<!cu)bot(?![a-z0-9])|crawl|spider|slurp|archiver|preview|embedly|whatsapp/"
    r"|facebookexternalhit|monitor|uptime|lighthouse|headless|phantomjs|scrapy|curl/"
    r"|wget|httpie|libwww|python|aiohttp|httpx|okhttp|go-http|java/|ruby|perl/|axios"
    r"|node-fetch|\bfeed|\brss\b",
    re.IGNORECASE,
)
"""
Words by which programs that read by themselves call themselves.
"""

AHEAD = {"HTTP_SEC_PURPOSE": "prefetch", "HTTP_PURPOSE": "prefetch", "HTTP_X_MOZ": ""}
"""
What browsers say when they fetch a page that nobody has asked for yet.
"""


def counted(view: View) -> View:
    """
    Let a view of an article count its readers.
    """

    @wraps(view)
    def asked(request: HttpRequest, language: Tag, **parts: Any) -> HttpResponse:
        response = view(request, language, **parts)
        if response.status_code == OK and is_reader(request):
            article_read(article=parts["id"], language=language)
        return response

    return asked


OK = 200


def is_reader(request: HttpRequest) -> bool:
    """
    Whether somebody reads, as far as a request tells.
    """
    browser = str(request.META.get("HTTP_USER_AGENT", ""))
    if request.method != "GET" or not browser or MACHINES.search(browser):
        return False
    return not any(
        word in str(request.META.get(name, "")).lower()
        for name, word in AHEAD.items()
        if name in request.META
    )


def article_read(*, article: int, language: Tag) -> None:
    """
    Count one view of an article, where this site counts.
    """
    every = float(getattr(settings, "SELARAS_COUNT_SECONDS", EVERY))
    if every > 0:
        GATHERED.add((article, language, timezone.localdate()))
        GATHERED.keep_writing(every)


def write(views: Views) -> None:
    """
    Write what was gathered, through a connection that is not kept.
    """
    try:
        readership_add(views)
    finally:
        connection.close()


@dataclass(slots=True)
class Gathering:
    """
    What was read and is not written yet; ``save`` writes it, or raises.
    """

    save: Callable[[Views], object] = write
    views: Counter[Day] = field(default_factory=Counter)
    lock: Lock = field(default_factory=Lock)
    full: Event = field(default_factory=Event)
    process: int = 0

    def add(self, day: Day) -> None:
        """
        Count one view.
        """
        with self.lock:
            if day in self.views or len(self.views) < MOST:
                self.views[day] += 1
            is_much = len(self.views) >= MANY
        if is_much:
            self.full.set()

    def keep_writing(self, every: float) -> None:
        """
        See that a thread of this process writes, from the first view on.
        """
        if self.process == os.getpid():
            return
        with self.lock:
            if self.process == os.getpid():
                return
            self.process = os.getpid()
        atexit.register(self.empty)
        thread = Thread(target=self.go_on, args=(every,), name="counting", daemon=True)
        thread.start()

    def go_on(self, every: float) -> None:
        """
        Write every so many seconds; sooner when there is much, unless writing fails.
        """
        while True:
            self.full.wait(every)
            self.full.clear()
            if self.views and not self.empty():
                sleep(every)

    def begin_anew(self) -> None:
        """
        In a fork: its parent writes what the parent gathered, and may hold the lock.
        """
        self.views, self.lock, self.full = Counter(), Lock(), Event()
        self.process = 0

    def empty(self) -> int:
        """
        Write what there is; how many views. What cannot be written is kept for later.
        """
        with self.lock:
            views, self.views = self.views, Counter()
        if not views:
            return 0
        try:
            self.save(views)
        except Exception:
            log.exception("readers not counted", days=len(views))
            self.put_back(views)
            return 0
        return views.total()

    def put_back(self, views: Counter[Day]) -> None:
        """
        Take again what could not be written, as far as there is room.
        """
        with self.lock:
            for day, many in views.items():
                if day in self.views or len(self.views) < MOST:
                    self.views[day] += many


GATHERED = Gathering()
os.register_at_fork(after_in_child=GATHERED.begin_anew)
