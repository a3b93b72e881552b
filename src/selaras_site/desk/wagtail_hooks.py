"""
What the admin gets from the desk.
"""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.search import SearchArea
from wagtail.admin.site_summary import PagesSummaryItem, SummaryItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import LockedPagesPanel, RecentEditsPanel
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.permissions import policy_registry, register_permission_policy
from wagtail.snippets.models import register_snippet

from selaras.languages import LANGUAGES
from selaras_site.articles.models import Article
from selaras_site.desk import urls
from selaras_site.desk.actions import ACTIONS
from selaras_site.desk.articles import DeskArticleViewSet
from selaras_site.desk.dashboard import NewsroomPanel
from selaras_site.desk.history import LoggedInLanguage
from selaras_site.desk.menu import ENTRIES
from selaras_site.desk.models import SEE
from selaras_site.desk.reports import ReadersReports, ReportViewSet
from selaras_site.desk.versions import ARTICLES
from selaras_site.translations.models import Decision, Report

register_permission_policy(Report, ReadersReports(Report), exact_class=True)
register_snippet(DeskArticleViewSet)
register_snippet(ReportViewSet)


@hooks.register("register_admin_urls")
def desk_addresses() -> list[URLPattern | URLResolver]:
    """
    The pages of versions.
    """
    return [path("versions/", include(urls))]


@hooks.register("construct_main_menu")
def with_the_desk(request: HttpRequest, items: list[MenuItem]) -> None:
    """
    The ways to the desk's pages, for those whom these pages would let in.
    """
    items.extend(entry.item() for entry in ENTRIES if entry.is_for(request.user))


@hooks.register("register_permissions")
def desk_permissions() -> QuerySet[Permission]:
    """
    The desk's permissions, for the form of a group.
    """
    return Permission.objects.filter(content_type__app_label="desk")


@hooks.register("construct_main_menu")
def without_pages(request: HttpRequest, items: list[MenuItem]) -> None:
    """
    No way to Wagtail's pages: this newsroom has none.
    """
    items[:] = [item for item in items if item.name != "explorer"]


@hooks.register("register_admin_search_area")
def search_of_articles() -> SearchArea:
    """
    The search in the sidebar looks for articles, before all else.
    """
    return ArticleSearch(
        _("Articles"),
        reverse(f"{ARTICLES}:list"),
        name="articles",
        icon_name="doc-full",
        order=1,
    )


class ArticleSearch(SearchArea):
    """
    The search of articles, for those who may see them.
    """

    def is_shown(self, request: HttpRequest) -> bool:
        """
        Whether the list of articles would let them in.
        """
        policy = policy_registry.get_by_type(Article)
        return bool(policy.user_has_any_permission(request.user, LIST_PERMISSIONS))


LIST_PERMISSIONS = ("view", "add", "change", "delete")


@hooks.register("construct_search", order=100)
def without_search_of_pages(request: HttpRequest, areas: list[SearchArea]) -> None:
    """
    No search of Wagtail's pages.
    """
    areas[:] = [area for area in areas if area.name != "pages"]


@hooks.register("construct_homepage_summary_items", order=100)
def without_count_of_pages(request: HttpRequest, items: list[SummaryItem]) -> None:
    """
    No count of Wagtail's pages.
    """
    items[:] = [item for item in items if not isinstance(item, PagesSummaryItem)]


@hooks.register("construct_homepage_panels")
def with_newsroom(request: HttpRequest, panels: list[Component]) -> None:
    """
    How versions fare, for those who may see them, in place of what is about pages.
    """
    about_pages = LockedPagesPanel | RecentEditsPanel
    panels[:] = [one for one in panels if not isinstance(one, about_pages)]
    if request.user.has_perm(SEE):
        panels.append(NewsroomPanel())


@hooks.register("register_log_actions")
def desk_actions(registry: LogActionRegistry) -> None:
    """
    What the history of an article says of its versions.
    """
    for action in ACTIONS:
        kind = type(
            f"Logged{action.name.title()}", (LoggedInLanguage,), {"label": action.label}
        )
        registry.register_action(f"selaras.version.{action.name}")(kind)

    for decided, label in SENTENCE_ACTIONS.items():
        formatter = type(
            f"LoggedSentence{decided.title()}", (LoggedSentence,), {"label": label}
        )
        registry.register_action(f"selaras.sentence.{decided}")(formatter)

    for name, kind in FACT_ACTIONS.items():
        registry.register_action(f"selaras.fact.{name}")(kind)


class LoggedFact(LogFormatter):
    """
    How an entry about a fact is said.
    """

    def format_message(self, log_entry: Any) -> str:
        """
        What was done about which words, and what they were said to mean.
        """
        reading = log_entry.data.get("reading")
        item = log_entry.data["item"]
        meant = f"{item} = {reading}" if reading else item
        return f"{self.label}: {meant}"


class FactConfirmed(LoggedFact):
    """
    Somebody said what something means.
    """

    label = _("Confirm a fact")


class FactReopened(LoggedFact):
    """
    Somebody took that back.
    """

    label = _("Take back a confirmed fact")


class LoggedSentence(LogFormatter):
    """
    How an entry about a sentence is said.
    """

    def format_message(self, log_entry: Any) -> str:
        """
        What was decided, in which language, about which sentence.
        """
        language = LANGUAGES[log_entry.data["language"]].own_name
        return f"{self.label}: {language}: {log_entry.data['sentence']}"


SENTENCE_ACTIONS = {
    Decision.Kind.ACCEPTED.value: _("Accept a sentence"),
    Decision.Kind.EDITED.value: _("Change a sentence"),
    Decision.Kind.REJECTED.value: _("Reject a sentence"),
    Decision.Kind.REOPENED.value: _("Take back a decision about a sentence"),
}

FACT_ACTIONS = {"confirmed": FactConfirmed, "reopened": FactReopened}
