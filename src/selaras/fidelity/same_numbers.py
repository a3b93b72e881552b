"""
The check that every number came through, with its magnitude.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.verbatim import without_verbatim
from selaras.languages import Tag
from selaras.text.numbers import TABLES, Number, read_numbers
from selaras.text.numbers.assignment import agree, serve


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
        lost = unserved(filter(must_be_there, source), target)
        extra = unserved(filter(needs_a_source, target), source)
        for wanted, there in put_together(lost, extra):
            if wanted and (there or not may_go(wanted, pair)):
                twice = not there and any(agree(wanted, one) for one in target)
                yield self.report(pair, wanted, there, twice=twice)
            elif there and stands_alone(there, source):
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


def numbers_of(text: str, language: Tag) -> tuple[Number, ...]:
    """
    The numbers of a text, without those of addresses, phone numbers and plates.

    Words that name a stretch of time ("dekade") are left to the checks of words.
    """
    numbers = read_numbers(without_verbatim(text), language)
    periods = PERIODS[language]
    return tuple(
        number for number in numbers if number.span.of(text).lower() not in periods
    )


def must_be_there(number: Number) -> bool:
    """
    Whether a translation must answer for a number of the source.

    Words for one and two may become anything ("both", "a pair"), and an ordinal may
    become a word that is none ("terakhir kedua").
    """
    if number.form == "digits":
        return number.value != ONE
    if number.form == "words":
        return not number.ordinal and min(number.readings) > TWO
    return number.form == "month"


def needs_a_source(number: Number) -> bool:
    """
    Whether a number of the target may be held against it.
    """
    return must_be_there(number) and number.form != "month"


def stands_alone(number: Number, source: Sequence[Number]) -> bool:
    """
    Whether a number that replaces nothing is invented.

    Words are no proof ("a dozen"), nor is a two ("the two of them"), nor what the
    source does say, though less often.
    """
    known = any(agree(number, one) for one in source)
    return number.form == "digits" and number.value != TWO and not known


def may_go(number: Number, pair: Pair) -> bool:
    """
    Whether a number may be left out: the month of "(13/8)" in Japanese, for one.
    """
    before = pair.source[: number.span.start]
    after = pair.source[number.span.end :]
    is_month = before.endswith("/") and after.startswith((")", "/"))
    return pair.language in DROPS_MONTHS and is_month


def unserved(wanted: Iterator[Number], offered: Sequence[Number]) -> list[Number]:
    """
    What is left when as many numbers as can be have found one of their own.

    Numbers in digits are served first.
    """
    ordered = sorted(wanted, key=lambda number: number.form != "digits")
    rest, free = without_equals(ordered, offered)
    if max(len(rest), len(free)) > MANY:
        return rest
    partners = [
        [place for place, other in enumerate(free) if agree(number, other)]
        for number in rest
    ]
    taken: dict[int, int] = {}
    left = [
        number
        for place, number in enumerate(rest)
        if not serve(place, partners, taken, set())
    ]
    return sorted(left, key=lambda number: number.span)


def without_equals(
    wanted: Sequence[Number], offered: Sequence[Number]
) -> tuple[list[Number], list[Number]]:
    """
    Both sides without the numbers of one reading, in digits, that they share.

    Which of several equal ones is taken makes no difference to the rest; and so a table
    of a thousand figures is dealt with quickly.
    """
    shared = Counter(plain_values(wanted)) & Counter(plain_values(offered))
    return without(wanted, shared), without(offered, shared)


def without(numbers: Sequence[Number], shared: Counter[Decimal]) -> list[Number]:
    """
    The numbers that are left when so many of each value are taken away.
    """
    gone = shared.copy()
    rest = []
    for number in numbers:
        if is_plain(number) and gone[number.value]:
            gone[number.value] -= 1
        else:
            rest.append(number)
    return rest


def plain_values(numbers: Sequence[Number]) -> Iterator[Decimal]:
    """
    The values of numbers in digits that can be read in one way only.
    """
    return (number.value for number in numbers if is_plain(number))


def is_plain(number: Number) -> bool:
    """
    Whether a number is in digits and can be read in one way only.
    """
    return number.form == "digits" and len(number.readings) == 1


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
        if there:
            extra.remove(there)
            yield wanted, there
        else:
            waiting.append(wanted)
    for wanted in waiting:
        yield wanted, extra.pop(0) if extra else None
    yield from ((None, there) for there in extra)


def shares_mistaken(
    source: Sequence[Number], target: Sequence[Number]
) -> Iterator[tuple[Number, Number]]:
    """
    Numbers that are a share in percent in the source and nowhere in the target.
    """
    for wanted in source:
        if wanted.form == "digits" and wanted.percent:
            fitting = [there for there in target if agree(wanted, there)]
            if fitting and not any(there.percent for there in fitting):
                yield wanted, fitting[0]


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

PERIODS: dict[Tag, frozenset[str]] = {
    language: frozenset(map(str.lower, getattr(table, "periods", ())))
    for language, table in TABLES.items()
}
