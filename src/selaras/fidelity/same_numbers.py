"""
The check that every number came through, with its magnitude.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.number_idioms import is_explained, is_said_otherwise
from selaras.fidelity.verbatim import without_verbatim
from selaras.languages import Tag
from selaras.text.numbers import Number, read_numbers
from selaras.text.numbers.assignment import Pairing

Values = frozenset[Decimal]


class SameNumbers:
    """
    Every number of the source is in the translation once, and no other number is.

    Values are compared, not digits: "1,2 triliun" is "1.2 trillion" and "1兆2000億". A
    number with several readings may take any of them. It cannot see a comparator
    ("more than"), a unit or a currency, a one, or two numbers that changed places.
    """

    name = "same-numbers"
    mqm = "Accuracy > Mistranslation > Number"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        source = numbers_of(pair.source, pair.source_language)
        target = numbers_of(pair.target, pair.language)
        lost = [
            number
            for number in unserved(filter(may_be_asked_for, source), target)
            if not is_said_otherwise(number, pair.target, pair.language)
            and not is_a_factor(number, pair.source)
        ]
        extra = [
            number
            for number in unserved(filter(may_be_asked_for, target), source)
            if not is_explained(number, pair.source)
        ]
        for wanted, there in put_together(lost, extra):
            if wanted and (there or must_be_there(wanted, target, pair)):
                twice = not there and is_known(wanted, target)
                yield self.report(pair, wanted, there, twice=twice)
            elif there and is_invented(there, source):
                yield self.report(pair, None, there)
        for wanted, there in shares_mistaken(source, target):
            yield self.report(pair, wanted, there)

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
        return Finding(
            check=self.name,
            severity=Severity.REVIEW if twice else Severity.BLOCKING,
            message=describe(wanted, there, expected, found, twice=twice),
            expected=expected,
            found=found,
            source_span=(wanted.span.start, wanted.span.end) if wanted else None,
            target_span=(there.span.start, there.span.end) if there else None,
        )


@lru_cache(maxsize=1024)
def numbers_of(text: str, language: Tag) -> tuple[Number, ...]:
    """
    The numbers of a text, without those of addresses, phone numbers and plates.

    The "Des" of Des Moines is no month. A source is read once for all its languages.
    """
    return tuple(
        rounded(number)
        for number in read_numbers(without_verbatim(text), language)
        if not (number.span.of(text).lower() in SHORT_MONTHS and is_apart(number, text))
    )


def rounded(number: Number) -> Number:
    """
    A number whose fractions are as long as all others: two thirds is 0.6667.
    """
    if min(number.readings) >= ONE:
        return number
    readings = tuple(round(reading, 4) for reading in number.readings)
    return replace(number, readings=readings)


def is_apart(number: Number, text: str) -> bool:
    """
    Whether no digit stands beside a word, so that "Des" and "Mar" are no months.
    """
    beside = text[max(0, number.span.start - 2) : number.span.start]
    beside += text[number.span.end : number.span.end + 2]
    return not any(map(str.isdigit, beside))


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
        dropped = is_month and pair.language in DROPS_MONTHS
        return number.value != ONE and not dropped
    return number.form != "code" and not is_known(number, target)


def is_a_factor(number: Number, source: str) -> bool:
    """
    Whether a number word is a part of "empat kali lipat" or "dua per tiga".
    """
    before, after = source[: number.span.start], source[number.span.end :]
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
    for wanted in source:
        if wanted.form == "digits" and wanted.percent:
            fitting = [there for there in target if there.readings == wanted.readings]
            if fitting and not any(there.percent for there in fitting):
                yield wanted, fitting[0]


def agree(one: Number, other: Number) -> bool:
    """
    Whether two numbers have a value in common.
    """
    return not set(one.readings).isdisjoint(other.readings)


def times_more(wanted: Number, there: Number) -> Decimal | None:
    """
    How many times as much one number is as another, where that is a power of ten.
    """
    for one in wanted.readings:
        for other in there.readings:
            if one and other and one != other:
                ratio = (other / one).normalize()
                if ratio.as_tuple().digits == (1,):
                    return ratio
    return None


def describe(
    wanted: Number | None,
    there: Number | None,
    expected: str,
    found: str,
    *,
    twice: bool,
) -> str:
    """
    What is wrong with a number, in a sentence.
    """
    if wanted is None:
        return f"The translation says {found}; the source does not."
    if there is None:
        less = "says it less often" if twice else "does not"
        return f"The source says {expected}; the translation {less}."
    message = f"The source says {expected}; the translation says {found}"
    if agree(wanted, there):
        return f"{message}, which is no share in percent."
    if ratio := times_more(wanted, there):
        much = (
            f"{ratio:,f} times as much" if ratio > 1 else f"{1 / ratio:,f} times less"
        )
        return f"{message}, which is {much}: the magnitude is wrong."
    return f"{message}."


ONE, TWO = Decimal(1), Decimal(2)
MANY = 300

DROPS_MONTHS: frozenset[Tag] = frozenset({"ja"})
"""
Japanese news names the day alone where the month is this one: 13日(水).
"""

MONTHS = Decimal(12)
FACTORS = (" kali lipat", " perempat", " pertiga", " perlima")
FORMS_ASKED_FOR = frozenset({"digits", "code", "month"})

SHORT_MONTHS = frozenset(
    {"jan", "feb", "mar", "apr", "jun", "jul", "agt", "okt", "des"}
)
