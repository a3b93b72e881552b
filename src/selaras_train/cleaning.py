"""
Pairs made fit for training: mended where that is safe, left out where it is not.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from selaras.engines.cleaning import clean
from selaras.fidelity import Pair as Checked
from selaras.fidelity.same_numbers import SameNumbers
from selaras.languages import LANGUAGES, Script, Tag
from selaras.text.scripts import script_shares
from selaras_train.corpora import Pair
from selaras_train.recipe import Cleaning, Direction

Mend = Callable[[Pair], Pair]
Fault = Callable[[Pair], bool]

WRITTEN: dict[Script, frozenset[str]] = {
    "Latin": frozenset({"Latin"}),
    "Han": frozenset({"Han"}),
    "Japanese": frozenset({"Han", "Kana"}),
    "Arabic": frozenset({"Arabic"}),
}
"""
The scripts that a language's text is mostly written in.
"""

MOSTLY = 0.5
"""
The share of letters in their language's scripts that a sentence must have.
"""

SLACK = 20
"""
Characters by which the sides of a pair may differ however short they are.
"""

DENSITY: dict[Script, float] = {"Han": 3.0, "Japanese": 2.2}
"""
How many Latin letters a character of a script stands for.
"""

SHORTEST = 6
"""
Words that a line must have to be a sentence that lost its full stop.
"""


@dataclass(slots=True)
class Tally:
    """
    What cleaning kept, and what it left out for which reason, by corpus.
    """

    kept: Counter[str] = field(default_factory=Counter)
    left_out: Counter[tuple[str, str]] = field(default_factory=Counter)


def cleaned(
    pairs: Iterable[Pair], rules: Cleaning, direction: Direction, tally: Tally
) -> Iterator[Pair]:
    """
    The pairs that are fit for training, each once, counting them in ``tally``.
    """
    seen: set[int] = set()
    mends, faults = mends_of(rules), faults_of(rules, direction)
    for pair in pairs:
        for mend in mends:
            pair = mend(pair)
        fault = next((name for name, found in faults.items() if found(pair)), None)
        key = hash((pair.source, pair.target))
        if fault is None and key in seen:
            fault = "seen before"
        if fault is not None:
            tally.left_out[pair.corpus, fault] += 1
            continue
        seen.add(key)
        tally.kept[pair.corpus] += 1
        yield pair


def mends_of(rules: Cleaning) -> tuple[Mend, ...]:
    """
    What is done to every pair, in order.
    """

    def without_furniture(pair: Pair) -> Pair:
        words = rules.furniture.get(pair.corpus)
        return both(pair, lambda text: cut_from(text, words)) if words else pair

    def with_full_stops(pair: Pair) -> Pair:
        return both(pair, add_full_stop) if pair.corpus in rules.full_stops else pair

    return (
        lambda pair: both(pair, clean),
        without_furniture,
        with_full_stops,
    )


def faults_of(rules: Cleaning, direction: Direction) -> dict[str, Fault]:
    """
    Why a pair is left out, in the order in which it is asked.
    """
    source, target = direction
    return {
        "empty": lambda pair: not (pair.source and pair.target),
        "too long": lambda pair: (
            len(max(pair.source, pair.target, key=len)) >= rules.longest
        ),
        "lengths apart": lambda pair: lengths_apart(pair, direction, rules.steepest),
        "not translated": lambda pair: is_copied(pair),
        "other script": lambda pair: (
            not (in_script(pair.source, source) and in_script(pair.target, target))
        ),
        "numbers differ": lambda pair: numbers_differ(pair, direction),
    }


def both(pair: Pair, change: Callable[[str], str]) -> Pair:
    """
    The pair with both of its sides changed.
    """
    return replace(pair, source=change(pair.source), target=change(pair.target))


def cut_from(text: str, words: str) -> str:
    """
    A line without its page furniture, which begins with some words.

    >>> cut_from("Malam kelima di Kyiv · Global Voices", "· Global Voices")
    'Malam kelima di Kyiv'
    """
    return text.partition(words)[0].rstrip()


def add_full_stop(text: str) -> str:
    """
    Give a sentence the full stop that it lost; a heading has too few words for one.

    >>> add_full_stop("Program ini telah menjangkau 27 desa di Jawa")
    'Program ini telah menjangkau 27 desa di Jawa.'
    >>> add_full_stop("Daftar pustaka")
    'Daftar pustaka'
    """
    lost = text and text[-1].isalnum() and len(text.split()) >= SHORTEST
    return f"{text}." if lost else text


def lengths_apart(pair: Pair, direction: Direction, steepest: float) -> bool:
    """
    Whether one side is so much longer that it cannot be a translation of the other.

    >>> lengths_apart(Pair("x", "Ya.", "Yes, so it is. " * 9), ("id", "en"), 3)
    True
    """
    sizes = [
        len(text) * DENSITY.get(LANGUAGES[tag].script, 1.0)
        for text, tag in zip((pair.source, pair.target), direction, strict=True)
    ]
    return max(sizes) > steepest * min(sizes) + SLACK


def is_copied(pair: Pair) -> bool:
    """
    Whether the translation is the source; names of one or two words may be.

    >>> is_copied(Pair("x", "Jakarta", "Jakarta"))
    False
    """
    return pair.source == pair.target and len(pair.source.split()) > 2


def in_script(text: str, language: Tag) -> bool:
    """
    Whether most letters of a text are in a script of its language.

    >>> in_script("Harga naik", "id"), in_script("Harga naik", "ar")
    (True, False)
    """
    shares = script_shares(text)
    scripts = WRITTEN[LANGUAGES[language].script]
    own = sum(share for script, share in shares.items() if script in scripts)
    return not shares or own >= MOSTLY


def numbers_differ(pair: Pair, direction: Direction) -> bool:
    """
    Whether a number of one side is missing on the other, as our own check sees it.
    """
    check, (source, target) = SameNumbers(), direction
    there = Checked(
        source=pair.source,
        target=pair.target,
        source_language=source,
        language=target,
    )
    return any(check(there))
