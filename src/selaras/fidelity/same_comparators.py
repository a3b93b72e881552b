"""
The check that "more than" stays "more than", and that what rises does not fall.
"""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from selaras.fidelity.bounded_ranges import ranges_of
from selaras.fidelity.differences import (
    is_measured_otherwise,
    is_same_difference,
    is_same_excess,
)
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.quantity_pairs import (
    Match,
    conversions_of,
    matches_of,
    quantities_of,
)
from selaras.text.quantities import Comparator, Cue, Direction, Quantities, Quantity
from selaras.text.quantities.agreement import (
    NOTHING,
    Disagreement,
    comparators_apart,
    comparators_of,
    is_negated,
    meanings_apart,
    opposites,
    turned_round,
)
from selaras.text.quantities.units import UNITS, is_round
from selaras.text.spans import Span


class SameComparators:
    """
    What is more than a number, or less, stays so, and what rises by it does not fall.

    "More than", "at least", "less than", "at most", "almost" and "about" are compared
    where both texts have the number, be it converted, and so are "lower by" and "lower
    than".

    It cannot see a comparator far from its number, a direction whose words it does not
    know, or "over" for "at least".
    """

    name = "same-comparators"
    mqm = "Accuracy > Mistranslation > Number"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        converted = filter(is_bounded, conversions_of(pair))
        matches = (*matches_of(pair), *converted)
        if not matches:
            return
        source = quantities_of(pair.source, pair.source_language)
        target = quantities_of(pair.target, pair.language)
        turned = is_turned(source, target)
        ranges = ranges_of(matches, pair)
        for match in matches:
            if is_same_difference(match, pair) or is_same_excess(match, pair):
                continue
            if match.source.number.span in ranges:
                continue
            apart = how_far(match, source, target)
            if apart is not Disagreement.NONE:
                yield self.report(pair, match, SEVERITIES[apart])
            elif is_measured_otherwise(match, pair):
                yield self.report_measure(pair, match)
            elif turned_round(match.source, match.target) and (
                turned or is_new(match, source)
            ):
                yield self.report_turn(pair, match)

    def report(self, pair: Pair, match: Match, severity: Severity) -> Finding:
        """
        A finding about a comparator that is lost, invented, or another one.
        """
        expected, found = (
            said(match.source, pair.source),
            said(match.target, pair.target),
        )
        return self.finding(
            match,
            severity,
            expected,
            found,
            message=f"The source says {expected} ({named(match.source, ENGLISH)}); "
            f"the translation says {found} ({named(match.target, ENGLISH)}).",
            indonesian=f"Teks sumber mengatakan {expected} "
            f"({named(match.source, INDONESIAN)}); terjemahannya {found} "
            f"({named(match.target, INDONESIAN)}).",
        )

    def report_measure(self, pair: Pair, match: Match) -> Finding:
        """
        A finding about a difference that became a bound, or a bound a difference.
        """
        expected, found = (
            said(match.source, pair.source),
            said(match.target, pair.target),
        )
        source_bounds = match.source.cue is not None
        bound, difference = (expected, found) if source_bounds else (found, expected)
        return self.finding(
            match,
            Severity.BLOCKING,
            expected,
            found,
            message=(THAN_LOST if source_bounds else BY_LOST).format(bound, difference),
            indonesian=(DARI_HILANG if source_bounds else SELISIH_HILANG).format(
                bound, difference
            ),
        )

    def report_turn(self, pair: Pair, match: Match) -> Finding:
        """
        A finding about something that rises in one text and falls in the other.
        """
        expected = turn_of(match.source, pair.source)
        found = turn_of(match.target, pair.target)
        number = match.source.number.span.of(pair.source)
        return self.finding(
            match,
            Severity.BLOCKING,
            expected,
            found,
            message=f"The source says {expected} of {number}; the translation says "
            f"{found}, which is the other direction.",
            indonesian=f"Teks sumber mengatakan {expected} untuk {number}; "
            f"terjemahannya {found}, arah yang berlawanan.",
        )

    def finding(
        self,
        match: Match,
        severity: Severity,
        expected: str,
        found: str,
        *,
        message: str,
        indonesian: str,
    ) -> Finding:
        """
        A finding that points at both quantities.
        """
        source, target = extent(match.source), extent(match.target)
        return Finding(
            check=self.name,
            severity=severity,
            message=message,
            indonesian=indonesian,
            expected=expected,
            found=found,
            source_span=(source.start, source.end),
            target_span=(target.start, target.end),
        )


def is_bounded(match: Match) -> bool:
    """
    Whether both texts say how an amount that was converted bounds something.

    It may have been rounded past what it bounds: 30 metres are 98 feet, and what is
    more than that may be nearly 100.
    """
    if match.source.cue is None or match.target.cue is None:
        return False
    return not is_rounded_past(match)


def is_rounded_past(match: Match) -> bool:
    """
    Whether a round figure lies beyond what was converted, and is said to do so.
    """
    wanted, said = comparators_of(match.source), comparators_of(match.target)
    there = match.target.number.value
    if not is_round(there):
        return False
    above = Comparator.MORE in wanted and Comparator.ALMOST in said
    below = Comparator.ALMOST in wanted and Comparator.MORE in said
    return any(
        (above and there > exact) or (below and there < exact)
        for exact in converted_values(match)
    )


def converted_values(match: Match) -> Iterator[Decimal]:
    """
    What the amount of a source is in the unit of its translation.
    """
    if match.source.unit is None or match.target.unit is None:
        return
    for one in match.source.unit.names:
        for other in match.target.unit.names:
            if UNITS[one].family == UNITS[other].family:
                yield UNITS[one].converted(match.source.number.value, UNITS[other])


def how_far(match: Match, source: Quantities, target: Quantities) -> Disagreement:
    """
    How far the comparators of a match are apart.

    One that is missing may stand where it was not seen to belong to its number.
    """
    wanted, there = comparators_of(match.source), comparators_of(match.target)
    apart = meanings_apart(match.source, match.target)
    if apart is Disagreement.NONE or not is_asked_for(match, wanted, there):
        return Disagreement.NONE
    if is_negated(match.source):
        # "Nobody may take more than five" is "five at most".
        wanted |= opposites(wanted)
    if Comparator.NONE in there and stands_somewhere(wanted, target.cues, sure=True):
        return Disagreement.NONE
    unsure = wanted == NOTHING
    if Comparator.NONE in wanted and stands_somewhere(
        there, source.cues, sure=not unsure
    ):
        return Disagreement.NONE
    return apart


def is_asked_for(
    match: Match, wanted: frozenset[Comparator], there: frozenset[Comparator]
) -> bool:
    """
    Whether a difference matters: that "about" is added or left out does not.

    "Balita" are under five without a word for it, and never over five.
    """
    if match.source.number.form == "period" and wanted == NOTHING:
        return not there.isdisjoint(OVER)
    both = wanted | there
    return not {Comparator.ABOUT, Comparator.NONE} <= both


def stands_somewhere(
    wanted: frozenset[Comparator], cues: Sequence[Cue], *, sure: bool = False
) -> bool:
    """
    Whether a comparator stands in a text without a number of its own.
    """
    return any(
        comparators_apart(wanted, cue.comparators - NOTHING) is Disagreement.NONE
        and not (sure and Comparator.NONE in cue.comparators)
        for cue in cues
    )


def is_turned(source: Quantities, target: Quantities) -> bool:
    """
    Whether the target has fewer words of one direction and more of the other.
    """
    up = count(target, Direction.UP) - count(source, Direction.UP)
    down = count(target, Direction.DOWN) - count(source, Direction.DOWN)
    return up * down < 0


def is_new(match: Match, source: Quantities) -> bool:
    """
    Whether the source has no word at all of the direction that the target says.

    "Naik 35 poin" may become 上涨35点，涨幅; so it must stand beside the number.
    """
    turn = match.target.turn
    beside = is_beside(match.target)
    return turn is not None and beside and not count(source, turn.direction)


def is_beside(quantity: Quantity) -> bool:
    """
    Whether a word of direction stands right beside its number.
    """
    turn, number = quantity.turn, quantity.number.span
    if not turn:
        return False
    gap = max(turn.span.start - number.end, number.start - turn.span.end)
    return gap <= CLOSE


def count(quantities: Quantities, direction: Direction) -> int:
    """
    How many words of a direction a text has.
    """
    return sum(turn.direction is direction for turn in quantities.turns)


def extent(quantity: Quantity) -> Span:
    """
    A number with its comparator.
    """
    spans = [quantity.number.span, *([quantity.cue.span] if quantity.cue else [])]
    if quantity.currency:
        spans.append(quantity.currency.span)
    return Span(min(one.start for one in spans), max(one.end for one in spans))


def said(quantity: Quantity, text: str) -> str:
    """
    What a text says, from the comparator to the number.
    """
    return extent(quantity).of(text)


def turn_of(quantity: Quantity, text: str) -> str:
    """
    The word of direction beside a number.
    """
    return quantity.turn.span.of(text) if quantity.turn else ""


def named(quantity: Quantity, names: Mapping[Comparator, str]) -> str:
    """
    What the comparator of a quantity means, in words of one language.
    """
    known = comparators_of(quantity)
    return next(name for comparator, name in names.items() if comparator in known)


CLOSE = 3

THAN_LOST = (
    "The source compares with a number ({0}); in the translation it is how much more "
    "or less there is ({1})."
)
DARI_HILANG = (
    "Teks sumber membandingkan dengan sebuah angka ({0}); dalam terjemahan angka itu "
    "menjadi selisihnya ({1})."
)

BY_LOST = (
    "In the source {1} is how much more or less there is; the translation compares "
    "with it ({0})."
)
SELISIH_HILANG = (
    "Dalam teks sumber {1} adalah selisihnya; terjemahan membandingkan dengan angka "
    "itu ({0})."
)

OVER = frozenset({Comparator.MORE, Comparator.AT_LEAST})

SEVERITIES: Mapping[Disagreement, Severity] = {
    Disagreement.SHADE: Severity.REVIEW,
    Disagreement.FACT: Severity.BLOCKING,
}

ENGLISH: Mapping[Comparator, str] = {one: one.value for one in Comparator}

INDONESIAN: Mapping[Comparator, str] = {
    Comparator.NONE: "tepat",
    Comparator.MORE: "lebih dari",
    Comparator.AT_LEAST: "sedikitnya",
    Comparator.LESS: "kurang dari",
    Comparator.AT_MOST: "paling banyak",
    Comparator.ALMOST: "hampir",
    Comparator.ABOUT: "sekitar",
}
