"""
Everything that changes a version. Each function is one transaction.
"""

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction
from django.db.models import Case, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.article import Article as CoreArticle
from selaras.article import article_data
from selaras.languages import TARGETS
from selaras_site.articles.bridge import core_article
from selaras_site.articles.models import Article, Correction
from selaras_site.translations import tasks
from selaras_site.translations.confirmations import standing_confirmations
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.locking import lock_article
from selaras_site.translations.models import (
    COMING,
    PUBLIC,
    Snapshot,
    Standing,
    State,
    Version,
)


@transaction.atomic
def original_published(*, article: Article, revision_id: int) -> Snapshot:
    """
    Keep what was published, mark the versions as older than it, and order new ones.

    What is coming for an earlier revision is replaced: its worker will find that its
    claim is gone and write nothing.
    """
    lock_article(article.pk)
    snapshot = snapshot_make(article=article, revision_id=revision_id)
    now = timezone.now()
    of_article = Version.objects.filter(article=article)
    of_article.filter(state__in=(State.LIVE, *COMING)).update(
        state=Case(
            When(state=State.LIVE, then=Value(State.STALE)),
            default=Value(State.REPLACED),
        ),
        claim=None,
        leased_until=None,
    )
    Version.objects.bulk_create(
        Version(
            article=article,
            snapshot=snapshot,
            language=language,
            published_at=article.first_published_at,
            leased_until=now,
        )
        for language in TARGETS
    )
    tasks.translate_snapshot.enqueue(snapshot.pk)
    tasks.make_pictures.enqueue(article.pk)
    return snapshot


def snapshot_make(*, article: Article, revision_id: int) -> Snapshot:
    """
    Keep the original as it is now.
    """
    corrections = list(article.corrections.all())
    return Snapshot.objects.create(
        article=article,
        revision_id=revision_id,
        content=article_data(confirmed_article(article, corrections)),
        has_lead=article.lead_image_id is not None,
        corrections=[
            {"id": c.pk, "made_at": c.made_at.isoformat()} for c in corrections
        ],
        made_at=timezone.now(),
    )


def confirmed_article(article: Article, corrections: list[Correction]) -> CoreArticle:
    """
    An article as the core sees it, with what its authors said that doubtful facts mean.
    """
    original = core_article(article, corrections)
    standing = standing_confirmations(article.confirmations.all(), original)
    confirmed = {item: row.reading for item, row in standing.items()}
    return replace(original, confirmed=confirmed)


@transaction.atomic
def original_withdrawn(*, article: Article) -> None:
    """
    Take all versions down, and stop those that are coming.
    """
    lock_article(article.pk)
    Version.objects.filter(article=article, state__in=(*PUBLIC, *COMING)).update(
        state=State.WITHDRAWN, claim=None, leased_until=None
    )
    tasks.index_versions.enqueue(article.pk)


@transaction.atomic
def version_translate_again(*, version: Version) -> Version:
    """
    Order a version of the original once more, from the engine itself.

    People's decisions stay. What readers see stays until the new one is there.
    """
    row = locked(version)
    if not row.article.live:
        raise NotAllowed(_("The original is not published."))
    end_coming(row)
    return version_order(row, afresh=True)


def version_order(row: Version, *, afresh: bool) -> Version:
    """
    A new version of the original as it is now, waiting for a worker.
    """
    ordered = Version.objects.create(
        article=row.article,
        snapshot=newest_snapshot(row.article),
        language=row.language,
        published_at=row.article.first_published_at,
        afresh=afresh,
        leased_until=timezone.now(),
    )
    tasks.translate_snapshot.enqueue(ordered.snapshot_id)
    return ordered


@transaction.atomic
def version_hold(*, version: Version, reason: str) -> None:
    """
    Take a version from readers until somebody releases it, and so what is made anew.

    Nobody reads it by its number either, also when another has replaced it.
    """
    row = locked(version)
    expect_state(row, PUBLIC)
    end_coming(row)
    row.state, row.reason, row.live_at = State.HELD, reason, None
    row.save(update_fields=["state", "reason", "live_at"])
    stand(row, reason, is_withdrawn=False)


@transaction.atomic
def version_withdraw(*, version: Version, reason: str) -> None:
    """
    Take a version from readers for good; its original stays.

    What is coming in its language is stopped, and what is made anew is held.
    """
    row = locked(version)
    expect_state(row, (*PUBLIC, *COMING))
    Version.objects.filter(
        article=row.article, language=row.language, state__in=(*PUBLIC, *COMING)
    ).update(state=State.WITHDRAWN, reason=reason, claim=None, leased_until=None)
    stand(row, reason, is_withdrawn=True)
    tasks.index_versions.enqueue(row.article_id)


@transaction.atomic
def version_release(*, version: Version) -> None:
    """
    Let readers see a version that was held or withdrawn.

    One that is older than its original is marked as such, and a new one is ordered.
    """
    row = locked(version)
    expect_state(row, (State.HELD, State.WITHDRAWN))
    if not row.article.live:
        raise NotAllowed(_("The original is not published."))
    if row.made_at is None:
        raise NotAllowed(_("This version was never finished."))
    Standing.objects.filter(article=row.article, language=row.language).delete()
    same = Version.objects.filter(article=row.article, language=row.language)
    same.filter(state__in=PUBLIC).update(state=State.REPLACED)
    is_newest = row.snapshot_id == newest_snapshot(row.article).pk
    row.state = State.LIVE if is_newest else State.STALE
    row.live_at, row.reason = timezone.now(), ""
    row.save(update_fields=["state", "live_at", "reason"])
    tasks.index_versions.enqueue(row.article_id)
    if not is_newest and not same.filter(state__in=COMING).exists():
        version_order(row, afresh=False)


def end_coming(row: Version) -> None:
    """
    Stop what is coming in a version's language; the version itself stays as it is.
    """
    Version.objects.filter(
        article=row.article, language=row.language, state__in=COMING
    ).exclude(pk=row.pk).update(state=State.REPLACED, claim=None, leased_until=None)
    if row.state in COMING:
        Version.objects.filter(pk=row.pk).update(
            state=State.REPLACED, claim=None, leased_until=None
        )


def stand(row: Version, reason: str, *, is_withdrawn: bool) -> None:
    """
    Keep a person's word about an article in a language.
    """
    Standing.objects.update_or_create(
        article=row.article,
        language=row.language,
        defaults={"reason": reason, "is_withdrawn": is_withdrawn},
    )


def newest_snapshot(article: Article) -> Snapshot:
    """
    The original as it was published last.
    """
    return Snapshot.objects.filter(article=article).order_by("-id")[0]


def locked(version: Version) -> Version:
    """
    The row as it is now, nobody else changing it before we are done.
    """
    lock_article(version.article_id)
    return Version.objects.select_related("article").get(pk=version.pk)


def expect_state(version: Version, states: Iterable[str]) -> None:
    """
    Refuse what cannot be done in the version's state.
    """
    if version.state not in states:
        expected = ", ".join(str(State(state).label) for state in states)
        raise NotAllowed(
            _("Expected a version that is: %(expected)s. This one is: %(state)s.")
            % {"expected": expected, "state": State(version.state).label}
        )
