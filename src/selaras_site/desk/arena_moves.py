"""
Buttons that move a language to another engine, and that lift its halt.
"""

from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import LogActionRegistry, LogFormatter, log

from selaras.languages import LANGUAGES, Tag
from selaras_site.desk.models import HOLD, SEE, TRY
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.versions import ReasonForm, person, refused
from selaras_site.translations.errors import SiteError
from selaras_site.translations.models import Halt, Route, Trial
from selaras_site.translations.routing import route_make, route_undo
from selaras_site.translations.sampling import HALTED, halt_lift

ORDERED = "selaras.trial.ordered"
MOVED = "selaras.route.made"
MOVED_BACK = "selaras.route.undone"
LIFTED = "selaras.halt.lifted"


class Pressed(PermissionRequiredMixin, View):
    """
    A button that changes who serves a language.
    """

    permission_required = (SEE, TRY)
    raise_exception = True


class ServeLanguage(Pressed):
    """
    Let the winner of a trial serve its language.
    """

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        Move the language, or say why not.
        """
        trial = get_object_or_404(Trial, pk=pk)
        try:
            route = route_make(trial=trial, by=person(request))
        except SiteError as error:
            messages.error(request, refused(error))
            return redirect("desk:trial", pk)
        record(request, route, MOVED, trial=trial.pk)
        messages.success(request, _("The engine serves the language from now on."))
        return redirect("desk:arena")


class UndoRoute(Pressed):
    """
    Let the newsroom's first engine serve a language again.
    """

    def post(self, request: HttpRequest, language: str) -> HttpResponse:
        """
        Move it back, or say why not.
        """
        route = get_object_or_404(Route.objects.exclude(engine=""), language=language)
        try:
            route_undo(language=language, by=person(request))
        except SiteError as error:
            messages.error(request, refused(error))
        else:
            record(request, route, MOVED_BACK)
            messages.success(request, _("The newsroom's first engine serves it again."))
        return redirect("desk:arena")


def record(request: HttpRequest, route: Route, action: str, **more: Any) -> None:
    """
    Keep who moved a language.
    """
    log(
        instance=route,
        action=action,
        user=request.user,
        data={"language": route.language, "engine": route.engine, **more},
    )


class LiftHalt(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """
    Ask why a language may go live by itself again, then let it.
    """

    permission_required = (SEE, HOLD)
    raise_exception = True
    template_name = "desk/arena_lift.html"
    header_icon = "warning"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Lift the halt")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, the engines, this.
        """
        return [
            *self.breadcrumbs_items,
            {"url": reverse("desk:arena"), "label": _("Engines compared")},
            {"url": "", "label": self.get_page_title()},
        ]

    @cached_property
    def halt(self) -> Halt:
        """
        The halt of the address.
        """
        return get_object_or_404(Halt, pk=self.kwargs["pk"])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The halt, and a form for the reason.
        """
        kwargs.setdefault("form", ReasonForm())
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {**context, "halt": self.halt, "media": MEDIA}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """
        Lift it, and keep who did and why.
        """
        form = ReasonForm(request.POST)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form), status=422)
        try:
            halt_lift(halt=self.halt, by=person(request))
        except SiteError as error:
            messages.error(request, refused(error))
        else:
            data = {
                "language": self.halt.language,
                "reason": form.cleaned_data["reason"],
            }
            log(instance=self.halt, action=LIFTED, user=request.user, data=data)
            messages.success(request, _("New versions go live by themselves again."))
        return redirect("desk:arena")


class LoggedMove(LogFormatter):
    """
    How an entry about an engine or a halt is said.
    """

    def format_message(self, log_entry: Any) -> str:
        """
        What was done, in which language, with which engine, why.
        """
        data = log_entry.data
        language: Tag = data["language"]
        said = f"{self.label}: {LANGUAGES[language].own_name}"
        more = data.get("engine") or data.get("reason")
        return f"{said} ({more})" if more else said


LOGGED = {
    ORDERED: gettext_lazy("Compare engines"),
    MOVED: gettext_lazy("Let an engine serve a language"),
    MOVED_BACK: gettext_lazy("Let the newsroom's first engine serve a language again"),
    LIFTED: gettext_lazy("Lift the halt of a language"),
    HALTED: gettext_lazy("A language halted"),
}


@hooks.register("register_log_actions")
def arena_actions(registry: LogActionRegistry) -> None:
    """
    What the log says of trials, engines and halts.
    """
    for action, label in LOGGED.items():
        name = action.title().replace(".", "")
        registry.register_action(action)(type(name, (LoggedMove,), {"label": label}))
