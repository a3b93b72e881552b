"""
The queue as somebody asks for it, and what comes next in it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Self

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.http import urlencode

from selaras.languages import TARGETS
from selaras_site.accounts.models import User
from selaras_site.accounts.roles import languages_of
from selaras_site.desk.models import Unsaved
from selaras_site.translations.models import QueueEntry, Seat
from selaras_site.translations.queueing import STANDING

FILTERS = ("language", "section", "cause", "state", "article", "seat")
"""
What the queue can be narrowed by, as the address of its page says it.
"""

SEATS = ("mine", "free")
"""
What I have open or began to write, and what nobody else has open.
"""

BEGUN = 500
"""
Sentences that one person may have begun and not decided: more are not looked for.
"""


def asked_well(asked: Mapping[str, str]) -> dict[str, str]:
    """
    The filters of an address that mean something; what is asked wrongly is passed over.
    """
    return {
        name: asked[name]
        for name in FILTERS
        if asked.get(name) and KNOWN[name](asked[name])
    }


def asked_wrongly(asked: Mapping[str, str]) -> list[str]:
    """
    The filters of an address that mean nothing.
    """
    well = asked_well(asked)
    return [name for name in FILTERS if asked.get(name) and name not in well]


def number_in(text: str) -> int:
    """
    A number that an address brings; 0 is none.
    """
    is_number = text.isascii() and text.isdigit() and len(text) < 19
    return int(text) if is_number else 0


KNOWN = {
    "language": TARGETS.__contains__,
    "section": number_in,
    "cause": QueueEntry.Cause.values.__contains__,
    "state": STANDING.__contains__,
    "article": number_in,
    "seat": SEATS.__contains__,
}


def query_of(asked: Mapping[str, str], **more: str | int) -> str:
    """
    Filters as an address says them, in one order; empty values are left out.
    """
    given = {**asked_well(asked), **{k: str(v) for k, v in more.items()}}
    return urlencode({name: value for name, value in given.items() if value})


def waiting(
    asked: Mapping[str, str], user: User | None = None, *, gone_too: bool = False
) -> QuerySet[QueueEntry]:
    """
    The sentences that wait, the most urgent first.

    Who has them open is only asked for where it is known who asks. Sentences of
    versions that are gone stay in the queue for seconds, until a worker takes them out;
    not to ask for their versions is quicker, where those are looked at later.
    """
    well = asked_well(asked)
    rows = QueueEntry.objects.all()
    if not gone_too:
        rows = rows.filter(version__state__in=STANDING)
    if "language" in well:
        rows = rows.filter(language=well["language"])
    if "cause" in well:
        rows = rows.filter(cause=well["cause"])
    if "state" in well:
        rows = rows.filter(version__state=well["state"])
    if "section" in well:
        rows = rows.filter(section=number_in(well["section"]))
    if "article" in well:
        rows = rows.filter(version__article=number_in(well["article"]))
    if user is not None and (own := languages_of(user)) != frozenset(TARGETS):
        rows = rows.filter(language__in=own)
    if user is not None and "seat" in well:
        rows = rows.filter(
            Q(pk__in=mine_of(user))
            if well["seat"] == "mine"
            else ~Exists(seats_of_others(user))
        )
    # Not by the sentence, which Django takes for its place in the text.
    return rows.order_by("-urgency", "segment_id")


def mine_of(user: User) -> list[int]:
    """
    The sentences that somebody has open, or began to write and did not decide.
    """
    seats = Seat.objects.filter(by=user, until__gt=timezone.now())
    begun = Unsaved.objects.filter(by=user).order_by("-saved_at")[:BEGUN]
    return sorted(
        {*seats.values_list("segment", flat=True)}
        | {*begun.values_list("segment", flat=True)}
    )


def seats_of_others(user: User) -> QuerySet[Seat]:
    """
    The seats at a sentence of the queue that somebody else is in now.
    """
    return Seat.objects.filter(
        segment=OuterRef("segment"), until__gt=timezone.now()
    ).exclude(by=user)


def next_for(
    user: User, asked: Mapping[str, str], after: QueueEntry | None = None
) -> QueueEntry | None:
    """
    The most urgent sentence that nobody else has open; behind another one, if asked.
    """
    rows = waiting(asked, user).exclude(Exists(seats_of_others(user)))
    if after is None:
        return rows.first()
    found = behind(rows, Place(after.urgency, after.pk), 1)
    return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where something stands in an order: by urgency, and among equals by number.
    """

    urgency: float
    number: int

    def __str__(self) -> str:
        return f"{self.urgency!r}:{self.number}"

    @classmethod
    def read(cls, text: str) -> Self | None:
        """
        A place as an address says it; nothing where it says none.

        >>> str(Place.read("0.25:17"))
        '0.25:17'
        >>> Place.read("nan:17"), Place.read("1:٣")
        (None, None)
        """
        found = re.fullmatch(r"([0-9.e+-]{1,30}):([0-9]{1,18})", text, re.ASCII)
        if not found:
            return None
        try:
            urgency = float(found[1])
        except ValueError:
            return None
        return cls(urgency, int(found[2])) if isfinite(urgency) else None


def behind(rows: QuerySet[QueueEntry], place: Place, many: int) -> list[QueueEntry]:
    """
    So many rows behind a place.

    Asked in two steps, each of which begins in the index where the last page ended: one
    condition for both would walk through all that came before.
    """
    equal = rows.filter(urgency=place.urgency, segment_id__gt=place.number)
    found = list(equal[:many])
    if len(found) < many:
        found += rows.filter(urgency__lt=place.urgency)[: many - len(found)]
    return found


def before(rows: QuerySet[QueueEntry], place: Place, many: int) -> list[QueueEntry]:
    """
    So many rows before a place, the nearest first.
    """
    rows = rows.reverse()
    equal = rows.filter(urgency=place.urgency, segment_id__lt=place.number)
    found = list(equal[:many])
    if len(found) < many:
        found += rows.filter(urgency__gt=place.urgency)[: many - len(found)]
    return found
