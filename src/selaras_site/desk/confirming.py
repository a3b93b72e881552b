"""
How authors settle what is doubtful in an article: one button, also without JavaScript.
"""

from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from selaras_site.accounts.models import User
from selaras_site.articles.models import Article
from selaras_site.desk.facts import choice_in, facts_of
from selaras_site.desk.panels import MEDIA, facts_context, is_locked_for
from selaras_site.translations.confirmations import fact_confirm, fact_reopen

EDIT = "wagtailsnippets_articles_article:edit"


class FactsPage(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """
    The facts of an article as it was saved last; a choice is sent to the same address.
    """

    permission_required = "articles.change_article"
    raise_exception = True
    header_icon = "list-ul"
    template_name = "desk/facts.html"

    @cached_property
    def article(self) -> Article:
        """
        The article of the address, as it was saved last.
        """
        row = get_object_or_404(Article, pk=self.kwargs["pk"])
        saved: Article = row.get_latest_revision_as_object()
        return saved

    def get_page_title(self) -> str:
        """
        What it is.
        """
        return _("Facts")

    def get_page_subtitle(self) -> str:
        """
        The article's headline.
        """
        return self.article.headline

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, articles, the article, this.
        """
        return [
            *self.breadcrumbs_items,
            {"url": reverse(EDIT.replace("edit", "list")), "label": _("Articles")},
            {"url": self.editor, "label": self.article.headline},
            {"url": "", "label": self.get_page_title()},
        ]

    @property
    def editor(self) -> str:
        """
        The same in the article's edit view.
        """
        return f"{reverse(EDIT, args=[self.article.pk])}#tab-facts"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The facts.
        """
        context = super().get_context_data(**kwargs)
        return {
            **context,
            **facts_context(self.request, self.article),
            "media": MEDIA,
        }

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG002
        """
        Keep a choice or take it back, say so, and go back to where it was made.
        """
        if is_locked_for(self.article, request.user):
            messages.error(request, _("The article is locked: nobody can change it."))
        elif "undo" in request.POST:
            self.reopen(request.POST["undo"])
        else:
            self.confirm(request.POST.get("choice", ""))
        here = reverse("desk:facts", args=[self.article.pk])
        return redirect(here if request.POST.get("from") == "page" else self.editor)

    def confirm(self, choice: str) -> None:
        """
        Keep what somebody chose, if the text is still what they saw.
        """
        chosen = choice_in(facts_of(self.article), choice)
        if chosen is None:
            said = _("The text was changed meanwhile. Look at the question again.")
            messages.error(self.request, said)
            return
        sentence, item, reading = chosen
        user = self.request.user
        assert isinstance(user, User)
        fact_confirm(
            article=self.article, sentence=sentence, item=item, reading=reading, by=user
        )
        self.record("confirmed", item, reading)
        said = _("Kept. It holds from the next time that the article is published.")
        messages.success(self.request, said)

    def reopen(self, item: str) -> None:
        """
        Take back what somebody chose.
        """
        if fact_reopen(article=self.article, item=item):
            self.record("reopened", item)
            messages.success(self.request, _("Taken back. The question is open again."))

    def record(self, action: str, item: str, reading: str = "") -> None:
        """
        Say in the history of the article who did what.
        """
        log(
            instance=self.article,
            action=f"selaras.fact.{action}",
            user=self.request.user,
            data={"item": item, "reading": reading},
        )


class FactsPart(FactsPage):
    """
    The facts alone, for a page that shows them already.
    """

    http_method_names = ["get"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG002
        """
        The facts of what was saved just now.
        """
        context = facts_context(request, self.article)
        return TemplateResponse(request, "desk/facts_panel.html", context)
