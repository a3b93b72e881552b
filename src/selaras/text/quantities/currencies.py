"""
What currencies are called: symbols, codes, and the names that Babel knows.
"""

from collections.abc import Mapping
from functools import cache

from babel.core import Locale
from babel.numbers import get_currency_name

from selaras.languages import LANGUAGES, Tag

DOLLARS = "USD SGD AUD HKD CAD NZD TWD BND"
POUNDS = "GBP EGP SDG LBP"
RUPEES = "IDR INR PKR LKR NPR"
FOREIGN_RUPEES = "INR PKR LKR NPR"
RIYALS = "SAR QAR OMR YER IRR"
YUAN = "CNY TWD HKD MOP"
WON = "KRW KPW"
PESOS = "PHP MXN ARS CLP COP CUP"
FRANCS = "CHF XOF XAF"
DINARS = "KWD IQD JOD BHD DZD LYD TND RSD"
LIRAS = "TRY LBP SYP"
DIRHAMS = "AED MAD"
CROWNS = "SEK NOK DKK CZK ISK"
CENTS = " ".join(f"{code}c" for code in f"{DOLLARS} EUR ZAR MYR IDR {FRANCS}".split())

SYMBOLS: Mapping[str, str] = {
    "US$": "USD", "US $": "USD", "AS$": "USD", "S$": "SGD", "A$": "AUD",
    "AU$": "AUD", "HK$": "HKD",
    "NT$": "TWD", "C$": "CAD", "CA$": "CAD", "NZ$": "NZD", "R$": "BRL", "$": DOLLARS,
    "€": "EUR", "£": "GBP", "¥": "JPY CNY", "￥": "JPY CNY", "₩": WON, "₹": "INR",
    "฿": "THB", "₽": "RUB", "₫": "VND", "₱": "PHP", "RM": "MYR", "Rp": "IDR",
    "Rp.": "IDR", "RMB": "CNY", "＄": DOLLARS, "¢": CENTS,
}  # fmt: skip
"""
What stands before a sum in any language, and in French after it.
"""

CODES = frozenset(
    [
        "USD",
        "IDR",
        "EUR",
        "SGD",
        "JPY",
        "CNY",
        "GBP",
        "AUD",
        "MYR",
        "SAR",
        "AED",
        "KRW",
        "INR",
        "THB",
        "HKD",
        "CHF",
        "CAD",
        "NZD",
        "TWD",
        "PHP",
        "VND",
        "BRL",
        "RUB",
        "TRY",
        "EGP",
        "QAR",
        "KWD",
        "BND",
        "MMK",
        "KHR",
        "LAK",
        "PKR",
        "LKR",
        "BDT",
        "ZAR",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "MXN",
        "ARS",
        "IRR",
        "IQD",
        "OMR",
        "YER",
        "PGK",
    ]
)
"""
The codes of the currencies that we know.
"""

RESCUE = frozenset({"SAR"})
"""
Codes that stand before a number as something else: search and rescue.
"""

COUNTS = (0, 1, 2, 3, 11, 100, 10**6, None)


@cache
def names_of_currencies(language: Tag) -> Mapping[str, str]:
    """
    Every name, symbol and code by which a language may call a currency, in lower case.

    Babel has the full names ("roupie indonésienne"); newsrooms' own are in the tables
    of the languages.

    >>> names_of_currencies("en")["indonesian rupiahs"]
    'IDR'
    """
    locale = Locale.parse(LANGUAGES[language].locale)
    full = {
        get_currency_name(code, count=count, locale=locale).lower(): code
        for code in sorted(CODES)
        for count in COUNTS
    }
    symbols = {symbol.lower(): codes for symbol, codes in SYMBOLS.items()}
    return {**full, **{code.lower(): code for code in CODES}, **symbols}


USUAL: Mapping[frozenset[str], str] = {
    frozenset(DOLLARS.split()): "USD",
    frozenset(YUAN.split()): "CNY",
    frozenset(POUNDS.split()): "GBP",
}
"""
Which currency readers take a name for that several have.
"""


def usual(codes: frozenset[str]) -> frozenset[str]:
    """
    The currency that a reader understands: "$" alone is the American dollar.
    """
    return frozenset({USUAL[codes]}) if codes in USUAL else codes
