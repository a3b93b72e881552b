"""
What the setting of prices may say, and what it is told where it says something else.
"""

import json
from contextlib import suppress
from decimal import Decimal

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import example, given
from hypothesis import strategies as st

from selaras.engines.choosing import SERVICES
from selaras_site.translations.figures_prices import (
    ENGINES,
    EXAMPLE,
    Price,
    price_of,
    prices_in,
)

EUR = Price(per_million=Decimal("20.00"), currency="EUR")


def deepl(**told):
    usual = {"per_million_characters": "20.00", "currency": "EUR"}
    return json.dumps({"deepl": usual | told})


class TestReading:
    @pytest.mark.parametrize("text", [EXAMPLE, deepl(), f" {deepl()}\n"])
    def test_a_price(self, text):
        assert prices_in(text) == {"deepl": EUR}

    @pytest.mark.parametrize("amount", [0, 20, 20.5, "20", "0.000001", 1e-3])
    def test_an_amount(self, amount):
        [price] = prices_in(deepl(per_million_characters=amount)).values()

        assert price.per_million == Decimal(str(amount))

    @pytest.mark.parametrize("text", ["", "  ", "{}"])
    def test_none_need_be_set(self, text):
        assert prices_in(text) == {}

    def test_every_engine_may_have_one(self):
        assert {*ENGINES} == {*SERVICES, "local"}

    @pytest.mark.parametrize(
        ("text", "said"),
        [
            ("20", "to be an object like"),
            ("[]", "to be an object like"),
            ("{", "to be JSON like"),
            ("[" * 100_000, "to be JSON like"),
            ('{"deepl": 20, "deepl": 30}', "'deepl' is there twice"),
            ('{"deepl": 20}', "price of 'deepl' to be an object"),
            ('{"depl": {}}', "name of an engine .* got 'depl'"),
            ('{"deepl:pro": {}}', "got 'deepl:pro'"),
            ('{"local:x": {}}', "got 'local:x'"),
            ('{"openai:": {}}', "got 'openai:'"),
            ('{"deepl": {}}', "look at 'currency'"),
            (deepl(per_month="5"), "look at 'per_month'"),
            (deepl(per_million_tokens="5"), "not kept how many tokens"),
            (deepl(per_million_characters="twenty"), "got 'twenty'"),
            (deepl(per_million_characters="20,00"), "got '20,00'"),
            (deepl(per_million_characters="٢٠"), "amount like"),
            (deepl(per_million_characters="-1"), "got '-1'"),
            (deepl(per_million_characters=-1), "got -1"),
            (deepl(per_million_characters=float("nan")), "got NaN"),
            (deepl(per_million_characters=float("inf")), "got Infinity"),
            (deepl(per_million_characters=1e300), "nor above"),
            (deepl(per_million_characters=True), "got True"),
            (deepl(per_million_characters=None), "got None"),
            (deepl(currency="€"), "code like EUR, got '€'"),
            (deepl(currency="eur"), "got 'eur'"),
            (deepl(currency=None), "got None"),
        ],
    )
    def test_what_is_wrong_is_told(self, text, said):
        with pytest.raises(ImproperlyConfigured, match=said) as caught:
            prices_in(text)

        assert "SELARAS_PRICES" in str(caught.value)

    @given(
        st.text()
        | st.recursive(
            st.none() | st.text() | st.floats() | st.integers(),
            lambda inner: (
                st.lists(inner)
                | st.dictionaries(
                    st.sampled_from(["deepl", "per_million_characters", "currency"]),
                    inner,
                )
            ),
        ).map(json.dumps)
    )
    @example('{"deepl": {"per_million_characters": 1e99999999999999999999}}')
    def test_whatever_it_is_it_is_read_or_refused(self, text):
        with suppress(ImproperlyConfigured):
            prices_in(text)


class TestChoosing:
    def test_a_models_own_price_comes_before_its_engines(self):
        other = Price(per_million=Decimal(0), currency="USD")
        prices = {"openai": EUR, "openai:small": other}

        assert price_of(prices, "openai", "big") == EUR
        assert price_of(prices, "openai", "small") == other
        assert price_of(prices, "deepl", "") is None
