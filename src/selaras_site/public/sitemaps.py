"""
Which addresses search engines are told of, and in which languages each exists.

A file holds the articles of a range of ids: the same ones for ever, whatever is
withdrawn or published later, and never more than its size. It is read as one stream.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from django.db.models import F, FilteredRelation, Max, Q, QuerySet
from django.utils import timezone

from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras_site.articles.models import Article
from selaras_site.public.addresses import at, section_address
from selaras_site.public.frames import all_sections, everywhere
from selaras_site.public.lists import Item
from selaras_site.public.policies import PAGES
from selaras_site.public.stories import last, stories
from selaras_site.translations.models import PUBLIC, Version

SIZE = 20_000
"""
Ids in a file. 50,000 addresses are allowed, but not more than 50 MB either, and each
address here brings up to seven others with it.
"""

CHUNK = 2_000
NEWS_DAYS = 2
NEWS_MOST = 1_000

Paths = Mapping[Tag, str]
Stems = Mapping[tuple[int, Tag], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """
    A page in a language, with all the languages in which it exists.
    """

    language: Tag
    paths: Paths
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """
    A sitemap of the index: articles of a language, by the number of their range.
    """

    language: Tag
    number: int
    changed_at: datetime | None


def files() -> Iterator[File]:
    """
    The files that have anything in them, in two queries.
    """
    originals = numbered(Article.objects.filter(live=True), "pk")
    for number, changed_at in originals.annotate(
        newest=Max("last_published_at")
    ).values_list("number", "newest"):
        yield File(language=SOURCE, number=number + 1, changed_at=changed_at)
    for language, number, *times in (
        numbered(public_versions(), "article_id", "language")
        .annotate(newest=Max("live_at"), changed=Max("changed_at"))
        .values_list("language", "number", "newest", "changed")
    ):
        yield File(language=language, number=number + 1, changed_at=last(*times))


def numbered(rows: QuerySet[Any], key: str, *others: str) -> QuerySet[Any]:
    """
    Rows grouped by the number of the range that their article is in, from nought.
    """
    grouped = rows.order_by().annotate(number=F(key) / SIZE)
    grouped = grouped.values(*others, "number").order_by(*others, "number")
    return cast("QuerySet[Any]", grouped)


def public_versions() -> QuerySet[Version]:
    """
    What readers see besides originals.
    """
    return Version.objects.filter(state__in=PUBLIC, article__live=True)


def news_languages() -> list[Tag]:
    """
    The languages with news of the last days, in two queries.
    """
    fresh = {"first_published_at__gte": news_since()}
    found = set(
        public_versions()
        .filter(article__first_published_at__gte=news_since())
        .order_by()
        .values_list("language", flat=True)
        .distinct()
    )
    if Article.objects.filter(live=True, **fresh).exists():
        found.add(SOURCE)
    return [tag for tag in LANGUAGES if tag in found]


def news(language: Tag) -> list[Item]:
    """
    The news of the last days, newest first.
    """
    return stories(language, most=NEWS_MOST, since=news_since())


def news_since() -> datetime:
    """
    What is older is no news any more.
    """
    return timezone.now() - timedelta(days=NEWS_DAYS)


def fixed_pages() -> Iterator[Location]:
    """
    Front pages, sections and policies: they exist in all languages.
    """
    sections = all_sections()
    pages: list[Paths] = [
        everywhere("home"),
        *({t: section_address(row, t) for t in LANGUAGES} for row in sections),
        everywhere("corrections"),
        *(everywhere("policy", page=name) for name in PAGES),
    ]
    for paths in pages:
        for language in LANGUAGES:
            yield Location(language=language, paths=paths)


def article_locations(language: Tag, number: int) -> Iterator[Location]:
    """
    The articles of a range that readers of a language have, in three queries.
    """
    if number < 1:
        return
    stems = address_stems()
    for _, grouped in groupby(joined(number), key=itemgetter("pk")):
        rows = list(grouped)
        times = {
            row["version__language"]: (
                row["version__live_at"],
                row["changed_at"],
                row["reviewed_at"],
            )
            for row in rows
        } | {SOURCE: (rows[0]["last_published_at"], rows[0]["first_published_at"])}
        if language in times:
            yield Location(
                language=language,
                paths=paths_of(rows, stems),
                changed_at=last(*times[language]),
            )


def joined(number: int) -> Iterable[dict[str, Any]]:
    """
    A row for each article of a range and public version, or for an article without any.

    One query and no other beside it, so that both halves are of the same instant.
    """
    first = (number - 1) * SIZE
    rows = (
        Article.objects.filter(live=True, pk__gte=first, pk__lt=first + SIZE)
        .annotate(
            version=FilteredRelation(
                "versions", condition=Q(versions__state__in=PUBLIC)
            ),
            reviewed_at=F("version__reviewed_at"),
            changed_at=F("version__changed_at"),
        )
        .order_by("pk")
        .values(
            "pk",
            "slug",
            "section_id",
            "first_published_at",
            "last_published_at",
            "version__language",
            "version__slug",
            "version__live_at",
            "reviewed_at",
            "changed_at",
        )
        .iterator(chunk_size=CHUNK)
    )
    return cast("Iterable[dict[str, Any]]", rows)


def paths_of(rows: Iterable[Mapping[str, Any]], stems: Stems) -> dict[Tag, str]:
    """
    Where an article exists: the original, and every public version.
    """
    paths = {}
    for row in rows:
        section, id_ = row["section_id"], row["pk"]
        paths[SOURCE] = f"{stems[section, SOURCE]}{id_}/{row['slug']}"
        if language := row["version__language"]:
            paths[language] = f"{stems[section, language]}{id_}/{row['version__slug']}"
    return paths


def address_stems() -> dict[tuple[int, Tag], str]:
    """
    How the addresses of a section's articles begin: asked once, not for each of them.
    """
    return {
        (section.pk, tag): at(
            tag, "article", section=section.slug_in(tag), id=0, slug="-"
        ).removesuffix("0/-")
        for section in all_sections()
        for tag in LANGUAGES
    }
