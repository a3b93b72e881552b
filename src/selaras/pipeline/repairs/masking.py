"""
The rung that covers what the engine gets wrong, and puts it in after.

The cover is a small number: every engine carries one over, and it leaves the grammar
round it as it is. "Rp1,2 triliun" is asked for as "Rp37", and the "37 rupiah" that
comes back gets the value. An engine that learnt signs for what stands for something
else is told where the covers are, and uses those.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from selaras.engines import Cover, Hypotheses, Hypothesis, Request
from selaras.fidelity import Check, Finding
from selaras.fidelity.confirmed import settled
from selaras.fidelity.kept_verbatim import KeptVerbatim
from selaras.fidelity.same_names import SameNames
from selaras.fidelity.same_numbers import SameNumbers, numbers_of
from selaras.pipeline.repairs.case import Case
from selaras.pipeline.repairs.name_writing import is_in_brackets, put_name, rendered
from selaras.pipeline.repairs.numbers import (
    PADDED,
    is_about,
    is_month,
    is_time,
    number_at,
)
from selaras.pipeline.repairs.values import put_number
from selaras.terms import Name, Translation, place_of, read_names
from selaras.text.numbers import Number
from selaras.text.spans import Span

COVERS = ("37", "46", "58", "64", "73", "82")
"""
Numbers that stand for others: no day, no month, no round figure.
"""

MOST_COVERED = 3
TRANSLATIONS = 2
"""
Hypotheses asked for with the items covered.
"""


@dataclass(frozen=True, slots=True)
class Rendered:
    """
    A name as the version writes it, and inside of brackets.
    """

    text: str
    inside: str


Becomes = Number | Rendered | str


@dataclass(frozen=True, slots=True)
class Item:
    """
    What is covered, where, by which number, and what comes in its place at last.
    """

    span: Span
    cover: str
    becomes: Becomes


class Masked:
    """
    A translation made with the items covered that a check found fault with.
    """

    name = "masked"
    asks = True

    def requests(self, case: Case) -> Sequence[Request]:
        """
        The sentence with its items covered, if all of them can be.
        """
        items = covered(case)
        if not items:
            return ()
        text, covers = with_covers(case.base.text, items)
        return (case.request(text, alternatives=TRANSLATIONS, covers=covers),)

    def attempts(
        self, case: Case, answers: Sequence[Hypotheses], _checks: Sequence[Check]
    ) -> Iterator[Hypothesis]:
        """
        What came back, uncovered.
        """
        items = covered(case)
        for hypotheses in answers:
            for hypothesis in hypotheses:
                text = uncovered(hypothesis.text, items, case)
                if text:
                    yield replace(hypothesis, text=text, links=())


def covered(case: Case) -> tuple[Item, ...]:
    """
    The items that are to be covered; none if one of them cannot be.
    """
    places: dict[Span, Becomes] = {}
    to_cover = [f for f in case.blocking if f.check in PLACES and f.source_span]
    for found in to_cover:
        place = PLACES[found.check](case, found)
        if place is None:
            return ()
        places[place[0]] = place[1]
    for found in case.blocking:
        if found.check not in PLACES and not any(is_about(found, f) for f in to_cover):
            return ()
    free = [cover for cover in COVERS if cover not in case.base.text]
    if not 0 < len(places) <= min(MOST_COVERED, len(free)) or overlap(places):
        return ()
    return tuple(
        Item(span, cover, becomes)
        for (span, becomes), cover in zip(places.items(), free, strict=False)
    )


def with_covers(text: str, items: Sequence[Item]) -> tuple[str, tuple[Cover, ...]]:
    """
    A text with its items covered, and where the covers stand in it.
    """
    written, end = "", 0
    covers: list[Cover] = []
    for item in sorted(items, key=lambda item: item.span):
        written += text[end : item.span.start]
        stretch = (len(written), len(written) + len(item.cover))
        is_number = isinstance(item.becomes, Number)
        covers.append(Cover(*stretch, "number" if is_number else "name"))
        written += item.cover
        end = item.span.end
    return written + text[end:], tuple(covers)


def overlap(places: dict[Span, Becomes]) -> bool:
    """
    Whether two stretches have a character in common.
    """
    ordered = sorted(places)
    return any(one.end > other.start for one, other in pairwise(ordered))


Place = tuple[Span, Becomes]


def number_place(case: Case, found: Finding) -> Place | None:
    """
    Where the number stands that a finding is about, in the text that is asked for.
    """
    article = case.draft.article
    source = numbers_of(case.source, article.language)
    source = settled(source, case.source, tuple(article.confirmed.items()))
    wanted = number_at(found.source_span, source)
    if wanted is None or not may_be_covered(wanted, case.source):
        return None
    here = in_base(wanted, case)
    if here is None:
        return None
    return digits_alone(here.span, case.base.text), wanted


def may_be_covered(number: Number, text: str) -> bool:
    """
    Whether another number may stand in a number's place for a while.

    Not for one with two readings, nor for an ordinal, a month or a time of day: they
    are parts of words and dates.
    """
    plain = number.form == "digits" and len(number.readings) == 1
    part = number.ordinal or is_time(number, text) or is_month(number, text)
    return plain and not part and not PADDED.match(number.span.of(text))


def in_base(wanted: Number, case: Case) -> Number | None:
    """
    The same number in the text that is asked for, if it is there once.
    """
    language = case.base.language
    if language == case.draft.article.language:
        return wanted
    same = [
        number
        for number in numbers_of(case.base.text, language)
        if number.form == "digits" and wanted.value in number.readings
    ]
    return same[0] if len(same) == 1 else None


def digits_alone(span: Span, text: str) -> Span:
    """
    The stretch of a number without the word or sign that makes it a share.

    >>> digits_alone(Span(0, 10), "2,1 persen")
    Span(start=0, end=3)
    """
    share = SHARE.search(span.of(text))
    return Span(span.start, span.start + share.start()) if share else span


def item_place(case: Case, found: Finding) -> Place | None:
    """
    Where an address or a code stands, in the original alone.
    """
    start, end = found.source_span or (0, 0)
    words = case.source[start:end]
    is_original = case.base.text == case.source
    return (Span(start, end), words) if words and is_original else None


def name_place(case: Case, found: Finding) -> Place | None:
    """
    Where a name stands in the text that is asked for, if it does so once.
    """
    extent = found.source_span
    names = read_names(case.source)
    name = next((n for n in names if (n.span.start, n.span.end) == extent), None)
    if name is None or case.source.count(name.text) != 1:
        return None
    language = case.base.language
    place: Span | None = name.span
    if language != case.draft.article.language:
        place = place_of(name, Translation(case.base.text, language))
    new = Rendered(rendered(name, case), rendered(name, case, inside=True))
    if place is None or (new.text != name.text and is_part_of_name(name, names)):
        return None
    return place, new


def is_part_of_name(name: Name, names: Sequence[Name]) -> bool:
    """
    Whether a name goes on from another one: the country in "PT Silika Indonesia".
    """
    return any(other.span.end + 1 == name.span.start for other in names)


PLACES = {
    SameNumbers.name: number_place,
    KeptVerbatim.name: item_place,
    SameNames.name: name_place,
}

SHARE = re.compile(r"\s*(?:persen|per ?cent|%)$")


def uncovered(text: str, items: Sequence[Item], case: Case) -> str:
    """
    A translation with what was covered in its place; empty if a cover got lost.
    """
    for item in items:
        language = case.draft.language
        places = [
            number.span
            for number in numbers_of(text, language)
            if number.readings == (Decimal(item.cover),)
            and item.cover in number.span.of(text)
        ]
        if len(places) != 1:
            return ""
        place = (places[0].start, places[0].end)
        if isinstance(item.becomes, Rendered):
            if is_counted(text, place, item.cover):
                return ""
            inside = is_in_brackets(text, place[0])
            name = item.becomes.inside if inside else item.becomes.text
            text = put_name(text, place, name, language)
            if not text:
                return ""
        elif isinstance(item.becomes, str):
            text = text[: place[0]] + item.becomes + text[place[1] :]
        else:
            text = put_number(text, place, item.becomes, language)
    return text


def is_counted(text: str, place: tuple[int, int], cover: str) -> bool:
    """
    Whether a cover came out as a count of something, and not as a thing of that name.

    >>> is_counted("he told 37 people", (8, 10), "37"), is_counted("37人", (0, 2), "37")
    (True, True)
    >>> is_counted("the mayor of 37 said", (13, 15), "37")
    False
    """
    bare = text[slice(*place)] == cover
    return (
        not bare
        or COUNTED.match(text, place[1]) is not None
        or COUNTS.search(text[: place[0]]) is not None
    )


COUNTED = re.compile(
    r"\.(?= \S)|\s?(?:%"
    "|[人名年月日号歳岁个個件回次位分つ万亿億米元円時时歲家隻只台度番票秒]"
    r"|(?:th|e|er)\b"
    r"|-?(?:years?|people|persons?|per ?cent|days?|months?|minutes?|hours?|miles"
    r"|points?|million|billion|ans?|personnes?|pour cent|jours?|mois|heures?|kilom\w+"
    r"|millions?|milliards?|fois)\b"
    "|عام|شخص|سن[ةو]|يوم|شهر|في المئة|بالمئة|مليون|مليار|ألف|دولار|روبية|دقيقة|ساعة)"
)
"""
What stands behind a count, in any language; a full stop there made it "no. 37".
"""

COUNTS = re.compile(
    r"(?:[$€£¥]|Rp|第|No\.|(?<!\w)[Aa]ged?|\b(?:les|des|aux|ces|[Nn]uméro)"
    r"|عام|سنة|يوم|رقم)\s?$"
)
"""
What stands before one.
"""
