"""
What became of a harvest; no Django here.
"""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """
    What became of an article, or of a picture of one.
    """

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    WITHDRAWN = "withdrawn"
    OFFERED = "offered"
    REFUSED = "refused"
    PICTURE = "picture"


TOLD = frozenset({Kind.OFFERED, Kind.REFUSED, Kind.PICTURE})
"""
What is told one by one, with a reason.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """
    What became of one of them. ``passes`` where it may go well the next time.
    """

    kind: Kind
    external_id: str = ""
    title: str = ""
    where: str = ""
    reason: str = ""
    article_id: int | None = None
    passes: bool = False


@dataclass(slots=True)
class Report:
    """
    What became of all of them: how many, and what has to be told.

    ``is_whole`` unless something failed that may go well the next time.
    """

    counts: Counter[Kind] = field(default_factory=Counter)
    told: list[Outcome] = field(default_factory=list)
    is_whole: bool = True

    def add(self, outcome: Outcome) -> None:
        """
        Count an outcome, and keep it if it has to be told.
        """
        self.counts[outcome.kind] += 1
        self.is_whole &= not outcome.passes
        if outcome.kind in TOLD:
            self.told.append(outcome)

    @property
    def articles(self) -> int:
        """
        How many articles there were.
        """
        return self.counts.total() - self.counts[Kind.PICTURE]
