"""
From a page's values to an answer.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control

from selaras.languages import LANGUAGES, Tag

SECONDS = 30
"""
How long anybody may keep a page: what is withdrawn must be gone soon.
"""


def answer(
    template: str,
    page: Any,
    *,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """
    A page as an answer. It depends on nobody's session, so anybody may keep it a while.
    """
    language: Tag = page.frame.language
    response = HttpResponse(
        render_to_string(f"public/{template}.html", {"page": page, **context}),
        status=status,
        headers={"Content-Language": LANGUAGES[language].html},
    )
    patch_cache_control(
        response, public=True, max_age=SECONDS, stale_while_revalidate=SECONDS
    )
    return response


def form_answer(
    request: HttpRequest,
    template: str,
    page: Any,
    *,
    status: int = 200,
) -> HttpResponse:
    """
    A page with a form as an answer: for this reader alone, and not kept.
    """
    response = render(request, f"public/{template}.html", {"page": page}, status=status)
    response["Content-Language"] = LANGUAGES[page.frame.language].html
    patch_cache_control(response, private=True, no_store=True)
    return response
