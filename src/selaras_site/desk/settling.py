"""
What somebody decides about a sentence on its page, and taking it back.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from selaras.article import (
    Mark,
    marks_data,
    marks_of_data,
    missing_tags,
    with_tags,
    without_tags,
)
from selaras.errors import TagsWrong
from selaras.text.characters import without_controls
from selaras_site.accounts.models import User
from selaras_site.desk.bench import blocked_by, opened, seen_of, source_of
from selaras_site.desk.editing import (
    Decider,
    SentencePage,
    asked_of,
    bench_context,
    go_on,
    is_htmx,
    place_after,
)
from selaras_site.desk.models import Unsaved
from selaras_site.desk.queue import number_in
from selaras_site.desk.versions import person, record_sentence
from selaras_site.translations.deciding import decision_take_back, segment_decide
from selaras_site.translations.errors import SiteError
from selaras_site.translations.models import Decision, QueueEntry, Segment
from selaras_site.translations.readings import Told, readings_add, seen_name

LONGEST = 5000
"""
Characters of a sentence, tags included.
"""


class DecisionForm(forms.Form):
    """
    What somebody decided; ``seen`` names the sentence that they had before them.

    ``lose`` says that they know that a link or an emphasis goes with the words;
    ``sure`` is the text that they want although a check blocks it.
    """

    kind = forms.ChoiceField(choices=Decision.Kind.choices)
    text = forms.CharField(required=False, max_length=LONGEST)
    seen = forms.CharField(max_length=64)
    spent = forms.FloatField(required=False, min_value=0)
    lose = forms.BooleanField(required=False)
    sure = forms.CharField(required=False, max_length=LONGEST)

    def clean_text(self) -> str:
        """
        One sentence in one line.
        """
        return in_one_line(self.cleaned_data["text"])

    def clean_sure(self) -> str:
        """
        As the text itself is.
        """
        return in_one_line(self.cleaned_data["sure"])


def in_one_line(text: str) -> str:
    """
    A sentence without line breaks and what cannot be seen.
    """
    return " ".join(without_controls(text).split())


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
            kept = request.POST.get("text", "")[:LONGEST]
            draft_keep(opened(segment.pk), person(request), kept)
            return refused(request, segment, refusal, kept=kept)
        return go_on(request, place_after(request, segment, entry))


def refused(
    request: HttpRequest, segment: Segment, refusal: Exception, **more: Any
) -> HttpResponse:
    """
    The sentence as it is now, and why nothing was done.
    """
    context = bench_context(
        request,
        opened(segment.pk),
        refusal=str(refusal),
        may_lose=getattr(refusal, "may_lose", False),
        may_insist=getattr(refusal, "may_insist", False),
        **more,
    )
    if is_htmx(request):
        return TemplateResponse(request, "desk/bench.html", context, status=409)
    page = SentencePage()
    page.setup(request, pk=segment.pk)
    whole = {**page.get_context_data(), **context}
    return TemplateResponse(request, page.template_name, whole, status=409)


def draft_keep(segment: Segment, by: User, text: str) -> None:
    """
    Keep what somebody has typed, for the sentence as it stands now.

    Whether that is the one they saw is the caller's to ask. Who typed nothing else than
    what stands there has no draft.
    """
    text = without_controls(text)
    if text == tagged_of(segment):
        Unsaved.objects.filter(segment=segment, by=by).delete()
        return
    Unsaved.objects.update_or_create(
        segment=segment, by=by, defaults={"text": text, "seen": seen_of(segment)}
    )


def tagged_of(segment: Segment) -> str:
    """
    A sentence as it stands in the text area, its marks as tags.
    """
    own = marks_of_data(segment.marks)
    return with_tags(segment.text, own, source_of(segment).marks)


def decided(request: HttpRequest, form: DecisionForm, segment: Segment) -> None:
    """
    Keep a decision. Raises ``Refused`` or ``SiteError``.
    """
    expect_whole(form)
    asked = form.cleaned_data
    if asked["seen"] != seen_of(segment):
        raise Refused(
            _("The sentence was changed meanwhile. What you wrote stands below it.")
        )
    kind, text, marks = Decision.Kind(asked["kind"]), None, None
    if kind is not Decision.Kind.REJECTED:
        text, marks = written(asked, segment)
        if not asked["sure"] or asked["sure"] != asked["text"]:
            passed_over = {"same-marks"} if asked["lose"] else set()
            expect_unblocked(segment, text, marks, passed_over)
        kind = kind_of(kind, segment, text, marks)
    told = {segment.pk: Told(asked["spent"] or 0.0, seen_name(segment))}
    readings_add(version=segment.version, by=person(request), told=told)
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


def expect_whole(form: DecisionForm) -> None:
    """
    Refuse a text that is too long, and a form of which something is missing.
    """
    if form.is_valid():
        return
    if form.has_error("text", "max_length"):
        raise Refused(
            _("It is too long: %(longest)s characters at most, tags included.")
            % {"longest": LONGEST}
        )
    raise Refused(_("The form is incomplete. Reload the page, and save it once more."))


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
    if said := blocked_by(segment, text, marks, passed_over):
        raise Refused(
            _("%(finding)s If it is right all the same, save it once more.")
            % {"finding": said},
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


def kind_of(
    pressed: Decision.Kind, segment: Segment, text: str, marks: tuple[Mark, ...]
) -> Decision.Kind:
    """
    What was decided: to save what was not changed is to accept it.

    Raises ``Refused`` where something else was typed than what would be accepted: half
    a sentence must not reach readers by the wrong key.
    """
    if text == segment.text and marks_data(marks) == segment.marks:
        return Decision.Kind.ACCEPTED
    if pressed is Decision.Kind.ACCEPTED:
        raise Refused(
            _("You changed the text. Save it, or go back to what is shown and accept.")
        )
    return Decision.Kind.EDITED


def seconds_spent(segment: Segment, request: HttpRequest) -> int | None:
    """
    How long the person has had the sentence before them, in all.
    """
    rows = segment.readings.filter(by=person(request))
    seconds = rows.aggregate(seconds=Sum("seconds"))["seconds"]
    return None if seconds is None else round(seconds)


class TakeBack(Decider, View):
    """
    Undo the decision that counts for a sentence.
    """

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        The sentence as it was before; what was undone can be mended and saved again.
        """
        segment, user = self.segment, person(request)
        meant = number_in(request.POST.get("decision", ""))
        try:
            back = decision_take_back(segment=segment, by=user, decision=meant or None)
        except SiteError as error:
            return refused(request, segment, error)
        record_sentence(request, segment, Decision.Kind.REOPENED)
        if back.was["shown"] == Segment.Shown.TRANSLATION:
            draft_keep(opened(pk), user, undone_text(back, segment))
        address = reverse("desk:edit", args=[pk])
        return redirect(f"{address}?{asked_of(request).urlencode()}")


def undone_text(back: Decision, segment: Segment) -> str:
    """
    The text that was taken back, its marks as tags.
    """
    marks = marks_of_data(back.was["marks"])
    return with_tags(back.was["text"], marks, source_of(segment).marks)
