"""
Bounds of both sides that are said as a range.

"Paling singkat 3 tahun dan paling lama 15 tahun" is "de trois à quinze ans".
"""

import re
from collections.abc import Mapping, Sequence

from selaras.fidelity.finding import Pair
from selaras.fidelity.quantity_pairs import Match
from selaras.languages import Tag
from selaras.text.quantities import Comparator, Quantity
from selaras.text.quantities.agreement import comparators_of
from selaras.text.spans import Span


def ranges_of(matches: Sequence[Match], pair: Pair) -> frozenset[Span]:
    """
    The places in a source of the bounds that its translation says as a range.

    The lower one stands first in both, and nothing but a unit between.
    """
    least = [one for one in matches if is_bound(one.source, Comparator.AT_LEAST)]
    most = [one for one in matches if is_bound(one.source, Comparator.AT_MOST)]
    return frozenset(
        match.source.number.span
        for low in least
        for high in most
        if is_a_range(low, high, pair)
        for match in (low, high)
    )


def is_a_range(low: Match, high: Match, pair: Pair) -> bool:
    """
    Whether two numbers are bounds of one thing here, and the ends of a range there.
    """
    start, end = low.source.number.span.end, high.source.number.span.start
    if not (start < end and BOTH.fullmatch(pair.source, start, end)):
        return False
    begins, ends = low.target.number.span, high.target.number.span
    if begins.end > ends.start or low.target.number.value >= high.target.number.value:
        return False
    through, opener, joiner = RANGES[pair.language]
    if through.fullmatch(pair.target, begins.end, ends.start):
        return True
    start = max(0, begins.start - LONGEST)
    return (
        opener.search(pair.target, start, begins.start) is not None
        and joiner.fullmatch(pair.target, begins.end, ends.start) is not None
    )


def is_bound(quantity: Quantity, comparator: Comparator) -> bool:
    """
    Whether a number is said to be the least, or the most, that there may be.
    """
    return comparator in comparators_of(quantity)


LONGEST = 16

BOTH = re.compile(
    r" (?:[a-z]+ ){0,3}(?:dan|serta|atau|hingga|sampai|,) ?[a-z -]{0,40}(?:rp ?)?",
    re.IGNORECASE,
)
"""
What stands between the two bounds: a unit, and the words of the second.
"""

NOTHING = re.compile("(?!)")

RANGES: Mapping[Tag, tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]] = {
    "en": (
        re.compile(r"(?:[ -][a-z]+){0,2}(?: to |\s?[-–—]\s?)(?:Rp|US\$|\$)?\s?"),
        re.compile(r"\bbetween\W*(?:Rp|US\$|\$)?\s?\Z", re.IGNORECASE),
        re.compile(r"(?:[ -][a-z]+){0,2} and (?:Rp|US\$|\$)?\s?"),
    ),
    "fr": (
        re.compile(r"(?:\s[^\W\d]+){0,3}(?:\sà\s|\s?[-–—]\s?)"),
        re.compile(r"\bentre\s\Z", re.IGNORECASE),
        re.compile(r"(?:\s[^\W\d]+){0,3}\set\s"),
    ),
    "zh": (
        re.compile(r"[^\d，。；、]{0,5}?\s?(?:[-–—~〜～]|至|到)\s?"),
        NOTHING,
        NOTHING,
    ),
    "ja": (
        re.compile(r"[^\d、。]{0,6}?\s?(?:[-–—~〜～]|から)\s?"),
        NOTHING,
        NOTHING,
    ),
    "ar": (
        re.compile(r"(?:\s\w+){0,2}(?:\s(?:إلى|الى|حتى)\s|\s?[-–—]\s?)"),
        re.compile(r"(?<!\w)(?:ما )?بين\s\Z"),
        re.compile(r"(?:\s\w+){0,2}\sو\s?"),
    ),
}
"""
By language, what stands between the ends of a range; else what opens one, and what
joins its ends then.
"""
