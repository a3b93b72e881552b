"""
What services cost, as the operator tells it, and what a number of characters comes to.

No engine tells its price, and no version how many tokens it took. So a price is one per
million characters of the Indonesian text; for a service that is paid by the token, that
is what the bill comes to.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.core.exceptions import ImproperlyConfigured

NAME = "SELARAS_PRICES"
EXAMPLE = '{"deepl": {"per_million_characters": "20.00", "currency": "EUR"}}'

PER_MILLION = "per_million_characters"
PER_MILLION_TOKENS = "per_million_tokens"
CURRENCY = "currency"

ENGINES = ("local", "openai", "deepl", "libretranslate")
"""
What has a price: the engines that can be named, not loaded to be asked for it.
"""

HAS_MODELS = frozenset({"openai"})
"""
Those whose models the newsroom names, and whose provenance has that name.
"""

MOST = Decimal(10**9)
MILLION = 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """
    What a million characters cost; ``currency`` is a code of ISO 4217.
    """

    per_million: Decimal
    currency: str

    def of(self, characters: int) -> Decimal:
        """
        What some characters cost, not rounded.

        >>> Price(per_million=Decimal("20.00"), currency="EUR").of(1250)
        Decimal('0.025')
        """
        return self.per_million * characters / MILLION


Prices = Mapping[str, Price]
"""
Prices by an engine's name, or by ``ENGINE:MODEL`` for that model alone.
"""


def price_of(prices: Prices, engine: str, model: str) -> Price | None:
    """
    The price of a model, else that of its engine.
    """
    return prices.get(f"{engine}:{model}") or prices.get(engine)


def prices_in(text: str) -> dict[str, Price]:
    """
    The prices that a setting tells; ``ImproperlyConfigured`` where it cannot be read.

    >>> prices_in('{"deepl": {"per_million_characters": 20, "currency": "EUR"}}')
    {'deepl': Price(per_million=Decimal('20'), currency='EUR')}
    >>> prices_in("")
    {}
    """
    if not text.strip():
        return {}
    found = object_in(text)
    return {name: price_in(name, told) for name, told in found.items()}


def object_in(text: str) -> dict[str, Any]:
    """
    The object that a setting is.
    """
    try:
        found = json.loads(
            text,
            parse_int=Decimal,
            parse_float=Decimal,
            parse_constant=Decimal,
            object_pairs_hook=once_each,
        )
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise ImproperlyConfigured(
            f"Expected {NAME} to be JSON like {EXAMPLE}, got something else: {error}"
        ) from error
    if not isinstance(found, dict):
        raise ImproperlyConfigured(
            f"Expected {NAME} to be an object like {EXAMPLE}, got {found!r:.80}."
        )
    return found


def once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """
    An object of JSON, if it has no key twice.
    """
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"{twice!r} is there twice")
    return found


def price_in(name: str, told: object) -> Price:
    """
    One engine's price.
    """
    expect_engine(name)
    if not isinstance(told, dict):
        raise ImproperlyConfigured(
            f"{NAME}: expected the price of {name!r} to be an object with "
            f"{PER_MILLION!r} and {CURRENCY!r}, got {told!r:.80}."
        )
    if PER_MILLION_TOKENS in told:
        raise ImproperlyConfigured(
            f"{NAME}: {PER_MILLION_TOKENS!r} of {name!r} cannot be used, because it is "
            f"not kept how many tokens a sentence took. Set {PER_MILLION!r}: what a "
            "bill came to for a million Indonesian characters."
        )
    if wrong := sorted(told.keys() ^ {PER_MILLION, CURRENCY}):
        raise ImproperlyConfigured(
            f"{NAME}: expected {name!r} to have {PER_MILLION!r} and {CURRENCY!r} and "
            f"nothing else; look at {wrong[0]!r:.80}."
        )
    return Price(
        per_million=amount_in(name, told[PER_MILLION]),
        currency=currency_in(name, told[CURRENCY]),
    )


def expect_engine(name: str) -> None:
    """
    Refuse a name that no engine goes by.
    """
    engine, colon, model = name.partition(":")
    is_known = engine in ENGINES and bool(model) == bool(colon)
    if not is_known or (model and engine not in HAS_MODELS):
        raise ImproperlyConfigured(
            f"{NAME}: expected the name of an engine ({', '.join(ENGINES)}; a model as "
            f"in openai:MODEL), got {name!r:.80}."
        )


def amount_in(name: str, told: object) -> Decimal:
    """
    An amount of money: a number, or a text that is one.
    """
    amount = None
    if isinstance(told, Decimal):
        amount = told
    elif isinstance(told, str) and AMOUNT.fullmatch(told):
        amount = Decimal(told)
    if amount is None or not amount.is_finite() or not 0 <= amount <= MOST:
        raise ImproperlyConfigured(
            f"{NAME}: expected {PER_MILLION!r} of {name!r} to be an amount like "
            f'"20.00", not below 0 nor above {MOST:,}, got {shown(told)}.'
        )
    return amount


AMOUNT = re.compile(r"[0-9]{1,12}(\.[0-9]{1,12})?")


def currency_in(name: str, told: object) -> str:
    """
    The code of a currency.
    """
    if not isinstance(told, str) or not re.fullmatch(r"[A-Z]{3}", told):
        raise ImproperlyConfigured(
            f"{NAME}: expected {CURRENCY!r} of {name!r} to be a code like EUR, got "
            f"{shown(told)}."
        )
    return told


def shown(told: object) -> str:
    """
    What was told, as it stood there.
    """
    return str(told) if isinstance(told, Decimal) else f"{told!r:.80}"
