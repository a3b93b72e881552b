"""
Keep what is there already: only sentences whose source changed are translated again.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace

from selaras.article import Article, Mark, Segment
from selaras.engines import Hypothesis, Provenance
from selaras.languages import Tag
from selaras.pipeline.draft import Draft, DraftSegment, Shown
from selaras.pipeline.mending import with_steps
from selaras.pipeline.steps import Step, each


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """
    A translation of a sentence from an earlier version.

    ``decided`` is what a person said should be shown, whatever the checks say.
    """

    text: str
    provenance: Provenance
    marks: tuple[Mark, ...] = ()
    lost_marks: tuple[Mark, ...] = ()
    score: float | None = None
    decided: Shown | None = None


KEPT = "kept"
"""
The step in the provenance of what an earlier version had already.
"""

COPIED = "selaras"
"""
Who carries over what has no words, at no cost.
"""

Known = Callable[[Article, Tag, Segment], Kept | None]
"""
What is known of a sentence of an article in a language.
"""


def nothing_known(_article: Article, _language: Tag, _segment: Segment) -> None:
    """
    Nothing is kept: everything is translated.
    """


def segment_key(segment: Segment) -> str:
    """
    A name for a sentence with its marks: equal for equal ones, wherever they stand.

    >>> segment_key(Segment(path="headline#0", text="Banjir")) == segment_key(
    ...     Segment(path="blocks.3.text#1", text="Banjir", glue=" "))
    True
    """
    marks = [
        {name: value for name, value in asdict(mark).items() if name != "ref"}
        for mark in segment.marks
    ]
    content = json.dumps([segment.text, marks], ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:40]


def keep(known: Known) -> Step:
    """
    Make the step that puts earlier translations where they belong.

    Done before the engine is asked, so that it is not asked for them, and again behind
    the steps that mend text, so that they are left as they were.
    """

    def kept(draft: Draft) -> Draft:
        segments = tuple(
            with_kept(segment, known(draft.article, draft.language, segment.source))
            for segment in draft.segments
        )
        return replace(draft, segments=segments)

    return each(kept)


def with_kept(segment: DraftSegment, kept: Kept | None) -> DraftSegment:
    """
    The segment with its earlier translation, if there is one.

    Where a machine made that, a step says that nobody was asked for it again.
    """
    if kept is None:
        return segment
    made = Hypothesis(text=kept.text, provenance=kept.provenance, score=kept.score)
    if kept.decided is None and made.provenance.engine != COPIED:
        made = with_steps(made, (KEPT,))
    return replace(
        segment,
        hypotheses=(made,),
        text=kept.text,
        marks=kept.marks,
        lost_marks=kept.lost_marks,
    )


def show_decided(known: Known) -> Step:
    """
    Make the step that shows what people decided to show.
    """

    def decided(draft: Draft) -> Draft:
        segments = tuple(
            as_decided(segment, known(draft.article, draft.language, segment.source))
            for segment in draft.segments
        )
        return replace(draft, segments=segments)

    return each(decided)


def as_decided(segment: DraftSegment, kept: Kept | None) -> DraftSegment:
    """
    The segment as a person wants it shown, if a person said so.
    """
    if kept is None or kept.decided is None:
        return segment
    return replace(segment, shown=kept.decided)
