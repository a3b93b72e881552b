"""
Who has a sentence open: nobody edits what somebody else is editing.

A seat is kept while its page says that it is still there, and is free two minutes after
it was last heard of: nobody who went to lunch locks a sentence.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from selaras_site.accounts.models import User
from selaras_site.translations.models import Seat, Segment
from selaras_site.translations.reviewing import expect_language

KEPT_FOR = timedelta(minutes=2)
"""
How long a seat is kept after its page was last heard of.
"""


@transaction.atomic
def seat_take(*, segment: Segment, by: User) -> Seat:
    """
    Sit down at a sentence, or stay there; whose seat it is now, which may be another's.

    Raises ``NotAllowed`` for who is bound to other languages.
    """
    expect_language(segment.version, by)
    Segment.objects.select_for_update().only("pk").get(pk=segment.pk)
    now = timezone.now()
    seat = Seat.objects.select_related("by").filter(segment=segment).first()
    if seat is not None and seat.by_id != by.pk and seat.until > now:
        return seat
    if seat is None or seat.by_id != by.pk:
        Seat.objects.filter(segment=segment).delete()
        return Seat.objects.create(segment=segment, by=by, until=now + KEPT_FOR)
    seat.until = now + KEPT_FOR
    seat.save(update_fields=["until"])
    return seat


def seat_leave(*, segment: Segment, by: User) -> bool:
    """
    Stand up; whether it was one's own seat.
    """
    gone, _kinds = Seat.objects.filter(segment=segment, by=by).delete()
    return bool(gone)


def seats_forget() -> int:
    """
    Take away the seats that nobody is in; how many.
    """
    gone, _kinds = Seat.objects.filter(until__lt=timezone.now()).delete()
    return gone
