"""
What the memory has that is like a sentence that somebody corrects.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from selaras.errors import MemoryUnusable
from selaras.memory import Match, Memory
from selaras_site.desk.differences import Piece, difference
from selaras_site.translations.models import Segment

MATCHES = 3
ALIKE = 0.6
"""
From which likeness on a sentence of the memory is worth reading.
"""


@dataclass(frozen=True, slots=True)
class Remembered:
    """
    A sentence of the memory that is like the one before us.
    """

    percent: int
    source: Sequence[Piece]
    text: str
    by_person: bool
    author: str


def matches_of(segment: Segment) -> list[Remembered]:
    """
    What the memory has that is like the sentence; nothing where it cannot be read.
    """
    path = Path(settings.SELARAS_MEMORY)
    if not path.exists():
        return []
    try:
        with Memory(path) as memory:
            found = memory.fuzzy(
                segment.source,
                target=segment.version.language,
                threshold=ALIKE,
                limit=MATCHES + 1,
            )
    except MemoryUnusable:
        return []
    return [
        remembered(match, segment)
        for match in found
        if match.entry.translation != segment.text and is_news(match)
    ][:MATCHES]


def is_news(match: Match) -> bool:
    """
    Whether a match tells more than that a machine translated this very sentence before.
    """
    return match.entry.level == "human" or match.score < 1


def remembered(match: Match, segment: Segment) -> Remembered:
    """
    A match as it is shown: what its source has that ours has not.
    """
    return Remembered(
        percent=int(100 * match.score),
        source=difference(match.entry.text, segment.source, "id"),
        text=match.entry.translation,
        by_person=match.entry.level == "human",
        author=match.entry.author,
    )
