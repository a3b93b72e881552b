"""
What a row keeps of how certain its sentence is.
"""

from collections.abc import Iterable

from selaras.pipeline import Doubt
from selaras.pipeline.risk import MODEL
from selaras.text.scripts import has_letter
from selaras_site.translations.models import Segment


def expected_bad(rows: Iterable[Segment]) -> float:
    """
    How many critical errors to expect in what of a version is shown in translation.
    """
    return sum(
        risk_of_row(row)
        for row in rows
        if row.shown == Segment.Shown.TRANSLATION and has_letter(row.source)
    )


def risk_of_row(row: Segment) -> float:
    """
    How likely a sentence is to be critically wrong; what a person decided is not.
    """
    return float(row.provenance.get("risk", 0.0))


def doubt_of_row(row: Segment) -> Doubt | None:
    """
    Why readers are told to doubt a sentence; of what a person decided they are not.
    """
    doubt = row.provenance.get("doubt")
    return Doubt(doubt) if doubt and row.shown == Segment.Shown.TRANSLATION else None


def expected_wrong(rows: Iterable[Segment]) -> int:
    """
    In how many of the sentences in doubt a serious error must be expected.

    Risks add up where they are probabilities: of the model that they were fitted for.
    """
    return round(
        sum(
            risk_of_row(row)
            for row in rows
            if doubt_of_row(row) and row.provenance.get("model") == MODEL
        )
    )
