"""
How long people have sentences before them.

Time belongs to the text that they saw, and begins anew when another stands there. All
together cannot be longer than the clock went: nobody reads faster.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from selaras_site.accounts.models import User
from selaras_site.translations.models import Reading, Segment, Version

AT_ONCE = 60.0
"""
Seconds that one message of a page may claim.
"""

SLACK = 2.0
"""
Seconds by which messages may come closer together than they were sent.
"""


class Told(NamedTuple):
    """
    What a page says of a sentence: how long it was read, and the name of what it was.
    """

    seconds: float
    seen: str


def seen_name(segment: Segment) -> str:
    """
    A name for what somebody reads of a sentence: the text, and whether readers see it.
    """
    content = json.dumps([segment.shown, segment.text], ensure_ascii=False)
    return hashlib.blake2b(content.encode(), digest_size=16).hexdigest()


@transaction.atomic
def readings_add(
    *, version: Version, by: User, told: Mapping[int, Told], most: float = AT_ONCE
) -> None:
    """
    Keep how long somebody had sentences of a version before them.

    Ids of other versions are passed over, and time with a text that is gone is lost.
    ``last_at`` runs ahead of the clock by what was believed beyond it, so that many
    messages at once are not believed more than one.
    """
    expect_one_at_a_time(by)
    now = timezone.now()
    last = Reading.objects.filter(by=by).aggregate(last=Max("last_at"))["last"]
    left = believable(now, last, most)
    rows = version.segments.filter(pk__in=[pk for pk in told if 0 < pk < 2**63])
    given = list(shared_out(rows.iterator(), told, left))
    spent = timedelta(seconds=sum(seconds for _row, seconds in given))
    until = max(now, last + spent) if last else now
    for row, seconds in given:
        if told[row.pk].seen == seen_name(row):
            reading_add(segment=row, by=by, seconds=seconds, until=until)


def expect_one_at_a_time(by: User) -> None:
    """
    Let messages of one person wait for each other: each must know the one before.
    """
    User.objects.select_for_update(no_key=True).only("pk").get(pk=by.pk)


def believable(now: datetime, last: datetime | None, most: float) -> float:
    """
    How many seconds somebody can have read since they were last heard of.
    """
    if last is None:
        return most
    return max(0.0, min(most, (now - last).total_seconds() + SLACK))


def shared_out(
    rows: Iterator[Segment], told: Mapping[int, Told], left: float
) -> Iterator[tuple[Segment, float]]:
    """
    The seconds that each sentence gets of those that can be believed.
    """
    for row in rows:
        seconds = min(left, max(0.0, told[row.pk].seconds))
        if seconds > 0:
            yield row, seconds
            left -= seconds


def reading_add(*, segment: Segment, by: User, seconds: float, until: datetime) -> None:
    """
    Add to the time that somebody had the text before them that stands there.
    """
    mine, _made = Reading.objects.get_or_create(
        segment=segment, by=by, seen=seen_name(segment)
    )
    Reading.objects.filter(pk=mine.pk).update(
        seconds=F("seconds") + seconds, last_at=until
    )
