"""
The pages of readers' reports: the list of tickets, one ticket, and a part of the bench.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import LogActionRegistry

from selaras.languages import LANGUAGES, TARGETS
from selaras_site.accounts.roles import languages_of
from selaras_site.articles.models import Section
from selaras_site.desk.editing import Decider
from selaras_site.desk.history import LoggedInLanguage
from selaras_site.desk.models import DECIDE, SEE
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.queue import number_in
from selaras_site.desk.tickets import FILTERS, opened, tickets, with_headlines
from selaras_site.desk.versions import person, refused
from selaras_site.translations.errors import SiteError
from selaras_site.translations.models import Report
from selaras_site.translations.ticketing import (
    LONGEST_ANSWER,
    reporter_forget,
    reporter_thank,
    reporter_unthank,
    ticket_correct,
    ticket_decline,
    ticket_reopen,
)

VIEW, CHANGE = "translations.view_report", "translations.change_report"

AT_ONCE = 50


class ForReports(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """
    Only for those who may see what readers said.
    """

    permission_required = (SEE, VIEW)
    raise_exception = True
    header_icon = "comment"


class TicketsPage(ForReports):
    """
    The tickets, the gravest first.
    """

    template_name = "desk/tickets.html"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Readers' reports")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, this.
        """
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        One page of the tickets that are asked for.
        """
        asked: Mapping[str, str] = self.request.GET
        page = Paginator(tickets(asked), AT_ONCE).get_page(asked.get("p"))
        with_headlines(page)
        query = self.request.GET.copy()
        query.pop("p", None)
        return {
            **super().get_context_data(**kwargs),
            "page": page,
            "chosen": {name: asked.get(name, "") for name in FILTERS},
            "query": query.urlencode(),
            "outcomes": [*Report.Outcome.choices, ("all", _("all"))],
            "kinds": Report.Kind.choices,
            "languages": [LANGUAGES[tag] for tag in TARGETS],
            "sections": Section.objects.order_by("slug"),
            "original": LANGUAGES["id"],
            "media": MEDIA,
        }


class TicketPage(ForReports):
    """
    One ticket: the sentence, what readers said of it, and what can be done.
    """

    template_name = "desk/ticket.html"

    @cached_property
    def report(self) -> Report:
        """
        The report of the address.
        """
        rows = Report.objects.select_related("version__article", "segment")
        rows = rows.defer("version__search_text", "version__article__body")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """
        The language, in itself.
        """
        language = LANGUAGES[self.report.version.language].own_name
        return _("Readers' report: %(language)s") % {"language": language}

    def get_page_subtitle(self) -> str:
        """
        The Indonesian headline.
        """
        return self.report.version.article.headline

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, the tickets, this.
        """
        return [
            *self.breadcrumbs_items,
            {"url": reverse("desk:tickets"), "label": _("Readers' reports")},
            {"url": "", "label": self.get_page_title()},
        ]

    def may_answer(self) -> bool:
        """
        Whether this person answers readers of the language.
        """
        user = person(self.request)
        own = self.report.version.language in languages_of(user)
        return own and user.has_perm(CHANGE)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The ticket, and what this person may do.
        """
        return {
            "answer": "",
            **super().get_context_data(**kwargs),
            "ticket": opened(self.report),
            "may_answer": self.may_answer(),
            "may_decide": self.request.user.has_perm(DECIDE),
            "longest": LONGEST_ANSWER,
            "media": MEDIA,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """
        Do what was asked, say so, and stay; with what was written if it was refused.
        """
        if not self.may_answer():
            raise PermissionDenied
        answer = request.POST.get("answer", "")
        try:
            done = act(request, self.report)
        except SiteError as error:
            messages.error(request, refused(error))
            context = self.get_context_data(answer=answer[:LONGEST_ANSWER])
            return self.render_to_response(context, status=409)
        if done:
            messages.success(request, DONE[request.POST["act"]])
        else:
            messages.warning(request, _("There was nothing to do any more."))
        return redirect(reverse("desk:ticket", args=[self.report.pk]))


def act(request: HttpRequest, report: Report) -> int:
    """
    Do what a button of the page says; how many reports it was about.
    """
    name, by = request.POST.get("act", ""), person(request)
    answer = request.POST.get("answer", "")
    if change := OF_NAMES.get(name):
        number = number_in(request.POST.get("of", ""))
        chosen = [one for one in opened(report).reports if one.pk == number]
        return sum(change(report=one, by=by) for one in chosen)
    actions: dict[str, Callable[[], int]] = {
        "correct": lambda: ticket_correct(report=report, by=by, answer=answer),
        "decline": lambda: ticket_decline(report=report, by=by, answer=answer),
        "reopen": lambda: ticket_reopen(report=report, by=by),
    }
    return actions[name]() if name in actions else 0


OF_NAMES: Mapping[str, Callable[..., int]] = {
    "thank": reporter_thank,
    "unthank": reporter_unthank,
    "unname": reporter_forget,
}
"""
What can be done with the name that one reader gave.
"""

DONE = {
    "correct": gettext_lazy("Closed as corrected. Readers who reported it can see it."),
    "decline": gettext_lazy("Declined. Readers who reported it can see your answer."),
    "reopen": gettext_lazy("It is open again."),
    "thank": gettext_lazy("They are thanked by name once the sentence is corrected."),
    "unthank": gettext_lazy("They are not thanked by name."),
    "unname": gettext_lazy("The name was taken away."),
}


class ReportsPart(Decider, View):
    """
    What readers said of a sentence and nobody has answered, for the bench.
    """

    permission_required = (SEE, VIEW)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG002
        """
        The part alone; nothing where nobody said anything.
        """
        row = self.segment
        rows = Report.objects.filter(
            version__article=row.version.article_id,
            version__language=row.version.language,
            source=row.source,
            outcome=Report.Outcome.OPEN,
        )
        context = {"reports": list(rows[:AT_ONCE])}
        return TemplateResponse(request, "desk/reports_part.html", context)


LOGGED = {
    "corrected": gettext_lazy("Close readers' reports as corrected"),
    "declined": gettext_lazy("Decline readers' reports"),
    "reopened": gettext_lazy("Open readers' reports again"),
    "thanked": gettext_lazy("Thank a reader by name"),
    "unthanked": gettext_lazy("Thank a reader by name no more"),
    "unnamed": gettext_lazy("Take away a reader's name"),
}


@hooks.register("register_log_actions")
def report_actions(registry: LogActionRegistry) -> None:
    """
    What the history of an article says of readers' reports.
    """
    for name, label in LOGGED.items():
        kind = type(f"Report{name.title()}", (LoggedInLanguage,), {"label": label})
        registry.register_action(f"selaras.report.{name}")(kind)
