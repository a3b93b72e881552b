"""
The pipeline: steps that turn an article into a draft per language, and the gate.
"""

from selaras.pipeline.draft import Doubt, Draft, DraftSegment, Shown
from selaras.pipeline.keeping import Kept, Known, segment_key
from selaras.pipeline.steps import (
    Progress,
    Step,
    begin,
    check_with,
    each,
    fail_closed,
    put_marks_back,
    run,
    translate_with,
)
from selaras.pipeline.translating import article_of, translate_articles

__all__ = [
    "Doubt",
    "Draft",
    "DraftSegment",
    "Kept",
    "Known",
    "Progress",
    "Shown",
    "Step",
    "article_of",
    "begin",
    "check_with",
    "each",
    "fail_closed",
    "put_marks_back",
    "run",
    "segment_key",
    "translate_articles",
    "translate_with",
]
