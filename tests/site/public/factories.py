"""
Sections, articles and versions as rows, without an engine.
"""

from datetime import datetime
from typing import Any

from django.utils import timezone

from selaras.languages import TARGETS
from selaras_site.accounts.models import User
from selaras_site.articles.models import Article, Section, SectionName
from selaras_site.translations.models import (
    COMING,
    Level,
    Segment,
    Snapshot,
    State,
    Version,
)

NAMES = {
    "id": ("Bencana", "bencana"),
    "en": ("Disasters", "disasters"),
    "zh": ("灾害", "disasters"),
    "ja": ("災害", "disasters"),
    "ar": ("كوارث", "disasters"),
    "fr": ("Catastrophes", "catastrophes"),
}


def make_section(slug: str = "bencana", **names: tuple[str, str]) -> Section:
    """
    A section with a name in every language.
    """
    section = Section.objects.create(slug=slug)
    for language, (name, address) in (names or NAMES).items():
        SectionName.objects.create(
            section=section, language=language, name=name, slug=address
        )
    return section


def make_article(section: Section, headline: str = "Gempa", **fields: Any) -> Article:
    """
    A published article; its versions are ordered, as they always are.
    """
    published_at = fields.pop("published_at", None)
    article = Article(section=section, headline=headline, **fields)
    article.full_clean()
    article.save()
    article.save_revision().publish()
    if published_at:
        Article.objects.filter(pk=article.pk).update(first_published_at=published_at)
    article.refresh_from_db()
    return article


def make_version(
    article: Article,
    language: str,
    headline: str = "Quake",
    *,
    state: str = State.LIVE,
    level: str = Level.MACHINE,
    by: User | None = None,
    live_at: datetime | None = None,
    **fields: Any,
) -> Version:
    """
    A version of what was published last, in place of the one that was ordered.
    """
    now = timezone.now()
    Version.objects.filter(
        article=article, language=language, state__in=COMING
    ).delete()
    version = Version.objects.create(
        article=article,
        snapshot=Snapshot.objects.filter(article=article).latest("pk"),
        language=language,
        state=state,
        level=level,
        headline=headline,
        summary=fields.pop("summary", "What happened."),
        slug=fields.pop("slug", "quake"),
        engine=fields.pop("engine", "local news-6"),
        sentences=fields.pop("sentences", 2),
        made_at=now,
        live_at=live_at or now,
        reviewed_by=by,
        reviewed_at=now if by else None,
        **fields,
    )
    Segment.objects.create(
        version=version,
        position=0,
        path="headline",
        source=article.headline,
        source_key="key",
        text=headline,
    )
    return version


def make_versions(article: Article, *languages: str) -> list[Version]:
    """
    Live versions in some languages, or in all.
    """
    return [make_version(article, language) for language in languages or TARGETS]


def make_editor(username: str = "sari") -> User:
    """
    Somebody who reviews.
    """
    return User.objects.create_user(
        username=username,
        email=f"{username}@example.org",
        first_name="Sari",
        last_name="Dewi",
    )
