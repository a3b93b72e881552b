"""
The check that a translation says no more than its source.
"""

from collections.abc import Iterator

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.lengths import share_of_usual, surprise
from selaras.fidelity.not_empty import says_something

TOO_LONG = 4.5
DOUBTFUL = 3.5


class NothingAdded:
    """
    A translation is not longer than its source lets expect.

    It looks at the length alone, against the band of the language; what has no source
    at all is added, however short. It cannot see an added word or name, nor a sentence
    added to a long one.
    """

    name = "nothing-added"
    mqm = "Accuracy > Addition"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        if says_something(pair.target) and not says_something(pair.source):
            yield Finding(
                check=self.name,
                severity=Severity.BLOCKING,
                message="The source has no words, and the translation has some.",
                expected=pair.source,
                found=pair.target,
                target_span=(0, len(pair.target)),
            )
            return
        deviation = surprise(pair) or 0.0
        if deviation > DOUBTFUL:
            yield Finding(
                check=self.name,
                severity=Severity.BLOCKING if deviation > TOO_LONG else Severity.REVIEW,
                message=f"The translation is {share_of_usual(pair):.1f} times as long "
                "as usual: something was probably added.",
                expected=pair.source,
                found=pair.target,
                target_span=(0, len(pair.target)),
            )
