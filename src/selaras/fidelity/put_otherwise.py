"""
How much of a source has no counterpart just where its translation has words too many.

An idiom is put into other words: none of its own has a counterpart, and nothing in the
source seems to be what stands for it. Both are one and the same, and nothing was added.
"""

from selaras.fidelity.coverage import checkable, lost_evidence
from selaras.fidelity.finding import Pair
from selaras.text.spans import Span


def put_otherwise(pair: Pair, there: Span) -> float:
    """
    What speaks for it that words of the source stand for a stretch of the target.

    It is nothing where the source has all its words in the translation, or one of them
    too few at most, and where so much is missing that a clause was lost.

    >>> whole = Pair(source="Beras naik.", target="Rice rose.", language="en")
    >>> put_otherwise(whole, Span(0, 10))
    0.0
    """
    if not checkable(pair):
        return 0.0
    middle = (there.start + there.end) / 2 / len(pair.target)
    most = run = 0.0
    for weight, start, end in lost_evidence(pair):
        apart = abs((start + end) / 2 / len(pair.source) - middle)
        near = max(0.0, 1 - FALLS * apart)
        run = max(0.0, run + (weight * near if weight > 0 else weight))
        most = max(most, run)
    return most if LEAST <= most <= MOST else 0.0


LEAST = 1.5
MOST = 4.5
FALLS = 2.5
"""
How much a word tells less, the further it stands from the place in question.
"""
