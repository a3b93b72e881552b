"""
Look at everything that a newsroom needs, and say of each what it is and what to do.

An examination is a function that gives answers; it never raises what it can explain.
"""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path

from django.conf import settings
from django.core import checks
from django.db import DatabaseError, connection
from django.db.models import Min
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from selaras.engines import Request
from selaras.errors import SelarasError
from selaras.languages import TARGETS
from selaras.memory import Memory
from selaras.pipeline.composing import composed
from selaras_site.operations import health
from selaras_site.operations.models import Heartbeat
from selaras_site.operations.restoring import UNFINISHED
from selaras_site.translations import gating
from selaras_site.translations.models import State, Version
from selaras_site.translations.routing import broken_routes


class Verdict(Enum):
    """
    How it is.
    """

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """
    What was looked at, how it is, and what to do where that is anything.
    """

    name: str
    verdict: Verdict
    text: str
    advice: str = ""


Examination = Callable[[], Iterator[Answer]]

NEEDS_DATABASE = "Look at DATABASE_URL, and whether the database runs."
SENTENCE = "Gempa bermagnitudo 5,6 mengguncang Cianjur."
PATIENCE = timedelta(minutes=10)
OLDEST = (3, 11)
GIGABYTE = 1024**3
BUILT_AFTER = datetime(2025, 1, 1, tzinfo=UTC)


def ok(name: str, text: str) -> Answer:
    """
    All is well.
    """
    return Answer(name=name, verdict=Verdict.OK, text=text)


def warn(name: str, text: str, advice: str) -> Answer:
    """
    It works, but it should not stay so.
    """
    return Answer(name=name, verdict=Verdict.WARN, text=text, advice=advice)


def fail(name: str, text: str, advice: str) -> Answer:
    """
    It does not work.
    """
    return Answer(name=name, verdict=Verdict.FAIL, text=text, advice=advice)


def examine() -> Iterator[Answer]:
    """
    Every examination in turn; what needs the database is left out if there is none.
    """
    for examination in ALONE:
        yield from examination()
    answers = list(database())
    yield from answers
    if all(answer.verdict is Verdict.OK for answer in answers):
        for examination in WITH_DATABASE:
            yield from examination()
    yield from engine()


def python() -> Iterator[Answer]:
    """
    The interpreter.
    """
    told = f"{platform.python_version()} at {sys.executable}"
    if sys.version_info[:2] < OLDEST:
        yield fail("python", told, "Selaras needs Python 3.11 or newer.")
    else:
        yield ok("python", told)


def configuration() -> Iterator[Answer]:
    """
    What Django says of the settings; in production also what it says of safety.
    """
    name = os.environ.get("DJANGO_SETTINGS_MODULE", "")
    is_production = name.endswith(".production")
    found = [
        message
        for message in checks.run_checks(include_deployment_checks=is_production)
        if message.level >= checks.WARNING
        and not message.is_silenced()
        and message.id != gating.BROKEN  # that one has an examination of its own
    ]
    for message in found:
        answer = fail if message.level >= checks.ERROR else warn
        yield answer("settings", f"{message.id}: {message.msg}", message.hint or "")
    if not found:
        yield ok("settings", name)
    if not is_production and settings.SITE_URL.startswith("https://"):
        yield warn(
            "settings",
            f"{settings.SITE_URL} is served with settings that are not for production",
            "Set DJANGO_SETTINGS_MODULE=selaras_site.config.settings.production.",
        )


def policy() -> Iterator[Answer]:
    """
    Whether the gate has a policy that can be read.
    """
    found = gating.policy_check()
    if found:
        yield fail("policy", str(found[0].msg), gating.ADVICE)
        return
    rules = len(gating.current_policy().rules)
    told = settings.SELARAS_POLICY or "the default"
    yield ok("policy", f"{told}, {rules} rules")


def clock() -> Iterator[Answer]:
    """
    This machine's clock, as far as it can be doubted.
    """
    now = timezone.now()
    told = timezone.localtime(now).strftime("%Y-%m-%d %H:%M %Z")
    if now < BUILT_AFTER:
        yield fail(
            "clock", told, "That is before this program was made. Set the clock."
        )
    else:
        yield ok("clock", told)


def disk() -> Iterator[Answer]:
    """
    Room where the newsroom's files are.
    """
    folder = existing(Path(settings.MEDIA_ROOT))
    room = shutil.disk_usage(folder).free / GIGABYTE
    told = f"{room:.1f} GB free at {folder}"
    if room < 0.2:
        yield fail("disk", told, "Make room now: writing will fail.")
    elif room < 2:
        yield warn("disk", told, "Make room soon.")
    else:
        yield ok("disk", told)


def media() -> Iterator[Answer]:
    """
    Whether pictures can be kept.
    """
    folder = Path(settings.MEDIA_ROOT)
    try:
        with tempfile.TemporaryFile(dir=folder):
            yield ok("media", f"{folder} can be written to")
    except OSError as error:
        advice = "Run `selaras-site init`, or give this user the right to write there."
        yield fail("media", f"{folder}: {error.strerror}", advice)


def restored() -> Iterator[Answer]:
    """
    Whether a restore was cut short.
    """
    marker = Path(settings.MEDIA_ROOT).parent / UNFINISHED
    if marker.exists():
        yield fail(
            "restore",
            "a restore was cut short; data may be of two times",
            f"Restore again with --force. What was there before is in "
            f"{marker.parent}/.restore-*/before.",
        )


def routes() -> Iterator[Answer]:
    """
    The engines of languages that have one of their own, where they cannot be made.
    """
    for language, name, why in broken_routes():
        yield warn(
            "engine",
            f"{language}: {name}: {why}",
            "The first engine serves it. Mend it, or move the language back.",
        )


def memory() -> Iterator[Answer]:
    """
    Whether what was translated can be remembered.
    """
    path = Path(settings.SELARAS_MEMORY)
    if not path.parent.is_dir():
        yield fail("memory", f"{path.parent} is not there", "Run `selaras-site init`.")
        return
    if path.exists() and not os.access(path, os.W_OK):
        yield fail(
            "memory", f"{path} cannot be written to", "Change its owner or rights."
        )
        return
    try:
        with Memory(path):
            yield ok("memory", str(path))
    except SelarasError as error:
        yield fail("memory", str(error), "Move the file away; a new one will be made.")


def database() -> Iterator[Answer]:
    """
    Whether the database is there and up to date.
    """
    try:
        missing = health.migrations_missing()
    except DatabaseError as error:
        yield fail("database", health.first_line(error), NEEDS_DATABASE)
        return
    if missing:
        told = f"{len(missing)} migrations are missing, {missing[0]} first"
        yield fail("database", told, "Run `selaras-site init`.")
    else:
        yield ok("database", f"{connection.vendor}, up to date")


def worker() -> Iterator[Answer]:
    """
    Whether somebody translates.
    """
    alive = health.workers_alive()
    if alive:
        yield ok("worker", f"{len(alive)} alive, on {hosts(alive)}")
    else:
        yield fail("worker", health.worker_reason(), "Start `selaras-site worker`.")
    if ahead := [beat for beat in alive if beat.age < timedelta(seconds=-5)]:
        yield warn(
            "clock",
            f"the clock of {hosts(ahead)} is ahead of this one",
            "Let all machines set their clocks from the same servers.",
        )


def hosts(beats: list[Heartbeat]) -> str:
    """
    The machines of workers.
    """
    return ", ".join(sorted({beat.host for beat in beats}))


def versions() -> Iterator[Answer]:
    """
    Versions that wait too long, and those that wait for a person.
    """
    before = timezone.now() - PATIENCE
    work = Version.objects.filter(state__in=(State.PENDING, State.TRANSLATING))
    if stuck := work.filter(created_at__lt=before).count():
        yield fail(
            "versions",
            f"{stuck} have waited longer than {PATIENCE.seconds // 60} minutes",
            "Look at the workers' logs; start more of them if they are busy.",
        )
    else:
        yield ok("versions", f"{work.count()} wait, none too long")
    if held := Version.objects.filter(state=State.HELD).count():
        yield warn("versions", f"{held} are held", "Somebody at the desk must look.")


def tasks() -> Iterator[Answer]:
    """
    How old the oldest task is that could run.
    """
    oldest = DBTaskResult.objects.ready().aggregate(at=Min("enqueued_at"))["at"]
    age = timezone.now() - oldest if oldest else timedelta()
    told = f"the oldest has waited {age.total_seconds():.0f} s"
    if age > PATIENCE:
        yield fail("tasks", told, "Start a worker, or more of them.")
    elif age > timedelta(minutes=1):
        yield warn("tasks", told, "More workers would make versions come sooner.")
    else:
        yield ok("tasks", told if oldest else "none waits")


def engine() -> Iterator[Answer]:
    """
    Whether the engine translates a sentence into each language, memory aside.
    """
    names = settings.SELARAS_ENGINE
    try:
        with composed(names) as translator:
            found = translator.translate(
                [Request(text=SENTENCE, target=t) for t in TARGETS]
            )
    except SelarasError as error:
        yield fail("engine", str(error), "Look at SELARAS_ENGINE and its keys.")
        return
    empty = [
        t for t, said in zip(TARGETS, found, strict=True) if not said[0].text.strip()
    ]
    if empty:
        advice = "Try another engine (SELARAS_ENGINE)."
        yield fail("engine", f"{names} says nothing in {', '.join(empty)}", advice)
    else:
        yield ok("engine", f"{names}: “{found[0][0].text}”")


def existing(path: Path) -> Path:
    """
    The path, or its nearest parent that is there.
    """
    return next(p for p in (path, *path.parents) if p.exists())


ALONE: tuple[Examination, ...] = (
    python,
    configuration,
    policy,
    clock,
    disk,
    media,
    memory,
    restored,
)
WITH_DATABASE: tuple[Examination, ...] = (worker, versions, tasks, routes)
