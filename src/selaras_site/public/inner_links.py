"""
Where links in the text of an article lead.

Those to articles of ours lead to the article in the reader's language.
"""

from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve

from selaras.article.formats.cleaning import safe_address
from selaras.languages import Tag
from selaras.pipeline.pages.surroundings import ELSEWHERE
from selaras_site.public.addresses import at

ARTICLES = frozenset(
    {"short", "article", "article-id", "article-in-section", "article-slashed"}
)
"""
Views whose address has the id of an article that can be read.
"""


def link_address(href: str, language: Tag) -> str:
    """
    Where a link leads for readers of a language; nothing where that is not safe.

    The language of the link does not matter, and neither do its words: the id is the
    article. A sentence of it has the same number in all languages.
    """
    safe = safe_address(href)
    if safe.startswith("//"):
        safe = f"https:{safe}"
    try:
        path = path_of_ours(safe)
        return (path and article_link(path, language)) or safe
    except ValueError:  # brackets that are no IPv6 address
        return ""


def path_of_ours(href: str) -> str:
    """
    The path and fragment of an address on our site, or nothing.
    """
    if href.startswith("/"):
        return href
    if not ELSEWHERE.match(href):
        return ""
    given, ours = urlsplit(href), urlsplit(settings.SITE_URL)
    if given.scheme not in {"http", "https"} or given.netloc.lower() != ours.netloc:
        return ""
    return given._replace(scheme="", netloc="").geturl() or "/"


def article_link(path: str, language: Tag) -> str:
    """
    The short link of the article at a path, in a language; nothing where none is.
    """
    parts = urlsplit(path)
    try:
        found = resolve(unquote(parts.path))
    except Resolver404:
        return ""
    if found.url_name not in ARTICLES or not found.namespace.startswith("public"):
        return ""
    short = at(language, "short", id=found.kwargs["id"])
    return f"{short}#{parts.fragment}" if parts.fragment else short
