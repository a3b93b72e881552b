"""
Parts of pages alone, for pages that show them already and want them new.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views import View

from selaras_site.articles.models import Article
from selaras_site.desk.panels import versions_context
from selaras_site.desk.selectors import badges
from selaras_site.desk.versions import Seen


class PanelPart(Seen, View):
    """
    The panel of an article's versions alone, for a page that shows it already.
    """

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        The panel as it is now.
        """
        article = get_object_or_404(Article.objects.defer("body"), pk=pk)
        context = versions_context(request, article)
        return TemplateResponse(request, "desk/versions_panel.html", context)


class BadgesPart(Seen, View):
    """
    The badges of an article alone.
    """

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        The badges as they are now.
        """
        article = get_object_or_404(Article.objects.defer("body"), pk=pk)
        context = {"article": article, "badges": badges(article), "may_see": True}
        return TemplateResponse(request, "desk/badges.html", context)
