"""
The panel of an article's versions, in its edit view.
"""

from typing import Any

from django.forms import Media, Script
from django.http import HttpRequest
from wagtail.admin.panels import Panel

from selaras_site.articles.models import Article
from selaras_site.desk.models import SEE
from selaras_site.desk.selectors import languages_of

REFRESH: Any = Script("desk/refresh.js", type="module")

MEDIA = Media(js=[REFRESH], css={"all": ["desk/desk.css"]})


def versions_context(request: HttpRequest, article: Article) -> dict[str, Any]:
    """
    What the panel's template needs, whoever renders it.
    """
    languages = languages_of(article.pk) if article.pk else []
    lines = [line for language in languages for line in language.lines]
    return {
        "request": request,
        "user": request.user,
        "article": article,
        "languages": languages,
        "is_empty": not lines,
        "is_busy": any(line.is_busy for line in lines),
    }


class VersionsPanel(Panel):
    """
    The five versions of an article: where each stands and what can be done.

    It has no field: its buttons lead to pages of their own, because a form cannot stand
    within the form of the editor.
    """

    class BoundPanel(Panel.BoundPanel):
        """
        The panel for one article and one person.
        """

        template_name = "desk/versions_panel.html"
        media = MEDIA

        def is_shown(self) -> bool:
            """
            Whether the person may see versions at all.
            """
            return bool(self.request.user.has_perm(SEE))

        def get_context_data(
            self, parent_context: dict[str, Any] | None = None
        ) -> dict[str, Any]:
            """
            The versions as they are now.
            """
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, **versions_context(self.request, self.instance)}
