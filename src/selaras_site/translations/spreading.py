"""
The same sentence in other articles: what a correction of one is worth to the others.

Where nobody has decided about it, the correction is offered. A newsroom may have it
taken over everywhere without being asked (``SELARAS_SPREAD = "renew"``). Either way
each place gets a decision of its own, which says from which one its text was taken.
"""

from dataclasses import replace

from django.conf import settings
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from selaras.article import Mark, marks_of_data
from selaras_site.accounts.models import User
from selaras_site.translations import tasks
from selaras_site.translations.deciding import decision_take_back, segment_decide
from selaras_site.translations.drafts import parts_of
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.histories import (
    KEPT,
    History,
    Where,
    histories,
    histories_at,
    history_of,
)
from selaras_site.translations.locking import lock_article
from selaras_site.translations.models import Decision, Segment
from selaras_site.translations.queueing import STANDING

OFFER, RENEW = "offer", "renew"

AT_ONCE = 100
"""
Articles that one look or one task is about: what is left comes with the next.
"""


def is_renewing() -> bool:
    """
    Whether corrections are taken over elsewhere without anybody being asked.
    """
    return bool(getattr(settings, "SELARAS_SPREAD", OFFER) == RENEW)


def same_elsewhere(decision: Decision, *, most: int = AT_ONCE) -> list[Segment]:
    """
    Where readers see the sentence of a decision said otherwise, and nobody has decided.

    One row for each article, which comes with it. There is none for a decision that
    does not count any more, or that has no text.
    """
    origin = history_of(decision).counts
    if origin is None or origin.pk != decision.pk or origin.kind not in KEPT:
        return []
    same = says_otherwise(origin)
    settled = [
        article
        for (article, _language, _key), history in decided_elsewhere(origin).items()
        if not is_open(history, origin)
    ]
    # Two for an article, mostly: what readers see, and what is held behind it.
    rows = list(same.exclude(version__article__in=settled)[: 2 * most])
    rows.sort(key=lambda row: row.version.is_public)
    first = {row.version.article_id: row for row in rows}
    return sorted(first.values(), key=lambda row: -row.version.article_id)[:most]


def says_otherwise(decision: Decision) -> QuerySet[Segment]:
    """
    The same sentence in other articles with another text, the newest article first.
    """
    return (
        Segment.objects.filter(
            ~Q(text=decision.text) | Q(shown=Segment.Shown.ORIGINAL),
            source_key=decision.source_key,
            source=decision.source,
            version__language=decision.language,
            version__state__in=STANDING,
        )
        .exclude(version__article=decision.article_id)
        .select_related("version__article", "version__snapshot")
        .defer("version__search_text", "version__article__body")
        .order_by("-version__article", "position")
    )


def decided_elsewhere(decision: Decision) -> dict[Where, History]:
    """
    What people did to the sentence of a decision in other articles that have it.
    """
    articles = says_otherwise(decision).order_by().values("version__article")
    rows = Decision.objects.filter(
        article__in=articles,
        language=decision.language,
        source_key=decision.source_key,
    )
    return histories(rows.select_related("taken_from").order_by("pk"))


def is_open(history: History | None, origin: Decision) -> bool:
    """
    Whether nobody has a word of their own about a sentence of another article.

    What was taken over from the same correction before it was corrected again is no
    word of its own.
    """
    counts = history.counts if history else None
    return counts is None or follows(counts, origin)


def follows(decision: Decision, origin: Decision) -> bool:
    """
    Whether a decision elsewhere was taken from the sentence of another one.
    """
    taken_from = decision.taken_from
    return taken_from is not None and taken_from.article_id == origin.article_id


@transaction.atomic
def decision_take_over(*, decision: Decision, segment: Segment, by: User) -> Decision:
    """
    Say at another place what a decision says, as a decision of its own.

    Raises ``NotAllowed`` where somebody has decided meanwhile, and as
    ``segment_decide`` does.
    """
    there = segment.version.article_id
    # Always in the same order, so that no two wait for each other.
    for article in sorted({decision.article_id, there}):
        lock_article(article)
    row = Segment.objects.select_related("version__snapshot").get(pk=segment.pk)
    place = (there, decision.language, decision.source_key)
    if (row.source_key, row.version.language) != (place[2], place[1]):
        raise NotAllowed(_("This is another sentence."))
    counts = history_of(decision).counts
    if counts is None or counts.pk != decision.pk or decision.kind not in KEPT:
        raise NotAllowed(_("The correction does not count any more."))
    if there == decision.article_id or not is_open(
        histories_at([place]).get(place), decision
    ):
        raise NotAllowed(_("Somebody has decided about this sentence."))
    is_same = row.text == decision.text
    return segment_decide(
        segment=row,
        kind=Decision.Kind.ACCEPTED if is_same else Decision.Kind.EDITED,
        by=by,
        text=decision.text,
        marks=marks_there(decision, row),
        taken_from=decision,
    )


def marks_there(decision: Decision, row: Segment) -> tuple[Mark, ...]:
    """
    The marks of a decision, as pieces of the marks that the other article has.
    """
    _article, places = parts_of(row.version.snapshot)
    own = [
        mark
        for place in places
        if (place.path, place.text) == (row.path, row.source)
        for mark in place.marks
    ]
    refs = {(mark.kind, mark.href): mark.ref for mark in reversed(own)}
    return tuple(
        replace(mark, ref=refs.get((mark.kind, mark.href), 0))
        for mark in marks_of_data(decision.marks)
    )


def renew(decision: Decision) -> int:
    """
    Take a correction over wherever nobody has decided, if that is the policy; how many.

    May be stopped and done again: what is done is not open any more. Who corrected the
    sentence first stands behind every renewal.
    """
    origin = history_of(decision).counts
    if not is_renewing() or origin is None or origin.taken_from_id:
        return 0
    done = sum(renewed(origin, row) for row in same_elsewhere(origin))
    if done and same_elsewhere(origin, most=1):
        tasks.follow_decision.enqueue(origin.pk)
    return done


def renewed(origin: Decision, row: Segment) -> bool:
    """
    Renew one place; not if somebody is at work there, or wished it otherwise.
    """
    where = (row.version.article_id, origin.language, origin.source_key)
    history = histories_at([where]).get(where)
    if history and history.left and not went_with(history.left, origin):
        return False
    try:
        decision_take_over(decision=origin, segment=row, by=origin.made_by)
    except NotAllowed:
        return False
    return True


def went_with(left: Decision, origin: Decision) -> bool:
    """
    Whether a renewal was undone because its correction was, and not by somebody there.
    """
    standing = {one.pk for one in history_of(origin).standing}
    return follows(left, origin) and left.taken_from_id not in standing


def unrenew(decision: Decision) -> int:
    """
    Where a correction was taken back, take back what was renewed with it; how many.
    """
    if not is_renewing():
        return 0
    undone = [one.pk for one in history_of(decision).undone]
    places = {
        (one.article_id, one.language, one.source_key)
        for one in Decision.objects.filter(taken_from__in=undone)
    }
    counting = [history.counts for history in histories_at(places).values()]
    return sum(
        taken_back(one, decision.made_by)
        for one in counting
        if one is not None and one.taken_from_id in undone
    )


@transaction.atomic
def taken_back(renewal: Decision, by: User) -> bool:
    """
    Take one renewal back; not if somebody is at work there.
    """
    lock_article(renewal.article_id)
    counts = history_of(renewal).counts
    row = Segment.objects.filter(
        version__article=renewal.article_id,
        version__language=renewal.language,
        version__state__in=STANDING,
        source_key=renewal.source_key,
    ).first()
    if row is None or counts is None or counts.pk != renewal.pk:
        return False
    try:
        decision_take_back(segment=row, by=by)
    except NotAllowed:
        return False
    return True
