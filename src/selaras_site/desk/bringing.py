"""
Files that come in: what one would change is shown before anything does.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.errors import MemoryUnusable
from selaras.exchange import (
    ExchangeError,
    Fate,
    Fault,
    Taken,
    memory_plan,
    memory_take,
)
from selaras.exchange.taking import Example
from selaras.languages import LANGUAGES, Language, Tag
from selaras.memory import Memory
from selaras_site.accounts.roles import languages_of
from selaras_site.desk.differences import Piece, difference
from selaras_site.desk.exchange import Exchanger, record, unusable
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.uploads import (
    LARGEST,
    Upload,
    upload_forget,
    upload_keep,
    upload_of,
)
from selaras_site.desk.versions import person


class UploadForm(forms.Form):
    """
    A file that comes in.
    """

    file = forms.FileField(max_length=200)

    def clean_file(self) -> "UploadedFile[Any]":
        """
        A file that a page can read in time.
        """
        file: UploadedFile[Any] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST:
            said = _(
                "The file is larger than %(many)s MB. The command “selaras memory "
                "import” takes larger ones."
            )
            raise forms.ValidationError(said % {"many": LARGEST // 1_000_000})
        return file


class BringFile(Exchanger, View):
    """
    Keep a file that comes in, and go on to what it would change.
    """

    shows = "desk:exchange_memory"

    def post(self, request: HttpRequest) -> HttpResponse:
        """
        To the page that asks; back, where there is no file.
        """
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            for said in form.errors.get("file", []):
                messages.error(request, said)
            return redirect("desk:exchange")
        upload = upload_keep(form.cleaned_data["file"], person(request))
        return redirect(f"{reverse(self.shows)}?file={upload.token}")


class ComingIn(Exchanger, WagtailAdminTemplateMixin, TemplateView):
    """
    What a file that came in would change: a question, and the answer to it.
    """

    header_icon = "download"
    upload: Upload

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """
        Find the file; where it cannot be found or read, say so on the page before.
        """
        if not self.has_permission():
            return self.handle_no_permission()
        given = request.POST if request.method == "POST" else request.GET
        found = upload_of(given.get("file", ""), person(request))
        if found is None:
            messages.error(request, _("The file is no longer here. Bring it again."))
            return redirect("desk:exchange")
        self.upload = found
        try:
            return super().dispatch(request, *args, **kwargs)
        except FileNotFoundError:  # another request of theirs was done with it
            messages.error(request, _("The file is no longer here. Bring it again."))
        except ExchangeError as error:
            messages.error(request, fault_said(error))
        except MemoryUnusable as error:
            messages.error(request, unusable(error))
        return redirect("desk:exchange")

    def get_page_subtitle(self) -> str:
        """
        The file's name.
        """
        return self.upload.name

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The file, and the word for it.
        """
        return {
            **super().get_context_data(**kwargs),
            "upload": self.upload,
            "original": LANGUAGES["id"],
            "media": MEDIA,
        }


FAULTS: Mapping[Fault, str | Promise] = {
    Fault.UNREADABLE: gettext_lazy(
        "The file is no XML, or not in the encoding that it names."
    ),
    Fault.HOSTILE: gettext_lazy(
        "The file was refused: such XML could do harm, and no tool needs it."
    ),
    Fault.LARGE: gettext_lazy("The file is too large."),
    Fault.FOREIGN: gettext_lazy("The file is XML, but not of the kind asked for here."),
    Fault.EXTRA: gettext_lazy(
        "This installation cannot read such files: “selaras[exchange]” is missing."
    ),
}


def fault_said(error: ExchangeError) -> str:
    """
    Why a file cannot be read, in the newsroom's words; exactly, behind it.
    """
    return f"{FAULTS[error.fault]} ({error})"


FATES: Mapping[Fate, str | Promise] = {
    Fate.NEW: pgettext_lazy("of pairs in a file", "new"),
    Fate.CHANGED: pgettext_lazy("of pairs in a file", "changed: another text now"),
    Fate.SAME: pgettext_lazy("of pairs in a file", "in the memory already"),
    Fate.KEPT: pgettext_lazy(
        "of pairs in a file", "left: the memory has something else from a person"
    ),
    Fate.TWICE: pgettext_lazy(
        "of pairs in a file", "left: the file says it twice, and differently"
    ),
}

REASONS: Mapping[str, str | Promise] = {
    "no source": gettext_lazy("left: there is no Indonesian text"),
    "no target": gettext_lazy("left: there is no text in one of our languages"),
    "variant": gettext_lazy("left: a second text in the same language"),
    "empty": gettext_lazy("left: a text is empty"),
    "too long": gettext_lazy("left: too long for a sentence"),
    "forbidden": gettext_lazy("left: of a language that you do not review"),
}


@dataclass(frozen=True, slots=True)
class ShownPair:
    """
    A pair of the file as it is shown, with how it differs from what the memory has.
    """

    example: Example
    language: Language
    fate: str
    pieces: Sequence[Piece]


class MemoryComingIn(ComingIn):
    """
    A TMX file: what it would change in the memory, and taking it.
    """

    template_name = "desk/exchange_memory.html"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Into the memory")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        What would be new, changed, the same, and left.
        """
        given = self.request.GET
        with memory_here() as memory, self.upload.open() as stream:
            taken = memory_plan(
                memory,
                stream,
                name=self.upload.name,
                targets=languages_of(person(self.request)),
                **choices(given),
                largest=LARGEST,
            )
        return {
            **super().get_context_data(**kwargs),
            "counts": counts_of(taken),
            "writes": taken.writes,
            "pairs": list(shown_pairs(taken)),
            "choices": choices(given),
            "foreign": ", ".join(sorted(filter(None, taken.tally.foreign))[:10]),
        }

    def post(self, request: HttpRequest) -> HttpResponse:
        """
        Take the file in: all of it, or nothing.
        """
        with memory_here() as memory, self.upload.open() as stream:
            taken = memory_take(
                memory,
                stream,
                name=self.upload.name,
                targets=languages_of(person(request)),
                **choices(request.POST),
                largest=LARGEST,
            )
        record(
            request,
            "memory_taken",
            file=self.upload.name,
            sentences=taken.writes,
            languages=sorted(taken.targets),
            **choices(request.POST),
        )
        upload_forget(self.upload)
        said = ngettext(
            "The memory has %(many)s entry more or changed.",
            "The memory has %(many)s entries more or changed.",
            taken.writes,
        )
        messages.success(request, said % {"many": taken.writes})
        return redirect("desk:memory")


def memory_here() -> Memory:
    """
    The newsroom's memory, made where there is none yet.
    """
    return Memory(Path(settings.SELARAS_MEMORY))


def choices(given: Mapping[str, str]) -> dict[str, Any]:
    """
    What somebody chose about a file: whose work it is, and what it may replace.
    """
    return {
        "newer": "replace" if given.get("newer") == "replace" else "keep",
        "level": "machine" if given.get("level") == "machine" else "human",
    }


def counts_of(taken: Taken) -> list[tuple[int, str]]:
    """
    How many there are of each kind, and what that means.
    """
    known = [(taken.fates[fate], str(said)) for fate, said in FATES.items()]
    tally = taken.tally
    left = [(tally.refused[reason], str(said)) for reason, said in REASONS.items()]
    rest = [
        (tally.foreign.total(), _("left: in another language")),
        (tally.codes, _("codes of the other tool, dropped from texts")),
    ]
    return [(many, said) for many, said in (*known, *left, *rest) if many]


def shown_pairs(taken: Taken) -> Iterator[ShownPair]:
    """
    The first pairs of each kind that somebody may want to see before.
    """
    order = (Fate.CHANGED, Fate.KEPT, Fate.TWICE, Fate.NEW)
    for fate in order:
        for one in taken.examples:
            if one.fate is fate:
                tag = one.pair.target
                pieces = compared(one.before, one.pair.translation, tag)
                yield ShownPair(one, LANGUAGES[tag], str(FATES[fate]), pieces)


def compared(before: str, after: str, language: Tag) -> Sequence[Piece]:
    """
    How a text became another, as far as that can be told in time.

    Comparing takes as long as both lengths multiplied, and a file may hold what is no
    sentence.

    >>> [piece.text for piece in compared("Ada", "Ada lagi", "id")]
    ['Ada', ' lagi']
    """
    if not before:
        return [Piece(after)]
    if len(before) * len(after) > MOST_COMPARED:
        return [Piece(before, "gone"), Piece(after, "new")]
    return difference(before, after, language)


MOST_COMPARED = 1_000_000
