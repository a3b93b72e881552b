"""
Which number of a translation stands for which of its source.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from selaras.fidelity.number_demands import is_month_of_date
from selaras.fidelity.number_messages import times_more
from selaras.text.numbers import Number
from selaras.text.numbers.assignment import Pairing

Kind = tuple[str, bool, frozenset[Decimal]]
Numbers = Sequence[Number]

ONE = Decimal(1)
MONTHS = Decimal(12)
MANY = 300

WRITTEN_ALIKE = frozenset({"digits", "code", "month", "words", "roman"})


def without_likes(
    source: Numbers, target: Numbers, text: str
) -> tuple[list[Number], list[Number]]:
    """
    Both sides without the numbers that are plainly the same, written in the same way.

    A date's month goes first, for a day that leaves it unsaid (4日（木）): any month
    would do for it, and no other number may take it. Which of several equal ones is
    taken makes no difference to the rest where they have one reading each. In a table
    of many figures, those with the same readings are the same too: otherwise its time
    would grow with the square of its length.
    """
    source, target = without_unsaid_months(source, target, text)
    long = max(len(source), len(target)) > MANY
    here = [kind_of(number, long=long) for number in source]
    there = [kind_of(number, long=long) for number in target]
    shared = Counter(filter(None, here)) & Counter(filter(None, there))
    if not shared:
        return in_order(source), in_order(target)
    return without(source, here, shared), without(target, there, shared)


def without_unsaid_months(
    source: Numbers, target: Numbers, text: str
) -> tuple[list[Number], list[Number]]:
    """
    Both sides without months that the target leaves unsaid, and their dates' months.
    """
    unsaid = sum(1 for one in target if is_unsaid(one))
    if not unsaid:
        return list(source), list(target)
    said = {one.value for one in target if not is_unsaid(one)}
    dated = [one for one in source if is_dated(one, text)]
    gone = sorted(dated, key=lambda one: one.value in said)[:unsaid]
    spans = {one.span for one in gone}
    rest = [one for one in source if one.span not in spans]
    return rest, [one for one in target if not is_unsaid(one)]


def is_unsaid(number: Number) -> bool:
    """
    Whether a number is a month that goes without saying.
    """
    return number.span.start == number.span.end


def is_dated(number: Number, text: str) -> bool:
    """
    Whether a number is the month of a date: "Mei", or the five of "(9/5)".
    """
    return number.form == "month" or is_month_of_date(number, text)


def in_order(numbers: Numbers) -> list[Number]:
    """
    Numbers with those last that others leave out.
    """
    return sorted(numbers, key=lambda one: one.loose)


def kind_of(number: Number, *, long: bool) -> Kind | None:
    """
    How a number is written, and its readings, if it may be taken at once.

    A second is one in words and in digits: 第2, which answers no "dua" beside it.
    """
    if number.form not in WRITTEN_ALIKE or (len(number.readings) > 1 and not long):
        return None
    if number.ordinal and number.form in {"digits", "words"}:
        return "ordinal", True, frozenset(number.readings)
    return number.form, False, frozenset(number.readings)


def without(
    numbers: Numbers, kinds: Sequence[Kind | None], shared: Counter[Kind]
) -> list[Number]:
    """
    The numbers that are left when so many of each kind are taken away.
    """
    gone = shared.copy()
    rest = []
    pairs = zip(numbers, kinds, strict=True)
    for number, kind in sorted(pairs, key=lambda one: one[0].loose):
        if kind and gone[kind]:
            gone[kind] -= 1
        else:
            rest.append(number)
    return rest


def unserved(wanted: Numbers, offered: Numbers) -> list[Number]:
    """
    What is left when as many numbers as can be have found one of their own.

    Numbers in digits and fractions are served first, and ordinals last, but for those
    in Roman numerals. What is left of a very long table is cut short.
    """
    rest = sorted(wanted, key=lambda one: (not is_served_first(one), one.ordinal))
    if max(len(rest), len(offered)) > MANY:
        return rest[:MANY]
    places: dict[Decimal, list[int]] = {}
    for place, number in enumerate(offered):
        for reading in number.readings:
            places.setdefault(reading, []).append(place)
    pairing = Pairing(rest, places)
    left = [number for place, number in enumerate(rest) if not pairing.serve(place)]
    return sorted(left, key=lambda number: number.span)


def is_served_first(number: Number) -> bool:
    """
    Whether few others will do for a number: "a third" may be the third, or a part.
    """
    return number.form in {"digits", "roman"} or number.value < 1


def put_together(
    lost: Numbers, extra: Numbers
) -> Iterator[tuple[Number | None, Number | None]]:
    """
    What was lost with what stands in its place: wrong magnitudes first, then in order.

    What must surely be there comes before what may be said otherwise.
    """
    extra = list(extra)[:MANY]
    waiting = []
    for wanted in sorted(lost, key=is_soft):
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


def is_soft(number: Number) -> bool:
    """
    Whether a number may be said in other words than a number's.
    """
    return number.form not in {"digits", "code", "month"} and (
        number.ordinal or min(number.readings) <= 2
    )


def may_replace(wanted: Number, there: Number) -> bool:
    """
    Whether a number may stand in another's place: names for names, months for months.
    """
    if "code" in (wanted.form, there.form):
        return wanted.form == there.form
    if "month" in (wanted.form, there.form):
        return max(wanted.value, there.value) <= MONTHS
    if wanted.form == "words" and wanted.value == ONE:
        return False
    if wanted.form == "roman":
        return there.form == "digits" and there.ordinal
    return there.value != ONE and (wanted.value != ONE or there.form == "digits")
