"""
A real newsroom, a real browser: the whole site in processes of its own, and Chromium.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from selaras_site.cli.demonstrating import POLICY

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))),
    None,
)

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

PATIENCE = 60.0
"""
Seconds that anything may take before a test gives up: a bound, not a claim.
"""


@dataclass(frozen=True)
class Newsroom:
    """
    A running newsroom: its address, its folder, and an account of an editor.
    """

    address: str
    folder: Path
    name: str
    password: str
    environment: dict[str, str]

    def do(self, *words: str, typed: str = "") -> None:
        """
        Run a command of the newsroom, as its operator.
        """
        site(self.environment, *words, typed=typed)


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """
    A newsroom with the model in the box and no article, as an operator sets it up.
    """
    folder = tmp_path_factory.mktemp("newsroom")
    port = free_port()
    address = f"http://localhost:{port}"
    environment = {
        **os.environ,
        "SELARAS_DATA": str(folder),
        "SELARAS_URL": address,
        "SELARAS_POLICY": str(POLICY),  # the model in the box is small
        "DJANGO_SETTINGS_MODULE": "selaras_site.config.settings.dev",
    }
    environment.pop("DATABASE_URL", None)
    name, password = "sari", "kata-sandi-panjang-7"
    site(environment, "init")
    site(environment, "createuser", name, "--role", "editor", typed=password)
    running = [
        start(environment, folder, "worker"),
        start(environment, folder, "run", "--bind", f"127.0.0.1:{port}"),
    ]
    try:
        wait_for(address)
        yield Newsroom(address, folder, name, password, environment)
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait(timeout=60)


def site(environment: dict[str, str], *words: str, typed: str = "") -> None:
    subprocess.run(
        [sys.executable, "-m", "selaras_site.cli", *words],
        env=environment,
        input=f"{typed}\n",
        text=True,
        check=True,
        capture_output=True,
    )


def start(
    environment: dict[str, str], folder: Path, *words: str
) -> "subprocess.Popen[bytes]":
    with (folder / f"{words[0]}.log").open("wb") as log:
        return subprocess.Popen(
            [sys.executable, "-m", "selaras_site.cli", *words],
            env=environment,
            stdout=log,
            stderr=log,
        )


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"Nothing answers at {address}.")


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """
    The demonstration, as ``make demo`` starts it; its address once all is live.
    """
    folder = tmp_path_factory.mktemp("demo")
    port = free_port()
    environment = {**os.environ, "SELARAS_DATA": str(folder), "PYTHONUNBUFFERED": "1"}
    environment.pop("DATABASE_URL", None)
    environment.pop("SELARAS_POLICY", None)
    process = start(environment, folder, "demo", "--port", str(port))
    address = f"http://localhost:{port}"
    try:
        until = time.monotonic() + 4 * PATIENCE
        while b"Ctrl-C" not in (folder / "demo.log").read_bytes():
            assert time.monotonic() < until, "The demonstration did not start in time."
            assert process.poll() is None, (folder / "demo.log").read_text()
            time.sleep(0.3)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=60)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """
    Headless Chromium of the system.

    For one file, not for all that run: while Playwright is open, a loop runs in this
    thread, and Django refuses to touch a database beside one.
    """
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed.")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser, newsroom: Newsroom) -> Iterator[Page]:
    """
    A page in a context of its own; a script's error fails the test.
    """
    context = browser.new_context(
        base_url=newsroom.address, viewport={"width": 1280, "height": 900}
    )
    errors: list[str] = []
    opened = context.new_page()
    opened.set_default_timeout(PATIENCE * 1000)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    yield opened
    context.close()
    assert errors == []
