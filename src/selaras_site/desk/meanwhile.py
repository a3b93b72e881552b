"""
What the page of a sentence sends while somebody is at it.
"""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin.utils import get_user_display_name

from selaras.article import without_tags
from selaras.errors import TagsWrong
from selaras.languages import LANGUAGES
from selaras_site.accounts.models import User
from selaras_site.desk.bench import checked, seen_of, source_of
from selaras_site.desk.editing import Decider
from selaras_site.desk.settling import LONGEST, draft_keep, tag_fault
from selaras_site.desk.versions import person
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.models import Segment
from selaras_site.translations.queueing import STANDING
from selaras_site.translations.readings import Told, readings_add, seen_name
from selaras_site.translations.seats import seat_leave, seat_take
from selaras_site.translations.services import expect_state


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

    @transaction.atomic
    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        That it is kept, or not, since it is about a text that stands there no more.

        What a page sends as it leaves may come after what it saved: that is no draft
        any more, and nobody is there to be told.
        """
        # Nobody saves it between the question what stands there and the answer.
        Segment.objects.select_for_update().only("pk").filter(pk=pk).first()
        text = request.POST.get("text", "")[:LONGEST]
        seen = request.POST.get("seen", "")[:64]
        if seen != seen_of(self.segment):
            if request.POST.get("leaves"):
                return HttpResponse(status=204)
            return HttpResponse(
                _(
                    "The sentence was changed meanwhile, and what you write is not kept"
                    " any more. Copy it, and reload the page."
                ),
                status=409,
            )
        draft_keep(self.segment, person(request), text)
        return TemplateResponse(request, "desk/kept.html", {"pk": pk})


class KeepSeat(Decider, View):
    """
    A page says that somebody still sits at its sentence, and for how long they read.
    """

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:  # noqa: ARG002
        """
        Whose seat it is now; nothing to somebody who leaves.

        Nobody sits at a version that nothing can be decided about any more.
        """
        user = person(request)
        time_keep(request, self.segment, user)
        if request.POST.get("leaves"):
            seat_leave(segment=self.segment, by=user)
            return HttpResponse(status=204)
        try:
            expect_state(self.segment.version, STANDING)
        except NotAllowed as error:
            return JsonResponse({"mine": False, "said": str(error)})
        seat = seat_take(segment=self.segment, by=user)
        if seat.by_id == user.pk:
            return JsonResponse({"mine": True})
        name = get_user_display_name(seat.by)
        said = _("%(who)s has this sentence open.") % {"who": name}
        return JsonResponse({"mine": False, "said": said})


def time_keep(request: HttpRequest, segment: Segment, user: User) -> None:
    """
    Keep how long somebody read, if what they had before them still stands there.
    """
    try:
        spent = float(request.POST.get("spent") or 0)
    except ValueError:
        return
    if request.POST.get("seen") == seen_of(segment):
        told = {segment.pk: Told(spent, seen_name(segment))}
        readings_add(version=segment.version, by=user, told=told)
