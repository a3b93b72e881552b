"""
Cards on the disk: each is drawn once, and the one before it is thrown away.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Lock

import structlog
from django.conf import settings

log = structlog.get_logger(__name__)

DRAWING = Lock()
"""
A process draws one card at a time: many visitors of a new article cost one drawing.
"""


def card_path(language: str, id: int, name: str) -> Path:  # noqa: A002 - as in the address
    """
    Where a card lies: a folder for each article and language, a file for each content.
    """
    return Path(settings.SELARAS_CARDS) / language / str(id) / f"{name}.card"


def kept_card(path: Path, draw: Callable[[], bytes]) -> bytes:
    """
    The card at a path, drawn if it is not there.
    """
    if (found := read(path)) is not None:
        return found
    with DRAWING:
        if (found := read(path)) is not None:
            return found  # Another visitor's request drew it while we waited.
        card = draw()
        keep(path, card)
        return card


def read(path: Path) -> bytes | None:
    """
    A file's content, or nothing.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def keep(path: Path, card: bytes) -> None:
    """
    Write a card so that nobody ever reads half of it, then remove those before it.

    A disk that is full costs time, not the card.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, card)
        for old in path.parent.glob("*.card"):
            if old != path:
                old.unlink(missing_ok=True)
    except OSError as fault:
        log.warning("card_not_kept", path=str(path), reason=str(fault))


def write(path: Path, card: bytes) -> None:
    """
    Write to a name of its own, then give it its name.
    """
    handle, beside = tempfile.mkstemp(dir=path.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(card)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise
