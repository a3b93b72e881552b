"""
Candidates: what people change or overrule again and again, to be made a term or not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import LogActionRegistry, LogFormatter, log

from selaras.languages import LANGUAGES, TARGETS
from selaras_site.accounts.roles import languages_of
from selaras_site.desk.differences import Piece, difference
from selaras_site.desk.models import DECIDE, SEE
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.versions import person, refused
from selaras_site.desk.wording import CHECKS, said
from selaras_site.translations.candidates import (
    LONGEST,
    candidate_decline,
    candidate_reopen,
    candidate_take,
    cores_of,
    edits_with,
)
from selaras_site.translations.errors import SiteError
from selaras_site.translations.models import Candidate, Decision, Finding
from selaras_site.translations.overruling import WORRYING, judged

FILTERS = ("outcome", "kind", "language")
AT_ONCE = 50
EXAMPLES = 10


def asked_for(asked: Mapping[str, str]) -> QuerySet[Candidate]:
    """
    The candidates that are asked for, the most frequent first.

    What is asked wrongly is passed over; without a word about it, they are open.
    """
    rows = Candidate.objects.select_related("example__article")
    rows = rows.defer("example__article__body")
    outcome = asked.get("outcome", "")
    known = outcome in Candidate.Outcome.values
    rows = rows.filter(outcome=outcome if known else Candidate.Outcome.OPEN)
    if asked.get("kind") in Candidate.Kind.values:
        rows = rows.filter(kind=asked["kind"])
    if asked.get("language") in TARGETS:
        rows = rows.filter(language=asked["language"])
    return rows


@dataclass(frozen=True, slots=True)
class Example:
    """
    A sentence that a candidate stands for, and what people did to it.
    """

    decision: Decision
    pieces: Sequence[Piece]
    found: Sequence[str] = ()


def examples_of(candidate: Candidate) -> list[Example]:
    """
    The newest sentences that a candidate stands for.
    """
    if candidate.kind == Candidate.Kind.RULE:
        return overruled(candidate)
    cores = sorted(cores_of(candidate))
    edits = edits_with(candidate.language, cores[0]) if cores else []
    return [
        Example(
            edit.decision,
            difference(edit.before, edit.decision.text, candidate.language),
        )
        for edit in edits[:EXAMPLES]
    ]


def overruled(candidate: Candidate) -> list[Example]:
    """
    The newest sentences that people accepted against a check, with what it had said.
    """
    decided = judged(candidate.language, candidate.check_name)
    accepted = [one for one in decided if one.kind == Decision.Kind.ACCEPTED]
    newest = accepted[: -EXAMPLES - 1 : -1]
    found = findings_of(candidate, newest)
    return [
        Example(
            one,
            [Piece(one.text)],
            found.get((one.article_id, one.source_key), ()),
        )
        for one in newest
    ]


def findings_of(
    candidate: Candidate, decisions: Sequence[Decision]
) -> dict[tuple[int, str], list[str]]:
    """
    What a check had to say about sentences, each thing once.
    """
    rows = Finding.objects.filter(
        check_name=candidate.check_name,
        severity__in=WORRYING,
        segment__version__language=candidate.language,
        segment__version__article__in={one.article_id for one in decisions},
        segment__source_key__in={one.source_key for one in decisions},
    ).select_related("segment__version")
    found: dict[tuple[int, str], list[str]] = {}
    for row in rows.defer("segment__version__search_text"):
        place = (row.segment.version.article_id, row.segment.source_key)
        told = found.setdefault(place, [])
        if (words := row.message or said(row)) not in told:
            told.append(words)
    return found


class ForCandidates(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """
    Only for those who decide about sentences.
    """

    permission_required = (SEE, DECIDE)
    raise_exception = True
    header_icon = "pick"


class CandidatesPage(ForCandidates):
    """
    The candidates, the most frequent first.
    """

    template_name = "desk/candidates.html"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Candidates")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, this.
        """
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        One page of the candidates that are asked for.
        """
        asked: Mapping[str, str] = self.request.GET
        query = self.request.GET.copy()
        query.pop("p", None)
        return {
            **super().get_context_data(**kwargs),
            "page": Paginator(asked_for(asked), AT_ONCE).get_page(asked.get("p")),
            "chosen": {name: asked.get(name, "") for name in FILTERS},
            "query": query.urlencode(),
            "own": languages_of(person(self.request)),
            "outcomes": Candidate.Outcome.choices,
            "kinds": Candidate.Kind.choices,
            "targets": [LANGUAGES[tag] for tag in TARGETS],
            "original": LANGUAGES["id"],
            "media": MEDIA,
        }


class CandidatePage(ForCandidates):
    """
    One candidate with examples, and what can be made of it.
    """

    template_name = "desk/candidate.html"

    @cached_property
    def candidate(self) -> Candidate:
        """
        The candidate of the address.
        """
        return get_object_or_404(Candidate, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """
        What it is about.
        """
        row = self.candidate
        if row.kind == Candidate.Kind.RULE:
            return str(CHECKS.get(row.check_name, row.check_name))
        return f"{row.before} → {row.after}"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, the candidates, this.
        """
        return [
            *self.breadcrumbs_items,
            {"url": reverse("desk:candidates"), "label": _("Candidates")},
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The candidate, its examples, and its check's page.
        """
        row = self.candidate
        return {
            "source": row.source,
            **super().get_context_data(**kwargs),
            "candidate": row,
            "language": LANGUAGES[row.language],
            "original": LANGUAGES["id"],
            "examples": examples_of(row),
            "longest": LONGEST,
            "may_answer": row.language in languages_of(person(self.request)),
            "page_of_check": page_of_check(row.check_name),
            "media": MEDIA,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """
        Answer it and go back to the list; stay where that is refused.
        """
        name = request.POST.get("act", "")
        try:
            act(request, self.candidate, name)
        except SiteError as error:
            messages.error(request, refused(error))
            source = request.POST.get("source", "")[:LONGEST]
            context = self.get_context_data(source=source)
            return self.render_to_response(context, status=409)
        if name in DONE:
            record(request, self.candidate, name)
            messages.success(request, DONE[name])
        return redirect(reverse("desk:candidates"))


def act(request: HttpRequest, row: Candidate, name: str) -> None:
    """
    Do what a button of the page says. Raises ``SiteError``.
    """
    if row.language not in languages_of(person(request)):
        raise PermissionDenied
    if name == "take":
        candidate_take(
            candidate=row,
            by=person(request),
            source=request.POST.get("source", row.source),
            is_name=request.POST.get("kind") == Candidate.Kind.NAME,
        )
    elif name == "decline":
        candidate_decline(candidate=row)
    elif name == "reopen":
        candidate_reopen(candidate=row)


DONE = {
    "take": gettext_lazy("It was taken."),
    "decline": gettext_lazy("It was declined, and is not asked again."),
    "reopen": gettext_lazy("It is a candidate again."),
}


def record(request: HttpRequest, row: Candidate, name: str) -> None:
    """
    Say who answered a candidate.
    """
    log(
        instance=row,
        action=f"selaras.candidate.{name}",
        user=request.user,
        data={"said": str(row)},
    )


def page_of_check(name: str) -> str:
    """
    Where a check's documentation can be read; nothing where the newsroom has not said.
    """
    documentation = str(getattr(settings, "SELARAS_DOCS", "")).rstrip("/")
    if not (documentation and name in CHECKS):
        return ""
    return f"{documentation}/reference/checks/{name}.md"


LOGGED = {
    "take": gettext_lazy("Take a candidate"),
    "decline": gettext_lazy("Decline a candidate"),
    "reopen": gettext_lazy("Open a candidate again"),
}


class LoggedCandidate(LogFormatter):
    """
    How an entry about a candidate is said.
    """

    def format_message(self, log_entry: Any) -> str:
        """
        What was done, and to which.
        """
        return f"{self.label}: {log_entry.data['said']}"


@hooks.register("register_log_actions")
def candidate_actions(registry: LogActionRegistry) -> None:
    """
    What the log says of candidates.
    """
    for name, label in LOGGED.items():
        kind = type(f"Candidate{name.title()}", (LoggedCandidate,), {"label": label})
        registry.register_action(f"selaras.candidate.{name}")(kind)
