"""
How much people change of what machines write, week by week.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from rapidfuzz.distance import Levenshtein

from selaras.languages import Tag
from selaras_site.translations.having_read import Change, changes
from selaras_site.translations.models import Decision

WEEKS = 26


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """
    What people decided in a week: sentences, the machine's characters, those changed.
    """

    monday: date
    sentences: int = 0
    characters: int = 0
    changed: int = 0

    @property
    def share(self) -> float | None:
        """
        Characters changed for each character of the machine; nothing in an empty week.
        """
        return self.changed / self.characters if self.characters else None


def edit_distance_by_week(language: Tag, weeks: int = WEEKS) -> list[Week]:
    """
    The last weeks, the oldest first, this one among them; every week is there.

    Only decisions that count now are measured: a sentence that was accepted changed by
    nothing, one that was edited by its Levenshtein distance from the machine's. What
    was rejected has no text to measure, and what was taken over from another article
    was measured there.
    """
    this = monday_of(timezone.localdate())
    first = this - timedelta(weeks=weeks - 1)
    found: dict[date, list[Change]] = defaultdict(list)
    for change in counting_since(language, first):
        found[monday_of(timezone.localdate(change.decision.made_at))].append(change)
    mondays = (first + timedelta(weeks=number) for number in range(weeks))
    return [week_of(monday, found[monday]) for monday in mondays]


def counting_since(language: Tag, first: date) -> Iterable[Change]:
    """
    What counts and was decided since a day. One query.
    """
    start = timezone.make_aware(datetime.combine(first, time.min))
    lately = Decision.objects.filter(language=language, made_at__gte=start)
    rows = Decision.objects.filter(
        language=language, article__in=lately.values("article")
    ).order_by("pk")
    by_article: dict[int, list[Decision]] = defaultdict(list)
    for row in rows.defer("source", "marks", "was").iterator(chunk_size=2000):
        by_article[row.article_id].append(row)
    for decisions in by_article.values():
        for change in changes(decisions).values():
            if change.decision.made_at >= start and is_measured(change.decision):
                yield change


def is_measured(decision: Decision) -> bool:
    """
    Whether a decision says how far a machine's sentence was from right.
    """
    is_own = decision.taken_from_id is None
    return is_own and decision.kind != Decision.Kind.REJECTED


def week_of(monday: date, made: Iterable[Change]) -> Week:
    """
    A week in numbers.
    """
    pairs = [(one.first.before, one.decision.text) for one in made]
    return Week(
        monday=monday,
        sentences=len(pairs),
        characters=sum(len(machine) for machine, _person in pairs),
        changed=sum(Levenshtein.distance(*pair) for pair in pairs),
    )


def monday_of(day: date) -> date:
    """
    The Monday of a day's week.

    >>> monday_of(date(2026, 2, 12))
    datetime.date(2026, 2, 9)
    """
    return day - timedelta(days=day.weekday())
