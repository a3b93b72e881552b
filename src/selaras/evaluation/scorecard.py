"""
A measurement of fidelity as a record for programs and as a page for people.

The page is one file that asks for nothing from elsewhere. Its plots are drawn here, as
SVG; every figure in them stands in a table too.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from math import sqrt
from typing import Any

from jinja2 import Environment, PackageLoader

from selaras.evaluation.fidelity import ANY_CHECK, FalseAlarms, Fidelity, Recall
from selaras.evaluation.intervals import Share
from selaras.languages import LANGUAGES, TARGETS, Tag

Record = dict[str, Any]


def fidelity_record(measured: Fidelity) -> Record:
    """
    Everything that was measured, with its signature.
    """
    return {
        "signature": measured.signature,
        "set": measured.set,
        "false_alarms": [alarm_record(row) for row in measured.clean],
        "false_alarms_adjudicated": [alarm_record(row) for row in measured.adjudicated],
        "recall": [recall_record(row) for row in measured.recall],
        "errors_of_the_reference": [asdict(error) for error in measured.errors],
    }


def alarm_record(row: FalseAlarms) -> Record:
    """
    What one check says about good sentences of one language.
    """
    return {
        "check": row.check,
        "language": row.language,
        "reported": share_record(row.reported),
        "blocked": share_record(row.blocked),
    }


def recall_record(row: Recall) -> Record:
    """
    What is caught of one kind of error in one language.
    """
    return {
        "mutation": row.mutation,
        "check": row.check,
        "language": row.language,
        "caught": share_record(row.caught),
        "caught_by_any": share_record(row.caught_by_any),
        "blocked": share_record(row.blocked),
        "sentences": row.sentences,
    }


def share_record(share: Share) -> Record:
    """
    A share with its interval.
    """
    low, high = share.interval
    return {
        "hits": share.hits,
        "of": share.of,
        "share": round(share.value, 5),
        "wilson95": [round(low, 5), round(high, 5)],
    }


def scorecard(measured: Fidelity) -> str:
    """
    The page.
    """
    languages = languages_of(measured)
    template = ENVIRONMENT.get_template("scorecard.html")
    page = template.render(
        measured=measured,
        languages=[LANGUAGES[tag] for tag in languages],
        recall=recall_tables(measured.recall, languages),
        alarms=alarm_table(measured, languages),
        recall_plots=recall_plots(measured.recall),
        alarm_plots=alarm_plots(measured),
    )
    return f"{page.rstrip()}\n"


ENVIRONMENT = Environment(
    loader=PackageLoader("selaras.evaluation", "templates"),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """
    A row of a table: what it is about, and a cell for each language.
    """

    name: str
    check: str
    cells: tuple[Share | None, ...]


def languages_of(measured: Fidelity) -> tuple[Tag, ...]:
    """
    The languages that were measured, in the project's order.
    """
    found = {row.language for row in measured.clean}
    return tuple(tag for tag in TARGETS if tag in found)


def recall_tables(
    rows: Sequence[Recall], languages: Sequence[Tag]
) -> dict[str, list[TableRow]]:
    """
    What the check in charge caught, what any did, and what was kept from readers.
    """
    return {
        "caught by the check in charge": recall_table(rows, languages, "caught"),
        "reported by any check": recall_table(rows, languages, "caught_by_any"),
        "kept from readers": recall_table(rows, languages, "blocked"),
    }


def recall_table(
    rows: Sequence[Recall], languages: Sequence[Tag], what: str
) -> list[TableRow]:
    """
    A row for each kind of error.
    """
    cells = {(row.mutation, row.language): getattr(row, what) for row in rows}
    checks = {row.mutation: row.check for row in rows}
    return [
        TableRow(
            name=name,
            check=check,
            cells=tuple(cells.get((name, tag)) for tag in languages),
        )
        for name, check in checks.items()
    ]


def alarm_table(measured: Fidelity, languages: Sequence[Tag]) -> list[TableRow]:
    """
    Rows of good sentences blocked, as they were found and after adjudication.
    """
    rows = []
    for name, alarms in (
        ("as found", measured.clean),
        ("adjudicated", measured.adjudicated),
    ):
        cells = {(row.check, row.language): row.blocked for row in alarms}
        rows += [
            TableRow(
                name=name,
                check=check,
                cells=tuple(cells.get((check, tag)) for tag in languages),
            )
            for check in dict.fromkeys(row.check for row in alarms)
        ]
    return sorted(rows, key=lambda row: row.check != ANY_CHECK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """
    A share in a plot: where it stands, where its interval ends, what it is called.
    """

    label: str
    tag: Tag
    y: int
    x: float
    low: float
    high: float
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """
    A row of dots for each language, on an axis that is wide where it matters.
    """

    title: str
    note: str
    height: int
    dots: tuple[Dot, ...]
    ticks: tuple[tuple[float, str], ...]


LEFT, WIDTH, STEP, TOP = 34, 400, 18, 14
"""
A plot's measures: room for labels, its axis, between languages, above the first.
"""


def recall_plots(rows: Sequence[Recall]) -> list[Plot]:
    """
    A plot for each kind of error.
    """
    plots = []
    for name in dict.fromkeys(row.mutation for row in rows):
        some = [row for row in rows if row.mutation == name]
        shares = [(row.language, row.caught) for row in some]
        plots.append(
            plot(name, some[0].check, shares, place=recall_place, ticks=RECALL_TICKS)
        )
    return plots


def alarm_plots(measured: Fidelity) -> list[Plot]:
    """
    A plot for each check that blocks anything, the sum of them first.
    """
    plots = []
    for name in dict.fromkeys((ANY_CHECK, *(row.check for row in measured.clean))):
        some = [row for row in measured.adjudicated if row.check == name]
        shares = [(row.language, row.blocked) for row in some]
        if name == ANY_CHECK or any(share.hits for _, share in shares):
            plots.append(plot(name, "", shares, place=alarm_place, ticks=ALARM_TICKS))
    return plots


def plot(
    title: str,
    note: str,
    shares: Iterable[tuple[Tag, Share]],
    *,
    place: "Place",
    ticks: Sequence[float],
) -> Plot:
    """
    Shares of one kind, a row for each language.
    """
    dots = []
    for row, (tag, share) in enumerate(shares):
        low, high = share.interval
        dots.append(
            Dot(
                label=tag,
                tag=tag,
                y=TOP + row * STEP,
                x=place(share.value),
                low=place(low),
                high=place(high),
                said=f"{LANGUAGES[tag].english_name}: {share}",
            )
        )
    return Plot(
        title=title,
        note=note,
        height=TOP + len(dots) * STEP,
        dots=tuple(dots),
        ticks=tuple((place(tick), f"{tick * 100:g}%") for tick in ticks),
    )


class Place:
    """
    Where a share stands on an axis: wide near all, or near nothing.

    >>> recall_place(1.0), recall_place(0.96), recall_place(0.0)
    (434.0, 354.0, 34.0)
    """

    def __init__(self, *, most: float, is_wide_at_end: bool) -> None:
        self._most = most
        self._is_wide_at_end = is_wide_at_end

    def __call__(self, share: float) -> float:
        """
        The place, from left to right.
        """
        away = 1 - share if self._is_wide_at_end else share
        root = sqrt(min(self._most, max(0.0, away)) / self._most)
        return round(LEFT + WIDTH * (1 - root if self._is_wide_at_end else root), 1)


recall_place = Place(most=1.0, is_wide_at_end=True)
alarm_place = Place(most=0.2, is_wide_at_end=False)

RECALL_TICKS = (0, 0.5, 0.75, 0.9, 0.97, 0.99, 1)
ALARM_TICKS = (0, 0.001, 0.005, 0.01, 0.03, 0.1, 0.2)
