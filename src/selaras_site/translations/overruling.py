"""
Which checks people overrule again and again: candidates for a rule that is wrong.

A check is overruled where it had something to say about a sentence and a person
accepted the sentence as it was. Each time, what counts now is counted.
"""

from collections.abc import Iterable, Sequence

from django.db.models import Exists, OuterRef, QuerySet

from selaras.fidelity import Severity
from selaras.languages import Tag
from selaras_site.translations.histories import histories, look_and_write
from selaras_site.translations.models import Candidate, Decision, Finding

ENOUGH = 5
"""
Sentences in which a check must have been overruled.
"""

MOSTLY = 0.8
"""
Of those that people decided about, the share in which it was.
"""

LOOKED_AT = 2000
"""
Decisions, the newest first, by which a check is judged.
"""

WORRYING = (Severity.BLOCKING.value, Severity.REVIEW.value)


def recount(decision: Decision) -> int:
    """
    Judge anew the checks that had something to say about the sentence of a decision.
    """
    checks = Finding.objects.filter(
        segment__version__article=decision.article_id,
        segment__version__language=decision.language,
        segment__source_key=decision.source_key,
        severity__in=WORRYING,
    ).values_list("check_name", flat=True)
    return sum(recount_check(decision.language, name) for name in sorted(set(checks)))


def recount_check(language: Tag, check: str) -> bool:
    """
    Let the candidate for a check say what is true now; whether there is one.
    """
    return look_and_write(
        language,
        lambda: judged(language, check),
        lambda decided: candidate_write(language, check, decided),
    )


def candidate_write(language: Tag, check: str, decided: Sequence[Decision]) -> bool:
    """
    Write what decisions say of a check; whether there is a candidate.
    """
    overruled = [one for one in decided if one.kind == Decision.Kind.ACCEPTED]
    rows = Candidate.objects.select_for_update().filter(
        kind=Candidate.Kind.RULE, language=language, check_name=check
    )
    if is_often(len(overruled), len(decided)):
        rows.get_or_create(
            kind=Candidate.Kind.RULE, language=language, check_name=check
        )
        rows.update(times=len(overruled), example=overruled[-1])
        return True
    rows.filter(outcome=Candidate.Outcome.OPEN).delete()
    rows.update(times=len(overruled))
    return False


def is_often(overruled: int, decided: int) -> bool:
    """
    Whether a check is wrong more often than a person can shrug at.

    >>> is_often(4, 4), is_often(5, 6), is_often(5, 7)
    (False, True, False)
    """
    return overruled >= ENOUGH and overruled >= MOSTLY * decided


def judged(language: Tag, check: str) -> list[Decision]:
    """
    The decisions that count about sentences of which a check had something to say.

    What was taken over from elsewhere was judged there.
    """
    said = Finding.objects.filter(
        check_name=check,
        severity__in=WORRYING,
        segment__source_key=OuterRef("source_key"),
        segment__version__article=OuterRef("article"),
        segment__version__language=language,
    )
    rows: QuerySet[Decision] = Decision.objects.filter(Exists(said), language=language)
    newest: Iterable[Decision] = reversed(rows.order_by("-pk")[:LOOKED_AT])
    counts = (history.counts for history in histories(newest).values())
    return sorted(
        (one for one in counts if one and not one.taken_from_id),
        key=lambda one: one.pk,
    )
