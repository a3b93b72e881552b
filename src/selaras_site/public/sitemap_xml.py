"""
Sitemaps as XML, piece by piece (sitemaps.org, version 0.9).
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from django.conf import settings
from markupsafe import escape

from selaras.languages import LANGUAGES, Tag
from selaras_site.public.addresses import absolute, default_language
from selaras_site.public.lists import Item
from selaras_site.public.plain_text import xml_text
from selaras_site.public.sitemaps import Location

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
SCHEMA = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"

IN_MEMORY = 1 << 20
"""
Bytes of a sitemap that are kept in memory; a larger one is written to a file.
"""

NEWS_LANGUAGES: dict[Tag, str] = {"zh": "zh-cn"}
"""
Google's words for languages, where they are not ours: ISO 639, except for Chinese.
"""


def index_parts(entries: Iterable[tuple[str, datetime | None]]) -> Iterator[str]:
    """
    An index of sitemaps: their absolute addresses and when they changed.
    """
    yield f'{HEAD}<sitemapindex xmlns="{SCHEMA}">\n'
    for url, changed_at in entries:
        yield f"<sitemap><loc>{escape(url)}</loc>{lastmod(changed_at)}</sitemap>\n"
    yield "</sitemapindex>\n"


def url_parts(locations: Iterable[Location]) -> Iterator[str]:
    """
    A sitemap of pages. Every page lists all languages it exists in, itself too.
    """
    yield f'{HEAD}<urlset xmlns="{SCHEMA}" xmlns:xhtml="{XHTML}">\n'
    for location in locations:
        own = escape(absolute(location.paths[location.language]))
        yield f"<url><loc>{own}</loc>{lastmod(location.changed_at)}\n"
        yield "".join(alternates(location))
        yield "</url>\n"
    yield "</urlset>\n"


def alternates(location: Location) -> Iterator[str]:
    """
    The same set on all languages, and the one for readers of no language of ours.
    """
    for tag, row in LANGUAGES.items():
        if tag in location.paths:
            yield alternate(row.html, location.paths[tag])
    yield alternate("x-default", location.paths[default_language(location.paths)])


def alternate(hreflang: str, path: str) -> str:
    """
    One language of a page.
    """
    href = escape(absolute(path))
    return f'<xhtml:link rel="alternate" hreflang="{hreflang}" href="{href}"/>\n'


def news_parts(stories: Iterable[Item]) -> Iterator[str]:
    """
    A sitemap of news, as Google reads it.
    """
    yield f'{HEAD}<urlset xmlns="{SCHEMA}" xmlns:news="{NEWS}">\n'
    for story in stories:
        yield news_entry(story)
    yield "</urlset>\n"


def news_entry(story: Item) -> str:
    """
    One article. A headline that is Indonesian stays so; its page shows the same.
    """
    language = NEWS_LANGUAGES.get(story.language, story.language)
    return (
        f"<url><loc>{escape(absolute(story.address))}</loc>\n"
        f"<news:news><news:publication><news:name>"
        f"{escape(xml_text(settings.SITE_NAME))}</news:name>"
        f"<news:language>{language}</news:language></news:publication>\n"
        f"<news:publication_date>{story.article.first_published_at.isoformat()}"
        f"</news:publication_date>\n"
        f"<news:title>{escape(xml_text(story.headline.text))}</news:title>"
        f"</news:news></url>\n"
    )


def lastmod(changed_at: datetime | None) -> str:
    """
    When something changed, where we know it.
    """
    return f"<lastmod>{changed_at.isoformat()}</lastmod>" if changed_at else ""


def spooled(parts: Iterable[str]) -> tuple[IO[bytes], str]:
    """
    Pieces as a file to be read from its beginning, and a name for its content.

    Whatever goes wrong does so before the first byte is sent.
    """
    made = hashlib.sha256()
    file = cast("IO[bytes]", SpooledTemporaryFile(max_size=IN_MEMORY))  # noqa: SIM115
    for part in parts:
        piece = part.encode()
        made.update(piece)
        file.write(piece)
    file.seek(0)
    return file, made.hexdigest()[:32]
