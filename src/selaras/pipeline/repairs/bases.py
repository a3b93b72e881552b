"""
What a blocked segment is translated again from.
"""

from collections.abc import Mapping

from selaras.engines import Engine
from selaras.languages import Tag
from selaras.pipeline.draft import Draft, DraftSegment
from selaras.pipeline.mending import rung_taken
from selaras.pipeline.repairs.case import Base, Case

DETOUR: Tag = "en"
"""
The language by which a translation may be tried that went straight.
"""

Beside = Mapping[tuple[int, Tag], Draft]
"""
Drafts by their article, as an object, and their language.
"""


def case_of(draft: Draft, index: int, beside: Beside, engine: Engine) -> Case:
    """
    A segment as the ladder takes it.
    """
    segment = draft.segments[index]
    return Case(
        draft=draft,
        segment=segment,
        base=base_of(draft, index, beside),
        detour=detour_of(draft, index, beside, engine),
    )


def base_of(draft: Draft, index: int, beside: Beside) -> Base:
    """
    What to translate again: the sentence in the language on the way, if it is right.

    Links and kept strings are between the original and the translation, so a sentence
    that has any is asked for as it was written.
    """
    segment = draft.segments[index]
    original = Base(text=segment.source.text, language=draft.article.language)
    via = ways_of(segment)
    if len(via) != 1 or segment.source.marks or segment.verbatim:
        return original
    return sentence_in(via[0], draft, index, beside) or original


def detour_of(draft: Draft, index: int, beside: Beside, engine: Engine) -> Base | None:
    """
    The sentence in English, where the translation came straight and could come so.
    """
    segment = draft.segments[index]
    straight = not ways_of(segment) and draft.language != DETOUR
    if not straight or segment.source.marks or segment.verbatim:
        return None
    if not engine.supports(DETOUR, draft.language):
        return None
    return sentence_in(DETOUR, draft, index, beside)


def sentence_in(language: Tag, draft: Draft, index: int, beside: Beside) -> Base | None:
    """
    The same sentence in another version of the article, if nothing blocks it there.
    """
    other = beside.get((id(draft.article), language))
    there = other.segments[index] if other else None
    if there is None or not there.text or there.is_blocked:
        return None
    return Base(text=there.text, language=language, is_mended=bool(rung_taken(there)))


def ways_of(segment: DraftSegment) -> tuple[Tag, ...]:
    """
    The languages that a segment went through.
    """
    return segment.provenance.via if segment.provenance else ()
