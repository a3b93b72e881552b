"""
Answering for a version: what must be true first, and what takes the answer back.

Somebody may say that they reviewed a version when every sentence with words in it was
before them long enough or was decided by them, nothing blocking is left open, and no
reader waits for an answer. ``Review`` freezes the figures and a fingerprint of what
readers saw. The version keeps its level as long as that is what they see.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from selaras.languages import LANGUAGES
from selaras_site.accounts.models import User
from selaras_site.accounts.roles import languages_of
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.having_read import Account, account_of
from selaras_site.translations.models import (
    PUBLIC,
    Decision,
    Level,
    Review,
    Segment,
    State,
    Version,
)
from selaras_site.translations.services import expect_state, locked

TAKEN_BACK = "selaras.version.unreviewed"
"""
The history of an article says when a version's level went back to machine.
"""


@transaction.atomic
def version_review(*, version: Version, by: User, seen: str = "") -> Review:
    """
    Somebody answers for a version: readers are told that a person reviewed it.

    ``seen`` is the fingerprint of what they had before them, if that is known. Raises
    ``NotAllowed`` with everything that is missing.
    """
    row = locked(version)
    expect_state(row, (*PUBLIC, State.HELD))
    expect_language(row, by)
    if seen and seen != fingerprint_of(row, row.segments.all()):
        raise NotAllowed(_("The version was changed meanwhile. Look at it again."))
    if row.level == Level.HUMAN:
        raise NotAllowed(_("A person translated this version."))
    account = account_of(row, by)
    if not account.lines:
        raise NotAllowed(_("There is nothing to read in this version."))
    if account.missing:
        raise NotAllowed(" ".join(account.missing))
    return review_make(row, by, account)


def expect_language(version: Version, by: User) -> None:
    """
    Refuse those who are bound to other languages.
    """
    own = languages_of(by)
    if version.language not in own:
        names = ", ".join(LANGUAGES[tag].own_name for tag in sorted(own))
        raise NotAllowed(_("You review %(languages)s alone.") % {"languages": names})


def review_make(version: Version, by: User, account: Account) -> Review:
    """
    Freeze the figures, and say of the version who answers for it.
    """
    review = Review.objects.create(
        version=version,
        by=by,
        seconds=round(account.seconds),
        sentences=len(account.lines),
        read=sum(line.is_read for line in account.lines),
        changed=sum(
            bool(line.change and line.change.is_changed) for line in account.lines
        ),
        fingerprint=fingerprint_of(version, version.segments.all()),
    )
    level_set(version, Level.REVIEWED, by, review.made_at)
    return review


def level_set(
    version: Version, level: Level, by: User | None, at: datetime | None
) -> None:
    """
    Say who answers for a version from now on.
    """
    version.level, version.reviewed_by, version.reviewed_at = level, by, at
    version.save(update_fields=["level", "reviewed_by", "reviewed_at"])


def review_follow(version: Version) -> None:
    """
    Keep a version's level true after a sentence of it was changed.

    What the reviewer changed themselves, they answer for: the figures are told anew.
    Anything else takes the level back. May be called at any time.
    """
    if version.level != Level.REVIEWED or version.reviewed_by is None:
        return
    last = version.reviews.first()
    if last and last.fingerprint == fingerprint_of(version, version.segments.all()):
        return
    by = version.reviewed_by
    if last and only_own_changes(last, version):
        account = account_of(version, by)
        # A report is closed behind the decision that answers it: it is no obstacle.
        if account.lines and not account.in_text:
            review_make(version, by, account)
            return
    level_set(version, Level.MACHINE, None, None)
    log(
        instance=version.article,
        action=TAKEN_BACK,
        data={"language": version.language, "reason": ""},
    )


def only_own_changes(last: Review, version: Version) -> bool:
    """
    Whether all that was decided since a review was decided by who made it.

    What was taken over from another article was not decided in this one.
    """
    since = Decision.objects.filter(
        article=version.article_id,
        language=version.language,
        made_at__gt=last.made_at,
    ).values_list("made_by", "taken_from")
    return bool(since) and all(row == (last.by_id, None) for row in since)


Earlier = Mapping[tuple[int, str], Version]
"""
The version that was there before, by article and language.
"""


def reviews_carry(versions: Iterable[Version], earlier: Earlier) -> None:
    """
    Let versions that were made anew keep their level, where no sentence is another.

    They are written already; what readers saw until now still is what they see.
    """
    for version in versions:
        before = earlier.get((version.article_id, version.language))
        if before is not None and before.level == Level.REVIEWED:
            review_carry(before, version)


def made_last(versions: Sequence[Version]) -> Earlier:
    """
    The version that was there before each, by article and language.
    """
    rows = Version.objects.filter(
        article__in={version.article_id for version in versions},
        made_at__isnull=False,
    ).exclude(pk__in=[version.pk for version in versions])
    rows = rows.only("article", "language", "level", "reviewed_by", "reviewed_at")
    return {(row.article_id, row.language): row for row in rows.order_by("pk")}


def review_carry(before: Version, version: Version) -> None:
    """
    Let a version keep the review of the one before it, if it is of the same text.
    """
    review = before.reviews.first()
    if review is None or sentences_of(before) != sentences_of(version):
        return
    if review.fingerprint != fingerprint_of(version, version.segments.all()):
        return
    answered_at = review.made_at
    review.pk, review.version = None, version
    review.save(force_insert=True)
    # A new row says of itself that it is of now: the person answered then.
    Review.objects.filter(pk=review.pk).update(made_at=answered_at)
    level_set(version, Level.REVIEWED, before.reviewed_by, before.reviewed_at)


def sentences_of(version: Version) -> list[tuple[str, ...]]:
    """
    What somebody compared who reviewed a version: each original with what is shown.
    """
    return [
        (row.source_key, row.shown, row.text, json.dumps(row.marks, sort_keys=True))
        for row in version.segments.all()
    ]


def fingerprint_of(version: Version, rows: Iterable[Segment]) -> str:
    """
    A name for the text that readers see: SHA-256 of a JSON array of texts.

    They are the headline, the summary and then every sentence as it is shown, without
    spaces between the elements, in UTF-8.
    """
    texts = [version.headline, version.summary, *(shown_text(row) for row in rows)]
    content = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(content.encode()).hexdigest()


def shown_text(row: Segment) -> str:
    """
    A sentence as readers see it.
    """
    return row.source if row.shown == Segment.Shown.ORIGINAL else row.text
