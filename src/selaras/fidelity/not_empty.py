"""
The check that something came back at all.
"""

from collections.abc import Iterator

from selaras.fidelity.finding import Finding, Pair, Severity


class NotEmpty:
    """
    A source that says something has a translation that says something.

    Marks and white space alone say nothing. It cannot see whether what came back is a
    translation: a single letter is enough for it.
    """

    name = "not-empty"
    mqm = "Accuracy > Omission"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        if says_something(pair.source) and not says_something(pair.target):
            yield Finding(
                check=self.name,
                severity=Severity.BLOCKING,
                message="The source has words, and the translation has none.",
                indonesian="Teks sumber berisi kata, tetapi terjemahannya kosong.",
                expected=pair.source,
                found=pair.target,
                source_span=(0, len(pair.source)),
                target_span=(0, len(pair.target)),
            )


def says_something(text: str) -> bool:
    """
    Whether a letter or a digit of any script stands in a text.

    >>> says_something("—…"), says_something("8")
    (False, True)
    """
    return any(map(str.isalnum, text))
