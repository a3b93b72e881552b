"""
What people did to a sentence of an article, from the first decision to the last.

``selaras_site.translations.decisions`` says which decision counts. Whoever learns from
decisions must also know what was taken back, and what the machine had said first.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from django.db import transaction

from selaras.languages import Tag
from selaras_site.translations.models import Decision

Seen = TypeVar("Seen")

Where = tuple[int, str, str]
"""
An article, a language and the key of a sentence.
"""

KEPT = (Decision.Kind.ACCEPTED, Decision.Kind.EDITED)
"""
Decisions with a text that readers see.
"""


@dataclass(slots=True)
class History:
    """
    The decisions about one sentence: those that stand on each other, and those undone.

    ``first`` has, for each decision, what stood there before anybody had decided.
    ``left`` is the decision that was taken back last, if nobody did anything since.
    """

    standing: list[Decision] = field(default_factory=list)
    undone: list[Decision] = field(default_factory=list)
    first: dict[int, str] = field(default_factory=dict)
    left: Decision | None = None

    @property
    def counts(self) -> Decision | None:
        """
        The decision that counts now.
        """
        return self.standing[-1] if self.standing else None

    @property
    def all(self) -> list[Decision]:
        """
        Every decision but those that take one back.
        """
        return [*self.standing, *self.undone]

    def add(self, decision: Decision) -> None:
        """
        What was done next.
        """
        if decision.kind != Decision.Kind.REOPENED:
            bottom = self.standing[0] if self.standing else decision
            self.first[decision.pk] = self.first.get(bottom.pk, decision.before)
            self.standing.append(decision)
            self.left = None
        elif self.standing:
            self.left = self.standing.pop()
            self.undone.append(self.left)


def histories(decisions: Iterable[Decision]) -> dict[Where, History]:
    """
    The histories of sentences, from decisions in the order in which they were made.
    """
    found: dict[Where, History] = {}
    for one in decisions:
        where = (one.article_id, one.language, one.source_key)
        found.setdefault(where, History()).add(one)
    return found


def history_of(decision: Decision) -> History:
    """
    All that was done to the sentence of a decision.
    """
    where = (decision.article_id, decision.language, decision.source_key)
    return histories_at([where]).get(where, History())


def histories_at(places: Iterable[Where]) -> dict[Where, History]:
    """
    What was done to sentences. Where nothing was, there is no history.
    """
    asked = set(places)
    rows = Decision.objects.filter(
        article__in={article for article, _language, _key in asked},
        language__in={language for _article, language, _key in asked},
        source_key__in={key for _article, _language, key in asked},
    ).order_by("pk")
    found = histories(rows.select_related("made_by", "taken_from"))
    return {where: history for where, history in found.items() if where in asked}


ATTEMPTS = 3
"""
How often decisions are looked at again because others came meanwhile.
"""


def look_and_write(
    language: Tag, look: Callable[[], Seen], write: Callable[[Seen], bool]
) -> bool:
    """
    Look at many decisions without a lock, and write what they say in a transaction.

    Nothing old is written over something new: if somebody decided between the look and
    the writing, it is done again. Whoever goes on deciding counts again behind us.
    """
    for _attempt in range(ATTEMPTS):
        newest, seen = newest_decision(language), look()
        with transaction.atomic():
            if newest == newest_decision(language):
                return write(seen)
    with transaction.atomic():
        return write(look())


def newest_decision(language: Tag) -> int:
    """
    The last decision about a sentence in a language; 0 if there is none.
    """
    rows = Decision.objects.filter(language=language).order_by("-pk")
    return rows.values_list("pk", flat=True).first() or 0
