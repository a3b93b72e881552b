"""
Drafts read back from their records: as much of them as a judge needs.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from selaras.article import Article, Inline, Segment
from selaras.engines import Hypothesis, Provenance
from selaras.errors import ArticleUnreadable
from selaras.fidelity import Finding, Severity
from selaras.languages import SOURCE, TARGETS
from selaras.pipeline.draft import Doubt, Draft, DraftSegment, Shown


def drafts_of(record: object) -> tuple[Draft, ...]:
    """
    The drafts in an article's record, as ``records.article_record`` makes it.

    Their article has no blocks and their segments no marks: they can be judged, and not
    be written. Raises ``ArticleUnreadable`` for anything else than such a record.
    """
    if not isinstance(record, Mapping) or "versions" not in record:
        raise ArticleUnreadable(
            "This JSON is not an article with its versions, as "
            "“selaras translate --format json” writes it."
        )
    try:
        return tuple(read(record))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise ArticleUnreadable(
            f"This record of an article is not whole: {error!r}."
        ) from error


def read(record: Mapping[str, Any]) -> Iterator[Draft]:
    """
    The drafts of a record, one for each language of ours.
    """
    article = Article(
        headline=Inline(text=str(record["headline"])),
        id=str(record.get("id", "")),
        language=str(record.get("language", SOURCE)),
        extra={str(key): str(value) for key, value in record["extra"].items()},
    )
    for language, version in record["versions"].items():
        if language not in TARGETS:
            raise ValueError(language)
        segments = tuple(segment_of(row) for row in version["segments"])
        yield Draft(article=article, language=language, segments=segments)


def segment_of(row: Mapping[str, Any]) -> DraftSegment:
    """
    A segment, with its best hypothesis alone.
    """
    text = str(row["text"])
    return DraftSegment(
        source=Segment(path=str(row["path"]), text=str(row["source"])),
        hypotheses=hypotheses_of(row, text),
        text=text,
        findings=tuple(finding_of(found) for found in row["findings"]),
        shown=Shown(row["shown"]),
        doubt=Doubt(row["doubt"]) if row.get("doubt") else None,
    )


def hypotheses_of(row: Mapping[str, Any], text: str) -> tuple[Hypothesis, ...]:
    """
    The hypothesis that a segment's text is, if an engine made it.
    """
    made = row["provenance"]
    if made is None:
        return ()
    provenance = Provenance(
        engine=str(made["engine"]),
        model=str(made.get("model", "")),
        via=texts(made.get("via", ())),
        steps=texts(made.get("steps", ())),
    )
    score = row.get("score")
    return (
        Hypothesis(
            text=text,
            provenance=provenance,
            score=None if score is None else float(score),
        ),
    )


def finding_of(found: Mapping[str, Any]) -> Finding:
    """
    A finding, without the places that it points to.
    """
    return Finding(
        check=str(found["check"]),
        severity=Severity(found["severity"]),
        message=str(found["message"]),
        indonesian=str(found.get("indonesian", "")),
        expected=str(found.get("expected", "")),
        found=str(found.get("found", "")),
    )


def texts(values: Sequence[object]) -> tuple[str, ...]:
    """
    A list of texts.
    """
    return tuple(map(str, values))
