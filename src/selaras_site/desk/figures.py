"""
How the newsroom's languages fare, as plots with their numbers beside them.
"""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from selaras.languages import LANGUAGES, TARGETS
from selaras_site.desk import plotting
from selaras_site.desk.models import HOLD
from selaras_site.desk.panels import MEDIA
from selaras_site.desk.plotting import Column, Plot
from selaras_site.desk.versions import Seen
from selaras_site.desk.wording import CHECKS, SEVERITIES
from selaras_site.translations.figures import FIGURES
from selaras_site.translations.figures_tables import Number, Span, Table
from selaras_site.translations.models import Decision
from selaras_site.translations.sampling import halts

DAYS = (7, 30, 90)
USUAL_DAYS = 30
KEPT_SECONDS = 60
"""
How long figures are kept: they need not be newer, and cost a look at every sentence.
"""

Word = str | Promise


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """
    How a table is shown: its words, and the plot that is drawn of some of its columns.
    """

    title: Word
    about: Word
    x_axis: Word
    y_axis: Word
    draw: Callable[..., Plot]
    columns: tuple[str, ...] = ()


KINDS: dict[str, Kind] = {
    "delays": Kind(
        title=gettext_lazy("From publishing to readers, by day"),
        about=gettext_lazy(
            "Half of the versions that went live by themselves were there within the "
            "lower line, 95% within the upper."
        ),
        x_axis=gettext_lazy("day"),
        y_axis=gettext_lazy("seconds"),
        draw=plotting.lines,
    ),
    "queue": Kind(
        title=gettext_lazy("Sentences that wait for a person now"),
        about=gettext_lazy("By language, and by how long they have waited."),
        x_axis=gettext_lazy("sentences"),
        y_axis=gettext_lazy("language"),
        draw=plotting.rows,
    ),
    "findings": Kind(
        title=gettext_lazy("What checks found most"),
        about=gettext_lazy(
            "The ten checks with the most findings in the versions of these days."
        ),
        x_axis=gettext_lazy("findings"),
        y_axis=gettext_lazy("check"),
        draw=plotting.rows,
    ),
    "failed-closed": Kind(
        title=gettext_lazy("Sentences left in Indonesian, by day"),
        about=gettext_lazy(
            "Of the sentences of versions made on a day, the share that readers see in "
            "Indonesian because a check blocked the translation."
        ),
        x_axis=gettext_lazy("day"),
        y_axis=gettext_lazy("%"),
        draw=plotting.lines,
    ),
    "decisions": Kind(
        title=gettext_lazy("What people decided, by day"),
        about=gettext_lazy("Each decision about a sentence, also if taken back later."),
        x_axis=gettext_lazy("day"),
        y_axis=gettext_lazy("decisions"),
        draw=plotting.bars,
    ),
    "live-text": Kind(
        title=gettext_lazy("Whose words readers see now"),
        about=gettext_lazy(
            "Of the sentences that are live: the machine's that nobody has touched, "
            "those that a person accepted or wrote, those left in Indonesian."
        ),
        x_axis=gettext_lazy("%"),
        y_axis=gettext_lazy("language"),
        draw=plotting.rows,
    ),
    "edit-distance": Kind(
        title=gettext_lazy("How much people change, by week"),
        about=gettext_lazy(
            "Characters that people changed for each hundred of the machine's, in "
            "sentences that they accepted or edited. Weeks begin on Monday."
        ),
        x_axis=gettext_lazy("week"),
        y_axis=gettext_lazy("%"),
        draw=plotting.lines,
    ),
    "engines": Kind(
        title=gettext_lazy("Engines and models, and what they cost"),
        about=gettext_lazy(
            "Sentences of the versions of these days by who translated them. Services "
            "are paid for by the character or the token. The characters are those of "
            "the Indonesian sentences, also of those that were kept from before."
        ),
        x_axis=gettext_lazy("sentences"),
        y_axis=gettext_lazy("engine and model"),
        draw=plotting.rows,
        columns=("sentences",),
    ),
    "readers": Kind(
        title=gettext_lazy("How often articles were read, by day"),
        about=gettext_lazy("Pages that readers opened; nothing is known of who."),
        x_axis=gettext_lazy("day"),
        y_axis=gettext_lazy("times read"),
        draw=plotting.lines,
    ),
}

NAMES: dict[str, Word] = {
    "p50": gettext_lazy("half within"),
    "p95": gettext_lazy("95% within"),
    "hour": gettext_lazy("less than an hour"),
    "day": gettext_lazy("an hour to a day"),
    "days": gettext_lazy("one to three days"),
    "week": gettext_lazy("three to seven days"),
    "older": gettext_lazy("longer"),
    "machine": gettext_lazy("machine, untouched"),
    "person": gettext_lazy("a person"),
    "original": gettext_lazy("in Indonesian"),
    "sentences": gettext_lazy("sentences"),
    "characters": gettext_lazy("characters"),
    "tokens": gettext_lazy("tokens"),
    **CHECKS,
    **SEVERITIES,
    **dict(Decision.Kind.choices),
    **{tag: LANGUAGES[tag].own_name for tag in TARGETS},
}
"""
The words for the codes of tables; what has none is a name itself.
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
            writer.writerow(
                [inert(label), *("" if one is None else one for one in numbers)]
            )
        return answer


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
        Column(name=said(code), numbers=numbers)
        for code, numbers in table.series.items()
        if code in kind.columns or not kind.columns
    ]
    columns = list(table.series.values())
    return Figure(
        name=name,
        kind=kind,
        plot=kind.draw(labels, drawn, x_axis=str(kind.x_axis), y_axis=str(kind.y_axis)),
        head=[str(kind.x_axis if is_dated(table) else kind.y_axis)]
        + [said(code) for code in table.series],
        rows=[
            [label, *(number_said(column[n]) for column in columns)]
            for n, label in enumerate(labels)
        ],
        is_empty=table.is_empty,
        csv_url=f"{reverse('desk:figure_csv', args=[name])}?{query(span)}",
    )


def is_dated(table: Table) -> bool:
    """
    Whether the labels are days.
    """
    return bool(table.labels) and isinstance(table.labels[0], date)


def label_said(label: date | str) -> str:
    """
    A label in words.
    """
    return date_format(label, "j M") if isinstance(label, date) else said(label)


def said(code: str) -> str:
    """
    The words for a code, or the code.
    """
    return str(NAMES.get(code, code))


def number_said(number: Number) -> str:
    """
    A number of a table; a dash where there was nothing to measure.
    """
    return "–" if number is None else plotting.said(number)


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
