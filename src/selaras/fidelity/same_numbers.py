"""
The check that every number came through, with its magnitude.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from selaras.fidelity.confirmed import settled
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.number_claims import without_claimed
from selaras.fidelity.number_demands import (
    demanded,
    is_counted,
    is_known,
)
from selaras.fidelity.number_explained import without_explained
from selaras.fidelity.number_gaps import gap_of
from selaras.fidelity.number_idioms import (
    is_no_number,
    without_idioms,
)
from selaras.fidelity.number_inventions import (
    is_another_period,
    is_doubtful,
    is_invented,
    small_invention,
)
from selaras.fidelity.number_messages import described
from selaras.fidelity.number_names import (
    is_a_word_of_a_name,
    leads,
    named_alone,
    with_months,
)
from selaras.fidelity.number_pairing import (
    MANY,
    put_together,
    unserved,
    without_likes,
)
from selaras.fidelity.number_spellings import is_spelled_otherwise
from selaras.fidelity.orders import order_mistaken
from selaras.fidelity.quantity_pairs import (
    changed_in_unit,
    conversions_of,
    numbers_of,
    ones_of_units,
    quantities_of,
)
from selaras.fidelity.restated import restated
from selaras.fidelity.whole_bounds import without_same_bounds
from selaras.languages import Tag
from selaras.text.numbers import Number
from selaras.text.spans import Span

__all__ = ["SameNumbers", "numbers_of"]

Readings = tuple[Decimal, ...]


class SameNumbers:
    """
    Every number of the source is in the translation once, and no other number is.

    Values are compared, not digits: "1,2 triliun" is "1.2 trillion" and "1兆2000億". A
    number with several readings may take any of them. Thousands that became hundreds
    are told too. It cannot see what stands beside a number, which other checks look
    after, a one in words, or two numbers that changed places.
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
        target = with_months(target, pair.target, pair.language)
        lost, extra = unaccounted(source, target, pair)
        alone = gap_of(pair, source, target)
        target, source = distinct(target), distinct(source)
        unclaimed = without_claimed(target, pair) if lost else target
        for wanted, there in put_together(lost, extra):
            if wanted and there:
                yield self.report(pair, wanted, there)
            elif wanted and (
                severity := demanded(
                    wanted, unclaimed if wanted.form == "words" else target, pair
                )
            ):
                yield self.report(pair, wanted, None, target, severity)
            elif there and is_invented(there, source, pair):
                yield self.report(pair, None, there)
            elif there and (
                is_doubtful(there, source, pair) or is_another_period(there, pair)
            ):
                yield self.report(pair, None, there, severity=Severity.REVIEW)
        if small := small_invention(source, target, pair):
            yield self.report(pair, None, small, severity=Severity.REVIEW)
        for wanted, there in shares_mistaken(source, target):
            yield self.report(pair, wanted, there)
        if spans := order_mistaken(pair):
            yield self.report_order(pair, *spans)
        if alone:
            yield self.report_counter(pair, alone)

    def report(
        self,
        pair: Pair,
        wanted: Number | None,
        there: Number | None,
        target: Sequence[Number] = (),
        severity: Severity = Severity.BLOCKING,
    ) -> Finding:
        """
        A finding about a number that is lost, invented, or another one.
        """
        expected = wanted.span.of(pair.source) if wanted else ""
        found = there.span.of(pair.target) if there else ""
        twice = wanted is not None and is_known(wanted, target)
        english, indonesian = described(wanted, there, expected, found, twice=twice)
        return Finding(
            check=self.name,
            severity=severity,
            message=english,
            indonesian=indonesian,
            expected=expected,
            found=found,
            source_span=(wanted.span.start, wanted.span.end) if wanted else None,
            target_span=(there.span.start, there.span.end) if there else None,
        )

    def report_counter(self, pair: Pair, alone: Span) -> Finding:
        """
        A finding about a counter or a unit that counts nothing.
        """
        found = alone.of(pair.target)
        return Finding(
            check=self.name,
            severity=Severity.REVIEW,
            message=f"A number is missing before “{found}” in the translation.",
            indonesian=f"Ada angka yang hilang sebelum “{found}” dalam terjemahan.",
            found=found,
            target_span=(alone.start, alone.end),
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


def unaccounted(
    source: Sequence[Number], target: Sequence[Number], pair: Pair
) -> tuple[list[Number], list[Number]]:
    """
    The numbers of each text that the other has nothing for, not even in other words.
    """
    offered = without_claimed(target, pair)
    wanted, offered = without_likes(source, offered, pair.source)
    if not wanted and not offered:
        return [], []
    alone = named_alone(wanted, offered, pair)[:MANY]
    apart = {one.span for one in alone}
    asked = [
        one
        for one in wanted
        if one.form not in NEVER_ASKED_FOR
        and one.span not in apart
        and is_counted(one, pair.source)
    ]
    lost = [
        number
        for number in [*unserved(asked, offered), *alone]
        if not is_a_factor(number, pair)
        and not is_no_number(number, pair)
        and not leads(number, pair)
        and not is_spelled_otherwise(number, pair)
        and not is_a_word_of_a_name(number, pair)
    ]
    extra = unserved(list(filter(is_asked_of_target, offered)), wanted)
    extra = without_explained(extra, pair.source)
    said = [number for number in lost if number.span not in apart]
    said = without_idioms(said, pair.source, pair.target, pair.language)
    lost = [one for one in lost if one in said or one.span in apart]
    lost, extra = without_same_bounds(pair, lost, extra)
    return without_conversions(pair, lost, extra)


def distinct(numbers: Sequence[Number]) -> tuple[Number, ...]:
    """
    Numbers without those that are written alike and mean the same: a table has many.
    """
    first: dict[tuple[str, bool, bool, Readings], Number] = {}
    for one in numbers:
        first.setdefault((one.form, one.ordinal, one.percent, one.readings), one)
    return tuple(first.values())


def without_conversions(
    pair: Pair, lost: list[Number], extra: list[Number]
) -> tuple[list[Number], list[Number]]:
    """
    What is left without feet that became metres: another check tells the desk.

    An amount that is said twice, in two units, may be said once.
    """
    if not lost and not extra:
        return lost, extra
    lost_here, extra_there = changed_in_unit(pair, lost, extra)
    matches = tuple(conversions_of(pair))
    here = {match.source.number.span for match in matches}
    there = {match.target.number.span for match in matches}
    here -= lost_here
    there -= extra_there
    lost = [number for number in lost if number.span not in here]
    extra = [number for number in extra if number.span not in there]
    here = restated(
        pair.source,
        quantities_of(pair.source, pair.source_language).items,
        {number.span for number in lost},
        pair.target,
        pair.language,
    )
    there = restated(
        pair.target,
        quantities_of(pair.target, pair.language).items,
        {number.span for number in extra},
        pair.source,
        pair.source_language,
        exactly=True,
    )
    here -= lost_here
    there -= extra_there
    here |= ones_of_units(pair, lost)
    if here and there:
        return lost, extra
    return (
        [number for number in lost if number.span not in here],
        [number for number in extra if number.span not in there],
    )


def is_asked_of_target(number: Number) -> bool:
    """
    Whether a number may be held against a source that does not have it.

    Words for one and two may come from anything ("both", "a pair"), an ordinal from a
    word that is none ("terakhir kedua"), and so may a dozen and a decade.
    """
    if number.form == "words":
        return not number.ordinal and min(number.readings) > TWO
    return number.form in FORMS_ASKED_FOR


def is_a_factor(number: Number, pair: Pair) -> bool:
    """
    Whether a number word is a part of "dua kali lipat" or "dua puluhan".

    Chinese says how much more it is: four times as much has risen by 三倍. Where the
    translation says another number of times, it is no doubling.
    """
    if number.form != "words":
        return False
    end = number.span.end
    if TIMES.match(pair.source, end):
        if other_times(number, pair):
            return False
        return number.value <= TWO or pair.language == "zh"
    if is_a_lost_note(number, pair):
        return False
    return FACTOR.match(pair.source, end) is not None


def is_a_lost_note(number: Number, pair: Pair) -> bool:
    """
    Whether a number tells what a banknote is worth, and the translation does not.

    >>> hundred = numbers_of("uang seratus ribuan", "id")[0]
    >>> def lost(target):
    ...     pair = Pair(source="uang seratus ribuan", target=target, language="zh")
    ...     return is_a_lost_note(hundred, pair)
    >>> lost("10万盾钞票"), lost("万盾钞票")
    (False, True)
    """
    start, end = number.span.start, number.span.end
    thousands = THOUSANDS.match(pair.source, end)
    if not thousands or not MONEY.search(pair.source, max(0, start - LONGEST), start):
        return False
    worth = number.value * THOUSAND
    there = numbers_of(pair.target, pair.language)
    return not any(worth in one.readings for one in there)


def other_times(number: Number, pair: Pair) -> bool:
    """
    Whether something is "three times" in a translation, and never twice.

    >>> two = numbers_of("dua kali lipat", "id")[0]
    >>> other_times(two, Pair(source="", target="six fois plus", language="fr"))
    True
    """
    times = TIMES_THERE.get(pair.language)
    if times is None:
        return False
    least = ONE if pair.language in COUNTS_ONCE else TWO
    counted = [
        one
        for one in numbers_of(pair.target, pair.language)
        if one.value >= least and times.match(pair.target, one.span.end)
    ]
    return bool(counted) and not is_known(number, counted)


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


ONE, TWO, THOUSAND = Decimal(1), Decimal(2), Decimal(1000)

THOUSANDS = re.compile(r" ribuan\b")
MONEY = re.compile(r"\b(?:uang(?: kertas)?|pecahan|lembar(?:an)?|nominal) \Z", re.I)
LONGEST = 16
"""
What stands before the worth of a banknote, and how far it is looked for.
"""

COUNTS_ONCE: frozenset[Tag] = frozenset({"ja"})
"""
Where once as much (1倍) is no more than it was, and never twice.
"""

TIMES = re.compile(r" kali lipat", re.IGNORECASE)

TIMES_THERE: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile("[ -](?:times|fold)"),
    "fr": re.compile(r"[ \u00a0]fois\b"),
    "ja": re.compile("倍"),
    "ar": re.compile("[ \u00a0](?:أضعاف|مرات|أمثال)"),
}

FACTOR = re.compile(
    r" (?:per(?:empat|tiga|lima|enam|delapan)\w*|puluhan|ratusan|ribuan)\b"
)
FORMS_ASKED_FOR = frozenset({"digits", "code", "month"})
NEVER_ASKED_FOR = frozenset({"article", "period"})
