"""
What a feed says, before it is written in one of three forms.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

from django.conf import settings
from django.utils.translation import gettext as _

from selaras.languages import LANGUAGES, SOURCE, Tag
from selaras_site.articles.models import Section
from selaras_site.public.addresses import (
    absolute,
    at,
    original_address,
    section_address,
)
from selaras_site.public.card_words import card_address
from selaras_site.public.lists import Item
from selaras_site.public.pages import Words
from selaras_site.public.plain_text import xml_text
from selaras_site.public.stories import stories, updated_at
from selaras_site.translations.certificates import (
    DIGITAL_SOURCE,
    SOURCE_TYPE,
    reviewer_shown,
)
from selaras_site.translations.models import Level, State, Version

MOST = 50
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""
The age of a feed in which nothing is: the same at every asking.
"""

Marks = dict[str, str | int]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """
    An article in a feed.

    ``id`` stays the same when the words of its address change. ``marks`` say where the
    text comes from: state, level, engine, who reviewed it.
    """

    id: str
    url: str
    title: Words
    summary: Words
    section: str
    byline: str
    published_at: datetime
    updated_at: datetime
    card: str
    marks: Marks = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """
    A feed of a language, or of a section of it; its addresses are absolute.
    """

    language: Tag
    publisher: str
    title: str
    description: str
    url: str
    home_url: str
    items: tuple[FeedItem, ...]

    @property
    def lang(self) -> str:
        """
        The value of ``xml:lang``.
        """
        return LANGUAGES[self.language].html

    @property
    def updated_at(self) -> datetime:
        """
        When anything in it was new.
        """
        return max((entry.updated_at for entry in self.items), default=NEVER)


def make_feed(
    language: Tag, url: str, *, section: Section | None, only_reviewed: bool
) -> Feed:
    """
    The newest articles of a language or of a section.
    """
    found = stories(language, most=MOST, section=section, only_reviewed=only_reviewed)
    home = section_address(section, language) if section else at(language, "home")
    return Feed(
        language=language,
        publisher=xml_text(settings.SITE_NAME),
        title=title_of(language, section),
        description=_("News from Indonesia, in six languages."),
        url=url,
        home_url=absolute(home),
        items=tuple(map(feed_item, found)),
    )


def title_of(language: Tag, section: Section | None) -> str:
    """
    The newspaper's name, and the section's.
    """
    name: str = settings.SITE_NAME
    return xml_text(f"{name}: {section.name_in(language)}" if section else name)


def feed_item(story: Item) -> FeedItem:
    """
    An article as a feed tells of it.
    """
    article, language = story.article, story.language
    return FeedItem(
        id=absolute(at(language, "short", id=article.pk)),
        url=absolute(story.address),
        title=cleaned(story.headline),
        summary=cleaned(story.summary),
        section=xml_text(article.section.name_in(language)),
        byline=xml_text(article.byline),
        published_at=article.first_published_at,
        updated_at=updated_at(story),
        card=absolute(card_address(story)),
        marks={name: value for name, value in marks(story) if value != ""},
    )


def cleaned(words: Words) -> Words:
    """
    A text as a feed can carry it, its language kept.
    """
    return Words(text=xml_text(words.text), language=words.language)


def marks(story: Item) -> Iterator[tuple[str, str | int]]:
    """
    Where the text comes from. An original is written by people and has no original.
    """
    version = story.version
    yield "state", version.state if version else State.LIVE.value
    yield "level", version.level if version else Level.HUMAN.value
    yield "language", LANGUAGES[story.language].html
    yield "headline_language", story.headline.lang
    if version:
        yield "original", absolute(original_address(story.article))
        yield "original_language", LANGUAGES[SOURCE].html
        yield from making(version)


def making(version: Version) -> Iterator[tuple[str, str | int]]:
    """
    Who made a version: what is no machine's work names no engine.
    """
    if kind := DIGITAL_SOURCE.get(version.level):
        yield "digital_source_type", f"{SOURCE_TYPE}{kind}"
        yield "credit", xml_text(version.engine)
    if version.made_at:
        yield "made_at", version.made_at.isoformat()
    if version.reviewed_by and version.reviewed_at:
        if name := reviewer_shown(version.reviewed_by):
            yield "reviewer", xml_text(name)
        yield "reviewed_at", version.reviewed_at.isoformat()
    yield "sentences", version.sentences
    yield "sentences_in_indonesian", version.failed_closed
    if version.level == Level.MACHINE:
        yield "sentences_not_certain", version.doubted
