"""
Lists of articles in a language: the front page, sections, tags, searches, feeds.

A language's list holds what its readers can read: the original where it is published,
a version where one is public.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Prefetch, Q, QuerySet
from wagtail.search.backends import get_search_backend

from selaras.languages import SOURCE, Tag
from selaras_site.articles.models import Article, NewsImage, Section
from selaras_site.public.addresses import (
    article_address,
    original_address,
    section_address,
)
from selaras_site.public.pages import Entry, Teaser, Words
from selaras_site.public.pictures import TEASER, picture
from selaras_site.translations.models import PUBLIC, State, Version
from selaras_site.translations.searching import query_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """
    An article as a language's readers have it; ``version`` is nothing in Indonesian.
    """

    article: Article
    language: Tag
    version: Version | None = None

    @property
    def headline(self) -> Words:
        """
        The headline, in Indonesian where its translation failed the checks.
        """
        if self.version is None:
            return Words(text=self.article.headline, language=SOURCE)
        is_original = self.version.headline_is_original
        language = SOURCE if is_original else self.language
        return Words(text=self.version.headline, language=language)

    @property
    def summary(self) -> Words:
        """
        The summary, in Indonesian where its translation failed the checks.
        """
        if self.version is None:
            return Words(text=self.article.summary, language=SOURCE)
        is_original = self.version.summary_is_original
        language = SOURCE if is_original else self.language
        return Words(text=self.version.summary, language=language)

    @property
    def address(self) -> str:
        """
        Where readers of the language find it.
        """
        if self.version is None:
            return original_address(self.article)
        return article_address(self.article, self.language, self.version.slug)


def articles() -> QuerySet[Article]:
    """
    Published originals, newest first, with what a list shows of them.
    """
    rows = (
        Article.objects.filter(live=True)
        .defer("body")
        .select_related("section")
        .prefetch_related("section__names", pictures_of("lead_image"))
        .order_by("-first_published_at", "-pk")
    )
    return cast("QuerySet[Article]", rows)


def versions(language: Tag) -> QuerySet[Version]:
    """
    Public versions of a language, newest original first.
    """
    return (
        Version.objects.filter(language=language, state__in=PUBLIC, article__live=True)
        .defer("article__body", "search_text")
        .select_related("article__section")
        .prefetch_related("article__section__names", pictures_of("article__lead_image"))
        .order_by("-published_at", "-article_id")
    )


def pictures_of(path: str) -> Any:
    """
    The main pictures of a list with their renditions.
    """
    return Prefetch(path, NewsImage.objects.prefetch_renditions(*TEASER))


def items(
    language: Tag,
    *,
    section: Section | None = None,
    tag: str = "",
    without: int | None = None,
    start: int = 0,
    most: int = 20,
) -> list[Item]:
    """
    Articles of a language, newest first, from ``start`` on.
    """
    where, prefix = Q(), "" if language == SOURCE else "article__"
    if section:
        where &= Q(**{f"{prefix}section": section})
    if tag:
        where &= Q(**{f"{prefix}tags__slug": tag})
    if without:
        where &= ~Q(**{f"{prefix}pk": without})
    rows: QuerySet[Article] | QuerySet[Version]
    rows = articles() if language == SOURCE else versions(language)
    return [item(row, language) for row in rows.filter(where)[start : start + most]]


def item(row: Article | Version, language: Tag) -> Item:
    """
    A row of either kind as an item.
    """
    if isinstance(row, Article):
        return Item(article=row, language=language)
    return Item(article=row.article, language=language, version=row)


def found(language: Tag, text: str, *, start: int = 0, most: int = 20) -> list[Item]:
    """
    What a search finds, best first.
    """
    words = query_words(text, language)
    if not words:
        return []
    rows: QuerySet[Article] | QuerySet[Version]
    if language == SOURCE:
        rows = Article.objects.filter(live=True)
    else:
        rows = Version.objects.filter(language=language, state__in=PUBLIC)
    results = get_search_backend().search(words, rows, operator="and")
    keys = [row.pk for row in results[start : start + most]]
    return in_order(language, keys)


def in_order(language: Tag, keys: Sequence[int]) -> list[Item]:
    """
    Items by the keys of their rows, in that order; one that is gone is left out.
    """
    rows: Iterable[Article] | Iterable[Version]
    rows = articles() if language == SOURCE else versions(language)
    by_key = {row.pk: row for row in rows.filter(pk__in=keys)}
    return [item(by_key[key], language) for key in keys if key in by_key]


def teasers(shown: Iterable[Item], *, with_pictures: bool = True) -> Iterator[Teaser]:
    """
    Items as a list shows them.
    """
    for entry in shown:
        yield teaser(entry, with_picture=with_pictures)


def teaser(entry: Item, *, with_picture: bool) -> Teaser:
    """
    An item as a list shows it.

    Its picture stands beside its headline and says nothing more: it has no text.
    """
    article, section = entry.article, entry.article.section
    image = article.lead_image if with_picture else None
    return Teaser(
        url=entry.address,
        headline=entry.headline,
        summary=entry.summary,
        section=Entry(
            name=section.name_in(entry.language),
            url=section_address(section, entry.language),
        ),
        published_at=article.first_published_at,
        picture=image and picture(image, TEASER, Words(text="", language=SOURCE)),
        is_stale=entry.version is not None and entry.version.state == State.STALE,
        level=entry.version.level if entry.version else "",
    )
