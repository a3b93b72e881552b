"""
Run the tests of the site on a real PostgreSQL: ``python tests/site/on_postgres.py``.

Where PostgreSQL is not installed there is nothing to run, and it says so.
"""

import os
import subprocess
import sys
from pathlib import Path

from postgres import PostgresMissing, postgres_url

HERE = Path(__file__).parent
ROOMS = (
    "translations",
    "public",
    "desk",
    "ingest",
    "operations/test_scheduling.py",
)


def main(options: list[str]) -> int:
    """
    The exit status of pytest, or 0 where there is no PostgreSQL.
    """
    command = [sys.executable, "-m", "pytest", *options]
    try:
        with postgres_url() as address:
            environment = {**os.environ, "DATABASE_URL": address}
            rooms = [str(HERE / room) for room in ROOMS]
            return subprocess.run([*command, *rooms], env=environment).returncode
    except PostgresMissing as missing:
        sys.stdout.write(f"Not tested on PostgreSQL: {missing}\n")
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
