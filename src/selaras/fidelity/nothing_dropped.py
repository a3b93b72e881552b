"""
The check that no part of a sentence was left out.
"""

from collections.abc import Iterator

from selaras.fidelity.coverage import lost_stretch
from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.not_empty import says_something
from selaras.fidelity.sentence_counts import (
    lost_sentence,
    scattered_sentence,
    unsaid_sentence,
)
from selaras.fidelity.stretches import Stretch
from selaras.languages import Tag


class NothingDropped:
    """
    Every stretch of the source has some counterpart in the translation.

    A dictionary learnt from translations tells which words could stand for which. Some
    words in a row without any, in a translation that is none too long, were probably
    left out. It cannot see a single word that was left out, nor a clause that says
    almost what the rest says.
    """

    name = "nothing-dropped"
    mqm = "Accuracy > Omission"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        if not says_something(pair.target):
            return
        doubtful, certain = THRESHOLDS.get(pair.language, NEVER)
        lost = lost_stretch(pair)
        if lost is None or lost.weight < doubtful:
            lost = sentence_of_which_nothing_came(pair)
            if lost is None:
                return
        what = lost.span.of(pair.source)
        yield Finding(
            check=self.name,
            severity=Severity.BLOCKING if lost.weight >= certain else Severity.REVIEW,
            message=f"The translation has no words for “{what}”.",
            indonesian=f"Terjemahan tidak memuat padanan untuk “{what}”.",
            expected=what,
            source_span=(lost.span.start, lost.span.end),
        )


def sentence_of_which_nothing_came(pair: Pair) -> Stretch | None:
    """
    A sentence that was left out whole, by the number of sentences or by its words.
    """
    lost = lost_sentence(pair)
    if lost and lost.weight >= AGAINST.get(pair.language, -2.0):
        return lost
    return unsaid_sentence(pair) or scattered_sentence(pair)


AGAINST: dict[Tag, float] = {"zh": -5.6, "ja": -5.0}
"""
A sentence too few is told of, unless this much speaks for it that it is there. Chinese
characters stand in many words, so that more speaks for a sentence that is not there.
"""

NEVER = (99.0, 99.0)

THRESHOLDS: dict[Tag, tuple[float, float]] = {
    "en": (8.0, 13.5),
    "fr": (6.7, 15.0),
    "zh": (6.3, 10.7),
    "ja": (4.6, 10.5),
    "ar": (6.8, 12.9),
}
"""
How much must speak for a loss: for the desk to look, and to block.

Set on translations by people, so that no more than three in a hundred good sentences
of our news are reported, and of the news of others blocked.
"""
