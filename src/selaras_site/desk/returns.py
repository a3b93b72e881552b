"""
Translators' work that comes back: what would change, and deciding it.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from selaras.article import marks_of_data, with_tags
from selaras.errors import TagsWrong
from selaras.exchange import Returned, read_xliff
from selaras.languages import LANGUAGES, Language
from selaras_site.accounts.roles import languages_of
from selaras_site.desk.bench import ShownFinding, shown_finding
from selaras_site.desk.bringing import BringFile, ComingIn, compared
from selaras_site.desk.differences import Piece
from selaras_site.desk.models import DECIDE, EXCHANGE, SEE
from selaras_site.desk.settling import tag_fault
from selaras_site.desk.uploads import LARGEST, Upload, upload_forget
from selaras_site.desk.versions import person, refused
from selaras_site.translations.errors import SiteError
from selaras_site.translations.exchange import returned_take
from selaras_site.translations.returning import Change, Doubt, Fate, changes_of

MOST = 1000
"""
Sentences of a file: deciding about more would take longer than a request may.
"""

FATES: Mapping[Fate, str | Promise] = {
    Fate.CHANGED: gettext_lazy("changed"),
    Fate.APPROVED: gettext_lazy("approved as it was"),
    Fate.SAME: gettext_lazy("decided so already"),
    Fate.UNTOUCHED: gettext_lazy("not changed by the translator"),
    Fate.STALE: gettext_lazy("left: the Indonesian sentence has changed since"),
    Fate.GONE: gettext_lazy("left: there is no version of it that readers see"),
    Fate.FOREIGN: gettext_lazy("left: none of our sentences"),
    Fate.EMPTY: gettext_lazy("left: not translated"),
    Fate.WRONG: gettext_lazy("left: its tags or its length cannot be"),
    Fate.TWICE: gettext_lazy("left: the file has the sentence a second time"),
    Fate.FORBIDDEN: gettext_lazy("left: of a language that you do not review"),
}

DOUBTS: Mapping[Doubt, str | Promise] = {
    Doubt.BLOCKED: gettext_lazy("A check says that it is wrong."),
    Doubt.NEWER: gettext_lazy("It was changed here since it was sent."),
    Doubt.UNFINISHED: gettext_lazy("The file says that it is not finished."),
    Doubt.LOST: gettext_lazy("Links or emphasis are missing."),
}

TOLD = frozenset({Fate.STALE, Fate.GONE, Fate.WRONG, Fate.TWICE, Fate.FORBIDDEN})
"""
What was left and somebody should see: the translator did it, and it is not used.
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """
    A sentence that came back as the page shows it.
    """

    change: Change
    language: Language
    source: str
    fate: str
    pieces: Sequence[Piece]
    doubts: Sequence[str]
    findings: Sequence[ShownFinding]
    fault: str


class BringWork(BringFile):
    """
    Keep a translator's file, and go on to what it would change.
    """

    permission_required: Any = (SEE, EXCHANGE, DECIDE)
    shows = "desk:exchange_work"


class WorkComingIn(ComingIn):
    """
    A translator's file: what would be decided, and deciding it.
    """

    permission_required: Any = (SEE, EXCHANGE, DECIDE)
    template_name = "desk/exchange_work.html"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Back from a translator")

    def get(self, request: HttpRequest) -> HttpResponse:
        """
        What would change; back, where the file holds too much.
        """
        units = units_of(self.upload)
        if units is None:
            return too_many(request)
        return self.render_to_response(self.get_context_data(units=units))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        Each sentence that changes, and how many do not.
        """
        given = self.request.POST or self.request.GET
        accept = bool(given.get("accept"))
        allowed = languages_of(person(self.request))
        changes = changes_of(kwargs.pop("units"), allowed=allowed, accept=accept)
        fates = Counter(change.fate for change in changes)
        return {
            **super().get_context_data(**kwargs),
            "counts": [
                (fates[fate], said) for fate, said in FATES.items() if fates[fate]
            ],
            "changes": [shown(change) for change in changes if change.decides],
            "left": [shown(change) for change in changes if change.fate in TOLD],
            "codes": sum(change.returned.codes for change in changes),
            "accept": accept,
            "ticked": given.getlist("take"),
            "translator": translator_in(given),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """
        Decide all that is without doubt or was ticked.
        """
        units = units_of(self.upload)
        if units is None:
            return too_many(request)
        try:
            outcome = returned_take(
                units=units,
                ticked=request.POST.getlist("take"),
                by=person(request),
                file=self.upload.name,
                translator=translator_in(request.POST),
                accept=bool(request.POST.get("accept")),
            )
        except SiteError as error:
            messages.error(request, refused(error))
            return self.render_to_response(self.get_context_data(units=units))
        upload_forget(self.upload)
        many = len(outcome.decisions)
        said = ngettext(
            "%(many)s sentence was decided.", "%(many)s sentences were decided.", many
        )
        messages.success(request, said % {"many": many})
        return redirect("desk:exchange")


def translator_in(given: QueryDict) -> str:
    """
    Who translated, as somebody wrote it.
    """
    return " ".join(given.get("translator", "").split())[:200]


def units_of(upload: Upload) -> list[Returned] | None:
    """
    The sentences of a file; nothing where they are too many. Raises ``ExchangeError``.
    """
    units = []
    with upload.open() as stream:
        for unit in read_xliff(stream, largest=LARGEST):
            units.append(unit)
            if len(units) > MOST:
                return None
    return units


def too_many(request: HttpRequest) -> HttpResponse:
    """
    Back to the page before.
    """
    said = _("A file may have %(many)s sentences; this one has more.")
    messages.error(request, said % {"many": MOST})
    return redirect("desk:exchange")


def shown(change: Change) -> Shown:
    """
    A sentence that came back, in the newsroom's words.
    """
    found = change.found
    tag = found.version.language if found else "en"
    before, after = "", change.text or change.returned.text
    if found:
        source = found.source.marks
        before = with_tags(found.row.text, marks_of_data(found.row.marks), source)
        after = with_tags(after, change.marks, source)
    return Shown(
        change=change,
        language=LANGUAGES[tag],
        source=found.row.source if found else change.returned.source,
        fate=str(FATES[change.fate]),
        pieces=compared(before, after, tag),
        doubts=[str(DOUBTS[doubt]) for doubt in change.doubts],
        findings=[shown_finding(one) for one in change.findings],
        fault=tag_fault(change.fault) if isinstance(change.fault, TagsWrong) else "",
    )
