"""
Figures that need a look at every decision or every sentence: two tables of each look.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from django.db.models import Case, Count, Q, Sum, TextField, Value, When
from django.db.models.functions import Cast, Length
from django.utils import timezone
from rapidfuzz.distance import Levenshtein

from selaras.pipeline.risk import BY_PERSON
from selaras_site.translations.figures_tables import Span, Table, by_day, percent
from selaras_site.translations.models import PUBLIC, Decision, Segment, Version


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
    Indonesian. The second by engine: sentences, and the characters of their sources.
    """
    rows = (
        Segment.objects.filter(
            Q(version__state__in=PUBLIC) | Q(version__made_at__gte=span.begins),
            version__language__in=span.tags,
        )
        .order_by()
        .annotate(told=Cast("provenance", TextField()))
        .annotate(
            whose=Case(
                When(shown=Segment.Shown.ORIGINAL, then=Value("original")),
                When(
                    Q(told__contains=PERSONS) | Q(told__contains=f'"{BY_PERSON}"'),
                    then=Value("person"),
                ),
                default=Value("machine"),
            )
        )
        .values_list("version", "whose")
        .annotate(many=Count("pk"), characters=Sum(Length("source")))
    )
    versions = {
        version.pk: version
        for version in Version.objects.filter(
            Q(state__in=PUBLIC) | Q(made_at__gte=span.begins), language__in=span.tags
        )
        .order_by()
        .only("language", "engine", "state", "made_at")
    }
    live: dict[str, Counter[str]] = defaultdict(Counter)
    work: dict[str, Counter[str]] = defaultdict(Counter)
    for pk, whose, many, characters in rows:
        version = versions.get(pk)
        if version is None:
            continue  # It came between our two looks.
        if version.is_public:
            live[version.language][whose] += many
        is_new = version.made_at is not None and version.made_at >= span.begins
        if is_new and whose != "person":
            work[version.engine or "?"]["sentences"] += many
            work[version.engine or "?"]["characters"] += characters or 0
    return {"live-text": shares(span, live), "engines": engines(work)}


PERSONS = '"engine": "person"'
"""
How the provenance of a person's sentence is written, in every database.

Looked for as text: to read the JSON of every sentence takes three times as long.
"""


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


def engines(work: Mapping[str, Mapping[str, int]]) -> Table:
    """
    The engines with the most sentences first. No engine tells its price, or its tokens.
    """
    names = sorted(work, key=lambda name: (-work[name]["sentences"], name))
    return Table(
        labels=tuple(names),
        series={
            "sentences": tuple(work[name]["sentences"] for name in names),
            "characters": tuple(work[name]["characters"] for name in names),
            "tokens": (None,) * len(names),
        },
    )
