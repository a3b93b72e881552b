"""
What machines ask.
"""

import hmac
from ipaddress import ip_address
from pathlib import Path

from django.conf import settings
from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseForbidden,
    JsonResponse,
)
from django.http.response import HttpResponseBase
from django.utils.cache import patch_cache_control
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django.views.static import serve
from prometheus_client import CONTENT_TYPE_LATEST

from selaras_site.operations.health import reasons_not_ready
from selaras_site.operations.metrics import exposition

FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-IP")
"""
What a proxy says of whom it speaks for: then the address that we see is the proxy's.
"""


PICTURES = frozenset({"images", "original_images", "avatar_images"})
"""
The folders below the one of files that anybody may read.
"""


@never_cache
@require_safe
def live(request: HttpRequest) -> JsonResponse:
    """
    This process answers. Nothing else is asked, so that no other's trouble restarts it.
    """
    return JsonResponse({"status": "live"})


@never_cache
@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """
    The database is there and up to date, and a worker is alive; else 503 and why not.
    """
    reasons = reasons_not_ready()
    status = "not ready" if reasons else "ready"
    answer = {"status": status, "reasons": reasons}
    return JsonResponse(answer, status=503 if reasons else 200)


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """
    Measurements for Prometheus.
    """
    if not may_see(request):
        return HttpResponseForbidden(
            "Measurements are for this machine and its private network, or for who has "
            "the token (SELARAS_METRICS_TOKEN).\n",
            content_type="text/plain",
        )
    return HttpResponse(exposition(), content_type=CONTENT_TYPE_LATEST)


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """
    A picture. A proxy may serve the same folder itself, and quicker.

    Documents lie in the folder as well, but have an address that asks who may see them.
    """
    folder, *rest = path.split("/")
    if folder not in PICTURES or ".." in rest:
        raise Http404
    root = Path(settings.MEDIA_ROOT) / folder
    response = serve(request, "/".join(rest), document_root=str(root))
    # A picture that is changed gets another name.
    patch_cache_control(response, public=True, max_age=31_536_000, immutable=True)
    return response


def may_see(request: HttpRequest) -> bool:
    """
    With a token set, whoever has it; without one, whoever is near and comes directly.
    """
    if token := settings.SELARAS_METRICS_TOKEN:
        told = request.headers.get("Authorization", "")
        return hmac.compare_digest(told.encode(), f"Bearer {token}".encode())
    if any(name in request.headers for name in FORWARDED):
        return False
    return is_near(request.META.get("REMOTE_ADDR", ""))


def is_near(address: str) -> bool:
    """
    Whether an address is this machine's or a private network's.

    >>> is_near("127.0.0.1"), is_near("10.0.3.9"), is_near("8.8.8.8"), is_near("?")
    (True, True, False, False)
    """
    try:
        told = ip_address(address)
    except ValueError:
        return False
    return told.is_loopback or told.is_private
