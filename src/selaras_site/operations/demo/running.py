"""
The demonstration as it runs: a server, a worker, and who watches them.
"""

import fcntl
import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
from django.db.models import Count, Q, QuerySet

from selaras.languages import TARGETS
from selaras_site.articles.models import Article
from selaras_site.operations.demo.content import SOURCE
from selaras_site.operations.errors import NotSetUp, ProgramFailed
from selaras_site.operations.processes import Child, start, stop
from selaras_site.translations.models import COMING, PUBLIC, State, Version

PATIENCE = 120.0
"""
Seconds that the demonstration may take to be ready before it says that something hangs.
"""

LOGGED = {"SELARAS_LOG_LEVEL": "INFO"}
"""
What server and worker write into files, where it disturbs nobody.
"""

Show = Callable[[int, int], None]
"""
Told how many versions are finished, and of how many.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """
    The processes, and where to reach them.
    """

    address: str
    children: tuple[Child, ...]

    def check(self) -> None:
        """
        Raise ``ProgramFailed``, with its last words, if one has ended.
        """
        for child in self.children:
            if child.has_ended:
                raise ProgramFailed(
                    f"The {child.name} ended by itself. The end of {child.log}:\n"
                    f"{child.last_words()}"
                )


@contextmanager
def only_one(data: Path) -> Iterator[None]:
    """
    Refuse to run twice on the same data.
    """
    with (data / "demo.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise NotSetUp(
                f"A demo runs already with the data in {data}. Stop it first, or set "
                "SELARAS_DATA to another folder."
            ) from None
        yield


@contextmanager
def started(data: Path, *, port: int) -> Iterator[Running]:
    """
    Start server and worker; stop both at the end, whatever that is.
    """
    children: list[Child] = []
    bind = f"127.0.0.1:{port}"
    try:
        for name, arguments in {
            "worker": ["worker"],
            "server": ["run", "--bind", bind, "--workers", "2"],
        }.items():
            log = data / f"demo-{name}.log"
            children.append(start(name, arguments, variables=LOGGED, log=log))
        yield Running(address=f"http://localhost:{port}", children=tuple(children))
    finally:
        stop(children)


def wait_until(running: Running, is_so: Callable[[], bool], what: str) -> None:
    """
    Wait for something, as long as all processes run and patience lasts.
    """
    until = time.monotonic() + PATIENCE
    while not is_so():
        running.check()
        if time.monotonic() > until:
            logs = ", ".join(str(child.log) for child in running.children)
            raise ProgramFailed(f"{what} after {PATIENCE:.0f} s. Look at {logs}.")
        time.sleep(0.2)


def answers(running: Running) -> bool:
    """
    Whether the server answers at all.
    """
    try:
        return httpx.get(f"{running.address}/health/live", timeout=5).is_success
    except httpx.TransportError:
        return False


def is_first_complete(show: Show) -> bool:
    """
    Whether a story of ours is there in all languages; tells how far the others are.
    """
    show(*counts())
    return complete().exists()


def counts() -> tuple[int, int]:
    """
    Versions that are finished, and all that are wanted.
    """
    newest = Version.objects.exclude(state=State.REPLACED)
    coming = newest.filter(state__in=[s for s in COMING if s != State.HELD]).count()
    whole = newest.count()
    return whole - coming, whole


def complete() -> QuerySet[Article]:
    """
    Stories of ours that readers have in every language.
    """
    whole: QuerySet[Article] = (
        Article.objects.filter(source_name=SOURCE, live=True)
        .annotate(
            public=Count(
                "versions", filter=Q(versions__state__in=PUBLIC), distinct=True
            )
        )
        .filter(public=len(TARGETS))
        .order_by("-first_published_at")
    )
    return whole


def check_pages(running: Running) -> list[str]:
    """
    Ask for the pages that readers ask for first; their addresses.

    Raises ``ProgramFailed`` if one does not answer as it must.
    """
    with httpx.Client(base_url=running.address, timeout=30) as client:
        asked = [page(client, "/"), page(client, "/en/")]
        home = client.get("/en/").text
        article = complete()[0]
        found = re.findall(rf'href="([^"]*/en/[^"]*/{article.pk}(?:/[^"]*)?)"', home)
        if not found:
            raise ProgramFailed(f"/en/ has no link to the article {article.pk}.")
        asked.append(page(client, httpx.URL(found[0]).path))
    return asked


def page(client: httpx.Client, path: str) -> str:
    """
    Expect a page at a path.
    """
    answer = client.get(path)
    if answer.status_code != httpx.codes.OK:
        raise ProgramFailed(f"Expected 200 from {path}, got {answer.status_code}.")
    return path
