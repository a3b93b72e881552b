"""
The rows of a newsroom whose queue is long, for ``benchmarks.desk``.
"""

import random
from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from selaras.article import Article as CoreArticle
from selaras.article import Inline, Paragraph, article_data, cut
from selaras.languages import TARGETS

if TYPE_CHECKING:
    from selaras_site.translations.models import QueueEntry, Version

ARTICLES = 1000
SENTENCES = 20
WAIT = 10
SECTIONS = ("nasional", "ekonomi", "daerah", "olahraga", "budaya", "sains")
DAYS = 7


def fill(chance: random.Random) -> None:
    """
    Articles, versions, sentences, findings, readers, and the queue of them all.
    """
    from django.db import connection, transaction

    from selaras_site.translations import queueing

    with transaction.atomic():
        versions = make_versions(chance)
        for start in range(0, len(versions), 250):
            make_sentences(chance, versions[start : start + 250])
        make_readers(chance, versions)
    queueing.queue_tell_urgency()
    if connection.vendor == "postgresql":
        # What its autovacuum does within a minute; SQLite has none, and is left so.
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def make_versions(chance: random.Random) -> list["Version"]:
    """
    Articles with their versions; every tenth is held, every tenth is stale.
    """
    from django.utils import timezone

    from selaras_site.articles.models import Article, Section
    from selaras_site.translations.models import Snapshot, State, Version

    sections = [Section.objects.get_or_create(slug=slug)[0] for slug in SECTIONS]
    now = timezone.now()
    articles = Article.objects.bulk_create(
        Article(
            section=chance.choice(sections),
            headline=f"Laporan ke-{number} dari daerah",
            slug=f"laporan-{number}",
            live=True,
            first_published_at=now - timedelta(minutes=20 * number),
        )
        for number in range(ARTICLES)
    )
    snapshots = Snapshot.objects.bulk_create(
        Snapshot(
            article=article,
            revision_id=1,
            content=article_data(core_article(number)),
            made_at=article.first_published_at,
        )
        for number, article in enumerate(articles)
    )
    states = [State.LIVE] * 8 + [State.STALE, State.HELD]
    rows = []
    for snapshot in snapshots:
        for tag in TARGETS:
            state = chance.choice(states)
            made = snapshot.made_at
            rows.append(
                Version(
                    article=snapshot.article,
                    snapshot=snapshot,
                    language=tag,
                    state=state,
                    headline="A report from the regions",
                    search_text="a report of the day from the regions " * 40,
                    engine="local selaras",
                    sentences=SENTENCES,
                    made_at=made,
                    live_at=None if state == State.HELD else made,
                    published_at=made,
                )
            )
    return Version.objects.bulk_create(rows, batch_size=500)


def core_article(number: int) -> CoreArticle:
    """
    An article of a headline and paragraphs of three sentences.
    """
    texts = [
        f"Sebanyak {number + place} rumah di tepi sungai terendam air setinggi "
        f"{place},5 meter, kata Bupati Siti Rahmawati pada Rabu (15/6)."
        for place in range(1, SENTENCES)
    ]
    return CoreArticle(
        headline=Inline(text=f"Laporan ke-{number} dari daerah"),
        blocks=tuple(
            Paragraph(text=Inline(text=" ".join(texts[start : start + 3])))
            for start in range(0, len(texts), 3)
        ),
    )


def make_sentences(chance: random.Random, versions: Sequence["Version"]) -> None:
    """
    The sentences of some versions; half of them wait, each for a reason.
    """
    from selaras.pipeline import segment_key
    from selaras_site.translations.models import Finding, QueueEntry, Segment

    segments: list[Segment] = []
    findings: list[Finding] = []
    entries: list[QueueEntry] = []
    for version in versions:
        places = cut(core_article_of(version))
        waits = set(chance.sample(range(len(places)), WAIT))
        for position, place in enumerate(places):
            segment = Segment(
                version=version,
                position=position,
                path=place.path,
                source=place.text,
                source_key=segment_key(place),
                text=f"A total of {position} homes by the river stood in water.",
                others=[{"text": "As many as that stood in it.", "score": -1.0}],
                provenance={"engine": "local", "model": "selaras 1", "risk": 0.6},
            )
            segments.append(segment)
            if position in waits:
                entries.append(entry_of(chance, segment))
    Segment.objects.bulk_create(segments, batch_size=1000)
    for entry in entries:
        entry.segment_id = entry.segment.pk
        if entry.cause == QueueEntry.Cause.FOUND:
            findings.append(
                Finding(
                    segment=entry.segment,
                    check_name="same-numbers",
                    severity="review",
                    message="The source says 27.",
                )
            )
    Finding.objects.bulk_create(findings, batch_size=1000)
    QueueEntry.objects.bulk_create(entries, batch_size=1000)


def core_article_of(version: "Version") -> CoreArticle:
    """
    The article that a version was made of.
    """
    return core_article(int(version.article.headline.split("-")[1].split()[0]))


def entry_of(chance: random.Random, segment: Any) -> "QueueEntry":
    """
    A row of the queue; few were reported, most are only risky.
    """
    from selaras_site.translations.models import QueueEntry

    cause = chance.choices(QueueEntry.Cause.values, (1, 20, 30, 49))[0]
    risk = round(chance.uniform(0.5, 1.0), 3)
    version = segment.version
    return QueueEntry(
        segment=segment,
        version=version,
        language=version.language,
        section_id=version.article.section_id,
        cause=cause,
        risk=risk,
        urgency=0.0,
        since=version.made_at,
    )


def make_readers(chance: random.Random, versions: Sequence["Version"]) -> None:
    """
    How often each version was read on the last days.
    """
    from django.utils import timezone

    from selaras_site.translations.models import Readership

    today = timezone.localdate()
    Readership.objects.bulk_create(
        (
            Readership(
                article_id=version.article_id,
                language=version.language,
                day=today - timedelta(days=day),
                views=int(chance.paretovariate(1.0)),
            )
            for version in versions
            for day in range(DAYS)
        ),
        batch_size=1000,
    )
