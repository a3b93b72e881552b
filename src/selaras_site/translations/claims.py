"""
Who may write a version: a random number in its row, and until when.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras_site.translations.models import State, Version

ATTEMPTS = 5
"""
Times that a version may fail in a way that we do not know before a person must look.
"""

WAITING = Q(state=State.PENDING)
ABANDONED = Q(state=State.TRANSLATING)


@dataclass(slots=True)
class Claim:
    """
    The right to write some versions, and until when.
    """

    number: uuid.UUID
    versions: Sequence[Version]
    until: float = 0.0
    last_decision: int = 0

    def renew(self, *_progress: int) -> None:
        """
        Keep the lease while sentences get done; asked often, writes seldom.
        """
        now = timezone.now()
        if now.timestamp() > self.until - 2 * settings.SELARAS_LEASE_SECONDS / 3:
            lease = lease_from(now)
            self.until = lease.timestamp()
            Version.objects.filter(claim=self.number).update(leased_until=lease)


@transaction.atomic
def claim_versions(snapshot_id: int) -> Claim:
    """
    Take the versions of a snapshot that wait, or whose worker is gone.

    Those that took several workers with them are held for a person.
    """
    now = timezone.now()
    lost = ABANDONED & Q(leased_until__lt=now)
    Version.objects.filter(lost, snapshot=snapshot_id, attempts__gte=ATTEMPTS).update(
        state=State.HELD,
        claim=None,
        leased_until=None,
        reason=_("%(count)d workers began this and none came back.")
        % {"count": ATTEMPTS},
    )
    rows = list(
        Version.objects.select_for_update(of=("self",))
        .select_related("snapshot", "article__section")
        .filter(WAITING | lost, snapshot=snapshot_id)
        .order_by("id")
    )
    claim = Claim(number=uuid.uuid4(), versions=rows, until=lease_from(now).timestamp())
    Version.objects.filter(pk__in=[row.pk for row in rows]).update(
        state=State.TRANSLATING,
        claim=claim.number,
        leased_until=lease_from(now),
        attempts=F("attempts") + 1,
    )
    return claim


def lease_from(now: datetime) -> datetime:
    """
    Until when a claim holds that is made or renewed now.
    """
    return now + timedelta(seconds=settings.SELARAS_LEASE_SECONDS)
