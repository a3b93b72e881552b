"""
What is public in a language, as machines are told of it: no pictures are fetched.
"""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from selaras.languages import SOURCE, Tag
from selaras_site.articles.models import Article, Section
from selaras_site.public.lists import Item, articles, item, parted, versions
from selaras_site.translations.models import Level, Version

REVIEWED = (Level.REVIEWED, Level.HUMAN)


def stories(
    language: Tag,
    *,
    most: int,
    section: Section | None = None,
    since: datetime | None = None,
    only_reviewed: bool = False,
) -> list[Item]:
    """
    Articles of a language, newest first; an original counts as written by a person.
    """
    where = Q()
    if section:
        where &= of_article(language, section=section)
    if since:
        where &= of_article(language, first_published_at__gte=since)
    if only_reviewed and language != SOURCE:
        where &= Q(level__in=REVIEWED)
    return parted(item(row, language) for row in rows(language).filter(where)[:most])


def story(language: Tag, id: int) -> Item | None:  # noqa: A002 - as in the address
    """
    One article, if readers of the language have it.
    """
    row = rows(language).filter(of_article(language, pk=id)).first()
    return item(row, language) if row else None


def rows(language: Tag) -> "QuerySet[Article] | QuerySet[Version]":
    """
    The rows of a language, in a number of queries that does not depend on theirs.
    """
    if language == SOURCE:
        return articles().prefetch_related(None).prefetch_related("section__names")
    return (
        versions(language)
        .select_related("article__section", "article__lead_image", "reviewed_by")
        .prefetch_related(None)
        .prefetch_related("article__section__names")
    )


def of_article(language: Tag, **conditions: Any) -> Q:
    """
    Conditions on the article, from the rows of a language.
    """
    prefix = "" if language == SOURCE else "article__"
    return Q(**{f"{prefix}{name}": value for name, value in conditions.items()})


def updated_at(story: Item) -> datetime:
    """
    When readers of its language got what they see of it now.
    """
    if story.version is None:
        return last(story.article.first_published_at, story.article.last_published_at)
    version = story.version
    return last(version.live_at, version.changed_at, version.reviewed_at)


def last(*times: datetime | None) -> datetime:
    """
    The last of some times, of which one must be there.
    """
    return max(time for time in times if time is not None)
