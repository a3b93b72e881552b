"""
Sitemaps: an index, a file of articles for each language and range, one for news.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import chain

from django.http import (
    FileResponse,
    HttpRequest,
    HttpResponseBase,
    HttpResponseNotFound,
)
from django.urls import reverse
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from selaras.languages import LANGUAGES, Tag
from selaras_site.public import sitemaps
from selaras_site.public.addresses import absolute
from selaras_site.public.conditional import conditional, kept
from selaras_site.public.sitemap_xml import (
    index_parts,
    news_parts,
    spooled,
    url_parts,
)

SECONDS = 300


@require_safe
def index(request: HttpRequest) -> HttpResponseBase:
    """
    All sitemaps that have something in them.
    """
    return xml(request, index_parts(entries()))


@require_safe
def pages(request: HttpRequest) -> HttpResponseBase:
    """
    Front pages, sections, policies, in all languages.
    """
    return xml(request, url_parts(sitemaps.fixed_pages()))


@require_safe
def articles(request: HttpRequest, language: Tag, number: int) -> HttpResponseBase:
    """
    The articles of a language whose ids are in a range.
    """
    if language not in LANGUAGES:
        return HttpResponseNotFound()
    locations = sitemaps.article_locations(language, number)
    first = next(locations, None)
    if first is None:
        return HttpResponseNotFound()
    return xml(request, url_parts(chain([first], locations)))


@require_safe
def news(request: HttpRequest, language: Tag) -> HttpResponseBase:
    """
    The news of the last two days. It may be empty: it is asked for all the time.
    """
    if language not in LANGUAGES:
        return HttpResponseNotFound()
    return xml(request, news_parts(sitemaps.news(language)))


def entries() -> Iterator[tuple[str, datetime | None]]:
    """
    The sitemaps of the index.
    """
    yield absolute(reverse("sitemap-pages")), None
    for language in sitemaps.news_languages():
        yield absolute(reverse("sitemap-news", args=[language])), None
    for file in sitemaps.files():
        path = reverse("sitemap-articles", args=[file.language, file.number])
        yield absolute(path), file.changed_at


def xml(request: HttpRequest, parts: Iterable[str]) -> HttpResponseBase:
    """
    A document as an answer that is not held in memory.
    """
    file, name = spooled(parts)
    response = FileResponse(file, content_type="application/xml; charset=utf-8")
    response["ETag"] = quote_etag(name)
    return conditional(request, kept(response, SECONDS))
