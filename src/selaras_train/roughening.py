"""
Sources as people really type them: without a full stop, in capitals, with a slip.

Only the source is roughened; the model is to write well whatever it is given.
"""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from selaras_train.corpora import Pair

SLIP_FROM = 5
"""
Letters that a word has at least for a slip to be put in.
"""

SLIPS_EVERY = 12
"""
A slip for so many words.
"""

STOPS = (".", "。", "。")


def roughened(pair: Pair, chooser: Random) -> Pair | None:
    """
    The pair with its source roughened one way; None if that leaves it as it was.
    """
    way = chooser.choices(tuple(WAYS), weights=tuple(WAYS.values()))[0]
    rough = way(pair, chooser)
    return rough if rough.source != pair.source and rough.source else None


def without_stop(pair: Pair, _chooser: Random) -> Pair:
    """
    Without the full stop, on both sides: what has none gets none.
    """
    if not pair.source.endswith("."):
        return pair
    target = pair.target
    for stop in STOPS:
        target = target.removesuffix(stop)
    return replace(pair, source=pair.source.removesuffix("."), target=target)


def in_capitals(pair: Pair, _chooser: Random) -> Pair:
    """
    As an old headline.
    """
    return replace(pair, source=pair.source.upper())


def in_small_letters(pair: Pair, _chooser: Random) -> Pair:
    """
    As in a hurry.
    """
    return replace(pair, source=pair.source.lower())


def without_commas(pair: Pair, _chooser: Random) -> Pair:
    """
    Without the commas between words; those inside numbers stay.
    """
    return replace(pair, source=pair.source.replace(", ", " "))


def with_slips(pair: Pair, chooser: Random) -> Pair:
    """
    With letters of long words in lower case lost, doubled or exchanged.
    """
    words = pair.source.split(" ")
    long = [
        place
        for place, word in enumerate(words)
        if len(word) >= SLIP_FROM and word.isalpha() and word.islower()
    ]
    for place in chooser.sample(long, min(len(long), 1 + len(words) // SLIPS_EVERY)):
        words[place] = slipped(words[place], chooser)
    return replace(pair, source=" ".join(words))


def slipped(word: str, chooser: Random) -> str:
    """
    A word with one slip, not at its first letter.
    """
    at = chooser.randrange(1, len(word) - 1)
    before, here, after = word[:at], word[at], word[at + 1 :]
    exchanged = after[0] + here + after[1:]
    return before + chooser.choice((after, here + here + after, exchanged))


WAYS: dict[Callable[[Pair, Random], Pair], float] = {
    without_stop: 3.0,
    with_slips: 4.0,
    in_capitals: 1.5,
    in_small_letters: 1.0,
    without_commas: 0.5,
}
"""
How sources are roughened, and how often each way is taken.
"""
