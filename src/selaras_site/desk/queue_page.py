"""
The page of the queue: what waits, the most urgent first.
"""

from collections.abc import Mapping
from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.languages import LANGUAGES
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.queue import FILTERS, waiting
from selaras_site.desk.versions import Seen

AT_ONCE = 50


class QueuePage(Seen, WagtailAdminTemplateMixin, TemplateView):
    """
    The sentences that wait for a person.
    """

    template_name = "desk/queue.html"
    header_icon = "list-ul"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Review queue")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        One page of the queue.
        """
        asked: Mapping[str, str] = self.request.GET
        rows = waiting(asked).select_related("segment", "version__article", "section")
        rows = rows.defer("version__search_text", "version__article__body")
        page = Paginator(rows, AT_ONCE).get_page(asked.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "page": page,
            "filters": {name: asked[name] for name in FILTERS if name in asked},
            "languages": LANGUAGES,
            "media": MEDIA,
        }
