"""
Everything that changes a version. Each function is one transaction.
"""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from selaras.article import article_data
from selaras.languages import TARGETS
from selaras_site.accounts.models import User
from selaras_site.articles.bridge import core_article
from selaras_site.articles.models import Article
from selaras_site.translations import tasks
from selaras_site.translations.drafts import description_of, draft_of
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.models import (
    COMING,
    PUBLIC,
    Decision,
    Segment,
    Snapshot,
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
    snapshot = snapshot_make(article=article, revision_id=revision_id)
    now = timezone.now()
    of_article = Version.objects.filter(article=article)
    of_article.filter(state=State.LIVE).update(state=State.STALE)
    of_article.filter(state__in=COMING).update(
        state=State.REPLACED, claim=None, leased_until=None
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
    corrections = [
        {"id": c.pk, "made_at": c.made_at.isoformat()}
        for c in article.corrections.all()
    ]
    return Snapshot.objects.create(
        article=article,
        revision_id=revision_id,
        content=article_data(core_article(article)),
        has_lead=article.lead_image_id is not None,
        corrections=corrections,
        made_at=timezone.now(),
    )


@transaction.atomic
def original_withdrawn(*, article: Article) -> None:
    """
    Take all versions down, and stop those that are coming.
    """
    Version.objects.filter(article=article, state__in=(*PUBLIC, *COMING)).update(
        state=State.WITHDRAWN, claim=None, leased_until=None
    )


@transaction.atomic
def version_translate_again(*, version: Version) -> Version:
    """
    Order a version of the same original once more, from the engine itself.

    People's decisions stay. What readers see stays until the new one is there.
    """
    article = locked(version).article
    if not article.live:
        raise NotAllowed("Expected the original to be published; it is not.")
    Version.objects.filter(
        article=article, language=version.language, state__in=COMING
    ).update(state=State.REPLACED, claim=None, leased_until=None)
    ordered = Version.objects.create(
        article=article,
        snapshot=newest_snapshot(article),
        language=version.language,
        published_at=article.first_published_at,
        afresh=True,
        leased_until=timezone.now(),
    )
    tasks.translate_snapshot.enqueue(ordered.snapshot_id)
    return ordered


@transaction.atomic
def version_hold(*, version: Version, reason: str) -> None:
    """
    Take a version from readers until somebody releases it.
    """
    row = locked(version)
    expect_state(row, (*PUBLIC, State.WITHDRAWN))
    Version.objects.filter(
        article=row.article, language=row.language, state__in=COMING
    ).exclude(pk=row.pk).update(state=State.REPLACED, claim=None, leased_until=None)
    row.state, row.reason = State.HELD, reason
    row.save(update_fields=["state", "reason"])


@transaction.atomic
def version_release(*, version: Version) -> None:
    """
    Let readers see a version that was held or withdrawn.
    """
    row = locked(version)
    expect_state(row, (State.HELD, State.WITHDRAWN))
    if not row.article.live:
        raise NotAllowed("Expected the original to be published; it is not.")
    if row.made_at is None:
        raise NotAllowed("Expected a finished version; this one was never translated.")
    others = Version.objects.filter(article=row.article, language=row.language)
    others.filter(state__in=PUBLIC).update(state=State.REPLACED)
    is_newest = row.snapshot_id == newest_snapshot(row.article).pk
    row.state = State.LIVE if is_newest else State.STALE
    row.live_at, row.reason = timezone.now(), ""
    row.save(update_fields=["state", "live_at", "reason"])


@transaction.atomic
def version_withdraw(*, version: Version, reason: str) -> None:
    """
    Take a version from readers for good; its original stays.
    """
    row = locked(version)
    expect_state(row, (*PUBLIC, *COMING))
    row.state, row.reason = State.WITHDRAWN, reason
    row.claim = row.leased_until = None
    row.save(update_fields=["state", "reason", "claim", "leased_until"])


@transaction.atomic
def segment_decide(
    *,
    segment: Segment,
    kind: Decision.Kind,
    by: User,
    text: str | None = None,
) -> Decision:
    """
    Keep what a person decided about a sentence, and show it at once.

    The decision holds for this sentence of this article in every later version, until
    the Indonesian sentence changes.
    """
    version = locked(segment.version)
    row = Segment.objects.select_for_update().get(pk=segment.pk)
    if kind is Decision.Kind.EDITED and not (text or "").strip():
        raise NotAllowed("Expected the sentence as it should be; got none.")
    new_text = text.strip() if text is not None else row.text
    marks = row.marks if new_text == row.text else []
    decision = Decision.objects.create(
        article=version.article,
        language=version.language,
        source_key=row.source_key,
        source=row.source,
        kind=kind,
        before=row.text,
        text=new_text,
        marks=marks,
        made_by=by,
    )
    row.text, row.marks = new_text, marks
    row.shown = (
        Segment.Shown.ORIGINAL
        if kind is Decision.Kind.REJECTED
        else Segment.Shown.TRANSLATION
    )
    row.provenance = {"engine": "person"}
    row.save(update_fields=["text", "marks", "shown", "provenance"])
    version_count(version)
    return decision


def version_count(version: Version) -> None:
    """
    Count again what a version says of itself: sentences left, headline, summary.
    """
    draft = draft_of(version.snapshot, version.language, list(version.segments.all()))
    described = description_of(draft, english=version.slug or version.article.slug)
    del described["engine"]
    for name, value in described.items():
        setattr(version, name, value)
    version.save(update_fields=list(described))
    tasks.index_versions.enqueue(version.article_id)


def newest_snapshot(article: Article) -> Snapshot:
    """
    The original as it was published last.
    """
    return Snapshot.objects.filter(article=article).order_by("-id")[0]


def locked(version: Version) -> Version:
    """
    The row as it is now, nobody else changing it before we are done.
    """
    return Version.objects.select_for_update().get(pk=version.pk)


def expect_state(version: Version, states: Iterable[str]) -> None:
    """
    Refuse what cannot be done in the version's state.
    """
    if version.state not in states:
        raise NotAllowed(
            f"Expected the {version.language} version to be one of "
            f"{', '.join(states)}; it is {version.state}."
        )
