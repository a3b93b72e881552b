"""
What somebody has read of a version, sentence by sentence, and what is left to them.

A sentence counts as read when it was before them long enough, as it is now: what
somebody else changed since is another sentence.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import ngettext

from selaras.fidelity import Severity
from selaras.text.scripts import has_letter
from selaras_site.accounts.models import User
from selaras_site.translations.decisions import Place
from selaras_site.translations.models import (
    Decision,
    Reading,
    Report,
    Segment,
    Version,
)
from selaras_site.translations.readings import reading_add

SECONDS_A_WORD = 0.3
MOST_SECONDS = 5.0
"""
How long a sentence must have been before a person, that it counts as read: so much for
each word of the Indonesian sentence, and no more than this. Nobody reads a sentence and
its original in less; who reads with care takes longer.
"""

AT_ONCE = 60.0
"""
Seconds that one message of a page may claim.
"""

SLACK = 2.0
"""
Seconds by which messages may come closer together than they were sent.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """
    The decision that counts for a sentence, and the one that met the machine's text.
    """

    decision: Decision
    first: Decision

    @property
    def is_changed(self) -> bool:
        """
        Whether readers see something else than what the machine wrote.
        """
        if self.decision.kind == Decision.Kind.REJECTED:
            return True
        return self.decision.text != self.first.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """
    A sentence with words in it, and what somebody had to do with it.

    ``is_read`` says that it was before them long enough; ``is_theirs`` that they
    decided about it.
    """

    segment: Segment
    least: float
    seconds: float
    change: Change | None
    is_read: bool
    is_theirs: bool
    is_blocked: bool

    @property
    def is_done(self) -> bool:
        """
        Whether nothing of it is left to the person.
        """
        return self.is_read or self.is_theirs


@dataclass(frozen=True, kw_only=True)
class Account:
    """
    A version as a person has read it so far.
    """

    lines: Sequence[Line]
    reports: int

    @cached_property
    def unread(self) -> list[Line]:
        """
        What was neither read nor decided by them.
        """
        return [line for line in self.lines if not line.is_done]

    @cached_property
    def blocked(self) -> list[Line]:
        """
        What a check says is wrong, readers see, and nobody decided about.
        """
        return [line for line in self.lines if line.is_blocked]

    @property
    def done(self) -> int:
        """
        How many sentences were read or decided by them.
        """
        return len(self.lines) - len(self.unread)

    @property
    def seconds(self) -> float:
        """
        How long the person had the sentences before them; the same one counts once.
        """
        once = {(row.segment.source_key, row.segment.text): row for row in self.lines}
        return sum(row.seconds for row in once.values())

    @property
    def in_text(self) -> list[str]:
        """
        What of the text itself is missing, in sentences.
        """
        return [*missing_lines(self)]

    @property
    def missing(self) -> list[str]:
        """
        Everything that must be done first, in sentences.
        """
        return [*missing_lines(self), *missing_answers(self.reports)]


def account_of(version: Version, by: User) -> Account:
    """
    What somebody has read of a version, and what is left. Five queries.
    """
    decisions = list(
        Decision.objects.filter(article=version.article_id, language=version.language)
        .select_related("made_by")
        .order_by("pk")
    )
    counts = changes(decisions)
    touched = touched_by_others(decisions, by)
    times = times_of(version, by, touched)
    rows = version.segments.prefetch_related("findings")
    return Account(
        lines=[
            line_of(row, counts.get((version.language, row.source_key)), times, by)
            for row in rows
            if has_letter(row.source)
        ],
        reports=Report.objects.filter(
            version__article=version.article_id,
            version__language=version.language,
            outcome=Report.Outcome.OPEN,
        ).count(),
    )


def changes(decisions: Iterable[Decision]) -> dict[Place, Change]:
    """
    What counts for each sentence, as ``decisions.counting``, with what began it.
    """
    made: dict[Place, list[Decision]] = {}
    for decision in decisions:
        row = made.setdefault((decision.language, decision.source_key), [])
        if decision.kind != Decision.Kind.REOPENED:
            row.append(decision)
        elif row:
            row.pop()
    return {place: Change(row[-1], row[0]) for place, row in made.items() if row}


def touched_by_others(decisions: Iterable[Decision], by: User) -> dict[str, datetime]:
    """
    When somebody else last changed a sentence: what was read before, was another text.
    """
    return {
        decision.source_key: decision.made_at
        for decision in decisions
        if decision.made_by_id != by.pk and changed_something(decision)
    }


def changed_something(decision: Decision) -> bool:
    """
    Whether readers saw something else than before.
    """
    if decision.kind != Decision.Kind.ACCEPTED:
        return True
    return bool(decision.was.get("shown") == Segment.Shown.ORIGINAL)


Times = Mapping[tuple[str, str, str], float]


def times_of(version: Version, by: User, touched: Mapping[str, datetime]) -> Times:
    """
    How long somebody had each sentence of a version before them.

    The same sentence with the same text counts where it stood in an earlier version.
    What was read before somebody else changed it does not count.
    """
    rows = Reading.objects.filter(
        by=by,
        segment__version__article=version.article_id,
        segment__version__language=version.language,
    ).values_list(
        "segment__source_key",
        "segment__shown",
        "segment__text",
        "seconds",
        "last_at",
    )
    times: dict[tuple[str, str, str], float] = {}
    for key, shown, text, seconds, last_at in rows:
        if key not in touched or last_at >= touched[key]:
            place = (key, shown, text)
            times[place] = times.get(place, 0.0) + seconds
    return times


def line_of(row: Segment, change: Change | None, times: Times, by: User) -> Line:
    """
    A sentence as somebody has read it.
    """
    least = least_seconds(row.source)
    seconds = times.get((row.source_key, row.shown, row.text), 0.0)
    decision = change.decision if change else None
    is_shown = row.shown == Segment.Shown.TRANSLATION
    return Line(
        segment=row,
        least=least,
        seconds=seconds,
        change=change,
        is_read=seconds >= least,
        is_theirs=bool(
            decision and decision.made_by_id == by.pk and not decision.taken_from_id
        ),
        is_blocked=is_shown
        and decision is None
        and any(one.severity == Severity.BLOCKING for one in row.findings.all()),
    )


def least_seconds(source: str) -> float:
    """
    How long a sentence must have been before a person, at least.

    >>> least_seconds("Sebanyak 27 orang tewas.")
    1.2
    >>> least_seconds("kata " * 100)
    5.0
    """
    return float(min(MOST_SECONDS, round(SECONDS_A_WORD * len(source.split()), 1)))


def missing_lines(account: Account) -> Iterable[str]:
    """
    What is to be done about sentences.
    """
    if many := len(account.unread):
        yield ngettext(
            "%(many)s sentence was not before you long enough to be read.",
            "%(many)s sentences were not before you long enough to be read.",
            many,
        ) % {"many": many}
    if many := len(account.blocked):
        yield ngettext(
            "In %(many)s sentence a check finds something wrong, and nobody has "
            "decided about it.",
            "In %(many)s sentences a check finds something wrong, and nobody has "
            "decided about them.",
            many,
        ) % {"many": many}


def missing_answers(many: int) -> Iterable[str]:
    """
    What is to be done about readers' reports.
    """
    if many:
        yield ngettext(
            "%(many)s report of a reader is open.",
            "%(many)s reports of readers are open.",
            many,
        ) % {"many": many}


@transaction.atomic
def readings_add(*, version: Version, by: User, seconds: Mapping[int, float]) -> None:
    """
    Keep how long somebody had sentences of a version before them.

    Ids of other versions are passed over. All together cannot be longer than it is
    since the person was last heard of: nobody reads faster than the clock goes.
    """
    left = believable(by, most=AT_ONCE)
    rows = version.segments.filter(pk__in=[pk for pk in seconds if 0 < pk < 2**63])
    for row in rows:
        given = min(left, max(0.0, seconds[row.pk]))
        if given > 0:
            reading_add(segment=row, by=by, seconds=given)
            left -= given


@transaction.atomic
def readings_from_top(*, version: Version, by: User, seconds: float) -> None:
    """
    Keep that somebody read a version from above for so long.

    A page without scripts does not know at which sentence somebody looked.
    """
    left = min(seconds, believable(by, most=seconds))
    for line in account_of(version, by).unread:
        need = round(line.least - line.seconds, 1)
        if need > left:
            return
        reading_add(segment=line.segment, by=by, seconds=need)
        left -= need


def believable(by: User, *, most: float) -> float:
    """
    How many seconds somebody can have read since they were last heard of.
    """
    last = Reading.objects.filter(by=by).aggregate(last=Max("last_at"))["last"]
    if last is None:
        return most
    passed: timedelta = timezone.now() - last
    return max(0.0, min(most, passed.total_seconds() + SLACK))
