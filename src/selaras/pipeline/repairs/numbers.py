"""
The rung that puts the right number where a wrong one stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from selaras.article import Link
from selaras.article.verbatim import move_links
from selaras.engines import Hypotheses, Hypothesis
from selaras.fidelity import Check, Finding
from selaras.fidelity.confirmed import settled
from selaras.fidelity.same_numbers import SameNumbers, numbers_of
from selaras.languages import Tag
from selaras.pipeline.repairs.case import Case, Unasked, blocking
from selaras.pipeline.repairs.values import month_name, put_number
from selaras.text.numbers import Number


class NumberInPlace(Unasked):
    """
    The number of the original at the place of the one that the engine made of it.

    Only where one number is off and nothing else, and where it is plain that the wrong
    number is that one garbled: its digits but for one, its value but for noughts, the
    one month of a date. Anything less plain might put a right number into a wrong
    place, which no check would see.
    """

    name = "number"

    def attempts(
        self, case: Case, _answers: Sequence[Hypotheses], checks: Sequence[Check]
    ) -> Iterator[Hypothesis]:
        """
        The first translation with its number put right.
        """
        better = put_right(case, case.segment.hypotheses[0], checks)
        if better:
            yield better


class NumberInOther(NumberInPlace):
    """
    The number of the original in another hypothesis that is right but for it.
    """

    name = "number-in-other"

    def attempts(
        self, case: Case, _answers: Sequence[Hypotheses], checks: Sequence[Check]
    ) -> Iterator[Hypothesis]:
        """
        Every other hypothesis with its number put right.
        """
        for hypothesis in case.segment.hypotheses[1:]:
            better = put_right(case, hypothesis, checks)
            if better:
                yield better


def put_right(
    case: Case, hypothesis: Hypothesis, checks: Sequence[Check]
) -> Hypothesis | None:
    """
    The hypothesis with its one wrong number put right, if that is all it needs.
    """
    segment = case.with_text(hypothesis, checks)
    found = the_one_number(blocking(segment))
    if found is None or segment.text != hypothesis.text:
        return None
    pair = numbers_pointed_at(case, found, segment.text)
    if pair is None or not is_garbled(*pair, case, hypothesis):
        return None
    return with_number(hypothesis, *pair, case.draft.language)


def the_one_number(findings: Sequence[Finding]) -> Finding | None:
    """
    The finding about a number, if it is the only one, and all others are about it too.

    A wrong month is a wrong number to one check and a wrong date to another.
    """
    numbers = [found for found in findings if found.check == SameNumbers.name]
    if len(numbers) != 1:
        return None
    others = [found for found in findings if found is not numbers[0]]
    return numbers[0] if all(is_about(f, numbers[0]) for f in others) else None


def is_about(found: Finding, other: Finding) -> bool:
    """
    Whether a finding is about what another one is about, in the original.
    """
    if found.source_span is None or other.source_span is None:
        return False
    return overlaps(found.source_span, *other.source_span)


def numbers_pointed_at(
    case: Case, found: Finding, target: str
) -> tuple[Number, Number] | None:
    """
    The number that was expected and the one that stands there.
    """
    article, language = case.draft.article, case.draft.language
    source = numbers_of(case.source, article.language)
    source = settled(source, case.source, tuple(article.confirmed.items()))
    wanted = number_at(found.source_span, source)
    there = number_at(found.target_span, numbers_of(target, language))
    return (wanted, there) if wanted and there else None


def number_at(
    place: tuple[int, int] | None, numbers: Sequence[Number]
) -> Number | None:
    """
    The number that stands exactly there.
    """
    return next((n for n in numbers if (n.span.start, n.span.end) == place), None)


def is_garbled(
    wanted: Number, there: Number, case: Case, hypothesis: Hypothesis
) -> bool:
    """
    Whether one number plainly is the other one garbled.

    A number that may be read in two ways, an ordinal, a time of day and one that
    begins with a nought are written in too many ways to be put in by rule.
    """
    if len(wanted.readings) > 1 or wanted.ordinal or there.ordinal:
        return False
    if PADDED.match(wanted.span.of(case.source)):
        return False
    if is_time(wanted, case.source) or is_time(there, hypothesis.text):
        return False
    if is_month(wanted, case.source):
        return is_only_month(there, hypothesis.text, case.draft.language)
    if there.form != "digits" or wanted.form != "digits":
        return False
    if is_part_of_more(there, hypothesis.text) or is_far(wanted.value, there.value):
        return False
    return resembles(wanted.value, there.value) and not is_contradicted(
        wanted, there, case, hypothesis.links
    )


def resembles(wanted: Decimal, there: Decimal) -> bool:
    """
    Whether a value is another one but for noughts, or but for one digit of several.

    >>> resembles(Decimal("1447"), Decimal("147")), resembles(Decimal(27), Decimal(81))
    (True, False)
    >>> resembles(Decimal("3400000"), Decimal("34000000"))
    True
    """
    ours, theirs = digits_of(wanted), digits_of(there)
    if ours == theirs:
        return True
    if abs(len(ours) - len(theirs)) == 1 and min(len(ours), len(theirs)) > 1:
        longer, shorter = sorted((ours, theirs), key=len, reverse=True)
        return any(longer[:n] + longer[n + 1 :] == shorter for n in range(len(longer)))
    if len(ours) == len(theirs) >= ENOUGH_DIGITS:
        return sum(map(str.__ne__, ours, theirs)) == 1 or is_turned(ours, theirs)
    return False


def is_far(wanted: Decimal, there: Decimal) -> bool:
    """
    Whether one of two values is a sum of millions and the other no sum at all.

    The word of magnitude was made of other words then: 19 companies, and 19 billion.
    """
    small, large = sorted((wanted, there))
    return small < MILLION and large > small * FAR


def is_part_of_more(number: Number, text: str) -> bool:
    """
    Whether more digits follow or precede behind a colon, a slash or a dash.

    >>> [there] = numbers_of("at 147", "en")
    >>> is_part_of_more(there, "at 147:000"), is_part_of_more(there, "at 147.")
    (True, False)
    """
    before, after = text[: number.span.start], text[number.span.end :]
    return bool(DIGITS_BEFORE.search(before) or DIGITS_AFTER.match(after))


def digits_of(value: Decimal) -> str:
    """
    The digits of a value without the noughts round it.
    """
    return "".join(map(str, value.normalize().as_tuple().digits))


def is_turned(ours: str, theirs: str) -> bool:
    """
    Whether two neighbours changed places.
    """
    return any(
        ours[:n] + ours[n + 1] + ours[n] + ours[n + 2 :] == theirs
        for n in range(len(ours) - 1)
    )


def is_time(number: Number, text: str) -> bool:
    """
    Whether a number is a time of day.
    """
    after = text[number.span.end :]
    before = text[: number.span.start]
    return bool(
        CLOCK.fullmatch(number.span.of(text))
        and (BEFORE_CLOCK.search(before) or AFTER_CLOCK.match(after))
    ) or ":" in number.span.of(text)


def is_month(number: Number, text: str) -> bool:
    """
    Whether a number of the original is a month: "Mei", or the 12 of "(8/12)".
    """
    inside = text[: number.span.start], text[number.span.end :]
    in_date = DAY_BEFORE.search(inside[0]) and inside[1].startswith((")", "/"))
    return number.form == "month" or bool(in_date and 1 <= number.value <= MONTHS)


def is_only_month(number: Number, text: str, language: Tag) -> bool:
    """
    Whether a number of the translation is a month, and the only one.
    """
    months = [
        other
        for other in numbers_of(text, language)
        if other.form == "month" or text[other.span.end :].lstrip().startswith("月")
    ]
    return months == [number]


def is_contradicted(
    wanted: Number, there: Number, case: Case, links: Sequence[Link]
) -> bool:
    """
    Whether an engine's links say that the number there was made of another one.
    """
    if case.base.language != case.draft.article.language:
        return False
    place, origin = there.span, wanted.span
    made_of = [
        link.source
        for link in links
        if link.target[0] < place.end and link.target[1] > place.start
    ]
    others = [
        other
        for other in numbers_of(case.source, case.draft.article.language)
        if other.span != origin
    ]
    ours = any(overlaps(source, origin.start, origin.end) for source in made_of)
    theirs = any(
        overlaps(source, other.span.start, other.span.end)
        for source in made_of
        for other in others
    )
    return theirs and not ours


def overlaps(extent: tuple[int, int], start: int, end: int) -> bool:
    """
    Whether two stretches have a character in common.
    """
    return extent[0] < end and extent[1] > start


def with_number(
    hypothesis: Hypothesis, wanted: Number, there: Number, language: Tag
) -> Hypothesis:
    """
    The hypothesis with one number in the place of another, its links moved along.
    """
    place = (there.span.start, there.span.end)
    if there.form == "month":
        name = month_name(int(wanted.value), language)
        text = hypothesis.text[: place[0]] + name + hypothesis.text[place[1] :]
    else:
        text = put_number(hypothesis.text, place, wanted, language)
    growth = len(text) - len(hypothesis.text)
    now = (place[0], place[1] + growth)
    origin = (wanted.span.start, wanted.span.end)
    links = tuple(move_links(hypothesis.links, place, growth))
    if hypothesis.links:
        links = (*links, Link(source=origin, target=now))
    return replace(hypothesis, text=text, links=links)


ENOUGH_DIGITS = 3
"""
Of fewer digits, one that is another says nothing: 25 is not 35 garbled.
"""

MILLION, FAR = Decimal(10**6), 1000
MONTHS = 12
PADDED = re.compile(r"0\d")
DIGITS_BEFORE = re.compile(r"\d\s?[:/-]\s?$")
DIGITS_AFTER = re.compile(r"\s?[:/-]\s?\d")
CLOCK = re.compile(r"\d{1,2}[.:]\d\d")
BEFORE_CLOCK = re.compile(r"(?:pukul|jam|at|à|الساعة)\s*$", re.IGNORECASE)
AFTER_CLOCK = re.compile(r"\s*(?:WIB|WITA|WIT|[ap]\.?m\b)", re.IGNORECASE)
DAY_BEFORE = re.compile(r"(?:^|\D)\d{1,2}/$")
