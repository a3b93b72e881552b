"""
Readers' reports as the desk sees them: one line for each sentence, the gravest first.

The order is that of the queue: risk × readership × age. The risk is how likely readers
are right, by what they say is wrong and by how many say so.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Min, Q, QuerySet, Sum
from django.utils import timezone

from selaras.languages import LANGUAGES, TARGETS, Language
from selaras_site.articles.models import Article
from selaras_site.desk.differences import Piece, difference
from selaras_site.desk.queue import number_in
from selaras_site.translations.models import Decision, Report, Segment
from selaras_site.translations.queueing import STANDING, urgency
from selaras_site.translations.readership import views_of_many
from selaras_site.translations.ticketing import correction_of, same_ticket

FILTERS = ("outcome", "kind", "language", "section", "article")
"""
What the list can be narrowed by, as the address of its page says it.
"""

LOOKED_AT = 5000
"""
Sentences, those reported last, among which the gravest are looked for.
"""

Outcome = Report.Outcome
Kind = Report.Kind

RIGHT: Mapping[str, float] = {
    Kind.NUMBER: 0.9,
    Kind.NAME: 0.8,
    Kind.MEANING: 0.8,
    Kind.MISSING: 0.8,
    Kind.LANGUAGE: 0.6,
    Kind.OTHER: 0.4,
}
"""
How likely one reader is right and it matters, by what is said to be wrong.
"""


@dataclass(slots=True, kw_only=True)
class Ticket:
    """
    All reports with one outcome about a sentence, as a line of the list.

    ``names`` is how many of them bring a name that nobody has let be printed.
    """

    report: int
    article: int
    language: Language
    source: str
    outcome: str
    since: datetime
    closed_at: datetime | None
    path: str = ""
    times: int = 0
    names: int = 0
    wrong: float = 1.0
    urgency: float = 0.0
    kinds: list[str] = field(default_factory=list)
    headline: str = ""

    @property
    def risk(self) -> float:
        """
        How likely at least one of the readers is right.
        """
        return 1.0 - self.wrong

    @property
    def kinds_said(self) -> list[str]:
        """
        What is said to be wrong, in words.
        """
        return [str(Kind(kind).label) for kind in self.kinds]

    @property
    def outcome_said(self) -> str:
        """
        What became of it, in a word.
        """
        return str(Outcome(self.outcome).label)


def tickets(asked: Mapping[str, str]) -> list[Ticket]:
    """
    The tickets that are asked for: open ones by urgency, closed ones the last first.

    What is asked wrongly is passed over; without a word about it, they are open.
    """
    merged = list(merge(groups(asked)))
    if asked.get("kind") in Kind.values:
        merged = [one for one in merged if asked["kind"] in one.kinds]
    now = timezone.now()
    views = views_of_many((one.article for one in merged), now)
    for one in merged:
        seen = views.get((one.article, one.language.tag), 0)
        one.urgency = urgency(one.risk, seen, now - one.since, one.path)
    return sorted(merged, key=order_of)


def order_of(ticket: Ticket) -> tuple[bool, float, int]:
    """
    Open before closed, the gravest and the newest first.
    """
    if ticket.outcome == Outcome.OPEN:
        return False, -ticket.urgency, -ticket.report
    closed = ticket.closed_at.timestamp() if ticket.closed_at else 0.0
    return True, -closed, -ticket.report


def groups(asked: Mapping[str, str]) -> Iterable[Any]:
    """
    The reports that are asked for, counted for each sentence and kind.
    """
    rows = Report.objects.all()
    outcome = asked.get("outcome", Outcome.OPEN)
    if outcome != "all":
        known = outcome if outcome in Outcome.values else Outcome.OPEN
        rows = rows.filter(outcome=known)
    if asked.get("language") in TARGETS:
        rows = rows.filter(version__language=asked["language"])
    if section := number_in(asked.get("section", "")):
        rows = rows.filter(version__article__section=section)
    if article := number_in(asked.get("article", "")):
        rows = rows.filter(version__article=article)
    return (
        rows.order_by()
        .values("version__article", "version__language", "source", "outcome", "kind")
        .annotate(
            many=Sum("times"),
            names=Count("pk", filter=~Q(name="") & Q(is_thanked=False)),
            since=Min("made_at"),
            closed=Max("closed_at"),
            newest=Max("pk"),
            path=Max("segment__path"),
        )
        .order_by("-newest")[:LOOKED_AT]
    )


def merge(rows: Iterable[Any]) -> Iterator[Ticket]:
    """
    The kinds of reports about a sentence as one ticket.
    """
    found: dict[tuple[Any, ...], Ticket] = {}
    for row in rows:
        place = (row["version__article"], row["version__language"], row["source"])
        ticket = found.setdefault(
            (*place, row["outcome"]),
            Ticket(
                report=row["newest"],
                article=row["version__article"],
                language=LANGUAGES[row["version__language"]],
                source=row["source"],
                outcome=row["outcome"],
                since=row["since"],
                closed_at=row["closed"],
            ),
        )
        ticket.since = min(ticket.since, row["since"])
        ticket.path = max(ticket.path, row["path"] or "")
        ticket.times += row["many"]
        ticket.names += row["names"]
        ticket.kinds.append(row["kind"])
        ticket.wrong *= (1.0 - RIGHT.get(row["kind"], 0.4)) ** row["many"]
    yield from found.values()


def with_headlines(page: Iterable[Ticket]) -> None:
    """
    Let the tickets of a page know what their articles are called.
    """
    rows = list(page)
    articles = Article.objects.filter(pk__in={one.article for one in rows})
    headlines = dict(articles.values_list("pk", "headline"))
    for one in rows:
        one.headline = headlines.get(one.article, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """
    One ticket with all that belongs to it.

    ``reports`` are those of the ticket, ``earlier`` what was said of the sentence and
    answered otherwise. ``segment`` is the sentence as it is now, if it is there.
    """

    report: Report
    language: Language
    original: Language
    reports: Sequence[Report]
    earlier: Sequence[Report]
    times: int
    segment: Segment | None
    pieces: Sequence[Piece]
    correction: Decision | None

    @property
    def is_open(self) -> bool:
        """
        Whether somebody has to answer.
        """
        return self.report.outcome == Outcome.OPEN


def opened(report: Report) -> Opened:
    """
    The ticket that a report belongs to.
    """
    language = report.version.language
    rows = list(
        same_ticket(report).select_related("version", "closed_by", "decision__made_by")
    )
    own = [one for one in rows if one.outcome == report.outcome]
    segment = sentence_of(report)
    read = report.translation or (segment.text if segment else "")
    return Opened(
        report=report,
        language=LANGUAGES[language],
        original=LANGUAGES["id"],
        reports=own,
        earlier=[one for one in rows if one.outcome != report.outcome],
        times=sum(one.times for one in own),
        segment=segment,
        pieces=difference(read, segment.text, language) if segment else (),
        correction=correction_of(report),
    )


def sentence_of(report: Report) -> Segment | None:
    """
    The sentence of a report as it is now; rather what readers see than what is held.
    """
    if not report.source:
        return None
    rows: QuerySet[Segment] = Segment.objects.filter(
        version__article=report.version.article_id,
        version__language=report.version.language,
        version__state__in=STANDING,
        source=report.source,
    ).select_related("version")
    return max(rows, key=lambda row: row.version.is_public, default=None)
