"""
A throw-away PostgreSQL, for tests that must see the real one.

``postgres_url()`` starts a cluster of its own in a temporary folder, listening on a
unix socket alone, and gives the address of an empty database in it. Nothing is left.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

PLACES = ("/usr/lib/postgresql/*/bin", "/opt/homebrew/opt/postgresql*/bin")
NOBODY = "nobody"
FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


class PostgresMissing(Exception):
    """
    There is no PostgreSQL to start on this machine; the message is a reason to skip.
    """


@contextmanager
def postgres_url(database: str = "selaras") -> Iterator[str]:
    """
    The address of an empty database in a cluster that goes away afterwards.

    Raises ``PostgresMissing`` where none can be started.
    """
    programs = programs_folder()
    user = server_user()
    # Not the test's own folder: a socket's path is short, and another user must get in.
    folder = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    try:
        hand_over(folder, user)
        data, log = folder / "data", folder / "log"
        run_as(
            user,
            [
                programs / "initdb",
                "-D",
                data,
                "-U",
                "selaras",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "--no-sync",
            ],
        )
        options = f"-c listen_addresses= -k {folder} {FAST}"
        control = [programs / "pg_ctl", "-D", data, "-w", "-s"]
        run_as(user, [*control, "-l", log, "-o", options, "start"])
        try:
            run_as(
                user, [programs / "createdb", "-h", folder, "-U", "selaras", database]
            )
            yield f"postgresql://selaras@{quote(str(folder), safe='')}/{database}"
        finally:
            run_as(user, [*control, "-m", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def programs_folder() -> Path:
    """
    Where the server's programs are; the newest.
    """
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    found_all = [path for place in PLACES for path in Path("/").glob(place[1:])]
    if not found_all:
        raise PostgresMissing("PostgreSQL's server is not on this machine")
    return max(found_all, key=lambda path: path.parent.name.zfill(8))


def server_user() -> str | None:
    """
    The user to run the server as: it refuses root. Nothing if we are not root.
    """
    if os.geteuid() != 0:
        return None
    if not shutil.which("runuser"):
        raise PostgresMissing("PostgreSQL refuses root, and there is no runuser")
    return NOBODY


def hand_over(folder: Path, user: str | None) -> None:
    """
    Give a folder to the server's user.
    """
    if user:
        entry = pwd.getpwnam(user)
        os.chown(folder, entry.pw_uid, entry.pw_gid)
    folder.chmod(0o755)


def run_as(user: str | None, command: Sequence[str | Path]) -> None:
    """
    Run a program of PostgreSQL.
    """
    words = [str(word) for word in command]
    if user:
        words = ["runuser", "-u", user, "--", *words]
    # Into a file, not a pipe: the server that pg_ctl leaves behind would keep it open.
    with tempfile.TemporaryFile() as output:
        done = subprocess.run(
            words, stdin=subprocess.DEVNULL, stdout=output, stderr=output, cwd="/"
        )
        output.seek(0)
        assert done.returncode == 0, output.read().decode(errors="replace")
