"""
Which engines were asked for how much, and what that cost.

A sentence is counted for the engine that translated it. It costs something where that
engine was really asked: not what the memory knew, and not what an earlier version had
already. What a person has decided about since is counted for the engine that was asked
before, which the decision remembers.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models.fields.json import KT
from django.db.models.functions import Length

from selaras.engines import Provenance
from selaras.engines.remembering import EXACT
from selaras.pipeline.keeping import COPIED, KEPT
from selaras.pipeline.risk import BY_PERSON, PERSON
from selaras_site.translations.drafts import engine_said
from selaras_site.translations.figures_prices import Price, price_of
from selaras_site.translations.figures_tables import Number, Span, Table
from selaras_site.translations.models import Decision, Segment

NOT_ASKED = frozenset({EXACT, BY_PERSON, KEPT})
"""
Steps of a sentence that cost nothing.
"""


class Origin(NamedTuple):
    """
    Who made a text, and whether they were asked for it this time.
    """

    engine: str
    model: str
    steps: frozenset[str]

    @property
    def by_person(self) -> bool:
        """
        Whether the text is a person's, of here or of the memory.
        """
        return self.engine == PERSON or BY_PERSON in self.steps

    @property
    def is_machine(self) -> bool:
        """
        Whether an engine translated it.
        """
        return not self.by_person and self.engine != COPIED

    @property
    def was_asked(self) -> bool:
        """
        Whether an engine was asked for it.
        """
        return self.is_machine and self.steps.isdisjoint(NOT_ASKED)


@lru_cache(maxsize=1024)
def origin_of(engine: str | None, model: str | None, steps: str | None) -> Origin:
    """
    An origin from what a database tells of provenance; ``steps`` are JSON.

    >>> origin_of("deepl", None, '["memory:exact"]').was_asked
    False
    """
    told = json.loads(steps) if steps else ()
    return Origin(str(engine or "?"), str(model or ""), frozenset(map(str, told)))


def origin_in(provenance: Mapping[str, Any]) -> Origin:
    """
    An origin from provenance.
    """
    steps = json.dumps(provenance.get("steps", ()))
    return origin_of(provenance.get("engine"), provenance.get("model"), steps)


Work = tuple[Origin, int, int]
"""
An origin, and how many sentences and characters of theirs.
"""

Worker = tuple[str, str]


def engines_table(work: Iterable[Work]) -> Table:
    """
    The engines with the most sentences first, and what they cost where that is known.
    """
    found: dict[Worker, Counter[str]] = defaultdict(Counter)
    for origin, sentences, characters in work:
        if not origin.is_machine:
            continue
        row = found[origin.engine, origin.model]
        row["sentences"] += sentences
        if origin.was_asked:
            row["asked"] += sentences
            row["characters"] += characters
    workers = sorted(found, key=lambda one: (-found[one]["sentences"], one))
    series: dict[str, tuple[Number, ...]] = {
        name: tuple(found[worker][name] for worker in workers)
        for name in ("sentences", "asked", "characters")
    }
    paid = {worker: found[worker]["characters"] for worker in workers}
    return Table(labels=tuple(map(named, workers)), series={**series, **costs(paid)})


def named(worker: Worker) -> str:
    """
    An engine and its model, as readers are told.
    """
    engine, model = worker
    return engine_said(Provenance(engine=engine, model=model))


COST = "cost"


def costs(characters: Mapping[Worker, int]) -> dict[str, tuple[Number, ...]]:
    """
    A column of costs for each currency, empty where an engine has no price in it.
    """
    prices = {one: price_of(settings.SELARAS_PRICES, *one) for one in characters}
    codes = sorted({price.currency for price in prices.values() if price})
    if not codes:
        return {COST: (None,) * len(characters)}
    return {
        f"{COST}:{code}": tuple(
            cost_in(code, prices[one], many) for one, many in characters.items()
        )
        for code in codes
    }


def cost_in(code: str, price: Price | None, characters: int) -> Decimal | None:
    """
    What characters cost in a currency; nothing where they are paid in none or another.
    """
    return price.of(characters) if price and price.currency == code else None


def decided_since(span: Span) -> Iterator[Work]:
    """
    The engines behind sentences of new versions that a person has decided about since.

    What a person had decided before a version was made, no engine was asked for.
    """
    first: dict[Place, list[tuple[datetime, Origin]]] = defaultdict(list)
    decisions = Decision.objects.filter(
        language__in=span.tags, made_at__gte=span.begins
    )
    told = decisions.order_by("pk").values_list(
        "language", "article", "source_key", "made_at", "was__provenance"
    )
    for language, article, key, at, provenance in told:
        origin = origin_in(provenance or {})
        if provenance and not origin.by_person:
            first[language, article, key].append((at, origin))
    if not first:
        return
    rows = Segment.objects.filter(
        source_key__in=decisions.values("source_key"),
        version__language__in=span.tags,
        version__made_at__gte=span.begins,
        provenance__engine=PERSON,
    )
    for *place, made_at, length in rows.order_by().values_list(
        *("version__language", "version__article", "source_key", "version__made_at"),
        Length("source"),
    ):
        later = (one for at, one in first.get(tuple(place), ()) if at > made_at)
        if (before := next(later, None)) is not None:
            yield before, 1, length


Place = tuple[str, int, str]

TOLD = {
    "engine": KT("provenance__engine"),
    "model": KT("provenance__model"),
    "steps": KT("provenance__steps"),
}
"""
What a query of sentences asks of their provenance.
"""
