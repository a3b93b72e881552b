"""
How many sentences wait, beside every choice by which the queue can be narrowed.

All is counted in one query, into a table of some hundred cells, from which the numbers
of every choice are summed: each is right for the other filters. A short queue is
counted each time. To count a long one takes longer than to show a page of it, so its
table is kept for a few seconds: so old can the numbers be, and nothing else of a page.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from selaras.languages import LANGUAGES, TARGETS, Tag
from selaras_site.accounts.models import User
from selaras_site.accounts.roles import languages_of
from selaras_site.desk.queue import asked_well, mine_of, query_of, waiting
from selaras_site.desk.queue_rows import section_names
from selaras_site.translations.models import Decision, QueueEntry, Seat, State
from selaras_site.translations.queueing import STANDING

Cell = tuple[str, str, str, str]
"""
A language, a section, a state and a cause, as the filters name them.
"""

Cells = Mapping[Cell, int]

IN_CELL = ("language", "section", "state", "cause")

LONG = 5_000
"""
Sentences from which on a queue is long.
"""

SECONDS = 5
KEY = "selaras:queue:cells"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """
    A value of a filter, how many wait with it, and the address that asks for them.
    """

    value: str
    label: str | Promise
    language: str
    many: int
    query: str
    is_current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """
    A filter with its choices; ``query`` is the address without it.
    """

    name: str
    label: str | Promise
    choices: Sequence[Choice]
    query: str
    is_asked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """
    How many wait as asked, how many in all, and how many with every other choice.

    All of them are in languages that whoever asks may work in.
    """

    many: int
    all: int
    groups: Sequence[Group]


def counts_of(asked: Mapping[str, str], user: User) -> Counts:
    """
    The numbers beside the filters of a page.
    """
    tables = tables_of(asked, user)
    is_narrow = "article" in asked_well(asked)
    everything = cells_in(tables.own, all_cells()) if is_narrow else tables.everything
    return Counts(
        many=tables.many(asked),
        all=sum(everything.values()),
        groups=[group(name, asked, user, tables) for name in LABELS],
    )


def many_waiting(asked: Mapping[str, str], user: User) -> int:
    """
    How many sentences wait as asked: the number alone.
    """
    return tables_of(asked, user).many(asked)


def tables_of(asked: Mapping[str, str], user: User) -> "Tables":
    """
    What waits for somebody, within the article that is asked for.
    """
    own, article = languages_of(user), of_article(asked)
    everything = counted(waiting(article)) if article else all_cells()
    mine = waiting(article).filter(pk__in=mine_of(user))
    others = waiting(article).filter(pk__in=taken_from(user))
    return Tables(
        own=own,
        everything=cells_in(own, everything),
        mine=cells_in(own, cells_of_few(mine)),
        others=cells_in(own, cells_of_few(others)),
    )


def cells_in(own: Collection[Tag], cells: Cells) -> Cells:
    """
    The part of a table that is in some languages.

    The table that is kept is everybody's; what somebody reads of it is not.
    """
    if len(own) == len(TARGETS):
        return cells
    return {cell: many for cell, many in cells.items() if cell[0] in own}


def of_article(asked: Mapping[str, str]) -> dict[str, str]:
    """
    The only filter that no cell has.
    """
    well = asked_well(asked)
    return {"article": well["article"]} if "article" in well else {}


def taken_from(user: User) -> list[int]:
    """
    The sentences that others have open now: about one for each of them.
    """
    seats = Seat.objects.filter(until__gt=timezone.now()).exclude(by=user)
    return list(seats.values_list("segment", flat=True))


@dataclass(frozen=True, slots=True)
class Tables:
    """
    What waits in my languages: all of it, what I am at, and what others have open.
    """

    own: Collection[Tag]
    everything: Cells
    mine: Cells
    others: Cells

    def many(self, asked: Mapping[str, str]) -> int:
        """
        How many sentences are as asked.
        """
        wanted = asked_well(asked)
        if wanted.get("seat") == "mine":
            return summed(self.mine, wanted)
        number = summed(self.everything, wanted)
        if wanted.get("seat") == "free":
            number -= summed(self.others, wanted)
        # The table may be some seconds old, who has what open is not.
        return max(0, number)


def summed(cells: Cells, wanted: Mapping[str, str]) -> int:
    """
    The sum of the cells that have what is wanted.
    """
    places = [(n, wanted[name]) for n, name in enumerate(IN_CELL) if name in wanted]
    return sum(
        many
        for cell, many in cells.items()
        if all(cell[place] == value for place, value in places)
    )


def all_cells() -> Cells:
    """
    The table of the whole queue.
    """
    kept: Cells | None = cache.get(KEY)
    if kept is not None:
        return kept
    cells = counted(waiting({}))
    if sum(cells.values()) > LONG:
        cache.set(KEY, cells, SECONDS)
    return cells


def counted(rows: QuerySet[QueueEntry]) -> Cells:
    """
    The table of some rows, in one query.

    They are counted by version, for which there is an index, and summed here: grouped
    by what the table has, the database would sort every row of the queue first.
    """
    causes = QueueEntry.Cause.values
    versions = (
        rows.order_by()
        .values_list("version")
        .annotate(
            Min("language"),
            Min("section"),
            Min("version__state"),
            **{cause: Count("pk", filter=Q(cause=cause)) for cause in causes},
        )
    )
    cells: Counter[Cell] = Counter()
    for _version, language, section, state, *numbers in versions:
        for cause, many in zip(causes, numbers, strict=True):
            if many:
                cells[language, str(section), state, cause] += many
    return dict(cells)


def cells_of_few(rows: QuerySet[QueueEntry]) -> Cells:
    """
    The table of a handful of rows.
    """
    names = ("language", "section", "version__state", "cause")
    return Counter(
        (language, str(section), state, cause)
        for language, section, state, cause in rows.order_by().values_list(*names)
    )


LABELS: Mapping[str, str | Promise] = {
    "language": _("Language"),
    "cause": _("Why it waits"),
    "state": _("Version"),
    "seat": _("Open"),
    "section": _("Section"),
}


def group(name: str, asked: Mapping[str, str], user: User, tables: Tables) -> Group:
    """
    A filter with its choices.
    """
    current = asked_well(asked).get(name)
    others = {k: v for k, v in asked_well(asked).items() if k != name}
    return Group(
        name=name,
        label=LABELS[name],
        query=query_of(others),
        is_asked=current is not None,
        choices=[
            Choice(
                value=value,
                label=label,
                language=LANGUAGES[value].html if name == "language" else "",
                many=tables.many({**others, name: value}),
                query=query_of({**others, name: value}),
                is_current=value == current,
            )
            for value, label in values_of(name, user, tables.own)
        ],
    )


def values_of(
    name: str, user: User, own: Collection[Tag]
) -> Iterable[tuple[str, str | Promise]]:
    """
    The choices of a filter; languages that somebody worked in last stand first.
    """
    if name == "language":
        tags = languages_in_order(user)
        return [(tag, LANGUAGES[tag].own_name) for tag in tags if tag in own]
    if name == "section":
        return [(str(pk), label) for pk, label in section_names().items()]
    if name == "seat":
        return [("mine", _("by me, or begun by me")), ("free", _("by nobody else"))]
    if name == "state":
        return [(state, State(state).label) for state in STANDING]
    return list(QueueEntry.Cause.choices)


LOOKED_AT = 100
"""
Decisions that tell which languages somebody works in.
"""


def languages_in_order(user: User) -> list[str]:
    """
    All languages; those that somebody decided in last are first.
    """
    last = Decision.objects.filter(made_by=user).order_by("-pk")
    used = last.values_list("language", flat=True)[:LOOKED_AT]
    return list(dict.fromkeys([*used, *TARGETS]))
