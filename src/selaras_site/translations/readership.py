"""
How often articles are read: numbers for each day, nothing about readers.

Who counts gathers first and writes seldom; any number of processes may write at once.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import QuerySet, Sum
from django.utils import timezone

from selaras.languages import LANGUAGES
from selaras_site.articles.models import Article
from selaras_site.translations.models import Readership

READERS_OF = timedelta(days=7)
"""
How far back readers count.
"""

KEPT_FOR = timedelta(days=90)
AT_ONCE = 200
"""
Rows of one statement: each has four values, and SQLite once took 999.
"""

Day = tuple[int, str, date]
"""
An article, a language, and a day.
"""

Views = Mapping[Day, int]


@transaction.atomic
def readership_add(views: Views) -> int:
    """
    Add to the numbers of days; how many views were added.

    What is about an article that is gone is dropped. Whoever else writes the same days
    at the same time waits for their turn: rows are always taken in one order.
    """
    there = set(
        Article.objects.filter(pk__in={article for article, _, _ in views}).values_list(
            "pk", flat=True
        )
    )
    rows = sorted(
        (article, language, day, many)
        for (article, language, day), many in views.items()
        if article in there and language in LANGUAGES and many > 0
    )
    for start in range(0, len(rows), AT_ONCE):
        add(rows[start : start + AT_ONCE])
    return sum(many for *_, many in rows)


def add(rows: list[tuple[int, str, date, int]]) -> None:
    """
    Insert rows, or add to those that are there, in one statement.

    Django's ``bulk_create`` can put a new value over an old one, but not add to it: two
    processes would lose each other's readers.
    """
    table = connection.ops.quote_name(Readership._meta.db_table)  # noqa: SLF001
    places = ", ".join(["(%s, %s, %s, %s)"] * len(rows))
    statement = (
        f"INSERT INTO {table} (article_id, language, day, views) VALUES {places} "  # noqa: S608 - only our own names
        "ON CONFLICT (article_id, language, day) "
        f"DO UPDATE SET views = {table}.views + excluded.views"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [value for row in rows for value in row])


def readership_forget(now: datetime | None = None) -> int:
    """
    Remove the numbers of days that nobody asks for any more; how many.
    """
    before = timezone.localdate(now) - KEPT_FOR
    gone, _kinds = Readership.objects.filter(day__lt=before).delete()
    return gone


def views_of(article_id: int) -> dict[str, int]:
    """
    How often an article was read of late, by language.
    """
    found = views_of_many([article_id])
    return {language: many for (_article, language), many in found.items()}


def views_of_many(
    article_ids: Iterable[int], now: datetime | None = None
) -> dict[tuple[int, str], int]:
    """
    How often articles were read of late, in each language: one query.
    """
    return summed(Readership.objects.filter(article__in=set(article_ids)), now)


def all_views(now: datetime | None = None) -> dict[tuple[int, str], int]:
    """
    How often every article was read of late, in every language.
    """
    return summed(Readership.objects.all(), now)


def summed(
    rows: QuerySet[Readership], now: datetime | None
) -> dict[tuple[int, str], int]:
    """
    The views of the last days, by article and language.
    """
    since = timezone.localdate(now) - READERS_OF
    sums = (
        rows.filter(day__gte=since)
        .values_list("article", "language")
        .annotate(many=Sum("views"))
        .order_by()
    )
    return {(article, language): many for article, language, many in sums}
