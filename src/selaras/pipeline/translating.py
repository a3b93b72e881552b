"""
The pipeline as most callers want it: articles in, drafts out.
"""

from collections.abc import Sequence
from dataclasses import replace

from selaras.article import Article, Mark, Segment, join
from selaras.engines import Engine
from selaras.fidelity import ALL_CHECKS, Check
from selaras.languages import TARGETS, Tag
from selaras.pipeline.doubting import tell_doubts
from selaras.pipeline.draft import Draft, DraftSegment, Shown
from selaras.pipeline.explaining import explain_acronyms
from selaras.pipeline.forcing import force_terms
from selaras.pipeline.keeping import Known, keep, nothing_known, show_decided
from selaras.pipeline.repairing import repair_with
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
from selaras.pipeline.witnesses import with_witnesses
from selaras.text.scripts import has_letter


def translate_articles(
    articles: Sequence[Article],
    *,
    engine: Engine,
    languages: Sequence[Tag] = TARGETS,
    progress: Progress | None = None,
    known: Known = nothing_known,
    checks: Sequence[Check] = ALL_CHECKS,
) -> tuple[tuple[Draft, ...], ...]:
    """
    Translate articles, check every sentence, mend what is blocked, else fail closed.

    What is shown in translation and is not certain is told to be in doubt.

    Returns one tuple of drafts for each article, in the order of ``languages``. All of
    it is one stream to the engine. What is ``known`` of a sentence is kept as it is and
    checked again. Raises ``EngineError`` when the engine does, but not for a repair.
    """
    drafts = run(
        tuple(begin(a, language) for a in articles for language in languages),
        [
            keep(known),
            each(carry_over),
            translate_with(engine, progress=progress, checks=checks),
            each(put_marks_back),
            keep(known),
            check_with(checks),
            repair_with(engine, known=known, checks=checks, progress=progress),
            force_terms(checks, known=known),
            explain_acronyms(checks, known=known),
            with_witnesses,
            each(fail_closed),
            show_decided(known),
            tell_doubts(),
        ],
    )
    width = len(languages)
    return tuple(drafts[n : n + width] for n in range(0, len(drafts), width))


def article_of(draft: Draft) -> Article:
    """
    The draft as an article in its language, ready for any writer of formats.

    Sentences that failed closed stand in it in Indonesian and are marked as such;
    ``extra`` says the level of the translation, how many they are, and how many others
    are not certain.
    """
    joined = join(
        draft.article,
        tuple(shown_segment(segment) for segment in draft.segments),
        language=draft.language,
    )
    about = {
        "level": "machine",
        "left_in_indonesian": str(len(draft.failed_closed)),
        "not_certain": str(len(draft.doubted)),
    }
    return replace(joined, extra={**joined.extra, **about})


def shown_segment(segment: DraftSegment) -> Segment:
    """
    The segment with the text that readers see.
    """
    if segment.shown is Shown.ORIGINAL:
        return left_in_indonesian(segment.source)
    return Segment(
        path=segment.source.path,
        text=segment.text,
        marks=segment.marks,
        lead=segment.source.lead,
        glue=segment.source.glue,
    )


def left_in_indonesian(segment: Segment) -> Segment:
    """
    The Indonesian sentence under a mark that says what it is, if it has words.
    """
    if not has_letter(segment.text):
        return segment
    mark = Mark(start=0, end=len(segment.text), kind="indonesian")
    return replace(segment, marks=(mark, *segment.marks))
