"""
Lists of articles in a language: the front page, sections, tags, searches, feeds.

A language's list holds what its readers can read: the original where it is published,
a version where one is public.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
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
from selaras_site.public.texts import row_words
from selaras_site.translations.models import PUBLIC, Level, Segment, State, Version
from selaras_site.translations.searching import query_words

LEADS = 5
"""
How many of the newest articles may stand on top of the front page.
"""

OF_TEASERS = (
    Q(path="headline")
    | Q(path="summary")
    | Q(path__startswith="headline#")
    | Q(path__startswith="summary#")
)
"""
The sentences of a version that a list shows.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """
    An article as a language's readers have it; ``version`` is nothing in Indonesian.

    ``left`` has the texts of which a sentence was left in Indonesian, by their name.
    """

    article: Article
    language: Tag
    version: Version | None = None
    left: Mapping[str, Words] = field(default_factory=dict, compare=False)

    @property
    def headline(self) -> Words:
        """
        The headline, in Indonesian where its translation failed the checks.
        """
        if self.version is None:
            return Words(text=self.article.headline, language=SOURCE)
        if self.version.headline_is_original:
            return self.partly_left("headline")
        return Words(text=self.version.headline, language=self.language)

    @property
    def summary(self) -> Words:
        """
        The summary, sentences in Indonesian where their translation failed the checks.
        """
        if self.version is None:
            return Words(text=self.article.summary, language=SOURCE)
        if self.version.summary_is_original:
            return self.partly_left("summary")
        return Words(text=self.version.summary, language=self.language)

    def partly_left(self, name: str) -> Words:
        """
        A text of which a sentence at least was left in Indonesian.

        Where nobody fetched its sentences, it is Indonesian only if all of it is the
        original's.
        """
        if name in self.left:
            return self.left[name]
        text, original = getattr(self.version, name), getattr(self.article, name)
        is_all = "".join(text.split()) == "".join(original.split())
        return Words(text=text, language=SOURCE if is_all else self.language)

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
        .prefetch_related(*fetched(""))
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
        .prefetch_related(*fetched("article__"))
        .order_by("-published_at", "-article_id")
    )


def fetched(
    prefix: str, *, with_names: bool = True, with_pictures: bool = True
) -> Iterator[Any]:
    """
    What is fetched beside the rows of a list: names of sections, pictures in sizes.
    """
    if with_names:
        yield f"{prefix}section__names"
    if with_pictures:
        images = NewsImage.objects.prefetch_renditions(*TEASER)
        yield Prefetch(f"{prefix}lead_image", images)


def items(
    language: Tag,
    *,
    section: Section | None = None,
    tag: str = "",
    without: int | None = None,
    start: int = 0,
    most: int = 20,
    with_pictures: bool = True,
) -> list[Item]:
    """
    Articles of a language, newest first, from ``start`` on.

    A ``section`` must have its names at hand: all items get this very one.
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
    beside = fetched(prefix, with_names=section is None, with_pictures=with_pictures)
    rows = rows.filter(where).prefetch_related(None).prefetch_related(*beside)
    shown = [item(row, language) for row in rows[start : start + most]]
    for entry in shown if section else ():
        entry.article.section = section
    return parted(shown)


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
    return parted(item(by_key[key], language) for key in keys if key in by_key)


def parted(shown: Iterable[Item]) -> list[Item]:
    """
    Items with the sentences of their texts that are in two languages.

    One query, and none where every sentence of every headline and summary passed.
    """
    given = list(shown)
    wanted = [
        entry.version.pk
        for entry in given
        if entry.version
        and (entry.version.headline_is_original or entry.version.summary_is_original)
    ]
    if not wanted:
        return given
    rows: dict[tuple[int, str], list[Segment]] = defaultdict(list)
    for row in Segment.objects.filter(OF_TEASERS, version__in=wanted).order_by(
        "version", "position"
    ):
        rows[row.version_id, row.path.partition("#")[0]].append(row)
    return [
        replace(entry, left=dict(left_of(entry, rows))) if entry.version else entry
        for entry in given
    ]


def left_of(
    entry: Item, rows: Mapping[tuple[int, str], Sequence[Segment]]
) -> Iterator[tuple[str, Words]]:
    """
    The texts of an item whose sentences were fetched.
    """
    if entry.version is None:
        return
    for name in ("headline", "summary"):
        if found := rows.get((entry.version.pk, name)):
            words = row_words(getattr(entry.version, name), entry.language, found)
            if words.parts or words.language == SOURCE:
                yield name, words


def lead_first(shown: Sequence[Teaser]) -> tuple[Teaser, ...]:
    """
    Teasers with one on top that fills its place.

    Where the newest has neither picture nor summary, the newest of the first few that
    has a picture stands before it; otherwise the order stays.
    """
    if not shown or shown[0].picture or shown[0].summary:
        return tuple(shown)
    lead = next((teaser for teaser in shown[:LEADS] if teaser.picture), shown[0])
    return (lead, *(teaser for teaser in shown if teaser is not lead))


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
        is_doubted=is_doubted(entry.version),
        level=entry.version.level if entry.version else "",
    )


def is_doubted(version: Version | None) -> bool:
    """
    Whether a headline or a summary may be wrong, and nobody answers for it.
    """
    return (
        version is not None
        and version.level == Level.MACHINE
        and version.headline_is_doubted
    )
