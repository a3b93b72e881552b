"""
What stands round every request: its id, one line in the log, and the measurements.
"""

import re
import uuid
from collections.abc import Callable
from time import perf_counter

import structlog
from django.http import HttpRequest, HttpResponse

from selaras_site.operations import counters

log = structlog.get_logger("selaras_site.requests")

ACCEPTABLE = re.compile(r"[A-Za-z0-9._-]{1,64}")
"""
Ids from outside that are taken over: nothing that could forge a line of a log.
"""

QUIET = frozenset({"operations:live", "operations:ready", "operations:metrics"})
"""
Views that machines ask every few seconds: measured, but not worth a line each time.
"""

Handler = Callable[[HttpRequest], HttpResponse]


class RequestMiddleware:
    """
    Stands first, so that what the others answer is named and measured as well.
    """

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """
        Answer a request under an id, which the answer carries.
        """
        number, began = request_id(request), perf_counter()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=number)
        try:
            response = self.get_response(request)
            response.headers["X-Request-ID"] = number
            tell(request, response, perf_counter() - began)
        finally:
            structlog.contextvars.clear_contextvars()
        return response


def request_id(request: HttpRequest) -> str:
    """
    The id that the request brought, if it can be nothing but an id; else a new one.
    """
    told = request.headers.get("X-Request-ID", "")
    return told if ACCEPTABLE.fullmatch(told) else uuid.uuid4().hex


def tell(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    """
    Count a request and log it: its path, never what was in its query.
    """
    view = view_of(request)
    counters.requests_count(view=view, status=response.status_code, seconds=seconds)
    if view in QUIET and response.status_code < 400:
        return
    log.info(
        "request",
        method=request.method,
        path=request.path,
        status=response.status_code,
        view=view,
        milliseconds=round(seconds * 1000, 1),
    )


def view_of(request: HttpRequest) -> str:
    """
    The name of the view: there are few, where addresses are without number.
    """
    match = request.resolver_match
    return match.view_name or "unnamed" if match else "none"
