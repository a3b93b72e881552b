"""
The pages of a version: its sentences, and the questions before something is done.
"""

from typing import Any

from django import forms
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from selaras.article import marks_of_data
from selaras.languages import LANGUAGES
from selaras_site.accounts.models import User
from selaras_site.accounts.roles import languages_of
from selaras_site.desk.actions import BY_NAME, Action
from selaras_site.desk.bench import blocked_by, opened
from selaras_site.desk.models import DECIDE, SEE
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.selectors import (
    decisions,
    original_language,
    sentences,
)
from selaras_site.translations.deciding import segment_decide
from selaras_site.translations.errors import SiteError
from selaras_site.translations.models import Decision, Segment, State, Version

ARTICLES = "wagtailsnippets_articles_article"
"""
Where Wagtail keeps the addresses of articles.
"""


class Seen(PermissionRequiredMixin):
    """
    Only for those who may see versions.
    """

    permission_required = SEE
    raise_exception = True


class VersionPage(Seen, WagtailAdminTemplateMixin, TemplateView):
    """
    A page about one version, within the furniture of the admin.
    """

    header_icon = "globe"

    @cached_property
    def version(self) -> Version:
        """
        The version of the address, with its article.
        """
        rows = Version.objects.select_related("article", "snapshot", "reviewed_by")
        return get_object_or_404(
            rows.defer("search_text", "snapshot__content", "article__body"),
            pk=self.kwargs["pk"],
        )

    def get_page_title(self) -> str:
        """
        The language, in itself.
        """
        return LANGUAGES[self.version.language].own_name

    def get_page_subtitle(self) -> str:
        """
        The Indonesian headline.
        """
        return self.version.article.headline

    @property
    def back_url(self) -> str:
        """
        The article's versions in its edit view; this one for who has no way in.
        """
        if not self.request.user.has_perm("articles.change_article"):
            return reverse("desk:version", args=[self.version.pk])
        edit = reverse(f"{ARTICLES}:edit", args=[self.version.article_id])
        return f"{edit}#tab-versions"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, articles, the article, this.
        """
        return [
            *self.breadcrumbs_items,
            {"url": reverse(f"{ARTICLES}:list"), "label": _("Articles")},
            {
                "url": self.back_url,
                "label": self.version.article.headline,
            },
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The version and its language.
        """
        return {
            **super().get_context_data(**kwargs),
            "version": self.version,
            "language": LANGUAGES[self.version.language],
            "original": original_language(),
            "back_url": self.back_url,
            "media": MEDIA,
        }


SHOWS = {
    "all": gettext_lazy("All sentences"),
    "original": gettext_lazy("Left in Indonesian"),
    "findings": gettext_lazy("With findings"),
}


ORDERS = {
    "position": gettext_lazy("In the order of the text"),
    "risk": gettext_lazy("The riskiest first"),
}


class SentencesPage(VersionPage):
    """
    All sentences of a version, source beside target, each with its form.
    """

    template_name = "desk/version.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The sentences that were asked for, and what people did.
        """
        asked = self.request.GET
        show = asked.get("show") if asked.get("show") in SHOWS else "all"
        order = asked.get("order") if asked.get("order") in ORDERS else "position"
        return {
            **super().get_context_data(**kwargs),
            "sentences": sentences(self.version, show, order),  # type: ignore[arg-type]
            "show": show,
            "shows": SHOWS.items(),
            "order": order,
            "orders": ORDERS.items(),
            "history": decisions(self.version)[:100],
            "may_decide": may_decide(self.request, self.version),
        }


def person(request: HttpRequest) -> User:
    """
    Who asks; the admin lets nobody in who has no account.
    """
    assert isinstance(request.user, User)
    return request.user


def may_decide(request: HttpRequest, version: Version) -> bool:
    """
    Whether a person may decide, and whether it would reach readers.
    """
    is_theirs = version.language in languages_of(person(request))
    may = request.user.has_perm(DECIDE) and is_theirs
    return may and version.state != State.REPLACED


class SentenceForm(forms.Form):
    """
    What a person decided; ``seen`` is the text that they saw before.
    """

    kind = forms.ChoiceField(choices=Decision.Kind.choices)
    text = forms.CharField(required=False, max_length=5000)
    seen = forms.CharField(required=False, strip=False)
    show = forms.ChoiceField(required=False, choices=list(SHOWS.items()))
    order = forms.ChoiceField(required=False, choices=list(ORDERS.items()))

    def clean_text(self) -> str:
        """
        One sentence in one line.
        """
        return " ".join(self.cleaned_data["text"].split())

    def decided(self, segment: Segment) -> Decision.Kind:
        """
        What was decided: whoever accepts what they changed has edited it.
        """
        kind = Decision.Kind(self.cleaned_data["kind"])
        if kind is Decision.Kind.REJECTED:
            return kind
        is_same = self.cleaned_data["text"] == " ".join(segment.text.split())
        return Decision.Kind.ACCEPTED if is_same else Decision.Kind.EDITED


class SentenceDecision(PermissionRequiredMixin, View):
    """
    Keep what a person decided about one sentence.
    """

    permission_required = (SEE, DECIDE)
    raise_exception = True

    def post(self, request: HttpRequest, pk: int, segment_pk: int) -> HttpResponse:
        """
        Decide, say so, and go back to the sentence.
        """
        segment = get_object_or_404(
            Segment.objects.select_related("version"), pk=segment_pk, version=pk
        )
        form = SentenceForm(request.POST)
        if refusal := refusal_of(form, segment):
            messages.error(request, refusal)
        else:
            decide(request, form, segment)
        show = form.cleaned_data.get("show") or "all"
        order = form.cleaned_data.get("order") or "position"
        page = reverse("desk:version", args=[pk])
        return redirect(f"{page}?order={order}&show={show}#sentence-{segment.position}")


def refusal_of(form: SentenceForm, segment: Segment) -> str:
    """
    Why nothing can be decided with a form; nothing if it can.
    """
    if not form.is_valid():
        return _("The sentence could not be kept: it is too long, or incomplete.")
    if segment.version.state == State.REPLACED:
        return _("This version was replaced by a newer one: correct that one.")
    if form.cleaned_data["seen"].replace("\r\n", "\n") != segment.text:
        return _("Somebody else changed this sentence meanwhile. Look at it again.")
    return blocked(form, segment)


def blocked(form: SentenceForm, segment: Segment) -> str:
    """
    What a check says against a decision; whoever knows better keeps it on the bench.
    """
    if form.decided(segment) is Decision.Kind.REJECTED:
        return ""
    text = form.cleaned_data["text"]
    own = marks_of_data(segment.marks) if text == segment.text else ()
    said = blocked_by(opened(segment.pk), text, own, {"same-marks"})
    return said and _(
        "%(finding)s If it is right all the same, open the sentence and save it there."
    ) % {"finding": said}


def decide(request: HttpRequest, form: SentenceForm, segment: Segment) -> None:
    """
    Keep a decision, or say why it was refused.
    """
    kind = form.decided(segment)
    text = form.cleaned_data["text"] if kind is Decision.Kind.EDITED else None
    try:
        segment_decide(segment=segment, kind=kind, by=person(request), text=text)
    except SiteError as error:
        messages.error(request, refused(error))
    else:
        record_sentence(request, segment, kind)
        messages.success(request, DECIDED[kind])


def record_sentence(
    request: HttpRequest, segment: Segment, kind: Decision.Kind
) -> None:
    """
    Say in the history of the article what was decided about a sentence.
    """
    version = segment.version
    data = {"language": version.language, "sentence": segment.source[:200]}
    log(
        instance=version.article,
        action=f"selaras.sentence.{kind.value}",
        user=person(request),
        data=data,
    )


DECIDED = {
    Decision.Kind.ACCEPTED: gettext_lazy("The sentence was accepted."),
    Decision.Kind.EDITED: gettext_lazy("The sentence was changed."),
    Decision.Kind.REJECTED: gettext_lazy(
        "The sentence was rejected; the Indonesian sentence stands in its place."
    ),
}


def refused(error: SiteError) -> str:
    """
    A refusal of a service, as a message.
    """
    return _("That cannot be done now. %(reason)s") % {"reason": error}


class ReasonForm(forms.Form):
    """
    Why something is done, for those who come after.
    """

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2, "autofocus": True}),
        help_text=gettext_lazy("Everybody at the desk sees it; readers do not."),
    )


class ActionPage(VersionPage):
    """
    Ask whether something is meant, then do it.
    """

    template_name = "desk/confirm.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """
        Refuse those who may not.
        """
        if not self.action.is_allowed(person(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def action(self) -> Action:
        """
        The action of the address.
        """
        if self.kwargs["name"] not in BY_NAME:
            raise Http404
        return BY_NAME[self.kwargs["name"]]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The question, and a form if a reason is needed.
        """
        form = ReasonForm() if self.action.needs_reason else None
        context = {"action": self.action, "form": form, **kwargs}
        return super().get_context_data(**context)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """
        Do it, or ask for the reason again.
        """
        form = ReasonForm(request.POST)
        if self.action.needs_reason and not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        self.act(form.cleaned_data["reason"] if self.action.needs_reason else "")
        return redirect(self.back_url)

    def act(self, reason: str) -> None:
        """
        Call the service; its refusal becomes a message.
        """
        try:
            self.action.run(self.version, reason)
        except SiteError as error:
            messages.error(self.request, refused(error))
        except IntegrityError:
            # Two people did it at once: the database let the first one through.
            messages.error(self.request, _("Somebody else was faster. Look again."))
        else:
            self.record(reason)
            messages.success(self.request, self.action.done)

    def record(self, reason: str) -> None:
        """
        Say in the history of the article who did what.
        """
        log(
            instance=self.version.article,
            action=f"selaras.version.{self.action.name}",
            user=self.request.user,
            data={"language": self.version.language, "reason": reason},
        )
