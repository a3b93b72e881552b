"""
What readers are told where no page can be made: in the language of the address.

An unknown address gets our page for what is missing. The others stand by themselves:
they ask neither the database nor a template for anything, so that they cannot fail.
"""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from markupsafe import Markup

from selaras.languages import LANGUAGES, SOURCE, TARGETS, Tag
from selaras_site.public.addresses import at
from selaras_site.public.missing import missing_page
from selaras_site.public.rendering import answer

NO_PAGES = frozenset({"newsroom", "documents", "media", "static", "health"})
"""
Beginnings of addresses that are not readers' pages: they get the short answer.
"""

PAGE = Markup("""<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} – {site_name}</title>
<meta name="robots" content="noindex">
{style}</head>
<body class="on-page">
<main id="main"><div class="empty">
<h1>{title}</h1>
<p>{text}</p>
<p><a class="button" href="{home}">{go}</a></p>
</div></main>
</body>
</html>
""")

Words = Callable[[], tuple[str, str]]


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """
    Nothing at this address.
    """
    if first_part(request) in NO_PAGES:
        return plain_page(request, HTTPStatus.NOT_FOUND, nothing_here)
    language = language_of(request)
    with translation.override(LANGUAGES[language].html.lower()):
        return answer("missing", missing_page(language, None), status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """
    An error of ours.
    """
    return plain_page(request, HTTPStatus.INTERNAL_SERVER_ERROR, our_fault)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """
    A request that cannot be meant.
    """
    return plain_page(request, HTTPStatus.BAD_REQUEST, not_understood)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """
    A page that this reader may not see.
    """
    return plain_page(request, HTTPStatus.FORBIDDEN, not_allowed)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:
    """
    A form that does not come from a page of ours, or whose page is too old.
    """
    return plain_page(request, HTTPStatus.FORBIDDEN, form_refused)


def nothing_here() -> tuple[str, str]:
    """
    What 404 means.
    """
    return (
        _("This page does not exist"),
        _("The address may be mistyped, or the page was taken down."),
    )


def our_fault() -> tuple[str, str]:
    """
    What 500 means.
    """
    return (
        _("Something went wrong on our side"),
        _("The error has been recorded. Please try again in a few minutes."),
    )


def not_understood() -> tuple[str, str]:
    """
    What 400 means.
    """
    return (
        _("This request could not be understood"),
        _("The address or the form may be damaged. Please go back and try again."),
    )


def not_allowed() -> tuple[str, str]:
    """
    What 403 means.
    """
    return (
        _("You are not allowed to see this page"),
        _("If you think that this is an error, please tell the newsroom."),
    )


def form_refused() -> tuple[str, str]:
    """
    What 403 means for a form.
    """
    return (
        _("The form could not be accepted"),
        _(
            "Your browser did not confirm that the form is ours. Please allow cookies "
            "for this site, open the page again and send the form once more."
        ),
    )


def plain_page(request: HttpRequest, status: HTTPStatus, words: Words) -> HttpResponse:
    """
    A page made of a few words; nobody keeps it.
    """
    language = language_of(request)
    facts = LANGUAGES[language]
    with translation.override(facts.html.lower()):
        title, text = words()
        page = PAGE.format(
            lang=facts.html,
            dir=facts.direction,
            title=title,
            text=text,
            site_name=settings.SITE_NAME,
            style=style_link(),
            home=at(language, "home"),
            go=_("Go to the front page"),
        )
    response = HttpResponse(
        page, status=status, headers={"Content-Language": facts.html}
    )
    patch_cache_control(response, private=True, no_store=True)
    return response


def style_link() -> Markup:
    """
    Our style sheet; nothing where static files were not collected.
    """
    try:
        address = static("public/site.css")
    except ValueError:
        return Markup("")
    return Markup('<link rel="stylesheet" href="{}">\n').format(address)


def language_of(request: HttpRequest) -> Tag:
    """
    The language of an address, by how it begins.
    """
    first = first_part(request)
    return next((tag for tag in TARGETS if tag == first), SOURCE)


def first_part(request: HttpRequest) -> str:
    """
    What stands before the second slash of an address.
    """
    return request.path_info.lstrip("/").partition("/")[0]
