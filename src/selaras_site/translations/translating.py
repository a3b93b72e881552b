"""
Making versions: claim, translate, write all at once.

A version waits as PENDING. A worker claims it with a number of its own and a lease that
it renews while it works. What a worker made is written in one transaction, and only
for versions that it still holds: so a worker that was killed, was too slow, or was
overtaken by a newer revision writes nothing, and ``sweep`` finds its versions when the
lease is over.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import structlog
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.article import article_of_data
from selaras.errors import SelarasError
from selaras.pipeline import (
    Draft,
    Known,
    check_with,
    each,
    fail_closed,
    run,
    translate_articles,
)
from selaras.pipeline.doubting import with_doubts
from selaras.pipeline.gating import Verdict
from selaras.pipeline.keeping import keep, show_decided
from selaras.pipeline.risk import Risk, risks_of
from selaras.pipeline.witnesses import with_witnesses
from selaras_site.translations import tasks
from selaras_site.translations.claims import Claim, claim_versions
from selaras_site.translations.drafts import (
    description_of,
    finding_row,
    known_from,
    segment_row,
)
from selaras_site.translations.engine import current_engine, fresh_engine
from selaras_site.translations.gating import doubt_from, judge, reason_to_hold
from selaras_site.translations.locking import lock_article
from selaras_site.translations.models import (
    PUBLIC,
    Decision,
    Finding,
    Halt,
    Segment,
    Snapshot,
    Standing,
    State,
    Version,
)
from selaras_site.translations.recovery import give_back
from selaras_site.translations.reviewing import Earlier, made_last, reviews_carry
from selaras_site.translations.row_risks import expected_bad
from selaras_site.translations.term_reading import checks_now

log = structlog.get_logger(__name__)

Made = list[tuple[Version, Draft]]
Risks = Sequence[Sequence[Risk]]


def translate(snapshot_id: int) -> int:
    """
    Make the versions that wait for a snapshot; how many were written.

    Nothing is lost if this stops anywhere, and nothing is done twice if it runs twice.
    """
    claim = claim_versions(snapshot_id)
    if not claim.versions:
        return 0
    try:
        drafts = drafts_for(claim.versions[0].snapshot, claim)
        return write(claim, list(zip(claim.versions, drafts, strict=True)))
    except Exception as error:
        give_back(claim, error)
        if not isinstance(error, SelarasError):
            raise
        return 0


def drafts_for(snapshot: Snapshot, claim: Claim) -> tuple[Draft, ...]:
    """
    A draft for each claimed version, all languages in one stream to the engine.
    """
    decisions = list(Decision.objects.filter(article=snapshot.article_id))
    claim.last_decision = decisions[-1].pk if decisions else 0
    is_afresh = all(version.afresh for version in claim.versions)
    (drafts,) = translate_articles(
        [article_of_data(snapshot.content)],
        engine=fresh_engine() if is_afresh else current_engine(),
        languages=[version.language for version in claim.versions],
        progress=claim.renew,
        known=known_of(claim.versions, decisions),
        checks=checks_now(),
    )
    return drafts


def known_of(versions: Sequence[Version], decisions: Sequence[Decision]) -> Known:
    """
    What may be kept: what readers see now, and what people decided.

    A version that went down with its original is kept when that comes back; one that a
    person took down is not.
    """
    article_id = versions[0].article_id
    kept = [version.language for version in versions if not version.afresh]
    taken_down = Standing.objects.filter(article=article_id, is_withdrawn=True)
    segments = (
        Segment.objects.filter(
            version__article=article_id,
            version__language__in=kept,
            version__state__in=(*PUBLIC, State.WITHDRAWN),
        )
        .exclude(
            version__state=State.WITHDRAWN,
            version__language__in=taken_down.values("language"),
        )
        .order_by("version_id")
        .select_related("version")
        .defer("version__search_text")
    )
    return known_from(((s.version.language, s) for s in segments), decisions)


def last_decision(article_id: int) -> int:
    """
    The newest decision about an article; 0 if there is none.
    """
    newest = Decision.objects.filter(article=article_id).order_by("-id")
    return next(iter(newest.values_list("pk", flat=True)[:1]), 0)


def with_new_decisions(claim: Claim, made: Made) -> Made:
    """
    The drafts with what people decided while an engine was at work.
    """
    article_id = claim.versions[0].article_id
    decisions = Decision.objects.filter(article=article_id).order_by("id")
    if last_decision(article_id) == claim.last_decision:
        return made
    known = known_from((), decisions)
    steps = [
        keep(known),
        check_with(checks_now()),
        with_witnesses,
        each(fail_closed),
        show_decided(known),
    ]
    drafts = run(tuple(draft for _version, draft in made), steps)
    return list(zip((version for version, _draft in made), drafts, strict=True))


@transaction.atomic
def write(claim: Claim, made: Made) -> int:
    """
    Write all versions that are still ours, at once; how many.
    """
    lock_article(claim.versions[0].article_id)
    ours = set(
        Version.objects.select_for_update()
        .filter(claim=claim.number, state=State.TRANSLATING)
        .values_list("pk", flat=True)
    )
    made = [(version, draft) for version, draft in made if version.pk in ours]
    if not made:
        log.info("translation overtaken", claim=str(claim.number))
        return 0
    made = with_new_decisions(claim, made)
    risks = risks_of([draft for _version, draft in made])
    bound = doubt_from()
    made = [
        (version, with_doubts(draft, risk, bound))
        for (version, draft), risk in zip(made, risks, strict=True)
    ]
    write_segments(made, risks)
    english = english_slug(made)
    standing = standings(claim.versions[0].article_id)
    for (version, draft), risk in zip(made, risks, strict=True):
        described = description_of(
            draft, english=english, own=version.article.words_in(version.language)
        )
        verdict = judge(draft, version.article.section.slug, risk)
        finish(version, described, standing.get(version.language), verdict)
    versions = [version for version, _draft in made]
    earlier = made_last(versions)
    reviews_carry(versions, earlier)
    replace_public((v for v in versions if v.state == State.LIVE), earlier)
    Version.objects.bulk_update(versions, FINISHED)
    tasks.index_versions.enqueue(made[0][0].article_id)
    return len(made)


def write_segments(made: Made, risks: Risks) -> None:
    """
    The sentences and findings of all versions, in bulk.
    """
    rows, findings = [], []
    for (version, draft), risk in zip(made, risks, strict=True):
        own = []
        for position, segment in enumerate(draft.segments):
            row = segment_row(version, position, segment, risk[position])
            own.append(row)
            findings += [finding_row(row, found) for found in segment.findings]
        version.expected_bad = expected_bad(own)
        rows += own
    Segment.objects.filter(version__in=[version for version, _draft in made]).delete()
    Segment.objects.bulk_create(rows, batch_size=500)
    Finding.objects.bulk_create(findings, batch_size=500)


FINISHED = [
    "state",
    "reason",
    "claim",
    "leased_until",
    "headline",
    "headline_is_original",
    "summary",
    "summary_is_original",
    "slug",
    "search_text",
    "engine",
    "sentences",
    "failed_closed",
    "doubted",
    "headline_is_doubted",
    "expected_bad",
    "made_at",
    "live_at",
]


def standings(article_id: int) -> dict[str, str]:
    """
    The languages of an article that are to be held, with the reason.

    A person wants it, or the language has halted. One query asks for both.
    """
    wanted = Standing.objects.filter(article=article_id)
    halted = Halt.objects.filter(lifted_at=None).order_by()
    rows = halted.values_list("language", "reason").union(
        wanted.values_list("language", "reason"), all=True
    )
    unsaid = _("Somebody took it from readers and has to release it.")
    return {language: reason or unsaid for language, reason in rows}


def finish(
    version: Version,
    described: Mapping[str, Any],
    standing: str | None,
    verdict: Verdict,
) -> None:
    """
    Say of a version what it is now, and whether readers may see it.

    It is the gate that says so, unless a person has said that it stays held.
    """
    now = timezone.now()
    for name, value in described.items():
        setattr(version, name, value)
    version.claim = version.leased_until = None
    version.made_at = now
    version.reason = standing or reason_to_hold(verdict)
    version.state = State.HELD if version.reason else State.LIVE
    version.live_at = None if version.reason else now


def replace_public(versions: Iterable[Version], earlier: Earlier) -> None:
    """
    What readers saw until now makes place; nothing does where nothing was made before.
    """
    if not earlier:
        return
    for_each = Q(pk__in=[])
    for version in versions:
        for_each |= Q(article=version.article_id, language=version.language)
    Version.objects.filter(for_each, state__in=PUBLIC).update(state=State.REPLACED)


def english_slug(made: Made) -> str:
    """
    The English words of the address, for scripts that have none.
    """
    article = made[0][0].article
    if chosen := article.words_in("en"):
        return chosen
    for version, draft in made:
        if version.language == "en":
            return str(description_of(draft, english=article.slug)["slug"])
    public = Version.objects.filter(
        article=article, language="en", state__in=PUBLIC
    ).values_list("slug", flat=True)
    return next(iter(public), article.slug)
