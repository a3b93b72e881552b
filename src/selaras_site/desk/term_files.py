"""
Terms in and out: tables, and the files of translators' tools.
"""

import base64
import binascii
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from wagtail.admin import messages

from selaras_site.accounts.roles import languages_of
from selaras_site.desk.exchange import Exchanger
from selaras_site.desk.term_forms import FileForm
from selaras_site.desk.terms import TermsFurniture, filters_of
from selaras_site.desk.versions import person
from selaras_site.translations.term_csv import read_csv, write_csv
from selaras_site.translations.term_data import all_data
from selaras_site.translations.term_import import (
    HEAVIEST,
    FileRow,
    Plan,
    plan_of,
    terms_import,
)
from selaras_site.translations.term_reading import terms_listed
from selaras_site.translations.term_tbx import read_tbx, write_tbx
from selaras_site.translations.terms import TermRefused

MOST_SHOWN = 500
"""
Lines of a plan that its page shows; the wrong ones come first.
"""

ORDER = ("wrong", "changed", "new", "passed", "same")


class BringTerms(Exchanger, TermsFurniture):
    """
    A file of terms: first what it would change, then, once that was seen, the change.
    """

    template_name = "desk/terms_bring.html"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Bring in terms")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """
        The form of a file.
        """
        return self.render_to_response(self.get_context_data(form=FileForm(), **kwargs))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """
        Look at a file, or bring in one that was looked at.
        """
        form = FileForm(request.POST, request.FILES)
        try:
            content = self.content(form)
            rows = rows_in(content) if content is not None else None
            if rows is not None and "seen" in request.POST:
                return self.bring(rows)
            own = languages_of(person(request))
            plan = plan_of(rows, own) if rows is not None else None
        except TermRefused as error:
            form = FileForm()
            context = self.get_context_data(form=form, refusal=error, **kwargs)
            return self.render_to_response(context, status=422)
        context = self.get_context_data(form=form, **kwargs)
        if plan is not None and content is not None:
            context |= plan_context(plan, content)
        return self.render_to_response(context)

    def content(self, form: FileForm) -> bytes | None:
        """
        The file that was sent, or the one that was looked at before; none if neither.
        """
        if "content" in self.request.POST:
            try:
                return base64.b64decode(self.request.POST["content"], validate=True)
            except (binascii.Error, ValueError) as error:
                raise TermRefused(_("Choose the file once more.")) from error
        if not form.is_valid():
            return None
        content: bytes = form.cleaned_data["file"].read(HEAVIEST + 1)
        return content

    def bring(self, rows: list[FileRow]) -> HttpResponse:
        """
        Bring in all of a file, say how much, and go to the list.
        """
        user = person(self.request)
        plan = terms_import(rows=rows, seen=self.request.POST["seen"], by=user)
        many = plan.counts["new"] + plan.counts["changed"]
        told = ngettext(
            "%(many)s term was added or changed.",
            "%(many)s terms were added or changed.",
            many,
        )
        messages.success(self.request, told % {"many": many})
        return redirect("desk:terms")


def rows_in(content: bytes) -> list[FileRow]:
    """
    The terms of a file, whatever kind of file it is.
    """
    begin = content[:64].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return read_tbx(content) if begin.startswith(b"<") else read_csv(content)


def plan_context(plan: Plan, content: bytes) -> dict[str, Any]:
    """
    What the page of a plan needs.
    """
    rows = sorted(plan.rows, key=lambda row: (ORDER.index(row.outcome), row.number))
    return {
        "plan": plan,
        "rows": rows[:MOST_SHOWN],
        "hidden": max(0, len(rows) - MOST_SHOWN),
        "content": base64.b64encode(content).decode(),
    }


class TermsFile(Exchanger, View):
    """
    The terms of a list as a file.
    """

    def get(self, request: HttpRequest, form: str) -> HttpResponse:
        """
        The file.
        """
        if form not in FORMS:
            raise Http404
        name, kind = FORMS[form]
        terms = all_data(terms_listed(**filters_of(request.GET))).values()
        if form == "csv":
            content = write_csv(terms)
        else:
            content = write_tbx(terms, "2" if form == "tbx2" else "3")
        return HttpResponse(
            content,
            content_type=kind,
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


FORMS = {
    "csv": ("terms.csv", "text/csv; charset=utf-8"),
    "tbx": ("terms.tbx", "application/x-tbx"),
    "tbx2": ("terms-2008.tbx", "application/x-tbx"),
}
