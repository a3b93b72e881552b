"""
The check that quotations begin and end as they did.
"""

from collections.abc import Iterator

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.languages import LANGUAGES, Tag


class SameQuotes:
    """
    No quotation of the source is lost, and none is left open.

    Only double marks of any language are counted. Chinese, Japanese and Arabic set
    names and terms in quotation marks where Indonesian does not, so that marks more
    than in the source are reported in English and French only. It cannot see whether
    the right words are quoted, nor who says them.
    """

    name = "same-quotes"
    mqm = "Accuracy > Mistranslation > Quotation"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        wanted, there = count_marks(pair.source), count_marks(pair.target)
        if wanted % 2 != there % 2:
            yield self.report(pair, UNPAIRED.format(wanted=wanted, there=there))
        elif there < wanted:
            yield self.report(pair, LOST.format(wanted=wanted // 2, there=there // 2))
        elif there > wanted and pair.language not in SETS_NAMES_IN_QUOTES:
            yield self.report(pair, ADDED.format(wanted=wanted // 2, there=there // 2))

    def report(self, pair: Pair, message: str) -> Finding:
        """
        A finding, with the first mark of each side as its place.
        """
        return Finding(
            check=self.name,
            severity=Severity.REVIEW,
            message=message,
            expected=str(count_marks(pair.source)),
            found=str(count_marks(pair.target)),
            source_span=reach(pair.source),
            target_span=reach(pair.target),
        )


def count_marks(text: str) -> int:
    """
    How many double quotation marks a text has, whatever their shape.

    >>> count_marks('"Siap," katanya.'), count_marks("「はい」と述べた。")
    (2, 2)
    """
    return sum(map(text.count, DOUBLE_MARKS))


def reach(text: str) -> tuple[int, int] | None:
    """
    From the first quotation mark of a text to its last.
    """
    places = [place for place, mark in enumerate(text) if mark in DOUBLE_MARKS]
    return (places[0], places[-1] + 1) if places else None


DOUBLE_MARKS = frozenset(
    '"\N{DOUBLE LOW-9 QUOTATION MARK}\N{FULLWIDTH QUOTATION MARK}'
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{LEFT DOUBLE ANGLE BRACKET}\N{RIGHT DOUBLE ANGLE BRACKET}"
    + "".join(mark.strip() for row in LANGUAGES.values() for mark in row.quotes)
)

SETS_NAMES_IN_QUOTES: frozenset[Tag] = frozenset({"zh", "ja", "ar"})

UNPAIRED = (
    "The source has {wanted} quotation marks and the translation {there}: "
    "a quotation has lost its beginning or its end."
)
LOST = "The source has {wanted} quotations; the translation has {there}."
ADDED = "The source has {wanted} quotations; the translation has {there}."
