"""
Figures that need a look at every decision or every sentence: two tables of each look.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Case, Count, Q, SmallIntegerField, Sum, Value, When
from django.db.models.functions import Length
from django.utils import timezone
from rapidfuzz.distance import Levenshtein

from selaras_site.translations.figures_engines import (
    TOLD,
    Origin,
    Work,
    decided_since,
    engines_table,
    origin_of,
)
from selaras_site.translations.figures_tables import Span, Table, by_day, percent
from selaras_site.translations.models import PUBLIC, Decision, Segment


def decided(span: Span) -> Mapping[str, Table]:
    """
    What people did to sentences by day and kind, and how much they changed by week.

    The latter is characters for each hundred of a machine's, of what was first decided
    and last changed within the days that are asked about.
    """
    rows = Decision.objects.filter(language__in=span.tags, made_at__gte=span.begins)
    kinds: dict[str, Counter[date]] = defaultdict(Counter)
    made: dict[Place, list[Made]] = defaultdict(list)
    for language, article, key, *row in rows.order_by("pk").values_list(
        "language", "article", "source_key", *Made._fields
    ):
        one = Made(*row)
        kinds[one.kind][day_of(one.made_at)] += 1
        if one.kind != Decision.Kind.REOPENED:
            made[language, article, key].append(one)
        elif made[language, article, key]:
            made[language, article, key].pop()
    return {
        "decisions": by_day(
            span, {kind: kinds.get(kind, {}) for kind in Decision.Kind.values}
        ),
        "edit-distance": changed(span, made),
    }


class Made(NamedTuple):
    """
    What is read of a decision.
    """

    kind: str
    before: str
    text: str
    made_at: datetime
    taken_from: int | None


Place = tuple[str, int, str]


def changed(span: Span, made: Mapping[Place, Sequence[Made]]) -> Table:
    """
    The edit distance of each language by week.
    """
    count: dict[str, Counter[date]] = defaultdict(Counter)
    of: dict[str, Counter[date]] = defaultdict(Counter)
    for (language, _article, _key), standing in made.items():
        if not standing:
            continue
        first, last = standing[0], standing[-1]
        if last.kind == Decision.Kind.REJECTED or last.taken_from is not None:
            continue
        monday = monday_of(day_of(last.made_at))
        of[language][monday] += len(first.before)
        if first.before != last.text:
            count[language][monday] += Levenshtein.distance(first.before, last.text)
    mondays = tuple(dict.fromkeys(map(monday_of, span.dates)))
    return Table(
        labels=mondays,
        series={
            tag: tuple(percent(count[tag][day], of[tag][day]) for day in mondays)
            for tag in span.tags
        },
    )


def monday_of(day: date) -> date:
    """
    The Monday of a day's week.

    >>> monday_of(date(2026, 2, 12))
    datetime.date(2026, 2, 9)
    """
    return day - timedelta(days=day.weekday())


def day_of(moment: datetime) -> date:
    """
    The day of a moment where the newsroom is.
    """
    return day_of_hour(moment.replace(minute=0, second=0, microsecond=0))


@lru_cache(maxsize=4096)
def day_of_hour(hour: datetime) -> date:
    """
    The day of an hour: time zones are slow, and hours few.
    """
    return timezone.localdate(hour)


def sentences(span: Span) -> Mapping[str, Table]:
    """
    Whose the sentences are that readers see now, and who translated those of late.

    The first by language in per cent: *machine* is a machine's text that nobody decided
    about, *person* what somebody accepted or wrote, *original* what is left in
    Indonesian. The second by engine, with what that was asked for and what it cost.
    """
    is_new = Q(version__made_at__gte=span.begins)
    is_live = Q(version__state__in=PUBLIC)
    rows = (
        Segment.objects.filter(is_live | is_new, version__language__in=span.tags)
        .order_by()
        .annotate(is_live=truth(is_live), is_new=truth(is_new), **TOLD)
        .values_list("version__language", "is_live", "is_new", "shown", *TOLD)
        .annotate(many=Count("pk"), characters=Sum(Length("source")))
    )
    live: dict[str, Counter[str]] = defaultdict(Counter)
    work: list[Work] = []
    for language, live_now, made_now, shown, *told, many, characters in rows:
        origin = origin_of(*told)
        if live_now:
            live[language][whose(shown, origin)] += many
        if made_now:
            work.append((origin, many, characters))
    return {
        "live-text": shares(span, live),
        "engines": engines_table([*work, *decided_since(span)]),
    }


def truth(condition: Q) -> Case:
    """
    Whether something is so, as a column that rows are grouped by.
    """
    return Case(
        When(condition, then=Value(1)),
        default=Value(0),
        output_field=SmallIntegerField(),
    )


def whose(shown: str, origin: Origin) -> str:
    """
    Whose words readers see.
    """
    if shown == Segment.Shown.ORIGINAL:
        return "original"
    return "person" if origin.by_person else "machine"


def shares(span: Span, live: Mapping[str, Mapping[str, int]]) -> Table:
    """
    Whose the sentences are, in per cent.
    """
    tags = [tag for tag in span.tags if tag in live]
    return Table(
        labels=tuple(tags),
        series={
            whose: tuple(
                percent(live[tag].get(whose, 0), sum(live[tag].values()))
                for tag in tags
            )
            for whose in ("machine", "person", "original")
        },
    )
