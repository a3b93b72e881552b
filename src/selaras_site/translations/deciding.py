"""
What people do to sentences. Each function is one transaction.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.article import Mark, marks_data
from selaras.text.characters import without_controls
from selaras_site.accounts.models import User
from selaras_site.translations import tasks
from selaras_site.translations.decisions import counting
from selaras_site.translations.describing import version_count
from selaras_site.translations.drafts import provenance_of_person
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.models import (
    PUBLIC,
    Decision,
    QueueEntry,
    Seat,
    Segment,
    State,
    Version,
)
from selaras_site.translations.queueing import queue_fill
from selaras_site.translations.reviewing import expect_language
from selaras_site.translations.services import expect_state, locked


@transaction.atomic
def segment_decide(
    *,
    segment: Segment,
    kind: Decision.Kind,
    by: User,
    text: str | None = None,
    marks: tuple[Mark, ...] | None = None,
    seconds: int | None = None,
    taken_from: Decision | None = None,
) -> Decision:
    """
    Keep what a person decided about a sentence, and show it at once.

    The decision holds for this sentence of this article in every later version, until
    the Indonesian sentence changes. Wherever the sentence stands now in a version that
    readers see or may see, it is changed. ``marks`` are those of a text that was
    changed; where they are not told, words that stayed keep theirs.

    Raises ``NotAllowed``: for an empty text, a version that is gone or in a language
    that is not theirs, or a sentence that somebody else has open.
    """
    version = locked(segment.version)
    expect_state(version, (*PUBLIC, State.HELD))
    expect_language(version, by)
    row = Segment.objects.select_for_update().get(pk=segment.pk)
    expect_seat(row, by)
    new_text = without_controls(row.text if text is None else text).strip()
    if kind is not Decision.Kind.REJECTED and not new_text:
        raise NotAllowed(_("The sentence is empty."))
    own_marks = row.marks if new_text == row.text else []
    decision = Decision.objects.create(
        article=version.article,
        language=version.language,
        source_key=row.source_key,
        source=row.source,
        kind=kind,
        before=row.text,
        text=new_text,
        marks=own_marks if marks is None else marks_data(marks),
        was=state_of_sentence(row),
        seconds=seconds,
        taken_from=taken_from,
        made_by=by,
    )
    show(
        decision,
        {
            "text": decision.text,
            "marks": decision.marks,
            "shown": SHOWN[kind],
            "provenance": asdict(
                provenance_of_person(is_elsewhere=taken_from is not None)
            ),
        },
    )
    leave_queue(decision)
    tasks.follow_decision.enqueue(decision.pk)
    return decision


@transaction.atomic
def decision_take_back(
    *, segment: Segment, by: User, decision: int | None = None
) -> Decision:
    """
    Undo the decision that counts for a sentence, and show what was there before it.

    ``decision`` is the number of the one that is meant. Raises ``NotAllowed`` where
    nobody has decided, where another one counts by now, or as ``segment_decide`` does.
    """
    version = locked(segment.version)
    expect_state(version, (*PUBLIC, State.HELD))
    expect_language(version, by)
    row = Segment.objects.select_for_update().get(pk=segment.pk)
    expect_seat(row, by)
    place = (version.language, row.source_key)
    of_article = Decision.objects.filter(article=version.article).order_by("pk")
    undone = counting(of_article).get(place)
    if undone is None:
        raise NotAllowed(_("Nobody has decided about this sentence."))
    if decision not in (None, undone.pk):
        raise NotAllowed(_("Somebody has decided about this sentence meanwhile."))
    was = undone.was or {"text": undone.before}
    back = Decision.objects.create(
        article=version.article,
        language=version.language,
        source_key=row.source_key,
        source=row.source,
        kind=Decision.Kind.REOPENED,
        before=row.text,
        text=was["text"],
        marks=was.get("marks", []),
        was=state_of_sentence(row),
        made_by=by,
    )
    show(back, was)
    queue_fill(version.article_id)
    tasks.follow_decision.enqueue(back.pk)
    return back


SHOWN = {
    Decision.Kind.ACCEPTED: Segment.Shown.TRANSLATION,
    Decision.Kind.EDITED: Segment.Shown.TRANSLATION,
    Decision.Kind.REJECTED: Segment.Shown.ORIGINAL,
}


def state_of_sentence(row: Segment) -> dict[str, Any]:
    """
    Everything about a sentence that a decision may change.
    """
    return {name: getattr(row, name) for name in CHANGED}


CHANGED = ("text", "marks", "shown", "provenance")


def show(decision: Decision, values: Mapping[str, Any]) -> None:
    """
    Change the sentence of a decision in every version that readers see or may see.
    """
    versions = Version.objects.filter(
        article=decision.article,
        language=decision.language,
        state__in=(*PUBLIC, State.HELD),
    )
    same = Segment.objects.filter(version__in=versions, source_key=decision.source_key)
    same.update(**{name: values[name] for name in CHANGED if name in values})
    for version in versions.select_related("snapshot", "article"):
        version_count(version)


def leave_queue(decision: Decision) -> None:
    """
    Nobody waits for a sentence any more that somebody has decided about.
    """
    same = Segment.objects.filter(
        version__article=decision.article,
        version__language=decision.language,
        source_key=decision.source_key,
    )
    QueueEntry.objects.filter(segment__in=same).delete()
    Seat.objects.filter(segment__in=same).delete()


def expect_seat(row: Segment, by: User) -> None:
    """
    Refuse to change what somebody else has open.
    """
    seat = Seat.objects.filter(segment=row, until__gt=timezone.now()).first()
    if seat is not None and seat.by_id != by.pk:
        raise NotAllowed(
            _("%(who)s has this sentence open.")
            % {"who": seat.by.get_full_name() or seat.by.get_username()}
        )
