"""
The panels of an article's facts and of its versions, in its edit view.
"""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.forms import Media, Script
from django.http import HttpRequest
from wagtail.admin.panels import Panel

from selaras_site.accounts.models import User
from selaras_site.articles.models import Article
from selaras_site.desk.facts import facts_of
from selaras_site.desk.models import SEE
from selaras_site.desk.selectors import languages_of, original_language

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


def is_locked_for(article: Article, user: User | AnonymousUser) -> bool:
    """
    Whether an article is locked, or with somebody who approves it, and not for a user.
    """
    lock = article.get_lock()
    return lock is not None and bool(lock.for_user(user))


def facts_context(request: HttpRequest, article: Article) -> dict[str, Any]:
    """
    What the panel of facts needs, whoever renders it.
    """
    return {
        "request": request,
        "article": article,
        "facts": facts_of(article) if article.pk else None,
        "original": original_language(),
        "may_confirm": bool(article.pk) and not is_locked_for(article, request.user),
    }


class FactsPanel(Panel):
    """
    What the saved text claims, and what its author should settle.

    Its buttons belong to a form behind that of the editor, which the template of the
    edit view adds.
    """

    class BoundPanel(Panel.BoundPanel):
        """
        The panel for one article and one person.
        """

        template_name = "desk/facts_panel.html"
        media = MEDIA

        def get_context_data(
            self, parent_context: dict[str, Any] | None = None
        ) -> dict[str, Any]:
            """
            The facts of the text as it was saved.
            """
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, **facts_context(self.request, self.instance)}
