"""
Rows for tests of the newsroom: as few as a test needs.
"""

import hashlib
import itertools
from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone

from selaras.languages import LANGUAGES, TARGETS
from selaras_site.accounts.models import User
from selaras_site.articles.models import Article, Section, SectionName
from selaras_site.translations.models import (
    PUBLIC,
    Decision,
    Finding,
    Report,
    Segment,
    State,
    Version,
)
from selaras_site.translations.services import newest_snapshot, snapshot_make

BODY = "<p>Sebanyak 27 orang tewas. Gubernur belum berbicara.</p>"
NUMBERS = itertools.count(1)


def make_user(*roles, **fields):
    name = f"orang{next(NUMBERS)}"
    user = User.objects.create_user(name, password="rahasia", **fields)
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def make_section(slug="nasional"):
    section, made = Section.objects.get_or_create(slug=slug)
    if made:
        SectionName.objects.bulk_create(
            SectionName(
                section=section,
                language=tag,
                name=f"{slug.title()} {tag}",
                slug=f"{slug}-{tag}",
            )
            for tag in LANGUAGES
        )
    return section


def make_article(headline="Gempa menewaskan 27 orang", *, live=True, **fields):
    """
    An article with a revision; published without ordering versions.
    """
    fields.setdefault("body", [("paragraph", BODY)])
    article = Article(
        headline=headline,
        section=fields.pop("section", None) or make_section(),
        live=live,
        first_published_at=timezone.now() if live else None,
        **fields,
    )
    article.full_clean()
    article.save()
    revision = article.save_revision()
    if live:
        article.live_revision = revision
        article.save(update_fields=["live_revision"])
        snapshot_make(article=article, revision_id=revision.pk)
    return article


def make_version(article, language="en", state=State.LIVE, **fields):
    """
    A version of the newest snapshot, made unless it is only coming.
    """
    now = timezone.now()
    is_made = state not in {State.PENDING, State.TRANSLATING}
    defaults = {
        "snapshot": newest_snapshot(article),
        "made_at": now if is_made else None,
        "live_at": now if state in PUBLIC else None,
        "headline": f"Headline {language}" if is_made else "",
        "engine": "local selaras" if is_made else "",
        "sentences": 4 if is_made else 0,
    }
    return Version.objects.create(
        article=article, language=language, state=state, **{**defaults, **fields}
    )


def make_versions(article, state=State.LIVE, **fields):
    return [make_version(article, tag, state, **fields) for tag in TARGETS]


def make_segment(version, position=0, **fields):
    source = fields.pop("source", "Sebanyak 27 orang tewas.")
    defaults = {
        "path": "headline" if position == 0 else f"body/{position}",
        "text": "As many as 27 people died.",
        "provenance": {"engine": "local", "model": "selaras 1"},
    }
    return Segment.objects.create(
        version=version,
        position=position,
        source=source,
        source_key=hashlib.sha1(source.encode()).hexdigest(),
        **{**defaults, **fields},
    )


def make_finding(segment, **fields):
    defaults = {
        "check_name": "same-numbers",
        "severity": "blocking",
        "expected": "27",
        "found": "72",
        "message": "The source says 27.",
    }
    return Finding.objects.create(segment=segment, **{**defaults, **fields})


def make_decision(segment, by, **fields):
    defaults = {"kind": Decision.Kind.EDITED, "before": segment.text, "text": "New."}
    return Decision.objects.create(
        article=segment.version.article,
        language=segment.version.language,
        source_key=segment.source_key,
        source=segment.source,
        made_by=by,
        **{**defaults, **fields},
    )


def make_report(version, **fields):
    defaults = {"kind": Report.Kind.NUMBER, "text": "27, not 72", "reporter": "someone"}
    return Report.objects.create(version=version, **{**defaults, **fields})


def published_ago(version, seconds):
    """
    Let the original have been published so long before its version was live.
    """
    snapshot = version.snapshot
    snapshot.made_at = version.live_at - timedelta(seconds=seconds)
    snapshot.save(update_fields=["made_at"])
