"""
The pages of the termbase: its list, one term with all languages, where it is used.
"""

from collections.abc import Mapping
from typing import Any

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.forms import Media
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.languages import LANGUAGES, SOURCE, TARGETS, Tag
from selaras_site.accounts.roles import languages_of
from selaras_site.desk.models import DECIDE, EXCHANGE, SEE
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.term_forms import TermForm, initial_asked, initial_of, seen_of
from selaras_site.desk.versions import Seen, person
from selaras_site.translations.models import Term
from selaras_site.translations.term_checking import recheck_term
from selaras_site.translations.term_data import TermData, cell_of, data_of
from selaras_site.translations.term_reading import (
    history_of,
    terms_listed,
    uses_of,
)
from selaras_site.translations.terms import (
    TermChanged,
    TermRefused,
    bound_to,
    meanwhile,
    term_delete,
    term_save,
)

AT_ONCE = 50
FILTERS = ("words", "kind", "language", "missing")
STYLE = MEDIA + Media(css={"all": ["desk/terms.css"]})


class TermsFurniture(Seen, WagtailAdminTemplateMixin, TemplateView):
    """
    What the pages of the termbase have in common.
    """

    header_icon = "openquote"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, the termbase, this.
        """
        items = [
            *self.breadcrumbs_items,
            {"url": reverse("desk:terms"), "label": _("Terms and names")},
        ]
        if not isinstance(self, TermsPage):
            items.append({"url": "", "label": self.get_page_title()})
        return items

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The looks, and what this person may do.
        """
        user = person(self.request)
        return {
            **super().get_context_data(**kwargs),
            "media": STYLE,
            "original": LANGUAGES[SOURCE],
            "may_edit": user.has_perm(DECIDE),
            "may_exchange": user.has_perm(EXCHANGE),
        }


class TermsPage(TermsFurniture):
    """
    All terms, a page at a time.
    """

    template_name = "desk/terms.html"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Terms and names")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The terms that are asked for.
        """
        asked = filters_of(self.request.GET)
        page = Paginator(terms_listed(**asked), AT_ONCE).get_page(
            self.request.GET.get("p")
        )
        return {
            **super().get_context_data(**kwargs),
            "page": page,
            "rows": [(term, row_of(data_of(term))) for term in page],
            "asked": asked,
            "filters": query_of(asked),
            "kinds": Term.Kind.choices,
            "languages": [LANGUAGES[tag] for tag in TARGETS],
        }


def filters_of(given: Mapping[str, str]) -> dict[str, str]:
    """
    What a list was narrowed by.
    """
    return {name: given.get(name, "")[:200].replace("\0", "") for name in FILTERS}


def query_of(asked: Mapping[str, str]) -> str:
    """
    The same for an address.
    """
    query = QueryDict(mutable=True)
    query.update({name: value for name, value in asked.items() if value})
    return query.urlencode()


def row_of(data: TermData) -> list[tuple[Any, str]]:
    """
    What each language says of a term, in one cell each.
    """
    return [(LANGUAGES[tag], cell_of(data.in_language(tag))) for tag in TARGETS]


class TermPage(TermsFurniture):
    """
    One term, or a new one: its form, where it is used, and what was done to it.
    """

    template_name = "desk/terms_one.html"

    @cached_property
    def term(self) -> Term | None:
        """
        The term of the address; nothing where it is a new one.
        """
        pk = self.kwargs.get("pk")
        rows = Term.objects.prefetch_related("renderings").select_related("made_by")
        return None if pk is None else get_object_or_404(rows, pk=pk)

    @property
    def is_gone(self) -> bool:
        """
        Whether the term of the address is there no more.
        """
        pk = self.kwargs.get("pk")
        return pk is not None and not Term.objects.filter(pk=pk).exists()

    def get_page_title(self) -> str:
        """
        The term.
        """
        return self.term.source if self.term else _("A new term or name")

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """
        The form.
        """
        may_edit = person(request).has_perm(DECIDE)
        if self.term is None and not may_edit:
            raise PermissionDenied
        form = self.form(request.GET.dict(), may_edit=may_edit)
        return self.render_to_response(self.get_context_data(form=form, **kwargs))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """
        Keep what was written, or say why not and leave it in the form.
        """
        if not person(request).has_perm(DECIDE):
            raise PermissionDenied
        if self.is_gone:
            return gone(request)
        form = self.form({}, data=request.POST)
        if form.is_valid():
            saved = self.save(form)
            if saved is not None:
                return redirect("desk:term", saved.pk)
        context = self.get_context_data(form=form, **kwargs)
        return self.render_to_response(context, status=422)

    @cached_property
    def languages(self) -> frozenset[Tag]:
        """
        The languages that this person may change.
        """
        return languages_of(person(self.request))

    def form(self, asked: Mapping[str, str], **kwargs: Any) -> TermForm:
        """
        The form of the term, or of a new one that begins with what was asked for.
        """
        initial = (
            initial_of(self.term) if self.term else initial_asked(asked, self.languages)
        )
        return TermForm(
            initial=initial,
            languages=self.languages,
            is_there=self.term is not None,
            **kwargs,
        )

    @property
    def is_whole(self) -> bool:
        """
        Whether they may change what all languages have in common.
        """
        return self.languages >= set(TARGETS)

    def save(self, form: TermForm) -> Term | None:
        """
        Keep the term; a refusal goes into the form.
        """
        before = self.term.source if self.term else ""
        try:
            saved = term_save(
                data=form.data_written,
                by=person(self.request),
                term=self.term,
                seen=form.cleaned_data["seen"],
            )
        except TermChanged as error:
            form.add_error(None, str(error))
            newest = get_object_or_404(Term, pk=self.kwargs["pk"])
            form.data = {**self.request.POST.dict(), "seen": seen_of(newest)}
            return None
        except TermRefused as error:
            form.add_error(None, str(error))
            return None
        if before and before != saved.source:
            recheck_term.enqueue([before])
        messages.success(self.request, _("The term was saved."))
        return saved

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The term and its history.
        """
        return {
            **super().get_context_data(**kwargs),
            "term": self.term,
            "history": history_of(self.term) if self.term else [],
            "may_delete": self.is_whole,
            "bound": "" if self.is_whole else bound_to(self.languages),
        }


def gone(request: HttpRequest) -> HttpResponse:
    """
    Back to the list: somebody deleted the term while its page was open.
    """
    messages.error(request, meanwhile())
    return redirect("desk:terms")


class Editor(PermissionRequiredMixin):
    """
    Only for those who may change terms.
    """

    permission_required = (SEE, DECIDE)
    raise_exception = True


class DeleteTerm(Editor, TermPage):  # type: ignore[misc]
    """
    Ask whether a term may go, then take it out.
    """

    template_name = "desk/terms_delete.html"

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """
        The question, for those who may.
        """
        if not self.is_whole:
            messages.error(request, bound_to(self.languages))
            return redirect("desk:term", self.kwargs["pk"])
        return self.render_to_response(self.get_context_data(**kwargs))

    def post(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:  # noqa: ARG002
        """
        Take it out; what was found because of it goes in a moment.
        """
        if self.is_gone:
            return gone(request)
        assert self.term is not None
        source = self.term.source
        try:
            term_delete(term=self.term, by=person(request))
        except TermRefused as error:
            messages.error(request, str(error))
            return redirect("desk:terms")
        recheck_term.enqueue([source])
        told = _("“%(source)s” is no term any more.") % {"source": source}
        messages.success(request, told)
        return redirect("desk:terms")


class RecheckTerm(Editor, View):
    """
    Have a worker look again at every sentence that has a term.
    """

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """
        Order it, and go back.
        """
        term = get_object_or_404(Term, pk=pk)
        recheck_term.enqueue([term.source])
        messages.success(
            request,
            _(
                "A worker looks again at what stands. What is wrong will be in the "
                "queue in a moment."
            ),
        )
        return redirect("desk:term", pk)


class TermUses(TermPage):
    """
    Where a term is used: a part of its page, which comes behind it since it takes long.
    """

    template_name = "desk/terms_uses_page.html"
    http_method_names = ["get"]

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        """
        The part for htmx, a page of its own for browsers without scripts.
        """
        assert self.term is not None
        context = self.get_context_data(uses=uses_of(self.term), **kwargs)
        if getattr(request, "htmx", False):
            return TemplateResponse(request, "desk/terms_uses.html", context)
        return self.render_to_response(context)


LOGGED = {
    "wagtail.create": gettext_lazy("added"),
    "wagtail.edit": gettext_lazy("changed"),
    "wagtail.delete": gettext_lazy("deleted"),
}
