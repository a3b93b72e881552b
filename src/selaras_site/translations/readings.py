"""
How long people have sentences before them.
"""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from selaras_site.accounts.models import User
from selaras_site.translations.models import Reading, Segment


@transaction.atomic
def reading_add(*, segment: Segment, by: User, seconds: float) -> None:
    """
    Add to the time that somebody had a sentence before them.
    """
    mine, _made = Reading.objects.get_or_create(segment=segment, by=by)
    Reading.objects.filter(pk=mine.pk).update(
        seconds=F("seconds") + max(0.0, seconds), last_at=timezone.now()
    )
