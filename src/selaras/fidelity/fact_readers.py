"""
What finds the facts of one kind in a text, each a line of the ledger's ``READERS``.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Protocol

from selaras.fidelity.confirmed import plainly
from selaras.fidelity.same_numbers import numbers_of
from selaras.fidelity.verbatim import find_verbatim
from selaras.languages import SOURCE, Tag
from selaras.terms import read_names
from selaras.text.cues import read_cues
from selaras.text.dates import Moment, read_moments
from selaras.text.quantities import Quantity, read_quantities
from selaras.text.spans import Span

Found = tuple[Span, tuple[str, ...]]
Reader = Callable[[str, Tag], Iterable[Found]]
"""
What finds the facts of one kind: where each stands, and its readings.
"""


class Valued(Protocol):
    """
    What a reader of values finds: a number, a sum, a date.
    """

    @property
    def span(self) -> Span:
        """
        Where it stands.
        """

    @property
    def readings(self) -> Iterable[object]:
        """
        What it may mean, the likeliest first.
        """


def valued(read: Callable[[str, Tag], Iterable[Valued]]) -> Reader:
    """
    A reader of facts made of any reader of values.
    """

    def facts(text: str, language: Tag) -> Iterator[Found]:
        for item in read(text, language):
            readings = tuple(dict.fromkeys(map(as_string, item.readings)))
            yield item.span, readings

    return facts


def as_string(reading: object) -> str:
    """
    A reading as JSON can hold it: a value plainly, of anything else what it says.

    >>> from selaras.text.dates import read_moments
    >>> [as_string(m.readings[0]) for m in read_moments("Selasa (7/12)", "id")]
    ['weekday:1', 'month:12 day:7']
    """
    if isinstance(reading, Decimal):
        return plainly(reading)
    if not is_dataclass(reading):
        return str(reading)
    said = ((field.name, getattr(reading, field.name)) for field in fields(reading))
    return " ".join(
        # Midnight is 0 minutes and Monday the weekday 0: both are said.
        f"{name}:{as_text(value)}"
        for name, value in said
        if value is not None and value is not False
    )


def as_text(value: object) -> str:
    """
    A part of a moment; of the hours of a part of the day, the first and the last.

    >>> as_text(frozenset({12, 13, 14})), as_text(7)
    ('12-14', '7')
    """
    if isinstance(value, frozenset):
        return f"{min(value)}-{max(value)}" if value else ""
    return str(value)


def firm_moments(text: str, language: Tag) -> Iterator[Moment]:
    """
    The dates, weekdays and times of a text that are nothing else for certain.
    """
    return (moment for moment in read_moments(text, language) if moment.firm)


def verbatim_facts(text: str, _language: Tag) -> Iterator[Found]:
    """
    What no translation may change.
    """
    for item in find_verbatim(text):
        yield item.span, (item.text,)


def quotations(text: str, _language: Tag) -> Iterator[Found]:
    """
    What somebody is quoted with, marks and all; its reading is the words alone.

    >>> list(quotations("“Siap,” kata Ani.", "id"))
    [(Span(start=0, end=7), ('Siap,',))]
    """
    for match in QUOTED.finditer(text):
        words = next(group for group in match.groups() if group is not None)
        yield Span(*match.span()), (words,)


def comparators(text: str, language: Tag) -> Iterator[Found]:
    """
    The words that make a number a bound, and those that say where it went.

    >>> list(comparators("Naik lebih dari 12 persen", "id"))
    [(Span(start=5, end=15), ('more than',)), (Span(start=0, end=4), ('up',))]
    """
    for quantity in quantities(text, language):
        if quantity.cue:
            yield quantity.cue.span, one_reading(quantity.cue.comparators)
        if quantity.turn:
            yield quantity.turn.span, (quantity.turn.direction.value,)


def currencies(text: str, language: Tag) -> Iterator[Found]:
    """
    The currencies of a text's sums, by their codes.

    >>> list(currencies("Senilai Rp9,8 triliun", "id"))
    [(Span(start=8, end=10), ('IDR',))]
    """
    for quantity in quantities(text, language):
        if quantity.currency:
            yield quantity.currency.span, one_reading(quantity.currency.names)


def units(text: str, language: Tag) -> Iterator[Found]:
    """
    The units of a text's quantities.
    """
    for quantity in quantities(text, language):
        if quantity.unit:
            yield quantity.unit.span, one_reading(quantity.unit.names)


def quantities(text: str, language: Tag) -> tuple[Quantity, ...]:
    """
    The numbers of a text with what stands beside them.
    """
    return read_quantities(text, numbers_of(text, language), language).items


def names(text: str, language: Tag) -> Iterator[Found]:
    """
    The names of an original that are names for certain.

    >>> list(names("Ia lahir di Kupang.", "id"))
    [(Span(start=12, end=18), ('Kupang',))]
    """
    if language == SOURCE:
        for name in read_names(text):
            if name.certain:
                yield name.span, (name.text,)


def negations(text: str, language: Tag) -> Iterator[Found]:
    """
    The words that deny.
    """
    for cue in read_cues(text, language, "negation"):
        if cue.firm:
            yield cue.span, one_reading(cue.meanings)


def statuses(text: str, language: Tag) -> Iterator[Found]:
    """
    The words for legal status, rulings, casualties and doubt.

    >>> list(statuses("Polisi memeriksa tersangka.", "id"))
    [(Span(start=17, end=26), ('suspect',))]
    """
    for cue in read_cues(text, language, "status"):
        if cue.firm:
            yield cue.span, one_reading(cue.meanings)


def one_reading(meanings: Iterable[str]) -> tuple[str, ...]:
    """
    What a word may mean as one reading: no check asks an author which of them it is.
    """
    return (" or ".join(sorted(meanings)),)


QUOTED = re.compile(
    r'"([^"]+)"|“([^“”]+)”|«\s*([^«»]+?)\s*»|「([^「」]+)」|『([^『』]+)』|„([^„“]+)“'
)
