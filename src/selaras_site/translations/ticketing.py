"""
Readers' reports as tickets: one for each sentence, with all that readers said of it.

A ticket is the reports about the same Indonesian sentence of an article in a language,
whichever version the readers saw; those about a whole version are one ticket, too. It
is open, corrected or declined as one: what was closed and reported anew is another.

``closed_at`` of a report that is open says when somebody opened it again: decisions
that were made before then have not answered it.
"""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from selaras.text.characters import without_bidi_controls, without_controls
from selaras_site.accounts.models import User
from selaras_site.translations import tasks
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.histories import KEPT, history_of
from selaras_site.translations.locking import lock_article
from selaras_site.translations.models import Decision, Report, Version

Outcome = Report.Outcome

MOST_THANKED = 5
"""
Readers whose names stand on a page.
"""

LONGEST_ANSWER = 500


def same_ticket(report: Report) -> QuerySet[Report]:
    """
    All reports about what a report is about, whatever became of them.
    """
    return Report.objects.filter(
        version__article=report.version.article_id,
        version__language=report.version.language,
        source=report.source,
    )


@transaction.atomic
def ticket_correct(*, report: Report, by: User, answer: str = "") -> int:
    """
    Close a ticket as corrected; how many reports that were.

    The decision that counts for the sentence answers it, if there is one with a text.
    """
    rows = locked(report).filter(outcome=Outcome.OPEN)
    decision = correction_of(report)
    return close(rows, report, by, Outcome.CORRECTED, answer=answer, decision=decision)


@transaction.atomic
def ticket_decline(*, report: Report, by: User, answer: str) -> int:
    """
    Close a ticket because nothing is wrong, and tell readers why; how many reports.

    Raises ``NotAllowed`` where readers would be told nothing.
    """
    if not cleaned(answer, LONGEST_ANSWER):
        raise NotAllowed(_("Readers are told why: please write an answer."))
    rows = locked(report).filter(outcome=Outcome.OPEN)
    return close(rows, report, by, Outcome.DECLINED, answer=answer)


@transaction.atomic
def ticket_reopen(*, report: Report, by: User) -> int:
    """
    Open a ticket again that was closed as this report was; how many reports.
    """
    rows = locked(report).filter(outcome=report.outcome).exclude(outcome=Outcome.OPEN)
    many = rows.update(
        outcome=Outcome.OPEN,
        answer="",
        decision=None,
        closed_by=by,
        closed_at=timezone.now(),
    )
    if many:
        noted(report, "reopened", by, many)
    return many


@transaction.atomic
def report_note(*, report: Report, by: User) -> None:
    """
    Keep who gave one report the outcome that it has now, and when.
    """
    Report.objects.filter(pk=report.pk).update(closed_by=by, closed_at=timezone.now())
    is_open = report.outcome == Outcome.OPEN
    noted(report, "reopened" if is_open else report.outcome, by, 1)


@transaction.atomic
def reporter_thank(*, report: Report, by: User) -> int:
    """
    Print the name that a reader gave, once what they reported is corrected.

    Somebody has it before them who says so: readers may call themselves anything.
    """
    rows = Report.objects.filter(pk=report.pk, is_thanked=False).exclude(name="")
    many = rows.exclude(outcome=Outcome.DECLINED).update(is_thanked=True)
    if many:
        noted(report, "thanked", by, many)
    return many


@transaction.atomic
def reporter_unthank(*, report: Report, by: User) -> int:
    """
    Print the name of a reader no more.
    """
    rows = Report.objects.filter(pk=report.pk, is_thanked=True)
    many = rows.update(is_thanked=False)
    if many:
        noted(report, "unthanked", by, many)
    return many


@transaction.atomic
def reporter_forget(*, report: Report, by: User) -> int:
    """
    Take away the name that a reader gave: it is thanked nowhere.
    """
    rows = Report.objects.filter(pk=report.pk).exclude(name="")
    many = rows.update(name="", is_thanked=False)
    if many:
        noted(report, "unnamed", by, many)
    return many


@transaction.atomic
def reports_answer(decision: Decision) -> int:
    """
    Tell the readers who reported a sentence what a decision about it did; how many.

    A changed text closes what was reported before it; so does any text, for those who
    read the sentence in Indonesian. Where that is taken back, what it had closed is
    open again.
    """
    lock_article(decision.article_id)
    history = history_of(decision)
    about = Report.objects.filter(
        version__article=decision.article_id,
        version__language=decision.language,
        source=decision.source,
    ).exclude(source="")
    undone = about.filter(outcome=Outcome.CORRECTED, decision__in=history.undone)
    many = undone.update(
        outcome=Outcome.OPEN, decision=None, closed_by=None, closed_at=None
    )
    if many:
        noted(about[0], "reopened", decision.made_by, many)
    counts = history.counts
    if counts is None or counts.kind not in KEPT:
        return many
    before = Q(closed_at=None) | Q(closed_at__lt=counts.made_at)
    answered = about.filter(
        before, outcome=Outcome.OPEN, made_at__lte=counts.made_at
    ).exclude(translation=counts.text)
    first = answered.first()
    if first is None:
        return many
    return many + close(
        answered, first, counts.made_by, Outcome.CORRECTED, decision=counts
    )


def close(
    rows: QuerySet[Report],
    report: Report,
    by: User,
    outcome: Report.Outcome,
    *,
    answer: str = "",
    decision: Decision | None = None,
) -> int:
    """
    Close open reports, say so in the history, and let the queue know.
    """
    said = cleaned(answer, LONGEST_ANSWER)
    many = rows.update(
        outcome=outcome,
        answer=said,
        decision=decision,
        closed_by=by,
        closed_at=timezone.now(),
    )
    if many:
        noted(report, outcome.value, by, many, answer=said)
    return many


def noted(report: Report, action: str, by: User, many: int, answer: str = "") -> None:
    """
    Say in the history of the article what became of reports; the queue looks again.
    """
    version = report.version
    log(
        instance=version.article,
        action=f"selaras.report.{action}",
        user=by,
        data={"language": version.language, "many": many, "reason": answer},
    )
    tasks.index_versions.enqueue(version.article_id)


def locked(report: Report) -> QuerySet[Report]:
    """
    The reports of a ticket, nobody else answering them before we are done.
    """
    lock_article(report.version.article_id)
    return same_ticket(report)


def correction_of(report: Report) -> Decision | None:
    """
    The decision that changed the sentence of a report; none for a whole version.
    """
    if not report.source:
        return None
    newest = (
        Decision.objects.filter(
            article=report.version.article_id,
            language=report.version.language,
            source=report.source,
        )
        .order_by("-pk")
        .first()
    )
    counts = history_of(newest).counts if newest else None
    is_other = counts is not None and counts.text != report.translation
    return counts if counts and counts.kind in KEPT and is_other else None


def cleaned(text: str, longest: int) -> str:
    """
    What a reader wrote or is told, without what cannot be seen; as long as it may be.
    """
    text = without_bidi_controls(without_controls(text))
    return text.replace("\r\n", "\n").strip()[:longest].strip()


def with_thanks(versions: QuerySet[Version]) -> QuerySet[Version]:
    """
    Versions that know whether there is anybody to thank, so that most need not ask.
    """
    thanked = thanked_reports().filter(
        version__article=OuterRef("article"), version__language=OuterRef("language")
    )
    return versions.annotate(has_thanks=Exists(thanked))


def thanks_for(version: Version) -> tuple[str, ...]:
    """
    The names of readers to thank for a better text, the last first, each once.

    Their reports were about any version of the article in the language: corrections
    outlive versions. Names are readers' own words: to be escaped, never a link.
    """
    if not getattr(version, "has_thanks", True):
        return ()
    rows = (
        thanked_reports()
        .filter(version__article=version.article_id, version__language=version.language)
        .order_by("-closed_at", "-pk")
        .values_list("name", flat=True)
    )
    return tuple(first_of(rows))


def thanked_reports() -> QuerySet[Report]:
    """
    The reports that led to a correction, whose readers' names somebody let be printed.
    """
    rows = Report.objects.filter(outcome=Outcome.CORRECTED, is_thanked=True)
    return rows.exclude(name="")


def first_of(names: Iterable[str]) -> list[str]:
    """
    The first few different names.
    """
    return list(dict.fromkeys(names))[:MOST_THANKED]
