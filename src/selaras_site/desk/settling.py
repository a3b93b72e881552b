"""
What somebody decides about a sentence on its page, and taking it back.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View

from selaras.article import Mark, marks_data, missing_tags, without_tags
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
    Keep what somebody has typed for a sentence, as long as it is the one they saw.
    """
    Unsaved.objects.update_or_create(
        segment=segment, by=by, defaults={"text": text, "seen": seen_of(segment)}
    )


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
        if not asked["sure"] or asked["sure"] != asked["text"]:
            passed_over = {"same-marks"} if asked["lose"] else set()
            expect_unblocked(segment, text, marks, passed_over)
        kind = kind_of(segment, text, marks)
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


class TakeBack(Decider, View):
    """
    Undo the decision that counts for a sentence.
    """

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        The sentence as it was before.
        """
        segment, meant = self.segment, number_in(request.POST.get("decision", ""))
        try:
            decision_take_back(
                segment=segment, by=person(request), decision=meant or None
            )
        except SiteError as error:
            return refused(request, segment, error)
        record_sentence(request, segment, Decision.Kind.REOPENED)
        address = reverse("desk:edit", args=[pk])
        return redirect(f"{address}?{asked_of(request).urlencode()}")
