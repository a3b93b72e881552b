"""
Tables of numbers that plots are drawn of, and the days and languages they are about.

Names in a table are codes; whoever shows them has the words.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.utils import timezone

from selaras.languages import TARGETS, Tag

Number = float | int | Decimal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """
    A row for each label, a column for each series; ``None`` is where nothing was.

    Labels that are days are dates; all others are codes, or names from the data.
    """

    labels: tuple[date | str, ...]
    series: Mapping[str, tuple[Number, ...]]

    @property
    def is_empty(self) -> bool:
        """
        Whether there is nothing to show.
        """
        return not any(any(numbers) for numbers in self.series.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """
    What is asked about: one language or all, and the last days, today among them.
    """

    language: Tag | None
    days: int

    @property
    def tags(self) -> tuple[Tag, ...]:
        """
        The languages that are asked about.
        """
        return (self.language,) if self.language else TARGETS

    @property
    def dates(self) -> tuple[date, ...]:
        """
        The days, the oldest first.
        """
        today = timezone.localdate()
        return tuple(today - timedelta(days=n) for n in reversed(range(self.days)))

    @property
    def begins(self) -> datetime:
        """
        The first moment.
        """
        return timezone.make_aware(datetime.combine(self.dates[0], time.min))


def counted(rows: Iterable[tuple[Any, ...]]) -> dict[str, dict[Any, int]]:
    """
    Triples of two names and a number, as a number for each two names.
    """
    found: dict[str, dict[Any, int]] = defaultdict(dict)
    for one, other, many in rows:
        found[one][other] = many
    return found


def by_day(
    span: Span,
    found: Mapping[str, Mapping[date, Number]],
    *,
    nothing: Number = 0,
) -> Table:
    """
    A table of days; ``nothing`` is for a day on which nothing was.
    """
    days = span.dates
    return Table(
        labels=days,
        series={
            name: tuple(numbers.get(day, nothing) for day in days)
            for name, numbers in found.items()
        },
    )


def stacked(
    labels: Sequence[str],
    found: Mapping[str, Mapping[str, int]],
    series: Iterable[str],
) -> Table:
    """
    A table of names.
    """
    return Table(
        labels=tuple(labels),
        series={
            name: tuple(found[label].get(name, 0) for label in labels)
            for name in series
        },
    )


def percent(part: float | None, whole: float | None) -> float | None:
    """
    A share in per cent; nothing of nothing.

    >>> percent(1, 3), percent(0, 0)
    (33.3, None)
    """
    return round(100 * (part or 0) / whole, 1) if whole else None
