"""
The queue as somebody asks for it, and what comes next in it.
"""

from collections.abc import Mapping

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from selaras.languages import TARGETS
from selaras_site.accounts.models import User
from selaras_site.translations.models import QueueEntry, Seat
from selaras_site.translations.queueing import STANDING

FILTERS = ("language", "section", "cause", "state", "article")
"""
What the queue can be narrowed by, as the address of its page says it.
"""


def waiting(asked: Mapping[str, str]) -> QuerySet[QueueEntry]:
    """
    The sentences that wait, the most urgent first.

    What is asked wrongly is passed over.
    """
    rows = QueueEntry.objects.filter(version__state__in=STANDING)
    if asked.get("language") in TARGETS:
        rows = rows.filter(language=asked["language"])
    if asked.get("cause") in QueueEntry.Cause.values:
        rows = rows.filter(cause=asked["cause"])
    if asked.get("state") in STANDING:
        rows = rows.filter(version__state=asked["state"])
    if section := number_in(asked.get("section", "")):
        rows = rows.filter(section=section)
    if article := number_in(asked.get("article", "")):
        rows = rows.filter(version__article=article)
    return rows


def next_for(
    user: User, asked: Mapping[str, str], after: QueueEntry | None = None
) -> QueueEntry | None:
    """
    The most urgent sentence that nobody else has open; behind another one, if asked.
    """
    rows = waiting(asked).exclude(Exists(seats_of_others(user)))
    if after is not None:
        rows = rows.exclude(pk=after.pk)
        behind = Q(urgency__lt=after.urgency) | Q(
            urgency=after.urgency, segment__gt=after.pk
        )
        rows = rows.filter(behind)
    return rows.first()


def seats_of_others(user: User) -> QuerySet[Seat]:
    """
    The seats at a sentence of the queue that somebody else is in now.
    """
    return Seat.objects.filter(
        segment=OuterRef("segment"), until__gt=timezone.now()
    ).exclude(by=user)


def number_in(text: str) -> int:
    """
    A number that an address brings; 0 is none.
    """
    is_number = text.isascii() and text.isdigit() and len(text) < 19
    return int(text) if is_number else 0
