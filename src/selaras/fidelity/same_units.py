"""
The check that kilometres stay kilometres, and a percentage point a percentage point.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.quantity_pairs import (
    Match,
    conversions_of,
    matches_of,
    quantities_of,
)
from selaras.text.quantities import Measure, Quantity
from selaras.text.quantities.agreement import other_unit
from selaras.text.quantities.units import UNITS, may_be_converted
from selaras.text.spans import Span


class SameUnits:
    """
    A number keeps its unit, and a rise in percentage points is none in percent.

    Length, area, mass, volume, power, energy, temperature, time and shares are compared
    where both texts have the number. A converted value ("20 feet", "6 metres") is for
    the desk if it is right, and a wrong number if it is not. It cannot see a unit that
    it does not know, or one that is named far from its number.
    """

    name = "same-units"
    mqm = "Accuracy > Mistranslation > Unit conversion"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        matches = matches_of(pair)
        shares = SAID_SHARES.search(pair.source) is not None
        target = quantities_of(pair.target, pair.language)
        for match in matches:
            if is_wrong(match, pair):
                yield self.report(pair, match, Severity.BLOCKING)
            elif (not shares and is_new_share(match)) or is_lost(match, target.items):
                yield self.report(pair, match, Severity.REVIEW)
        # Half a year is six months to everyone; the desk looks at other conversions.
        for match in conversions_of(pair):
            if match.source.unit and not is_exact(match.source.unit):
                yield self.report(pair, match, Severity.REVIEW, converted=True)
        for one, aside in false_asides(pair.target, target.items, matches):
            yield self.report_aside(pair, one, aside)

    def report_aside(self, pair: Pair, one: Quantity, aside: Quantity) -> Finding:
        """
        A finding about a value in brackets that is not the one before them.
        """
        before, found = amount_of(one), amount_of(aside)
        said, there = before.of(pair.target), found.of(pair.target)
        return Finding(
            check=self.name,
            severity=Severity.REVIEW,
            message=f"The translation says {said} and then {there} in brackets, which "
            "is another amount.",
            indonesian=f"Terjemahan menyebut {said}, lalu {there} dalam kurung: "
            "jumlahnya berbeda.",
            expected=said,
            found=there,
            target_span=(found.start, found.end),
        )

    def report(
        self, pair: Pair, match: Match, severity: Severity, *, converted: bool = False
    ) -> Finding:
        """
        A finding about a unit that is lost, another one, or converted.
        """
        expected, found = amount_of(match.source), amount_of(match.target)
        wanted, there = expected.of(pair.source), found.of(pair.target)
        english, indonesian = why(match, converted=converted)
        return Finding(
            check=self.name,
            severity=severity,
            message=f"The source says {wanted}; the translation says {there}{english}.",
            indonesian=f"Teks sumber menyebut {wanted}; "
            f"terjemahannya {there}{indonesian}.",
            expected=wanted,
            found=there,
            source_span=(expected.start, expected.end),
            target_span=(found.start, found.end),
        )


def why(match: Match, *, converted: bool) -> tuple[str, str]:
    """
    What is the matter, after a comma, in English and in Indonesian.
    """
    if converted:
        return ", which is converted", ", hasil konversi"
    if not match.target.unit:
        return ", without the unit", ", tanpa satuan"
    return ", which is another unit", ", satuan yang berbeda"


def is_wrong(match: Match, pair: Pair) -> bool:
    """
    Whether a unit is another one, is none at all, or is no age and no clock.
    """
    return is_another(match) or is_wrong_time(match, pair) or is_made_up(match, pair)


def is_another(match: Match) -> bool:
    """
    Whether a unit is another one; of a one, only within its family.

    Ones are many: "sekali sepekan" is once a week, and no week is a degree.
    """
    if not other_unit(match.source, match.target):
        return False
    measured, there = families(match.source.unit), families(match.target.unit)
    return (
        match.source.number.value != 1
        or measured == there
        or (measured | there) <= SHARES
    )


def families(unit: Measure | None) -> set[str]:
    """
    What a unit may measure.
    """
    return {UNITS[name].family for name in unit.names} if unit else set()


def is_wrong_time(match: Match, pair: Pair) -> bool:
    """
    Whether an age, "(45)" after a name, or a clock, "pukul 17.00", is in days.
    """
    unit = match.target.unit
    if not unit or match.source.unit:
        return False
    if unit.span.start - match.target.number.span.end > 1:
        return False
    wanted = time_meant(match.source.number.span, pair.source)
    if "decade" in unit.names:
        return False
    return wanted not in {"", *unit.names} and is_of_time(unit)


def time_meant(number: Span, source: str) -> str:
    """
    The unit that a number has without saying so: of an age, a decade or a clock.
    """
    if DECADES.search(number.of(source)):
        return "year"
    before = source[max(0, number.start - LONGEST_AGE) : number.start]
    after = source[number.end : number.end + 1]
    if AGED.search(before) and not LISTED_TIME.match(source, number.end):
        return "year"
    if (before[-1:], after) == ("(", ")") or (before[-2:], after) == (", ", ","):
        return "year"
    return "hour" if CLOCK.search(before) else ""


def is_of_time(unit: Measure) -> bool:
    """
    Whether a unit measures time, whatever its word may mean.
    """
    return all(UNITS[name].family == "time" for name in unit.names)


def is_exact(unit: Measure) -> bool:
    """
    Whether a unit is converted without rounding: time is, and so are basis points.
    """
    return is_of_time(unit) or families(unit) <= SHARES


def is_new_share(match: Match) -> bool:
    """
    Whether a plain number is a share in percent there: four points, 4％.
    """
    unit = match.target.unit
    return unit is not None and unit.names == PERCENT and not match.source.unit


def is_made_up(match: Match, pair: Pair) -> bool:
    """
    Whether a symbol after a number looks like a unit's and is none: "45 cWh".
    """
    if not match.source.unit or match.target.unit:
        return False
    found = SYMBOL.match(pair.target, match.target.number.span.end)
    return found is not None and found[1] not in pair.source


def is_lost(match: Match, others: Sequence[Quantity]) -> bool:
    """
    Whether a unit of measurement stands beside no number of the target.

    Time and degrees are said in too many ways to ask for them.
    """
    wanted = match.source.unit
    if not wanted or match.target.unit or match.target.currency:
        return False
    if match.source.number.value <= 1 or not wanted.names <= ASKED_FOR:
        return False
    return not any(
        other.unit and not wanted.names.isdisjoint(other.unit.names) for other in others
    )


def false_asides(
    target: str, items: Sequence[Quantity], matches: Sequence[Match]
) -> Iterator[tuple[Quantity, Quantity]]:
    """
    Amounts with one in brackets after them that should be the same in another unit.

    What the source says too, in brackets or not, is compared with the source.
    """
    known = {match.target.number.span for match in matches}
    for one, aside in pairwise(items):
        if aside.number.span in known or not (one.unit and aside.unit):
            continue
        before, after = amount_of(one), amount_of(aside)
        measured = families(one.unit) & families(aside.unit) & MEASURED
        if (
            measured
            and BRACKET.fullmatch(target, before.end, after.start)
            and BRACKET_END.match(target, after.end)
            and not is_same_amount(one, aside)
        ):
            yield one, aside


def is_same_amount(one: Quantity, other: Quantity) -> bool:
    """
    Whether two quantities are the same amount, as newspapers round.
    """
    if not (one.unit and other.unit):
        return False
    value, there = one.number.value, other.number.value
    names, others = one.unit.names, other.unit.names
    same = value == there and not names.isdisjoint(others)
    return same or may_be_converted(value, names, there, others)


def amount_of(quantity: Quantity) -> Span:
    """
    A number with its unit.
    """
    span = quantity.number.span
    if not quantity.unit:
        return span
    unit = quantity.unit.span
    return Span(min(span.start, unit.start), max(span.end, unit.end))


LONGEST_AGE = 60

DECADES = re.compile(r"\bdekade\Z", re.IGNORECASE)
"""
What is read as so many times ten, of years: ten months are no decade.
"""

AGED = re.compile(
    r"\b(?:ber)?(?:usia|umur)(?:nya)?(?: sekitar| juga| baru)?"
    r" (?:\d{1,3}(?:,? dan |,? atau |, ))*+\Z"
)
LISTED_TIME = re.compile(
    r"(?:, \d+)*+(?:(?:,? (?:dan|atau|hingga|sampai)|,|[-–]) ?\d+)?+[ -]"
    r"(?:bulan|minggu|pekan|hari|jam|pertama|besar)"
)
"""
An age is in years where it does not say otherwise: "berusia 33, 34 dan 39".
"""

SAID_SHARES = re.compile(
    r"%|\b(?:persen|prosen|persentase|pct)|\bper ?mil", re.IGNORECASE
)
PERCENT = frozenset({"percent"})

SYMBOL = re.compile(r"\s?([a-zA-Zµ]{0,2}(?:Wh|Wp|W|Hz|VA))(?![A-Za-z])")
"""
How the symbols of power, energy and frequency end.
"""

CLOCK = re.compile(
    r"\b(?:pukul|jam) (?:\d\d?[.:]\d\d(?: wi(?:b|ta|t))?"
    r" ?(?:[-–—]|dan|hingga|sampai) ?(?:pukul )?)?\Z",
    re.IGNORECASE,
)

SHARES = frozenset({"share", "percentage points", "points"})
"""
One percent and one percentage point are two things, as is any number of them.
"""

BRACKET = re.compile(r"[^.,;。、，()（）\d]{0,25}[(（][^()（）\d]{0,12}")
BRACKET_END = re.compile(r"[^()（）\d]{0,20}[)）]")

MEASURED = frozenset({"length", "area", "mass", "volume", "power", "energy"})

ASKED_FOR = frozenset(
    name for name, unit in UNITS.items() if unit.family in MEASURED
) - {"gallon", "barrel"}
"""
Units that a translation must have: a gallon may be a jug, and a barrel a drum.
"""
