"""
The pages on which readers report an error, and see what became of it.
"""

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from selaras.languages import Tag
from selaras_site.public.article_page import facts_of
from selaras_site.public.outcome import outcome_page
from selaras_site.public.rendering import form_answer
from selaras_site.public.report import (
    LONGEST,
    cleaned_name,
    refusal,
    report_make,
    report_page,
    reporter_of,
    sentence_meant,
)
from selaras_site.public.views import article_row, gone, in_language
from selaras_site.translations.models import Report
from selaras_site.translations.ticketing import cleaned


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
@in_language
def report(request: HttpRequest, language: Tag, id: int) -> HttpResponse:  # noqa: A002
    """
    The form for an error in a sentence of a version.
    """
    row = article_row(id)
    facts = facts_of(row, language) if row else None
    if facts is None or facts.version is None:
        return gone(language, row)
    about = sentence_meant(facts, {**request.GET.dict(), **request.POST.dict()})
    if request.method != "POST":
        return form_answer(request, "report", report_page(facts, about))
    written: dict[str, Any] = {
        "kind": request.POST.get("kind", ""),
        "text": cleaned(request.POST.get("text", ""), LONGEST),
        "name": cleaned_name(request.POST.get("name", "")),
    }
    reporter = reporter_of(request)
    if error := refusal(reporter, written["kind"], written["name"]):
        chosen = {"chosen": written.pop("kind"), "error": error}
        page = report_page(facts, about, **chosen, **written)
        return form_answer(request, "report", page, status=400)
    made = report_make(
        version=about.version, segment=about.segment, reporter=reporter, **written
    )
    return form_answer(request, "report", report_page(facts, about, sent=made))


@require_safe
@in_language
def outcome(request: HttpRequest, language: Tag, token: UUID) -> HttpResponse:
    """
    What became of a report. Its address cannot be guessed, and nobody keeps the page.
    """
    found = Report.objects.select_related("version").filter(token=token).first()
    if found is None:
        return gone(language)
    row = article_row(found.version.article_id)
    facts = facts_of(row, found.version.language) if row else None
    response = form_answer(request, "outcome", outcome_page(found, language, facts))
    response["Referrer-Policy"] = "no-referrer"  # the address is the reader's alone
    return response
