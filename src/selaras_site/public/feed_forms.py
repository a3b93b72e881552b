"""
A feed in its three forms: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1.
"""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any, cast

from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.xmlutils import SimplerXMLGenerator

from selaras_site.public.feeds import Feed, FeedItem

NAMESPACE = "urn:selaras:feed:1"
"""
Of the element that says where a text comes from; ``docs/reference/feeds.md`` has it.
"""

MEDIA = "http://search.yahoo.com/mrss/"
CARD = {"medium": "image", "width": "1200", "height": "630"}
NAMESPACES = {"xmlns:selaras": NAMESPACE, "xmlns:media": MEDIA}

Data = dict[str, Any]


class Marked(SyndicationFeed):
    """
    What our RSS and our Atom have in common: languages, a picture, the marks.

    Each item has our own ``source`` besides what Django knows.
    """

    def latest_post_date(self) -> datetime:
        """
        Of the feed, not of the clock where it is empty: it would never be the same.
        """
        changed: datetime = self.feed["changed_at"]
        return changed

    def item_attributes(self, item: Data) -> dict[str, str]:
        """
        The language of an item.
        """
        return {"xml:lang": str(item["source"].marks["language"])}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Data) -> None:
        """
        What Django writes, then the picture and the marks.
        """
        source: FeedItem = item["source"]
        titled = cast("SimplerXMLGenerator", _Titled(handler, source))
        super().add_item_elements(titled, item)
        handler.addQuickElement("media:content", "", {"url": source.card, **CARD})
        handler.addQuickElement("selaras:version", "", attributes(source))


class RssForm(Marked, Rss201rev2Feed):
    """
    RSS 2.0.
    """

    def rss_attributes(self) -> dict[str, str]:
        """
        The namespaces, declared once.
        """
        return {**super().rss_attributes(), **NAMESPACES}

    def root_attributes(self) -> dict[str, str]:
        """
        The language of the channel.
        """
        return {"xml:lang": self.feed["language"]}

    def add_item_elements(self, handler: SimplerXMLGenerator, item: Data) -> None:
        """
        RSS knows no time of change; Atom's element does.
        """
        super().add_item_elements(handler, item)
        handler.addQuickElement("atom:updated", item["updateddate"].isoformat())


class AtomForm(Marked, Atom1Feed):
    """
    Atom.
    """

    def root_attributes(self) -> dict[str, str]:
        """
        The language and the namespaces, declared once.
        """
        return {**super().root_attributes(), **NAMESPACES}


class _Titled:
    """
    A writer that says of a title or a summary in another language which it is.
    """

    def __init__(self, handler: SimplerXMLGenerator, source: FeedItem) -> None:
        self._handler = handler
        self._words = {
            "title": source.title,
            "summary": source.summary,
            "description": source.summary,
        }
        self._language = source.marks["language"]

    def addQuickElement(  # noqa: N802 - Django's name
        self, name: str, contents: str | None = None, attrs: Data | None = None
    ) -> None:
        words = self._words.get(name)
        if words and words.lang != self._language:
            attrs = {**(attrs or {}), "xml:lang": words.lang}
        self._handler.addQuickElement(name, contents, attrs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._handler, name)


def attributes(item: FeedItem) -> dict[str, str]:
    """
    Marks as attributes of an element.
    """
    return {name.replace("_", "-"): str(value) for name, value in item.marks.items()}


def write_rss(feed: Feed) -> bytes:
    """
    A feed as RSS.
    """
    return written(RssForm, feed)


def write_atom(feed: Feed) -> bytes:
    """
    A feed as Atom.
    """
    return written(AtomForm, feed)


def written(form: type[Marked], feed: Feed) -> bytes:
    """
    A feed in one of Django's forms. A description is HTML in both; ours is plain text.
    """
    made = form(
        title=feed.title,
        link=feed.home_url,
        description=feed.description,
        subtitle=feed.description,
        language=feed.lang,
        author_name=feed.publisher,
        feed_url=feed.url,
        feed_guid=feed.url,
        changed_at=feed.updated_at,
    )
    for item in feed.items:
        made.add_item(
            title=item.title.text,
            link=item.url,
            description=escape(item.summary.text),
            author_name=item.byline or None,
            pubdate=item.published_at,
            updateddate=item.updated_at,
            unique_id=item.id,
            unique_id_is_permalink=False,
            categories=(item.section,),
            source=item,
        )
    return made.writeString("utf-8").encode()


def write_json(feed: Feed) -> bytes:
    """
    A feed as JSON Feed.
    """
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home_url,
        "feed_url": feed.url,
        "description": feed.description,
        "language": feed.lang,
        "authors": [{"name": feed.publisher}],
        "items": [json_item(item) for item in feed.items],
    }
    return json.dumps(data, ensure_ascii=False).encode()


def json_item(item: FeedItem) -> Data:
    """
    An item of a JSON Feed. It must have a content: without a summary, its headline.
    """
    data = {
        "id": item.id,
        "url": item.url,
        "title": item.title.text,
        "summary": item.summary.text,
        "content_text": item.summary.text or item.title.text,
        "image": item.card,
        "date_published": item.published_at.isoformat(),
        "date_modified": item.updated_at.isoformat(),
        "authors": [{"name": item.byline}] if item.byline else [],
        "tags": [item.section],
        "language": item.marks["language"],
        "_selaras": item.marks,
    }
    return {name: value for name, value in data.items() if value}


Writer = Callable[[Feed], bytes]

FORMS: Mapping[str, tuple[Writer, str]] = MappingProxyType(
    {
        "rss": (write_rss, "application/rss+xml; charset=utf-8"),
        "atom": (write_atom, "application/atom+xml; charset=utf-8"),
        "json": (write_json, "application/feed+json; charset=utf-8"),
    }
)
"""
How each form is written, and its type.
"""
