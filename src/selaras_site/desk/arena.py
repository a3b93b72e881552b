"""
Engines compared, and who serves which language: what there is to see.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from django_htmx.http import HttpResponseClientRefresh
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from selaras.evaluation.arena import INCUMBENT
from selaras.languages import LANGUAGES, TARGETS, Language
from selaras_site.accounts.roles import languages_of
from selaras_site.desk import plotting
from selaras_site.desk.arena_moves import LIFTED, MOVED, MOVED_BACK, ORDERED
from selaras_site.desk.models import DECIDE, HOLD, TRY
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.selectors import original_language
from selaras_site.desk.versions import Seen, person
from selaras_site.translations import blind
from selaras_site.translations.arena import (
    FEWEST,
    MOST,
    USUAL,
    day_begins,
    engines_offered,
    examples,
    progress,
    trial_order,
)
from selaras_site.translations.errors import SiteError
from selaras_site.translations.models import Route, Trial
from selaras_site.translations.routing import engines_by_language, routes
from selaras_site.translations.sampling import (
    HALTED,
    Quality,
    floor_of,
    halts,
    quality_of,
)

LISTED = 30
EXAMPLES = 20


class OrderForm(forms.Form):
    """
    What is to be compared, on what.
    """

    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=[(tag, LANGUAGES[tag].own_name) for tag in TARGETS],
    )
    engines = forms.MultipleChoiceField(
        label=gettext_lazy("Engines"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one engine.")},
    )
    most = forms.IntegerField(
        label=gettext_lazy("Sentences"),
        min_value=FEWEST,
        max_value=MOST,
        initial=USUAL,
        help_text=gettext_lazy(
            "The newest that people accepted or changed. More tell smaller "
            "differences, and cost more where a service is paid."
        ),
    )
    since = forms.DateField(
        label=gettext_lazy("Only decisions since"),
        required=False,
        widget=AdminDateInput,
        help_text=gettext_lazy(
            "For an engine that was trained on this newsroom's sentences: the day on "
            "which they were taken, so that it has not seen what it is tried on."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [(name, name) for name in engines_offered()]
        self.fields["engines"].choices = offered  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """
    A language: who serves it, and how good it was lately.
    """

    language: Language
    route: Route | None
    quality: Quality
    floor: float

    @property
    def share(self) -> int:
        """
        The share of good sentences, in per cent.
        """
        return round(self.quality.share * 100)

    @property
    def least(self) -> int:
        """
        The floor, in per cent.
        """
        return round(self.floor * 100)


class ArenaPage(Seen, WagtailAdminTemplateMixin, TemplateView):
    """
    Who serves each language; the trials there were; the form to order one.
    """

    template_name = "desk/arena.html"
    header_icon = "order"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Engines compared")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, this.
        """
        return [
            *self.breadcrumbs_items,
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        A fixed number of queries for each language.
        """
        user = self.request.user
        moved = {route.language: route for route in routes()}
        may_try = user.has_perm(TRY)
        if may_try and "form" not in kwargs:
            kwargs["form"] = OrderForm(initial={"engines": engines_offered()[:1]})
        trials = Trial.objects.select_related("ordered_by").defer("result")
        return {
            **super().get_context_data(**kwargs),
            "standings": [
                Standing(
                    language=LANGUAGES[tag],
                    route=moved.get(tag),
                    quality=quality_of(tag),
                    floor=floor_of(tag),
                )
                for tag in TARGETS
            ],
            "first": engines_offered()[0],
            "trials": trials[:LISTED],
            "history": history(),
            "halts": halts(),
            "may_try": may_try,
            "may_hold": user.has_perm(HOLD),
            "media": MEDIA,
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """
        Order a trial, or say what is wrong with the form.
        """
        if not request.user.has_perm(TRY):
            raise PermissionDenied
        form = OrderForm(request.POST)
        if form.is_valid():
            try:
                trial = order(form, request)
            except SiteError as error:
                form.add_error(None, str(error))
            else:
                messages.success(request, _("The comparison was ordered."))
                return redirect("desk:trial", trial.pk)
        return self.render_to_response(self.get_context_data(form=form), status=422)


def order(form: OrderForm, request: HttpRequest) -> Trial:
    """
    Order what a form says.
    """
    asked = form.cleaned_data
    trial = trial_order(
        language=asked["language"],
        engines=asked["engines"],
        by=person(request),
        most=asked["most"],
        since=day_begins(asked["since"]) if asked["since"] else None,
    )
    log(
        instance=trial,
        action=ORDERED,
        user=request.user,
        data={"language": trial.language, "engine": ", ".join(trial.engines)},
    )
    return trial


def history(most: int = 20) -> Sequence[ModelLogEntry]:
    """
    Which language was moved, moved back, halted or let go on, by whom; newest first.
    """
    rows = ModelLogEntry.objects.filter(action__in=(MOVED, MOVED_BACK, HALTED, LIFTED))
    found: Sequence[ModelLogEntry] = rows.select_related("user")[:most]
    return found


class TrialPage(Seen, WagtailAdminTemplateMixin, TemplateView):
    """
    A trial: how far it is, or what it found.
    """

    template_name = "desk/trial.html"
    header_icon = "order"

    @cached_property
    def trial(self) -> Trial:
        """
        The trial of the address.
        """
        rows = Trial.objects.select_related("ordered_by")
        return get_object_or_404(rows, pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """
        The language, in itself.
        """
        language = LANGUAGES[self.trial.language].own_name
        return _("Engines compared: %(language)s") % {"language": language}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, all trials, this.
        """
        return [
            *self.breadcrumbs_items,
            {"url": reverse("desk:arena"), "label": _("Engines compared")},
            {"url": "", "label": LANGUAGES[self.trial.language].own_name},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        Everything that was found.
        """
        return {**super().get_context_data(**kwargs), **trial_context(self)}


def trial_context(page: TrialPage) -> dict[str, Any]:
    """
    What the templates of a trial need.
    """
    trial, user = page.trial, person(page.request)
    contestants = [Shown(one) for one in trial.result.get("contestants", ())]
    others = contestants[1:]
    is_to_vote = may_vote(page.request, trial) and bool(blind.ballot_for(trial, user))
    return {
        "trial": trial,
        "language": LANGUAGES[trial.language],
        "original": original_language(),
        "progress": progress(trial),
        "samples": len(trial.result.get("samples", ())),
        "alarms": trial.result.get("alarms", 0),
        "incumbents": incumbents(trial),
        "contestants": contestants,
        "plot": differences(others) if others else None,
        # Whoever still has to vote must not see whose text is whose.
        "examples": [] if is_to_vote else list(examples(trial, EXAMPLES)),
        "tally": blind.tally(trial),
        "is_to_vote": is_to_vote,
        "may_serve": trial.is_significant and user.has_perm(TRY),
        "serves": engines_by_language().get(trial.language) == trial.winner
        and bool(trial.winner),
        "media": MEDIA,
    }


def may_vote(request: HttpRequest, trial: Trial) -> bool:
    """
    Whether somebody decides about sentences of the trial's language.
    """
    user = person(request)
    return user.has_perm(DECIDE) and trial.language in languages_of(user)


def incumbents(trial: Trial) -> list[tuple[str, int]]:
    """
    Who had written the texts that people decided about, the most first.
    """
    names = (
        " ".join(filter(None, (one["engine"], one["model"]))) or "?"
        for one in trial.result.get("samples", ())
    )
    return Counter(names).most_common()


class Shown(dict[str, Any]):
    """
    A contestant's figures as they were kept, with its words.
    """

    @property
    def title(self) -> str:
        """
        The engine's name; of the incumbent, what it is.
        """
        if self["name"] == INCUMBENT:
            return _("What the machine had written")
        return str(self["name"])

    @property
    def percent(self) -> float:
        """
        Characters to change for each hundred of a person's.
        """
        return round(100 * float(self["distance"]), 1)


def differences(others: Sequence[Shown]) -> plotting.Plot:
    """
    How far each engine is from the incumbent, with what chance allows.
    """
    return plotting.intervals(
        [one.title for one in others],
        [(one["difference"], one["low"], one["high"]) for one in others],
        x_axis=_("chrF better or worse, with its 95% interval"),
        y_axis=_("engine"),
    )


class TrialProgress(TrialPage):
    """
    How far a trial is, for a page that shows the rest already.
    """

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """
        The line alone; the whole page anew when there is a result.
        """
        if self.trial.done_at:
            return HttpResponseClientRefresh()
        context = {"trial": self.trial, "progress": progress(self.trial)}
        return TemplateResponse(request, "desk/trial_progress.html", context)
