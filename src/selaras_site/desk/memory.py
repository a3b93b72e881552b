"""
The pages of the translation memory: what was said before, by whom, and mending it.

Whoever sees versions may look; who decides about sentences may change what a person
said, as each of their decisions does; who exchanges memories may also take entries out.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import LogActionRegistry, LogFormatter, log

from selaras.errors import MemoryUnusable
from selaras.exchange.taking import IMPORTED
from selaras.languages import LANGUAGES, TARGETS, Language
from selaras.memory import Entry, Level, Memory, Page
from selaras.text.characters import without_controls
from selaras_site.accounts.roles import languages_of
from selaras_site.articles.models import Article
from selaras_site.desk.models import DECIDE, EXCHANGE, SEE, Desk
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.queue import number_in
from selaras_site.desk.versions import person

AT_ONCE = 50
MOST = 2**62
"""
The largest number that is looked for: SQLite has none above 2**63.
"""

LEVELS: dict[str, Level] = {"people": "human", "machine": "machine"}
FILTERS = ("q", "language", "by")


@dataclass(frozen=True, slots=True)
class Row:
    """
    An entry as it is shown; ``article`` if it still is there, ``file`` if it came in.
    """

    entry: Entry
    language: Language
    article: Article | None
    file: str

    @property
    def by_person(self) -> bool:
        """
        Whether a person translated it.
        """
        return self.entry.level == "human"


class MemoryPage(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """
    The memory, searched and paged; the newest first.
    """

    permission_required: Any = SEE
    raise_exception = True
    template_name = "desk/memory.html"
    header_icon = "history"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Translation memory")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        A page of entries, or why there is none.
        """
        asked: Mapping[str, str] = self.request.GET
        found, fault = Page(entries=()), ""
        try:
            found = searched(asked)
        except MemoryUnusable as error:
            fault = str(error)
        user = person(self.request)
        return {
            **super().get_context_data(**kwargs),
            "rows": rows_of(found.entries),
            "next": found.before,
            "is_cut": found.is_cut,
            "fault": fault,
            "asked": {name: asked.get(name, "")[:200] for name in FILTERS},
            "is_narrowed": any(asked.get(name) for name in FILTERS),
            "is_later": bool(number_in(asked.get("before", ""))),
            "languages": [LANGUAGES[tag] for tag in TARGETS],
            "may_change": user.has_perm(DECIDE),
            "may_exchange": user.has_perm(EXCHANGE),
            "original": LANGUAGES["id"],
            "media": MEDIA,
        }


def searched(asked: Mapping[str, str]) -> Page:
    """
    The page of the memory that an address asks for. What is wrong is passed over.
    """
    language = asked.get("language", "")
    with opened() as memory:
        if memory is None:
            return Page(entries=())
        return memory.search(
            asked.get("q", ""),
            target=language if language in TARGETS else None,
            level=LEVELS.get(asked.get("by", "")),
            limit=AT_ONCE,
            before=number_in(asked.get("before", "")) or None,
        )


@contextmanager
def opened() -> Iterator[Memory | None]:
    """
    The newsroom's memory; nothing where nothing was remembered yet.
    """
    path = Path(settings.SELARAS_MEMORY)
    if not path.exists():
        yield None
        return
    with Memory(path) as memory:
        yield memory


def rows_of(entries: tuple[Entry, ...]) -> list[Row]:
    """
    Entries with their articles, in one query.
    """
    numbers = {number_in(entry.article) for entry in entries} - {0}
    articles = Article.objects.defer("body").in_bulk(numbers)
    return [
        Row(
            entry,
            LANGUAGES[entry.target],
            articles.get(number_in(entry.article)),
            file_of(entry),
        )
        for entry in entries
        if entry.target in LANGUAGES
    ]


def file_of(entry: Entry) -> str:
    """
    The file that an entry came in with.
    """
    steps = (step for step in entry.steps if step.startswith(IMPORTED))
    return next(steps, "").removeprefix(IMPORTED)


class EntryForm(forms.Form):
    """
    A translation as somebody wants it; ``seen`` is the one that they saw.
    """

    text = forms.CharField(
        label=gettext_lazy("Translation"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen = forms.CharField(widget=forms.HiddenInput, strip=False, max_length=20_000)

    def clean_text(self) -> str:
        """
        One sentence in one line.
        """
        text = " ".join(without_controls(self.cleaned_data["text"]).split())
        if not text:
            raise forms.ValidationError(_("The sentence is empty."))
        return text


class EntryPage(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """
    One entry, to be changed.
    """

    permission_required: Any = (SEE, DECIDE)
    raise_exception = True
    template_name = "desk/memory_entry.html"
    header_icon = "history"
    kwargs: dict[str, Any]

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Translation memory")

    def entry(self) -> Entry:
        """
        The entry of the address. Raises ``Http404``, or ``MemoryUnusable``.
        """
        with opened() as memory:
            found = memory.entry(min(self.kwargs["pk"], MOST)) if memory else None
        if found is None or found.target not in LANGUAGES:
            raise Http404
        return found

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """
        Say so where the memory cannot be used, on the page that says it.
        """
        try:
            return super().dispatch(request, *args, **kwargs)
        except MemoryUnusable:
            return redirect("desk:memory")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The entry and its form.
        """
        entry = kwargs.pop("entry", None) or self.entry()
        expect_language(self.request, entry)
        start = {"text": entry.translation, "seen": entry.translation}
        return {
            **super().get_context_data(**kwargs),
            "row": rows_of((entry,))[0],
            "form": kwargs.get("form") or EntryForm(initial=start),
            "original": LANGUAGES["id"],
            "media": MEDIA,
        }

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """
        Keep the translation as this person's, unless it was changed meanwhile.
        """
        entry, form = self.entry(), EntryForm(request.POST)
        expect_language(request, entry)
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        if form.cleaned_data["seen"].replace("\r\n", "\n") != entry.translation:
            said = _("It was changed meanwhile: the translation below is the new one.")
            messages.error(request, said)
            return redirect("desk:memory_entry", pk=entry.id)
        changed = self.keep(entry, form.cleaned_data["text"])
        messages.success(request, _("The memory has it now, in your name."))
        return redirect(f"{reverse('desk:memory')}#entry-{changed}")

    def keep(self, entry: Entry, text: str) -> int:
        """
        Put a person's entry in the place of one; its number.
        """
        user = person(self.request)
        mine = Entry(
            text=entry.text,
            source=entry.source,
            target=entry.target,
            translation=text,
            level="human",
            engine=entry.engine,
            model=entry.model,
            via=entry.via,
            author=user.get_full_name() or user.get_username(),
            article=entry.article,
            path=entry.path,
        )
        with opened() as memory:
            assert memory is not None
            memory.remember(mine)
            kept = memory.exact(entry.text, target=entry.target, source=entry.source)
        record(self.request, "edited", entry, text)
        return kept.id if kept else entry.id


class ForgetEntry(EntryPage):
    """
    Ask whether an entry is to go, then take it out.
    """

    permission_required: Any = (SEE, EXCHANGE)
    template_name = "desk/memory_forget.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """
        Take it out; whoever does that again is told nothing else.
        """
        entry = self.entry()
        expect_language(request, entry)
        with opened() as memory:
            if memory is not None and memory.forget_entry(entry.id):
                record(request, "forgotten", entry)
        messages.success(request, _("It was taken out of the memory."))
        return redirect("desk:memory")


def expect_language(request: HttpRequest, entry: Entry) -> None:
    """
    Refuse those who are not to change this language.
    """
    if entry.target not in languages_of(person(request)):
        raise PermissionDenied


def record(request: HttpRequest, action: str, entry: Entry, text: str = "") -> None:
    """
    Say in the history of the site who did what.
    """
    log(
        instance=Desk(pk=1),
        action=f"selaras.memory.{action}",
        user=request.user,
        title=str(_("Translation memory")),
        data={
            "language": entry.target,
            "source": entry.text[:500],
            "before": entry.translation[:500],
            "after": text[:500],
        },
    )


class LoggedMemory(LogFormatter):
    """
    How an entry of the history about the memory is said.
    """

    def format_message(self, log_entry: Any) -> str:
        """
        What was done to which translation.
        """
        data = log_entry.data
        change = " → ".join(filter(None, (data.get("before"), data.get("after"))))
        return f"{self.label}: {data.get('source', '')[:80]}: {change[:160]}"


ACTIONS = {
    "edited": gettext_lazy("Change an entry of the memory"),
    "forgotten": gettext_lazy("Take an entry out of the memory"),
}


@hooks.register("register_log_actions")
def memory_actions(registry: LogActionRegistry) -> None:
    """
    What the history of the site says of the memory.
    """
    for name, label in ACTIONS.items():
        kind = type(f"Logged{name.title()}", (LoggedMemory,), {"label": label})
        registry.register_action(f"selaras.memory.{name}")(kind)
