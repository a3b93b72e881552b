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
from selaras.languages import LANGUAGES, SOURCE, Tag
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
    quotation mark in every language, and nobody is told inside to have said it. Beside
    one speech, Arabic may have names in quotation marks, which are shorter.
    """
    source, target = quotations(pair.source), quotations(pair.target)
    if pair.language in NAMES_MARKED and len(source) == 1 and len(target) > 1:
        target = (max(target, key=len),)
    if len(source) != len(target):
        return None
    if not source or not all(is_speech(span, pair.source) for span in source):
        return None
    told_within = any(sayings(span.of(pair.source)) for span in source)
    torn = (torn_at(there, pair, told_within=told_within) for there in target)
    return next((span for span in torn if span), None)


def is_whole_speech(pair: Pair) -> bool:
    """
    Whether source and target have one speech each, and both end as speech does.
    """
    source, target = quotations(pair.source), quotations(pair.target)
    if len(source) != 1 or len(target) != 1 or not is_speech(source[0], pair.source):
        return False
    body, rest = target[0].of(pair.target), pair.target[target[0].end + 1 :]
    return ends_as_speech(body.rstrip(), rest, pair.language)


def is_lopsided(pair: Pair) -> bool:
    """
    Whether a quotation has far more or far less of its sentence than in the source.

    >>> is_lopsided(Pair(
    ...     source='Ia menyebut usul itu "berusaha menulis ulang sejarah" kemarin.',
    ...     target='He called it "attempting" to rewrite history.', language="en",
    ... ))
    True
    """
    if pair.language not in LOPSIDED:
        return False
    least, most = LOPSIDED[pair.language]
    source, target = quotations(pair.source), quotations(pair.target)
    whole = size(pair.target, pair.language) / max(1, size(pair.source, SOURCE))
    for wanted, there in zip(source, target, strict=False):
        expected = size(wanted.of(pair.source), SOURCE) * whole
        share = (size(there.of(pair.target), pair.language) + 1) / (expected + 1)
        if not least <= share <= most:
            return True
    return False


def size(text: str, language: Tag) -> int:
    """
    How many words a text has, or characters in a language without spaces.
    """
    if LANGUAGES[language].spaced:
        return len(ANY_WORD.findall(text))
    return sum(map(str.isalnum, text))


def is_speech(said: Span, text: str) -> bool:
    """
    Whether a quotation ends with a mark, as speech does, and is long or begins a text.

    A name ("Republik Makedonia Utara.") may have the mark of its sentence inside.
    """
    words = said.of(text).rstrip()
    if words[-1:] not in ENDS_SPEECH:
        return False
    if len(words) >= LONG_SPEECH:
        return True
    begins = not text[: said.start - 1].strip() or text[: said.start - 1].endswith(": ")
    return begins and len(words) >= SHORTEST_SPEECH


def torn_at(there: Span, pair: Pair, *, told_within: bool) -> Span | None:
    """
    Where one quotation of a target is torn.
    """
    body = there.of(pair.target)
    told = TOLD_INSIDE.get(pair.language)
    if told and (found := told.search(body)) and not told_within:
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
    speaker = SPEAKER_AFTER.get(language)
    return (
        body[-1:] in ENDS_SPEECH
        or not rest
        or rest[0] in AFTER_SPEECH.get(language, rest[0])
        or (speaker is not None and speaker.match(rest) is not None)
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

    Where marks of two shapes are mixed, one begins and the next one ends.

    >>> quotations("\"Kami siap berangkat,\" katanya.")
    (Span(start=1, end=21),)
    >>> quotations("“Kami siap berangkat,\" katanya.")
    (Span(start=1, end=21),)
    """
    found = [match.span() for match in QUOTED.finditer(text)]
    marks = [place for place, sign in enumerate(text) if sign in DOUBLE_MARKS]
    if len(marks) % 2 == 0 and len(marks) != 2 * len(found):
        found = [
            (first, last + 1)
            for first, last in zip(marks[::2], marks[1::2], strict=True)
        ]
    return tuple(
        Span(start + 1, end - 1) for start, end in found if end - start >= SHORTEST
    )


DOUBLE_MARKS = frozenset(
    '"\N{DOUBLE LOW-9 QUOTATION MARK}\N{FULLWIDTH QUOTATION MARK}'
    "\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
    "\N{LEFT DOUBLE ANGLE BRACKET}\N{RIGHT DOUBLE ANGLE BRACKET}"
    + "".join(mark.strip() for row in LANGUAGES.values() for mark in row.quotes)
)

SAID_AT_ONCE = 1200
QUOTED = re.compile(
    rf'"[^"]*"|“[^”]{{0,{SAID_AT_ONCE}}}”|„[^“”]{{0,{SAID_AT_ONCE}}}[“”]'
    rf"|«[^»]{{0,{SAID_AT_ONCE}}}»|「[^」]{{0,{SAID_AT_ONCE}}}」"
)
"""
A mark that is never closed is not looked for to the end of a long text.
"""

ANY_WORD = re.compile(r"\w+")

LOPSIDED: Mapping[Tag, tuple[float, float]] = {
    "en": (0.6, 1.7),
    "fr": (0.6, 1.7),
    "ar": (0.6, 1.7),
    "ja": (0.5, 2),
}
"""
By language, between which shares of what is expected the length of a quotation lies.

Chinese says too much in a few characters for that.
"""

SHORTEST = 4
LONG_SPEECH = 30
SHORTEST_SPEECH = 12
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

NAMES_MARKED = frozenset({"ar"})
"""
Languages that set a company in quotation marks beside what somebody says.

Chinese and Japanese do as well, but in the same marks inside the other ones.
"""

SPEAKER_AFTER: Mapping[Tag, re.Pattern[str]] = {
    "zh": re.compile("[^，。、“”]{1,10}(?:说|写道|表示|称|问道)"),
    "ja": re.compile("[^、。「」とっ]{1,12}[はが](?:言|述|語|話|書|答|説明)"),
}
"""
By language without spaces, who says it where it stands behind with no mark between.
"""

TOLD_INSIDE: Mapping[Tag, re.Pattern[str]] = {
    language: re.compile(rf",\s(?:{SAID[language].pattern})", re.IGNORECASE)
    for language in ("en", "fr")
} | {language: SAID[language] for language in ("zh", "ja", "ar")}
"""
By language, what says inside a quotation who says it.
"""

REACH = 40
