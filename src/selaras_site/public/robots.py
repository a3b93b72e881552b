"""
What robots should leave alone, and where the sitemaps are.
"""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from selaras.languages import LANGUAGES
from selaras_site.public.addresses import absolute, at
from selaras_site.public.conditional import conditional, kept

SECONDS = 3600


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:
    """
    ``robots.txt`` (RFC 9309).
    """
    response = HttpResponse("\n".join(lines()), content_type="text/plain")
    return conditional(request, kept(response, SECONDS))


def lines() -> Iterator[str]:
    """
    The newsroom, and in every language searches and forms.
    """
    yield "User-agent: *"
    yield f"Disallow: {reverse('wagtailadmin_home')}"
    yield "Disallow: /documents/"
    for language in LANGUAGES:
        yield f"Disallow: {at(language, 'search')}"
        yield f"Disallow: {at(language, 'report', id=0).removesuffix('0/')}"
    yield ""
    yield f"Sitemap: {absolute(reverse('sitemap'))}"
    yield ""
