"""
Versions as documents for translators, with all that should be known about a sentence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from selaras.article import Segment as CoreSegment
from selaras.article import marks_of_data
from selaras.exchange import Document, Stage, Unit, wording
from selaras.exchange.words import Span
from selaras.exchange.xliff import Note, spans_of
from selaras.fidelity.ledger import ledger_of
from selaras.languages import Tag
from selaras.terms import read_names
from selaras.terms.rendering import rendering
from selaras.text.scripts import has_letter
from selaras_site.translations.decisions import Place, counting
from selaras_site.translations.drafts import parts_of
from selaras_site.translations.models import (
    Decision,
    QueueEntry,
    Segment,
    Snapshot,
    Version,
)

ADDRESS = re.compile(
    r"a(\d{1,18})\.([a-z]{2})\.s(\d{1,18})\.p(\d{1,9})\.([0-9a-f]{16})\.([0-9a-f]{16})"
)


@dataclass(frozen=True, slots=True)
class Address:
    """
    How a sentence that was sent away is found again: all of it stands in its id.

    ``key`` is the beginning of its source key; ``sent`` names its wording as it was
    sent, so that what nobody changed outside never overwrites what we changed since.
    """

    article: int
    language: Tag
    snapshot: int
    position: int
    key: str
    sent: str

    def __str__(self) -> str:
        return (
            f"a{self.article}.{self.language}.s{self.snapshot}.p{self.position}."
            f"{self.key}.{self.sent}"
        )


def address_in(text: str) -> Address | None:
    """
    The address that an id says; nothing for an id that is none of ours.

    >>> str(address_in("a5.en.s7.p1.0123456789abcdef.fedcba9876543210"))
    'a5.en.s7.p1.0123456789abcdef.fedcba9876543210'
    >>> address_in("42")
    """
    match = ADDRESS.fullmatch(text)
    if match is None:
        return None
    article, language, snapshot, position, key, sent = match.groups()
    return Address(int(article), language, int(snapshot), int(position), key, sent)


def document_of(version: Version, *, only_waiting: bool = False) -> Document:
    """
    The sentences of a version that have words, or those of them that wait for a person.
    """
    rows = version.segments.prefetch_related("findings")
    if only_waiting:
        waiting = QueueEntry.objects.filter(version=version).values("segment")
        rows = rows.filter(pk__in=waiting)
    article = version.article_id
    decided = counting(Decision.objects.filter(article=article).order_by("pk"))
    sources = sources_of(version.snapshot)
    return Document(
        name=f"selaras/{article}/{version.language}/{version.snapshot_id}",
        title=version.article.headline,
        language=version.language,
        units=[
            unit_of(version, row, source_in(sources, row), decided)
            for row in rows
            if has_letter(row.source)
        ],
    )


Sources = Mapping[tuple[str, str], CoreSegment]


def sources_of(snapshot: Snapshot) -> Sources:
    """
    The sentences of a snapshot with their marks, by place and words.
    """
    _article, places = parts_of(snapshot)
    return {(place.path, place.text): place for place in places}


def source_in(sources: Sources, row: Segment) -> CoreSegment:
    """
    The Indonesian sentence of a row; without marks, should it be cut elsewhere now.
    """
    plain = CoreSegment(path=row.path, text=row.source)
    return sources.get((row.path, row.source), plain)


def unit_of(
    version: Version,
    row: Segment,
    source: CoreSegment,
    decided: Mapping[Place, Decision],
) -> Unit:
    """
    A sentence as it is sent.
    """
    spans = spans_of(marks_of_data(row.marks), source.marks)
    decision = decided.get((version.language, row.source_key))
    return Unit(
        id=str(address_of(version, row, spans)),
        name=row.path,
        source=row.source,
        target=row.text,
        source_spans=spans_of(source.marks, source.marks),
        target_spans=spans,
        kinds=tuple(mark.kind for mark in source.marks),
        stage=stage_of(row, decision),
        notes=tuple(notes_of(version, row)),
    )


def address_of(version: Version, row: Segment, spans: Iterable[Span]) -> Address:
    """
    The address of a sentence as it is now.
    """
    return Address(
        article=version.article_id,
        language=version.language,
        snapshot=version.snapshot_id,
        position=row.position,
        key=row.source_key[:16],
        sent=wording(row.text, spans),
    )


def stage_of(row: Segment, decision: Decision | None) -> Stage:
    """
    How far a sentence is: what readers do not see is not finished.
    """
    if row.shown == Segment.Shown.ORIGINAL:
        return Stage.UNFINISHED
    return Stage.TRANSLATED if decision is None else Stage.APPROVED


def notes_of(version: Version, row: Segment) -> Iterator[Note]:
    """
    What a translator should know: what checks found, the facts, the names.

    In English, which translators' tools and agencies have in common.
    """
    for found in row.findings.all():
        yield Note("finding", f"{found.check_name}: {found.message}")
    article, _places = parts_of(version.snapshot)
    ledger = ledger_of(row.source, confirmed=tuple(article.confirmed.items()))
    for fact in ledger.facts:
        value = fact.readings[0]
        meant = f" = {value}" if value != fact.text else ""
        yield Note("fact", f"{fact.kind}: {fact.text}{meant}")
    for name in dict.fromkeys(name.text for name in read_names(row.source)):
        if said := rendering(name, version.language, first=False):
            yield Note("term", f"{name} → {said}")
