"""
JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/).
"""

from collections.abc import Iterator
from functools import partial
from html import escape

from selaras_site.ingest.incoming import Harvest, IncomingImage
from selaras_site.ingest.readers.bodies import html_of
from selaras_site.ingest.readers.decoding import decode
from selaras_site.ingest.readers.json_fields import (
    Fields,
    fields_of,
    inner,
    items,
    load_json,
    objects,
    text,
    texts,
)
from selaras_site.ingest.readers.making import Found, gather, outcomes

VERSION = "https://jsonfeed.org/version/"


def read(data: bytes, content_type: str = "", url: str = "") -> Harvest:
    """
    Read a feed. ``url`` is where it came from.
    """
    return read_value(load_json(decode(data, content_type)), url)


def read_value(value: object, url: str = "") -> Harvest:
    """
    Read a feed out of parsed JSON.
    """
    feed = fields_of(value)
    return gather(outcomes(items(feed, "items"), partial(find_article, feed, url)))


def find_article(feed: Fields, feed_url: str, value: object) -> Found:
    """
    What an item says.
    """
    item = fields_of(value)
    link = text(item, "url") or text(item, "external_url")
    tags = texts(item, "tags")
    return Found(
        external_id=text(item, "id") or link,
        url=link,
        base=link or text(feed, "home_page_url") or feed_url,
        headline=escape(text(item, "title"), quote=False),
        summary=escape(text(item, "summary"), quote=False),
        body=text(item, "content_html") or html_of(text(item, "content_text")),
        section=tags[0] if tags else "",
        tags=tags[1:],
        byline=byline_of(item) or byline_of(feed),
        published=text(item, "date_published"),
        modified=text(item, "date_modified"),
        language=text(item, "language") or text(feed, "language"),
        images=tuple(images_of(item)),
    )


def byline_of(fields: Fields) -> str:
    """
    The names of the authors; 1.0 knew only one.
    """
    authors = objects(fields, "authors") or [inner(fields, "author")]
    return ", ".join(filter(None, (text(each, "name") for each in authors)))


def images_of(item: Fields) -> Iterator[IncomingImage]:
    """
    The pictures beside the text.
    """
    yield IncomingImage(url=text(item, "image"))
    yield IncomingImage(url=text(item, "banner_image"))
    for each in objects(item, "attachments"):
        if text(each, "mime_type").startswith("image/"):
            yield IncomingImage(url=text(each, "url"), caption=text(each, "title"))
