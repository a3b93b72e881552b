"""
The check that every number came through, with its magnitude.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from selaras.fidelity.confirmed import settled
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.number_idioms import (
    is_explained,
    is_no_number,
    is_said_otherwise,
)
from selaras.fidelity.number_messages import described, times_more
from selaras.fidelity.orders import order_mistaken
from selaras.fidelity.quantity_pairs import (
    agree,
    conversions_of,
    numbers_of,
    quantities_of,
    restated,
)
from selaras.languages import Tag
from selaras.text.numbers import Number
from selaras.text.numbers.assignment import Pairing
from selaras.text.spans import Span

__all__ = ["SameNumbers", "numbers_of"]

Values = frozenset[Decimal]
Readings = tuple[Decimal, ...]


class SameNumbers:
    """
    Every number of the source is in the translation once, and no other number is.

    Values are compared, not digits: "1,2 triliun" is "1.2 trillion" and "1兆2000億". A
    number with several readings may take any of them. Thousands that became hundreds
    are told too. It cannot see what stands beside a number, which other checks look
    after, a one, or two numbers that changed places.
    """

    name = "same-numbers"
    mqm = "Accuracy > Mistranslation > Number"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        source = numbers_of(pair.source, pair.source_language)
        source = settled(source, pair.source, pair.confirmed)
        target = numbers_of(pair.target, pair.language)
        lost = [
            number
            for number in unserved(filter(may_be_asked_for, source), target)
            if not is_said_otherwise(number, pair.target, pair.language)
            and not is_a_factor(number, pair.source)
            and not is_no_number(number, pair.source)
        ]
        extra = [
            number
            for number in unserved(filter(may_be_asked_for, target), source)
            if not is_explained(number, pair.source)
        ]
        lost, extra = without_conversions(pair, lost, extra)
        for wanted, there in put_together(lost, extra):
            if wanted and (there or must_be_there(wanted, target, pair)):
                twice = not there and is_known(wanted, target)
                yield self.report(pair, wanted, there, twice=twice)
            elif (
                there and is_invented(there, source) and not counts(there, pair.source)
            ):
                yield self.report(pair, None, there)
        for wanted, there in shares_mistaken(source, target):
            yield self.report(pair, wanted, there)
        if spans := order_mistaken(pair):
            yield self.report_order(pair, *spans)

    def report(
        self,
        pair: Pair,
        wanted: Number | None,
        there: Number | None,
        *,
        twice: bool = False,
    ) -> Finding:
        """
        A finding about a number that is lost, invented, or another one.

        A number that the source says twice and the translation once is for the desk.
        """
        expected = wanted.span.of(pair.source) if wanted else ""
        found = there.span.of(pair.target) if there else ""
        english, indonesian = described(wanted, there, expected, found, twice=twice)
        return Finding(
            check=self.name,
            severity=Severity.REVIEW if twice else Severity.BLOCKING,
            message=english,
            indonesian=indonesian,
            expected=expected,
            found=found,
            source_span=(wanted.span.start, wanted.span.end) if wanted else None,
            target_span=(there.span.start, there.span.end) if there else None,
        )

    def report_order(self, pair: Pair, wanted: Span, there: Span) -> Finding:
        """
        A finding about thousands that became hundreds.
        """
        expected, found = wanted.of(pair.source), there.of(pair.target)
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING,
            message=f"The source says {expected}; the translation says {found}: "
            "the magnitude is wrong.",
            indonesian=f"Teks sumber menyebut {expected}; terjemahannya {found}: "
            "besarannya salah.",
            expected=expected,
            found=found,
            source_span=(wanted.start, wanted.end),
            target_span=(there.start, there.end),
        )


def without_conversions(
    pair: Pair, lost: list[Number], extra: list[Number]
) -> tuple[list[Number], list[Number]]:
    """
    What is left without feet that became metres: another check tells the desk.

    An amount that is said twice, in two units, may be said once.
    """
    if not lost and not extra:
        return lost, extra
    matches = tuple(conversions_of(pair))
    here = restated(quantities_of(pair.source, pair.source_language).items)
    there = restated(quantities_of(pair.target, pair.language).items)
    here |= {match.source.number.span for match in matches}
    there |= {match.target.number.span for match in matches}
    return (
        [number for number in lost if number.span not in here],
        [number for number in extra if number.span not in there],
    )


def may_be_asked_for(number: Number) -> bool:
    """
    Whether a number may be held against a text that does not have it.

    Words for one and two may become anything ("both", "a pair"), an ordinal may become
    a word that is none ("terakhir kedua"), and so may a dozen and a decade.
    """
    if number.form == "words":
        return not number.ordinal and min(number.readings) > TWO
    return number.form in FORMS_ASKED_FOR


def must_be_there(number: Number, target: Sequence[Number], pair: Pair) -> bool:
    """
    Whether a number that nothing replaces may not be missing from a translation.

    A one often is ("per dolar"), the digits of a name are ("COVID-19"), and so is the
    month of "(13/8)" in Japanese. A word may be said once that the source says twice.
    """
    before, after = pair.source[: number.span.start], pair.source[number.span.end :]
    if number.form == "digits":
        is_month = before.endswith("/") and after.startswith((")", "/"))
        dropped = is_month and drops_month(pair)
        return number.value != ONE and not dropped
    return number.form != "code" and not is_known(number, target)


def drops_month(pair: Pair) -> bool:
    """
    Whether a translation names no month, where its language may leave it out.
    """
    return pair.language in DROPS_MONTHS and not NAMED_MONTH.search(pair.target)


def is_a_factor(number: Number, source: str) -> bool:
    """
    Whether a number word is a part of "empat kali lipat" or "dua per tiga".
    """
    before, after = source[: number.span.start], source[number.span.end :].lower()
    belongs = after.startswith(FACTORS) or before.endswith(" per ")
    return number.form == "words" and belongs


def is_invented(number: Number, source: Sequence[Number]) -> bool:
    """
    Whether a number that replaces nothing has no place in a translation.

    Words are no proof ("a dozen"), nor is a two or less ("the two of them", "4分の1"),
    nor what the source does say, though less often.
    """
    large = number.value > TWO
    return number.form == "digits" and large and not is_known(number, source)


def counts(number: Number, source: str) -> bool:
    """
    Whether a small number may count what the source lists: "the three" are AF, TS, GH.
    """
    listed = source.count(", ") + source.count(" dan ") + 1
    named = "mereka" in source.lower()
    return number.value <= MOST_LISTED and (named or number.value <= listed)


def is_known(number: Number, others: Sequence[Number]) -> bool:
    """
    Whether a number is among others, whatever else they have to answer for.
    """
    return any(agree(number, other) for other in others)


def unserved(wanted: Iterator[Number], offered: Sequence[Number]) -> list[Number]:
    """
    What is left when as many numbers as can be have found one of their own.

    Numbers in digits are served first. What is left of a very long table is cut short.
    """
    ordered = sorted(wanted, key=lambda number: number.form != "digits")
    if not ordered:
        return []
    rest, free = without_equals(ordered, offered)
    if max(len(rest), len(free)) > MANY:
        return rest[:MANY]
    places: dict[Decimal, list[int]] = {}
    for place, number in enumerate(free):
        for reading in number.readings:
            places.setdefault(reading, []).append(place)
    pairing = Pairing(rest, places)
    left = [number for place, number in enumerate(rest) if not pairing.serve(place)]
    return sorted(left, key=lambda number: number.span)


def without_equals(
    wanted: Sequence[Number], offered: Sequence[Number]
) -> tuple[list[Number], list[Number]]:
    """
    Both sides without the numbers, in digits, that are plainly the same.

    Which of several equal ones is taken makes no difference to the rest where they have
    one reading each. In a table of many figures, those with the same readings are the
    same too: otherwise its time would grow with the square of its length.
    """
    long = max(len(wanted), len(offered)) > MANY
    shared = Counter(plain(wanted, long=long)) & Counter(plain(offered, long=long))
    return without(wanted, shared), without(offered, shared)


def plain(numbers: Sequence[Number], *, long: bool) -> Iterator[Values]:
    """
    The readings of numbers in digits: of all, or of those that have one reading.
    """
    for number in numbers:
        if number.form == "digits" and (long or len(number.readings) == 1):
            yield frozenset(number.readings)


def without(numbers: Sequence[Number], shared: Counter[Values]) -> list[Number]:
    """
    The numbers that are left when so many of each are taken away.
    """
    gone = shared.copy()
    rest = []
    for number in numbers:
        values = frozenset(number.readings)
        if number.form == "digits" and gone[values]:
            gone[values] -= 1
        else:
            rest.append(number)
    return rest


def put_together(
    lost: Sequence[Number], extra: Sequence[Number]
) -> Iterator[tuple[Number | None, Number | None]]:
    """
    What was lost with what stands in its place: wrong magnitudes first, then in order.
    """
    extra = list(extra)
    waiting = []
    for wanted in lost:
        there = next((one for one in extra if times_more(wanted, one)), None)
        if there and may_replace(wanted, there):
            extra.remove(there)
            yield wanted, there
        else:
            waiting.append(wanted)
    for wanted in waiting:
        there = next((one for one in extra if may_replace(wanted, one)), None)
        if there:
            extra.remove(there)
        yield wanted, there
    yield from ((None, there) for there in extra)


def may_replace(wanted: Number, there: Number) -> bool:
    """
    Whether a number may stand in another's place: names for names, months for months.
    """
    if "code" in (wanted.form, there.form):
        return wanted.form == there.form
    if "month" in (wanted.form, there.form):
        return max(wanted.value, there.value) <= MONTHS
    return there.value != ONE and (wanted.value != ONE or there.form == "digits")


def shares_mistaken(
    source: Sequence[Number], target: Sequence[Number]
) -> Iterator[tuple[Number, Number]]:
    """
    Numbers that are a share in percent in the source and nowhere in the target.
    """
    shares = [one for one in source if one.form == "digits" and one.percent]
    if not shares:
        return
    fitting: dict[Readings, Number] = {}
    for there in target:
        known = fitting.setdefault(there.readings, there)
        if there.percent and not known.percent:
            fitting[there.readings] = there
    for wanted in shares:
        found = fitting.get(wanted.readings)
        if found and not found.percent:
            yield wanted, found


ONE, TWO = Decimal(1), Decimal(2)
MANY = 300
MOST_LISTED = 6

DROPS_MONTHS: frozenset[Tag] = frozenset({"ja"})
"""
Japanese news names the day alone where the month is this one: 13日(水).
"""

NAMED_MONTH = re.compile(r"\d ?月|(?<![今先来同翌毎前])月\d")
"""
A month with its number, or one that has lost it: 月17日.
"""

MONTHS = Decimal(12)
FACTORS = (" kali lipat", " perempat", " pertiga", " perlima")
FORMS_ASKED_FOR = frozenset({"digits", "code", "month"})
