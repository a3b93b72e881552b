"""
Articles in the admin, with what the desk knows of their versions.
"""

from typing import Any

from django.db.models import QuerySet
from django.forms import Media
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn

from selaras_site.articles.admin import ArticleViewSet, Tab, article_tabs
from selaras_site.articles.models import Article
from selaras_site.desk.models import SEE
from selaras_site.desk.panels import MEDIA, FactsPanel, VersionsPanel
from selaras_site.desk.selectors import with_standing


class VersionsColumn(BaseColumn):
    """
    Five small badges, each the way to its version.
    """

    cell_template_name = "desk/badges_cell.html"

    @property
    def media(self) -> Media:
        """
        What makes the badges small and new.
        """
        return MEDIA

    def get_cell_context_data(
        self, instance: Article, parent_context: dict[str, Any]
    ) -> dict[str, Any]:
        """
        The badges' article, and who looks.
        """
        context: dict[str, Any] = super().get_cell_context_data(
            instance, parent_context
        )
        user = parent_context["request"].user
        return {**context, "article": instance, "may_see": user.has_perm(SEE)}


class DeskArticleViewSet(ArticleViewSet):
    """
    Articles with the states of their versions.
    """

    list_display: tuple[str | BaseColumn, ...] = (
        *ArticleViewSet.list_display[:-1],
        VersionsColumn("versions", label=_("Versions")),
        ArticleViewSet.list_display[-1],
    )
    edit_handler = article_tabs(
        Tab([FactsPanel()], heading=_("Facts"), address="facts"),
        Tab([VersionsPanel()], heading=_("Versions"), address="versions"),
    )
    edit_template_name = "desk/article_edit.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        """
        The articles, each with the versions that count.
        """
        return with_standing(super().get_queryset(request))
