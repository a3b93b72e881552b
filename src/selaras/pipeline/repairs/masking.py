"""
The rung that covers what the engine gets wrong, and puts it in after.

The cover is a small number: every engine carries one over, and it leaves the grammar
round it as it is. "Rp1,2 triliun" is asked for as "Rp37", and the "37 rupiah" that
comes back gets the value.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import pairwise

from selaras.engines import Hypotheses, Hypothesis, Request
from selaras.fidelity import Check, Finding
from selaras.fidelity.confirmed import settled
from selaras.fidelity.kept_verbatim import KeptVerbatim
from selaras.fidelity.same_numbers import SameNumbers, numbers_of
from selaras.pipeline.repairs.case import Case
from selaras.pipeline.repairs.numbers import (
    PADDED,
    is_about,
    is_month,
    is_time,
    number_at,
)
from selaras.pipeline.repairs.values import put_number
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
class Item:
    """
    What is covered, where, by which number, and what comes in its place at last.
    """

    span: Span
    cover: str
    becomes: Number | str


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
        text = case.base.text
        for item in sorted(items, key=lambda item: item.span, reverse=True):
            text = text[: item.span.start] + item.cover + text[item.span.end :]
        return (case.request(text, alternatives=TRANSLATIONS),)

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
    places: dict[Span, Number | str] = {}
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


def overlap(places: dict[Span, Number | str]) -> bool:
    """
    Whether two stretches have a character in common.
    """
    ordered = sorted(places)
    return any(one.end > other.start for one, other in pairwise(ordered))


Place = tuple[Span, Number | str]


def number_place(case: Case, found: Finding) -> Place | None:
    """
    Where the number stands that a finding is about, in the text that is asked for.

    Not one with two readings, nor an ordinal, a month or a time of day: they are parts
    of words and dates.
    """
    article = case.draft.article
    source = numbers_of(case.source, article.language)
    source = settled(source, case.source, tuple(article.confirmed.items()))
    wanted = number_at(found.source_span, source)
    if wanted is None or wanted.form != "digits" or len(wanted.readings) > 1:
        return None
    if PADDED.match(wanted.span.of(case.source)):
        return None
    if wanted.ordinal or is_time(wanted, case.source) or is_month(wanted, case.source):
        return None
    here = in_base(wanted, case)
    if here is None:
        return None
    return digits_alone(here.span, case.base.text), wanted


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


PLACES = {SameNumbers.name: number_place, KeptVerbatim.name: item_place}

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
        if isinstance(item.becomes, str):
            text = text[: place[0]] + item.becomes + text[place[1] :]
        else:
            text = put_number(text, place, item.becomes, language)
    return text
