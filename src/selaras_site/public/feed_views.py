"""
Feeds of a language and of its sections.
"""

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBadRequest,
    HttpResponseNotFound,
)
from django.views.decorators.http import require_safe

from selaras.languages import LANGUAGES, Tag
from selaras_site.public.addresses import absolute
from selaras_site.public.conditional import kept
from selaras_site.public.feed_forms import FORMS
from selaras_site.public.feeds import make_feed
from selaras_site.public.views import in_language, section_at

SECONDS = 60
LEVELS = ("", "reviewed")


@require_safe
@in_language
def feed(
    request: HttpRequest, language: Tag, form: str, section: str = ""
) -> HttpResponse:
    """
    The newest articles.

    Whoever asks for a level that we do not know is told so: a feed of all levels would
    be taken for what was asked for.
    """
    level = request.GET.get("level", "")
    if level not in LEVELS:
        return HttpResponseBadRequest("Expected level to be reviewed, or to be absent.")
    chosen = section_at(language, section) if section else None
    if form not in FORMS or (section and chosen is None):
        return HttpResponseNotFound()
    write, content_type = FORMS[form]
    url = absolute(f"{request.path}?level={level}" if level else request.path)
    made = make_feed(language, url, section=chosen, only_reviewed=level == "reviewed")
    response = HttpResponse(
        write(made),
        content_type=content_type,
        headers={"Content-Language": LANGUAGES[language].html},
    )
    changed_at = made.updated_at if made.items else None
    return kept(response, SECONDS, changed_at)
