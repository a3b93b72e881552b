"""
Drafts of the core as rows, and rows as drafts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from django.utils.text import slugify

from selaras.article import (
    Article,
    article_of_data,
    cut,
    marks_data,
    marks_of_data,
)
from selaras.article import Segment as CoreSegment
from selaras.engines import Hypothesis, Provenance
from selaras.fidelity import Finding as CoreFinding
from selaras.fidelity import Severity
from selaras.languages import LANGUAGES, Tag
from selaras.pipeline import (
    Draft,
    DraftSegment,
    Kept,
    Known,
    Shown,
    segment_key,
)
from selaras.pipeline.records import text_at
from selaras.pipeline.risk import Risk
from selaras.pipeline.rules import PARTS
from selaras.pipeline.translating import shown_segment
from selaras_site.translations.decisions import counting
from selaras_site.translations.models import (
    Decision,
    Finding,
    Segment,
    Snapshot,
    Version,
)
from selaras_site.translations.row_risks import doubt_of_row
from selaras_site.translations.searching import searchable

LOCAL = "local"
"""
The engine that runs models on this machine (``selaras.pipeline.composing`` has the name
too, but loads the engine with it).
"""

PERSON = Provenance(engine="person")
ELSEWHERE = "elsewhere"
"""
The step of a person's text that was taken over from another article.
"""

SHOWN = {
    Decision.Kind.ACCEPTED: Shown.TRANSLATION,
    Decision.Kind.EDITED: Shown.TRANSLATION,
    Decision.Kind.REJECTED: Shown.ORIGINAL,
}


def segment_row(
    version: Version, position: int, segment: DraftSegment, risk: Risk
) -> Segment:
    """
    A segment of a draft as a row; risk and doubt stand with where it comes from.
    """
    best = segment.hypotheses[0]
    known: dict[str, Any] = {"risk": round(risk.value, 4)}
    if segment.doubt:
        known["doubt"] = segment.doubt.value
    return Segment(
        version=version,
        position=position,
        path=segment.source.path,
        source=segment.source.text,
        source_key=segment_key(segment.source),
        text=segment.text,
        marks=marks_data(segment.marks),
        lost_marks=marks_data(segment.lost_marks),
        shown=segment.shown.value,
        score=best.score,
        others=others_of(segment),
        provenance=asdict(best.provenance) | known,
    )


def others_of(segment: DraftSegment) -> list[dict[str, Any]]:
    """
    What the engine would have said otherwise, the best first.
    """
    texts = dict.fromkeys(one.text for one in segment.hypotheses)
    scores = {one.text: one.score for one in reversed(segment.hypotheses)}
    return [
        {"text": text, "score": scores[text]}
        for text in texts
        if text and text != segment.text
    ][:MOST_OTHERS]


MOST_OTHERS = 4
"""
Other translations of a sentence that are kept for who reviews it.
"""


def finding_row(segment: Segment, finding: CoreFinding) -> Finding:
    """
    A finding of the core as a row.
    """
    return Finding(
        segment=segment,
        check_name=finding.check,
        severity=finding.severity.value,
        expected=finding.expected,
        found=finding.found,
        message=finding.message,
        data={
            "indonesian": finding.indonesian,
            "source_span": finding.source_span,
            "target_span": finding.target_span,
        },
    )


def draft_of(snapshot: Snapshot, language: Tag, rows: Sequence[Segment]) -> Draft:
    """
    The draft that a version was made of, without its findings.

    The segments' places and white space come from cutting the snapshot again. Should a
    later program cut it elsewhere, what has no row of its own is shown in Indonesian.
    """
    article, places = parts_of(snapshot)
    by_place = {(row.path, row.source): row for row in rows}
    return Draft(
        article=article,
        language=language,
        segments=tuple(
            draft_segment(by_place[segment.path, segment.text], segment)
            if (segment.path, segment.text) in by_place
            else DraftSegment(source=segment, shown=Shown.ORIGINAL)
            for segment in places
        ),
    )


Parts = tuple[Article, tuple[CoreSegment, ...]]

_parts: dict[tuple[int, datetime], Parts] = {}

MOST_PARTS = 512
"""
Snapshots whose sentences a process remembers: cutting is the dearest part of a page.
"""


def parts_of(snapshot: Snapshot) -> Parts:
    """
    The article of a snapshot and its sentences. A snapshot never changes.
    """
    key = (snapshot.pk, snapshot.made_at)
    if found := _parts.get(key):
        return found
    article = article_of_data(snapshot.content)
    parts = (article, cut(article))
    if snapshot.pk is not None:  # a preview's is another one each time
        if len(_parts) >= MOST_PARTS:
            _parts.clear()
        _parts[key] = parts
    return parts


def original_draft(snapshot: Snapshot) -> Draft:
    """
    The original as a draft of itself, so that one writer of pages serves all six.
    """
    article, places = parts_of(snapshot)
    segments = tuple(
        DraftSegment(source=segment, text=segment.text, marks=segment.marks)
        for segment in places
    )
    return Draft(article=article, language=article.language, segments=segments)


def draft_segment(row: Segment, source: CoreSegment) -> DraftSegment:
    """
    A row as a segment of a draft.
    """
    made = Hypothesis(
        text=row.text, provenance=provenance_of(row.provenance), score=row.score
    )
    return DraftSegment(
        source=source,
        hypotheses=(made,),
        text=row.text,
        marks=marks_of_data(row.marks),
        lost_marks=marks_of_data(row.lost_marks),
        shown=Shown(row.shown),
        doubt=doubt_of_row(row),
    )


def judged_draft(language: Tag, rows: Iterable[Segment]) -> Draft:
    """
    The draft that a version was made of with its findings: to be judged, not written.
    """
    return Draft(
        article=Article(),
        language=language,
        segments=tuple(
            replace(
                draft_segment(row, CoreSegment(path=row.path, text=row.source)),
                findings=tuple(finding_of(found) for found in row.findings.all()),
            )
            for row in rows
        ),
    )


def finding_of(row: Finding) -> CoreFinding:
    """
    A row as a finding of the core, without the places that it points to.
    """
    return CoreFinding(
        check=row.check_name,
        severity=Severity(row.severity),
        message=row.message,
        indonesian=row.data.get("indonesian", ""),
        expected=row.expected,
        found=row.found,
    )


def provenance_of(data: dict[str, Any]) -> Provenance:
    """
    Provenance from what a row keeps.
    """
    return Provenance(
        engine=data.get("engine", ""),
        model=data.get("model", ""),
        via=tuple(data.get("via", ())),
        steps=tuple(data.get("steps", ())),
    )


def known_from(
    segments: Iterable[tuple[Tag, Segment]], decisions: Iterable[Decision]
) -> Known:
    """
    What earlier versions and people's decisions know about the sentences of an article.

    A decision comes before what a machine said; of several, the newest counts that was
    not taken back. Decisions come in the order in which they were made.
    """
    known = {
        (language, row.source_key): machine_kept(row) for language, row in segments
    }
    known |= {
        place: person_kept(decision) for place, decision in counting(decisions).items()
    }

    def known_of(_article: Article, language: Tag, segment: CoreSegment) -> Kept | None:
        return known.get((language, segment_key(segment)))

    return known_of


def machine_kept(row: Segment) -> Kept:
    """
    What an engine said in an earlier version.
    """
    return Kept(
        text=row.text,
        provenance=provenance_of(row.provenance),
        marks=marks_of_data(row.marks),
        lost_marks=marks_of_data(row.lost_marks),
        score=row.score,
    )


def person_kept(decision: Decision) -> Kept:
    """
    What a person decided.
    """
    return Kept(
        text=decision.text,
        provenance=provenance_of_person(is_elsewhere=bool(decision.taken_from_id)),
        marks=marks_of_data(decision.marks),
        decided=SHOWN[Decision.Kind(decision.kind)],
    )


def provenance_of_person(*, is_elsewhere: bool) -> Provenance:
    """
    Where a person's text comes from: this article, or another one.
    """
    return replace(PERSON, steps=(ELSEWHERE,)) if is_elsewhere else PERSON


def description_of(draft: Draft, *, english: str, own: str = "") -> dict[str, Any]:
    """
    What a version says of itself: fields and values, from what it is made of.

    ``own`` are the words of its address that the newsroom chose; ``english`` those
    that it takes where it has none and its script gives none.
    """
    headline, headline_is_original = text_shown(draft, "headline")
    summary, summary_is_original = text_shown(draft, "summary")
    engines = dict.fromkeys(
        engine_said(s.provenance)
        for s in draft.segments
        if s.provenance and s.provenance.engine not in {"selaras", "person"}
    )
    return {
        "headline": headline[:400],
        "headline_is_original": headline_is_original,
        "summary": summary,
        "summary_is_original": summary_is_original,
        "slug": own or slug_of(headline, draft.language, otherwise=english),
        "search_text": searchable(text_of(draft), draft.language),
        "engine": ", ".join(engines)[:200],
        "sentences": len(draft.segments),
        "failed_closed": len(draft.failed_closed),
        "doubted": len(draft.doubted),
        "headline_is_doubted": any(
            segment.source.path.partition("#")[0] in PARTS for segment in draft.doubted
        ),
    }


def engine_said(made: Provenance) -> str:
    """
    Who translated, as readers are told: where a model runs on this machine, its name.

    >>> engine_said(Provenance(engine="local", model="selaras 0.4.0"))
    'selaras 0.4.0'
    >>> engine_said(Provenance(engine="deepl"))
    'deepl'
    """
    if made.engine == LOCAL and made.model:
        return made.model
    return f"{made.engine} {made.model}".strip()


def text_shown(draft: Draft, path: str) -> tuple[str, bool]:
    """
    The text at a path as readers see it, and whether any of it was left in Indonesian.
    """
    parts = (s for s in draft.segments if s.source.path.startswith(f"{path}#"))
    return text_at(draft, path), any(s.shown is Shown.ORIGINAL for s in parts)


def text_of(draft: Draft) -> str:
    """
    Everything that readers see.
    """
    return "\n".join(shown_segment(segment).text for segment in draft.segments)


def slug_of(headline: str, language: Tag, *, otherwise: str) -> str:
    """
    The words of an address, in ASCII; another's where the script gives none.

    >>> slug_of("27 Killed in Cianjur", "en", otherwise="27-tewas")
    '27-killed-in-cianjur'
    >>> slug_of("展玉地震27人遇难", "zh", otherwise="27-killed-in-cianjur")
    '27-killed-in-cianjur'
    """
    if LANGUAGES[language].script != "Latin":
        return otherwise
    return slugify(headline)[:120].strip("-") or otherwise
