"""
The words of figures: what each is called and about, and how its numbers are written.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from django.utils.formats import date_format, number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.languages import LANGUAGES, TARGETS
from selaras_site.desk import plotting
from selaras_site.desk.plotting import Plot
from selaras_site.desk.wording import CHECKS, SEVERITIES
from selaras_site.translations.figures_engines import COST
from selaras_site.translations.figures_tables import Number
from selaras_site.translations.models import Decision

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
            "Sentences of the versions of these days by who translated them. Asked are "
            "those that the engine was really asked for: not what the memory knew, nor "
            "what an earlier version had. Characters and cost are of their Indonesian "
            "text; what repairs and comparisons asked besides is not in them."
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
    "asked": gettext_lazy("asked"),
    "characters": gettext_lazy("characters"),
    COST: gettext_lazy("cost"),
    **CHECKS,
    **SEVERITIES,
    **dict(Decision.Kind.choices),
    **{tag: LANGUAGES[tag].own_name for tag in TARGETS},
}
"""
The words for the codes of tables; what has none is a name itself.
"""


def label_said(label: date | str) -> str:
    """
    A label in words.
    """
    return date_format(label, "j M") if isinstance(label, date) else said(label)


def said(code: str) -> str:
    """
    The words for a code, or the code.
    """
    if code.startswith(f"{COST}:"):
        return _("cost in %(currency)s") % {"currency": code.removeprefix(f"{COST}:")}
    return str(NAMES.get(code, code))


def cell(code: str, number: Number) -> str:
    """
    A number of a table's column in words.
    """
    return money_said(number) if code.startswith(COST) else number_said(number)


def money_said(amount: Number) -> str:
    """
    An amount of money, to the cent; words where no price is set.
    """
    if amount is None:
        return _("no price set")
    cents = Decimal(amount).quantize(CENT, ROUND_HALF_UP)
    return number_format(cents, force_grouping=True)


CENT = Decimal("0.01")


def number_said(number: Number) -> str:
    """
    A number of a table; a dash where there was nothing to measure.
    """
    return "–" if number is None else plotting.said(float(number))
