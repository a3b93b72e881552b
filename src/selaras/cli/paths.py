"""
Where the program keeps what it keeps for a user.
"""

import os
from pathlib import Path

from platformdirs import user_data_path


def memory_path() -> Path:
    """
    The translation memory's file: ``SELARAS_MEMORY``, else in the user's data folder.
    """
    told = os.environ.get("SELARAS_MEMORY", "")
    return Path(told) if told else user_data_path("selaras") / "memory.sqlite3"
