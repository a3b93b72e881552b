"""
The page that asks whether a source is looked at now.
"""

from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras_site.ingest.models import Source
from selaras_site.ingest.scheduling import source_order


class RunNowPage(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """
    Ask, then order a look; the worker does it.
    """

    permission_required = "ingest.change_source"
    raise_exception = True
    template_name = "ingest/run_now.html"
    page_title = gettext_lazy("Look now")
    header_icon = "download"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The source.
        """
        source = get_object_or_404(Source, pk=self.kwargs["pk"])
        return super().get_context_data(source=source, back_url=back(), **kwargs)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        Order it.
        """
        source = get_object_or_404(Source, pk=pk)
        source_order(source=source)
        messages.success(
            request,
            _("%(source)s is looked at as soon as a worker is free.")
            % {"source": source.name},
        )
        return redirect(back())


def back() -> str:
    """
    The list of sources.
    """
    return reverse(Source.snippet_viewset.get_url_name("list"))  # type: ignore[attr-defined]
