"""
Drafts and ledgers as plain records, for JSON.
"""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from selaras.article import UNTRANSLATED_MARKS, Article, Segment, cut
from selaras.article.cutting import adapt_gap
from selaras.fidelity.ledger import Fact, ledger_of
from selaras.pipeline.draft import Draft, DraftSegment
from selaras.pipeline.translating import shown_segment
from selaras.text.spans import Span

Record = dict[str, Any]


def article_record(drafts: Sequence[Draft]) -> Record:
    """
    One article with its drafts, as ``docs/reference/json.md`` describes it.

    All drafts must be of one article.
    """
    article = drafts[0].article
    return {
        "id": article.id,
        "language": article.language,
        "headline": article.headline.text,
        "extra": dict(article.extra),
        "versions": {draft.language: draft_record(draft) for draft in drafts},
    }


def draft_record(draft: Draft) -> Record:
    """
    One draft.
    """
    return {
        "language": draft.language,
        "level": "machine",
        "headline": text_at(draft, "headline"),
        "failed_closed": len(draft.failed_closed),
        "doubted": len(draft.doubted),
        "segments": [segment_record(segment) for segment in draft.segments],
    }


def ledger_record(article: Article) -> Record:
    """
    The facts of an article, sentence by sentence, for its author to look at.

    ``doubtful`` counts those whose author should say what they mean.
    """
    segments = [ledger_segment(segment, article) for segment in cut(article)]
    return {
        "id": article.id,
        "language": article.language,
        "doubtful": sum(fact["doubtful"] for s in segments for fact in s["facts"]),
        "segments": segments,
    }


def ledger_segment(segment: Segment, article: Article) -> Record:
    """
    One sentence with its facts.
    """
    ledger = ledger_of(
        segment.text,
        article.language,
        kept=[
            Span(mark.start, mark.end)
            for mark in segment.marks
            if mark.kind in UNTRANSLATED_MARKS
        ],
        confirmed=tuple(article.confirmed.items()),
    )
    return {
        "path": segment.path,
        "source": segment.text,
        "facts": [fact_record(fact) for fact in ledger.facts],
    }


def fact_record(fact: Fact) -> Record:
    """
    One fact.
    """
    return {
        "kind": fact.kind,
        "text": fact.text,
        "span": [fact.span.start, fact.span.end],
        "readings": list(fact.readings),
        "doubtful": fact.doubtful,
        "confirmed": fact.confirmed,
    }


def text_at(draft: Draft, path: str) -> str:
    """
    The text at a path ("headline", "blocks.0.alt") as readers see it, without marks.

    It is put together here, because a translation by other hands may have other
    sentences than its original, and is no article that ``join`` would give back.
    """
    text, gap = "", ""
    for segment in draft.segments:
        if segment.source.path.startswith(f"{path}#"):
            shown = shown_segment(segment)
            if text:
                text += adapt_gap(gap, text, shown.text, draft.language)
            text, gap = text + shown.text, shown.glue
    return text


def segment_record(segment: DraftSegment) -> Record:
    """
    One segment, with what was found and where its text comes from.
    """
    best = segment.hypotheses[0] if segment.hypotheses else None
    return {
        "path": segment.source.path,
        "source": segment.source.text,
        "text": segment.text,
        "shown": segment.shown.value,
        "doubt": segment.doubt.value if segment.doubt else None,
        "marks": [asdict(mark) for mark in segment.marks],
        "score": best.score if best else None,
        "provenance": asdict(best.provenance) if best else None,
        "findings": [asdict(finding) for finding in segment.findings],
    }
