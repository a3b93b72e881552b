"""
Files for other tools: the memory as TMX, versions as XLIFF for translators.

What comes in is in ``bringing``.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.db.models import Count
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    StreamingHttpResponse,
)
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import LogActionRegistry, LogFormatter, log

from selaras.errors import MemoryUnusable
from selaras.exchange import FORMS, write_tmx, write_xliff
from selaras.languages import LANGUAGES, TARGETS
from selaras.memory import Entry, Memory
from selaras_site.desk.memory import opened
from selaras_site.desk.models import DECIDE, EXCHANGE, SEE, Desk
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.uploads import LARGEST
from selaras_site.desk.versions import person
from selaras_site.translations.exchange import SENT, TAKEN
from selaras_site.translations.models import QueueEntry, Version
from selaras_site.translations.queueing import STANDING
from selaras_site.translations.sending import document_of

TYPES = {"tmx": "application/x-tmx+xml", "xlf": "application/xliff+xml"}
OFFERED = 20
"""
Versions that are offered to be sent: those in which most sentences wait.
"""


class Exchanger(PermissionRequiredMixin):
    """
    Only for those who may bring memory and terms in and out.
    """

    permission_required: Any = (SEE, EXCHANGE)
    raise_exception = True


class ExchangePage(Exchanger, WagtailAdminTemplateMixin, TemplateView):
    """
    Everything that goes out and comes in.
    """

    template_name = "desk/exchange.html"
    header_icon = "download"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Exchange with other tools")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The forms, and the versions that are likely to be sent.
        """
        return {
            **super().get_context_data(**kwargs),
            "languages": [LANGUAGES[tag] for tag in TARGETS],
            "offered": offered(),
            "forms": FORMS,
            "may_decide": person(self.request).has_perm(DECIDE),
            "largest": LARGEST // 1_000_000,
            "media": MEDIA,
        }


def offered() -> list[Version]:
    """
    The versions in which most sentences wait, with how many do.
    """
    rows = (
        QueueEntry.objects.filter(version__state__in=STANDING)
        .values_list("version")
        .annotate(many=Count("segment"))
        .order_by("-many", "-version")[:OFFERED]
    )
    waiting: dict[int, int] = dict(rows)
    found = Version.objects.select_related("article").defer(
        "search_text", "article__body"
    )
    versions = list(found.filter(pk__in=waiting))
    for version in versions:
        version.many_waiting = waiting[version.pk]
    return sorted(versions, key=lambda one: -waiting[one.pk])


class SendMemory(Exchanger, View):
    """
    The memory as TMX, as it is read: nothing is held.
    """

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """
        The file; back to the page where the memory cannot be used.
        """
        language = request.GET.get("language", "")
        chosen = [language] if language in TARGETS else list(TARGETS)
        only_people = bool(request.GET.get("people"))
        try:
            with opened() as memory:
                many = memory.counts() if memory else None
        except MemoryUnusable as error:
            messages.error(request, unusable(error))
            return redirect("desk:exchange")
        if many is None:
            messages.error(request, _("The memory is empty."))
            return redirect("desk:exchange")
        record(request, "memory_sent", languages=chosen, people=only_people)
        content = written(chosen, only_people=only_people)
        name = f"selaras-{'-'.join(chosen) if len(chosen) == 1 else 'all'}.tmx"
        return as_file(StreamingHttpResponse(content, TYPES["tmx"]), name)


def written(languages: Iterable[str], *, only_people: bool) -> Iterator[str]:
    """
    The memory as TMX, in portions.
    """
    with Memory(Path(settings.SELARAS_MEMORY)) as memory:
        yield from write_tmx(entries_of(memory, languages, only_people=only_people))


def entries_of(
    memory: Memory, languages: Iterable[str], *, only_people: bool
) -> Iterator[Entry]:
    """
    The entries that are asked for, a language after the other.
    """
    for tag in languages:
        yield from memory.entries(target=tag, level="human" if only_people else None)


class SendVersion(Exchanger, View):
    """
    A version as XLIFF for a translator.
    """

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        """
        The file.
        """
        rows = Version.objects.select_related("article", "snapshot")
        version = get_object_or_404(rows.defer("search_text", "article__body"), pk=pk)
        form = request.GET.get("form", "")
        chosen: Any = form if form in FORMS else "1.2"
        only_waiting = bool(request.GET.get("waiting"))
        document = document_of(version, only_waiting=only_waiting)
        if not document.units:
            messages.error(request, _("No sentence of this version is to be sent."))
            return redirect("desk:exchange")
        log(
            instance=version.article,
            action=SENT,
            user=request.user,
            data={
                "language": version.language,
                "sentences": len(document.units),
                "form": chosen,
            },
        )
        content = write_xliff(document, chosen)
        name = f"selaras-{version.article_id}-{version.language}.xlf"
        return as_file(HttpResponse(content, content_type=TYPES["xlf"]), name)


def as_file(
    response: StreamingHttpResponse | HttpResponse, name: str
) -> HttpResponseBase:
    """
    An answer that a browser saves under a name.
    """
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def unusable(error: MemoryUnusable) -> str:
    """
    Why the memory cannot be used.
    """
    return _("The memory cannot be used. %(reason)s") % {"reason": error}


def record(request: HttpRequest, action: str, **data: Any) -> None:
    """
    Say in the history of the site who brought what in or out.
    """
    log(
        instance=Desk(pk=1),
        action=f"selaras.exchange.{action}",
        user=request.user,
        title=str(_("Translation memory")),
        data=data,
    )


class LoggedExchange(LogFormatter):
    """
    How an entry of the history about a file is said.
    """

    def format_message(self, log_entry: Any) -> str:
        """
        Which file or languages, and how many sentences.
        """
        data = log_entry.data
        many = len(data["decisions"]) if "decisions" in data else data.get("sentences")
        languages = data.get("languages", [data.get("language", "")])
        said = (data.get("file"), data.get("translator"), ", ".join(languages), many)
        return f"{self.label}: {', '.join(str(one) for one in said if one)}"


ACTIONS = {
    SENT: gettext_lazy("Send sentences to a translator"),
    TAKEN: gettext_lazy("Take back what a translator did"),
    "selaras.exchange.memory_sent": gettext_lazy("Export the memory"),
    "selaras.exchange.memory_taken": gettext_lazy("Import into the memory"),
}


@hooks.register("register_log_actions")
def exchange_actions(registry: LogActionRegistry) -> None:
    """
    What histories say of files that came and went.
    """
    for number, (name, label) in enumerate(ACTIONS.items()):
        kind = type(f"LoggedExchange{number}", (LoggedExchange,), {"label": label})
        registry.register_action(name)(kind)
