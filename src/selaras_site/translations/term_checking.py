"""
Looking again at what stands, after a term was changed.

What is wrong now becomes a finding of its sentence, and so waits in the desk's queue.
What readers see is not touched: that is for people, or for the next translation.
"""

from collections.abc import Iterable, Sequence

from django.db import transaction
from django.db.models import QuerySet
from django_tasks import task

from selaras.fidelity import Finding as CoreFinding
from selaras.fidelity import Pair, Severity
from selaras.fidelity.same_terms import SameTerms
from selaras.terms.own import Termbase
from selaras_site.translations.doubts import doubts_tell_again
from selaras_site.translations.drafts import PERSON, finding_row
from selaras_site.translations.locking import lock_article
from selaras_site.translations.models import Finding, Segment
from selaras_site.translations.queueing import STANDING, queue_fill
from selaras_site.translations.term_reading import termbase_now, with_core

CHECK = SameTerms.name


@task(priority=10)
def recheck_term(sources: list[str]) -> int:
    """
    Look again at every sentence that has one of some terms; how many are wrong.
    """
    return recheck(sources)


def recheck(sources: Sequence[str]) -> int:
    """
    Look again at the standing versions, article by article.

    It can be killed anywhere and run again: an article is done in one transaction, and
    what was found before is found again.
    """
    base = termbase_now()
    articles: dict[int, None] = {}
    for source in sources:
        rows = with_core(standing_segments(), source)
        found = rows.order_by().values_list("version__article", flat=True).distinct()
        articles |= dict.fromkeys(found)
    return sum(recheck_article(pk, sources, base) for pk in articles)


def standing_segments() -> QuerySet[Segment]:
    """
    The sentences of versions that readers see or may see.
    """
    return Segment.objects.filter(version__state__in=STANDING)


@transaction.atomic
def recheck_article(article_id: int, sources: Sequence[str], base: Termbase) -> int:
    """
    Look again at the sentences of one article; how many are wrong.
    """
    lock_article(article_id)
    rows: dict[int, Segment] = {}
    for source in sources:
        own = with_core(standing_segments(), source).filter(version__article=article_id)
        rows |= {row.pk: row for row in own.select_related("version")}
    wrong = 0
    changed: list[Segment] = []
    before = findings_before(rows)
    for row in rows.values():
        if is_settled(row):
            continue
        found = tuple(findings_of(row, base))
        wrong += bool(found)
        if replace_findings(row, before.get(row.pk, ()), found):
            changed.append(row)
    if changed:
        doubts_tell_again(changed)
        queue_fill(article_id)
    return wrong


def is_settled(row: Segment) -> bool:
    """
    Whether a sentence is a person's own, or not shown: there is nothing to be said.
    """
    by_person = row.provenance.get("engine") == PERSON.engine
    return by_person or row.shown == Segment.Shown.ORIGINAL


def findings_of(row: Segment, base: Termbase) -> Iterable[CoreFinding]:
    """
    What the check of terms says about a sentence now.
    """
    pair = Pair(source=row.source, target=row.text, language=row.version.language)
    return SameTerms(base)(pair)


def findings_before(rows: Iterable[int]) -> dict[int, list[Finding]]:
    """
    What the check of terms said of sentences before, but for what was mended.
    """
    known: dict[int, list[Finding]] = {}
    found = Finding.objects.filter(segment__in=list(rows), check_name=CHECK)
    found = found.exclude(severity=Severity.MENDED)
    for finding in found:
        known.setdefault(finding.segment_id, []).append(finding)
    return known


def replace_findings(
    row: Segment, before: Sequence[Finding], found: Sequence[CoreFinding]
) -> bool:
    """
    Let a sentence have what was found now; whether that is something else.
    """
    then = sorted((one.severity, one.message) for one in before)
    now = sorted((one.severity.value, one.message) for one in found)
    if then == now:
        return False
    Finding.objects.filter(pk__in=[one.pk for one in before]).delete()
    Finding.objects.bulk_create(finding_row(row, one) for one in found)
    return True
