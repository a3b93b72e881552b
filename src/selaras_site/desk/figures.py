"""
How the newsroom's languages fare, as plots with their numbers beside them.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.languages import LANGUAGES, TARGETS
from selaras_site.desk.figures_words import KINDS, Kind, cell, label_said, said
from selaras_site.desk.models import HOLD
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.plotting import Column, Plot
from selaras_site.desk.versions import Seen
from selaras_site.translations.figures import FIGURES
from selaras_site.translations.figures_tables import Number, Span, Table
from selaras_site.translations.sampling import halts

DAYS = (7, 30, 90)
USUAL_DAYS = 30
KEPT_SECONDS = 60
"""
How long figures are kept: they need not be newer, and cost a look at every sentence.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """
    A plot, its words, and its numbers as rows.
    """

    name: str
    kind: Kind
    plot: Plot
    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    is_empty: bool
    csv_url: str


class FiguresPage(Seen, WagtailAdminTemplateMixin, TemplateView):
    """
    All figures, of all languages or one.
    """

    template_name = "desk/figures.html"
    header_icon = "history"

    def get_page_title(self) -> str:
        """
        What the page is.
        """
        return _("Figures")

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """
        Home, this.
        """
        return [
            *self.breadcrumbs_items,
            {"url": "", "label": self.get_page_title()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """
        The figures that were asked for, and the ways to others.
        """
        span = span_of(self.request.GET)
        return {
            **super().get_context_data(**kwargs),
            "span": span,
            # A function: where the page keeps what it drew, nothing is looked up.
            "figures": lambda: [figure(one, span, kept(one, span)) for one in FIGURES],
            "kept_seconds": KEPT_SECONDS,
            "today": timezone.localdate().isoformat(),
            "languages": languages_linked(span),
            "spans": spans_linked(span),
            "halts": halts(),
            "may_hold": self.request.user.has_perm(HOLD),
            "media": MEDIA,
        }


class FigureTable(Seen, View):
    """
    The numbers of one figure, for a spreadsheet.
    """

    def get(self, request: HttpRequest, name: str) -> HttpResponse:
        """
        The table with its codes, which no language changes.
        """
        if name not in FIGURES:
            raise Http404
        span = span_of(request.GET)
        file = f"{name}-{span.language or 'all'}-{span.dates[-1]:%Y-%m-%d}.csv"
        answer = HttpResponse(
            content_type="text/csv; charset=utf-8",
            headers={"Content-Disposition": f'attachment; filename="{file}"'},
        )
        table = kept(name, span)
        writer = csv.writer(answer)
        writer.writerow(["", *table.series])
        for label, *numbers in zip(table.labels, *table.series.values(), strict=True):
            writer.writerow([inert(label), *map(written, numbers)])
        return answer


def written(number: Number) -> str:
    """
    A number for a program; nothing where nothing was.

    >>> written(Decimal("8E-7")), written(3), written(None)
    ('0.0000008', '3', '')
    """
    if number is None:
        return ""
    return f"{number:f}" if isinstance(number, Decimal) else str(number)


def inert(label: date | str) -> str:
    """
    A label that no spreadsheet takes for a formula.

    >>> inert("=1+1"), inert("same-numbers")
    ("'=1+1", 'same-numbers')
    """
    text = str(label)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def span_of(asked: Mapping[str, str]) -> Span:
    """
    What an address asks about; what it says wrongly is as if it said nothing.
    """
    language = asked.get("language", "")
    days = asked.get("days", "")
    known = {str(number): number for number in DAYS}
    return Span(
        language=language if language in TARGETS else None,
        days=known.get(days, USUAL_DAYS),
    )


def kept(name: str, span: Span) -> Table:
    """
    A table, not older than a minute.
    """
    # What is read for one table is read for all of its source.
    source = FIGURES[name]
    first = next(one for one, other in FIGURES.items() if other is source)
    place = f"desk-figures:{first}:{span.language}:{span.days}:{timezone.localdate()}"
    found: Mapping[str, Table] | None = cache.get(place)
    if found is None:
        found = source(span)
        cache.set(place, found, KEPT_SECONDS)
    return found[name]


def figure(name: str, span: Span, table: Table) -> Figure:
    """
    A table as it is shown.
    """
    kind = KINDS[name]
    labels = [label_said(label) for label in table.labels]
    drawn = [
        Column(name=said(code), numbers=[plain(number) for number in numbers])
        for code, numbers in table.series.items()
        if code in kind.columns or not kind.columns
    ]
    return Figure(
        name=name,
        kind=kind,
        plot=kind.draw(labels, drawn, x_axis=str(kind.x_axis), y_axis=str(kind.y_axis)),
        head=[str(kind.x_axis if is_dated(table) else kind.y_axis)]
        + [said(code) for code in table.series],
        rows=[
            [label, *(cell(code, column[n]) for code, column in table.series.items())]
            for n, label in enumerate(labels)
        ],
        is_empty=table.is_empty,
        csv_url=f"{reverse('desk:figure_csv', args=[name])}?{query(span)}",
    )


def plain(number: Number) -> float | None:
    """
    A number as it is drawn.
    """
    return None if number is None else float(number)


def is_dated(table: Table) -> bool:
    """
    Whether the labels are days.
    """
    return bool(table.labels) and isinstance(table.labels[0], date)


@dataclass(frozen=True, slots=True)
class Link:
    """
    A way to other figures.
    """

    text: str
    url: str
    is_here: bool
    html: str = ""


def languages_linked(span: Span) -> list[Link]:
    """
    All languages together, then each.
    """
    alone = [
        Link(
            text=LANGUAGES[tag].own_name,
            url=f"?{query(Span(language=tag, days=span.days))}",
            is_here=span.language == tag,
            html=LANGUAGES[tag].html,
        )
        for tag in TARGETS
    ]
    everything = f"?{query(Span(language=None, days=span.days))}"
    return [Link(_("All languages"), everything, span.language is None), *alone]


def spans_linked(span: Span) -> list[Link]:
    """
    The last week, month and quarter.
    """
    return [
        Link(
            text=_("%(days)s days") % {"days": days},
            url=f"?{query(Span(language=span.language, days=days))}",
            is_here=span.days == days,
        )
        for days in DAYS
    ]


def query(span: Span) -> str:
    """
    What is asked about, in an address.
    """
    asked = {"language": span.language} if span.language else {}
    return urlencode({**asked, "days": span.days})
