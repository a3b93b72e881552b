"""
A page of the queue, as rows that need nothing more to be shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from selaras.languages import LANGUAGES, SOURCE, Language
from selaras_site.accounts.models import User
from selaras_site.articles.models import Section
from selaras_site.desk.queue import Place, before, behind, waiting
from selaras_site.desk.wording import place_said
from selaras_site.translations.models import QueueEntry, Seat, Segment, State
from selaras_site.translations.readership import views_of_many

AT_ONCE = 30

RISKS: Sequence[tuple[float, str | Promise]] = (
    (0.8, _("very high")),
    (0.5, _("high")),
    (0.25, _("medium")),
    (0.0, _("low")),
)
"""
Risks in words, by what they are at least.
"""


CAUSES = dict(QueueEntry.Cause.choices)
STATES = dict(State.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    A sentence that waits. ``holder`` is who has it open.
    """

    pk: int
    source: str
    text: str
    is_left: bool
    language: Language
    cause: str
    cause_said: str
    risk: str
    place: str
    since: datetime
    readers: int
    section: str
    article: int
    headline: str
    version: int
    position: int
    state: str
    holder: User | None
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """
    Some rows; ``behind`` and ``before`` are the places of the pages beside this one.
    """

    rows: Sequence[Row]
    behind: str
    before: str


def page_of(asked: Mapping[str, str], user: User) -> Page:
    """
    The page that an address asks for; the first, where there is none.
    """
    rows = waiting(asked, user)
    entries, has_before, has_behind = entries_of(rows, asked)
    if not entries and has_before:
        # All that stood here was decided meanwhile.
        entries, has_before, has_behind = entries_of(rows, {})
    return Page(
        rows=shown(entries, user),
        behind=str(place_of(entries[-1])) if has_behind else "",
        before=str(place_of(entries[0])) if has_before else "",
    )


def entries_of(
    rows: QuerySet[QueueEntry], asked: Mapping[str, str]
) -> tuple[list[QueueEntry], bool, bool]:
    """
    The entries of a page, and whether there are pages before and behind it.

    One entry more than is shown is asked for, to know that; nothing is counted.
    """
    rows = ready(rows)
    if place := Place.read(asked.get("before", "")):
        found = before(rows, place, AT_ONCE + 1)
        return found[:AT_ONCE][::-1], len(found) > AT_ONCE, True
    place = Place.read(asked.get("behind", ""))
    found = behind(rows, place, AT_ONCE + 1) if place else list(rows[: AT_ONCE + 1])
    return found[:AT_ONCE], place is not None, len(found) > AT_ONCE


def ready(rows: QuerySet[QueueEntry]) -> QuerySet[QueueEntry]:
    """
    The rows with what is shown of them.
    """
    return rows.select_related("segment__seat__by", "version__article").only(
        *("language", "cause", "risk", "urgency", "since", "section"),
        *("segment__source", "segment__text", "segment__shown", "segment__path"),
        *("segment__position", "version__state", "version__language"),
        *("version__article__headline", "segment__seat__until", "segment__seat__by"),
        *(f"segment__seat__by__{name}" for name in PERSON),
    )


PERSON = ("username", "first_name", "last_name")


def place_of(entry: QueueEntry) -> Place:
    """
    Where an entry stands.
    """
    return Place(entry.urgency, entry.pk)


def shown(entries: Sequence[QueueEntry], user: User) -> list[Row]:
    """
    Entries as rows: two queries more, however many there are.
    """
    if not entries:
        return []
    sections = section_names()
    readers = views_of_many(entry.version.article_id for entry in entries)
    return [row_of(entry, sections, readers, user) for entry in entries]


def row_of(
    entry: QueueEntry,
    sections: Mapping[int, str],
    readers: Mapping[tuple[int, str], int],
    user: User,
) -> Row:
    """
    One entry as a row.
    """
    segment, version = entry.segment, entry.version
    holder = holder_of(segment)
    return Row(
        pk=segment.pk,
        source=segment.source,
        text=segment.text,
        is_left=segment.shown == Segment.Shown.ORIGINAL,
        language=LANGUAGES[entry.language],
        cause=entry.cause,
        cause_said=str(CAUSES[entry.cause]),
        risk=risk_in_words(entry.risk),
        place=place_said(segment.path),
        since=entry.since,
        readers=readers.get((version.article_id, entry.language), 0),
        section=sections.get(entry.section_id, ""),
        article=version.article_id,
        headline=version.article.headline,
        version=version.pk,
        position=segment.position,
        state=str(STATES[version.state]),
        holder=holder,
        is_mine=holder == user,
    )


def holder_of(segment: Segment) -> User | None:
    """
    Who has a sentence open now.
    """
    seat: Seat | None = getattr(segment, "seat", None)
    return seat.by if seat and seat.until > timezone.now() else None


def risk_in_words(risk: float) -> str:
    """
    How likely a sentence is to need a person.
    """
    return str(next(said for least, said in RISKS if risk >= least or not least))


def section_names() -> dict[int, str]:
    """
    What sections are called, in the language of whoever asks; else in Indonesian.
    """
    tag = (get_language() or SOURCE).partition("-")[0]
    tag = tag if tag in LANGUAGES else SOURCE
    sections = Section.objects.prefetch_related("names")
    return {section.pk: section.name_in(tag) for section in sections}


@dataclass(frozen=True, slots=True)
class Now:
    """
    What became of a sentence that is shown: whether it waits still, who has it open.
    """

    pk: int
    waits: bool
    holder: User | None
    is_mine: bool


def now_of(numbers: Iterable[int], user: User) -> list[Now]:
    """
    What became of the sentences of a page since it was made.
    """
    wanted = list(dict.fromkeys(numbers))[:AT_ONCE]
    waits = set(QueueEntry.objects.filter(pk__in=wanted).values_list("pk", flat=True))
    seats = Seat.objects.filter(segment__in=wanted, until__gt=timezone.now())
    holders = {seat.segment_id: seat.by for seat in seats.select_related("by")}
    return [
        Now(pk, pk in waits, holders.get(pk), holders.get(pk) == user) for pk in wanted
    ]
