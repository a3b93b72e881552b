"""
Doubts told anew, where what is known of a sentence changed behind its version.
"""

from collections.abc import Collection

from selaras.article import Segment as CoreSegment
from selaras.fidelity import Severity
from selaras.pipeline import Doubt
from selaras.pipeline.doubting import doubt_of
from selaras.pipeline.risk import Risk
from selaras.pipeline.rules import PARTS
from selaras_site.translations.drafts import (
    draft_segment,
)
from selaras_site.translations.gating import doubt_from
from selaras_site.translations.models import Segment, Version
from selaras_site.translations.row_risks import doubt_of_row, risk_of_row


def doubts_tell_again(rows: Collection[Segment]) -> None:
    """
    Tell of sentences whose findings are others now whether readers should doubt them.
    """
    bound = doubt_from()
    for row in rows:
        doubt = doubt_now(row, bound)
        known = {key: value for key, value in row.provenance.items() if key != "doubt"}
        row.provenance = known | ({"doubt": doubt.value} if doubt else {})
        row.save(update_fields=["provenance"])
    for version in {row.version_id for row in rows}:
        count_doubts(version)


def doubt_now(row: Segment, bound: float) -> Doubt | None:
    """
    Why readers should doubt a sentence that no person decided about.

    What is found blocking now was live before: it is shown until it is made again.
    """
    if any(found.severity != Severity.MENDED for found in row.findings.all()):
        return Doubt.FOUND
    segment = draft_segment(row, CoreSegment(path=row.path, text=row.source))
    return doubt_of(segment, Risk(value=risk_of_row(row)), bound)


def count_doubts(version: int) -> None:
    """
    Count the doubted sentences of a version, and see to its headline and summary.
    """
    rows = Segment.objects.filter(version=version).only("path", "shown", "provenance")
    doubted = [row.path.partition("#")[0] for row in rows if doubt_of_row(row)]
    Version.objects.filter(pk=version).update(
        doubted=len(doubted),
        headline_is_doubted=any(part in PARTS for part in doubted),
    )
