"""
``selaras-site demo``: a whole newsroom on this machine, to try out.
"""

import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from selaras.cli.terminal import answers, say, screen
from selaras_site.cli.starting import DEV, site
from selaras_site.operations.processes import free_port

if TYPE_CHECKING:
    from selaras_site.accounts.models import User
    from selaras_site.operations.demo.running import Running

POLICY = Path(__file__).parents[1] / "operations" / "demo" / "policy.toml"
"""
What goes live with ``--show-all``: more than a newsroom would let.
"""

LEASE = "20"
"""
Seconds after which the work of a killed worker is taken over: the model is quick.
"""


def demo(
    port: Annotated[
        int, typer.Option(min=1, max=65535, help="Where to listen.")
    ] = 8000,
    no_wait: Annotated[
        bool,
        typer.Option("--no-wait", help="Tell the address before versions are live."),
    ] = False,
    exit_after_ready: Annotated[
        bool, typer.Option("--exit-after-ready", help="Look at two pages, then stop.")
    ] = False,
    show_all: Annotated[
        bool,
        typer.Option(
            "--show-all",
            help="Let live what you write too, unless hardly anything passed.",
        ),
    ] = False,
) -> None:
    """
    Publish the example articles in six languages on this machine. Ctrl-C stops it.

    The gate is the careful one that every newsroom begins with. What it holds of the
    examples is shown all the same, and told. Everything is kept in build/site (or
    SELARAS_DATA), and used again the next time.
    """
    chosen = port_for(port)
    settle(chosen, show_all=show_all)
    with stopping_on_signals(), site():
        newsroom(chosen, no_wait=no_wait, exit_after_ready=exit_after_ready)


def port_for(wanted: int) -> int:
    """
    The port that was asked for; the next free one if it is taken, and say so.
    """
    try:
        chosen = free_port(wanted)
    except OSError as error:
        raise typer.BadParameter(f"{error}. Name another with --port.") from error
    if chosen != wanted:
        say(f"Port {wanted} is in use; taking {chosen} instead.")
    return chosen


def settle(port: int, *, show_all: bool = False) -> None:
    """
    Settings of a demonstration, whatever the environment is set up for otherwise.

    A demo never touches another database than its own file.
    """
    os.environ.pop("DATABASE_URL", None)
    os.environ["DJANGO_SETTINGS_MODULE"] = DEV
    os.environ["SELARAS_URL"] = f"http://localhost:{port}"
    if show_all:
        os.environ["SELARAS_POLICY"] = str(POLICY)
    os.environ.setdefault("SELARAS_LEASE_SECONDS", LEASE)
    os.environ["SELARAS_LOG_LEVEL"] = "WARNING"


@contextmanager
def stopping_on_signals() -> Iterator[None]:
    """
    Let the signals that end us end us in order, as Ctrl-C does.
    """

    def interrupt(number: int, frame: Any) -> None:
        raise KeyboardInterrupt

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, interrupt)
    yield


def newsroom(port: int, *, no_wait: bool, exit_after_ready: bool) -> None:
    """
    Set everything up, start it, and stay until told to stop.
    """
    from selaras_site.operations.demo import running as demonstration

    data = data_folder()
    with demonstration.only_one(data):
        folder, editor, password = prepare(data)
        with demonstration.started(data, port=port) as running:
            publish(folder, editor)
            demonstration.wait_until(
                running, lambda: demonstration.answers(running), "No answer"
            )
            if exit_after_ready or not no_wait:
                wait_for_versions(running, editor)
            tell(running.address, password)
            if exit_after_ready:
                for path in demonstration.check_pages(running):
                    say(f"200 {path}")
                return
            stay(running, editor)


def data_folder() -> Path:
    """
    The folder that everything is kept in, made if need be.
    """
    from django.conf import settings

    from selaras_site.operations.setting_up import folders_make

    folders_make()
    return Path(settings.MEDIA_ROOT).parent


def prepare(data: Path) -> tuple[Path, "User", str]:
    """
    Tables, roles, sections, account: the examples, the editor and its password.
    """
    from selaras_site.operations.demo.content import account_make, examples_folder
    from selaras_site.operations.setting_up import set_up

    folder = examples_folder()
    with screen().status("Setting up the newsroom ..."):
        set_up()
        editor, password = account_make(data / "demo-password")
    return folder, editor, password


def publish(folder: Path, editor: "User") -> None:
    """
    Publish the examples that are not published yet, while server and worker start.
    """
    from selaras_site.operations.demo.content import publish_stories

    with screen().status("Publishing ...") as status:
        for article in publish_stories(folder, by=editor):
            status.update(f"Publishing: {escape(article.headline)}")


def wait_for_versions(running: "Running", editor: "User") -> None:
    """
    Show how versions come until the first story is there in all languages.
    """
    from selaras_site.operations.demo import running as demonstration
    from selaras_site.operations.demo.showing import show_what_is_held

    with bar("Translating") as (progress, task):

        def is_there() -> bool:
            show_what_is_held(by=editor)
            return demonstration.is_first_complete(
                lambda done, whole: progress.update(task, completed=done, total=whole)
            )

        demonstration.wait_until(
            running, is_there, "No article is there in all languages"
        )


@contextmanager
def bar(text: str) -> Iterator[tuple[Progress, Any]]:
    """
    A bar that counts versions.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=screen(), transient=True) as progress:
        yield progress, progress.add_task(text, total=None)


def tell(address: str, password: str) -> None:
    """
    Where everything is, and what to try.
    """
    told = password or "(the one that you gave it)"
    lines = (
        f"[bold]Selaras is running: {address}[/]",
        f"  in English           {address}/en/",
        f"  in Arabic            {address}/ar/",
        f"  newsroom             {address}/newsroom/",
        f"  account, password    [bold]editor[/], [bold]{told}[/]",
        "",
        policy_told(),
        "",
        "Try next: read an article in English and look at the Indonesian behind a "
        "sentence; report an error in one.",
        "In the newsroom, change a number in an article and publish it again: only "
        "its sentence is translated anew.",
        "Ctrl-C stops everything; what is there is kept for the next time.",
    )
    for line in lines:
        answers().print(line, soft_wrap=True)


def policy_told() -> str:
    """
    Which policy says what goes live here.
    """
    chosen = os.environ.get("SELARAS_POLICY", "")
    if not chosen:
        return (
            "The gate is the careful default: what it doubts of your articles waits in "
            "the newsroom for you to release. Of the examples, you see that too."
        )
    if chosen == str(POLICY):
        return "What goes live is as --show-all says: more than a newsroom would let."
    return f"What goes live is as SELARAS_POLICY says: {chosen}."


def stay(running: "Running", editor: "User") -> None:
    """
    Count the versions that still come, say what the gate did, then wait to be stopped.
    """
    from selaras_site.operations.demo.running import counts
    from selaras_site.operations.demo.showing import (
        show_what_is_held,
        told_of_the_gate,
    )

    with bar("Translating the rest") as (progress, task):
        done, whole = counts()
        while done < whole:
            progress.update(task, completed=done, total=whole)
            running.check()
            show_what_is_held(by=editor)
            time.sleep(1)
            done, whole = counts()
    show_what_is_held(by=editor)
    told = told_of_the_gate()
    say(
        f"All versions are there. The gate let {told.live} live by itself and held "
        f"{told.held}, which are shown all the same: each article's history says so."
    )
    while True:
        running.check()
        time.sleep(1)
