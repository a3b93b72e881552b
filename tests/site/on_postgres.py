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

EMPTYING = (
    HERE / "translations" / "test_races.py",
    HERE / "translations" / "test_exchange_races.py",
    HERE / "operations" / "test_scheduling.py",
)
"""
Tests of several connections at once. They leave an empty database, so they run alone.
"""


def main(options: list[str]) -> int:
    """
    The exit status of pytest, or 0 where there is no PostgreSQL.
    """
    command = [sys.executable, "-m", "pytest", *options]
    try:
        with postgres_url() as address:
            environment = {**os.environ, "DATABASE_URL": address}
            rooms = [str(HERE / room) for room in ROOMS]
            together = subprocess.run([*command, *rooms], env=environment).returncode
            alone = subprocess.run(
                [sys.executable, "-m", "pytest", "-q", *map(str, EMPTYING)],
                env={**environment, "SELARAS_TESTS_ALONE": "1"},
            ).returncode
            return together or alone
    except PostgresMissing as missing:
        sys.stdout.write(f"Not tested on PostgreSQL: {missing}\n")
        return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
