"""
The page on which one sentence is corrected, and what it sends while that is done.

Each view answers a browser without scripts with a whole page, and htmx with the part of
it that changes.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.request import QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views import View
from django_htmx.http import HttpResponseClientRedirect

from selaras.article import Mark, marks_data, missing_tags, without_tags
from selaras.errors import TagsWrong
from selaras.fidelity import Severity
from selaras.languages import LANGUAGES
from selaras.text.characters import without_controls
from selaras_site.accounts.roles import languages_of
from selaras_site.desk.bench import bench_of, checked, opened, seen_of, source_of
from selaras_site.desk.models import DECIDE, SEE, Unsaved
from selaras_site.desk.queue import FILTERS, next_for
from selaras_site.desk.queue_counts import many_waiting
from selaras_site.desk.versions import VersionPage, person, record_sentence
from selaras_site.translations.deciding import decision_take_back, segment_decide
from selaras_site.translations.errors import SiteError
from selaras_site.translations.models import (
    Decision,
    QueueEntry,
    Segment,
    State,
    Version,
)
from selaras_site.translations.readings import reading_add
from selaras_site.translations.seats import seat_leave, seat_take

LONGEST = 5000
"""
Characters of a sentence, tags included.
"""

MOST_SPENT = 60.0
"""
Seconds that one message of a page may claim: it sends three in a minute.
"""


class Decider(PermissionRequiredMixin):
    """
    Only for those who may decide in its language, about a sentence that there is.
    """

    permission_required = (SEE, DECIDE)
    raise_exception = True
    kwargs: dict[str, Any]
    request: HttpRequest

    @cached_property
    def segment(self) -> Segment:
        """
        The sentence of the address.
        """
        try:
            found = opened(self.kwargs["pk"])
        except Segment.DoesNotExist as error:
            raise Http404 from error
        if found.version.language not in languages_of(person(self.request)):
            raise PermissionDenied
        return found


class SentencePage(Decider, VersionPage):  # type: ignore[misc]
    """
    One sentence, its original beside it, and everything that helps to correct it.
    """

    template_name = "desk/edit.html"
    header_icon = "edit"

    @property
    def version(self) -> Version:
        """
        The version of the sentence.
        """
        return self.segment.version

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """
        The page; for htmx the bench alone, which goes in the place of the last one.
        """
        context = self.get_context_data(**kwargs)
        if not is_htmx(request):
            return self.render_to_response(context)
        answer = TemplateResponse(request, "desk/bench.html", context)
        answer["HX-Push-Url"] = request.get_full_path()
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The bench, whose seat it is, and the list that the sentence was opened from.
        """
        return {
            **super().get_context_data(**kwargs),
            **bench_context(self.request, self.segment),
        }


def bench_context(
    request: HttpRequest, segment: Segment, **more: Any
) -> dict[str, Any]:
    """
    What the template of a bench needs, whoever renders it.
    """
    user = person(request)
    asked = asked_of(request)
    is_old = segment.version.state == State.REPLACED
    seat = None if is_old else seat_take(segment=segment, by=user)
    holder = seat.by if seat and seat.by_id != user.pk else None
    return {
        "bench": bench_of(segment, user),
        "version": segment.version,
        "holder": holder,
        "may_edit": holder is None and not is_old,
        "list": asked.urlencode(),
        "waiting": many_waiting(asked, user),
        "done": done_of(request, segment),
        **more,
    }


def asked_of(request: HttpRequest) -> QueryDict:
    """
    The filters of the list that a sentence was opened from.
    """
    given = request.POST if request.method == "POST" else request.GET
    asked = QueryDict(given.get("list", ""), mutable=True)
    asked.update({k: given[k] for k in FILTERS if k in given and k not in asked})
    for name in [name for name in asked if name not in FILTERS]:
        del asked[name]
    return asked


def done_of(request: HttpRequest, segment: Segment) -> Segment | None:
    """
    The sentence that was decided just now, so that it can be taken back.
    """
    number = request.GET.get("done", "")
    if not number.isdigit() or len(number) > 18:
        return None
    return (
        Segment.objects.filter(
            pk=int(number), version__language=segment.version.language
        )
        .select_related("version")
        .first()
    )


def is_htmx(request: HttpRequest) -> bool:
    """
    Whether htmx asks, and not a browser for a page of its own.
    """
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request


class DecisionForm(forms.Form):
    """
    What somebody decided; ``seen`` names the sentence that they had before them.

    ``lose`` says that they know that a link or an emphasis goes with the words;
    ``sure``, that they want what a check blocks.
    """

    kind = forms.ChoiceField(choices=Decision.Kind.choices)
    text = forms.CharField(required=False, max_length=LONGEST)
    seen = forms.CharField(max_length=64)
    spent = forms.FloatField(required=False, min_value=0)
    lose = forms.BooleanField(required=False)
    sure = forms.BooleanField(required=False)

    def clean_text(self) -> str:
        """
        One sentence in one line.
        """
        return " ".join(without_controls(self.cleaned_data["text"]).split())


class Refused(Exception):
    """
    A decision that cannot be kept as it is; its message is for the person.
    """

    def __init__(
        self, message: str, *, may_lose: bool = False, may_insist: bool = False
    ) -> None:
        super().__init__(message)
        self.may_lose = may_lose
        self.may_insist = may_insist


class DecideSentence(Decider, View):
    """
    Keep what somebody decided, and go on to the next sentence of their list.
    """

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG002
        """
        The next sentence; the same one with what is wrong, if it was refused.
        """
        segment = self.segment
        entry = QueueEntry.objects.filter(pk=segment.pk).first()
        form = DecisionForm(request.POST)
        try:
            decided(request, form, segment)
        except (Refused, SiteError) as refusal:
            return self.refused(request, refusal)
        return go_on(request, place_after(request, segment, entry))

    def refused(self, request: HttpRequest, refusal: Exception) -> HttpResponse:
        """
        The sentence as it is now, with what was typed and why it was not kept.
        """
        segment = opened(self.segment.pk)
        context = bench_context(
            request,
            segment,
            refusal=str(refusal),
            may_lose=getattr(refusal, "may_lose", False),
            may_insist=getattr(refusal, "may_insist", False),
            kept=request.POST.get("text", "")[:LONGEST],
        )
        if is_htmx(request):
            return TemplateResponse(request, "desk/bench.html", context, status=409)
        page = SentencePage()
        page.setup(request, pk=segment.pk)
        whole = {**page.get_context_data(), **context}
        return TemplateResponse(request, page.template_name, whole, status=409)


def decided(request: HttpRequest, form: DecisionForm, segment: Segment) -> None:
    """
    Keep a decision. Raises ``Refused`` or ``SiteError``.
    """
    if not form.is_valid():
        raise Refused(_("It is too long, or incomplete."))
    asked = form.cleaned_data
    if asked["seen"] != seen_of(segment):
        raise Refused(
            _("The sentence was changed meanwhile. What you wrote stands below it.")
        )
    kind, text, marks = Decision.Kind(asked["kind"]), None, None
    if kind is not Decision.Kind.REJECTED:
        text, marks = written(asked, segment)
        if not asked["sure"]:
            passed_over = {"same-marks"} if asked["lose"] else set()
            expect_unblocked(segment, text, marks, passed_over)
        kind = kind_of(segment, text, marks)
    if spent := min(asked["spent"] or 0.0, MOST_SPENT):
        reading_add(segment=segment, by=person(request), seconds=spent)
    segment_decide(
        segment=segment,
        kind=kind,
        by=person(request),
        text=text,
        marks=marks,
        seconds=seconds_spent(segment, request),
    )
    record_sentence(request, segment, kind)
    Unsaved.objects.filter(segment=segment, by=person(request)).delete()


def written(asked: Mapping[str, Any], segment: Segment) -> tuple[str, tuple[Mark, ...]]:
    """
    The text and marks that somebody wrote. Raises ``Refused``.
    """
    source = source_of(segment).marks
    try:
        text, marks = without_tags(asked["text"], source)
    except TagsWrong as error:
        raise Refused(tag_fault(error)) from error
    missing = missing_tags(asked["text"], source)
    if missing and not asked["lose"] and text != segment.text:
        numbers = ", ".join(f"<{number}>" for number in missing)
        raise Refused(
            _("Links or emphasis would be lost: %(numbers)s.") % {"numbers": numbers},
            may_lose=True,
        )
    return text, marks


def expect_unblocked(
    segment: Segment, text: str, marks: tuple[Mark, ...], passed_over: set[str]
) -> None:
    """
    Ask once more before readers are shown what a check says is wrong.

    A person may know better than a check. Raises ``Refused``.
    """
    found = checked(segment, text, marks, source_of(segment)).findings if text else ()
    for one in found:
        if one.severity == Severity.BLOCKING and one.check not in passed_over:
            raise Refused(
                _("%(finding)s If it is right all the same, save it once more.")
                % {"finding": one.said},
                may_insist=True,
            )


def tag_fault(error: TagsWrong) -> str:
    """
    What is wrong with a tag, in the newsroom's language.
    """
    said = {
        "unknown": _("The tag <%(number)s> does not belong to this sentence."),
        "not opened": _("The tag </%(number)s> is closed and was never opened."),
        "not closed": _("The tag <%(number)s> is opened and never closed."),
        "twice": _("The tag <%(number)s> stands there twice."),
    }
    return said[error.fault] % {"number": error.number}


def kind_of(segment: Segment, text: str, marks: tuple[Mark, ...]) -> Decision.Kind:
    """
    What was decided: whoever accepts what they changed has edited it.
    """
    is_same = text == segment.text and marks_data(marks) == segment.marks
    return Decision.Kind.ACCEPTED if is_same else Decision.Kind.EDITED


def seconds_spent(segment: Segment, request: HttpRequest) -> int | None:
    """
    How long the person has had the sentence before them, in all.
    """
    reading = segment.readings.filter(by=person(request)).first()
    return round(reading.seconds) if reading else None


def go_on(request: HttpRequest, address: str) -> HttpResponse:
    """
    Go to another sentence, or to the queue, which is a page of its own for htmx too.
    """
    if is_htmx(request) and address.startswith(reverse("desk:queue") + "?"):
        return HttpResponseClientRedirect(address)
    return redirect(address)


def place_after(
    request: HttpRequest, segment: Segment, entry: QueueEntry | None
) -> str:
    """
    Where to go from a sentence that was decided: the next one, else the queue.
    """
    asked = asked_of(request)
    following = next_for(person(request), asked, entry)
    following = following or next_for(person(request), asked)
    query = asked.urlencode()
    if following is None:
        return f"{reverse('desk:queue')}?{query}&done={segment.pk}"
    address = reverse("desk:edit", args=[following.pk])
    return f"{address}?{query}&done={segment.pk}"


class TakeBack(Decider, View):
    """
    Undo the decision that counts for a sentence.
    """

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        The sentence as it was before.
        """
        try:
            decision_take_back(segment=self.segment, by=person(request))
        except SiteError as error:
            context = bench_context(request, opened(pk), refusal=str(error))
            return TemplateResponse(request, "desk/bench.html", context, status=409)
        record_sentence(request, self.segment, Decision.Kind.REOPENED)
        address = reverse("desk:edit", args=[pk])
        return redirect(f"{address}?{asked_of(request).urlencode()}")


class CheckSentence(Decider, View):
    """
    What the checks say about a text while it is being written.
    """

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG002
        """
        The findings, and where they are.
        """
        source = source_of(self.segment)
        typed = " ".join(request.POST.get("text", "")[:LONGEST].split())
        fault = ""
        try:
            text, marks = without_tags(typed, source.marks)
        except TagsWrong as error:
            fault, text, marks = tag_fault(error), typed, ()
        context = {
            "checked": checked(self.segment, text, marks, source),
            "fault": fault,
            "bench": bench_of_language(self.segment),
        }
        return TemplateResponse(request, "desk/checked.html", context)


def bench_of_language(segment: Segment) -> dict[str, Any]:
    """
    The languages of a sentence, as the part of the bench that is renewed needs them.
    """
    return {
        "language": LANGUAGES[segment.version.language],
        "original": LANGUAGES["id"],
    }


class KeepDraft(Decider, View):
    """
    Keep what somebody has typed, so that nothing is lost with a browser.
    """

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        An empty answer: it is kept.
        """
        text = request.POST.get("text", "")[:LONGEST]
        seen = request.POST.get("seen", "")[:64]
        Unsaved.objects.update_or_create(
            segment_id=self.segment.pk,
            by=person(request),
            defaults={"text": text, "seen": seen},
        )
        return TemplateResponse(request, "desk/kept.html", {"pk": pk})


class KeepSeat(Decider, View):
    """
    A page says that somebody still sits at its sentence, and for how long they read.
    """

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG002
        """
        Whose seat it is now.
        """
        user = person(request)
        if request.POST.get("leaves"):
            seat_leave(segment=self.segment, by=user)
            return HttpResponse(status=204)
        try:
            spent = min(float(request.POST.get("spent") or 0), MOST_SPENT)
        except ValueError:
            spent = 0.0
        if spent > 0:
            reading_add(segment=self.segment, by=user, seconds=spent)
        seat = seat_take(segment=self.segment, by=user)
        return JsonResponse({"mine": seat.by_id == user.pk})


class NextSentence(PermissionRequiredMixin, View):
    """
    The most urgent sentence of a list that nobody has open.
    """

    permission_required = (SEE, DECIDE)
    raise_exception = True

    def get(self, request: HttpRequest) -> HttpResponse:
        """
        Go there; to the queue, where all is done.
        """
        asked = asked_of(request)
        after = request.GET.get("after", "")
        entry = (
            QueueEntry.objects.filter(pk=int(after)).first()
            if after.isdigit() and len(after) < 19
            else None
        )
        following = next_for(person(request), asked, entry)
        query = asked.urlencode()
        if following is None:
            return go_on(request, f"{reverse('desk:queue')}?{query}")
        return redirect(f"{reverse('desk:edit', args=[following.pk])}?{query}")
