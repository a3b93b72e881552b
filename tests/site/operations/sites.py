"""
A whole site in a folder of its own, run through its command line in real processes.
"""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[3]

PUBLISH = """
import django; django.setup()
from django.utils import timezone
from selaras_site.operations.demo import content
from selaras_site.accounts.models import User
user, _ = User.objects.get_or_create(username="penulis", is_superuser=True)
told = content.stories(content.examples_folder(), now=timezone.now())
story = next(story for story in told if story.name == {name!r})
print(content.story_publish(story=story, by=user).pk)
"""


@dataclass
class Site:
    """
    A site's data, and what the environment says of it.
    """

    data: Path
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        kept = {k: v for k, v in os.environ.items() if k not in UNWANTED}
        return {**kept, "SELARAS_DATA": str(self.data), **SETTINGS, **self.variables}

    @property
    def database(self) -> Path:
        return self.data / "newsroom.sqlite3"

    def run(self, *arguments: str, said: str = "", timeout: float = 150):
        return subprocess.run(
            [sys.executable, "-m", "selaras_site.cli", *arguments],
            env=self.environment,
            cwd=ROOT,
            input=said,
            capture_output=True,
            text=True,
            timeout=timeout,
        )

    @contextmanager
    def started(self, *arguments: str):
        """
        A process that is killed at the end if it still runs.
        """
        log = self.data.with_name(f"{self.data.name}-{time.monotonic_ns()}.log")
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "selaras_site.cli", *arguments],
                env=self.environment,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        process.log = log
        try:
            yield process
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
            process.wait()

    def publish(self, name: str) -> int:
        """
        Publish an example article; its id.
        """
        done = subprocess.run(
            [sys.executable, "-c", PUBLISH.format(name=name)],
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        return int(done.stdout)

    def rows(self, query: str, *values: object) -> list[tuple]:
        address = f"{self.database.as_uri()}?mode=ro"
        with closing(sqlite3.connect(address, uri=True, timeout=20)) as database:
            return database.execute(query, values).fetchall()

    def states(self) -> list[str]:
        query = "SELECT state FROM translations_version ORDER BY id"
        return [state for (state,) in self.rows(query)]


UNWANTED = {
    *("DATABASE_URL", "SELARAS_SECRET_KEY", "SELARAS_PARENT"),
    *("SELARAS_LOG_JSON", "SELARAS_POLICY"),
}
SETTINGS = {"DJANGO_SETTINGS_MODULE": "selaras_site.config.settings.dev"}


def until(is_so, *, seconds: float = 90, every: float = 0.02):
    """
    Wait for something to be so; what it was when it was.
    """
    end = time.monotonic() + seconds
    while not (found := is_so()):
        assert time.monotonic() < end, "it did not come to be so in time"
        time.sleep(every)
    return found


def processes_of(data: Path) -> list[int]:
    """
    Processes that were given a site's folder (Linux).
    """
    mark = f"SELARAS_DATA={data}\0".encode()
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark in (folder / "environ").read_bytes() + b"\0":
                found.append(int(folder.name))
        except OSError:
            continue
    return found


def last_json(text: str) -> dict:
    """
    The last line of a log that is JSON.
    """
    lines = [line for line in text.splitlines() if line.startswith("{")]
    return json.loads(lines[-1])
