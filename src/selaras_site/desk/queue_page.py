"""
The page of the queue: what waits, the most urgent first, narrowed as somebody likes it.

Its counts are renewed by htmx, which asks for them alone; the list stays as it is while
somebody reads it, and says that there is a newer one.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras_site.accounts.models import User
from selaras_site.accounts.roles import languages_of
from selaras_site.articles.models import Article
from selaras_site.desk.editing import done_of
from selaras_site.desk.models import DECIDE, HOLD
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.queue import asked_well, asked_wrongly, number_in, query_of
from selaras_site.desk.queue_counts import Counts, counts_of
from selaras_site.desk.queue_rows import now_of, page_of
from selaras_site.desk.queue_versions import versions_page_of
from selaras_site.desk.saved_views import (
    EVERYTHING,
    beginning_of,
    query_kept,
    view_begin,
    view_delete,
    view_save,
    views_of,
)
from selaras_site.desk.versions import Seen, person
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.models import Decision, State, Version
from selaras_site.translations.sampling import halts


class QueuePage(Seen, WagtailAdminTemplateMixin, TemplateView):
    """
    The sentences that wait for a person, and the ways that somebody likes to see them.
    """

    template_name = "desk/queue.html"
    header_icon = "list-ul"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Review queue")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, this.
        """
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """
        The page; its counts alone, where these are asked for.
        """
        if request.GET.get("part") == "counts":
            return counts_part(request)
        if not request.GET and (query := beginning_of(person(request))):
            return redirect(f"{reverse('desk:queue')}?{query}")
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        One page of the queue: by sentence, or by version.
        """
        asked, user = self.request.GET, person(self.request)
        by_version = asked.get("by") == "version"
        counts = counts_of(asked, user)
        page = versions_page_of(asked, user) if by_version else page_of(asked, user)
        is_done = not counts.all and not page.rows
        return {
            **super().get_context_data(**kwargs),
            **filters_context(asked, counts),
            "page": page,
            "by_version": by_version,
            "is_done": is_done,
            "today": done_today(user) if not page.rows else None,
            "coming": coming_now(user) if not page.rows else 0,
            "wrong": asked_wrongly(asked),
            "views": views_of(user, asked),
            "may_decide": user.has_perm(DECIDE),
            "done": done_of(self.request),
            "halts": halts(),
            "may_hold": user.has_perm(HOLD),
            "media": MEDIA,
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """
        Keep, delete or begin with a view, and go back to what was before them.
        """
        asked = QueryDict(request.POST.get("list", "")[:LONGEST])
        query = query_kept(asked.dict())
        try:
            said = change_views(person(request), request.POST, asked.dict())
        except NotAllowed as refusal:
            messages.error(request, refusal)
        else:
            messages.success(request, said)
        return redirect(f"{reverse('desk:queue')}?{query or EVERYTHING}")


def coming_now(user: User) -> int:
    """
    How many versions are being made whose sentences somebody could then decide about.
    """
    made = (State.PENDING, State.TRANSLATING)
    rows = Version.objects.filter(state__in=made, language__in=languages_of(user))
    return rows.count()


LONGEST = 1000
"""
Characters of an address that are read.
"""


def filters_context(asked: Mapping[str, str], counts: Counts) -> dict[str, Any]:
    """
    What the filters need, whoever renders them.
    """
    by_version = asked.get("by") == "version"
    return {
        "counts": counts,
        "article": article_asked(asked),
        "without_article": query_kept({**asked_well(asked), "article": ""}),
        "list": query_of(asked),
        "kept": query_kept(looks_of(asked)),
        "look": "&by=version" if by_version else "",
        "everything": EVERYTHING,
    }


def looks_of(asked: Mapping[str, str]) -> dict[str, str]:
    """
    An address without what is asked wrongly.
    """
    return {**asked_well(asked), "by": asked.get("by", "")}


def article_asked(asked: Mapping[str, str]) -> Article | None:
    """
    The article that the queue is narrowed to.
    """
    number = number_in(asked.get("article", ""))
    if not number:
        return None
    found: Article | None = Article.objects.only("headline").filter(pk=number).first()
    return found


def counts_part(request: HttpRequest) -> HttpResponse:
    """
    The filters as they are now, and what became of the sentences that are shown.
    """
    asked, user = request.GET, person(request)
    counts = counts_of(asked, user)
    seen = number_in(asked.get("seen", ""))
    context = {
        **filters_context(asked, counts),
        "more": max(0, counts.many - seen),
        "less": max(0, seen - counts.many),
        "rows": now_of((number_in(one) for one in asked.getlist("shown")), user),
    }
    answer = TemplateResponse(request, "desk/queue_part.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


def change_views(
    user: User, posted: Mapping[str, str], asked: Mapping[str, str]
) -> str:
    """
    Do what was asked with somebody's views; what is said about it.

    Raises ``NotAllowed``.
    """
    number = number_in(posted.get("view", ""))
    what = posted.get("do")
    if what == "save":
        row = view_save(by=user, name=posted.get("name", "")[:LONGEST], asked=asked)
        return _("The view “%(name)s” is kept.") % {"name": row.name}
    if what == "delete" and view_delete(by=user, number=number):
        return _("The view was deleted.")
    if what in {"begin", "stop"}:
        view_begin(by=user, number=number, begins=what == "begin")
        return BEGINNING[what == "begin"]()
    raise NotAllowed(_("This view is not there any more."))


BEGINNING = {
    True: lambda: _("The queue begins with this view from now on."),
    False: lambda: _("The queue begins with everything from now on."),
}


def done_today(user: User) -> dict[str, int]:
    """
    What somebody decided since midnight, by kind, under the names of the template.

    The newest are read until the first that is older: nothing else of what they did.
    """
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    rows = Decision.objects.filter(made_by=user).order_by("-pk")
    kinds: Counter[str] = Counter()
    for kind, made_at in rows.values_list("kind", "made_at").iterator(chunk_size=200):
        if made_at < midnight:
            break
        kinds[kind] += 1
    return {"all": sum(kinds.values()), **kinds}
