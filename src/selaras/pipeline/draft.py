"""
An article on its way to being a version in one language.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from selaras.article import Article, Mark, Segment
from selaras.engines import Hypotheses, Provenance
from selaras.fidelity import Finding, Severity
from selaras.languages import Tag


class Shown(StrEnum):
    """
    What a reader sees of a segment: its translation, or the Indonesian sentence.
    """

    TRANSLATION = "translation"
    ORIGINAL = "original"


class Doubt(StrEnum):
    """
    Why readers are told that the translation of a sentence is not certain.

    ``FOUND`` is something that a check, or a comparison of the languages, reported and
    no person has decided about; ``LIKELY`` a risk that is too high for silence.
    """

    FOUND = "found"
    LIKELY = "likely"


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftSegment:
    """
    A segment with everything that is known about its translation so far.

    ``text`` and ``marks`` are the translation as chosen and mended; ``lost_marks`` are
    those of the source that found no place in it. ``text`` is empty until an engine
    has answered. ``doubt`` is why readers are told that it is not certain.
    """

    source: Segment
    hypotheses: Hypotheses = ()
    text: str = ""
    marks: tuple[Mark, ...] = ()
    lost_marks: tuple[Mark, ...] = ()
    verbatim: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    shown: Shown = Shown.TRANSLATION
    doubt: Doubt | None = None

    @property
    def provenance(self) -> Provenance | None:
        """
        Where the text comes from; nothing before an engine has answered.
        """
        return self.hypotheses[0].provenance if self.hypotheses else None

    @property
    def is_blocked(self) -> bool:
        """
        Whether a check says that this must not reach a reader as it is.
        """
        return any(found.severity is Severity.BLOCKING for found in self.findings)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """
    An article in one target language: hypotheses, findings, and what will be shown.

    ``segments`` are those of ``cut(article)``, in order.
    """

    article: Article
    language: Tag
    segments: tuple[DraftSegment, ...] = field(default=())

    @property
    def failed_closed(self) -> tuple[DraftSegment, ...]:
        """
        The segments that readers see in Indonesian.
        """
        return tuple(s for s in self.segments if s.shown is Shown.ORIGINAL)

    @property
    def doubted(self) -> tuple[DraftSegment, ...]:
        """
        The segments that readers see in translation, and are told to doubt.
        """
        return tuple(s for s in self.segments if s.doubt)
