"""
Answers that need not be sent again to those who have them.

The entity tag alone decides. ``Last-Modified`` is sent for information where it is
known, but ``If-Modified-Since`` is not obeyed: what was withdrawn leaves no newer date
behind, and who asks by date alone would keep it (RFC 9110, 13.1.3, lets us ignore it).
"""

import hashlib
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag

Response = TypeVar("Response", bound=HttpResponseBase)


def revalidated(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """
    Let a view answer 304 to who has what it would say; not where nobody may keep it.
    """

    @wraps(view)
    def asked(request: HttpRequest, **parts: Any) -> HttpResponseBase:
        response = view(request, **parts)
        is_private = "no-store" in response.get("Cache-Control", "")
        is_done = is_private or "ETag" in response
        return response if is_done else conditional(request, response)

    return asked


def conditional(
    request: HttpRequest, response: HttpResponseBase, etag: str = ""
) -> HttpResponseBase:
    """
    The answer with its entity tag, or 304 for who has it already.

    A streaming answer must bring its tag; another one's is made of its content.
    """
    if response.status_code != 200:  # noqa: PLR2004 - only what is there can be kept
        return response
    if not etag and isinstance(response, HttpResponse):
        etag = digest(response.content)
    response["ETag"] = quote_etag(etag)
    given = get_conditional_response(request, etag=response["ETag"], response=response)
    if given is not None and given is not response:
        response.close()
    return response if given is None else given


def digest(content: bytes) -> str:
    """
    A short name for what these bytes are.
    """
    return hashlib.sha256(content).hexdigest()[:32]


def kept(response: Response, seconds: int, changed_at: datetime | None) -> Response:
    """
    An answer that anybody may keep for a while, with the time of its last change.
    """
    patch_cache_control(
        response, public=True, max_age=seconds, stale_while_revalidate=seconds
    )
    if changed_at is not None:
        response["Last-Modified"] = http_date(changed_at.timestamp())
    return response
