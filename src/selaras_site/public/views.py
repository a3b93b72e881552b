"""
Readers' pages. A view finds the rows, a selector makes the page, a template writes it.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    HttpResponseRedirect,
)
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from selaras.languages import LANGUAGES, Tag
from selaras_site.articles.models import Article, Section, SectionName
from selaras_site.public import listing
from selaras_site.public.article_page import article_page, facts_of
from selaras_site.public.corrections import corrections_page
from selaras_site.public.counting import counted
from selaras_site.public.missing import missing_page
from selaras_site.public.policies import policy_page
from selaras_site.public.rendering import SECONDS, answer

View = Callable[..., HttpResponse]


def in_language(view: View) -> View:
    """
    Let a view speak the language of its address.
    """

    @wraps(view)
    def spoken(request: HttpRequest, language: Tag, **parts: Any) -> HttpResponse:
        with translation.override(LANGUAGES[language].html.lower()):
            return view(request, language, **parts)

    return spoken


def page_number(request: HttpRequest) -> int:
    """
    The number of a page in a list, from 1; nonsense is the first.
    """
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdigit()):
        return 1
    # Python refuses to read a number of thousands of digits.
    return min(int(text.lstrip("0")[:5] or 1), 1000)


@require_safe
@in_language
def home(request: HttpRequest, language: Tag) -> HttpResponse:
    """
    The front page.
    """
    return answer("list", listing.home(language, page_number(request)))


@require_safe
@in_language
def section(request: HttpRequest, language: Tag, section: str) -> HttpResponse:
    """
    A section's articles.
    """
    found = section_at(language, section)
    if found is None:
        return gone(language)
    return answer("list", listing.section(language, found, page_number(request)))


@require_safe
@in_language
def tag(request: HttpRequest, language: Tag, tag: str) -> HttpResponse:
    """
    The articles with a tag.
    """
    page = listing.tag(language, tag, page_number(request))
    return answer("list", page) if page else gone(language)


@require_safe
@in_language
def search(request: HttpRequest, language: Tag) -> HttpResponse:
    """
    What a search finds.
    """
    text = request.GET.get("q", "")[:200].strip()
    return answer("list", listing.search(language, text, page_number(request)))


@require_safe
@in_language
def corrections(request: HttpRequest, language: Tag) -> HttpResponse:
    """
    All corrections, newest first.
    """
    return answer("corrections", corrections_page(language, page_number(request)))


@require_safe
@in_language
def policy(request: HttpRequest, language: Tag, page: str) -> HttpResponse:
    """
    A page about the newspaper and its machine.
    """
    made = policy_page(language, page)
    return answer("policy", made) if made else gone(language)


@counted
@require_safe
@in_language
def article(
    request: HttpRequest,
    language: Tag,
    id: int,  # noqa: A002 - as in the address
    section: str = "",
    slug: str = "",
) -> HttpResponse:
    """
    An article or its version; another address of the same id leads here.
    """
    row = article_row(id)
    facts = facts_of(row, language) if row else None
    if facts is None:
        return gone(language, row)
    if request.path != facts.paths[language]:
        return moved(with_query(request, facts.paths[language]))
    return answer("article", article_page(facts))


@require_safe
@in_language
def short(request: HttpRequest, language: Tag, id: int) -> HttpResponse:  # noqa: A002
    """
    The short link of an article: its address may change, so it is not for ever.
    """
    row = article_row(id)
    facts = facts_of(row, language) if row else None
    if facts is None:
        return gone(language, row)
    return HttpResponseRedirect(with_query(request, facts.paths[language]))


def article_row(id: int) -> Article | None:  # noqa: A002 - as in the address
    """
    An article with what its page needs.
    """
    found = (
        Article.objects.defer("body")
        .select_related("section")
        .prefetch_related("section__names")
        .filter(pk=id)
        .first()
    )
    return cast("Article | None", found)


def section_at(language: Tag, slug: str) -> Section | None:
    """
    A section by its address in a language, or by its identifier where it has no name.
    """
    named = (
        SectionName.objects.filter(language=language, slug=slug)
        .select_related("section")
        .prefetch_related("section__names")
        .first()
    )
    if named:
        return cast("Section", named.section)
    unnamed = Section.objects.filter(slug=slug).exclude(names__language=language)
    return cast("Section | None", unnamed.prefetch_related("names").first())


def gone(language: Tag, row: Article | None = None) -> HttpResponse:
    """
    Nothing here: 410 where an article was taken down, 404 otherwise.
    """
    was_published = row is not None and row.first_published_at is not None
    status = 410 if was_published and row is not None and not row.live else 404
    return answer("missing", missing_page(language, row), status=status)


def moved(path: str) -> HttpResponse:
    """
    A lasting redirect that nobody keeps for long.

    The words of an address may go back to what they were, and a browser that had kept
    both ways would go round in circles.
    """
    response = HttpResponsePermanentRedirect(path)
    patch_cache_control(response, public=True, max_age=SECONDS)
    return response


def with_query(request: HttpRequest, path: str) -> str:
    """
    An address with the query that came with the request.
    """
    query = request.META.get("QUERY_STRING", "")
    return f"{path}?{query}" if query else path
