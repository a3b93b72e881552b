"""
The check that every sum of money stays in its currency.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.quantity_pairs import Match, matches_of, quantities_of
from selaras.languages import SOURCE, Tag
from selaras.text.quantities import Measure, Quantity, in_lower_case, reader
from selaras.text.quantities.agreement import other_currency, vaguer_currency
from selaras.text.quantities.currencies import POUNDS, WON, usual
from selaras.text.spans import Span


class SameCurrencies:
    """
    Rupiah stay rupiah, and whose dollars they are is said.

    Sums are compared where both texts have the number, by codes: *Rp*, *IDR*, 印尼盾,
    ルピア and روبية are one. It cannot see a currency that is named in an earlier
    sentence, one whose name it does not know, or a sum that was converted.
    """

    name = "same-currencies"
    mqm = "Accuracy > Mistranslation > Currency"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        matches = matches_of(pair)
        for match in matches:
            wanted, there = match.source.currency, match.target.currency
            if wanted and there:
                yield from self.compare(pair, match)
            elif (wanted and not is_named(wanted, pair.target, pair.language)) or (
                there and is_invented(there, match.source, pair)
            ):
                known = wanted is None and is_sum_at_home(match, pair)
                severity = Severity.REVIEW if known else Severity.BLOCKING
                yield self.report(pair, match, severity)
        yield from self.rates(pair, matches)

    def rates(self, pair: Pair, matches: Sequence[Match]) -> Iterator[Finding]:
        """
        What is wrong with a one that only the target says: "per dolar" as "1ユーロ".
        """
        matched = {
            match.target.number.span
            for match in matches
            if match.source.currency or not match.source.unit
        }
        named = currencies_named(pair.source, pair.source_language)
        for there in quantities_of(pair.target, pair.language).items if named else ():
            lone = there.number.value == 1 and there.number.span not in matched
            if lone and there.currency and is_new(there.currency, named):
                found = sum_of(there)
                said = found.of(pair.target)
                yield Finding(
                    check=self.name,
                    severity=Severity.BLOCKING,
                    message=f"The translation says {said}; the source does not name "
                    "that currency.",
                    indonesian=f"Terjemahan menyebut {said}; teks sumber tidak "
                    "menyebut mata uang itu.",
                    found=said,
                    target_span=(found.start, found.end),
                )

    def compare(self, pair: Pair, match: Match) -> Iterator[Finding]:
        """
        What is wrong with a currency that both texts name.
        """
        if other_currency(match.source, match.target):
            yield self.report(pair, match, Severity.BLOCKING)
        elif vaguer_currency(match.source, match.target) and not is_told(
            match.source, pair.target, pair.language
        ):
            yield self.report(pair, match, Severity.REVIEW)

    def report(self, pair: Pair, match: Match, severity: Severity) -> Finding:
        """
        A finding about a currency that is lost, invented, or another one.
        """
        expected, found = sum_of(match.source), sum_of(match.target)
        wanted, there = expected.of(pair.source), found.of(pair.target)
        return Finding(
            check=self.name,
            severity=severity,
            message=f"The source says {wanted}; the translation says {there}"
            f"{why(match, ENGLISH)}.",
            indonesian=f"Teks sumber menyebut {wanted}; terjemahannya {there}"
            f"{why(match, INDONESIAN)}.",
            expected=wanted,
            found=there,
            source_span=(expected.start, expected.end),
            target_span=(found.start, found.end),
        )


def why(match: Match, reasons: tuple[str, str, str, str]) -> str:
    """
    What is the matter, after a comma.
    """
    lost, invented, other, vague = reasons
    if not match.target.currency:
        return lost
    if not match.source.currency:
        return invented
    return other if other_currency(match.source, match.target) else vague


def is_invented(currency: Measure, source: Quantity, pair: Pair) -> bool:
    """
    Whether a currency has no place in a translation.

    Pounds are a weight too, *livres* are books, and who won has won.
    """
    if source.unit or currency.names in AMBIGUOUS:
        return False
    return not is_named(currency, pair.source, pair.source_language)


def is_sum_at_home(match: Match, pair: Pair) -> bool:
    """
    Whether a sum may be in rupiah without saying so: "jualan sejuta, kena tiga ribu".

    Speakers leave the word out, but not what else so many thousands would count.
    """
    number, there = match.source.number, match.target.currency
    return (
        pair.source_language == SOURCE
        and there is not None
        and RUPIAH in there.names
        and SUM.search(pair.source, number.span.start, number.span.end) is not None
        and UNCOUNTED.match(pair.source, number.span.end) is not None
    )


def is_new(currency: Measure, named: Sequence[frozenset[str]]) -> bool:
    """
    Whether a currency is none of those that a source names.
    """
    return all(codes.isdisjoint(currency.names) for codes in named)


def is_named(currency: Measure, text: str, language: Tag) -> bool:
    """
    Whether a text names a currency anywhere: "Rp5 juta hingga Rp7 juta" names it once.
    """
    return not is_new(currency, currencies_named(text, language))


@lru_cache(maxsize=64)
def currencies_named(text: str, language: Tag) -> tuple[frozenset[str], ...]:
    """
    The currencies that a text names, each once, by the codes that they may have.

    A text is read once, however many sums the other has.
    """
    return tuple(dict.fromkeys(reader(language).currencies_in(in_lower_case(text))))


def is_told(quantity: Quantity, text: str, language: Tag) -> bool:
    """
    Whether a text says somewhere, of all that share a name, which currency is meant.
    """
    wanted = usual(quantity.currency.names) if quantity.currency else frozenset()
    return any(codes <= wanted for codes in currencies_named(text, language))


def sum_of(quantity: Quantity) -> Span:
    """
    A number with its currency.
    """
    span = quantity.number.span
    if not quantity.currency:
        return span
    money = quantity.currency.span
    return Span(min(span.start, money.start), max(span.end, money.end))


RUPIAH = "IDR"

SUM = re.compile(r"(?i)(?:ribu|juta|miliar|rb|jt)\Z")

UNCOUNTED = re.compile(
    r"[\"”’']?(?:[.,;:!?…]|\Z)|\s(?:saja|aja|lebih|doang|per|se\w+|sampai|hingga|dan|atau)\b"
)
"""
What follows a sum and no number of things.
"""

AMBIGUOUS = frozenset({frozenset(POUNDS.split()), frozenset(WON.split())})

ENGLISH = (
    ", without a currency",
    ", and the source names no currency",
    ", which is another currency",
    ", which readers take for another currency",
)

INDONESIAN = (
    ", tanpa mata uang",
    ", padahal teks sumber tidak menyebut mata uang",
    ", mata uang yang berbeda",
    ", yang akan dibaca sebagai mata uang lain",
)
