"""
The pipeline as most callers want it: articles in, drafts out.
"""

from collections.abc import Sequence

from selaras.article import Article, Segment, join
from selaras.engines import Engine
from selaras.languages import TARGETS, Tag
from selaras.pipeline.draft import Draft, DraftSegment, Shown
from selaras.pipeline.steps import (
    Progress,
    begin,
    carry_over,
    check_with,
    each,
    fail_closed,
    put_marks_back,
    run,
    translate_with,
)


def translate_articles(
    articles: Sequence[Article],
    *,
    engine: Engine,
    languages: Sequence[Tag] = TARGETS,
    progress: Progress | None = None,
) -> tuple[tuple[Draft, ...], ...]:
    """
    Translate articles into languages, check every sentence, and fail closed.

    Returns one tuple of drafts for each article, in the order of ``languages``. All of
    it is one stream to the engine. Raises ``EngineError`` when the engine does.
    """
    drafts = run(
        tuple(begin(a, language) for a in articles for language in languages),
        [
            each(carry_over),
            translate_with(engine, progress=progress),
            each(put_marks_back),
            check_with(),
            each(fail_closed),
        ],
    )
    width = len(languages)
    return tuple(drafts[n : n + width] for n in range(0, len(drafts), width))


def article_of(draft: Draft) -> Article:
    """
    The draft as an article in its language, ready for any writer of formats.

    Sentences that failed closed stand in it in Indonesian.
    """
    return join(
        draft.article,
        tuple(shown_segment(segment) for segment in draft.segments),
        language=draft.language,
    )


def shown_segment(segment: DraftSegment) -> Segment:
    """
    The segment with the text that readers see.
    """
    if segment.shown is Shown.ORIGINAL:
        return segment.source
    return Segment(
        path=segment.source.path,
        text=segment.text,
        marks=segment.marks,
        lead=segment.source.lead,
        glue=segment.source.glue,
    )
