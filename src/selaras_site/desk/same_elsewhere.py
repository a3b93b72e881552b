"""
The same sentence in other articles, for somebody who has just corrected it in one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views import View
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import LogActionRegistry, log

from selaras.languages import LANGUAGES
from selaras_site.accounts.models import User
from selaras_site.accounts.roles import languages_of
from selaras_site.desk.differences import Piece, difference
from selaras_site.desk.editing import Decider, is_htmx
from selaras_site.desk.history import LoggedInLanguage
from selaras_site.desk.models import DECIDE, SEE
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.queue import number_in
from selaras_site.desk.versions import person
from selaras_site.translations.errors import SiteError
from selaras_site.translations.histories import history_of
from selaras_site.translations.models import Decision, Segment
from selaras_site.translations.spreading import (
    AT_ONCE,
    decision_take_over,
    is_renewing,
    same_elsewhere,
)


@dataclass(frozen=True, slots=True)
class Place:
    """
    A sentence of another article as it is there, and what would change.
    """

    segment: Segment
    is_original: bool
    pieces: Sequence[Piece]


def elsewhere_context(decision: Decision, user: User) -> dict[str, Any]:
    """
    What the template of the panel needs, whoever renders it.
    """
    rows = same_elsewhere(decision)
    return {
        "decision": decision,
        "language": LANGUAGES[decision.language],
        "original": LANGUAGES["id"],
        "places": list(places(rows, decision)),
        "is_cut": len(rows) == AT_ONCE,
        "is_renewing": is_renewing(),
        "may_take": decision.language in languages_of(user),
        "counts": getattr(history_of(decision).counts, "pk", None) == decision.pk,
    }


def places(rows: Sequence[Segment], decision: Decision) -> Iterator[Place]:
    """
    The rows as they are shown.
    """
    for row in rows:
        pieces = difference(row.text, decision.text, decision.language)
        yield Place(row, row.shown == Segment.Shown.ORIGINAL, pieces)


class ElsewherePage(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """
    The other places of a sentence, each with a box, and one button.
    """

    permission_required = (SEE, DECIDE)
    raise_exception = True
    template_name = "desk/elsewhere_page.html"
    header_icon = "copy"

    @cached_property
    def decision(self) -> Decision:
        """
        The decision of the address.
        """
        rows = Decision.objects.select_related("article", "made_by")
        return get_object_or_404(rows.defer("article__body"), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("The same sentence elsewhere")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, this.
        """
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The places that there are now.
        """
        return {
            **super().get_context_data(**kwargs),
            **elsewhere_context(self.decision, person(self.request)),
            "media": MEDIA,
        }

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """
        The page; for htmx the panel alone, and nothing where there is no other place.
        """
        if not is_htmx(request):
            return super().get(request, *args, **kwargs)
        context = elsewhere_context(self.decision, person(request))
        if not context["places"]:
            return HttpResponse()
        return TemplateResponse(request, "desk/elsewhere.html", context)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        Take the text over in the places that were chosen.
        """
        user = person(request)
        if self.decision.language not in languages_of(user):
            raise PermissionDenied
        done, refusals = taken_over(request, self.decision, user)
        said = said_of(done, refusals)
        if is_htmx(request):
            context = {**elsewhere_context(self.decision, user), "said": said}
            return TemplateResponse(request, "desk/elsewhere.html", context)
        tell = messages.success if done else messages.error
        tell(request, " ".join(said))
        return redirect(reverse("desk:same_elsewhere", args=[pk]))


def taken_over(
    request: HttpRequest, decision: Decision, by: User
) -> tuple[int, list[str]]:
    """
    Take a decision over wherever somebody ticked a box; how often, and why not.

    Only what the page may have offered can be ticked.
    """
    chosen = {number_in(text) for text in request.POST.getlist("place")[:AT_ONCE]}
    done, refusals = 0, []
    for row in same_elsewhere(decision):
        if row.pk not in chosen:
            continue
        try:
            decision_take_over(decision=decision, segment=row, by=by)
        except (SiteError, ObjectDoesNotExist) as error:
            refusals.append(f"{row.version.article.headline}: {error}")
        else:
            done += 1
            log(
                instance=row.version.article,
                action="selaras.sentence.taken_over",
                user=by,
                data={"language": decision.language, "reason": ""},
            )
    return done, refusals


def said_of(done: int, refusals: Sequence[str]) -> list[str]:
    """
    What was done, and what was not, in sentences.
    """
    if not done and not refusals:
        return [_("No place was chosen, or somebody was faster. Look again.")]
    said = (
        ngettext(
            "The sentence was changed in %(many)s article.",
            "The sentence was changed in %(many)s articles.",
            done,
        )
        % {"many": done}
        if done
        else ""
    )
    return [*filter(None, [said]), *refusals]


class ElsewhereOf(Decider, View):
    """
    The other places of a sentence, for a page that knows no decision.
    """

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG002
        """
        Go to the decision that counts; nothing where nobody has decided.
        """
        row = self.segment
        newest = Decision.objects.filter(
            article=row.version.article_id,
            language=row.version.language,
            source_key=row.source_key,
        ).last()
        counts = history_of(newest).counts if newest else None
        if counts is not None:
            return redirect(reverse("desk:same_elsewhere", args=[counts.pk]))
        if is_htmx(request):
            return HttpResponse()
        raise Http404


class SentenceTakenOver(LoggedInLanguage):
    """
    Somebody took a correction over from another article.
    """

    label = gettext_lazy("Take a correction over from another article")


@hooks.register("register_log_actions")
def sentence_actions(registry: LogActionRegistry) -> None:
    """
    What the history of an article says of corrections that were taken over.
    """
    registry.register_action("selaras.sentence.taken_over")(SentenceTakenOver)
