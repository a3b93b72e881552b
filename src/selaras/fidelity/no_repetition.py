"""
The check that an engine did not begin to loop.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import eq

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.languages import LANGUAGES, Tag
from selaras.text.spans import Span


class NoRepetition:
    """
    Nothing is said twice in a row, or twice at length, that the source says once.

    It cannot see the same thing said again in other words, nor a short phrase that
    comes back later in the sentence.
    """

    name = "no-repetition"
    mqm = "Accuracy > Addition"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        tokens = tokens_of(pair.target, pair.language)
        loop = worst_loop(tokens, pair.target, pair.language) or echo(tokens, pair)
        if loop and loop.times > times_in_source(pair, one_word=loop.one_word):
            what = loop.span.of(pair.target)
            yield Finding(
                check=self.name,
                severity=loop.severity,
                message=f"“{what}” says {loop.times} times what the source says once.",
                indonesian=f"“{what}” mengulang {loop.times} kali apa yang sekali saja "
                "disebut dalam teks sumber.",
                found=what,
                target_span=(loop.span.start, loop.span.end),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """
    A stretch of text that says something, one word or more, ``times`` times.
    """

    span: Span
    times: int
    severity: Severity
    one_word: bool = False


Tokens = Sequence[re.Match[str]]


def tokens_of(text: str, language: Tag) -> Tokens:
    """
    Words where the language has spaces, characters where it has none.
    """
    pattern = WORD if LANGUAGES[language].spaced else CHARACTER
    return list(pattern.finditer(text.lower()))


def worst_loop(tokens: Tokens, text: str, language: Tag) -> Loop | None:
    """
    The first loop that is too much for a language, the blocking ones before others.
    """
    if run := CHARACTER_RUN.search(text):
        return Loop(span=Span(*run.span()), times=len(run[0]), severity=BLOCKING)
    spaced = LANGUAGES[language].spaced
    limits = SPACED if spaced else UNSPACED
    doubtful = None
    for period, start, times in loops_of([token[0] for token in tokens]):
        unit = [token[0] for token in tokens[start : start + period]]
        severity = limits[min(period, len(limits)) - 1].get(min(times, MOST))
        if severity is None or is_usual(unit, language):
            continue
        last = tokens[start + period * times - 1]
        span = Span(tokens[start].start(), last.end())
        one_word = period == 1 if spaced else period <= ONE_WORD
        loop = Loop(span=span, times=times, severity=severity, one_word=one_word)
        if severity is BLOCKING:
            return loop
        doubtful = doubtful or loop
    return doubtful


def loops_of(words: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """
    Everything that follows itself: after how many words, from which, how many times.

    >>> list(loops_of("di kota di kota itu".split()))
    [(2, 0, 2)]
    """
    for period in periods_of(words):
        # Most texts have no word that comes again so soon; this sees it at once.
        if not any(map(eq, words, islice(words, period, None))):
            continue
        run = 0
        for place in range(len(words) - period + 1):
            same = place + period < len(words) and words[place] == words[place + period]
            if same:
                run += 1
            else:
                if run >= period:
                    yield period, place - run, run // period + 1
                run = 0


def periods_of(words: Sequence[str]) -> Iterator[int]:
    """
    The periods worth trying: long ones only where some four words come twice.
    """
    longest = min(len(words) // 2, LONGEST_PERIOD)
    yield from range(1, min(longest, 3) + 1)
    if longest > 3 and repeats(words, 4):
        yield from range(4, longest + 1)


def repeats(words: Sequence[str], size: int) -> bool:
    """
    Whether some stretch of so many words comes more than once.
    """
    stretches = list(zip(*(words[skip:] for skip in range(size)), strict=False))
    return len(set(stretches)) < len(stretches)


def echo(tokens: Tokens, pair: Pair) -> Loop | None:
    """
    A long stretch that comes back later in the target, where none does in the source.
    """
    size = ECHO_WORDS if LANGUAGES[pair.language].spaced else ECHO_CHARACTERS
    words = [token[0] for token in tokens]
    if len(words) < 2 * size or not repeats(words, size):
        return None
    source = [token[0] for token in tokens_of(pair.source, pair.source_language)]
    if repeats(source, ECHO_IN_SOURCE):
        return None
    seen: set[tuple[str, ...]] = set()
    for start in range(len(words) - size + 1):
        stretch = tuple(words[start : start + size])
        if stretch in seen:
            span = Span(tokens[start].start(), tokens[start + size - 1].end())
            return Loop(span=span, times=2, severity=BLOCKING)
        seen.add(stretch)
    return None


def times_in_source(pair: Pair, *, one_word: bool) -> int:
    """
    How often the source itself says something in a row.

    "Laki-laki" says one word twice, which excuses no repetition of more than a word.
    """
    if run := CHARACTER_RUN.search(pair.source):
        return len(run[0])
    source = pair.source.replace("-", " ") if one_word else pair.source
    words = [token[0] for token in tokens_of(source, pair.source_language)]
    loops = loops_of(words)
    return max(
        (times for period, _, times in loops if one_word or period > 1), default=1
    )


def is_usual(unit: Sequence[str], language: Tag) -> bool:
    """
    Whether a language doubles this as a matter of course, or it says nothing.
    """
    said = "".join(unit)
    if not any(map(str.isalpha, said)):
        return True
    return len(unit) == 1 and (
        said in DOUBLED.get(language, frozenset())
        or len(said) < SHORTEST_DOUBLED.get(language, 1)
    )


WORD = re.compile(r"\w+|[^\w\s]")
CHARACTER = re.compile(r"[a-z0-9]+|\S")
CHARACTER_RUN = re.compile(r"([^\d\s])\1{6,}")

BLOCKING, REVIEW = Severity.BLOCKING, Severity.REVIEW

MOST = 4

SPACED: tuple[dict[int, Severity], ...] = (
    {2: REVIEW, 3: BLOCKING, 4: BLOCKING},
    {2: BLOCKING, 3: BLOCKING, 4: BLOCKING},
)
"""
For a unit of one word, and for longer ones: how bad two, three, four times are.
"""

UNSPACED: tuple[dict[int, Severity], ...] = (
    {4: BLOCKING},
    {3: BLOCKING, 4: BLOCKING},
    {2: REVIEW, 3: BLOCKING, 4: BLOCKING},
    {2: BLOCKING, 3: BLOCKING, 4: BLOCKING},
)
"""
The same for one, two, three and more characters: 一个一个 and ますます are words.
"""

LONGEST_PERIOD = 200
ONE_WORD = 4
ECHO_WORDS = 8
ECHO_CHARACTERS = 16
ECHO_IN_SOURCE = 3

DOUBLED: dict[Tag, frozenset[str]] = {
    "en": frozenset({"had", "that", "ha", "very", "bye", "no"}),
    "fr": frozenset({"nous", "vous", "ha", "très", "non"}),
}

SHORTEST_DOUBLED: dict[Tag, int] = {"ar": 4}
"""
Arabic spells foreign acronyms by the names of their letters: بي بي سي.
"""
