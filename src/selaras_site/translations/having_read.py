"""
What somebody has read of a version, sentence by sentence, and what is left to them.

A sentence counts as read when it was before them long enough, as it is now: what
somebody else changed since is another sentence.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import ngettext

from selaras.fidelity import Severity
from selaras.text.scripts import has_letter
from selaras_site.accounts.models import User
from selaras_site.translations.decisions import Place
from selaras_site.translations.histories import histories
from selaras_site.translations.models import (
    Decision,
    Reading,
    Report,
    Segment,
    Version,
)
from selaras_site.translations.readings import Told, readings_add, seen_name

SECONDS_A_WORD = 0.3
MOST_SECONDS = 5.0
"""
How long a sentence must have been before a person, that it counts as read: so much for
each word of the Indonesian sentence, and no more than this. Nobody reads a sentence and
its original in less; who reads with care takes longer.
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

    ``seen`` names what stands there; ``is_read`` says that it was before them long
    enough, ``is_theirs`` that they decided about it.
    """

    segment: Segment
    seen: str
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
    times = times_of(version, by)
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
    return {
        (language, key): Change(history.standing[-1], history.standing[0])
        for (_article, language, key), history in histories(decisions).items()
        if history.standing
    }


Times = Mapping[str, Mapping[str, float]]
"""
Seconds, by the key of a sentence and the name of what stood there.
"""


def times_of(version: Version, by: User) -> Times:
    """
    How long somebody had each sentence of a version before them.

    The same sentence with the same text counts where it stood in an earlier version.
    """
    rows = Reading.objects.filter(
        by=by,
        segment__version__article=version.article_id,
        segment__version__language=version.language,
    ).values_list("segment__source_key", "seen", "seconds")
    times: dict[str, dict[str, float]] = {}
    for key, seen, seconds in rows:
        named = times.setdefault(key, {})
        named[seen] = named.get(seen, 0.0) + seconds
    return times


def line_of(row: Segment, change: Change | None, times: Times, by: User) -> Line:
    """
    A sentence as somebody has read it.

    What they decided themselves, they answer for with all the time that it took them;
    what was taken over in their name from another article, they did not read here.
    """
    least, seen = least_seconds(row.source), seen_name(row)
    decision = change.decision if change else None
    is_theirs = bool(
        decision and decision.made_by_id == by.pk and not decision.taken_from_id
    )
    named = times.get(row.source_key, {})
    seconds = sum(named.values()) if is_theirs else named.get(seen, 0.0)
    return Line(
        segment=row,
        seen=seen,
        least=least,
        seconds=seconds,
        change=change,
        is_read=round(seconds, 1) >= least,
        is_theirs=is_theirs,
        is_blocked=row.shown == Segment.Shown.TRANSLATION
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


def readings_from_top(
    *, version: Version, by: User, seconds: float, seen: Mapping[int, str]
) -> None:
    """
    Keep that somebody read a version from above for so long.

    A page without scripts does not know at which sentence somebody looked; ``seen``
    names what stood on it.
    """
    told = {
        line.segment.pk: Told(line.least - line.seconds, seen.get(line.segment.pk, ""))
        for line in account_of(version, by).unread
    }
    readings_add(version=version, by=by, told=told, most=seconds)
