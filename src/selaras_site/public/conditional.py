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
from http import HTTPStatus
from typing import Any, TypeVar, cast

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date, quote_etag

Response = TypeVar("Response", bound=HttpResponseBase)
View = Callable[..., HttpResponseBase]
OK = HTTPStatus.OK


def revalidated(view: View) -> View:
    """
    Let a view answer 304 to who has what it would say; not where nobody may keep it.
    """

    @wraps(view)
    def asked(request: HttpRequest, **parts: Any) -> HttpResponseBase:
        response = view(request, **parts)
        is_private = "no-store" in response.get("Cache-Control", "")
        return response if is_private else conditional(request, response)

    return asked


def conditional(request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
    """
    The answer with its entity tag, or 304 for who has it already.

    A streaming answer must bring its tag; another one's is made of its content.
    """
    if response.status_code != OK:
        return response
    if isinstance(response, HttpResponse) and "ETag" not in response:
        response["ETag"] = quote_etag(digest(response.content))
    given = get_conditional_response(
        request, etag=response["ETag"], response=cast("HttpResponse", response)
    )
    if given is None or given is response:
        return response
    # Closing the answer itself would tell Django that the request is over.
    if isinstance(response, FileResponse) and response.file_to_stream is not None:
        response.file_to_stream.close()
    return given


def digest(content: bytes) -> str:
    """
    A short name for what these bytes are.
    """
    return hashlib.sha256(content).hexdigest()[:32]


def kept(
    response: Response, seconds: int, changed_at: datetime | None = None
) -> Response:
    """
    An answer that anybody may keep for a while, with the time of its last change.
    """
    patch_cache_control(
        response, public=True, max_age=seconds, stale_while_revalidate=seconds
    )
    if changed_at is not None:
        response["Last-Modified"] = http_date(changed_at.timestamp())
    return response
