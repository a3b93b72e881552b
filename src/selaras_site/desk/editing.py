"""
The page on which one sentence is corrected, and the way from one to the next.

Each view answers a browser without scripts with a whole page, and htmx with the part of
it that changes. What is decided is in ``settling``, what the page sends meanwhile in
``meanwhile``.
"""

from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.http.request import QueryDict
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.views import View
from django_htmx.http import HttpResponseClientRedirect

from selaras_site.accounts.roles import languages_of
from selaras_site.desk.bench import bench_of, opened
from selaras_site.desk.models import DECIDE, SEE
from selaras_site.desk.queue import FILTERS, next_for, number_in
from selaras_site.desk.queue_counts import many_waiting
from selaras_site.desk.versions import VersionPage, person
from selaras_site.translations.models import (
    Decision,
    QueueEntry,
    Segment,
    Version,
)
from selaras_site.translations.queueing import STANDING
from selaras_site.translations.seats import seat_take


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
    is_standing = segment.version.state in STANDING
    seat = seat_take(segment=segment, by=user) if is_standing else None
    holder = seat.by if seat and seat.by_id != user.pk else None
    return {
        "bench": bench_of(segment, user),
        "version": segment.version,
        "holder": holder,
        "may_edit": is_standing and holder is None,
        "list": asked.urlencode(),
        "waiting": many_waiting(asked, user),
        "done": done_of(request),
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


def done_of(request: HttpRequest) -> Segment | None:
    """
    The sentence that somebody decided about just now, so that they can take it back.

    Nothing where another decision is newer by now: nobody takes back a colleague's.
    """
    number, user = number_in(request.GET.get("done", "")), person(request)
    rows = Segment.objects.filter(pk=number, version__language__in=languages_of(user))
    found = rows.select_related("version").first() if number else None
    decision = newest_decision(found) if found else None
    if decision is None or decision.made_by_id != user.pk:
        return None
    found.decision = decision  # type: ignore[union-attr]
    return None if decision.kind == Decision.Kind.REOPENED else found


def newest_decision(segment: Segment) -> Decision | None:
    """
    What was decided last about a sentence.
    """
    return Decision.objects.filter(
        article=segment.version.article_id,
        language=segment.version.language,
        source_key=segment.source_key,
    ).last()


def is_htmx(request: HttpRequest) -> bool:
    """
    Whether htmx asks, and not a browser for a page of its own.
    """
    htmx = request.htmx  # type: ignore[attr-defined]
    return bool(htmx) and not htmx.history_restore_request


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
        after = number_in(request.GET.get("after", ""))
        entry = QueueEntry.objects.filter(pk=after).first() if after else None
        following = next_for(person(request), asked, entry)
        query = asked.urlencode()
        if done := number_in(request.GET.get("done", "")):
            query += f"&done={done}"
        if following is None:
            return go_on(request, f"{reverse('desk:queue')}?{query}")
        return redirect(f"{reverse('desk:edit', args=[following.pk])}?{query}")
