"""
Where the quotations of a sentence begin and end, and where they should.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from selaras.fidelity.coverage import checkable, read_source, read_target
from selaras.fidelity.dictionary import dictionary_of
from selaras.fidelity.finding import Pair
from selaras.fidelity.speakers import SAID, sayings
from selaras.languages import LANGUAGES, Tag
from selaras.text.spans import Span


class Moved(NamedTuple):
    """
    Words on the wrong side of a quotation mark, and how many speak for it.
    """

    weight: float
    span: Span


class Side(NamedTuple):
    """
    A word of a target, or a character: above 0 it belongs into a quotation.
    """

    sign: int
    start: int
    end: int


def moved_mark(pair: Pair) -> Moved | None:
    """
    The longest stretch beside a mark whose words all come from its other side.
    """
    if not checkable(pair):
        return None
    source = quotations(pair.source)
    target = quotations(pair.target)
    if not source or len(source) != len(target):
        return None
    sides = list(sides_of(pair, source))
    edges = (0, *(edge for span in target for edge in (span.start, span.end)))
    moved: list[Moved] = []
    for number, mark in enumerate(edges[1:], start=1):
        next_edge = (*edges, len(pair.target))[number + 1]
        before = [side for side in sides if edges[number - 1] <= side.start < mark]
        after = [side for side in sides if mark <= side.start < next_edge]
        opens = 1 if number % 2 else -1
        moved += (furthest(before[::-1], opens), furthest(after, -opens))
    return max(moved, default=None)


def torn_speech(pair: Pair) -> Span | None:
    """
    The end of what somebody says, where it does not end as speech ends.

    What ends in Indonesian with a mark (``," kata``) has one on either side of its
    quotation mark in every language, and nobody is told inside to have said it.
    """
    source, target = quotations(pair.source), quotations(pair.target)
    if len(source) != 1 or len(target) != 1:
        return None
    (said,), (there,) = source, target
    words = said.of(pair.source).rstrip()
    if words[-1:] not in ENDS_SPEECH or len(said) < SHORTEST_SPEECH:
        return None
    body = there.of(pair.target)
    told = TOLD_INSIDE.get(pair.language)
    if told and (found := told.search(body)) and not sayings(words):
        return Span(there.start + found.start(), there.start + found.end())
    if ends_as_speech(body.rstrip(), pair.target[there.end + 1 :], pair.language):
        return None
    tail = body.rstrip()[-TAIL:]
    end = there.start + len(body.rstrip())
    return Span(end - len(tail), end) if tail else None


def ends_as_speech(body: str, rest: str, language: Tag) -> bool:
    """
    Whether a mark, or who says it, stands beside the end of a quotation.
    """
    rest = rest.lstrip()
    said = SAID.get(language)
    return (
        body[-1:] in ENDS_SPEECH
        or not rest
        or rest[0] in AFTER_SPEECH.get(language, rest[0])
        or (
            LANGUAGES[language].spaced
            and said is not None
            and said.match(rest) is not None
        )
    )


def furthest(sides: Sequence[Side], sign: int) -> Moved:
    """
    How far the words next to a mark belong to its other side.
    """
    best, total, place = 0, 0, 0
    for number, side in enumerate(sides[:REACH], start=1):
        total += side.sign * sign
        if total > best:
            best, place = total, number
    ends = [place for side in sides[:place] for place in (side.start, side.end)]
    return Moved(best, Span(min(ends, default=0), max(ends, default=0)))


def sides_of(pair: Pair, source: Sequence[Span]) -> Iterator[Side]:
    """
    For each word of the target whether its source stands in a quotation.

    What could come from both says nothing.
    """
    inside, outside = split_counterparts(pair, source)
    words = read_target(pair.target, pair.language)
    if LANGUAGES[pair.language].spaced:
        for word in words:
            sign = (word.stem in inside) - (word.stem in outside)
            yield Side(sign, word.start, word.end)
        return
    signs: dict[int, int] = {}
    for word in words:
        sign = (word.stem in inside) - (word.stem in outside)
        for place in range(word.start, word.end):
            signs[place] = sign or signs.get(place, 0)
    for place, sign in signs.items():
        yield Side(sign, place, place + 1)


def split_counterparts(pair: Pair, source: Sequence[Span]) -> tuple[set[str], set[str]]:
    """
    The likely counterparts of what is quoted and of what is not.
    """
    dictionary = dictionary_of(pair.language)
    inside: set[str] = set()
    outside: set[str] = set()
    for word, same in read_source(pair.source):
        quoted = any(span.start <= word.start < span.end for span in source)
        side = inside if quoted else outside
        if entry := dictionary.counterparts(word.stem):
            side |= entry.likely
        side.add(same)
    return inside, outside


def quotations(text: str) -> tuple[Span, ...]:
    r"""
    What stands between double marks.

    >>> quotations("\"Kami siap berangkat,\" katanya.")
    (Span(start=1, end=21),)
    """
    return tuple(
        Span(match.start() + 1, match.end() - 1)
        for match in QUOTED.finditer(text)
        if len(match[0]) >= SHORTEST
    )


SAID_AT_ONCE = 1200
QUOTED = re.compile(
    rf'"[^"]*"|“[^”]{{0,{SAID_AT_ONCE}}}”|„[^“”]{{0,{SAID_AT_ONCE}}}[“”]'
    rf"|«[^»]{{0,{SAID_AT_ONCE}}}»|「[^」]{{0,{SAID_AT_ONCE}}}」"
)
"""
A mark that is never closed is not looked for to the end of a long text.
"""

SHORTEST = 4
SHORTEST_SPEECH = 30
TAIL = 16

ENDS_SPEECH = frozenset(",.!?;:…،؟。，！？、'’")

AFTER_SPEECH: Mapping[Tag, str] = {
    "en": ".,;:)(—–-",
    "fr": ".,;:)(!?—–",
    "ar": "،.؛:)(",
    "zh": "，。、；：（",
    "ja": "とっ、。（）と だな「『",
}
"""
By language, what may stand after the end of speech.
"""

TOLD_INSIDE: Mapping[Tag, re.Pattern[str]] = {
    language: re.compile(rf",\s(?:{SAID[language].pattern})", re.IGNORECASE)
    for language in ("en", "fr")
} | {language: SAID[language] for language in ("zh", "ja", "ar")}
"""
By language, what says inside a quotation who says it.
"""

REACH = 40
