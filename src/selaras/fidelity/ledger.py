"""
The ledger: the typed facts of a segment, which every version must account for.

Facts are read from the original once, where the newsroom owns the text. A reader says
where facts of one kind stand and what they may mean; a new kind is a line of
``READERS``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from selaras.fidelity.confirmed import Confirmed, chosen
from selaras.fidelity.fact_readers import (
    Reader,
    comparators,
    currencies,
    firm_moments,
    names,
    negations,
    quotations,
    statuses,
    units,
    valued,
    verbatim_facts,
)
from selaras.fidelity.same_numbers import numbers_of
from selaras.languages import SOURCE, Tag
from selaras.text.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """
    One thing that a segment says and that its translation must say too.

    ``readings`` are all values that a reader may admit, the likeliest first, written as
    JSON can hold them; a fact has one once its author has ``confirmed`` it.
    """

    kind: str
    span: Span
    text: str
    readings: tuple[str, ...]
    confirmed: bool = False

    @property
    def doubtful(self) -> bool:
        """
        Whether its author should say what it means.
        """
        return len(self.readings) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """
    The facts of a segment, in the order of its text.
    """

    text: str
    language: Tag
    facts: tuple[Fact, ...]

    @property
    def doubtful(self) -> tuple[Fact, ...]:
        """
        The facts that wait for a word of their author.
        """
        return tuple(fact for fact in self.facts if fact.doubtful)


def ledger_of(
    text: str,
    language: Tag = SOURCE,
    *,
    kept: Iterable[Span] = (),
    confirmed: Confirmed = (),
) -> Ledger:
    """
    The ledger of one sentence; ``kept`` is what was marked as not to be translated.

    >>> ledger = ledger_of('"Ada 1,127 korban," kata @BPBD_Cianjur.')
    >>> for fact in ledger.facts:
    ...     print(fact.kind, fact.text, fact.readings)
    quotation "Ada 1,127 korban," ('Ada 1,127 korban,',)
    number 1,127 ('1.127', '1127')
    verbatim @BPBD_Cianjur ('@BPBD_Cianjur',)
    >>> [fact.text for fact in ledger.doubtful]
    ['1,127']
    >>> ledger_of(ledger.text, confirmed=[("1,127", "1127")]).doubtful
    ()
    """
    return Ledger(
        text=text,
        language=language,
        facts=tuple(
            fact
            if (reading := chosen(fact.text, fact.readings, confirmed)) is None
            else as_read(fact, reading)
            for fact in in_order((*facts_of(text, language), *marked(text, kept)))
        ),
    )


def in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """
    Facts as they stand in the text, each once, the longer of two before the shorter.
    """
    once = dict.fromkeys(facts)
    return tuple(sorted(once, key=lambda fact: (fact.span.start, -fact.span.end)))


def marked(text: str, kept: Iterable[Span]) -> Iterator[Fact]:
    """
    The facts that a person marked as not to be translated.
    """
    for span in kept:
        words = span.of(text)
        yield Fact(kind=VERBATIM, span=span, text=words, readings=(words,))


@lru_cache(maxsize=1024)
def facts_of(text: str, language: Tag) -> tuple[Fact, ...]:
    """
    Every fact of a text, before its author has said anything.

    Facts may lie in one another: a number in a quotation is a fact of its own.
    """
    return in_order(
        Fact(kind=kind, span=span, text=span.of(text), readings=readings)
        for kind, read in READERS
        for span, readings in read(text, language)
    )


def as_read(fact: Fact, readings: tuple[str, ...]) -> Fact:
    """
    A fact as its author reads it.
    """
    return Fact(
        kind=fact.kind,
        span=fact.span,
        text=fact.text,
        readings=readings,
        confirmed=True,
    )


VERBATIM = "verbatim"

READERS: tuple[tuple[str, Reader], ...] = (
    ("number", valued(numbers_of)),
    ("comparator", comparators),
    ("currency", currencies),
    ("unit", units),
    ("moment", valued(firm_moments)),
    ("name", names),
    ("negation", negations),
    ("status", statuses),
    (VERBATIM, verbatim_facts),
    ("quotation", quotations),
)
"""
The kinds of facts with what reads them: a new kind is a line here.
"""
